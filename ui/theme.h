/*
 * Themes: how each style looks. A theme is an INI file:
 *
 *	[theme]
 *	background = #000000      for which the colours were chosen
 *	text = #d0d0d0            the terminal's own colour, a guess
 *	[styles]
 *	entity = bold underline #5fafff
 *	focus = reverse
 *	hit = #000000 on #ffd75f
 *
 * Colours are written as RGB; the screen takes the nearest that the terminal has, of 2^24, 256
 * or 16. `dim` beside a colour counts only where there are fewer than 16: chosen colours are
 * not to be made darker; dim grey is the terminal's own colour there. Where there are none, the
 * theme "plain" is shown: attributes alone tell its styles apart. Where a terminal shows
 *"known" like "new", it shows what is new bold, or underlined.
 */
#ifndef THEME_H
#define THEME_H

#include "compiler.h"
#include "err.h"
#include "style.h"

#include <stdint.h>

/* The themes that are built in: made from themes/ when the program is built. */
struct theme_source {
	const char *name;
	const char *text;
};
extern const struct theme_source theme_sources[]; /* ends with a NULL name */

#define THEME_DEFAULT	 "dark"
#define THEME_COLOURLESS "plain"
#define THEME_NO_COLOUR	 UINT32_MAX

enum {
	LOOK_BOLD = 1,
	LOOK_DIM = 2,
	LOOK_ITALIC = 4,
	LOOK_UNDERLINE = 8,
	LOOK_REVERSE = 16,
};

struct look {
	unsigned attributes;
	uint32_t ink;	/* 0xRRGGBB or THEME_NO_COLOUR: the terminal's own */
	uint32_t paper; /* behind it, the same */
};

struct theme {
	struct look looks[STYLES];
	uint32_t background, text; /* never sent: contrast is measured against them */
};

/*
 * Reads a theme from a string; `name` stands in errors. ERR_FORMAT names the line. Styles it
 * doesn't name show the terminal's own colours, without attributes.
 */
MUST_USE bool theme_parse(struct theme *theme, const char *name, const char *source,
			  struct err *err);

/*
 * A theme by name: a file NAME.ini in `directory` (or NULL), else one that is built in.
 * A name is never a path. ERR_MISSING lists the names there are.
 */
MUST_USE bool theme_load(struct theme *theme, const char *name, const char *directory,
			 struct err *err);

/*
 * The index of the nearest colour that a terminal of `colours` (8, 16 or 256) has; with 2^24
 * the RGB value itself. -1 for THEME_NO_COLOUR, or where colours < 8. Colours that equal
 * one of the basic sixteen are that one, since it takes the fewest bytes.
 */
int theme_nearest(uint32_t rgb, int colours);

/* The RGB value of a colour, 0 to 255, as xterm has them; users may have changed the first 16.
 */
uint32_t theme_rgb(int colour);

/* WCAG 2 contrast of two colours, 1 to 21. */
double theme_contrast(uint32_t a, uint32_t b);

#endif
