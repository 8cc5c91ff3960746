/*
 * The viewer. It knows keys and a canvas, no terminal: the loop feeds it keys and shows what
 * it paints, tests do the same without one.
 *
 *	viewer_open(&viewer, &options, &err);
 *	viewer_key(&viewer, key);        any number of them
 *	viewer_paint(&viewer, &canvas);
 *	viewer_shown(&viewer);           the frame is written
 *
 * Which key does what is keymap.c's table; the actions are in act_*.c, by subject.
 */
#ifndef VIEWER_H
#define VIEWER_H

#include "viewer_state.h"

/* Opens the first file that can be opened; the others' errors are in `message`. */
MUST_USE bool viewer_open(struct viewer *viewer, const struct viewer_options *options,
			  struct err *err);
void viewer_release(struct viewer *viewer);

/* One key, or pasted text. */
void viewer_key(struct viewer *viewer, int key);
void viewer_paste(struct viewer *viewer, const char *words, size_t len);

/* Ctrl-C: stops long work, else leaves a prompt. */
void viewer_interrupt(struct viewer *viewer);

/* One slice of background work; true while there is more. */
bool viewer_work(struct viewer *viewer);

/* Takes in what came of standard input, while viewer_growing(). */
void viewer_grow(struct viewer *viewer);

/* Looks for what others wrote; call every two seconds. */
void viewer_poll(struct viewer *viewer);

void viewer_paint(struct viewer *viewer, struct canvas *canvas);

/* The last painted frame is on the terminal: writing keys may act on what it shows. */
void viewer_shown(struct viewer *viewer);

/* Remembers that this person has marked something, so that no hint is needed any more. */
void viewer_first_mark(struct viewer *viewer);

#endif
