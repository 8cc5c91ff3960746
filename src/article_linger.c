/*
 * Lines that a fold takes in while the reader sees them. What waits is painted as shown; when
 * it is settled, the text under the reader's eyes must not move: such lines linger, until they
 * leave the screen or the reader asks.
 */
#include "article.h"

#include "array.h"
#include "article_parts.h"

bool article_linger(struct article *article, struct span span, struct err *err)
{
	if (!ARRAY_RESERVE(&article->lingering, 1, err))
		return false;
	article->lingering.items[article->lingering.count++] = span;
	return true;
}

/* Lets go of those that overlap `span`, or of those that don't. */
static bool let_go(struct article *article, struct span span, bool overlapping)
{
	const size_t before = article->lingering.count;
	size_t kept = 0;

	for (size_t n = 0; n < before; n++) {
		const struct span it = article->lingering.items[n];

		if (span_overlaps(it, span) != overlapping)
			article->lingering.items[kept++] = it;
	}
	article->lingering.count = kept;
	return kept < before;
}

bool article_linger_on(struct article *article, struct span screen)
{
	return let_go(article, screen, false);
}

bool article_linger_end(struct article *article, struct span fold)
{
	return let_go(article, fold, true);
}

/* The run without what is cut off its ends. */
static void cut_run(const struct folds *folds, struct hidden *fold)
{
	const size_t first = folds_at(folds, fold->span.start);
	const size_t last = folds_at(folds, fold->span.end - 1);

	if (fold->run.state == FOLD_DUPLICATE && first != fold->run.first)
		fold->run.of_first = folds->items[first].of;
	if (fold->run.state == FOLD_DUPLICATE && last != fold->run.last)
		fold->run.of_last = folds->items[last].of;
	fold->run.first = first;
	fold->run.last = last;
}

bool article_cut_lingering(const struct article *article, size_t at, struct hidden *fold)
{
	const struct span whole = fold->span;

	for (size_t n = 0; n < article->lingering.count; n++) {
		const struct span it = article->lingering.items[n];

		if (span_holds(it, at))
			return false;
		if (it.end <= at && it.end > fold->span.start)
			fold->span.start = it.end;
		if (it.start > at && it.start < fold->span.end)
			fold->span.end = it.start;
	}
	if (!span_equal(whole, fold->span))
		cut_run(&article->folds, fold);
	return true;
}
