#include "fold_class.h"

#include "utf8.h"

#include <string.h>
#include <unictype.h>

struct range {
	uint32_t first, last;
	enum fold_class class;
};

/* What the general category does not tell, ascending. */
static const struct range ranges[] = {
	{ 0x0024, 0x0025, FOLD_CLASS_SYMBOL },	   /* $ % */
	{ 0x0027, 0x0027, FOLD_CLASS_APOSTROPHE }, /* ' */
	{ 0x002B, 0x002B, FOLD_CLASS_SIGN },	   /* + */
	{ 0x002D, 0x002D, FOLD_CLASS_SIGN },	   /* hyphen-minus */
	{ 0x003C, 0x003C, FOLD_CLASS_COMPARE },	   /* < */
	{ 0x003E, 0x003E, FOLD_CLASS_COMPARE },	   /* > */
	{ 0x0060, 0x0060, FOLD_CLASS_APOSTROPHE }, /* grave accent, typed for a quote */
	{ 0x007C, 0x007C, FOLD_CLASS_GAP },	   /* | between parts of a line */
	{ 0x00A7, 0x00A7, FOLD_CLASS_SYMBOL },	   /* section */
	{ 0x00AD, 0x00AD, FOLD_CLASS_NOTHING },	   /* soft hyphen */
	{ 0x00B4, 0x00B4, FOLD_CLASS_APOSTROPHE }, /* acute accent, the same */
	{ 0x02BC, 0x02BC, FOLD_CLASS_APOSTROPHE }, /* modifier letter */
	{ 0x0609, 0x060A, FOLD_CLASS_SYMBOL },	   /* Arabic per mille, per ten thousand */
	{ 0x0640, 0x0640, FOLD_CLASS_NOTHING },	   /* kashida: draws a word out */
	{ 0x066A, 0x066A, FOLD_CLASS_SYMBOL },	   /* Arabic percent */
	{ 0x0E00, 0x0E4F, FOLD_CLASS_SINGLE },	   /* Thai, but for its digits */
	{ 0x0E5A, 0x0E7F, FOLD_CLASS_SINGLE },
	{ 0x200B, 0x200F, FOLD_CLASS_NOTHING },	   /* zero width */
	{ 0x2010, 0x2013, FOLD_CLASS_SIGN },	   /* hyphens, en dash */
	{ 0x2014, 0x2017, FOLD_CLASS_GAP },	   /* dashes */
	{ 0x2018, 0x2019, FOLD_CLASS_APOSTROPHE }, /* single quotation marks */
	{ 0x201A, 0x2027, FOLD_CLASS_GAP },	   /* quotation marks, bullets, dots */
	{ 0x2030, 0x2031, FOLD_CLASS_SYMBOL },	   /* per mille, per ten thousand */
	{ 0x2032, 0x2034, FOLD_CLASS_PRIME },
	{ 0x2060, 0x2060, FOLD_CLASS_NOTHING }, /* word joiner */
	{ 0x2190, 0x2190, FOLD_CLASS_BULLET },	/* arrows, but for up and down */
	{ 0x2192, 0x2192, FOLD_CLASS_BULLET },
	{ 0x2194, 0x2195, FOLD_CLASS_BULLET },
	{ 0x219A, 0x21FF, FOLD_CLASS_BULLET },
	{ 0x2212, 0x2212, FOLD_CLASS_SIGN },   /* minus */
	{ 0x25A0, 0x25B1, FOLD_CLASS_BULLET }, /* bullets, but no triangles up and down */
	{ 0x25B6, 0x25BB, FOLD_CLASS_BULLET },
	{ 0x25C0, 0x25FF, FOLD_CLASS_BULLET },
	{ 0x261B, 0x261B, FOLD_CLASS_BULLET },	 /* pointing hand */
	{ 0x2794, 0x27BE, FOLD_CLASS_BULLET },	 /* arrows */
	{ 0x3041, 0x30FF, FOLD_CLASS_SINGLE },	 /* kana */
	{ 0x3400, 0x4DBF, FOLD_CLASS_SINGLE },	 /* Han */
	{ 0x4E00, 0x9FFF, FOLD_CLASS_SINGLE },	 /* Han */
	{ 0xAC00, 0xD7A3, FOLD_CLASS_SINGLE },	 /* Hangul */
	{ 0xFEFF, 0xFEFF, FOLD_CLASS_NOTHING },	 /* zero width no-break space */
	{ 0x20000, 0x3FFFD, FOLD_CLASS_SINGLE }, /* Han */
};

