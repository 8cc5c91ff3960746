/*
 * The reading position: which rows of an article stand on the screen.
 *
 * A row is a row of laid-out text, a blank line, or a closed fold. Its place is the byte
 * where it begins, so a position survives a change of width. Rows are found by walking
 * from the top row; nothing counts the rows of the whole text.
 *
 * Motions follow less(1): the top row after each reading key is that of less.
 */
#ifndef VIEW_H
#define VIEW_H

#include "article.h"
#include "layout.h"

enum view_kind { VIEW_TEXT, VIEW_BLANK, VIEW_FOLD };

struct view_row {
	enum view_kind kind;
	size_t at;	  /* the byte that names the row */
	struct span span; /* text: its bytes, blanks at its end included */
	bool first;	  /* the first row of a paragraph */
	bool hyphen;	  /* shows "-" at its end */
	int columns;
	struct hidden fold; /* of a fold row */
};

struct view_cache;

struct view {
	struct article *article; /* borrowed */
	int rows;		 /* for text, the status line not counted; 1 or more */
	int columns;		 /* of the text column */
	size_t top;		 /* a row's `at` */
	struct view_row *items;	 /* the rows on the screen, from the top; see view_fill() */
	size_t count, capacity;	 /* fewer than `rows` at the text's end */
	struct view_cache *cache;
};

MUST_USE bool view_init(struct view *view, struct article *article, struct err *err);
void view_release(struct view *view);

/* A new size; the row that holds the top byte stays on top. */
void view_resize(struct view *view, int rows, int columns);

/* Makes `items` anew: after each motion, and after any change of folds. */
MUST_USE bool view_fill(struct view *view, struct err *err);

/* Motions, in rows. They stop where the last row stands at the bottom. True if moved. */
bool view_scroll(struct view *view, long rows);
bool view_begin(struct view *view);
bool view_end(struct view *view);

/* The row of source line `line` (from 1), or that of the byte at `percent`, goes to the top. */
bool view_line(struct view *view, size_t line);
bool view_percent(struct view *view, unsigned percent);

/* The row that holds byte `at` goes to the top, as far as less would. */
bool view_jump(struct view *view, size_t at);

/*
 * Scrolls as little as needed to bring the rows of `span` onto the screen: the whole, or its
 * beginning where it is larger. Nothing moves if they are there.
 */
bool view_show(struct view *view, struct span span);

/* True if the span's rows stand wholly on the screen, none of it in a closed fold. */
bool view_shows(const struct view *view, struct span span);

/* The first byte on the screen, and the first behind it. */
struct span view_span(const struct view *view);

/* How far the bottom of the screen is through the text, in per cent of bytes. */
unsigned view_progress(const struct view *view);

/* True if the last row of the text is on the screen. */
bool view_at_end(const struct view *view);

#endif
