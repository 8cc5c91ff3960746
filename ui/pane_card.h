/*
 * The card of a record: what it says, who made it and when, its notes; and the explanation
 * of a suggestion.
 */
#ifndef PANE_CARD_H
#define PANE_CARD_H

#include "article.h"
#include "pane.h"
#include "walk.h"

void pane_card(struct pane *pane, const struct article *article, uint32_t record, int columns);

/* Why there is a suggestion. */
void pane_why_focus(struct pane *pane, const struct article *article, const struct focus *focus,
		    int columns);

#endif
