/*
 * The article's rows onto a canvas: gutter, text, marks, suggestions, hits, focus, fold lines,
 * the labels of pick.
 */
#ifndef PAINT_TEXT_H
#define PAINT_TEXT_H

#include "canvas.h"
#include "find.h"
#include "view.h"
#include "walk.h"

/* A letter that stands for a row or a word while the user picks. */
struct label {
	size_t at; /* the byte where the row or the word begins */
	char letter;
};

/* All that the rows show. Everything is borrowed. */
struct scene {
	struct article *article;
	const struct view *view;
	enum walk_shown shown;
	struct focus focus;
	struct span selection; /* empty: none */
	struct find *find;     /* NULL: no search */
	struct span hit;       /* the current one, or empty */
	const struct label *labels;
	size_t label_count;
	bool label_rows; /* the labels name rows and stand in the gutter, else words */
};

/* Columns of the gutter: the letter of what begins on the row, and + if there is more. */
#define PAINT_GUTTER 2

/* Where a paragraph begins that repeats another with a change, in the first column left free.
 */
#define PAINT_NEAR "~"

/* The text column for a screen that is `columns` wide: at most `width`, centred. Its
 * .column is where the text begins, behind the gutter. */
struct area paint_column(int columns, int width);

/* Paints the view's rows into `area`, the text column; the gutter stands left of it. The
 * cursor is parked on the focus, else on the selection, else hidden. */
void paint_text(struct canvas *canvas, struct area area, const struct scene *scene);

#endif
