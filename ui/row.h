/*
 * Rows of output: JSON Lines, and lines that an editor can jump by.
 *
 * A row is gathered in a buf and handed over whole, so that a pipe never sees half of one.
 */
#ifndef ROW_H
#define ROW_H

#include "mark.h"
#include "output.h"
#include "paragraph.h"
#include "text.h"

/* JSON: open, members in their order, close. */
void row_open(struct buf *row);
void row_bytes(struct buf *row, const char *name, const char *bytes, size_t len);
void row_string(struct buf *row, const char *name, const char *string);
void row_number(struct buf *row, const char *name, size_t number);
void row_score(struct buf *row, const char *name, double score);
void row_null(struct buf *row, const char *name);
/* Opens an object as a member's value; closed by row_close(). */
void row_object(struct buf *row, const char *name);
void row_close(struct buf *row);

/* Members "start" and "end" in code points. */
void row_span(struct buf *row, struct text *text, struct span span);

/* Prints the row with a line end, and empties it. */
void row_print(struct buf *row, struct output *out);

/* FILE:LINE: KIND[ TYPE] "WORDS" (REMARK) */
struct row_plain {
	const char *file;
	size_t line;
	enum mark_kind kind;
	enum mark_type type;
	const char *words; /* line ends become blanks */
	size_t len;	   /* bytes */
	const char *remark;
};

/* Adds it, all in its safe form. */
void row_plain(struct buf *row, const struct row_plain *plain);

#endif
