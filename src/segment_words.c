/*
 * Words by UAX 29, in a window that grows only where it must.
 *
 * Whether a word ends before an apostrophe, a colon or a comma depends on what
 * stands behind that sign, so a break counts as decided only where MARGIN
 * more bytes were seen.
 */
#include "segment.h"
#include "utf8.h"

#include <string.h>
#include <uniwbrk.h>

#define WINDOW_MAX   16384u
#define WINDOW_FIRST 128u
#define MARGIN	     32u

static bool ascii(char c)
{
	return (unsigned char)c < 0x80;
}

static bool word_ascii(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '_';
}

struct words words_in(const char *bytes, struct span span)
{
	return (struct words){ bytes, span.start, span.end };
}

/*
 * Plain English prose without the library: a run of ASCII letters and digits
 * before an ASCII character that joins nothing. 0 if it takes a closer look.
 */
static size_t ascii_word(const struct words *walk)
{
	size_t at = walk->at;

	while (at < walk->end && word_ascii(walk->bytes[at]))
		at++;
	if (at == walk->at || (at < walk->end && !ascii(walk->bytes[at])))
		return 0;
	if (at < walk->end && strchr("'.,:;", walk->bytes[at]) && at + 1 < walk->end &&
	    (word_ascii(walk->bytes[at + 1]) || !ascii(walk->bytes[at + 1])))
		return 0;
	return at;
}

/* True if a stretch from a break to the next is one ASCII blank or sign. */
static bool ascii_gap(const struct words *walk)
{
	return ascii(walk->bytes[walk->at]) && !word_ascii(walk->bytes[walk->at]) &&
	       (walk->at + 1 == walk->end || ascii(walk->bytes[walk->at + 1]));
}

/* As utf8_mend(), but a damaged byte is no letter. */
static void mend(const char *bytes, size_t len, char *out)
{
	utf8_mend(bytes, len, out);
	for (size_t n = 0; n < len; n++)
		if (out[n] != bytes[n])
			out[n] = '*';
}

/* The first break behind the start of `size` bytes; 0 if they are too few to tell. */
static size_t first_break(const char *bytes, size_t size, bool all)
{
	char mended[WINDOW_MAX], breaks[WINDOW_MAX];
	size_t sure = all ? size : size - MARGIN;

	mend(bytes, size, mended);
	u8_wordbreaks((const uint8_t *)mended, size, breaks);
	for (size_t at = 1; at < sure; at++)
		if (breaks[at])
			return at;
	return all ? size : 0;
}

/* The end of the stretch at `at`, a break. */
static size_t stretch_end(const struct words *walk)
{
	const char *bytes = walk->bytes + walk->at;
	size_t left = walk->end - walk->at, found = 0;

	for (size_t size = WINDOW_FIRST; !found; size *= 2) {
		bool last = left <= size || size == WINDOW_MAX;
		size_t window = left <= size ? left : utf8_start(bytes, left, size);

		found = first_break(bytes, window, last);
	}
	return walk->at + found;
}

/* True if a letter or a digit is in it. */
static bool is_word(const char *bytes, struct span span)
{
	for (size_t at = span.start; at < span.end;) {
		struct utf8 c = utf8_decode(bytes + at, span.end - at);

		if (c.valid && (point_is_letter(c.point) || point_is_digit(c.point)))
			return true;
		at += c.len;
	}
	return false;
}

bool words_next(struct words *walk, struct span *word)
{
	while (walk->at < walk->end) {
		struct span stretch = { walk->at, walk->at + 1 };

		if (!ascii_gap(walk)) {
			size_t end = ascii_word(walk);

			stretch.end = end ? end : stretch_end(walk);
		}
		walk->at = stretch.end;
		if (is_word(walk->bytes, stretch)) {
			*word = stretch;
			return true;
		}
	}
	return false;
}
