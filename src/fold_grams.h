/*
 * From short stretches of words to the paragraphs that have them: 8 bytes a stretch, at most
 * FOLD_GRAM_MOST paragraphs each, the first ones. A key is a hash cut to some 32 bits, so what
 * is found is only likely: whoever asks verifies it.
 */
#ifndef FOLD_GRAMS_H
#define FOLD_GRAMS_H

#include "compiler.h"
#include "err.h"

#include <stddef.h>
#include <stdint.h>

#define FOLD_GRAM_MOST 8

/* What stands under a key. */
struct fold_hit {
	uint32_t paragraph;
	uint32_t weight; /* what it tells whoever finds it: less than FOLD_WEIGHTS */
};

#define FOLD_WEIGHTS 4u

/* They grow one after another: a single table, while it moves, would take twice its size. */
#define FOLD_SHARDS 4

struct fold_grams {
	struct fold_shard {
		struct fold_bucket *items;
		size_t capacity; /* buckets */
		size_t count;	 /* stretches in them */
	} shards[FOLD_SHARDS];
};

void fold_grams_release(struct fold_grams *grams);

/* Adds nothing where FOLD_GRAM_MOST paragraphs, or this one, stand under `key` already. */
MUST_USE bool fold_grams_add(struct fold_grams *grams, uint64_t key, struct fold_hit hit,
			     struct err *err);

/* What stands under `key`, oldest first; returns how many. */
size_t fold_grams_find(const struct fold_grams *grams, uint64_t key,
		       struct fold_hit found[FOLD_GRAM_MOST]);

/* Says that `key` will be asked for soon: memory is slow, and this hides it. */
void fold_grams_expect(const struct fold_grams *grams, uint64_t key);

#endif
