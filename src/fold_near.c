/*
 * Nearly the same words. A change is never hidden, whatever its size: a typing error and news
 * can't be told apart. The paragraphs that share 3-grams with the line are found in the index;
 * the best few are compared word by word.
 */
#include "fold_candidates.h"
#include "fold_compare.h"
#include "fold_keys.h"
#include "fold_read.h"
#include "fold_stages.h"
#include "fold_trail.h"
#include "fold_widen.h"

/* Such nears, both ways, carry a trail on. */
#define SHARE_STRONG 0.8
/* What stands inside a paragraph and has such a share of its words is that, cut. */
#define SHARE_CHANGED 0.8

/* A paragraph of which so much was read before is near, in whatever order its sentences come.
 * Longer ones are not looked at for that. */
#define SHARE_MOVED 0.8
#define WORDS_MOVED 512

/* So many words of the line that a paragraph has not may be its neighbours'. */
#define WORDS_JOINED 4

/* A candidate may be so much longer than the line: bytes. Keeps all linear. */
#define LONGER_TIMES 8
#define LONGER_BYTES 1024

/* A line may take so many steps to compare, a step being 64 words: fold_diff_steps(). */
#define STEPS_PER_BYTE 6
#define STEPS_FREE     256

struct match {
	size_t of, to; /* the last of several that the line joins; else `of` */
	bool expected; /* by an anchored run */
	bool guessed;  /* not compared word by word */
	bool moved;    /* perhaps: nearly all of it was read before, in another order */
	struct fold_change change;
	double new, old; /* shares of words in order */
};

static bool is_comparable(const struct fold_job *job, size_t of)
{
	const struct fold_paragraph *items = job->folds->items;

	return job->work->line.count <= FOLD_DIFF_WORDS &&
	       fold_facts(job, of)->words <= FOLD_DIFF_WORDS &&
	       span_length(items[of].span) <=
		       span_length(items[job->n].span) * LONGER_TIMES + LONGER_BYTES;
}

/* True if so many threes in a row are nearly all that the new one has. */
static bool are_most(const struct fold_change *change, size_t threes)
{
	return change->new->count <= WORDS_MOVED && change->old->count <= WORDS_MOVED &&
	       (double)threes >= (double)(change->new->count - 2) * SHARE_MOVED;
}

static bool is_near(const struct fold_job *job, struct match *match)
{
	const size_t old = match->change.old->count, new = job->work->line.count;
	const bool both = old >= FOLD_NEAR_WORDS || match->expected;
	double grams = (double)match->change.grams / (double)(new - 2);

	match->new = (double)match->change.same / (double)new;
	match->old = both ? (double)match->change.same / (double)old : 0;
	if (match->expected && match->new >= FOLD_NEAR_SHARE && match->old >= FOLD_NEAR_SHARE)
		return true;
	if (both && old < new)
		grams = (double)match->change.grams / (double)(old - 2);
	if (grams >= FOLD_NEAR_SHARE &&
	    (match->new >= FOLD_NEAR_SHARE || match->old >= FOLD_NEAR_SHARE))
		return true;
	return match->moved && are_most(&match->change, fold_count_threes(&match->change));
}

/* Too long to compare: the shared 3-grams decide. */
static void guess(const struct fold_job *job, struct match *match,
		  const struct fold_candidate *it)
{
	const double share = (double)it->shared / (double)fold_grams_of_smaller(job, it);

	match->new = match->old = share > 1 ? 1 : share;
	match->change = (struct fold_change){ .kinds = 0 };
	match->guessed = true;
}

/*
 * True if the new one has enough 3-grams, or words, that the old one has too. Some others are
 * taken for those, none is missed: most that are not near need no word by word comparison.
 */
static bool may_be_near(struct match *match, size_t grams)
{
	const struct fold_change *change = &match->change;
	const size_t old = change->old->count, new = change->new->count;
	const double least = FOLD_NEAR_SHARE * (double)grams;
	struct fold_shared shared;

	if (match->expected &&
	    (double)fold_count_words(change) >= FOLD_NEAR_SHARE * (double)new)
		return true;
	shared = fold_count_shared(change);
	/* Of r words in a row r - 2 end three, and r - 4 end five: of all these, no fewer than
	 * twice the threes without the words. */
	if ((double)shared.threes < least ||
	    (double)shared.fives < 2 * least - (double)(old < new ? old : new))
		return false;
	match->moved = are_most(change, shared.threes);
	return true;
}

/* True if the line may take the steps of one comparison more: they are taken off. */
static bool may_compare(const struct fold_job *job, const struct fold_change *change)
{
	const size_t steps = fold_diff_steps(change->old, change->new);

	if (steps > job->work->steps)
		return false;
	job->work->steps -= steps;
	return true;
}

