#include "fold_widen.h"

#include "fold_read.h"

/* Of the threes in a row of a neighbour such a share has to stand in the line. What is joined
 * is compared word by word then. */
#define SHARE_JOINED 0.4

/* What is read on each side of a paragraph, at most. */
#define NEIGHBOURS 8

/* Fewer words stand in many lines. */
#define WORDS_MIN 4

/* The first paragraph that may yet be hidden. */
static size_t first_unsure(const struct fold_job *job)
{
	return job->work->waits ? job->work->waiting[0].n : job->n;
}

static bool may_be_asked(const struct fold_job *job, size_t n, size_t words)
{
	return n < first_unsure(job) && fold_stands(job, n) && words <= FOLD_DIFF_WORDS &&
	       words <= job->work->line.count + fold_facts(job, n)->words / 2 &&
	       fold_facts(job, n)->words >= WORDS_MIN && fold_may_read(job, n);
}

/* Sets *stands to whether most of paragraph `n` stands in the line, in rows. */
static bool ask(const struct fold_job *job, const struct fold_threes *line, size_t n,
		bool *stands, struct err *err)
{
	const struct fold_tokens *words = fold_read_again(job, n, err);

	if (!words)
		return false;
	*stands = (double)fold_count_threes(words, line) >=
		  SHARE_JOINED * (double)(words->count - 2);
	return true;
}

/* From one neighbour to the next, on one side: `step` is 1 or -1. */
static bool widen(const struct fold_job *job, const struct fold_threes *line, size_t *edge,
		  size_t *words, int step, struct err *err)
{
	const struct span text = fold_text_of(job->folds, *edge);

	for (size_t i = 0; i < NEIGHBOURS; i++) {
		const size_t next = step > 0 ? *edge + 1 : *edge - 1;
		bool stands = false;

		if (next < text.start || next >= text.end ||
		    !may_be_asked(job, next, *words + fold_facts(job, next)->words))
			return true;
		if (!ask(job, line, next, &stands, err))
			return false;
		if (!stands)
			return true;
		*words += fold_facts(job, next)->words;
		*edge = next;
	}
	return true;
}

bool fold_widen(const struct fold_job *job, size_t of, struct fold_joined *joined,
		struct err *err)
{
	size_t words = fold_facts(job, of)->words;
	struct fold_threes line UNSET;

	*joined = (struct fold_joined){ of, of };
	if (of >= first_unsure(job))
		return true;
	fold_sort_threes(&job->work->line, &line);
	return widen(job, &line, &joined->last, &words, 1, err) &&
	       widen(job, &line, &joined->first, &words, -1, err);
}

const struct fold_tokens *fold_read_joined(const struct fold_job *job,
					   struct fold_joined joined, struct err *err)
{
	struct fold_source source = fold_source_of(job, joined.last);
	struct fold_tokens *tokens = &job->work->joined;

	source.span.start = job->folds->items[joined.first].span.start;
	return fold_tokenise(&source, tokens, err) ? tokens : NULL;
}
