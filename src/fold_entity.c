#include "fold_entity.h"

#include <endian.h>
#include <string.h>

/* Of the longest name below, zeros behind it, so that it is compared as one number. */
#define NAME_BYTES 8

struct entity {
	char name[NAME_BYTES];
	uint32_t point;
};

/* clang-format off */
static const struct entity entities[] = { /* ascending by bytes */
	{ "AElig", 0xC6 },
	{ "Aacute", 0xC1 },
	{ "Agrave", 0xC0 },
	{ "Aring", 0xC5 },
	{ "Auml", 0xC4 },
	{ "Ccedil", 0xC7 },
	{ "Eacute", 0xC9 },
	{ "Egrave", 0xC8 },
	{ "Ntilde", 0xD1 },
	{ "OElig", 0x152 },
	{ "Oslash", 0xD8 },
	{ "Ouml", 0xD6 },
	{ "Prime", 0x2033 },
	{ "Scaron", 0x160 },
	{ "Uuml", 0xDC },
	{ "aacute", 0xE1 },
	{ "acirc", 0xE2 },
	{ "acute", 0xB4 },
	{ "aelig", 0xE6 },
	{ "agrave", 0xE0 },
	{ "amp", '&' },
	{ "apos", '\'' },
	{ "aring", 0xE5 },
	{ "atilde", 0xE3 },
	{ "auml", 0xE4 },
	{ "bdquo", 0x201E },
	{ "bull", 0x2022 },
	{ "ccedil", 0xE7 },
	{ "cedil", 0xB8 },
	{ "cent", 0xA2 },
	{ "copy", 0xA9 },
	{ "dagger", 0x2020 },
	{ "deg", 0xB0 },
	{ "divide", 0xF7 },
	{ "eacute", 0xE9 },
	{ "ecirc", 0xEA },
	{ "egrave", 0xE8 },
	{ "emsp", 0x2003 },
	{ "ensp", 0x2002 },
	{ "euml", 0xEB },
	{ "euro", 0x20AC },
	{ "frac12", 0xBD },
	{ "frac14", 0xBC },
	{ "frac34", 0xBE },
	{ "gt", '>' },
	{ "hellip", 0x2026 },
	{ "iacute", 0xED },
	{ "icirc", 0xEE },
	{ "iexcl", 0xA1 },
	{ "igrave", 0xEC },
	{ "iquest", 0xBF },
	{ "iuml", 0xEF },
	{ "laquo", 0xAB },
	{ "larr", 0x2190 },
	{ "ldquo", 0x201C },
	{ "lrm", 0x200E },
	{ "lsaquo", 0x2039 },
	{ "lsquo", 0x2018 },
	{ "lt", '<' },
	{ "mdash", 0x2014 },
	{ "micro", 0xB5 },
	{ "middot", 0xB7 },
	{ "minus", 0x2212 },
	{ "nbsp", 0xA0 },
	{ "ndash", 0x2013 },
	{ "ntilde", 0xF1 },
	{ "oacute", 0xF3 },
	{ "ocirc", 0xF4 },
	{ "oelig", 0x153 },
	{ "ograve", 0xF2 },
	{ "ordf", 0xAA },
	{ "ordm", 0xBA },
	{ "oslash", 0xF8 },
	{ "otilde", 0xF5 },
	{ "ouml", 0xF6 },
	{ "para", 0xB6 },
	{ "permil", 0x2030 },
	{ "plusmn", 0xB1 },
	{ "pound", 0xA3 },
	{ "prime", 0x2032 },
	{ "quot", '"' },
	{ "raquo", 0xBB },
	{ "rarr", 0x2192 },
	{ "rdquo", 0x201D },
	{ "reg", 0xAE },
	{ "rlm", 0x200F },
	{ "rsaquo", 0x203A },
	{ "rsquo", 0x2019 },
	{ "sbquo", 0x201A },
	{ "scaron", 0x161 },
	{ "sect", 0xA7 },
	{ "shy", 0xAD },
	{ "sup2", 0xB2 },
	{ "sup3", 0xB3 },
	{ "szlig", 0xDF },
	{ "thinsp", 0x2009 },
	{ "times", 0xD7 },
	{ "trade", 0x2122 },
	{ "uacute", 0xFA },
	{ "ucirc", 0xFB },
	{ "ugrave", 0xF9 },
	{ "uml", 0xA8 },
	{ "uuml", 0xFC },
	{ "yacute", 0xFD },
	{ "yen", 0xA5 },
	{ "yuml", 0xFF },
	{ "zwj", 0x200D },
	{ "zwnj", 0x200C },
};
/* clang-format on */

#define ENTITY_MAX 10 /* bytes between & and ; */

static int digit_of(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 16;
}

/* "#233" or "#xE9"; 0 if it is none. */
static uint32_t numbered(const char *name, size_t len)
{
	bool hex = len > 2 && (name[1] | 0x20) == 'x';
	uint32_t point = 0, base = hex ? 16 : 10;

	for (size_t i = hex ? 2 : 1; i < len; i++) {
		uint32_t digit = (uint32_t)digit_of(name[i]);

		if (digit >= base || point > 0x10FFFF)
			return 0;
		point = point * base + digit;
	}
	return point > 0x10FFFF || (point >= 0xD800 && point < 0xE000) ? 0 : point;
}

/* Names as numbers have the order of their bytes. */
static uint64_t key_of(const char name[NAME_BYTES])
{
	uint64_t key;

	memcpy(&key, name, sizeof key);
	return be64toh(key);
}

static uint32_t named(const char *name, size_t len)
{
	size_t low = 0, high = sizeof entities / sizeof *entities;
	char whole[NAME_BYTES] = "";
	uint64_t key;

	if (len > 1 && *name == '#')
		return numbered(name, len);
	if (len > sizeof whole)
		return 0;
	memcpy(whole, name, len);
	key = key_of(whole);
	while (high - low > 1) {
		const size_t middle = (low + high) / 2;

		if (key_of(entities[middle].name) <= key)
			low = middle;
		else
			high = middle;
	}
	/* A NUL at the end would look like none. */
	return name[len - 1] && key_of(entities[low].name) == key ? entities[low].point : 0;
}

/* Most ampersands stand for themselves. */
static bool may_begin(char c)
{
	return c == '#' || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

bool fold_entity(const char *bytes, size_t len, struct utf8 *u)
{
	size_t name = len > 5 && !memcmp(bytes, "&amp;", 5) ? 5 : 1;
	size_t room = len - name < ENTITY_MAX ? len - name : ENTITY_MAX;
	const char *stop =
		room && may_begin(bytes[name]) ? memchr(bytes + name, ';', room) : NULL;
	uint32_t point = stop ? named(bytes + name, (size_t)(stop - bytes) - name) : 0;

	*u = (struct utf8){ .point = point, .valid = true };
	if (point)
		u->len = (uint8_t)(stop - bytes + 1);
	else if (name > 1)
		*u = (struct utf8){ .point = '&', .len = 5, .valid = true };
	return u->len;
}
