/*
 * Breaking paragraphs into rows of a column.
 *
 * Rows break where UAX 14 (libunistring) allows, and never inside a grapheme
 * cluster; a word wider than the column breaks between clusters. Blanks at a row's
 * end hang over the edge and take no columns.
 *
 * A paragraph longer than LAYOUT_PIECE_MAX is laid out in *pieces* whose borders depend on
 * their place in the text alone, so that any row of a paragraph of a gigabyte
 * costs the same. Each piece begins a row.
 */
#ifndef LAYOUT_H
#define LAYOUT_H

#include "paragraph.h"
#include "plain.h"
#include "span.h"
#include "text.h"

#define LAYOUT_PIECE_MAX ((size_t)64 << 10) /* bytes */
#define LAYOUT_PIECE	 ((size_t)16 << 10) /* of longer paragraphs */

/* What is laid out at once: a piece of a paragraph, or one blank line. */
struct layout_piece {
	struct span span; /* bytes that are shown: without the paragraph's line end */
	size_t behind;	  /* where the next piece or blank line begins */
	bool blank;	  /* a blank line: one empty row */
	bool first, last; /* it begins, it ends a paragraph */
};

/*
 * The piece or blank line that holds byte `at`; the line end belongs to what it ends. At
 * the end of the text the last one. False in an empty text.
 * Cost: at most a few times LAYOUT_PIECE_MAX bytes.
 */
bool layout_piece_at(const struct text *text, enum paragraph_mode mode, size_t at,
		     struct layout_piece *piece);

struct layout_row {
	struct span span; /* bytes, blanks at the end included; rows cover the piece */
	int columns;	  /* without the blanks at its end */
	bool hyphen;	  /* it ends in a soft hyphen, shown as "-" */
};

struct layout_rows {
	struct layout_row *items;
	size_t count, capacity;
};

/*
 * Breaks a piece into rows of at most `columns` (2 or more) columns; a single token or
 * cluster wider than that stands alone in its row. Overwrites `rows`. A piece has at
 * least one row. Cost: the piece's length.
 */
MUST_USE bool layout_rows(const struct text *text, struct span piece, int columns,
			  struct layout_rows *rows, struct err *err);
void layout_rows_release(struct layout_rows *rows);

/*
 * What a row shows, in order: the one way to draw it, which layout_rows() measures by. A line
 * end inside a hard-wrapped paragraph is a blank, and the blanks behind it, the next line's
 * indentation, show as nothing; so do the blanks that hang over the row's end. Such things
 * still come, with 0 columns and 0 bytes, because marks may begin or end there.
 *
 *	struct layout_walk walk = layout_walk_in(text, row);
 *	struct shown shown;
 *	int column;
 *
 *	while (layout_walk_next(&walk, &shown, &column))
 *		…
 */
struct layout_walk {
	struct plain plain;
	const char *bytes; /* borrowed from the text */
	struct layout_row row;
	int column;	  /* of what comes next */
	bool indentation; /* the blanks that come are a line's indentation */
};

/* `row` is copied; `text` is borrowed. */
struct layout_walk layout_walk_in(const struct text *text, const struct layout_row *row);

/* The next shown thing and the column where it stands, from 0; false at the row's end. */
bool layout_walk_next(struct layout_walk *walk, struct shown *shown, int *column);

#endif
