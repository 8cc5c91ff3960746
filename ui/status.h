/*
 * The last row: where the reader is, what there is, what is in focus, which keys act now.
 * Where it is narrow it drops the name, the counts, the place and the focus's words, in this
 * order, the keys last, and those only for a message that is longer than the row. A message
 * stands in the place of name and place until the next key.
 */
#ifndef STATUS_H
#define STATUS_H

#include "bindings.h"
#include "canvas.h"
#include "mark.h"

/* One key that acts now, and what it does. */
struct hint {
	const char *binding; /* a row's name: its first key as it is now is shown */
	const char *words;
};

struct status {
	const char *message; /* raw; NULL: none */
	bool warning;
	const char *name;  /* of the article, raw */
	const char *place; /* "42%", "END"; or the number of a search hit */
	size_t counts[MARK_KINDS];
	size_t lost;		  /* marks without a place in this text */
	const char *focus;	  /* "entity person"; "" for none */
	const struct hint *hints; /* ends with words NULL; the important ones first */
	const struct keymap *keymap;
};

void status_paint(struct canvas *canvas, struct area line, const struct status *status);

/* What a person's first session shows instead, as far as it fits. */
extern const struct hint status_first_hints[];

#endif
