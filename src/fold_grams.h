/*
 * From short stretches of words to the paragraphs that have them: 8 bytes a stretch, at most
 * FOLD_GRAM_MOST paragraphs each, the first ones. A key is a hash cut to 32 bits, so what is
 * found is only likely: whoever asks verifies it.
 */
#ifndef FOLD_GRAMS_H
#define FOLD_GRAMS_H

#include "compiler.h"
#include "err.h"

#include <stddef.h>
#include <stdint.h>

#define FOLD_GRAM_MOST 8

struct fold_gram {
	uint32_t tag;
	uint32_t paragraph; /* its number + 1; 0: free */
};

/* They grow one after another: a single table, while it moves, would take twice its size. */
#define FOLD_SHARDS 64

struct fold_grams {
	struct fold_shard {
		struct fold_gram *items;
		size_t count, capacity;
	} shards[FOLD_SHARDS];
};

void fold_grams_release(struct fold_grams *grams);

/* Adds nothing where FOLD_GRAM_MOST paragraphs, or this one, stand under `key` already. */
MUST_USE bool fold_grams_add(struct fold_grams *grams, uint64_t key, uint32_t paragraph,
			     struct err *err);

/* The paragraphs under `key`, oldest first; returns how many. */
size_t fold_grams_find(const struct fold_grams *grams, uint64_t key,
		       uint32_t found[FOLD_GRAM_MOST]);

/* Says that `key` will be asked for soon: memory is slow, and this hides it. */
void fold_grams_expect(const struct fold_grams *grams, uint64_t key);

#endif
