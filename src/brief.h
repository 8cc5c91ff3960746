/*
 * Names in sentences: so long that nobody mistakes them, so short that what is said of them
 * fits into an error (err.h) behind two of them.
 */
#ifndef BRIEF_H
#define BRIEF_H

#include "buf.h"

/* Bytes of a name that are told. */
#define BRIEF_MOST 180

/*
 * Adds a name, raw; of one that is longer than BRIEF_MOST its beginning, "…", and its end,
 * which is more: files are told apart by it. Characters of UTF-8 stay whole.
 */
void brief_name(struct buf *out, const char *name);

#endif
