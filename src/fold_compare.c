#include "fold_compare.h"

#include "compiler.h"

#include <stdlib.h>

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

static int by_value(const void *one, const void *other)
{
	const uint64_t a = *(const uint64_t *)one, b = *(const uint64_t *)other;

	return (a > b) - (a < b);
}

void fold_sort_threes(const struct fold_tokens *tokens, struct fold_threes *threes)
{
	threes->count = make_keys(tokens, threes->keys);
	qsort(threes->keys, threes->count, sizeof *threes->keys, by_value);
}

size_t fold_count_threes(const struct fold_tokens *tokens, const struct fold_threes *threes)
{
	size_t shared = 0;

	for (size_t i = 0; i + 2 < tokens->count; i++) {
		const uint64_t key = fold_gram_key(tokens->items + i);

		shared += bsearch(&key, threes->keys, threes->count, sizeof key, by_value) !=
			  NULL;
	}
	return shared;
}

static void sum_up(const struct fold_diff *diff, struct fold_change *change)
{
	size_t in_row = 0;

	change->inside = true;
	for (size_t i = 0; i < change->new->count; i++) {
		bool goes_on =
			diff->new_same[i] &&
			(!in_row || diff->new_partner[i] == diff->new_partner[i - 1] + 1);

		change->same += diff->new_same[i];
		change->inside &= goes_on;
		in_row = goes_on ? in_row + 1 : diff->new_same[i];
		change->grams += in_row >= 3;
	}
}

bool fold_compare(const struct fold_job *job, struct fold_change *change, struct err *err)
{
	struct fold_diff *diff = job->work->diff;

	if (!diff)
		diff = job->work->diff = calloc(1, sizeof *diff);
	if (!diff)
		return err_memory(err);
	if (!fold_diff_words(diff, change->old, change->new, err))
		return false;
	sum_up(diff, change);
	return true;
}

void fold_tell_kinds(const struct fold_job *job, struct fold_change *change)
{
	const struct fold_diff *diff = job->work->diff;
	const struct fold_forms *phrases = &job->work->phrases;
	const struct fold_part piece = fold_diff_piece(diff, change->old, change->new);
	unsigned kinds = 0;

	for (size_t i = 0; i < change->old->count; i++) {
		if (!diff->old_same[i])
			kinds |= fold_old_kind_of(phrases, change->old, i, piece);
	}
	for (size_t i = 0; i < change->new->count; i++) {
		if (!diff->new_same[i])
			kinds |= fold_kind_of(phrases, change->new, i);
	}
	change->kinds = (uint8_t)kinds;
}
