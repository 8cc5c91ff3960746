/*
 * Sentences of news prose, by a few rules and the words of segment_lexicon.h.
 *
 * A full stop is looked at from both sides: the word before it says whether it
 * may end a sentence, the word behind it whether one can begin there. Where
 * both are in doubt the sentence goes on: a quote that is offered a sentence too
 * long is shortened with one key, half a sentence looks like a mistake.
 */
#include "segment.h"
#include "segment_lexicon.h"
#include "utf8.h"

#include <string.h>
#include <unictype.h>

struct sentences sentences_in(const char *bytes, struct span span)
{
	return (struct sentences){ bytes, span.start, span.end };
}

static struct utf8 point_at(const struct sentences *walk, size_t at)
{
	return utf8_decode(walk->bytes + at, walk->end - at);
}

static size_t skip_while(const struct sentences *walk, size_t at, bool (*is)(uint32_t))
{
	while (at < walk->end) {
		struct utf8 c = point_at(walk, at);

		if (!is(c.point))
			break;
		at += c.len;
	}
	return at;
}

static size_t skip_blanks(const struct sentences *walk, size_t at)
{
	return skip_while(walk, at, point_is_space);
}

static bool is_quote(uint32_t point)
{
	return point == '"' || point == '\'' || (point >= 0x2018 && point <= 0x201F) ||
	       point == 0xAB || point == 0xBB || point == 0x2039 || point == 0x203A;
}

static bool is_closer(uint32_t point)
{
	return is_quote(point) || point == ')' || point == ']' || point == 0x300D ||
	       point == 0x300F || point == 0xFF09;
}

/* Chinese and Japanese full stops: no blank follows them. */
static bool is_wide_stop(uint32_t point)
{
	return point == 0x3002 || point == 0xFF01 || point == 0xFF1F;
}

static bool is_stop(uint32_t point)
{
	return point == '.' || point == '!' || point == '?' || point == 0x2026 ||
	       is_wide_stop(point);
}

/* What ends a word, seen from either side; full stops and letters don't. */
static bool parts_words(char c)
{
	return c == '\0' || c == ' ' || (c >= '\t' && c <= '\r') || strchr("\"'()[]/-,;:!?", c);
}

/* The word that ends at `at`, looked at no further back than the tables need. */
static struct span word_before(const struct sentences *walk, size_t start, size_t at)
{
	struct span word = { at, at };

	while (word.start > start && !parts_words(walk->bytes[word.start - 1]) &&
	       at - word.start <= LEXICON_WORD_MAX)
		word.start--;
	/* Quotation marks and blanks outside ASCII are no part of a word. */
	for (size_t from = word.start; from < at;) {
		struct utf8 c = point_at(walk, from);

		from += c.len;
		if (is_quote(c.point) || point_is_space(c.point))
			word.start = from;
	}
	return word;
}

static struct span word_behind(const struct sentences *walk, size_t at)
{
	struct span word = { at, at };

	while (word.end < walk->end && !parts_words(walk->bytes[word.end]) &&
	       word.end - at <= LEXICON_WORD_MAX)
		word.end++;
	return word;
}

/* A letter alone, as in "J. Doe" and "z. B."; "I" is a word. */
static bool is_initial(const struct sentences *walk, struct span word)
{
	struct utf8 c;

	if (span_empty(word))
		return false;
	c = point_at(walk, word.start);
	return c.len == span_length(word) && c.point != 'I' && point_is_letter(c.point);
}

/* Initials that stick together: "J.R.R. Tolkien". */
static bool is_initials(const struct sentences *walk, struct span word)
{
	if (span_length(word) < 3)
		return false;
	for (size_t at = word.start; at < word.end; at++)
		if (((at - word.start) % 2 == 1) != (walk->bytes[at] == '.'))
			return false;
	return true;
}

/* One or two digits where German says "der 2." or "3. Oktober", or that number a list. */
static bool is_ordinal(const struct sentences *walk, size_t start, struct span word,
		       size_t next)
{
	size_t before = word.start;

	if (span_length(word) < 1 || span_length(word) > 2)
		return false;
	for (size_t at = word.start; at < word.end; at++)
		if (walk->bytes[at] < '0' || walk->bytes[at] > '9')
			return false;
	if (word.start == start || lexicon_is_month(walk->bytes, word_behind(walk, next)))
		return true;
	while (before > start && walk->bytes[before - 1] == ' ')
		before--;
	return lexicon_before_ordinal(walk->bytes, word_before(walk, start, before));
}

static enum stop stop_behind(const struct sentences *walk, struct span word)
{
	enum stop stop = lexicon_stop(walk->bytes, word);

	if (stop == STOP_ENDS && (is_initial(walk, word) || is_initials(walk, word)))
		return STOP_MAYBE;
	return stop;
}

/* True if the single full stop at `at` may end the sentence, given what follows at `next`. */
static bool full_stop_ends(const struct sentences *walk, size_t start, size_t at, size_t next)
{
	struct span word = word_before(walk, start, at);
	struct span behind = word_behind(walk, next);

	if (is_ordinal(walk, start, word, next))
		return false;
	switch (stop_behind(walk, word)) {
	case STOP_NEVER:
		return false;
	case STOP_BEFORE_NUMBER:
		return !point_is_digit(point_at(walk, next).point);
	case STOP_MAYBE:
		return is_quote(point_at(walk, next).point) ||
		       lexicon_opens(walk->bytes, behind);
	case STOP_ENDS:
		break;
	}
	return true;
}

/* Signs that may stand before a sentence's first word. */
static bool is_opener(uint32_t point)
{
	return (point < 0x80 && strchr("([$#@*", (int)point)) || point == 0xA1 ||
	       point == 0xA3 || point == 0xBF || point >= 0x2000;
}

/* True if a sentence can begin with this: anything but a small letter or a sign within one. */
static bool can_begin(uint32_t point)
{
	if (point_is_letter(point))
		return !uc_is_general_category_withtable(point, UC_CATEGORY_MASK_Ll);
	return point_is_digit(point) || is_quote(point) || is_opener(point);
}

/*
 * With a stop sign at `at`: where the sentence ends if it ends here, else 0, and
 * where to look on.
 */
static size_t end_at(const struct sentences *walk, size_t start, size_t at, size_t *on)
{
	bool wide = is_wide_stop(point_at(walk, at).point);
	size_t stops = skip_while(walk, at, is_stop);
	size_t end = skip_while(walk, stops, is_closer);
	size_t next = skip_blanks(walk, end);

	*on = end;
	if (next == walk->end || wide)
		return end;
	if (next == end || !can_begin(point_at(walk, next).point))
		return 0;
	if (stops == at + 1 && walk->bytes[at] == '.' && !full_stop_ends(walk, start, at, next))
		return 0;
	return end;
}

/* Where the blanks at the end of the stretch begin; it is not all blank. */
static size_t trim(const struct sentences *walk, size_t end)
{
	for (;;) {
		size_t last = utf8_start(walk->bytes, end, end - 1);

		if (!point_is_space(utf8_decode(walk->bytes + last, end - last).point))
			return end;
		end = last;
	}
}

bool sentences_next(struct sentences *walk, struct span *sentence)
{
	size_t start = skip_blanks(walk, walk->at), at = start, end = 0;

	if (start == walk->end)
		return false;
	while (at < walk->end && !end) {
		struct utf8 c = point_at(walk, at);

		if (is_stop(c.point))
			end = end_at(walk, start, at, &at);
		else
			at += c.len;
	}
	walk->at = end ? end : walk->end;
	*sentence = (struct span){ start, end ? end : trim(walk, walk->end) };
	return true;
}
