/*
 * A closed fold: one dim line that says what it hides and why.
 */
#ifndef PAINT_FOLD_H
#define PAINT_FOLD_H

#include "article.h"
#include "canvas.h"

/* Adds what the fold says of itself, raw: "10 paragraphs repeat 2–11", "… repeat a.txt 2–11",
 * "6 lines of teasers". */
void fold_sentence(const struct hidden *fold, struct buf *out);

void paint_fold(struct canvas *canvas, struct area line, const struct hidden *fold);

#endif
