/*
 * Paragraphs joined with a change: what is near one paragraph may have its neighbours' words,
 * too. Neighbours follow one another in one text with nothing between them, so their words are
 * those of one stretch of it.
 */
#ifndef FOLD_WIDEN_H
#define FOLD_WIDEN_H

#include "fold_compare.h"

/* Paragraphs that the line may join, both inclusive. */
struct fold_joined {
	size_t first, last;
};

/*
 * Paragraph `of`, which the line resembles, with those around it whose words most likely stand
 * in the line: they are no more words than it has. Those that may yet be hidden are not asked.
 * Cost: the line's words, sorted, for each. Fails only with ERR_MEMORY.
 */
MUST_USE bool fold_widen(const struct fold_job *job, size_t of, struct fold_joined *joined,
			 struct err *err);

/* Their words, good until others are read; NULL: memory ran out. */
const struct fold_tokens *fold_read_joined(const struct fold_job *job,
					   struct fold_joined joined, struct err *err);

#endif
