/*
 * Folding an article: in slices, ahead of the reader; what closed folds hide.
 */
#include "article.h"

#include "array.h"
#include "article_parts.h"
#include "layout.h"

static void finish_folding(struct article *article)
{
	struct err err;

	article->folds.finished =
		!folds_finish(&article->folds, &article->text, &err) || article->folds.finished;
}

/*
 * Feeds the next paragraphs, about `most` bytes; without memory, folding just ends there. It
 * goes by pieces, so that no paragraph is too long for a slice.
 */
static void fold_some(struct article *article, size_t most)
{
	size_t until = article->fed + most;
	struct layout_piece piece;
	struct err err;

	while (article->fed < until && article->fed < article->text.len) {
		layout_piece_at(&article->text, article->mode, article->fed, &piece);
		if (piece.first)
			article->feeding = piece.span.start;
		if (!piece.blank && piece.last &&
		    !folds_feed(&article->folds, &article->text,
				(struct span){ article->feeding, piece.span.end }, &err)) {
			article->folds.finished = true;
			return;
		}
		article->fed = piece.behind;
	}
	if (article->fed >= article->text.len && !article->text.growing)
		finish_folding(article);
}

/* How far the text may be folded now. */
static size_t fold_until(const struct article *article, size_t seen)
{
	if (!article->text.mapped)
		return article->text.len;
	if (seen > article->fed && seen - article->fed > ARTICLE_AHEAD)
		return article->fed;
	return seen + ARTICLE_AHEAD < article->text.len ? seen + ARTICLE_AHEAD
							: article->text.len;
}

bool article_work(struct article *article, size_t seen, size_t most)
{
	size_t settled = article->folds.settled, until = fold_until(article, seen);

	if (article->unfolded || article->folds.finished ||
	    (article->fed >= until && article->fed < article->text.len))
		return false;
	fold_some(article, most);
	article->generation += article->folds.settled != settled;
	return !article->folds.finished && article->fed < until;
}

bool article_opening(const struct article *article, size_t *at)
{
	return article->folds.whole && fold_first_prose(&article->text, article->mode, at);
}

/* Number of the entry in `toggled`, or its count. */
static size_t toggled_at(const struct article *article, size_t first)
{
	size_t n = 0;

	while (n < article->toggled.count && article->toggled.items[n] != first)
		n++;
	return n;
}

static bool is_open(const struct article *article, const struct hidden *fold)
{
	bool differs = toggled_at(article, fold->span.start) < article->toggled.count;

	return article->toggled.open != differs;
}

const char *article_file_of(const struct article *article, size_t n)
{
	const struct fold_place place = folds_place(&article->folds, n);

	return place.text ? article->earlier.items[place.nth].name : NULL;
}

static void name_original(const struct article *article, struct hidden *fold)
{
	const struct fold_run *run = &fold->run;

	fold->file = NULL;
	fold->of_first = fold->of_last = FOLD_NONE;
	if (run->state != FOLD_DUPLICATE || run->of_first == FOLD_NONE)
		return;
	fold->file = article_file_of(article, run->of_first);
	fold->of_first = folds_place(&article->folds, run->of_first).n;
	fold->of_last = folds_place(&article->folds, run->of_last).n;
}

bool article_fold(const struct article *article, size_t at, struct hidden *fold)
{
	const struct folds *folds = &article->folds;
	size_t n = article->unfolded ? FOLD_NONE : folds_at(folds, at);
	struct hidden found;

	if (n == FOLD_NONE || !folds_run(folds, n, &found.run))
		return false;
	found.span.start = folds->items[found.run.first].span.start;
	found.span.end =
		paragraph_behind(&article->text, folds->items[found.run.last].span.end);
	if (!span_holds(found.span, at))
		return false;
	name_original(article, &found);
	*fold = found;
	return true;
}

bool article_hidden(const struct article *article, size_t at, struct hidden *hidden)
{
	struct hidden fold;

	if (!article_fold(article, at, &fold) || is_open(article, &fold) ||
	    !article_cut_lingering(article, at, &fold))
		return false;
	*hidden = fold;
	return true;
}

bool article_toggle(struct article *article, const struct hidden *fold, struct err *err)
{
	struct hidden whole = *fold;
	size_t n;

	article_fold(article, fold->span.start, &whole);
	n = toggled_at(article, whole.span.start);
	if (n < article->toggled.count) {
		article->toggled.items[n] = article->toggled.items[--article->toggled.count];
	} else {
		if (!ARRAY_RESERVE(&article->toggled, 1, err))
			return false;
		article->toggled.items[article->toggled.count++] = whole.span.start;
	}
	article->generation++;
	return true;
}

void article_toggle_all(struct article *article)
{
	article->toggled.open = !article->toggled.open;
	article->toggled.count = article->lingering.count = 0;
	article->generation++;
}
