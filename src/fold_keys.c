/*
 * By what a paragraph is found again: its first words, the label that it carries, and 3-grams
 * spread over all of it. A long paragraph has no more of them than a short one: whoever
 * looks for it asks for each of its own, so a few are enough.
 */
#include "fold_parts.h"

/* So many 3-grams of a paragraph are indexed at most. */
#define GRAMS_MOST 16

enum key_kind { KEY_GRAM, KEY_HEAD, KEY_KIN, KEY_LABEL };

static uint64_t mix(uint64_t hash, uint64_t more)
{
	hash = (hash ^ more) * 0x9E3779B97F4A7C15u;
	return hash ^ hash >> 29;
}

static uint64_t key(const struct fold_token *tokens, size_t count, enum key_kind kind)
{
	uint64_t hash = mix(count, kind);

	for (size_t i = 0; i < count; i++)
		hash = mix(hash, tokens[i].hash);
	return hash;
}

/* Kin are of one article: its own keys, so that earlier texts take none of their places. */
static uint64_t own_key(const struct fold_job *job, size_t count, enum key_kind kind)
{
	return mix(key(job->work->line.items, count, kind), job->folds->own);
}

uint64_t fold_gram_key(const struct fold_token *tokens)
{
	return key(tokens, 3, KEY_GRAM);
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

size_t fold_find_head(const struct fold_job *job, size_t count, uint32_t found[FOLD_GRAM_MOST])
{
	const struct fold_tokens *line = &job->work->line;

	if (line->count < count)
		return 0;
	return fold_grams_find(&job->work->grams, key(line->items, count, KEY_HEAD), found);
}

static bool shows_before(const struct fold_job *job, uint64_t under, size_t limit)
{
	uint32_t found[FOLD_GRAM_MOST];
	size_t count = fold_grams_find(&job->work->grams, under, found);

	for (size_t i = 0; i < count; i++) {
		if (found[i] < limit && fold_is_own(job, found[i]) &&
		    !folds_hidden(job->folds, found[i]))
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
	return shows_before(job, own_key(job, 2, KEY_KIN), limit) ||
	       (label && shows_before(job, own_key(job, label, KEY_LABEL), limit));
}

static bool remember_head(const struct fold_job *job, struct err *err)
{
	const struct fold_tokens *line = &job->work->line;
	struct fold_grams *grams = &job->work->grams;
	const uint32_t n = (uint32_t)job->n;
	size_t label = label_words(line), head = line->count < 3 ? line->count : 3;

	if (!fold_grams_add(grams, key(line->items, head, KEY_HEAD), n, err))
		return false;
	/* Many begin alike, as those of one speaker do: these words tell them apart. */
	if (line->count >= FOLD_NEAR_WORDS &&
	    !fold_grams_add(grams, key(line->items, FOLD_NEAR_WORDS, KEY_HEAD), n, err))
		return false;
	if (line->count < 3)
		return true;
	if (!fold_grams_add(grams, own_key(job, 2, KEY_KIN), n, err))
		return false;
	return !label || fold_grams_add(grams, own_key(job, label, KEY_LABEL), n, err);
}

bool fold_remember(const struct fold_job *job, struct err *err)
{
	const struct fold_tokens *line = &job->work->line;
	struct fold_facts *facts = fold_facts(job, job->n);
	size_t grams = line->count < 4 ? 0 : line->count - 2;
	size_t step = (grams + GRAMS_MOST - 1) / GRAMS_MOST;

	if (!map_add(&job->work->seen, facts->hash, (uint32_t)job->n, err) ||
	    !remember_head(job, err))
		return false;
	for (size_t i = 0; i < grams; i += step) {
		if (!fold_grams_add(&job->work->grams, fold_gram_key(line->items + i),
				    (uint32_t)job->n, err))
			return false;
		facts->grams++;
	}
	return true;
}
