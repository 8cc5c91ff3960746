/*
 * Why a paragraph is folded, or dimmed. Paragraphs are named by the line that they begin on, as
 * g goes to it.
 */
#ifndef PANE_FOLD_H
#define PANE_FOLD_H

#include "article.h"
#include "pane.h"

/* What a fold hides, run by run, and why; of a copy, what is written otherwise. */
void pane_why_fold(struct pane *pane, const struct article *article, const struct hidden *fold,
		   int columns);

/* What changed in near paragraph `n`, and from what. */
void pane_why_near(struct pane *pane, struct article *article, size_t n, int columns);

#endif
