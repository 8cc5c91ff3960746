/*
 * What may not be shown stands in the table below, in the order of code points. What no row
 * names goes by its general category: letters, marks, numbers, punctuation, symbols and
 * blanks are shown, everything else is not.
 */
#include "plain.h"

#include "utf8.h"

#include <stdio.h>
#include <string.h>
#include <unictype.h>
#include <wchar.h>

enum how {
	HOW_SHOWN,
	HOW_CARET,    /* ^X */
	HOW_TAB,      /* blanks up to the next multiple of 8 */
	HOW_LINE_END, /* LF */
	HOW_NUMBER,   /* its number, as <202E> */
	HOW_NOTHING,  /* a soft hyphen, away from a row's end */
	HOW_REPLACED, /* U+FFFD */
	HOW_JOINER,   /* kept between letters or emoji that it joins, else its number */
	HOW_SELECTOR, /* kept once behind a base, else its number */
	HOW_TAG,      /* kept behind a black flag, else its number */
};

struct rule {
	uint32_t first, last;
	enum how how;
};

/* clang-format off */
static const struct rule rules[] = {
	{ 0x0000, 0x0008, HOW_CARET },
	{ 0x0009, 0x0009, HOW_TAB },
	{ 0x000A, 0x000A, HOW_LINE_END },
	{ 0x000B, 0x001F, HOW_CARET },    /* escape sequences begin with one */
	{ 0x007F, 0x007F, HOW_CARET },
	{ 0x0080, 0x009F, HOW_NUMBER },   /* C1: 8-bit control sequences */
	{ 0x00AD, 0x00AD, HOW_NOTHING },
	{ 0x034F, 0x034F, HOW_NUMBER },   /* invisible: combining grapheme joiner */
	{ 0x061C, 0x061C, HOW_NUMBER },   /* bidirectional */
	{ 0x115F, 0x1160, HOW_NUMBER },   /* blank letters: Hangul fillers */
	{ 0x17B4, 0x17B5, HOW_NUMBER },
	{ 0x180E, 0x180E, HOW_NUMBER },
	{ 0x200B, 0x200B, HOW_NUMBER },
	{ 0x200C, 0x200D, HOW_JOINER },
	{ 0x200E, 0x200F, HOW_NUMBER },   /* bidirectional */
	{ 0x2028, 0x202E, HOW_NUMBER },   /* line and paragraph ends, overrides */
	{ 0x2060, 0x206F, HOW_NUMBER },   /* invisible operators, isolates */
	{ 0x2800, 0x2800, HOW_NUMBER },   /* blank: a braille cell without dots */
	{ 0x3164, 0x3164, HOW_NUMBER },
	{ 0xFDD0, 0xFDEF, HOW_REPLACED }, /* noncharacters */
	{ 0xFE00, 0xFE0F, HOW_SELECTOR },
	{ 0xFEFF, 0xFEFF, HOW_NUMBER },
	{ 0xFFA0, 0xFFA0, HOW_NUMBER },
	{ 0xFFF9, 0xFFFB, HOW_NUMBER },   /* interlinear annotation */
	{ 0x13430, 0x1345F, HOW_NUMBER }, /* hieroglyph format controls */
	{ 0x1BCA0, 0x1BCA3, HOW_NUMBER }, /* shorthand format controls */
	{ 0x1D173, 0x1D17A, HOW_NUMBER }, /* musical format controls */
	{ 0xE0000, 0xE001F, HOW_NUMBER },
	{ 0xE0020, 0xE007F, HOW_TAG },
	{ 0xE0080, 0xE00FF, HOW_NUMBER },
	{ 0xE0100, 0xE01EF, HOW_SELECTOR },
};
/* clang-format on */

#define TAB_STOP       8
#define DOTTED_CIRCLE  0x25CC
#define BLACK_FLAG     0x1F3F4
#define ZWJ	       0x200D
#define FIRST_REGIONAL 0x1F1E6
#define LAST_REGIONAL  0x1F1FF
#define FIRST_TONE     0x1F3FB
#define LAST_TONE      0x1F3FF

static enum how how_by_category(uint32_t point)
{
	uc_general_category_t category = uc_general_category(point);

	if ((point & 0xFFFE) == 0xFFFE || uc_is_general_category(point, UC_UNASSIGNED) ||
	    uc_is_general_category(point, UC_SURROGATE))
		return HOW_REPLACED;
	if (category.bitmask &
	    (UC_CATEGORY_MASK_Cc | UC_CATEGORY_MASK_Cf | UC_CATEGORY_MASK_Co |
	     UC_CATEGORY_MASK_Zl | UC_CATEGORY_MASK_Zp))
		return HOW_NUMBER;
	return wcwidth((wchar_t)point) < 0 ? HOW_REPLACED : HOW_SHOWN;
}

