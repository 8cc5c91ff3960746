/*
 * The share of words, and of three in a row, decides; most that are not near are told from
 * those by counting, and only the others are compared word by word.
 */
#include "fold_match.h"

#include "fold_read.h"
#include "fold_trail.h"
#include "fold_widen.h"

#include <math.h>

/* A paragraph of which so much was read before is near, in whatever order its sentences come.
 * Longer ones are not looked at for that. */
#define SHARE_MOVED 0.8
#define WORDS_MOVED 512

/* What has so much more of the line is nearer, however much else it says. */
#define SHARE_MORE 0.3

/* So many words of the line that a paragraph has not may be its neighbours'. */
#define WORDS_JOINED 4

/* A candidate may be so much longer than the line: bytes. Keeps all linear. */
#define LONGER_TIMES 8
#define LONGER_BYTES 1024

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

static bool is_moved(const struct fold_change *change)
{
	struct fold_threes old UNSET;

	fold_sort_threes(change->old, &old);
	return are_most(change, fold_count_threes(change->new, &old));
}

static bool is_near(const struct fold_job *job, struct fold_match *match)
{
	const size_t old = match->change.old->count, new = job->work->line.count;
	const bool both = old >= FOLD_NEAR_WORDS || match->expected;
	double grams = (double)match->change.grams / (double)(new - 2);

	match->old_words = old;
	match->new = (double)match->change.same / (double)new;
	match->old = both ? (double)match->change.same / (double)old : 0;
	if (match->expected && match->new >= FOLD_NEAR_SHARE && match->old >= FOLD_NEAR_SHARE)
		return true;
	if (both && old < new)
		grams = (double)match->change.grams / (double)(old - 2);
	if (grams >= FOLD_NEAR_SHARE &&
	    (match->new >= FOLD_NEAR_SHARE || match->old >= FOLD_NEAR_SHARE))
		return true;
	return match->moved && is_moved(&match->change);
}

/* Too long to compare: the shared 3-grams decide. */
static void guess(const struct fold_job *job, struct fold_match *match,
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
static bool may_be_near(struct fold_match *match, size_t grams)
{
	const struct fold_change *change = &match->change;
	const size_t old = change->old->count, new = change->new->count;
	const double least = FOLD_NEAR_SHARE * (double)grams;
	struct fold_shared shared;

	if (match->expected &&
	    (double)fold_count_words(change) >= FOLD_NEAR_SHARE * (double)new)
		return true;
	shared = fold_count_shared(change);
	if ((double)shared.threes < least)
		return false;
	match->moved = are_most(change, shared.threes);
	/* Of r words in a row r - 2 end three, and r - 4 end five: of all these, no fewer than
	 * twice the threes without the words. What moved need not be in rows of five. */
	return match->moved ||
	       (double)shared.fives >= 2 * least - (double)(old < new ? old : new);
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
		    struct fold_match *match, struct err *err)
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
static bool is_nearer(const struct fold_match *match, const struct fold_match *best)
{
	const double one = match->new + match->old, other = best->new + best->old;

	if (best->of != NOWHERE && match->guessed != best->guessed)
		return best->guessed;
	if (best->of != NOWHERE && fabs(match->new - best->new) > SHARE_MORE)
		return match->new > best->new;
	return best->of == NOWHERE || one > other || (one == other && match->of < best->of);
}

/* True if `of` can't be nearer than what was found, even if all its words but one are the same.
 */
static bool is_outdone(const struct fold_job *job, size_t of, const struct fold_match *best)
{
	const struct fold_facts *facts = fold_facts(job, of), *line = fold_facts(job, job->n);
	const double old = (double)facts->words, new = (double)job->work->line.count;
	struct fold_match most = { .of = of };
	double same = old < new ? old : new;

	if (best->of == NOWHERE)
		return false;
	if (facts->words == line->words && facts->hash != line->hash)
		same--;
	most.new = same / new;
	most.old = same / old;
	return !is_nearer(&most, best);
}

bool fold_match_with(const struct fold_job *job, const struct fold_candidate *it,
		     struct fold_match *best, struct err *err)
{
	struct fold_match match = { .of = it->n, .to = it->n };
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

bool fold_match_widen(const struct fold_job *job, struct fold_match *best, struct err *err)
{
	struct fold_match wide = { .guessed = false };
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
