/*
 * What scraping leaves of HTML: character references that nobody decoded, or that were
 * escaped twice ("&amp;nbsp;").
 */
#include "fold_words.h"

#include <string.h>

struct entity {
	const char *name;
	uint32_t point;
};

/* clang-format off */
static const struct entity entities[] = {
	{ "amp", '&' },
	{ "apos", '\'' },
	{ "bull", 0x2022 },
	{ "copy", 0xA9 },
	{ "euro", 0x20AC },
	{ "gt", '>' },
	{ "hellip", 0x2026 },
	{ "laquo", 0xAB },
	{ "ldquo", 0x201C },
	{ "lsquo", 0x2018 },
	{ "lt", '<' },
	{ "mdash", 0x2014 },
	{ "nbsp", 0xA0 },
	{ "ndash", 0x2013 },
	{ "pound", 0xA3 },
	{ "quot", '"' },
	{ "raquo", 0xBB },
	{ "rdquo", 0x201D },
	{ "rsquo", 0x2019 },
	{ "shy", 0xAD },
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

static uint32_t named(const char *name, size_t len)
{
	if (len > 1 && *name == '#')
		return numbered(name, len);
	for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
		if (strlen(entities[i].name) == len && !memcmp(entities[i].name, name, len))
			return entities[i].point;
	}
	return 0;
}

bool fold_entity(const char *bytes, size_t len, struct utf8 *u)
{
	size_t name = len > 5 && !memcmp(bytes, "&amp;", 5) ? 5 : 1;
	size_t room = len - name < ENTITY_MAX ? len - name : ENTITY_MAX;
	const char *stop = memchr(bytes + name, ';', room);
	uint32_t point = stop ? named(bytes + name, (size_t)(stop - bytes) - name) : 0;

	*u = (struct utf8){ .point = point, .valid = true };
	if (point)
		u->len = (uint8_t)(stop - bytes + 1);
	else if (name > 1)
		*u = (struct utf8){ .point = '&', .len = 5, .valid = true };
	return u->len;
}
