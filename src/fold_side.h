/*
 * A paragraph with its words, for a comparison with another: where in the text they stand.
 */
#ifndef FOLD_SIDE_H
#define FOLD_SIDE_H

#include "fold_measure.h"

struct fold_side {
	const char *bytes; /* of its text: borrowed */
	struct span span;
	struct fold_tokens tokens; /* owned */
};

/* Where the word before word `i` ends; before the first, where the paragraph begins. */
size_t fold_side_end(const struct fold_side *side, size_t i);

/* Where word `i` begins. Cost: what stands before it. */
size_t fold_side_start(const struct fold_side *side, size_t i);

/* From the beginning of the first word to the end of the last. */
struct span fold_side_span(const struct fold_side *side, struct fold_part words);

/* What stands before word `i`; behind the last one, all that is left. */
struct span fold_side_gap(const struct fold_side *side, size_t i);

/*
 * The span of words for which nothing stands in `other`, at its word `at`. They have their own
 * marks: quotes, brackets, a stop. What opens before them is theirs unless it stands in the
 * other at that place, too.
 */
struct span fold_side_alone(const struct fold_side *side, struct fold_part words,
			    const struct fold_side *other, size_t at);

/*
 * Letters of a script without blanks are words of their own, and so are the marks that combine
 * with them; alone these can't be read. The letter before the marks at `at`, and what follows
 * the marks at `at`: `at` itself where there are none.
 */
size_t fold_side_letter(const struct fold_side *side, size_t at);
size_t fold_side_behind_marks(const struct fold_side *side, size_t at);

/* Moves span->start, which lies in the paragraph, over blanks. Returns how many bytes. */
size_t fold_side_skip_blanks(const struct fold_side *side, struct span *span);

#endif
