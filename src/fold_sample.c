#include "fold_sample.h"

#include "array.h"
#include "fold_hash.h"

/* A paragraph of so many 3-grams is short: all are taken. */
#define GRAMS_SHORT 16

/* One of so many still asks for all: it may be a short one with a change, made longer. */
#define GRAMS_ASKED 32

/* More than the longest window, a power of two. */
#define WINDOW_KEPT 16

#define GRAM_FACTOR 0xD1B54A32D192ED03u
#define RANK_FACTOR UINT32_C(0x9E3779B1)

uint64_t fold_gram_key(const struct fold_token *tokens)
{
	return fold_mix(tokens[0].hash ^ GRAM_FACTOR,
			tokens[1].hash ^ (tokens[2].hash << 32 | tokens[2].hash >> 32));
}

const struct fold_sampling fold_samplings[FOLD_WEIGHTS] = {
	{ 0, 1 }, { GRAMS_SHORT + 1, 5 }, { GRAMS_ASKED + 1, 9 }, { 61, 9 }
};

/* What 3-gram `at` is compared by, its place behind that: of equal ones the first is less. */
static uint64_t ranked(const struct fold_token *tokens, size_t at)
{
	const struct fold_token *gram = tokens + at;
	const uint32_t ranks =
		(uint32_t)gram[0].rank << 16 | (uint32_t)gram[1].rank << 8 | gram[2].rank;

	return (uint64_t)(ranks * RANK_FACTOR) << 32 | at;
}

/* The least of the ranks up to number `at`, `size` of them; a place is a number modulo. */
static uint64_t least_of(const uint64_t ranks[WINDOW_KEPT], size_t at, size_t size)
{
	uint64_t least = ranks[at % WINDOW_KEPT];

	for (size_t back = 1; back < size; back++) {
		const uint64_t rank = ranks[(at - back) % WINDOW_KEPT];

		least = rank < least ? rank : least;
	}
	return least;
}

/*
 * Takes each that is the least of a window, of 5 or 9. Returns which of the first GRAMS_ASKED
 * those are. The least of one window is that of the next, as a rule: unless the new rank is
 * less, or it stood first and is left behind.
 */
static inline uint32_t take_least(struct fold_sample *sample, const struct fold_tokens *line,
				  size_t size)
{
	uint64_t ranks[WINDOW_KEPT], least = UINT64_MAX;
	uint32_t taken = 0;

	for (size_t at = 0; at + 2 < line->count; at++) {
		const uint64_t rank = ranked(line->items, at);

		ranks[at % WINDOW_KEPT] = rank;
		if (rank < least)
			least = rank;
		else if ((uint32_t)least + size == at)
			least = least_of(ranks, at, size);
		else if (at + 1 != size)
			continue;
		if (at + 1 < size)
			continue;
		sample->items[sample->count++] = fold_gram_key(line->items + (uint32_t)least);
		taken |= (uint32_t)least < GRAMS_ASKED ? UINT32_C(1) << (uint32_t)least : 0;
	}
	return taken;
}

static uint32_t weight_of(size_t grams)
{
	uint32_t weight = FOLD_WEIGHTS - 1;

	while (weight && grams < fold_samplings[weight].least)
		weight--;
	return weight;
}

bool fold_sample(struct fold_sample *sample, const struct fold_tokens *line, struct err *err)
{
	const size_t grams = line->count - 2;
	uint32_t taken = 0;

	sample->count = 0;
	if (!ARRAY_RESERVE(sample, grams, err))
		return false;
	sample->weight = weight_of(grams);
	sample->window = fold_samplings[sample->weight].window;
	if (sample->window > 1)
		taken = sample->window > 5 ? take_least(sample, line, 9)
					   : take_least(sample, line, 5);
	sample->asked = sample->count;
	if (grams > GRAMS_ASKED)
		return true;
	for (size_t at = 0; at < grams; at++) {
		if (!(taken >> at & 1))
			sample->items[sample->asked++] = fold_gram_key(line->items + at);
	}
	if (sample->window == 1)
		sample->count = sample->asked;
	sample->window = 1;
	return true;
}
