/*
 * Which earlier paragraphs share 3-grams with the line, and how many.
 */
#ifndef FOLD_HITS_H
#define FOLD_HITS_H

#include "fold_job.h"

/* How many 3-grams a paragraph shares with the line, as far as they are indexed. */
struct fold_tally {
	uint32_t paragraph;
	uint32_t weight; /* see fold_samplings */
	uint32_t hits;
	uint32_t rare; /* of them, 3-grams that few paragraphs have */
};

struct fold_tallies {
	const struct fold_tally *items; /* borrowed until the next line */
	size_t count;
};

/* Counts what the line shares, and clears the keys that need not be added to the index; the
 * paragraphs come in no order. Cost: the line's words. */
MUST_USE bool fold_tally(const struct fold_job *job, struct fold_tallies *tallies,
			 struct err *err);

#endif
