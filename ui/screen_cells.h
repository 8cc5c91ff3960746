/*
 * Cells of a canvas as cells of curses, styles as its attributes and colours.
 */
#ifndef SCREEN_CELLS_H
#define SCREEN_CELLS_H

#include "canvas.h"
#include "theme.h"

#include <curses.h>

/* How curses shows each style. */
struct brushes {
	struct theme theme;
	int colours; /* that the terminal has and the user wants; 0: none */
	attr_t lost; /* what the terminal doesn't show beside a colour */
	attr_t attributes[STYLES];
	short pairs[STYLES]; /* numbers of curses' pairs of colours; -1: not asked for yet */
};

/*
 * Curses must be running. Without colours the theme gives way to the plain one. Meaning never
 * hangs on what the terminal can't show: where known words would look like new ones, these
 * stand out.
 */
MUST_USE bool brushes_init(struct brushes *brushes, const struct theme *theme, bool colour,
			   struct err *err);

/*
 * Makes curses' cells of `count` of the canvas's, all of one row. `out` has room for as
 * many; returns how many it took, fewer where some are wide.
 */
int brushes_paint(struct brushes *brushes, const struct cell *cells, int count, cchar_t *out);

#endif