static enum how how_shown(uint32_t point)
{
	size_t low = 0, high = sizeof rules / sizeof *rules;

	if (point >= 0x20 && point < 0x7F)
		return HOW_SHOWN;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (point > rules[middle].last)
			low = middle + 1;
		else if (point < rules[middle].first)
			high = middle;
		else
			return rules[middle].how;
	}
	return how_by_category(point);
}

bool plain_hidden(uint32_t point)
{
	enum how how = how_shown(point);

	return how == HOW_CARET || how == HOW_TAB || how == HOW_LINE_END || how == HOW_NUMBER ||
	       how == HOW_TAG;
}

struct plain plain_in(const char *bytes, struct span span, size_t column)
{
	return (struct plain){ .clusters = graphemes_in(bytes, span),
			       .cluster = { span.start, span.start },
			       .at = span.start,
			       .column = column,
			       .ends = PLAIN_ENDS_BLANK };
}

/* ---- what is put into a shown thing ---- */

static bool add(struct shown *shown, const char *bytes, size_t len)
{
	if (shown->len + len >= PLAIN_MAX)
		return false;
	memcpy(shown->text + shown->len, bytes, len);
	shown->len = (uint8_t)(shown->len + len);
	shown->text[shown->len] = '\0';
	return true;
}

static bool add_point(struct shown *shown, uint32_t point)
{
	char bytes[UTF8_MAX];

	return add(shown, bytes, utf8_encode(point, bytes));
}

static void set_token(struct shown *shown, const char *words)
{
	shown->token = true;
	add(shown, words, strlen(words));
	shown->columns = shown->len;
}

static void set_number(struct shown *shown, uint32_t point)
{
	char words[12];

	snprintf(words, sizeof words, "<%02X>", (unsigned)point);
	set_token(shown, words);
}

static void set_caret(struct shown *shown, uint32_t point)
{
	const char words[] = { '^', (char)(point ^ 0x40), '\0' };

	set_token(shown, words);
}

static void set_replaced(struct shown *shown)
{
	shown->token = true;
	add_point(shown, UTF8_REPLACEMENT);
	shown->columns = 1;
}

static void set_tab(struct plain *walk, struct shown *shown)
{
	while (!shown->columns || (walk->column + shown->columns) % TAB_STOP) {
		add(shown, " ", 1);
		shown->columns++;
	}
}

static void set_line_end(struct plain *walk, struct shown *shown)
{
	if (walk->ends == PLAIN_ENDS_BLANK) {
		add(shown, " ", 1);
		shown->columns = 1;
	} else {
		add(shown, "\n", 1);
		walk->column = 0;
	}
}

/* ---- clusters ---- */

static struct utf8 decode(const struct plain *walk, size_t at)
{
	return utf8_decode(walk->clusters.bytes + at, walk->cluster.end - at);
}

static bool is_mark(uint32_t point)
{
	return uc_is_general_category(point, UC_NON_SPACING_MARK) ||
	       uc_is_general_category(point, UC_ENCLOSING_MARK);
}

static bool is_regional(uint32_t point)
{
	return point >= FIRST_REGIONAL && point <= LAST_REGIONAL;
}

/* What has been taken of a cluster so far. */
struct taking {
	uint32_t base, before; /* the first code point, and the one before the next */
	unsigned marks;	       /* on the base */
	bool selected;	       /* a variation selector was taken */
};

/* Where two letters or emoji can be joined: behind a letter, a mark or a symbol. */
static bool joins(uint32_t point)
{
	return point >= 0x80 && (uc_is_general_category(point, UC_LETTER) ||
				 uc_is_general_category(point, UC_MARK) ||
				 uc_is_general_category(point, UC_SYMBOL));
}

static bool joiner_fits(const struct plain *walk, const struct taking *taking, size_t behind)
{
	uint32_t before = taking->before;

	if (how_shown(before) == HOW_SELECTOR)
		before = taking->base;
	return joins(before) && (behind < walk->clusters.end) &&
	       joins(utf8_decode(walk->clusters.bytes + behind, walk->clusters.end - behind)
			     .point);
}

/* True if a spacing character goes on with the cluster instead of taking cells of its own. */
static bool same_cell(const struct taking *taking, uint32_t point)
{
	return taking->before == ZWJ || (point >= FIRST_TONE && point <= LAST_TONE) ||
	       (is_regional(point) && is_regional(taking->base) &&
		taking->before == taking->base) ||
	       wcwidth((wchar_t)point) == 0;
}

