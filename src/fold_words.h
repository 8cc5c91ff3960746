/*
 * Paragraphs held against each other word by word: two are the same if their words are, as
 * fold_walk.h has them.
 */
#ifndef FOLD_WORDS_H
#define FOLD_WORDS_H

#include "fold_walk.h"

/* Where words stand: two that are compared may be of different texts. */
struct fold_stretch {
	const char *bytes; /* borrowed */
	struct span span;
	struct fold_letters *letters; /* for reading them, or NULL; borrowed */
};

/* True if the bytes of both are the same. */
bool fold_bytes_equal(struct fold_stretch a, struct fold_stretch b);

/* True if the words of both are the same, compared one by one. Cost: the shorter's length. */
bool fold_words_equal(struct fold_stretch a, struct fold_stretch b);

/*
 * True if `b` begins with all words of `a`; then its start is moved behind them, else `b`
 * stays. Cost: the length of `a`.
 */
bool fold_words_lead(struct fold_stretch a, struct fold_stretch *b);

#endif
