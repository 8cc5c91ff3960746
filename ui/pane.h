/*
 * Panes: text that opens over the bottom rows, over the full width: help, the card of a
 * mark, an explanation. A pane is lines of words; what fills it is in pane_*.c.
 */
#ifndef PANE_H
#define PANE_H

#include "canvas.h"

struct pane_line {
	enum style style;
	bool first;	   /* of those that were added as one */
	size_t start, len; /* bytes in `words` */
};

struct pane {
	struct buf words;
	struct pane_line *lines;
	size_t count, capacity;
	size_t top; /* the first line that shows */
};

#define PANE_EMPTY                                                                             \
	{                                                                                      \
		.words = BUF_EMPTY                                                             \
	}

void pane_clear(struct pane *pane);
void pane_release(struct pane *pane);

/* Adds a line of raw words, wrapped at `columns` columns. Without memory it is left out. */
void pane_add(struct pane *pane, int columns, enum style style, const char *words, size_t len);
void pane_printf(struct pane *pane, int columns, enum style style, const char *format, ...)
	PRINTF(4, 5);

/* Wraps all anew at `columns`; the words on top stay there. */
void pane_fit(struct pane *pane, int columns);

/* Rows that it takes of a screen with `rows` rows for text, its title line included. */
int pane_rows(const struct pane *pane, int rows);

/* Scrolls by `lines`, as far as it goes for `rows` rows. */
void pane_scroll(struct pane *pane, long lines, int rows);

/* Paints what fits into `area`. */
void pane_paint(const struct pane *pane, struct canvas *canvas, struct area area);

#endif