/* Takes one more code point into the cell. False: it is shown on its own. */
static bool take(struct plain *walk, struct taking *taking, struct shown *shown, struct utf8 c)
{
	size_t behind = walk->at + c.len;
	enum how how = c.valid ? how_shown(c.point) : HOW_REPLACED;

	if (how == HOW_SHOWN && is_mark(c.point)) {
		walk->full = taking->marks == PLAIN_MARKS;
		if (walk->full)
			return false;
		taking->marks++;
	} else if (how == HOW_SELECTOR) {
		if (taking->selected)
			return false;
		taking->selected = true;
	} else if (how == HOW_JOINER) {
		if (!joiner_fits(walk, taking, behind))
			return false;
	} else if (how == HOW_TAG) {
		if (taking->base != BLACK_FLAG)
			return false;
	} else if (how != HOW_SHOWN || !same_cell(taking, c.point)) {
		return false;
	}
	/* What is too long to be sent is left to its beginning: the cell shows that much. */
	add_point(shown, c.point);
	taking->before = c.point;
	return true;
}

static uint8_t cell_columns(const struct taking *taking, const struct shown *shown)
{
	int columns = wcwidth((wchar_t)taking->base);

	if (is_regional(taking->base) && shown->len > UTF8_MAX)
		return 2;
	return columns > 1 ? 2 : 1;
}

/* A base with what stands on it, up to what is shown on its own. */
static void set_cluster(struct plain *walk, struct shown *shown, struct utf8 first)
{
	struct taking taking = { .base = first.point, .before = first.point };

	if (is_mark(first.point)) {
		add_point(shown, DOTTED_CIRCLE);
		taking.marks = 1;
	}
	add_point(shown, first.point);
	walk->at += first.len;
	while (walk->at < walk->cluster.end) {
		struct utf8 c = decode(walk, walk->at);

		if (!take(walk, &taking, shown, c))
			break;
		walk->at += c.len;
	}
	shown->columns = cell_columns(&taking, shown);
}

/* The marks that didn't fit on their base: how many they are. */
static void set_more(struct plain *walk, struct shown *shown)
{
	unsigned count = 0;
	char words[12];

	while (walk->at < walk->cluster.end) {
		struct utf8 c = decode(walk, walk->at);

		if (!is_mark(c.point))
			break;
		walk->at += c.len;
		count++;
	}
	walk->full = false;
	snprintf(words, sizeof words, "+%u", count);
	set_token(shown, words);
}

/* One code point that is not shown as itself. */
static void set_other(struct plain *walk, struct shown *shown, struct utf8 c, enum how how)
{
	walk->at += c.len;
	switch (how) {
	case HOW_CARET:
		set_caret(shown, c.point);
		break;
	case HOW_TAB:
		set_tab(walk, shown);
		break;
	case HOW_LINE_END:
		set_line_end(walk, shown);
		break;
	case HOW_NOTHING:
		break;
	case HOW_REPLACED:
		set_replaced(shown);
		break;
	default:
		set_number(shown, c.point);
	}
}

/* CR before LF is no lone CR: the two are one line end, and one cluster. */
static bool is_line_end(const struct plain *walk)
{
	return walk->cluster.end - walk->at == 2 &&
	       !memcmp(walk->clusters.bytes + walk->at, "\r\n", 2);
}

static bool next_cluster(struct plain *walk)
{
	if (walk->at < walk->cluster.end)
		return true;
	if (!graphemes_next(&walk->clusters, &walk->cluster))
		return false;
	walk->at = walk->cluster.start;
	return true;
}

bool plain_next(struct plain *walk, struct shown *shown)
{
	struct utf8 c;
	enum how how;

	if (!next_cluster(walk))
		return false;
	shown->source.start = walk->at;
	shown->len = shown->columns = 0;
	shown->token = false;
	shown->text[0] = '\0';
	if (walk->full) {
		set_more(walk, shown);
	} else if (is_line_end(walk)) {
		walk->at += 2;
		set_line_end(walk, shown);
	} else {
		c = decode(walk, walk->at);
		how = c.valid ? how_shown(c.point) : HOW_REPLACED;
		if (how == HOW_SHOWN)
			set_cluster(walk, shown, c);
		else
			set_other(walk, shown, c, how);
	}
	shown->source.end = walk->at;
	walk->column += shown->columns;
	return true;
}

void plain_add(struct buf *out, const char *bytes, size_t len, enum plain_line_ends ends)
{
	struct plain walk = plain_in(bytes, (struct span){ 0, len }, 0);
	struct shown shown;

	walk.ends = ends;
	while (plain_next(&walk, &shown))
		buf_add(out, shown.text, shown.len);
}

void plain_add_string(struct buf *out, const char *string)
{
	plain_add(out, string, strlen(string), PLAIN_ENDS_BLANK);
}

size_t plain_columns(const char *bytes, size_t len)
{
	struct plain walk = plain_in(bytes, (struct span){ 0, len }, 0);
	struct shown shown;
	size_t columns = 0;

	while (plain_next(&walk, &shown))
		columns += shown.columns;
	return columns;
}
