#include "fold_job.h"

/* Hidden or wordless paragraphs between two of a run: a bound on looking, far from any use. */
#define LOOK_MAX 64

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

struct fold_stretch fold_words_of(const struct fold_job *job, size_t n)
{
	const struct span span = job->folds->items[n].span;

	return (struct fold_stretch){ fold_bytes(job, n),
				      { span.start, span.end - job->work->items[n].tail },
				      &job->work->letters };
}

struct fold_source fold_source_of(const struct fold_job *job, size_t n)
{
	const struct fold_stretch words = fold_words_of(job, n);

	return (struct fold_source){ words.bytes, words.span, job->work->seed, words.letters };
}

size_t fold_stands_after(const struct fold_job *job, size_t n)
{
	const size_t end = fold_text_of(job->folds, n).end;
	size_t last = end - n > LOOK_MAX ? n + LOOK_MAX : end - 1;

	while (n < last) {
		if (fold_stands(job, ++n))
			return n;
	}
	return NOWHERE;
}

size_t fold_stands_before(const struct fold_job *job, size_t n)
{
	size_t first = fold_text_of(job->folds, n).start;

	if (n - first > LOOK_MAX)
		first = n - LOOK_MAX;

	while (n > first) {
		if (fold_stands(job, --n))
			return n;
	}
	return NOWHERE;
}

size_t fold_intro_before(const struct fold_job *job, size_t n)
{
	const size_t before = fold_stands_before(job, n);

	return before != NOWHERE && fold_is(job, before, FOLD_INTRO) ? before : NOWHERE;
}

void fold_say(const struct fold_job *job, size_t n, enum fold_state state,
	      enum fold_reason reason)
{
	struct fold_paragraph *it = &job->folds->items[n];

	it->state = (uint8_t)state;
	it->why = (uint8_t)reason;
	it->score = state == FOLD_SHOWN ? 0 : 1;
	it->of = FOLD_NONE;
}

/* Whatever repeats or resembles what was hidden only now. */
static void mend_targets(const struct fold_job *job, size_t from)
{
	struct fold_paragraph *items = job->folds->items;

	for (size_t n = from; n < job->folds->count; n++) {
		if (items[n].of == FOLD_NONE || items[n].of < from ||
		    !folds_hidden(job->folds, items[n].of))
			continue;
		if (items[n].state == FOLD_DUPLICATE)
			fold_say(job, n, FOLD_BOILERPLATE, FOLD_BECAUSE_TRIGGER);
		else
			fold_say(job, n, FOLD_SHOWN, FOLD_BECAUSE_NOTHING);
		items[n].changed = 0;
	}
}

void fold_hide_lines(const struct fold_job *job, size_t first, size_t last,
		     enum fold_reason reason)
{
	for (size_t n = first; n <= last; n++) {
		if (!fold_facts(job, n)->words ||
		    job->folds->items[n].state == FOLD_BOILERPLATE)
			continue;
		fold_say(job, n, FOLD_BOILERPLATE, reason);
		job->folds->items[n].changed = 0;
	}
	mend_targets(job, first);
}
