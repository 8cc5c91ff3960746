/*
 * By which of its 3-grams a paragraph is found again.
 *
 * Of the 3-grams of a paragraph that is not short, those are taken that are the least of any
 * five in a row, of a long one any nine: a third or a fifth of them (Schleimer, Wilkerson,
 * Aiken 2003, "Winnowing: local algorithms for document fingerprinting"). What is taken rests
 * on the words alone, and the least of nine is the least of five, too: whoever repeats seven
 * words in a row, or eleven, takes the same one there. So only what is taken is indexed and
 * asked for. Which is least is a matter of ranks that know no seed: a text always gives the
 * same verdicts. Most of what is near is found, not all: a 3-gram may stand in eight paragraphs
 * already, and where changes stand close together no such run may be left.
 */
#ifndef FOLD_SAMPLE_H
#define FOLD_SAMPLE_H

#include "compiler.h"
#include "err.h"
#include "fold_grams.h"
#include "fold_token.h"

/* What a paragraph's weight says: how many 3-grams it has, and which of them are indexed. */
struct fold_sampling {
	size_t least;  /* it has so many at least */
	size_t window; /* of so many in a row one at least is taken */
};
extern const struct fold_sampling fold_samplings[FOLD_WEIGHTS];

/* The keys of 3-grams. Begins zeroed; whoever has it frees `items`. */
struct fold_sample {
	uint64_t *items; /* first those that are indexed */
	size_t count;	 /* of these */
	size_t asked;	 /* with others that are only asked for */
	size_t capacity;
	uint32_t weight; /* of the paragraph: in fold_samplings */
	size_t window;	 /* of so many 3-grams in a row one at least is asked for */
};

/* Takes those of a line of three words or more. Cost: its words. Fails only with ERR_MEMORY. */
MUST_USE bool fold_sample(struct fold_sample *sample, const struct fold_tokens *line,
			  struct err *err);

/* The key of three words in a row. */
uint64_t fold_gram_key(const struct fold_token *tokens);

#endif
