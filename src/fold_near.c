/*
 * Nearly the same words. A change is never hidden, whatever its size: a typing error and news
 * can't be told apart. The paragraphs that share 3-grams with the line are found in the index;
 * the best few are compared word by word.
 */
#include "fold_keys.h"
#include "fold_match.h"
#include "fold_read.h"
#include "fold_stages.h"
#include "fold_trail.h"

/* Such nears, both ways, carry a trail on. */
#define SHARE_STRONG 0.8
/* What stands inside a paragraph and has such a share of its words is that, cut. */
#define SHARE_CHANGED 0.8

/* A line may take so many steps to compare, a step being 64 words: fold_diff_steps(). */
#define STEPS_PER_BYTE 6
#define STEPS_FREE     256

static bool is_strong(const struct fold_match *match, bool expected)
{
	double least = match->new < match->old ? match->new : match->old;

	return least >= (expected ? FOLD_NEAR_SHARE : SHARE_STRONG);
}

/* What lacks a few words of a paragraph is no sentence quoted from it. */
static bool is_quoted(const struct fold_match *match)
{
	return match->change.inside &&
	       (double)match->change.same < SHARE_CHANGED * (double)match->old_words;
}

static void say_near(const struct fold_job *job, const struct fold_match *match)
{
	struct fold_paragraph *it = &job->folds->items[job->n];
	const bool quoted = is_quoted(match);

	fold_say(job, job->n, FOLD_NEAR, quoted ? FOLD_BECAUSE_INSIDE : FOLD_BECAUSE_CHANGED);
	it->of = (uint32_t)match->of;
	it->score = (float)match->new;
	fold_facts(job, job->n)->to = (uint32_t)match->to;
	it->changed = quoted ? 0 : match->change.kinds;
}

/*
 * A near carries a trail on, but makes it no surer: laws and tables say nearly the same again
 * and again. Only a long copy, before or behind it, folds the short lines beside it.
 */
static void follow(const struct fold_job *job, const struct fold_match *match)
{
	struct fold_trail *trail = &job->work->trail;
	bool expected = fold_expected(job) == match->of;

	if (!is_strong(match, expected)) {
		fold_settle_shown(job);
		fold_trail_anew(job, NOWHERE);
		return;
	}
	if (trail->longs && expected && job->work->line.count >= FOLD_NEAR_WORDS)
		fold_settle_leading(job, job->n, match->of);
	else if (fold_waits_for_piece(job))
		fold_settle_shown(job);
	fold_tire(job, FOLD_WAIT_MAX);
	if (!expected)
		fold_trail_anew(job, job->n);
	trail->target = match->to;
	trail->at = 0;
}

static void end_trail(const struct fold_job *job)
{
	const struct fold_doubling *doubling = &job->work->doubling;

	if (fold_is(job, job->n, FOLD_TRIGGER))
		fold_settle_run(job);
	/* Block after block may stand twice; then a new one says nothing. */
	if (!doubling->blocks || job->n - doubling->last > doubling->lines)
		fold_settle_shown(job);
	fold_trail_anew(job, NOWHERE);
}

bool fold_stage_near(const struct fold_job *job, struct err *err)
{
	struct fold_match best = { .of = NOWHERE };
	struct fold_candidates candidates;

	job->work->steps =
		span_length(job->folds->items[job->n].span) * STEPS_PER_BYTE + STEPS_FREE;
	if (!fold_find_candidates(job, &candidates, err))
		return false;
	for (size_t i = 0; i < candidates.count; i++)
		fold_expect_reading(job, candidates.items[i].n);
	for (size_t i = 0; i < candidates.count; i++) {
		if (!fold_match_with(job, &candidates.items[i], &best, err))
			return false;
	}
	if (best.of != NOWHERE && !fold_match_widen(job, &best, err))
		return false;
	if (best.of == NOWHERE) {
		end_trail(job);
	} else {
		say_near(job, &best);
		follow(job, &best);
	}
	return fold_remember(job, err);
}
