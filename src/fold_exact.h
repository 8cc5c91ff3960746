/*
 * Paragraphs that have the very bytes of an earlier one: nothing of them needs to be read as
 * words. The first stage of folding, and the cheapest.
 *
 *	raw = fold_raw(&exact, bytes, span);
 *	of = fold_exact_find(&exact, &raw, &folds);
 *	if (of == FOLD_NONE)
 *		fold_exact_add(&exact, &raw, n, &err);
 */
#ifndef FOLD_EXACT_H
#define FOLD_EXACT_H

#include "fold_grams.h"
#include "folds.h"

struct fold_exact {
	struct fold_grams seen;
	uint64_t seed; /* set by whoever makes it, of hash_seed(); all else is zeros */
};

/* A paragraph's bytes. */
struct fold_raw {
	const char *bytes; /* of the text, borrowed */
	struct span span;
	uint64_t hash;
};

/* Cost: the paragraph's length. */
struct fold_raw fold_raw(const struct fold_exact *exact, const char *bytes, struct span span);

/* Says that `raw` will be asked for soon: memory is slow, and this hides it. */
void fold_exact_expect(const struct fold_exact *exact, const struct fold_raw *raw);

/* The first paragraph added that has the same bytes, compared; FOLD_NONE if there is none. */
uint32_t fold_exact_find(const struct fold_exact *exact, const struct fold_raw *raw,
			 const struct folds *folds);

/* Makes paragraph `n` known. Fails only with ERR_MEMORY. */
MUST_USE bool fold_exact_add(struct fold_exact *exact, const struct fold_raw *raw, uint32_t n,
			     struct err *err);

void fold_exact_release(struct fold_exact *exact);

#endif
