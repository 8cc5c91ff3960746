/*
 * Making text safe: the one way from any foreign string (article, file name,
 * note, sidecar member, environment, error) to a terminal.
 *
 * The walk yields grapheme clusters as they may be shown. What may not be
 * sent - controls, escape sequences, bidirectional overrides, invisible and
 * unassigned characters - becomes a *token* of plain ASCII such as ^[ or <202E>,
 * or U+FFFD. Nothing is ever passed through unlooked at: what no row of the table in
 * plain_table.c names goes by its general category, and only letters, marks, numbers,
 * punctuation, symbols and blanks are shown.
 *
 * Widths: a cluster is as wide as its widest code point, 1 or 2 columns, by the
 * C library's wcwidth() in a UTF-8 locale, since curses draws by the same
 * function. A pair of regional indicators (a flag) is 2, and so are emoji that
 * are joined. Whoever draws them must place the next cell anew: terminals differ.
 */
#ifndef PLAIN_H
#define PLAIN_H

#include "buf.h"
#include "segment.h"
#include "span.h"

#include <stdint.h>

/* Bytes of the longest shown cluster with its NUL: a base and 4 marks of 4 bytes each. */
#define PLAIN_MAX 32

/* Combining marks shown on one base: curses holds no more in a cell. The rest is counted. */
#define PLAIN_MARKS 4

enum plain_line_ends {
	PLAIN_ENDS_BLANK, /* LF, and CR before LF, are shown as one blank: one line stays one */
	PLAIN_ENDS_KEPT,  /* LF is sent: for whole texts that go to a terminal */
};

/*
 * One cluster, or a part of one: a base with its marks, a spacing mark (which
 * takes a cell of its own), or a token.
 */
struct shown {
	struct span source; /* bytes it stands for; parts of one cluster share it */
	uint8_t len;	    /* bytes of `text`; 0 for what shows nothing, a soft hyphen */
	uint8_t columns;    /* 0 to 8 */
	bool token;	    /* it stands for something that may not be shown itself */
	char text[PLAIN_MAX];
};

struct plain {
	struct graphemes clusters;
	struct span cluster; /* the one being shown */
	size_t at;	     /* within it */
	size_t column;	     /* columns since the start, for tabs */
	enum plain_line_ends ends;
};

/*
 * A walk over bytes[span.start..span.end); `bytes` is borrowed. `column` is the
 * text column where it begins: tabs go to the next multiple of 8.
 */
struct plain plain_in(const char *bytes, struct span span, size_t column);

/* The next shown thing; false at the end. Spans ascend and cover the source. */
bool plain_next(struct plain *walk, struct shown *shown);

/* Adds the safe form of `len` bytes to `out`. */
void plain_add(struct buf *out, const char *bytes, size_t len, enum plain_line_ends ends);

/* The same for a C string on one line. */
void plain_add_string(struct buf *out, const char *string);

/* The columns that the safe form of `len` bytes takes on one line. */
size_t plain_columns(const char *bytes, size_t len);

/*
 * True for a code point that JSON must write as \u: it may not be shown as
 * itself (C0, DEL, C1, bidirectional, invisible, line and paragraph separators).
 */
bool plain_hidden(uint32_t point);

#endif
