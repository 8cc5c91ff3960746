/*
 * The same words again. Equal words alone are no reason to hide: timetables, refrains, "Yes."
 * and labels repeat and belong there. A repeat is a copy if it is long prose, or if it follows
 * the last copy as its original follows that one's (fold_trail.h).
 */
#include "fold_keys.h"
#include "fold_read.h"
#include "fold_stages.h"
#include "fold_trail.h"

#include <string.h>

/*
 * Prose of ALONE_WORDS (or so many code points) is not written twice by chance. A question
 * is put to several people, and what stands behind a label is of a plan or a talk; of these
 * only long ones count.
 */
#define ALONE_WORDS  16
#define ALONE_POINTS 110
#define LONG_WORDS   25

#define RUN_POINTS 60

/* The title stands again under itself, in the first lines. */
#define TITLE_WORDS 4
#define TITLE_LINES 4

/* So many blocks that stand twice, one with a long line, are no chance. */
#define DOUBLED_BLOCKS 3
#define DOUBLED_LINES  8 /* the longest block */

/* True if the line is the text's own title once more, whatever earlier texts have. Behind a
 * colon it is what is asked or said there. */
static bool is_title(const struct fold_job *job)
{
	const size_t first = job->folds->own;

	return job->n > first && job->n - first < TITLE_LINES && fold_stands(job, first) &&
	       fold_facts(job, first)->words >= TITLE_WORDS &&
	       !fold_is(job, first, FOLD_FINAL | FOLD_VERSE) &&
	       fold_intro_before(job, job->n) == NOWHERE && fold_same(job, first, job->n);
}

static size_t first_seen(const struct fold_job *job)
{
	struct fold_hit found[FOLD_GRAM_MOST];
	size_t count = fold_find_same(job, found);

	if (is_title(job))
		return job->folds->own;
	for (size_t i = 0; i < count; i++) {
		const size_t earlier = found[i].paragraph;

		if (!fold_is_foreign_furniture(job, earlier) && fold_same(job, earlier, job->n))
			return earlier;
	}
	return NOWHERE;
}

/* A copy in capitals is prose if its original is. */
static bool is_prose(const struct fold_job *job, size_t of)
{
	return fold_is(job, job->n, FOLD_PROSE) || fold_is(job, of, FOLD_PROSE);
}

static bool is_copy_alone(const struct fold_job *job, size_t of)
{
	const struct fold_facts *facts = fold_facts(job, job->n);

	if (!is_prose(job, of))
		return false;
	if (facts->flags & (FOLD_QUESTION | FOLD_LABELLED))
		return facts->words >= LONG_WORDS;
	return facts->words >= ALONE_WORDS || facts->points >= ALONE_POINTS;
}

static bool is_copy_in_run(const struct fold_job *job, size_t of)
{
	const struct fold_facts *facts = fold_facts(job, job->n);

	return is_prose(job, of) && facts->words >= FOLD_RUN_WORDS &&
	       facts->points >= RUN_POINTS;
}

/*
 * A block of lines stands twice, then the next one does: A A B B, or A B A B C D C D. Notes
 * the line, and is true if it is in a third such block and long prose was in one.
 */
static bool is_doubled(const struct fold_job *job, size_t of)
{
	struct fold_doubling *doubling = &job->work->doubling;
	const size_t lines = job->n - of, since = job->n - doubling->last;
	bool sure;

	if (!fold_is_own(job, of) || lines > DOUBLED_LINES)
		return false;
	if (!doubling->blocks || doubling->lines != lines || (since != 1 && since != lines + 1))
		*doubling = (struct fold_doubling){ .lines = lines };
	doubling->blocks += !doubling->blocks || since != 1 || lines == 1;
	doubling->last = job->n;
	sure = doubling->blocks >= DOUBLED_BLOCKS && doubling->prose;
	doubling->prose |= is_copy_alone(job, of);
	return sure;
}

/* "He is guilty?" is no copy of "He is guilty." */
static bool is_asked(const struct fold_job *job, size_t of)
{
	return fold_is(job, job->n, FOLD_QUESTION) != fold_is(job, of, FOLD_QUESTION);
}

static enum fold_reason reason_for(const struct fold_job *job, size_t of, bool in_run)
{
	bool doubled = is_doubled(job, of);

	if (is_asked(job, of))
		return FOLD_BECAUSE_NOTHING;
	if (is_copy_alone(job, of))
		return FOLD_BECAUSE_SAME;
	if (in_run && job->work->trail.longs && is_copy_in_run(job, of))
		return FOLD_BECAUSE_RUN;
	if (of == job->folds->own && is_title(job))
		return FOLD_BECAUSE_TITLE;
	return doubled ? FOLD_BECAUSE_DOUBLED : FOLD_BECAUSE_NOTHING;
}

/* A formula is said anew, unless all around it is a copy. */
static bool is_said_anew(const struct fold_job *job, size_t of, bool in_run)
{
	return !(in_run && job->work->trail.longs) && fold_is_formula(job, of);
}

/* The blocks that waited for a long line fold with it. */
static void settle_doubled(const struct fold_job *job)
{
	const struct fold_doubling *doubling = &job->work->doubling;

	if (doubling->last != job->n || doubling->blocks < DOUBLED_BLOCKS || !doubling->prose)
		return;
	for (size_t i = 0; i < job->work->waits; i++) {
		const struct fold_waiting *it = &job->work->waiting[i];

		if (it->how != FOLD_WAITS_PIECE && fold_is_own(job, it->of) &&
		    it->n - it->of == doubling->lines)
			fold_hide_copy(job, it->n, it->of, FOLD_BECAUSE_DOUBLED);
	}
}

static void judge(const struct fold_job *job, size_t of, bool in_run)
{
	struct fold_trail *trail = &job->work->trail;
	enum fold_reason reason = reason_for(job, of, in_run);

	if (reason != FOLD_BECAUSE_NOTHING && is_said_anew(job, of, in_run))
		reason = FOLD_BECAUSE_NOTHING;
	if (!in_run)
		fold_trail_anew(job, job->n);
	trail->target = of;
	trail->at = 0;
	if (reason == FOLD_BECAUSE_NOTHING) {
		if (fold_waits_for_piece(job))
			fold_settle_shown(job);
		fold_wait(job, of, trail->longs ? FOLD_WAITS_IN_RUN : FOLD_WAITS_SHORT);
		if (fold_expected(job) == NOWHERE)
			fold_settle_run(job);
		return;
	}
	fold_hide_copy(job, job->n, of, reason);
	settle_doubled(job);
	fold_settle_leading(job, job->n, of);
	trail->longs += reason == FOLD_BECAUSE_SAME ||
			(is_prose(job, of) && fold_facts(job, job->n)->words >= FOLD_RUN_WORDS);
}

bool fold_stage_same(const struct fold_job *job)
{
	size_t next = fold_expected(job);
	bool in_run = next != NOWHERE && fold_same(job, next, job->n);
	size_t of = in_run ? next : first_seen(job);

	if (of == NOWHERE)
		return false;
	judge(job, of, in_run);
	return true;
}
