/*
 * A cell of curses holds one character and the marks that combine with it. What
 * doesn't fit is cut down to its first character, and joiners, variation selectors
 * and skin tones are never sent: terminals dispute the width of what they make, and
 * curses must know where the cursor is.
 */
#include "screen_cells.h"

#include "utf8.h"

#include <limits.h>
#include <string.h>
#include <wchar.h>

enum { JOINER = 0x200d, SELECTOR_FIRST = 0xfe00, SELECTOR_LAST = 0xfe0f };

/* clang-format off */
static const struct {
	unsigned look;
	attr_t attribute;
} attributes[] = {
	{ LOOK_BOLD,      A_BOLD },
	{ LOOK_DIM,       A_DIM },
	{ LOOK_ITALIC,    A_ITALIC },
	{ LOOK_UNDERLINE, A_UNDERLINE },
	{ LOOK_REVERSE,   A_REVERSE },
};
/* clang-format on */

/* Beside a colour that the terminal can show, dim would make it darker than was chosen. */
static attr_t attributes_of(const struct look *look, int colours)
{
	const bool shown = colours >= 16 && look->ink != THEME_NO_COLOUR;
	unsigned looks = look->attributes & ~(shown ? (unsigned)LOOK_DIM : 0);
	attr_t sum = A_NORMAL;

	for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++)
		if (looks & attributes[i].look)
			sum |= attributes[i].attribute;
	return sum;
}

static bool is_grey(uint32_t rgb)
{
	return rgb <= 0xffffff && (rgb >> 16) == (rgb & 0xff) &&
	       (rgb >> 8 & 0xff) == (rgb & 0xff);
}

/* Of eight colours none is a grey, and cyan is nearest: dim text has its own colour there, and
 * always where a colour would keep it from being dim. */
static int ink_of(const struct brushes *brushes, enum style style)
{
	const struct look *look = &brushes->theme.looks[style];
	const bool dim = brushes->colours < 16 && look->attributes & LOOK_DIM;

	if (dim && (is_grey(look->ink) || brushes->lost & A_DIM))
		return -1;
	return theme_nearest(look->ink, brushes->colours);
}

static int paper_of(const struct brushes *brushes, enum style style)
{
	return theme_nearest(brushes->theme.looks[style].paper, brushes->colours);
}

static bool is_coloured(const struct brushes *brushes, enum style style)
{
	return ink_of(brushes, style) >= 0 || paper_of(brushes, style) >= 0;
}

/* The number "ncv" of terminfo has a bit for each attribute, from standout on. */
static attr_t lost_beside_colours(void)
{
	const int lost = tigetnum("ncv");

	return lost > 0 ? (attr_t)lost * A_STANDOUT : 0;
}

/* What of a style's attributes the terminal shows. */
static attr_t seen(const struct brushes *brushes, enum style style)
{
	return brushes->attributes[style] & termattrs() &
	       ~(is_coloured(brushes, style) ? brushes->lost : 0);
}

static bool look_alike(const struct brushes *brushes, enum style a, enum style b)
{
	return seen(brushes, a) == seen(brushes, b) &&
	       ink_of(brushes, a) == ink_of(brushes, b) &&
	       paper_of(brushes, a) == paper_of(brushes, b);
}

static void let_new_stand_out(struct brushes *brushes)
{
	const attr_t attribute = termattrs() & A_BOLD ? A_BOLD : A_UNDERLINE;

	for (enum style style = STYLE_NEW; style <= STYLE_NEW_CLAIM; style++)
		brushes->attributes[style] |= attribute;
}

bool brushes_init(struct brushes *brushes, const struct theme *theme, bool colour,
		  struct err *err)
{
	bool colourful = colour && has_colors() && start_color() != ERR &&
			 use_default_colors() != ERR && COLORS >= 8;

	brushes->theme = *theme;
	brushes->colours = colourful ? COLORS : 0;
	brushes->lost = lost_beside_colours();
	if (!colourful && !theme_load(&brushes->theme, THEME_COLOURLESS, NULL, err))
		return false;
	for (int style = 0; style < STYLES; style++) {
		brushes->attributes[style] =
			attributes_of(&brushes->theme.looks[style], brushes->colours);
		brushes->pairs[style] = -1;
	}
	if (look_alike(brushes, STYLE_KNOWN, STYLE_NEW))
		let_new_stand_out(brushes);
	return true;
}

/* Pair 0 is the terminal's own colours. A terminal without room for more pairs shows those. */
static short pair_of(struct brushes *brushes, enum style style)
{
	int pair = 0;

	if (brushes->pairs[style] < 0) {
		if (is_coloured(brushes, style))
			pair = alloc_pair(ink_of(brushes, style), paper_of(brushes, style));
		brushes->pairs[style] = (short)(pair > 0 && pair <= SHRT_MAX ? pair : 0);
	}
	return brushes->pairs[style];
}

/* The next character of a cell that may be sent, 0 at its end. */
static wchar_t next_character(const char **text)
{
	while (**text) {
		struct utf8 at = utf8_decode(*text, strnlen(*text, PLAIN_MAX));

		*text += at.len;
		if (at.point == JOINER)
			return 0;
		if (at.point < SELECTOR_FIRST || at.point > SELECTOR_LAST)
			return (wchar_t)at.point;
	}
	return 0;
}

/*
 * Takes one character and what combines with it from *text: a flag is two. Returns the
 * columns it takes, 0 when there is no more, or no more room for it.
 */
static int next_cell(const char **text, int room, wchar_t out[CCHARW_MAX + 1])
{
	wchar_t character = next_character(text);
	int columns = character ? wcwidth(character) : 0, count = 0;

	if (columns < 1 || columns > room)
		return 0;
	while (character && count < CCHARW_MAX) {
		const char *behind = *text;

		out[count++] = character;
		character = next_character(&behind);
		if (!character || wcwidth(character) != 0)
			break;
		*text = behind;
	}
	out[count] = L'\0';
	return columns;
}

/* Adds the cells of one cluster, and blanks for columns that it doesn't fill. */
static int paint_cluster(const struct cell *cell, attr_t attribute, short pair, cchar_t *out)
{
	const char *text = cell->text;
	int room = cell->columns, count = 0;

	while (room > 0) {
		wchar_t characters[CCHARW_MAX + 1] = L" ";
		int columns = next_cell(&text, room, characters);

		if (!columns)
			text = "";
		setcchar(&out[count++], characters, attribute, pair, NULL);
		room -= columns ? columns : 1;
	}
	return count;
}

int brushes_paint(struct brushes *brushes, const struct cell *cells, int count, cchar_t *out)
{
	int made = 0;

	for (int i = 0; i < count; i++) {
		enum style style = cells[i].style;
		short pair = brushes->colours ? pair_of(brushes, style) : 0;

		made += paint_cluster(&cells[i], brushes->attributes[style], pair, out + made);
	}
	return made;
}
