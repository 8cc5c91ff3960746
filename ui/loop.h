/*
 * The loop: waits for keys, signals and time; feeds the viewer; shows what it paints, one
 * write a frame.
 *
 * All waiting keys are taken before anything is painted: what is typed ahead is painted once.
 * Signals: loop_signals.h.
 */
#ifndef LOOP_H
#define LOOP_H

#include "screen.h"
#include "viewer.h"

/* Milliseconds of a clock that never goes back. */
long loop_now(void);

/*
 * Runs until the viewer leaves, the terminal is gone or a signal ends it: then *ending is its
 * number, else 0. The error is of the screen.
 */
MUST_USE bool loop_run(struct viewer *viewer, struct screen *screen, int *ending,
		       struct err *err);

#endif
