/*
 * Marks as the viewer makes them: whose they are, and what follows when one is written.
 */
#ifndef MARKING_H
#define MARKING_H

#include "viewer_state.h"

/* True if the focus is on a mark of this person's; else says whose it is. */
bool mark_is_own(struct viewer *viewer);

/* Makes a mark on disk now, or says why not. Whoever may have to wait: saving_make(). */
bool mark_write(struct viewer *viewer, const struct edit_mark *mark, struct edit *edit);

/* After an edit: the screen is made anew; says what is wrong if it is not on disk. */
void mark_written(struct viewer *viewer, const struct edit *edit, const struct err *err);

/* What a marked selection leaves: the mark in focus, in a walk over marks. */
void mark_show(struct viewer *viewer, uint32_t record);

#endif
