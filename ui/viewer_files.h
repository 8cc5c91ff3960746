/*
 * The files of the command line, of which one is open at a time: how each was left is kept, and
 * what is to be known of it is said.
 */
#ifndef VIEWER_FILES_H
#define VIEWER_FILES_H

#include "viewer_state.h"

/* Opens file number `file` in place of the one that is open, which stays where this fails. */
MUST_USE bool viewer_load(struct viewer *viewer, size_t file, struct err *err);

/* Closes the open one, if any: a mark that waits is made before. */
void viewer_unload(struct viewer *viewer);

/* Says what of its marks could not be read, and what `readings` remarked. */
void viewer_tell(struct viewer *viewer);

/* Goes to another file, and says so; false, with the error said, where it stays. */
bool viewer_switch(struct viewer *viewer, size_t file);

#endif
