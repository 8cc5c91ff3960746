/*
 * A screen before the text: who gives the program a slow pipe sees that it waits, and may
 * leave.
 *
 * Signals must be blocked: loop_signals.h.
 */
#ifndef LOOP_AWAIT_H
#define LOOP_AWAIT_H

#include "canvas.h"
#include "err.h"
#include "screen.h"

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

#endif
