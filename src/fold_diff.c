/*
 * Two paragraphs word by word: the longest common subsequence, 64 words a step (Hyyrö 2004,
 * "Bit-parallel LCS-length computation revisited"). Row j holds, for each word of the old
 * paragraph, a 0 where the subsequence with the first j new words grows; the way back through
 * the rows tells which words are the same.
 */
#include "fold_parts.h"

#include "array.h"

#include <stdlib.h>
#include <string.h>

/* Bits of what changed, in the order of change_kinds in fold_why.c. */
enum { NUMBER = 1, DATE = 2, NAME = 4, NEGATION = 8, ATTRIBUTION = 16, QUOTE = 32, WORDS = 64 };

struct place {
	uint64_t hash;
	size_t at;
};

struct fold_diff {
	struct place places[FOLD_DIFF_WORDS]; /* of the old words, by hash */
	struct {
		uint64_t *items;
		size_t count, capacity;
	} rows;
	bool old_same[FOLD_DIFF_WORDS], new_same[FOLD_DIFF_WORDS];
	size_t partner[FOLD_DIFF_WORDS]; /* of a new word that is the same */
};

/* What is left between a common beginning and a common end. */
struct middle {
	const struct fold_token *old, *new;
	size_t old_count, new_count, begin;
	size_t width; /* of a row, in units of 64 words */
};

void fold_diff_free(struct fold_diff *diff)
{
	if (diff)
		free(diff->rows.items);
	free(diff);
}

static int by_hash(const void *a, const void *b)
{
	const struct place *left = a, *right = b;

	if (left->hash != right->hash)
		return left->hash < right->hash ? -1 : 1;
	return left->at < right->at ? -1 : left->at > right->at;
}

static void pair(struct fold_diff *diff, size_t old, size_t new)
{
	diff->old_same[old] = diff->new_same[new] = true;
	diff->partner[new] = old;
}

static struct middle trim(struct fold_diff *diff, const struct fold_tokens *old,
			  const struct fold_tokens *new)
{
	struct middle mid = { old->items, new->items, old->count, new->count, 0, 0 };

	while (mid.old_count && mid.new_count && mid.old->hash == mid.new->hash) {
		pair(diff, mid.begin, mid.begin);
		mid.begin++;
		mid.old++;
		mid.new ++;
		mid.old_count--;
		mid.new_count--;
	}
	while (mid.old_count && mid.new_count &&
	       mid.old[mid.old_count - 1].hash == mid.new[mid.new_count - 1].hash)
		pair(diff, mid.begin + --mid.old_count, mid.begin + --mid.new_count);
	mid.width = (mid.old_count + 63) / 64;
	return mid;
}

static size_t first_place(const struct fold_diff *diff, size_t count, uint64_t hash)
{
	size_t low = 0;

	while (low < count) {
		size_t middle = low + (count - low) / 2;

		if (diff->places[middle].hash < hash)
			low = middle + 1;
		else
			count = middle;
	}
	return low;
}

/* The row behind `before`, with one more new word. */
static void next_row(struct fold_diff *diff, const struct middle *mid, uint64_t *before,
		     uint64_t hash)
{
	uint64_t *row = before + mid->width;
	uint64_t fits[(FOLD_DIFF_WORDS + 63) / 64] = { 0 }, carry = 0;
	size_t at = first_place(diff, mid->old_count, hash);

	for (; at < mid->old_count && diff->places[at].hash == hash; at++)
		fits[diff->places[at].at / 64] |= UINT64_C(1) << diff->places[at].at % 64;
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
	diff->rows.count = 0;
	if (!mid->old_count || !mid->new_count)
		return true;
	if (!ARRAY_RESERVE(&diff->rows, (mid->new_count + 1) * mid->width, err))
		return false;
	for (size_t i = 0; i < mid->old_count; i++)
		diff->places[i] = (struct place){ mid->old[i].hash, i };
	qsort(diff->places, mid->old_count, sizeof *diff->places, by_hash);
	memset(diff->rows.items, 0xFF, mid->width * sizeof *diff->rows.items);
	for (size_t i = 0; i < mid->new_count; i++) {
		next_row(diff, mid, diff->rows.items + i * mid->width, mid->new[i].hash);
	}
	walk_back(diff, mid);
	return true;
}

static unsigned kind_of(const struct fold_job *job, const struct fold_token *token)
{
	unsigned known = fold_index_word(&job->work->phrases, token->hash);

	if (known & PHRASE_DATE || token->marks & FOLD_MARK_YEAR)
		return DATE;
	if (token->begins == FOLD_NUMBER || token->begins == FOLD_SIGN)
		return NUMBER;
	if (known & PHRASE_NEGATION)
		return NEGATION;
	if (known & PHRASE_REPORT)
		return ATTRIBUTION;
	if (token->marks & FOLD_MARK_QUOTED)
		return QUOTE;
	if (token->begins == FOLD_UPPER && !(token->marks & FOLD_MARK_OPENS))
		return NAME;
	return WORDS;
}

static unsigned kinds_in(const struct fold_job *job, const struct fold_tokens *tokens,
			 const bool *same)
{
	unsigned kinds = 0;

	for (size_t i = 0; i < tokens->count; i++) {
		if (!same[i])
			kinds |= kind_of(job, &tokens->items[i]);
	}
	return kinds;
}

static void sum_up(const struct fold_diff *diff, struct fold_change *change)
{
	size_t in_row = 0;

	change->inside = true;
	for (size_t i = 0; i < change->new->count; i++) {
		bool goes_on = diff->new_same[i] &&
			       (!in_row || diff->partner[i] == diff->partner[i - 1] + 1);

		change->same += diff->new_same[i];
		change->inside &= goes_on;
		in_row = goes_on ? in_row + 1 : diff->new_same[i];
		change->grams += in_row >= 3;
	}
}

bool fold_compare(const struct fold_job *job, struct fold_change *change, struct err *err)
{
	struct fold_diff *diff = job->work->diff;
	struct middle mid;

	if (!diff)
		diff = job->work->diff = calloc(1, sizeof *diff);
	if (!diff)
		return err_memory(err);
	memset(diff->old_same, 0, change->old->count);
	memset(diff->new_same, 0, change->new->count);
	mid = trim(diff, change->old, change->new);
	if (!find_common(diff, &mid, err))
		return false;
	sum_up(diff, change);
	change->kinds = (uint8_t)(kinds_in(job, change->old, diff->old_same) |
				  kinds_in(job, change->new, diff->new_same));
	return true;
}
