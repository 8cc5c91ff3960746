/*
 * The loop: waits for keys, signals and time; feeds the viewer; shows what it paints, one
 * write a frame.
 *
 * Signals are blocked but while waiting, so a handler sets a flag and nothing else, and
 * every flag is looked at in one place. All waiting keys are taken before anything is
 * painted: what is typed ahead is painted once.
 */
#ifndef LOOP_H
#define LOOP_H

#include "screen.h"
#include "viewer.h"

#include <signal.h>

/* Blocks the signals and sets their handlers: before screen_open(). */
void loop_signals(void);

/* The mask in which they are open: for ppoll(). */
void loop_open_mask(sigset_t *open);

/* True if a signal came since it was last taken; the second takes it. */
bool loop_came(int number);
bool loop_took(int number);

/* Milliseconds of a clock that never goes back. */
long loop_now(void);

/* Waiting for standard input before there is anything to read. */
struct loop_wait {
	struct screen *screen;
	struct canvas canvas; /* owned: canvas_release() */
	long said;	      /* when its last row was painted */
	bool left;	      /* the person doesn't want to wait any more */
	int ending;	      /* a signal ended it, else 0 */
};

/*
 * Waits for more of standard input while the last row tells how many bytes came. An error,
 * ERR_STOPPED, if q, Ctrl-C or a signal ends that; the signal isn't taken. Sends nothing where
 * nothing changes.
 */
MUST_USE bool loop_await(struct loop_wait *wait, size_t bytes, struct err *err);

/*
 * Runs until the viewer leaves, the terminal is gone or a signal ends it: then *ending is its
 * number, else 0. The error is of the screen.
 */
MUST_USE bool loop_run(struct viewer *viewer, struct screen *screen, int *ending,
		       struct err *err);

#endif
