/*
 * The terminal beneath curses: its descriptor, the streams and the modes that curses is given,
 * its size; and how a crash gives it back. It knows no curses.
 */
#ifndef SCREEN_TERMINAL_H
#define SCREEN_TERMINAL_H

#include "err.h"

#include <stdio.h>
#include <termios.h>

/* What tells the terminal to mark pasted text, and not to. */
#define PASTE_ON  "\033[?2004h"
#define PASTE_OFF "\033[?2004l"

struct screen_terminal {
	int descriptor;		       /* owned; -1 for none */
	FILE *output, *input;	       /* duplicates of it, owned */
	struct termios shell, program; /* the modes outside and in here */
};

#define SCREEN_TERMINAL_NONE                                                                   \
	{                                                                                      \
		.descriptor = -1                                                               \
	}

/* Opens /dev/tty, or else standard output; to be released even where that fails. */
MUST_USE bool screen_terminal_open(struct screen_terminal *terminal, struct err *err);
void screen_terminal_release(struct screen_terminal *terminal);

/* Remembers the modes that curses has set as the program's. */
MUST_USE bool screen_terminal_settle(struct screen_terminal *terminal, struct err *err);

/* Between the two screen_terminal_rescue() gives the terminal back. One terminal at a time. */
void screen_terminal_guard(const struct screen_terminal *terminal);
void screen_terminal_unguard(void);

/* From a crash handler: async-signal-safe, writes only. */
void screen_terminal_rescue(void);

/* Sets the shell's modes; sets the program's, and remembers what the shell's are by now. */
void screen_terminal_leave(const struct screen_terminal *terminal);
void screen_terminal_resume(struct screen_terminal *terminal);

/* The size now, clamped to 1…1000; where it isn't known 24 by 80. */
void screen_terminal_size(const struct screen_terminal *terminal, int *rows, int *columns);

#endif
