/*
 * Two paragraphs word by word: the longest common subsequence, 64 words a step (Hyyrö 2004,
 * "Bit-parallel LCS-length computation revisited"). Row j holds, for each word of the old
 * paragraph, a 0 where the subsequence with the first j new words grows; the way back through
 * the rows tells which words are the same.
 */
#include "fold_diff.h"

#include "array.h"

#include <stdlib.h>
#include <string.h>

/* What is left between a common beginning and a common end. */
struct middle {
	const struct fold_token *old, *new;
	size_t old_count, new_count, begin;
	size_t width; /* of a row, in units of 64 words */
	size_t slots; /* of the table of words */
};

void fold_diff_free(struct fold_diff *diff)
{
	if (diff)
		free(diff->fits.items), free(diff->rows.items);
	free(diff);
}

static void pair(struct fold_diff *diff, size_t old, size_t new)
{
	diff->old_same[old] = diff->new_same[new] = true;
	diff->old_partner[old] = new;
	diff->new_partner[new] = old;
}

static struct middle middle_of(const struct fold_tokens *old, const struct fold_tokens *new)
{
	struct middle mid = { old->items, new->items, old->count, new->count, 0, 0, 1 };

	while (mid.old_count && mid.new_count && mid.old->hash == mid.new->hash) {
		mid.begin++;
		mid.old++;
		mid.new ++;
		mid.old_count--;
		mid.new_count--;
	}
	while (mid.old_count && mid.new_count &&
	       mid.old[mid.old_count - 1].hash == mid.new[mid.new_count - 1].hash) {
		mid.old_count--;
		mid.new_count--;
	}
	mid.width = (mid.old_count + 63) / 64;
	while (mid.slots < mid.old_count * 2)
		mid.slots *= 2;
	return mid;
}

/* Pairs what both begin and end with. */
static void pair_ends(struct fold_diff *diff, const struct middle *mid, size_t old_count)
{
	const size_t old_end = mid->begin + mid->old_count;
	const size_t new_end = mid->begin + mid->new_count;

	for (size_t i = 0; i < mid->begin; i++)
		pair(diff, i, i);
	for (size_t i = old_end; i < old_count; i++)
		pair(diff, i, i - old_end + new_end);
}

static size_t slot_of(const struct fold_diff *diff, const struct middle *mid, uint64_t hash)
{
	size_t at = hash & (mid->slots - 1);

	while (diff->slots[at].place && mid->old[diff->slots[at].place - 1].hash != hash)
		at = (at + 1) & (mid->slots - 1);
	return at;
}

static void note_places(struct fold_diff *diff, const struct middle *mid)
{
	memset(diff->slots, 0, mid->slots * sizeof *diff->slots);
	for (size_t i = mid->old_count; i-- > 0;) {
		const size_t at = slot_of(diff, mid, mid->old[i].hash);

		diff->next[i] = diff->slots[at].place;
		diff->slots[at].place = (uint16_t)(i + 1);
	}
}

/* A row with a 1 for each place of the word; NULL if the old paragraph has none. */
static const uint64_t *fits_of(struct fold_diff *diff, const struct middle *mid, uint64_t hash)
{
	const size_t at = slot_of(diff, mid, hash);
	uint64_t *fits;

	if (!diff->slots[at].place)
		return NULL;
	if (diff->slots[at].fits)
		return diff->fits.items + (diff->slots[at].fits - 1u) * mid->width;
	fits = diff->fits.items + diff->fits.count * mid->width;
	diff->slots[at].fits = (uint16_t)++diff->fits.count;
	memset(fits, 0, mid->width * sizeof *fits);
	for (size_t place = diff->slots[at].place; place; place = diff->next[place - 1])
		fits[(place - 1) / 64] |= UINT64_C(1) << (place - 1) % 64;
	return fits;
}

/* The row behind `before`, with one more new word. */
static void next_row(const struct middle *mid, uint64_t *before, const uint64_t *fits)
{
	uint64_t *row = before + mid->width, carry = 0;

	if (!fits) {
		memcpy(row, before, mid->width * sizeof *row);
		return;
	}
	for (size_t i = 0; i < mid->width; i++) {
		const uint64_t grows = before[i] & fits[i];
		const uint64_t partial = before[i] + carry;
		const uint64_t sum = partial + grows;

		carry = (partial < carry) | (sum < grows);
		row[i] = sum | (before[i] & ~fits[i]);
	}
}

static bool bit(const uint64_t *row, size_t at)
{
	return row[at / 64] >> at % 64 & 1;
}

static void walk_back(struct fold_diff *diff, const struct middle *mid)
{
	size_t old = mid->old_count, new = mid->new_count;

	while (old && new) {
		const uint64_t *row = diff->rows.items + new * mid->width;

		if (bit(row, old - 1))
			old--;
		else if (!bit(row - mid->width, old - 1))
			new --;
		else
			pair(diff, mid->begin + --old, mid->begin + --new);
	}
}

static bool find_common(struct fold_diff *diff, const struct middle *mid, struct err *err)
{
	const size_t words = mid->old_count < mid->new_count ? mid->old_count : mid->new_count;

	diff->rows.count = diff->fits.count = 0;
	if (!words)
		return true;
	if (!ARRAY_RESERVE(&diff->rows, (mid->new_count + 1) * mid->width, err) ||
	    !ARRAY_RESERVE(&diff->fits, words * mid->width, err))
		return false;
	note_places(diff, mid);
	memset(diff->rows.items, 0xFF, mid->width * sizeof *diff->rows.items);
	for (size_t i = 0; i < mid->new_count; i++)
		next_row(mid, diff->rows.items + i * mid->width,
			 fits_of(diff, mid, mid->new[i].hash));
	walk_back(diff, mid);
	return true;
}

size_t fold_diff_steps(const struct fold_tokens *old, const struct fold_tokens *new)
{
	const struct middle mid = middle_of(old, new);

	return mid.new_count * mid.width;
}

bool fold_diff_words(struct fold_diff *diff, const struct fold_tokens *old,
		     const struct fold_tokens *new, struct err *err)
{
	const struct middle mid = middle_of(old, new);

	memset(diff->old_same, 0, old->count);
	memset(diff->new_same, 0, new->count);
	pair_ends(diff, &mid, old->count);
	if (!find_common(diff, &mid, err))
		return false;
	fold_diff_tidy(diff, old, new);
	return true;
}
