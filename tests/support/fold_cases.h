/*
 * Texts with every kind of line end, blank line and damage, and what folding makes of them.
 *
 * A case is written as its paragraphs, each with its end: the line end and the blank lines
 * behind it. So what is to come of it follows: where each paragraph stands, the text without
 * those that are hidden, the rows on a screen.
 */
#ifndef FOLD_CASES_H
#define FOLD_CASES_H

#include "buf.h"
#include "paragraph.h"

struct fold_case_paragraph {
	char state; /* s n d b */
	const char *bytes;
	const char *end;
	size_t len;    /* bytes; 0: up to the NUL */
	size_t points; /* code points; 0: as many as bytes */
	size_t of;     /* what it repeats: a number, from 1; 0: nothing */
};

#define FOLD_CASE_MOST 8

struct fold_case {
	const char *name;
	bool bom; /* a byte order mark stands before all */
	bool far; /* and 8,200 empty lines, so that a NUL is not taken for a binary file's */
	const char *head; /* the blank lines before the first paragraph; NULL: none */
	struct fold_case_paragraph paragraphs[FOLD_CASE_MOST]; /* up to one without bytes */
	enum paragraph_mode mode;
	/* The rows of a wide screen, but for the head's: p a paragraph, - blank, f a fold. */
	const char *rows;
};

/* Ends with a case without a name. */
extern const struct fold_case fold_cases[];

/* Adds what stands in the file; and what `diple fold` prints. */
void fold_case_text(const struct fold_case *it, struct buf *out);
void fold_case_left(const struct fold_case *it, struct buf *out);

/* Where a paragraph stands. */
struct fold_case_place {
	size_t line;	      /* from 1 */
	size_t start, end;    /* bytes, the byte order mark not counted */
	size_t first, behind; /* the same in code points */
};
size_t fold_case_count(const struct fold_case *it);
struct fold_case_place fold_case_place(const struct fold_case *it, size_t n);

#endif
