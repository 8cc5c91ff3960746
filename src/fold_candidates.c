#include "fold_candidates.h"

#include "fold_hits.h"
#include "fold_trail.h"

/* The share of 3-grams, of the smaller of the two, where only a few paragraphs have each. */
#define SHARE_LIKELY 0.25

/* Where a run expects it, a paragraph is near with so few words, whatever stands in a row. */
#define WORDS_EXPECTED 4

/* So many words that are only so many different ones can be found anywhere: "a b a a b". */
#define WORDS_FEW     16
#define DIFFERENT_FEW 4

size_t fold_grams_of_smaller(const struct fold_job *job, const struct fold_candidate *it)
{
	const size_t old = fold_facts(job, it->n)->words, new = job->work->line.count;

	return (old < FOLD_NEAR_WORDS || new < old ? new : old) - 2;
}

/* True if so many hits are no chance, even where as few as can be are taken of what is shared.
 */
static bool is_likely(const struct fold_candidate *it, size_t grams)
{
	if (it->window == 1)
		return (double)it->hits >= SHARE_LIKELY * (double)grams;
	return (double)(it->hits * (2 * it->window - 1)) >= FOLD_NEAR_SHARE * (double)grams;
}

static bool is_better(const struct fold_candidate *a, const struct fold_candidate *b)
{
	return a->shared != b->shared ? a->shared > b->shared : a->n < b->n;
}

static void consider(const struct fold_job *job, struct fold_candidates *best,
		     struct fold_candidate it)
{
	size_t at = best->count;

	/* In this order: each reads more memory, and most fail the first. */
	if (!fold_facts(job, it.n)->grams || !is_likely(&it, fold_grams_of_smaller(job, &it)) ||
	    !fold_stands(job, it.n))
		return;
	it.shared = it.hits * (it.window + 1) / 2; /* on average: Schleimer et al. */
	while (at && is_better(&it, &best->items[at - 1]))
		at--;
	if (at == FOLD_CANDIDATES)
		return;
	best->count += best->count < FOLD_CANDIDATES;
	for (size_t i = best->count - 1; i > at; i--)
		best->items[i] = best->items[i - 1];
	best->items[at] = it;
}

/* The thinner of the samples of the line and of a paragraph found. */
static size_t common_window(const struct fold_sample *keys, const struct fold_tally *tally)
{
	const size_t window = fold_samplings[tally->weight].window;

	return window > keys->window ? window : keys->window;
}

/*
 * True if the hits are too few whatever the paragraph's length, or a single phrase that many
 * have: the paragraph need not be looked up.
 */
static bool is_chance(const struct fold_candidate *it, size_t grams,
		      const struct fold_tally *tally)
{
	const size_t least = fold_samplings[tally->weight].least;

	if (it->hits < 2 && (it->window == 1 || !tally->rare))
		return true;
	if (it->window == 1)
		return false;
	return !is_likely(it, least < grams ? least : grams);
}

static bool find_by_grams(const struct fold_job *job, struct fold_candidates *best,
			  struct err *err)
{
	const struct fold_sample *keys = &job->work->keys.grams;
	struct fold_tallies tallies;

	if (!fold_tally(job, &tallies, err))
		return false;
	for (size_t i = 0; i < tallies.count; i++) {
		const struct fold_tally *it = &tallies.items[i];
		const struct fold_candidate one = { .n = it->paragraph,
						    .hits = it->hits,
						    .window = common_window(keys, it) };

		if (!is_chance(&one, job->work->line.count - 2, it))
			consider(job, best, one);
	}
	return true;
}

/* The paragraph that a run expects, if it is none of the others. */
static void add_expected(const struct fold_job *job, struct fold_candidates *best)
{
	const size_t next = fold_expected(job);

	if (next == NOWHERE || fold_facts(job, next)->words < WORDS_EXPECTED)
		return;
	for (size_t i = 0; i < best->count; i++) {
		if (best->items[i].n == next)
			return;
	}
	best->items[best->count++] = (struct fold_candidate){ .n = next };
}

/* True if the line repeats a few words all along. */
static bool says_little(const struct fold_tokens *line)
{
	uint64_t different[DIFFERENT_FEW] = { 0 };
	size_t count = 0;

	if (line->count < WORDS_FEW)
		return false;
	for (size_t i = 0, n = 0; i < line->count; i++, n = 0) {
		while (n < count && different[n] != line->items[i].hash)
			n++;
		if (n == DIFFERENT_FEW)
			return false;
		if (n == count)
			different[count++] = line->items[i].hash;
	}
	return true;
}

bool fold_find_candidates(const struct fold_job *job, struct fold_candidates *best,
			  struct err *err)
{
	const size_t words = job->work->line.count;

	best->count = 0;
	if (words >= FOLD_NEAR_WORDS && !says_little(&job->work->line) &&
	    !find_by_grams(job, best, err))
		return false;
	if (words >= FOLD_NEAR_WORDS || (words >= WORDS_EXPECTED && job->work->trail.longs))
		add_expected(job, best);
	return true;
}
