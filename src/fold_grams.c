#include "fold_grams.h"

#include <stdlib.h>

static uint32_t tag_of(uint64_t key)
{
	return (uint32_t)(key >> 32);
}

static size_t shard_of(uint64_t key)
{
	return key % FOLD_SHARDS;
}

/*
 * The place of a tag grows with the tag, so a table may have any size: it grows by a quarter
 * where doubling would waste half of what is the largest part of folding's memory.
 */
static size_t place(const struct fold_shard *shard, uint32_t tag)
{
	return (size_t)((uint64_t)tag * shard->capacity >> 32);
}

static size_t after(const struct fold_shard *shard, size_t at)
{
	return at + 1 == shard->capacity ? 0 : at + 1;
}

void fold_grams_release(struct fold_grams *grams)
{
	for (size_t i = 0; i < FOLD_SHARDS; i++)
		free(grams->shards[i].items);
	*grams = (struct fold_grams){ 0 };
}

static void put(struct fold_shard *shard, struct fold_gram gram)
{
	size_t at = place(shard, gram.tag);

	while (shard->items[at].paragraph)
		at = after(shard, at);
	shard->items[at] = gram;
	shard->count++;
}

/* Begins behind a gap, so that equal tags keep their order. */
static void move(const struct fold_shard *from, struct fold_shard *to)
{
	size_t start = 0;

	while (start < from->capacity && from->items[start].paragraph)
		start++;
	for (size_t n = 0, at = start; n < from->capacity; n++, at = after(from, at)) {
		const struct fold_gram gram = from->items[at];

		if (gram.paragraph)
			put(to, gram);
	}
}

static bool grow(struct fold_shard *shard, struct err *err)
{
	struct fold_shard bigger = { .capacity = shard->capacity + shard->capacity / 3 + 16 };

	bigger.items = calloc(bigger.capacity, sizeof *bigger.items);
	if (!bigger.items)
		return err_memory(err);
	move(shard, &bigger);
	free(shard->items);
	*shard = bigger;
	return true;
}

bool fold_grams_add(struct fold_grams *grams, uint64_t key, uint32_t paragraph, struct err *err)
{
	struct fold_shard *shard = &grams->shards[shard_of(key)];
	uint32_t found[FOLD_GRAM_MOST];
	size_t count = fold_grams_find(grams, key, found);

	if (count == FOLD_GRAM_MOST || (count && found[count - 1] == paragraph) ||
	    shard->count >= UINT32_MAX / 2)
		return true;
	if (shard->count >= shard->capacity / 3 * 2 && !grow(shard, err))
		return false;
	put(shard, (struct fold_gram){ tag_of(key), paragraph + 1 });
	return true;
}

size_t fold_grams_find(const struct fold_grams *grams, uint64_t key,
		       uint32_t found[FOLD_GRAM_MOST])
{
	const struct fold_shard *shard = &grams->shards[shard_of(key)];
	const uint32_t tag = tag_of(key);
	size_t count = 0, at = place(shard, tag);

	if (!shard->capacity)
		return 0;
	for (; shard->items[at].paragraph && count < FOLD_GRAM_MOST; at = after(shard, at)) {
		if (shard->items[at].tag == tag)
			found[count++] = shard->items[at].paragraph - 1;
	}
	return count;
}

void fold_grams_expect(const struct fold_grams *grams, uint64_t key)
{
	const struct fold_shard *shard = &grams->shards[shard_of(key)];

	if (shard->capacity)
		__builtin_prefetch(&shard->items[place(shard, tag_of(key))]);
}
