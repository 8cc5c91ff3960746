/*
 * What holds of the folds of any text, for tests of many texts and for fuzzing. Needs no test
 * framework.
 */
#ifndef FOLD_LAWS_H
#define FOLD_LAWS_H

#include "fold.h"
#include "paragraph.h"

/* The law that the text breaks, as a sentence; NULL: none. `seed` chooses how it is fed. */
const char *fold_laws_broken(const struct text *text, enum paragraph_mode mode, uint64_t seed);

/* The same for a text behind an earlier one, whose paragraphs it may repeat. */
const char *fold_laws_broken_across(const struct text *earlier, const struct text *text,
				    enum paragraph_mode mode);

/* Feeds all paragraphs and finishes. False only without memory. */
bool fold_laws_read(const struct text *text, enum paragraph_mode mode, struct folds *folds);

/* The deduplicated text: what `diple fold` prints, without a byte order mark. */
void fold_laws_left(const struct text *text, const struct folds *folds, struct buf *out);

#endif