static bool in_category(uint32_t point, uint32_t mask)
{
	return uc_is_general_category_withtable(point, mask);
}

/* clang-format off */
static enum fold_class class_by_category(uint32_t point)
{
	const uint32_t letters = UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M |
				 UC_CATEGORY_MASK_Nl | UC_CATEGORY_MASK_No;
	const uint32_t symbols = UC_CATEGORY_MASK_Sm | UC_CATEGORY_MASK_Sc |
				 UC_CATEGORY_MASK_So;

	if (in_category(point, UC_CATEGORY_MASK_Nd))
		return FOLD_CLASS_DIGIT;
	if (in_category(point, letters))
		return FOLD_CLASS_LETTER;
	return in_category(point, symbols) ? FOLD_CLASS_SYMBOL : FOLD_CLASS_GAP;
}

enum fold_class fold_class_of(uint32_t point)
{
	size_t low = 0, high = sizeof ranges / sizeof *ranges;

	if ((point | 0x20) >= 'a' && (point | 0x20) <= 'z')
		return FOLD_CLASS_LETTER;
	if (point >= '0' && point <= '9')
		return FOLD_CLASS_DIGIT;
	if (point == ' ' || (point < 0x80 && point != '\'' && point != '`' &&
			     (fold_ascii_traits[point] & (FOLD_TRAIT_PASSED | FOLD_TRAIT_SIGN)) ==
				     FOLD_TRAIT_PASSED))
		return FOLD_CLASS_GAP;
	if (point >= 0xC0 && point <= 0x24F && point != 0xD7 && point != 0xF7)
		return FOLD_CLASS_LETTER; /* Latin beyond ASCII: common enough not to search for */
	while (low < high) {
		size_t middle = (low + high) / 2;

		if (point > ranges[middle].last)
			low = middle + 1;
		else if (point < ranges[middle].first)
			high = middle;
		else
			return ranges[middle].class;
	}
	return class_by_category(point);
}
/* clang-format on */

uint32_t fold_wide_form(uint32_t point)
{
	static const struct {
		uint16_t wide, plain;
	} forms[] = {
		{ 0xFE62, '+' },  { 0xFE63, '-' },  { 0xFE64, '<' },	{ 0xFE65, '>' },
		{ 0xFE69, '$' },  { 0xFE6A, '%' },  { 0xFF03, '#' },	{ 0xFF04, '$' },
		{ 0xFF05, '%' },  { 0xFF0A, '*' },  { 0xFF0B, '+' },	{ 0xFF0D, '-' },
		{ 0xFF0E, '.' },  { 0xFF0F, '/' },  { 0xFF1A, ':' },	{ 0xFF1C, '<' },
		{ 0xFF1D, '=' },  { 0xFF1E, '>' },  { 0xFF5E, '~' },	{ 0xFFE0, 0xA2 },
		{ 0xFFE1, 0xA3 }, { 0xFFE5, 0xA5 }, { 0xFFE6, 0x20A9 },
	};

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		if (forms[i].wide == point)
			return forms[i].plain;
	}
	return point;
}

bool fold_among(uint32_t point, const char *points)
{
	size_t len = strlen(points);

	if (point < 0x80)
		return point && memchr(points, (int)point, len);
	while (len) {
		const struct utf8 u = utf8_decode(points, len);

		if (u.point == point)
			return true;
		points += u.len;
		len -= u.len;
	}
	return false;
}
