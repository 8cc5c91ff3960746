/*
 * Nearly the same words. A change is never hidden, whatever its size: a typing error and news
 * can't be told apart. The paragraphs that share 3-grams with the line are found in the index;
 * the best few are compared word by word.
 */
#include "fold_parts.h"

#define CANDIDATES 3
/* Shares of 3-grams and of words in order: of the smaller of the two. */
#define SHARE_LIKELY 0.25
#define SHARE	     0.6
/* Such nears, both ways, carry a trail on. */
#define SHARE_STRONG 0.8

/* A candidate may be so much longer than the line: bytes. Keeps all linear. */
#define LONGER_TIMES 8
#define LONGER_BYTES 1024

struct candidate {
	size_t n;
	size_t hits;
	double share; /* of 3-grams, estimated */
};

struct best {
	struct candidate items[CANDIDATES + 1];
	size_t count;
};

struct match {
	size_t of;
	struct fold_change change;
	double new, old; /* shares of words in order */
};

static double share_of(const struct fold_job *job, const struct candidate *it)
{
	const struct fold_facts *old = fold_facts(job, it->n);
	double of_old = (double)it->hits / old->grams;
	double of_new = of_old * (old->words - 2) / (double)(job->work->line.count - 2);

	if (old->words < FOLD_NEAR_WORDS)
		return of_new;
	return of_old > of_new ? of_old : of_new;
}

static bool is_better(const struct candidate *a, const struct candidate *b)
{
	return a->hits != b->hits ? a->hits > b->hits : a->n < b->n;
}

static void consider(const struct fold_job *job, struct best *best, struct candidate it)
{
	size_t at = best->count;

	if (!fold_stands(job, it.n) || !fold_facts(job, it.n)->grams)
		return;
	it.share = share_of(job, &it);
	if (it.share < SHARE_LIKELY)
		return;
	while (at && is_better(&it, &best->items[at - 1]))
		at--;
	if (at == CANDIDATES)
		return;
	best->count += best->count < CANDIDATES;
	for (size_t i = best->count - 1; i > at; i--)
		best->items[i] = best->items[i - 1];
	best->items[at] = it;
}

/*
 * A single hit is chance, unless the paragraph is so much longer than the line that it stands
 * for a good part of it: then it stands for at most `stands_for` 3-grams.
 */
static bool is_chance(const struct fold_job *job, const struct fold_tally *tally)
{
	static const size_t stands_for[FOLD_WEIGHTS] = { 1, 3, 7, SIZE_MAX };
	const size_t grams = job->work->keys.count;

	return tally->hits < 2 &&
	       stands_for[tally->weight] < (size_t)((double)grams * SHARE_LIKELY);
}

static bool find_candidates(const struct fold_job *job, struct best *best, struct err *err)
{
	const size_t next = fold_expected(job);
	struct fold_tallies tallies;

	if (!fold_tally(job, &tallies, err))
		return false;
	for (size_t i = 0; i < tallies.count; i++) {
		const struct fold_tally *it = &tallies.items[i];

		if (!is_chance(job, it))
			consider(job, best, (struct candidate){ it->paragraph, it->hits, 0 });
	}
	for (size_t i = 0; i < best->count; i++) {
		if (best->items[i].n == next)
			return true;
	}
	if (next != NOWHERE && fold_facts(job, next)->words >= 4)
		best->items[best->count++] = (struct candidate){ .n = next };
	return true;
}

static bool is_comparable(const struct fold_job *job, size_t of)
{
	const struct fold_paragraph *items = job->folds->items;

	return job->work->line.count <= FOLD_DIFF_WORDS &&
	       fold_facts(job, of)->words <= FOLD_DIFF_WORDS &&
	       span_length(items[of].span) <=
		       span_length(items[job->n].span) * LONGER_TIMES + LONGER_BYTES;
}

