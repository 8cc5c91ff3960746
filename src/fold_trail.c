#include "fold_trail.h"

#include "fold_read.h"

#include <string.h>

/* One long line alone may be a question or a formula, with its answers behind it. */
#define SURE_LONGS 2

/* A trail repeats what stands before it, never itself. */
size_t fold_expected(const struct fold_job *job)
{
	const struct fold_trail *trail = &job->work->trail;
	size_t next;

	if (trail->start == NOWHERE || trail->at)
		return NOWHERE;
	next = fold_stands_after(job, trail->target);
	return next < trail->start ? next : NOWHERE;
}

/* What waited and is hidden only now may have been repeated since. */
static void pass_on(const struct fold_job *job, size_t n, size_t of)
{
	struct fold_paragraph *items = job->folds->items;

	for (size_t later = n + 1; later < job->folds->count; later++) {
		if (items[later].of != n)
			continue;
		items[later].of = (uint32_t)of;
		if (fold_facts(job, later)->to == n)
			fold_facts(job, later)->to = (uint32_t)of;
	}
}

void fold_hide_copy(const struct fold_job *job, size_t n, size_t of, enum fold_reason reason)
{
	struct fold_paragraph *items = job->folds->items;
	const struct span a = items[n].span, b = items[of].span;
	const char *said = fold_bytes(job, of);
	bool whole = reason == FOLD_BECAUSE_SAME || reason == FOLD_BECAUSE_RUN;

	if (items[of].state == FOLD_DUPLICATE)
		of = items[of].of;
	if (items[of].state == FOLD_BOILERPLATE) {
		fold_say(job, n, FOLD_BOILERPLATE, (enum fold_reason)items[of].why);
		return;
	}
	if (whole && (span_length(a) != span_length(b) ||
		      memcmp(job->bytes + a.start, said + b.start, span_length(a)) != 0))
		reason = FOLD_BECAUSE_TYPOGRAPHY;
	fold_say(job, n, FOLD_DUPLICATE, reason);
	items[n].of = (uint32_t)of;
	fold_facts(job, n)->to = (uint32_t)of;
	pass_on(job, n, of);
}

/* A trail that went on for so long is one. */
static void drop_first(const struct fold_job *job)
{
	struct fold_work *work = job->work;
	const struct fold_waiting it = work->waiting[0];

	work->waits--;
	memmove(work->waiting, work->waiting + 1, work->waits * sizeof *work->waiting);
	if (it.how == FOLD_WAITS_IN_RUN)
		fold_hide_copy(job, it.n, it.of, FOLD_BECAUSE_RUN);
}

void fold_tire(const struct fold_job *job, size_t most)
{
	struct fold_work *work = job->work;

	while (work->waits && job->n - work->waiting[0].n > most)
		drop_first(job);
}

void fold_wait(const struct fold_job *job, size_t of, enum fold_waits how)
{
	struct fold_work *work = job->work;

	fold_tire(job, how == FOLD_WAITS_PIECE ? FOLD_PIECES_MAX - 1 : FOLD_WAIT_MAX);
	work->waiting[work->waits++] = (struct fold_waiting){ job->n, of, how };
}

void fold_trail_anew(const struct fold_job *job, size_t start)
{
	struct fold_work *work = job->work;

	work->trail = (struct fold_trail){ .start = start };
	for (size_t i = 0; i < work->waits; i++) {
		if (work->waiting[i].how == FOLD_WAITS_IN_RUN)
			work->waiting[i].how = FOLD_WAITS_SHORT;
	}
}

void fold_settle_run(const struct fold_job *job)
{
	struct fold_work *work = job->work;
	size_t kept = 0;

	if (work->trail.longs < SURE_LONGS && fold_expected(job) != NOWHERE)
		return;
	for (size_t i = 0; i < work->waits; i++) {
		const struct fold_waiting it = work->waiting[i];

		if (it.how == FOLD_WAITS_IN_RUN)
			fold_hide_copy(job, it.n, it.of, FOLD_BECAUSE_RUN);
		else
			work->waiting[kept++] = it;
	}
	work->waits = kept;
}

bool fold_waits_for_piece(const struct fold_job *job)
{
	const struct fold_work *work = job->work;

	return work->waits && work->waiting[work->waits - 1].how == FOLD_WAITS_PIECE;
}

/* True if the waiting line leads into the copy of `of` behind it as the original does. */
static bool leads(const struct fold_job *job, const struct fold_waiting *it, size_t of)
{
	return of != NOWHERE && of < it->n && fold_same(job, of, it->n);
}

/* In a shuffled copy nothing leads: a line of some length stands between two copies. */
static bool is_between_copies(const struct fold_job *job, const struct fold_waiting *it)
{
	return fold_facts(job, it->n)->words >= FOLD_RUN_WORDS && it->n > job->folds->own &&
	       job->folds->items[it->n - 1].state == FOLD_DUPLICATE;
}

/* Goes back over paragraphs that repeat with a change what stands there in the original. */
static void pass_nears(const struct fold_job *job, size_t *n, size_t *of)
{
	const struct fold_paragraph *items = job->folds->items;
	size_t before = fold_stands_before(job, *n), old = fold_stands_before(job, *of);

	while (before != NOWHERE && old != NOWHERE && before > job->work->waiting[0].n &&
	       items[before].state == FOLD_NEAR && items[before].of == old) {
		*n = before;
		*of = old;
		before = fold_stands_before(job, before);
		old = fold_stands_before(job, old);
	}
}

void fold_settle_leading(const struct fold_job *job, size_t n, size_t of)
{
	struct fold_work *work = job->work;

	while (work->waits) {
		const struct fold_waiting *it = &work->waiting[work->waits - 1];

		pass_nears(job, &n, &of);
		of = fold_stands_before(job, of);
		if (it->how == FOLD_WAITS_PIECE || fold_stands_before(job, n) != it->n)
			break;
		if (!leads(job, it, of)) {
			if (!is_between_copies(job, it) || it->n + 1 != n)
				break;
			of = it->of;
		}
		n = it->n;
		fold_hide_copy(job, n, of, FOLD_BECAUSE_RUN);
		work->waits--;
	}
	fold_settle_shown(job);
}

/* A piece that stands alone is a sentence quoted again. */
void fold_settle_shown(const struct fold_job *job)
{
	struct fold_work *work = job->work;

	for (size_t i = 0; i < work->waits; i++) {
		const struct fold_waiting *it = &work->waiting[i];

		if (it->how != FOLD_WAITS_PIECE ||
		    fold_facts(job, it->n)->words < FOLD_NEAR_WORDS ||
		    folds_hidden(job->folds, it->n) || folds_hidden(job->folds, it->of))
			continue;
		fold_say(job, it->n, FOLD_NEAR, FOLD_BECAUSE_INSIDE);
		job->folds->items[it->n].of = (uint32_t)it->of;
		fold_facts(job, it->n)->to = (uint32_t)it->of;
	}
	work->waits = 0;
	work->trail.at = 0;
}
