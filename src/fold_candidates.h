/*
 * Which earlier paragraphs may be near the line: those that share most of its 3-grams, and the
 * one that a run expects.
 */
#ifndef FOLD_CANDIDATES_H
#define FOLD_CANDIDATES_H

#include "fold_job.h"

/* What is near shares so much, of 3-grams and of words in order: of the smaller of the two. */
#define FOLD_NEAR_SHARE 0.6

#define FOLD_CANDIDATES 3

struct fold_candidate {
	size_t n;
	size_t hits, shared; /* 3-grams found, and how many that makes of all */
	size_t window;	     /* of so many in a row that both have, one is found */
};

struct fold_candidates {
	struct fold_candidate items[FOLD_CANDIDATES + 1]; /* the likeliest first */
	size_t count;
};

/* Cost: the line's words. Fails only with ERR_MEMORY. */
MUST_USE bool fold_find_candidates(const struct fold_job *job, struct fold_candidates *best,
				   struct err *err);

/* How many 3-grams the smaller of the two has, which `it` could share with the line. */
size_t fold_grams_of_smaller(const struct fold_job *job, const struct fold_candidate *it);

#endif
