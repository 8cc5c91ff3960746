#include "grammar.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "utf8.h"

enum { ESCAPE = 033, SEQUENCE_MAX = 64 };

/* Code points that a terminal obeys, or shows nothing for: first and last. */
static const uint32_t unsent[][2] = {
	{ 0x0000, 0x001F }, { 0x007F, 0x009F },	  { 0x00AD, 0x00AD },	 { 0x061C, 0x061C },
	{ 0x115F, 0x1160 }, { 0x180E, 0x180E },	  { 0x200B, 0x200F },	 { 0x2028, 0x202E },
	{ 0x2060, 0x206F }, { 0xFE00, 0xFE0F },	  { 0xFEFF, 0xFEFF },	 { 0xFFF9, 0xFFFB },
	{ 0xE000, 0xF8FF }, { 0x1F3FB, 0x1F3FF }, { 0xE0000, 0x10FFFF },
};

/* Between ESC [ and the final byte: of modes and window operations all that are known. */
static const char *const modes[] = {
	"?1h",	   "?1l",    "?7h",    "?7l",	 "?12h",    "?12l",
	"?12;25h", "?25h",   "?25l",   "?1049h", "?1049l",  "?2004h",
	"?2004l",  "?2026h", "?2026l", "4l",	 "22;0;0t", "23;0;0t",
};

static bool is_sent(uint32_t point)
{
	for (size_t n = 0; n < sizeof unsent / sizeof *unsent; n++)
		if (point >= unsent[n][0] && point <= unsent[n][1])
			return false;
	return true;
}

static bool is_mode(const char *bytes, size_t len)
{
	for (size_t n = 0; n < sizeof modes / sizeof *modes; n++)
		if (strlen(modes[n]) == len && !memcmp(modes[n], bytes, len))
			return true;
	return false;
}

static bool is_one_of(const char *set, char byte)
{
	return byte && strchr(set, byte);
}

/* Behind ESC [: how long the sequence is, 0 for one that is not allowed. */
static size_t control_length(const char *bytes, size_t len)
{
	size_t digits = 0;

	while (digits < len && digits < SEQUENCE_MAX &&
	       is_one_of("0123456789;?", bytes[digits]))
		digits++;
	if (digits == len)
		return 0;
	if (is_one_of("hlt", bytes[digits]))
		return is_mode(bytes, digits + 1) ? digits + 1 : 0;
	return !memchr(bytes, '?', digits) && is_one_of("@ABCDEFGHJKLMPSTXbdmr", bytes[digits])
		       ? digits + 1
		       : 0;
}

/* Behind ESC. */
static size_t escape_length(const char *bytes, size_t len)
{
	size_t control;

	if (len && is_one_of("=>78M", bytes[0]))
		return 1;
	if (len > 1 && bytes[0] == '(' && (bytes[1] == 'B' || bytes[1] == '0'))
		return 2;
	if (!len || bytes[0] != '[')
		return 0;
	control = control_length(bytes + 1, len - 1);
	return control ? control + 1 : 0;
}

static size_t piece_length(const char *bytes, size_t len)
{
	struct utf8 character;
	size_t escape;

	if (*bytes == ESCAPE) {
		escape = escape_length(bytes + 1, len - 1);
		return escape ? escape + 1 : 0;
	}
	if (*bytes == '\r' || *bytes == '\n' || *bytes == '\b')
		return 1;
	character = utf8_decode(bytes, len);
	return character.valid && is_sent(character.point) ? character.len : 0;
}

size_t grammar_length(const char *bytes, size_t len)
{
	size_t at = 0, piece;

	while (at < len && (piece = piece_length(bytes + at, len - at)))
		at += piece;
	return at;
}

void grammar_check(const char *bytes, size_t len)
{
	const size_t fine = grammar_length(bytes, len);

	if (fine == len)
		return;
	print_error("byte %zu of %zu must not be sent:", fine, len);
	for (size_t at = fine > 8 ? fine - 8 : 0; at < len && at < fine + 16; at++)
		print_error(" %02X", (unsigned char)bytes[at]);
	print_error("\n");
	fail();
}
