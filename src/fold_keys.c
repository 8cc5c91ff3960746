/*
 * By what a paragraph is found again: its first words, the label that it carries, and 3-grams
 * spread over all of it. A long paragraph has no more of them than a short one: whoever
 * looks for it asks for each of its own, so a few are enough.
 */
#include "array.h"
#include "fold_hash.h"
#include "fold_parts.h"

/* So many 3-grams of a paragraph are indexed at most. */
#define GRAMS_MOST 16

#define KEY_FACTOR  0x9E3779B97F4A7C15u
#define GRAM_FACTOR 0xD1B54A32D192ED03u

enum key_kind { KEY_HEAD, KEY_LABEL };

static uint64_t label_key(const struct fold_token *tokens, size_t count)
{
	uint64_t hash = KEY_LABEL;

	for (size_t i = 0; i < count; i++)
		hash = fold_mix(hash ^ tokens[i].hash, KEY_FACTOR);
	return hash;
}

static uint64_t gram_key(const struct fold_token *tokens)
{
	return fold_mix(tokens[0].hash ^ GRAM_FACTOR,
			tokens[1].hash ^ (tokens[2].hash << 32 | tokens[2].hash >> 32));
}

static void make_heads(struct fold_keys *keys, const struct fold_tokens *line)
{
	uint64_t hash = KEY_HEAD;

	for (size_t i = 0; i < line->count && i < FOLD_NEAR_WORDS; i++) {
		hash = fold_mix(hash ^ line->items[i].hash, KEY_FACTOR);
		keys->heads[i + 1] = hash;
	}
}

static uint64_t kin_key(const struct fold_keys *keys)
{
	return keys->heads[2] ^ KEY_FACTOR;
}

/* Kin are of one article: its own keys, so that earlier texts take none of their places. */
static uint64_t own_key(const struct fold_job *job, uint64_t key)
{
	return key ^ job->folds->own * KEY_FACTOR;
}

static void expect_heads(const struct fold_job *job)
{
	static const size_t heads[] = { 1, 2, 3, FOLD_NEAR_WORDS };
	const struct fold_work *work = job->work;

	fold_grams_expect(&work->grams, fold_facts(job, job->n)->hash);
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		if (heads[i] <= work->line.count)
			fold_grams_expect(&work->grams, work->keys.heads[heads[i]]);
	}
}

bool fold_expect(const struct fold_job *job, struct err *err)
{
	const struct fold_tokens *line = &job->work->line;
	struct fold_grams *grams = &job->work->grams;
	struct fold_keys *keys = &job->work->keys;

	keys->count = 0;
	make_heads(keys, line);
	expect_heads(job);
	if (line->count < 3)
		return true;
	if (!ARRAY_RESERVE(keys, line->count - 2, err))
		return false;
	keys->count = line->count - 2;
	for (size_t i = 0; i < keys->count; i++)
		keys->items[i] = gram_key(line->items + i);
	for (size_t i = 0; i < keys->count && i < FOLD_EXPECTED; i++)
		fold_grams_expect(grams, keys->items[i]);
	fold_grams_expect(grams, own_key(job, kin_key(keys)));
	return true;
}

/* How many words stand before a label's colon, bar or dash; 0: there is no label. */
static size_t label_words(const struct fold_tokens *tokens)
{
	const unsigned gaps = FOLD_GAP_COLON | FOLD_GAP_BAR | FOLD_GAP_DASH;

	if (tokens->items[0].begins != FOLD_UPPER)
		return 0;
	for (size_t i = 0; i < 4 && i + 1 < tokens->count; i++) {
		if (tokens->items[i].gap & gaps)
			return i + 1;
	}
	return 0;
}

size_t fold_find_same(const struct fold_job *job, struct fold_hit found[FOLD_GRAM_MOST])
{
	return fold_grams_find(&job->work->grams, fold_facts(job, job->n)->hash, found);
}

size_t fold_find_head(const struct fold_job *job, size_t count,
		      struct fold_hit found[FOLD_GRAM_MOST])
{
	if (job->work->line.count < count)
		return 0;
	return fold_grams_find(&job->work->grams, job->work->keys.heads[count], found);
}

static bool shows_before(const struct fold_job *job, uint64_t under, size_t limit)
{
	struct fold_hit found[FOLD_GRAM_MOST];
	size_t count = fold_grams_find(&job->work->grams, under, found);

	for (size_t i = 0; i < count; i++) {
		const size_t n = found[i].paragraph;

		if (n < limit && fold_is_own(job, n) && !folds_hidden(job->folds, n))
			return true;
	}
	return false;
}

bool fold_find_kin(const struct fold_job *job, size_t limit)
{
	const struct fold_tokens *line = &job->work->line;
	size_t label = label_words(line);

	if (line->count < 3)
		return false;
	return shows_before(job, own_key(job, kin_key(&job->work->keys)), limit) ||
	       (label && shows_before(job, own_key(job, label_key(line->items, label)), limit));
}

static bool remember_head(const struct fold_job *job, struct err *err)
{
	const struct fold_tokens *line = &job->work->line;
	const struct fold_keys *keys = &job->work->keys;
	struct fold_grams *grams = &job->work->grams;
	struct fold_hit hit = { .paragraph = (uint32_t)job->n,
				.weight = line->count >= FOLD_NEAR_WORDS };
	size_t label = label_words(line), head = line->count < 3 ? line->count : 3;

	if (!fold_grams_add(grams, keys->heads[head], hit, err))
		return false;
	/* Many begin alike, as those of one speaker do: these words tell them apart. */
	if (hit.weight && !fold_grams_add(grams, keys->heads[FOLD_NEAR_WORDS], hit, err))
		return false;
	if (line->count < 3)
		return true;
	if (!fold_grams_add(grams, own_key(job, kin_key(keys)), hit, err))
		return false;
	return !label ||
	       fold_grams_add(grams, own_key(job, label_key(line->items, label)), hit, err);
}

/* For how many 3-grams of a paragraph one of those indexed stands, in powers of two. */
static uint32_t weight_of(size_t step)
{
	return step >= 8 ? 3 : step >= 4 ? 2 : step >= 2;
}

bool fold_remember(const struct fold_job *job, struct err *err)
{
	const struct fold_tokens *line = &job->work->line;
	const struct fold_keys *keys = &job->work->keys;
	struct fold_facts *facts = fold_facts(job, job->n);
	struct fold_hit hit = { .paragraph = (uint32_t)job->n };
	size_t grams = line->count < 4 ? 0 : line->count - 2;
	size_t step = (grams + GRAMS_MOST - 1) / GRAMS_MOST;

	if (!fold_grams_add(&job->work->grams, facts->hash, hit, err) ||
	    !remember_head(job, err))
		return false;
	hit.weight = weight_of(step);
	for (size_t i = 0; i < grams; i += step) {
		if (!fold_grams_add(&job->work->grams, keys->items[i], hit, err))
			return false;
		facts->grams++;
	}
	return true;
}