static bool is_near(const struct fold_job *job, struct match *match)
{
	const size_t old = fold_facts(job, match->of)->words, new = job->work->line.count;
	const bool both = old >= FOLD_NEAR_WORDS;
	double grams = (double)match->change.grams / (double)(new - 2);

	match->new = (double)match->change.same / (double)new;
	match->old = both ? (double)match->change.same / (double)old : 0;
	if (both && old < new)
		grams = (double)match->change.grams / (double)(old - 2);
	return grams >= SHARE && (match->new >= SHARE || match->old >= SHARE);
}

/* Too long to compare: the shared 3-grams decide. */
static void guess(struct match *match, const struct candidate *it)
{
	match->new = match->old = it->share > 1 ? 1 : it->share;
	match->change = (struct fold_change){ .kinds = 0 };
}

/* Compares word by word, where neither is too long for that. */
static bool compare(const struct fold_job *job, struct match *match, struct err *err)
{
	struct fold_work *work = job->work;
	const struct fold_source source = fold_source_of(job, match->of);

	match->change.old = &work->other;
	match->change.new = &work->line;
	return fold_tokenise(&source, &work->other, err) &&
	       fold_compare(job, &match->change, err);
}

static bool match_with(const struct fold_job *job, const struct candidate *it,
		       struct match *best, struct err *err)
{
	struct match match = { .of = it->n };
	bool near;

	if (is_comparable(job, it->n)) {
		if (!compare(job, &match, err))
			return false;
		near = is_near(job, &match);
	} else {
		guess(&match, it);
		near = it->share >= SHARE;
	}
	if (near && (best->of == NOWHERE || match.new + match.old > best->new + best->old))
		*best = match;
	return true;
}

static bool is_strong(const struct match *match, bool expected)
{
	double least = match->new < match->old ? match->new : match->old;

	return least >= (expected ? SHARE : SHARE_STRONG);
}

static void say_near(const struct fold_job *job, const struct match *match)
{
	struct fold_paragraph *it = &job->folds->items[job->n];

	fold_say(job, job->n, FOLD_NEAR,
		 match->change.inside ? FOLD_BECAUSE_INSIDE : FOLD_BECAUSE_CHANGED);
	it->of = (uint32_t)match->of;
	it->score = (float)match->new;
	it->changed = match->change.inside ? 0 : match->change.kinds;
}

/*
 * A near carries a trail on, but makes it no surer: laws and tables say nearly the same again
 * and again. Only a long copy, before or behind it, folds the short lines beside it.
 */
static void follow(const struct fold_job *job, const struct match *match)
{
	struct fold_trail *trail = &job->work->trail;
	bool expected = fold_expected(job) == match->of;

	if (!is_strong(match, expected)) {
		fold_settle_shown(job);
		*trail = (struct fold_trail){ .start = NOWHERE };
		return;
	}
	if (trail->anchored && expected)
		fold_settle_leading(job, job->n, match->of);
	else if (fold_waits_for_piece(job))
		fold_settle_shown(job);
	fold_tire(job, FOLD_WAIT_MAX);
	if (!expected)
		*trail = (struct fold_trail){ .start = job->n };
	trail->target = match->of;
	trail->at = 0;
}

static void end_trail(const struct fold_job *job)
{
	const struct fold_doubling *doubling = &job->work->doubling;

	/* Block after block may stand twice; then a new one says nothing. */
	if (!doubling->blocks || job->n - doubling->last > doubling->lines)
		fold_settle_shown(job);
	job->work->trail = (struct fold_trail){ .start = NOWHERE };
}

bool fold_stage_near(const struct fold_job *job, struct err *err)
{
	struct match best = { .of = NOWHERE };
	struct best candidates = { .count = 0 };

	if (job->work->line.count >= FOLD_NEAR_WORDS && !find_candidates(job, &candidates, err))
		return false;
	for (size_t i = 0; i < candidates.count; i++) {
		if (!match_with(job, &candidates.items[i], &best, err))
			return false;
	}
	if (best.of == NOWHERE) {
		end_trail(job);
	} else {
		say_near(job, &best);
		follow(job, &best);
	}
	return fold_remember(job, err);
}
