/*
 * Border steps: by words, which UAX 29 finds, and by what news adds to words: a possessive
 * 's and quotation marks. (A hyphen parts words in UAX 29 already.)
 */
#include "walk.h"

#include "segment.h"
#include "utf8.h"

#include <string.h>

/* How far around a border its next place is looked for: a word is at most that long. */
#define REACH 2048

/* The place that is nearest to `at` in a direction, of those offered so far. */
struct nearest {
	size_t at, best;
	int direction;
};

static void offer(struct nearest *nearest, size_t place)
{
	bool ahead = nearest->direction < 0 ? place < nearest->at : place > nearest->at;
	bool nearer = nearest->direction < 0 ? place > nearest->best : place < nearest->best;

	if (ahead && (nearest->best == nearest->at || nearer))
		nearest->best = place;
}

/* Bytes of a possessive 's at the end of a word, 0 if it has none. */
static size_t possessive(const char *bytes, struct span word)
{
	static const char *const endings[] = { "'s", "’s", "'S", "’S" };

	for (size_t n = 0; n < sizeof endings / sizeof *endings; n++) {
		size_t len = strlen(endings[n]);

		if (span_length(word) > len && !memcmp(bytes + word.end - len, endings[n], len))
			return len;
	}
	return 0;
}

static void offer_words(struct nearest *nearest, const struct text *text, struct span around,
			enum border border)
{
	struct words words = words_in(text->bytes, around);
	struct span word;

	while (words_next(&words, &word)) {
		size_t ending = possessive(text->bytes, word);

		offer(nearest, border == BORDER_START ? word.start : word.end);
		if (ending && border == BORDER_END)
			offer(nearest, word.end - ending);
	}
}

static bool is_quotation_mark(uint32_t point)
{
	static const uint32_t marks[] = { '"',	  0xAB,	  0xBB,	  0x2018, 0x201C,
					  0x201D, 0x201E, 0x2039, 0x203A };

	for (size_t n = 0; n < sizeof marks / sizeof *marks; n++)
		if (marks[n] == point)
			return true;
	return false;
}

static void offer_quotation_marks(struct nearest *nearest, const struct text *text,
				  struct span around, enum border border)
{
	while (!span_empty(around)) {
		struct utf8 c = utf8_decode(text->bytes + around.start, span_length(around));

		if (is_quotation_mark(c.point))
			offer(nearest,
			      border == BORDER_START ? around.start : around.start + c.len);
		around.start += c.len;
	}
}

size_t border_step(const struct text *text, struct span limits, enum border border, size_t at,
		   int direction)
{
	struct nearest nearest = { at, at, direction };
	struct span around = limits;

	if (at > REACH && around.start < at - REACH)
		around.start = utf8_start(text->bytes, text->len, at - REACH);
	if (around.end - at > REACH)
		around.end = utf8_start(text->bytes, text->len, at + REACH);
	offer_words(&nearest, text, around, border);
	offer_quotation_marks(&nearest, text, around, border);
	return nearest.best;
}
