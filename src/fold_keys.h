/*
 * By what a paragraph is found again: its words as a whole, its first words, the label that it
 * carries, and some of its 3-grams.
 */
#ifndef FOLD_KEYS_H
#define FOLD_KEYS_H

#include "fold_job.h"

/* Makes the keys of the line, and says what will be asked for. */
MUST_USE bool fold_expect(const struct fold_job *job, struct err *err);
/* Paragraphs that have the same words, most likely. */
size_t fold_find_same(const struct fold_job *job, struct fold_hit found[FOLD_GRAM_MOST]);
/*
 * Paragraphs that begin with the first `count` words of the line and have no more, for 1 and
 * 2, or with its first 3 or FOLD_NEAR_WORDS; unverified. A weight says that they have
 * FOLD_NEAR_WORDS or more.
 */
size_t fold_find_head(const struct fold_job *job, size_t count,
		      struct fold_hit found[FOLD_GRAM_MOST]);
/* True if an own paragraph before `limit` that shows begins with the line's label or two words.
 */
bool fold_find_kin(const struct fold_job *job, size_t limit);
/* True if the same bytes again need not be read: who has them takes the facts of paragraph `n`.
 */
bool fold_may_be_copied(const struct fold_job *job, size_t n);
/* Makes paragraph job->n known to those that follow; its words are in work->line. */
MUST_USE bool fold_remember(const struct fold_job *job, struct err *err);

#endif
