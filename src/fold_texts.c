/*
 * Several texts, one after another. All that reaches from one paragraph to its neighbours
 * (trails, boxes, tails, the title) belongs to one text and ends with it; all that finds a
 * paragraph again by its words goes through every text.
 */
#include "array.h"
#include "fold_parts.h"

/* The earlier text that holds paragraph `n`: the last that begins so early. */
static size_t nth_text(const struct folds *folds, size_t n)
{
	const struct fold_work *work = folds->work;
	size_t low = 0, high = work->texts.count;

	while (low + 1 < high) {
		size_t middle = low + (high - low) / 2;

		if (work->texts.items[middle].first <= n)
			low = middle;
		else
			high = middle;
	}
	return low;
}

static size_t end_of_text(const struct folds *folds, size_t nth)
{
	const struct fold_work *work = folds->work;

	return nth + 1 < work->texts.count ? work->texts.items[nth + 1].first : folds->own;
}

const char *fold_bytes(const struct fold_job *job, size_t n)
{
	if (fold_is_own(job, n))
		return job->bytes;
	return job->work->texts.items[nth_text(job->folds, n)].text->bytes;
}

struct span fold_text_of(const struct folds *folds, size_t n)
{
	size_t nth;

	if (n >= folds->own)
		return (struct span){ folds->own, folds->count };
	nth = nth_text(folds, n);
	return (struct span){ folds->work->texts.items[nth].first, end_of_text(folds, nth) };
}

struct fold_place folds_place(const struct folds *folds, size_t n)
{
	const struct fold_text *earlier;
	size_t nth;

	if (n >= folds->own)
		return (struct fold_place){ .n = n - folds->own };
	nth = nth_text(folds, n);
	earlier = &folds->work->texts.items[nth];
	return (struct fold_place){ earlier->text, nth, n - earlier->first };
}

bool folds_leave(struct folds *folds, const struct text *text, struct err *err)
{
	struct fold_work *work;

	if (!folds_finish(folds, text, err))
		return false;
	work = folds->work;
	if (!ARRAY_RESERVE(&work->texts, 1, err))
		return false;
	work->texts.items[work->texts.count++] = (struct fold_text){ text, folds->own };
	work->trail = (struct fold_trail){ .start = NOWHERE };
	work->doubling = (struct fold_doubling){ .blocks = 0 };
	work->now.bytes = work->next.bytes = NULL;
	work->opening = NOWHERE;
	work->tail_lines = work->prose = 0;
	folds->own = folds->count;
	folds->finished = folds->whole = false;
	return true;
}
