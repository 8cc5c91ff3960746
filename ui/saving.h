/*
 * Marks that wait: in a huge file for its name, since the digest is made in slices between
 * keys; of a text from a pipe for the name that it is kept under. One at a time.
 */
#ifndef SAVING_H
#define SAVING_H

#include "viewer_state.h"

/*
 * Makes a mark on disk. False if it was not made, or waits, or another one waits: that is
 * said. One that waits is made later by itself.
 */
bool saving_make(struct viewer *viewer, const struct edit_mark *mark, struct edit *edit);

/* A slice of making the file's name; then the mark that waits is made. saving_finish() does
 * all of it at once. */
void saving_slice(struct viewer *viewer);
void saving_finish(struct viewer *viewer);

#endif
