/*
 * The reading position: which rows of an article stand on the screen.
 *
 * A row is a row of laid-out text, a blank line, or a closed fold. Its place is the byte
 * where it begins, so a position survives a change of width. Rows are found by walking
 * from the top row; nothing counts the rows of the whole text, and a motion costs what
 * the rows it passes over cost, those of a screen at least.
 *
 * Motions follow less(1): the top row after each reading key is that of less. Scrolling
 * stops where the last row stands at the bottom; going to a place doesn't, so that the
 * last row of all may come to the top, with nothing below it. One thing differs: at the
 * end of a text shorter than the screen, less pushes the text to the bottom.
 *
 * A motion that runs out of memory gets less far; view_fill() will say so.
 */
#ifndef VIEW_H
#define VIEW_H

#include "article.h"
#include "layout.h"

enum view_kind { VIEW_TEXT, VIEW_BLANK, VIEW_FOLD };

struct view_row {
	enum view_kind kind;
	size_t at;	  /* the byte that names the row */
	size_t behind;	  /* the `at` of the row below; the text's length if there is none */
	struct span span; /* text: its bytes, blanks at its end included; else empty */
	bool first;	  /* the first row of a paragraph */
	bool hyphen;	  /* shows "-" at its end */
	int columns;
	struct hidden fold; /* of a fold row */
};

struct view_cache;

struct view {
	struct article *article; /* borrowed; its text and mode must not change */
	int rows;		 /* for text, the status line not counted; 1 or more */
	int columns;		 /* of the text column; 2 or more */
	size_t top;		 /* a row's `at` */
	size_t held;		 /* the byte of the top row that the last motion went to */
	struct view_row *items;	 /* the rows on the screen, from the top; see view_fill() */
	size_t count, capacity;	 /* fewer than `rows` at the text's end */
	struct view_cache *cache;
};

/* At the text's beginning, one row high: a size comes with view_resize(). */
MUST_USE bool view_init(struct view *view, struct article *article, struct err *err);
void view_release(struct view *view);

/*
 * A new size. The row that holds the byte on top stays on top; that byte is remembered
 * until the next motion, so that growing undoes what shrinking did.
 */
void view_resize(struct view *view, int rows, int columns);

/*
 * Makes `items` anew: after each motion or change of size, and after any change of folds,
 * which may move `top` to the fold that closed over it. Fails only with ERR_MEMORY.
 */
MUST_USE bool view_fill(struct view *view, struct err *err);

/* Motions. True if the top row is another one now. Down is positive. */
bool view_scroll(struct view *view, long rows);
bool view_begin(struct view *view);
bool view_end(struct view *view);

/*
 * The row of source line `line` (from 1; 0 is taken for 1) goes to the top. False if there
 * is no such line. Cost: a memchr() over all before it.
 */
bool view_line(struct view *view, size_t line);

/*
 * The row where the line begins that holds the byte at `percent` goes to the top. In a
 * paragraph laid out in pieces (layout.h) no earlier than that byte's piece.
 */
bool view_percent(struct view *view, unsigned percent);

/* The row that holds byte `at` goes to the top, as less does for a mark or a search hit. */
bool view_jump(struct view *view, size_t at);

/*
 * True if going from `from` (a top row) to `to` is going near: to a row on the screen, or
 * at most one screen above. Then less leaves the place that '' goes back to as it was.
 */
bool view_near(const struct view *view, size_t from, size_t to);

/*
 * Scrolls as little as needed to bring the rows of `span` onto the screen. Of a span that
 * is larger than the screen the first row goes to the top. Nothing moves if they are there.
 */
bool view_show(struct view *view, struct span span);

/*
 * True if all rows of the span that can be on the screen at once are there, none of them in
 * a closed fold: so always after view_show() of what no fold hides. Reads `items`.
 */
bool view_shows(const struct view *view, struct span span);

/* A walk over what a row of text shows: see layout.h. The row must be VIEW_TEXT. */
struct layout_walk view_row_walk(const struct view *view, const struct view_row *row);

/* The first byte on the screen, and the first behind it. Reads `items`, as do those below. */
struct span view_span(const struct view *view);

/* How far the bottom of the screen is through the text, in per cent of bytes; 100 at its end.
 */
unsigned view_progress(const struct view *view);

/* True if the last row of the text is on the screen. */
bool view_at_end(const struct view *view);

#endif
