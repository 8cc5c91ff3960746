/*
 * By what a paragraph is found again: its words as a whole, its first words, the label that it
 * carries, and some of its 3-grams.
 *
 * Of the 3-grams of a paragraph that is not short, those are taken that are the least of any
 * five in a row, of a long one any nine: a third or a fifth of them (Schleimer, Wilkerson,
 * Aiken 2003, "Winnowing: local algorithms for document fingerprinting"). What is taken rests
 * on the words alone, and the least of nine is the least of five, too: whoever repeats seven
 * words in a row, or eleven, takes the same one there. So only what is taken is indexed and
 * asked for. Which is least is a matter of ranks that know no seed: a text always gives the
 * same verdicts. Most of what is near is found, not all: a 3-gram may stand in eight paragraphs
 * already, and where changes stand close together no such run may be left.
 */
#include "array.h"
#include "fold_hash.h"
#include "fold_parts.h"

/* A paragraph of so many 3-grams is short: all are taken. */
#define GRAMS_SHORT 16

/* One of so many still asks for all: it may be a short one with a change, made longer. */
#define GRAMS_ASKED 32

/* Shorter lines are found by nothing but all of their words. */
#define GRAMS_WORDS 4

#define KIN_WORDS 26

/* More than the longest window, a power of two. */
#define WINDOW_KEPT 16

#define KEY_FACTOR  0x9E3779B97F4A7C15u
#define GRAM_FACTOR 0xD1B54A32D192ED03u
#define RANK_FACTOR UINT32_C(0x9E3779B1)

enum key_kind { KEY_HEAD, KEY_LABEL };

static uint64_t label_key(const struct fold_token *tokens, size_t count)
{
	uint64_t hash = KEY_LABEL;

	for (size_t i = 0; i < count; i++)
		hash = fold_mix(hash ^ tokens[i].hash, KEY_FACTOR);
	return hash;
}

uint64_t fold_gram_key(const struct fold_token *tokens)
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

/* Longer ones are no lines of a list, whatever they begin with. */
static bool has_kin(const struct fold_tokens *line)
{
	return line->count >= 3 && line->count <= KIN_WORDS;
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
static inline uint32_t take_least(struct fold_keys *keys, const struct fold_tokens *line,
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
		keys->items[keys->count++] = fold_gram_key(line->items + (uint32_t)least);
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

static bool make_grams(struct fold_keys *keys, const struct fold_tokens *line, struct err *err)
{
	const size_t grams = line->count - 2;
	uint32_t taken = 0;

	if (!ARRAY_RESERVE(keys, grams, err))
		return false;
	keys->weight = weight_of(grams);
	keys->window = fold_samplings[keys->weight].window;
	if (keys->window > 1)
		taken = keys->window > 5 ? take_least(keys, line, 9)
					 : take_least(keys, line, 5);
	keys->asked = keys->count;
	if (grams > GRAMS_ASKED)
		return true;
	for (size_t at = 0; at < grams; at++) {
		if (!(taken >> at & 1))
			keys->items[keys->asked++] = fold_gram_key(line->items + at);
	}
	if (keys->window == 1)
		keys->count = keys->asked;
	keys->window = 1;
	return true;
}

bool fold_expect(const struct fold_job *job, struct err *err)
{
	const struct fold_tokens *line = &job->work->line;
	struct fold_grams *grams = &job->work->grams;
	struct fold_keys *keys = &job->work->keys;

	keys->count = keys->asked = 0;
	make_heads(keys, line);
	expect_heads(job);
	if (line->count < 3)
		return true;
	if (!make_grams(keys, line, err))
		return false;
	for (size_t i = 0; i < keys->asked && i < FOLD_EXPECTED; i++)
		fold_grams_expect(grams, keys->items[i]);
	if (has_kin(line))
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
	if (has_kin(line) && !fold_grams_add(grams, own_key(job, kin_key(keys)), hit, err))
		return false;
	return label < 1 || line->count < 3 ||
	       fold_grams_add(grams, own_key(job, label_key(line->items, label)), hit, err);
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
	hit.weight = keys->weight;
	for (size_t i = 0; i < keys->count; i++) {
		if (keys->items[i] &&
		    !fold_grams_add(&job->work->grams, keys->items[i], hit, err))
			return false;
	}
	facts->grams = (uint32_t)keys->count;
	return true;
}
