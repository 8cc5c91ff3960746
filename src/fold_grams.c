#include "fold_grams.h"

#include <stdlib.h>

/*
 * The place of a tag grows with the tag, so the table may have any size: it grows by a quarter
 * where doubling would waste half of what is the largest part of folding's memory.
 */
static size_t place(const struct fold_grams *grams, uint32_t tag)
{
	return (size_t)((uint64_t)tag * grams->capacity >> 32);
}

static size_t after(const struct fold_grams *grams, size_t at)
{
	return at + 1 == grams->capacity ? 0 : at + 1;
}

static uint32_t tag_of(uint64_t key)
{
	return (uint32_t)(key >> 32);
}

void fold_grams_release(struct fold_grams *grams)
{
	free(grams->items);
	*grams = (struct fold_grams){ 0 };
}

static void put(struct fold_grams *grams, struct fold_gram gram)
{
	size_t at = place(grams, gram.tag);

	while (grams->items[at].paragraph)
		at = after(grams, at);
	grams->items[at] = gram;
	grams->count++;
}

/* Begins behind a gap, so that equal tags keep their order. */
static void move(const struct fold_grams *from, struct fold_grams *to)
{
	size_t start = 0;

	while (start < from->capacity && from->items[start].paragraph)
		start++;
	for (size_t n = 0; n < from->capacity; n++) {
		const struct fold_gram gram = from->items[(start + n) % from->capacity];

		if (gram.paragraph)
			put(to, gram);
	}
}

static bool grow(struct fold_grams *grams, struct err *err)
{
	struct fold_grams bigger = { .capacity = grams->capacity + grams->capacity / 4 + 256 };

	bigger.items = calloc(bigger.capacity, sizeof *bigger.items);
	if (!bigger.items)
		return err_memory(err);
	move(grams, &bigger);
	free(grams->items);
	*grams = bigger;
	return true;
}

bool fold_grams_add(struct fold_grams *grams, uint64_t key, uint32_t paragraph, struct err *err)
{
	uint32_t found[FOLD_GRAM_MOST];
	size_t count = fold_grams_find(grams, key, found);

	if (count == FOLD_GRAM_MOST || (count && found[count - 1] == paragraph))
		return true;
	if (grams->count >= UINT32_MAX / 5 * 4)
		return true;
	if (grams->count >= grams->capacity / 5 * 4 && !grow(grams, err))
		return false;
	put(grams, (struct fold_gram){ tag_of(key), paragraph + 1 });
	return true;
}

size_t fold_grams_find(const struct fold_grams *grams, uint64_t key,
		       uint32_t found[FOLD_GRAM_MOST])
{
	const uint32_t tag = tag_of(key);
	size_t count = 0, at = place(grams, tag);

	if (!grams->capacity)
		return 0;
	for (; grams->items[at].paragraph && count < FOLD_GRAM_MOST; at = after(grams, at)) {
		if (grams->items[at].tag == tag)
			found[count++] = grams->items[at].paragraph - 1;
	}
	return count;
}

void fold_grams_expect(const struct fold_grams *grams, uint64_t key)
{
	if (grams->capacity)
		__builtin_prefetch(&grams->items[place(grams, tag_of(key))]);
}
