/*
 * A screen in memory: rows of cells. Painters paint here; one file hands the result to
 * curses, and tests read it as text.
 *
 * Text reaches a cell only as a `struct shown`, which nothing but plain.h makes: so
 * nothing unsafe can be painted.
 */
#ifndef CANVAS_H
#define CANVAS_H

#include "buf.h"
#include "plain.h"
#include "style.h"

struct cell {
	char text[PLAIN_MAX]; /* a cluster or a byte of a token, NULs behind; "" is blank */
	uint8_t columns;      /* 1 or 2; 0: the right half of a wide one */
	uint8_t style;	      /* enum style */
};

struct canvas {
	int rows, columns;
	struct cell *cells;	       /* row by row */
	int cursor_row, cursor_column; /* where the terminal's cursor is parked; -1: hidden */
};

/* A rectangle of a canvas. */
struct area {
	int row, column, rows, columns;
};

struct spot {
	int row, column;
};

/* Blank cells of STYLE_TEXT, owned. Sizes are clamped to 1…1000 each way. */
MUST_USE bool canvas_init(struct canvas *canvas, int rows, int columns, struct err *err);
void canvas_release(struct canvas *canvas);

/* All blank again, the cursor hidden. */
void canvas_clear(struct canvas *canvas);

/* Blank cells of `style` in a rectangle; what lies outside the canvas is left out. */
void canvas_fill(struct canvas *canvas, struct area area, enum style style);

/*
 * Puts one cluster or token at `at` if all its columns fit before column `limit`. Returns the
 * first free column, at.column where nothing was put. Overwriting half of a wide cluster
 * blanks its other half.
 */
int canvas_put(struct canvas *canvas, struct spot at, int limit, const struct shown *shown,
	       enum style style);

/*
 * Writes foreign bytes in their safe form on one row, up to column `limit`. Text that doesn't
 * fit is cut, and its last column is "…". Returns the first free column.
 */
int canvas_write(struct canvas *canvas, struct spot at, int limit, const char *bytes,
		 size_t len, enum style style);

/* The same for a C string. */
int canvas_string(struct canvas *canvas, struct spot at, int limit, const char *string,
		  enum style style);

/* One cell, borrowed. It must lie on the canvas. */
const struct cell *canvas_cell(const struct canvas *canvas, int row, int column);

/*
 * Dumps for tests, a line a row: the text, without blanks at a line's end; and one letter of
 * style_rows a cell, without those of STYLE_TEXT at a line's end.
 */
void canvas_text(const struct canvas *canvas, struct buf *out);
void canvas_styles(const struct canvas *canvas, struct buf *out);

#endif
