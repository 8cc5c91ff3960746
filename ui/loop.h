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

/* Blocks the signals and sets their handlers: before screen_open(). */
void loop_signals(void);

/*
 * Runs until the viewer leaves, the terminal is gone or a signal ends it: then *ending is its
 * number, else 0. The error is of the screen.
 */
MUST_USE bool loop_run(struct viewer *viewer, struct screen *screen, int *ending,
		       struct err *err);

#endif
