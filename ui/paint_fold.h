/*
 * A closed fold: one dim line that says what it hides and why.
 */
#ifndef PAINT_FOLD_H
#define PAINT_FOLD_H

#include "article.h"
#include "canvas.h"

/* How the first and the last paragraph that a run repeats are called. */
struct fold_names {
	size_t first, last;
	bool lines;	  /* by their lines; else counted, from 1 */
	const char *file; /* the one they stand in, raw; NULL: this one */
};

/* Adds what a fold says of itself, raw: "10 paragraphs repeat 2–11", "6 lines of teasers". */
void fold_sentence(const struct fold_run *run, struct fold_names of, struct buf *out);

/* A row of a fold; paragraphs are counted there, since to count lines takes long. Where the row
 * is narrow it is brief: "5 repeat 2–6". */
void paint_fold(struct canvas *canvas, struct area line, const struct hidden *fold);

#endif
