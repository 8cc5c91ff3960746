#include "view.h"

#include "array.h"
#include "view_rows.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

bool view_init(struct view *view, struct article *article, struct err *err)
{
	*view = (struct view){ .article = article, .rows = 1, .columns = 2 };
	view->cache = view_cache_new();
	return view->cache || err_memory(err);
}

void view_release(struct view *view)
{
	view_cache_free(view->cache);
	free(view->items);
	*view = (struct view){ 0 };
}

void view_resize(struct view *view, int rows, int columns)
{
	view->rows = rows < 1 ? 1 : rows;
	view->columns = columns < 2 ? 2 : columns;
}

static bool empty(const struct view *view)
{
	return view->article->text.len == 0;
}

/* The row on top as width and folds are now. False if there is none. */
static bool find_top(struct view *view, struct view_row *row)
{
	struct err ignored;

	if (empty(view) || !view_row_at(view, view->held, row, &ignored))
		return false;
	view->top = row->at;
	return true;
}

bool view_fill(struct view *view, struct err *err)
{
	struct view_row row = { .behind = view->held };

	view->count = 0;
	while (view->count < (size_t)view->rows && row.behind < view->article->text.len) {
		if (!ARRAY_RESERVE(view, 1, err) || !view_row_at(view, row.behind, &row, err))
			return false;
		view->items[view->count++] = row;
	}
	view->top = view->count ? view->items[0].at : 0;
	return true;
}

static bool put_on_top(struct view *view, size_t at)
{
	bool moved = view->top != at;

	view->top = view->held = at;
	return moved;
}

/* How many rows stand below the top one on a full screen. */
static size_t rows_below(const struct view *view)
{
	return (size_t)view->rows - 1;
}

/*
 * The bottom row walks down and the top row follows: where the bottom row can't, the
 * text's end is on the screen already.
 */
static bool scroll_down(struct view *view, struct view_row *row, size_t rows)
{
	if (view_rows_down(view, row, rows_below(view)) < rows_below(view) ||
	    !view_rows_down(view, row, rows))
		return false;
	view_rows_up(view, row, rows_below(view));
	return put_on_top(view, row->at);
}

bool view_scroll(struct view *view, long rows)
{
	struct view_row row;

	if (!find_top(view, &row))
		return false;
	if (rows > 0)
		return scroll_down(view, &row, (size_t)rows);
	view_rows_up(view, &row, 0 - (size_t)rows);
	return put_on_top(view, row.at);
}

bool view_jump(struct view *view, size_t at)
{
	struct view_row row, before;
	struct err ignored;

	return find_top(view, &before) && view_row_at(view, at, &row, &ignored) &&
	       put_on_top(view, row.at);
}

bool view_begin(struct view *view)
{
	return view_jump(view, 0);
}

bool view_end(struct view *view)
{
	struct view_row row, before;
	struct err ignored;

	if (!find_top(view, &before) ||
	    !view_row_at(view, view->article->text.len, &row, &ignored))
		return false;
	view_rows_up(view, &row, rows_below(view));
	return put_on_top(view, row.at);
}

bool view_line(struct view *view, size_t line)
{
	const struct text *text = &view->article->text;
	size_t at = 0;

	for (size_t n = 1; n < line; n++) {
		const char *lf = memchr(text->bytes + at, '\n', text->len - at);

		if (!lf)
			return false;
		at = (size_t)(lf - text->bytes) + 1;
	}
	if (at >= text->len)
		return false;
	view_jump(view, at);
	return true;
}

bool view_percent(struct view *view, unsigned percent)
{
	const struct text *text = &view->article->text;
	struct layout_piece piece;
	const char *lf;
	size_t at;

	if (empty(view))
		return false;
	at = percent < 100 ? (size_t)((uint64_t)text->len * percent / 100) : text->len - 1;
	layout_piece_at(text, view->article->mode, at, &piece);
	lf = memrchr(text->bytes + piece.span.start, '\n', at - piece.span.start);
	return view_jump(view, lf ? (size_t)(lf - text->bytes) + 1 : piece.span.start);
}

bool view_near(const struct view *view, size_t from, size_t to)
{
	struct view_row high, low, row;
	struct err ignored;

	if (empty(view) || !view_row_at(view, from, &low, &ignored) ||
	    !view_row_at(view, to, &row, &ignored))
		return false;
	high = low;
	view_rows_up(view, &high, (size_t)view->rows);
	view_rows_down(view, &low, rows_below(view));
	return high.at <= row.at && row.at <= low.at;
}

/* The span with at least one byte, in the text: an empty one has that of its place. */
static struct span visible_part(const struct view *view, struct span span)
{
	size_t len = view->article->text.len;
	size_t start = span.start < len ? span.start : len - 1;
	size_t end = span.end < len ? span.end : len;

	return (struct span){ start, end > start ? end : start + 1 };
}

bool view_show(struct view *view, struct span span)
{
	struct view_row top, bottom, first, last;
	struct err ignored;

	if (!find_top(view, &top))
		return false;
	span = visible_part(view, span);
	if (!view_row_at(view, span.start, &first, &ignored) ||
	    !view_row_at(view, span.end - 1, &last, &ignored))
		return false;
	bottom = top;
	view_rows_down(view, &bottom, rows_below(view));
	if (first.at >= top.at && last.at <= bottom.at)
		return false;
	if (first.at >= top.at)
		view_rows_up(view, &last, rows_below(view));
	return put_on_top(view, last.at < first.at ? last.at : first.at);
}

/* True if a fold on the screen hides some of the span. */
static bool folded(const struct view *view, struct span span)
{
	for (size_t n = 0; n < view->count; n++)
		if (view->items[n].kind == VIEW_FOLD &&
		    span_overlaps(view->items[n].fold.span, span))
			return true;
	return false;
}

bool view_shows(const struct view *view, struct span span)
{
	struct span screen = view_span(view);

	if (!view->count)
		return false;
	span = visible_part(view, span);
	if (span.start < screen.start || span.start >= screen.end || folded(view, span))
		return false;
	return span.end <= screen.end || span.start < view->items[0].behind;
}

struct span view_span(const struct view *view)
{
	if (!view->count)
		return (struct span){ 0, 0 };
	return (struct span){ view->items[0].at, view->items[view->count - 1].behind };
}

unsigned view_progress(const struct view *view)
{
	if (view_at_end(view))
		return 100;
	return (unsigned)((uint64_t)view_span(view).end * 100 / view->article->text.len);
}

bool view_at_end(const struct view *view)
{
	return view_span(view).end >= view->article->text.len;
}

struct layout_walk view_row_walk(const struct view *view, const struct view_row *row)
{
	const struct layout_row laid = { row->span, row->columns, row->hyphen };

	return layout_walk_in(&view->article->text, &laid);
}
