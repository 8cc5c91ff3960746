#include "array.h"
#include "fold_stages.h"

/* Hidden or wordless paragraphs between two of a run: a bound on looking, far from any use. */
#define LOOK_MAX 64

/* The paragraph whose repeat would follow that of `n`. */
static bool follows(const struct folds *folds, size_t n, size_t next)
{
	size_t last = next < n + LOOK_MAX ? next : n + LOOK_MAX;

	if (next == n)
		return true;
	if (!span_holds(fold_text_of(folds, n), next))
		return false;
	while (++n < last) {
		if (folds->work->items[n].words && !folds_hidden(folds, n))
			return false;
	}
	return n == next;
}

/* True if paragraph `n` belongs to the run that ends just before it. */
static bool belongs(const struct folds *folds, const struct fold_run *run, size_t n)
{
	const struct fold_paragraph *it = &folds->items[n];

	if (run->last + 1 != n || n == fold_text_of(folds, n).start || it->state != run->state)
		return false;
	return run->state != FOLD_DUPLICATE || follows(folds, run->of_last, it->of);
}

size_t folds_of_last(const struct folds *folds, size_t n)
{
	const uint32_t of = folds->items[n].of;

	/* Verdicts that somebody else wrote there are of one. */
	return of == FOLD_NONE || !folds->work ? of : folds->work->items[n].to;
}

static struct fold_run run_of(const struct folds *folds, size_t n)
{
	const struct fold_paragraph *it = &folds->items[n];

	return (struct fold_run){ .first = n,
				  .last = n,
				  .state = it->state,
				  .reasons = 1u << it->why,
				  .of_first = it->of,
				  .of_last = folds_of_last(folds, n) };
}

static void extend(const struct folds *folds, struct fold_run *run, size_t n)
{
	const struct fold_run one = run_of(folds, n);

	run->last = n;
	run->of_last = one.of_last;
	run->reasons |= one.reasons;
}

bool fold_settle_runs(const struct fold_job *job, size_t settled, struct err *err)
{
	struct folds *folds = job->folds;
	struct fold_work *work = job->work;

	for (size_t n = folds->settled; n < settled; n++) {
		if (!folds_hidden(folds, n))
			continue;
		if (!work->runs.count ||
		    !belongs(folds, &work->runs.items[work->runs.count - 1], n)) {
			if (!ARRAY_RESERVE(&work->runs, 1, err))
				return false;
			work->runs.items[work->runs.count++] = run_of(folds, n);
		}
		extend(folds, &work->runs.items[work->runs.count - 1], n);
		folds->items[n].run = (uint32_t)(work->runs.count - 1);
	}
	return true;
}

/* What is not settled is no more than waits. */
static void extend_unsettled(const struct folds *folds, struct fold_run *run)
{
	size_t n = run->last + 1;

	while (n < folds->count && folds_hidden(folds, n) && belongs(folds, run, n))
		extend(folds, run, n++);
}

bool folds_run(const struct folds *folds, size_t n, struct fold_run *run)
{
	/* Verdicts that somebody else wrote there have no runs kept. */
	const size_t settled = folds->work ? folds->settled : 0;
	size_t first = n;

	if (n >= folds->count || !folds_hidden(folds, n))
		return false;
	while (first > settled && folds_hidden(folds, first - 1))
		first--;
	if (first < settled)
		*run = folds->work->runs.items[folds->items[first].run];
	else
		*run = run_of(folds, first);
	for (extend_unsettled(folds, run); run->last < n; extend_unsettled(folds, run))
		*run = run_of(folds, run->last + 1);
	return true;
}
