/*
 * How the focus goes from stop to stop: when the screen moves for it, and what is said where
 * it doesn't. What is a stop, and which comes next, is walk.h's.
 */
#ifndef WALKING_H
#define WALKING_H

#include "viewer_state.h"

/* Puts the focus on a stop, scrolling to it where need be: a third from the top. */
void walk_to(struct viewer *viewer, const struct focus *stop);

/* To the next stop of a kind, at once if it is on the screen; else the same key is promised to
 * go there. */
void walk_to_kind(struct viewer *viewer, enum mark_kind kind);

/* To the nth stop of a kind from the place. */
void walk_to_nth(struct viewer *viewer, enum mark_kind kind, long nth);

/* So many stops on in the walk at hand, else in one over all suggestions; count 0 is one,
 * direction +1 or -1. */
void walk_step(struct viewer *viewer, int direction, long count);

/* The same over marks. */
void walk_marks(struct viewer *viewer, int direction, long count);

/* Moves the focus on after a writing key, in its walk, never scrolling, and says what was
 * `done`: "saved". */
void walk_on(struct viewer *viewer, const char *done);

#endif
