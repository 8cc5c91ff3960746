#ifndef SPAWN_H
#define SPAWN_H

#include <sys/types.h>
#include <termios.h>

/* A program to be started on a new terminal, in an environment of its own. */
struct spawn {
	const char *program;		/* as for execvp() */
	const char *const *arguments;	/* behind its name, NULL at the end */
	const char *const *environment; /* NAME=VALUE or NAME (unset), NULL at the end */
	const char *home;		/* absolute; also the current directory */
	int columns;
	int rows;
};

struct spawned {
	pid_t pid;
	int terminal;		   /* the controlling side: owned, not blocking */
	struct termios attributes; /* as the program finds them */
};

/*
 * Starts it. Fails the running test where there is no terminal to be had; if
 * the program can't be run, it says so on its terminal and exits with 127.
 */
struct spawned spawn(const struct spawn *what);

#endif
