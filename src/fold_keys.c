#include "fold_keys.h"

#include "fold_hash.h"

/* Shorter lines are found by nothing but all of their words. */
#define GRAMS_WORDS 4

#define KIN_WORDS 26

#define KEY_FACTOR 0x9E3779B97F4A7C15u

enum key_kind { KEY_HEAD, KEY_LABEL };

static uint64_t label_key(const struct fold_token *tokens, size_t count)
{
	uint64_t hash = KEY_LABEL;

	for (size_t i = 0; i < count; i++)
		hash = fold_mix(hash ^ tokens[i].hash, KEY_FACTOR);
	return hash;
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

/* Longer ones are no lines of a list, whatever they begin with. */
static bool may_have_kin(const struct fold_tokens *line)
{
	return line->count <= KIN_WORDS;
}

/* Kin are of one article: its own keys, so that earlier texts take none of their places. */
static uint64_t own_key(const struct fold_job *job, uint64_t key)
{
	return key ^ job->folds->own * KEY_FACTOR;
}

/* The bit that says whether there are lines with this head and no more words. */
static uint64_t brief_bit(uint64_t head)
{
	return UINT64_C(1) << head % 64;
}

static size_t brief_place(uint64_t head)
{
	return head / 64 % (FOLD_BRIEF / 64);
}

static bool has_head(const struct fold_work *work, size_t words)
{
	const uint64_t head = work->keys.heads[words];

	if (words > work->line.count)
		return false;
	return words > 2 || work->brief[brief_place(head)] & brief_bit(head);
}

static void expect_heads(const struct fold_job *job)
{
	static const size_t heads[] = { 1, 2, 3, FOLD_NEAR_WORDS };
	const struct fold_work *work = job->work;

	fold_grams_expect(&work->grams, fold_facts(job, job->n)->hash);
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		if (has_head(work, heads[i]))
			fold_grams_expect(&work->grams, work->keys.heads[heads[i]]);
	}
}

bool fold_expect(const struct fold_job *job, struct err *err)
{
	const struct fold_tokens *line = &job->work->line;
	struct fold_grams *grams = &job->work->grams;
	struct fold_keys *keys = &job->work->keys;

	keys->grams.count = keys->grams.asked = 0;
	make_heads(keys, line);
	expect_heads(job);
	if (line->count < 3)
		return true;
	if (!fold_sample(&keys->grams, line, err))
		return false;
	for (size_t i = 0; i < keys->grams.asked && i < FOLD_EXPECTED; i++)
		fold_grams_expect(grams, keys->grams.items[i]);
	if (may_have_kin(line))
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
	if (!has_head(job->work, count))
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

	if (head <= 2)
		job->work->brief[brief_place(keys->heads[head])] |=
			brief_bit(keys->heads[head]);
	if (!fold_grams_add(grams, keys->heads[head], hit, err))
		return false;
	/* Many begin alike, as those of one speaker do: these words tell them apart. */
	if (hit.weight && !fold_grams_add(grams, keys->heads[FOLD_NEAR_WORDS], hit, err))
		return false;
	if (line->count < 3)
		return true;
	if (may_have_kin(line) && !fold_grams_add(grams, own_key(job, kin_key(keys)), hit, err))
		return false;
	return !label ||
	       fold_grams_add(grams, own_key(job, label_key(line->items, label)), hit, err);
}

/*
 * What is left to ask of a repeat asks for no words: unless it has no final stop, since then
 * its place may decide whether it is a title, a label, or kin of a headline.
 */
bool fold_may_be_copied(const struct fold_job *job, size_t n)
{
	return fold_is(job, n, FOLD_FINAL) &&
	       !fold_is(job, n, FOLD_HEADLINE | FOLD_QUESTION | FOLD_TRIGGER);
}

bool fold_remember(const struct fold_job *job, struct err *err)
{
	const struct fold_keys *keys = &job->work->keys;
	struct fold_facts *facts = fold_facts(job, job->n);
	struct fold_hit hit = { .paragraph = (uint32_t)job->n };

	if (fold_may_be_copied(job, job->n) &&
	    !fold_exact_add(&job->work->exact, job->raw, (uint32_t)job->n, err))
		return false;
	if (!fold_grams_add(&job->work->grams, facts->hash, hit, err) ||
	    !remember_head(job, err))
		return false;
	if (facts->words < GRAMS_WORDS)
		return true;
	hit.weight = keys->grams.weight;
	for (size_t i = 0; i < keys->grams.count; i++) {
		if (keys->grams.items[i] &&
		    !fold_grams_add(&job->work->grams, keys->grams.items[i], hit, err))
			return false;
	}
	facts->grams = (uint32_t)keys->grams.count;
	return true;
}
