/*
 * Decoding UTF-8 with every kind of damage.
 *
 * An invalid sequence counts as one U+FFFD per *maximal subpart*, the rule
 * of the Unicode Standard, section 3.9, table 3-7: the longest prefix that
 * could have begun a character, or else one byte. (ED A0 80 counts three,
 * E2 82 counts one.) libunistring's decoders count otherwise, so offsets
 * rest on this one alone.
 */
#ifndef UTF8_H
#define UTF8_H

#include "buf.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define UTF8_REPLACEMENT 0xFFFDu
#define UTF8_MAX	 4 /* bytes of the longest character */

struct utf8 {
	uint32_t point; /* the code point; U+FFFD for an invalid sequence */
	uint8_t len;	/* bytes it takes, 1 to 4 */
	bool valid;	/* false: a damaged sequence stood here, not U+FFFD itself */
};

/* The character at bytes[0]. `len` is how many bytes there are, at least 1. */
struct utf8 utf8_decode(const char *bytes, size_t len);

/* The same, without a call where the character is ASCII: for text that mostly is. */
static inline struct utf8 utf8_next(const char *bytes, size_t len)
{
	const unsigned char c = (unsigned char)*bytes;

	return c < 0x80 ? (struct utf8){ c, 1, true } : utf8_decode(bytes, len);
}

/* Writes `point`, a scalar value, to `out` and returns how many bytes that took. */
size_t utf8_encode(uint32_t point, char out[UTF8_MAX]);

/* How many code points `len` bytes hold. A gigabyte takes well under a second. */
size_t utf8_count(const char *bytes, size_t len);

/*
 * The byte offset behind the first `points` code points; `len` when there are
 * fewer, and then *points is how many there were.
 */
size_t utf8_skip(const char *bytes, size_t len, size_t *points);

/*
 * The start of the character that holds byte `at` (or is interrupted there).
 * at <= len; utf8_start(len) is len. Looks back at most 3 bytes.
 */
size_t utf8_start(const char *bytes, size_t len, size_t at);

/*
 * Copies `len` bytes to `out`, each byte of a damaged sequence replaced by
 * 'x': valid UTF-8 of the same length, for library functions that want it.
 */
void utf8_mend(const char *bytes, size_t len, char *out);

/* Adds `len` bytes to `out`, each damaged sequence as U+FFFD. */
void utf8_replace(struct buf *out, const char *bytes, size_t len);

#endif
