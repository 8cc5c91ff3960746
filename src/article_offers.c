/*
 * The suggestions around a place, and what this person's marks make of them.
 */
#include "article.h"

#include "array.h"
#include "layout.h"

#include <stdlib.h>

static bool add_offers(struct offers *offers, const struct suggestions *found, struct err *err)
{
	if (!ARRAY_RESERVE(offers, found->count, err))
		return false;
	for (size_t n = 0; n < found->count; n++)
		offers->items[offers->count++] =
			(struct offer){ .suggestion = found->items[n] };
	return true;
}

/* Looks at the paragraphs of `window`, at a huge one by pieces; without memory it just ends
 * earlier. */
static void look(struct article *article, struct span window)
{
	struct offers *offers = &article->offers;
	struct suggestions found = { 0 };
	struct layout_piece piece;
	size_t at = window.start;
	struct err err;

	offers->count = 0;
	while (at < window.end && layout_piece_at(&article->text, article->mode, at, &piece)) {
		found.count = 0;
		if (!piece.blank &&
		    (!suggest_paragraph(&article->text, piece.span, &found, &err) ||
		     !add_offers(offers, &found, &err)))
			break;
		at = piece.behind;
	}
	suggestions_release(&found);
	offers->window = (struct span){ window.start, at > window.end ? at : window.end };
	offers->looked = true;
}

static struct span window_around(const struct article *article, size_t around)
{
	size_t len = article->text.len, half = ARTICLE_WINDOW / 2;
	struct span window = { 0, len };
	struct layout_piece piece;

	if (len <= ARTICLE_WINDOW)
		return window;
	window.start = around > half ? around - half : 0;
	window.end = len - window.start > ARTICLE_WINDOW ? window.start + ARTICLE_WINDOW : len;
	if (layout_piece_at(&article->text, article->mode, window.start, &piece))
		window.start = piece.span.start;
	return window;
}

/* True if the window still has a quarter of its size on both sides of the place. */
static bool near_enough(const struct article *article, size_t around)
{
	struct span window = article->offers.window;
	size_t quarter = ARTICLE_WINDOW / 4;

	return article->offers.looked &&
	       (window.start == 0 || window.start + quarter <= around) &&
	       (window.end == article->text.len || around + quarter <= window.end);
}

/* True if an own mark of the suggestion's kind, or its dismissal, stands over it. */
static bool covered(const struct article *article, const struct suggestion *suggestion)
{
	const struct placed_list *list = &article->placed;

	for (size_t n = article_marks_from(article, suggestion->span);
	     n < list->count && list->items[n].span.start < suggestion->span.end; n++) {
		const struct placed *placed = &list->items[n];
		const struct mark *mark = &article->marks.records.items[placed->record].mark;
		enum mark_kind kind = mark->kind == MARK_DISMISSED ? mark->of : mark->kind;

		if (placed->own && kind == suggestion->kind &&
		    span_overlaps(placed->span, suggestion->span))
			return true;
	}
	return false;
}

struct names {
	uint64_t *items;
	size_t count, capacity;
};

static int compare_names(const void *left, const void *right)
{
	uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;

	return a < b ? -1 : a > b;
}

static bool add_name(struct names *names, uint64_t name, struct err *err)
{
	if (!name)
		return true;
	if (!ARRAY_RESERVE(names, 1, err))
		return false;
	names->items[names->count++] = name;
	return true;
}

/* The names that this person has said something about: by the marks' words, and by the
 * suggestions that they cover. */
static bool collect_names(struct article *article, struct names *names, struct err *err)
{
	for (size_t n = 0; n < article->placed.count; n++)
		if (article->placed.items[n].own &&
		    !add_name(names, article->placed.items[n].name, err))
			return false;
	for (size_t n = 0; n < article->offers.count; n++)
		if (article->offers.items[n].hidden &&
		    !add_name(names, article->offers.items[n].suggestion.name, err))
			return false;
	if (names->count)
		qsort(names->items, names->count, sizeof *names->items, compare_names);
	return true;
}

static void judge(struct article *article)
{
	struct offers *offers = &article->offers;
	struct names names = { 0 };
	struct err err;

	for (size_t n = 0; n < offers->count; n++)
		offers->items[n].hidden = covered(article, &offers->items[n].suggestion);
	if (collect_names(article, &names, &err))
		for (size_t n = 0; n < offers->count; n++)
			offers->items[n].taken =
				names.count &&
				bsearch(&offers->items[n].suggestion.name, names.items,
					names.count, sizeof *names.items, compare_names);
	free(names.items);
	offers->generation = article->generation;
}

const struct offers *article_offers(struct article *article, size_t around)
{
	bool fresh = !near_enough(article, around);

	if (fresh)
		look(article, window_around(article, around));
	if (fresh || article->offers.generation != article->generation)
		judge(article);
	return &article->offers;
}