/* Compares word by word, where neither is too long for that. */
static bool compare(const struct fold_job *job, const struct fold_candidate *it,
		    struct match *match, struct err *err)
{
	const struct fold_tokens *old;

	if (!fold_may_read(job, it->n)) {
		guess(job, match, it);
		return true;
	}
	old = fold_read_again(job, it->n, err);
	if (!old)
		return false;
	match->change.old = old;
	match->change.new = &job->work->line;
	if (!may_be_near(match, fold_grams_of_smaller(job, it)))
		return true;
	if (may_compare(job, &match->change))
		return fold_compare(job, &match->change, err);
	guess(job, match, it);
	return true;
}

/* Of those that are equally near, the first; a guess only where there is nothing else. */
static bool is_nearer(const struct match *match, const struct match *best)
{
	const double one = match->new + match->old, other = best->new + best->old;

	if (best->of != NOWHERE && match->guessed != best->guessed)
		return best->guessed;
	return best->of == NOWHERE || one > other || (one == other && match->of < best->of);
}

/* True if `of` can't be nearer than what was found, even if all its words but one are the same.
 */
static bool is_outdone(const struct fold_job *job, size_t of, const struct match *best)
{
	const struct fold_facts *facts = fold_facts(job, of), *line = fold_facts(job, job->n);
	const double old = (double)facts->words, new = (double)job->work->line.count;
	struct match most = { .of = of };
	double same = old < new ? old : new;

	if (best->of == NOWHERE)
		return false;
	if (facts->words == line->words && facts->hash != line->hash)
		same--;
	most.new = same / new;
	most.old = same / old;
	return !is_nearer(&most, best);
}

static bool match_with(const struct fold_job *job, const struct fold_candidate *it,
		       struct match *best, struct err *err)
{
	struct match match = { .of = it->n, .to = it->n };
	bool near;

	if (is_outdone(job, it->n, best))
		return true;
	match.expected = job->work->trail.longs && it->n == fold_expected(job);

	if (!is_comparable(job, it->n))
		guess(job, &match, it);
	else if (!compare(job, it, &match, err))
		return false;
	near = match.guessed ? match.new >= FOLD_NEAR_SHARE : is_near(job, &match);
	if (near && !match.guessed)
		fold_tell_kinds(job, &match.change);
	if (near && is_nearer(&match, best))
		*best = match;
	return true;
}

/*
 * The words that a paragraph lacks may be its neighbours': the line then joins them, with a
 * change.
 */
static bool widen(const struct fold_job *job, struct match *best, struct err *err)
{
	struct match wide = { .guessed = false };
	struct fold_joined joined;

	if (best->guessed || best->old < FOLD_NEAR_SHARE ||
	    job->work->line.count - best->change.same < WORDS_JOINED)
		return true;
	if (!fold_widen(job, best->of, &joined, err))
		return false;
	if (joined.first == joined.last)
		return true;
	wide.of = joined.first;
	wide.to = joined.last;
	wide.change.new = &job->work->line;
	wide.change.old = fold_read_joined(job, joined, err);
	if (!wide.change.old)
		return false;
	if (wide.change.old->count > FOLD_DIFF_WORDS || !may_compare(job, &wide.change))
		return true;
	if (!fold_compare(job, &wide.change, err))
		return false;
	if (is_near(job, &wide) && wide.change.same >= best->change.same + WORDS_JOINED) {
		fold_tell_kinds(job, &wide.change);
		*best = wide;
	}
	return true;
}

static bool is_strong(const struct match *match, bool expected)
{
	double least = match->new < match->old ? match->new : match->old;

	return least >= (expected ? FOLD_NEAR_SHARE : SHARE_STRONG);
}

/* What lacks a few words of a paragraph is no sentence quoted from it. */
static bool is_quoted(const struct match *match)
{
	return match->change.inside &&
	       (double)match->change.same < SHARE_CHANGED * (double)match->change.old->count;
}

static void say_near(const struct fold_job *job, const struct match *match)
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
static void follow(const struct fold_job *job, const struct match *match)
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
	struct match best = { .of = NOWHERE };
	struct fold_candidates candidates;

	job->work->steps =
		span_length(job->folds->items[job->n].span) * STEPS_PER_BYTE + STEPS_FREE;
	if (!fold_find_candidates(job, &candidates, err))
		return false;
	for (size_t i = 0; i < candidates.count; i++)
		fold_expect_reading(job, candidates.items[i].n);
	for (size_t i = 0; i < candidates.count; i++) {
		if (!match_with(job, &candidates.items[i], &best, err))
			return false;
	}
	if (best.of != NOWHERE && !widen(job, &best, err))
		return false;
	if (best.of == NOWHERE) {
		end_trail(job);
	} else {
		say_near(job, &best);
		follow(job, &best);
	}
	return fold_remember(job, err);
}
