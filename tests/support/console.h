#ifndef CONSOLE_H
#define CONSOLE_H

#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <termios.h>

#include "spawn.h"
#include "terminal.h"

/*
 * A program and its terminal, with what travels between them.
 *
 * Fields may be read by all, and are written here only.
 */
struct console {
	struct terminal *terminal; /* owned */
	struct termios attributes; /* as the program found them */
	pid_t pid;		   /* 0 once it was waited for */
	int status;		   /* then: its exit status, or 128 + the signal */
	sigset_t unblocked;	   /* while waiting */
	int tty;		   /* -1 after a hang-up */
	bool ended;		   /* no more output can come */
	bool frameless;		   /* a silence ends a frame, not a mark */
	bool quiet;		   /* frameless: nothing came for a while */
	size_t silences;	   /* frameless: how often it became quiet */
	char *output;		   /* owned: all that was read, NUL behind */
	size_t length;		   /* of output */
	size_t shown;		   /* how much of it the terminal took */
};

/* Starts the program. The console must not move in memory afterwards. */
void console_open(struct console *c, const struct spawn *what, bool frameless);

/* Kills the program if it still runs, and releases all. */
void console_close(struct console *c);

/* When to give up, if one begins to wait now: for console_advance(). */
long long console_deadline(void);

/*
 * Takes one step that may bring news: output up to the end of a frame, a
 * silence, or the program's end. False if `deadline` has passed or nothing can
 * come any more.
 */
bool console_advance(struct console *c, long long deadline);

/* Shows all that has been written by now, and the rest of a frame begun. */
void console_catch_up(struct console *c);

/* Is what the terminal shows what the program meant? */
bool console_between_frames(const struct console *c);

/* Has the output ended, and is all of it on the terminal? */
bool console_all_shown(const struct console *c);

/* Frames that ended since the start. */
size_t console_frames(const struct console *c);

/* Takes the terminal away from the program. */
void console_hang_up(struct console *c);

#endif
