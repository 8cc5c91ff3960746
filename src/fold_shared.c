/*
 * What two paragraphs share at least, counted without regard to order: far cheaper than to
 * compare them word by word.
 */
#include "compiler.h"
#include "fold_parts.h"

/* A power of two. */
#define GRAM_BITS 4096u

#define FIVE_FACTOR 0xD1B54A32D192ED03u

/* A set of keys: whether one may be in it. */
struct bits {
	uint64_t items[GRAM_BITS / 64];
};

static void set_bit(struct bits *bits, uint64_t key)
{
	bits->items[key / 64 % (GRAM_BITS / 64)] |= UINT64_C(1) << key % 64;
}

static size_t has_bit(const struct bits *bits, uint64_t key)
{
	return bits->items[key / 64 % (GRAM_BITS / 64)] >> key % 64 & 1;
}

/* Of the words from `i` on, their three of which are `keys[i]`. */
static uint64_t five_key(const uint64_t *keys, size_t i)
{
	return keys[i] ^ keys[i + 2] * FIVE_FACTOR;
}

/* Of all threes in a row; how many there are. */
static size_t make_keys(const struct fold_tokens *tokens, uint64_t keys[FOLD_DIFF_WORDS])
{
	const size_t count = tokens->count < 3 ? 0 : tokens->count - 2;

	for (size_t i = 0; i < count; i++)
		keys[i] = fold_gram_key(tokens->items + i);
	return count;
}

struct fold_shared fold_count_shared(const struct fold_change *change)
{
	struct bits threes = { { 0 } }, fives = { { 0 } };
	uint64_t keys[FOLD_DIFF_WORDS] UNSET;
	struct fold_shared shared = { 0, 0 };
	size_t count = make_keys(change->old, keys);

	for (size_t i = 0; i < count; i++) {
		set_bit(&threes, keys[i]);
		if (i + 2 < count)
			set_bit(&fives, five_key(keys, i));
	}
	count = make_keys(change->new, keys);
	for (size_t i = 0; i < count; i++) {
		shared.threes += has_bit(&threes, keys[i]);
		if (i + 2 < count)
			shared.fives += has_bit(&fives, five_key(keys, i));
	}
	return shared;
}

size_t fold_count_words(const struct fold_change *change)
{
	struct bits words = { { 0 } };
	size_t shared = 0;

	for (size_t i = 0; i < change->old->count; i++)
		set_bit(&words, change->old->items[i].hash);
	for (size_t i = 0; i < change->new->count; i++)
		shared += has_bit(&words, change->new->items[i].hash);
	return shared;
}
