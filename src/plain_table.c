#include "plain_table.h"

#include <stddef.h>
#include <unictype.h>

struct row {
	uint32_t first, last;
	enum plain_way way;
};

/* clang-format off */
/*
 * Ascending. What no row names goes by its general category: letters, marks,
 * numbers, punctuation, symbols and blanks are shown; unassigned ones are
 * replaced; the rest (controls, format characters, surrogates, private use)
 * shows its number.
 */
static const struct row rows[] = {
	{ 0x0000, 0x001F, PLAIN_CARET },
	{ 0x007F, 0x007F, PLAIN_CARET },
	{ 0x0080, 0x009F, PLAIN_CODE },		/* C1: 8-bit CSI, OSC, DCS */
	{ 0x00AD, 0x00AD, PLAIN_NOTHING },
	{ 0x034F, 0x034F, PLAIN_CODE },		/* grapheme joiner */
	{ 0x0600, 0x0605, PLAIN_SHOW },		/* format characters that are visible signs */
	{ 0x061C, 0x061C, PLAIN_CODE },		/* Arabic letter mark */
	{ 0x06DD, 0x06DD, PLAIN_SHOW },
	{ 0x070F, 0x070F, PLAIN_SHOW },
	{ 0x0890, 0x0891, PLAIN_SHOW },
	{ 0x08E2, 0x08E2, PLAIN_SHOW },
	{ 0x115F, 0x1160, PLAIN_CODE },		/* Hangul fillers: blank letters */
	{ 0x17B4, 0x17B5, PLAIN_CODE },		/* Khmer vowels without a shape */
	{ 0x180B, 0x180D, PLAIN_SELECTOR },	/* Mongolian */
	{ 0x180E, 0x180E, PLAIN_CODE },
	{ 0x180F, 0x180F, PLAIN_SELECTOR },
	{ 0x200B, 0x200B, PLAIN_CODE },
	{ 0x200C, 0x200D, PLAIN_JOINER },
	{ 0x200E, 0x200F, PLAIN_CODE },		/* bidirectional marks */
	{ 0x2028, 0x202E, PLAIN_CODE },		/* separators, embeddings, overrides */
	{ 0x2060, 0x206F, PLAIN_CODE },		/* word joiner, operators, isolates */
	{ 0x2800, 0x2800, PLAIN_CODE },		/* braille without dots */
	{ 0x3164, 0x3164, PLAIN_CODE },		/* Hangul filler */
	{ 0xD800, 0xDFFF, PLAIN_REPLACE },
	{ 0xE000, 0xF8FF, PLAIN_CODE },		/* private use */
	{ 0xFDD0, 0xFDEF, PLAIN_REPLACE },	/* noncharacters */
	{ 0xFE00, 0xFE0F, PLAIN_SELECTOR },
	{ 0xFEFF, 0xFEFF, PLAIN_CODE },
	{ 0xFFA0, 0xFFA0, PLAIN_CODE },		/* halfwidth Hangul filler */
	{ 0xFFF9, 0xFFFB, PLAIN_CODE },		/* annotations between lines */
	{ 0xFFFE, 0xFFFF, PLAIN_REPLACE },
	{ 0x110BD, 0x110BD, PLAIN_SHOW },
	{ 0x110CD, 0x110CD, PLAIN_SHOW },
	{ 0x13430, 0x1345F, PLAIN_CODE },	/* hieroglyph joiners */
	{ 0x16FE4, 0x16FE4, PLAIN_CODE },	/* Khitan filler */
	{ 0x1BCA0, 0x1BCA3, PLAIN_CODE },	/* shorthand controls */
	{ 0x1D159, 0x1D159, PLAIN_CODE },	/* a note head without a shape */
	{ 0x1D173, 0x1D17A, PLAIN_CODE },	/* beams and slurs */
	{ 0xE0000, 0xE00FF, PLAIN_TAG },
	{ 0xE0100, 0xE01EF, PLAIN_SELECTOR },	/* of ideographs */
	{ 0xE01F0, 0xE0FFF, PLAIN_TAG },
};

/* Scripts in which a joiner changes how their letters look. */
static const struct row joining[] = {
	{ 0x0600, 0x07FF, PLAIN_SHOW },		/* Arabic, Syriac, Thaana, N'Ko */
	{ 0x0840, 0x0DFF, PLAIN_SHOW },		/* Mandaic, Arabic, Devanagari to Sinhala */
	{ 0x1000, 0x109F, PLAIN_SHOW },		/* Myanmar */
	{ 0x1780, 0x18AF, PLAIN_SHOW },		/* Khmer, Mongolian */
	{ 0x1900, 0x1AAF, PLAIN_SHOW },		/* Limbu to Tai Tham */
	{ 0x1B00, 0x1BFF, PLAIN_SHOW },		/* Balinese to Batak */
	{ 0xA840, 0xA8DF, PLAIN_SHOW },		/* Phags-pa, Saurashtra */
	{ 0xA8E0, 0xAAFF, PLAIN_SHOW },		/* Devanagari to Meetei Mayek */
	{ 0xFB50, 0xFDCF, PLAIN_SHOW },		/* Arabic forms */
	{ 0xFE70, 0xFEFC, PLAIN_SHOW },
	{ 0x10AC0, 0x10AFF, PLAIN_SHOW },	/* Manichaean */
	{ 0x11000, 0x11FFF, PLAIN_SHOW },	/* Brahmi and what came of it */
	{ 0x1E900, 0x1E95F, PLAIN_SHOW },	/* Adlam */
};
/* clang-format on */

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* The row that holds `point`, or NULL. */
static const struct row *find(const struct row *table, size_t count, uint32_t point)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (point > table[middle].last)
			low = middle + 1;
		else if (point < table[middle].first)
			high = middle;
		else
			return &table[middle];
	}
	return NULL;
}

static enum plain_way way_by_category(uint32_t point)
{
	const uint32_t shown = UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M | UC_CATEGORY_MASK_N |
			       UC_CATEGORY_MASK_P | UC_CATEGORY_MASK_S | UC_CATEGORY_MASK_Zs;

	if (uc_is_general_category_withtable(point, shown))
		return PLAIN_SHOW;
	return uc_is_general_category_withtable(point, UC_CATEGORY_MASK_Cn) ? PLAIN_REPLACE
									    : PLAIN_CODE;
}

enum plain_way plain_way(uint32_t point)
{
	const struct row *row;

	if (point >= ' ' && point <= '~')
		return PLAIN_SHOW;
	row = find(rows, COUNT(rows), point);
	if (row)
		return row->way;
	/* The last two of each plane are noncharacters. */
	if ((point & 0xFFFE) == 0xFFFE)
		return PLAIN_REPLACE;
	return way_by_category(point);
}

bool plain_joins(uint32_t point)
{
	return find(joining, COUNT(joining), point) &&
	       uc_is_general_category_withtable(point, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M);
}

bool plain_is_emoji(uint32_t point)
{
	/* The property holds for code points kept free for pictures to come, too. */
	return point >= 0x80 && uc_is_property_extended_pictographic(point) &&
	       plain_way(point) == PLAIN_SHOW;
}

bool plain_selects(uint32_t selector, uint32_t base)
{
	if (selector >= 0xE0100)
		return uc_is_property_ideographic(base);
	if (selector >= 0xFE0E)
		return uc_is_property_emoji(base) || plain_is_emoji(base);
	if (selector < 0xFE00)
		return base >= 0x1800 && base <= 0x18AF;
	return base == '0' || base >= 0x80;
}
