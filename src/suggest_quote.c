/*
 * Quotes by their marks. Inside a quote only its end counts, so nested quotes are no
 * suggestions of their own. A quote whose mark is never closed goes to its paragraph's end:
 * speech over several paragraphs closes only the last.
 *
 * Single marks are the trouble, since apostrophes look the same. They count where they
 * clearly open at a word's start and close at a word's end nearby, and never run on.
 */
#include "segment.h"
#include "suggest_finder.h"
#include "utf8.h"

#include <string.h>

/* A longer stretch between single marks is more likely two apostrophes. */
#define SINGLE_MAX 400 /* bytes */

/* One word in quotes is mostly a word used with a raised eyebrow. */
#define SCORE_SPEECH 0.9f /* SPEECH_WORDS or more */
#define SCORE_PHRASE 0.6f
#define SCORE_WORD   0.4f
#define SPEECH_WORDS 5

struct pair {
	uint32_t open, close[2];
	bool start; /* opens only at a word's start: it is also a closing mark */
	bool single;
};

static const struct pair pairs[] = {
	{ '"', { '"', '"' }, true, false },
	{ 0x201C, { 0x201D, '"' }, false, false },    /* “ ” */
	{ 0x201D, { 0x201D, 0x201D }, true, false },  /* ” ”, Swedish and Finnish */
	{ 0x201E, { 0x201C, 0x201D }, false, false }, /* „ “ and „ ” */
	{ 0x00AB, { 0x00BB, 0x00BB }, false, false }, /* « » */
	{ 0x00BB, { 0x00AB, 0x00BB }, true, false },  /* » «, German and Danish */
	{ 0x2039, { 0x203A, 0x203A }, false, false }, /* ‹ › */
	{ 0x203A, { 0x2039, 0x203A }, true, false },  /* › ‹ */
	{ 0x300C, { 0x300D, 0x300D }, false, false }, /* corner brackets */
	{ 0x300E, { 0x300F, 0x300F }, false, false },
	{ 0x2018, { 0x2019, 0x2019 }, true, true }, /* ‘ ’ */
	{ 0x201A, { 0x2018, 0x2019 }, true, true }, /* ‚ ‘ */
	{ '\'', { '\'', '\'' }, true, true },
};

/* A character and its neighbours; blanks at the paragraph's ends. */
struct place {
	size_t at;
	uint8_t len;
	uint32_t before, point, behind;
};

static bool step(const struct passage *passage, struct place *place)
{
	const char *bytes = passage->bytes;
	size_t end = passage->span.end, next = place->at + place->len;
	struct utf8 u;

	if (next >= end)
		return false;
	place->before = place->point;
	place->at = next;
	u = utf8_decode(bytes + next, end - next);
	place->point = u.point;
	place->len = u.len;
	next += u.len;
	place->behind = next < end ? utf8_decode(bytes + next, end - next).point : ' ';
	return true;
}

static bool in_word(uint32_t point)
{
	return point_is_letter(point) || point_is_digit(point);
}

/* What begins with an apostrophe: the '90s, 'em, rock 'n' roll. */
static bool is_elision(const struct passage *passage, const struct place *place)
{
	static const char *const words[] = { "em",  "tis",   "twas",  "n",
					     "til", "cause", "round", "bout" };
	const char *from = passage->bytes + place->at + place->len;
	size_t left = passage->span.end - place->at - place->len;

	if (point_is_digit(place->behind))
		return left > 2 && from[1] >= '0' && from[1] <= '9' && from[2] == 's';
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		size_t len = strlen(words[i]);

		if (left > len && !memcmp(from, words[i], len) &&
		    !in_word(utf8_decode(from + len, left - len).point))
			return true;
	}
	return false;
}

static const struct pair *opens(const struct passage *passage, const struct place *place)
{
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		const struct pair *pair = &pairs[i];

		if (pair->open != place->point)
			continue;
		if (pair->start && (in_word(place->before) || point_is_space(place->behind)))
			return NULL;
		if (pair->single && (!in_word(place->behind) || is_elision(passage, place)))
			return NULL;
		return pair;
	}
	return NULL;
}

/* The apostrophe of "the leaders' meeting": a plural s before it, a word behind it. */
static bool is_possessive(const struct passage *passage, const struct place *place)
{
	struct place next = *place;

	return place->before == 's' && place->behind == ' ' && step(passage, &next) &&
	       point_is_letter(next.behind) && !point_is_upper(next.behind);
}

static bool closes(const struct pair *pair, const struct place *place)
{
	if (place->point != pair->close[0] && place->point != pair->close[1])
		return false;
	if (pair->single)
		return !point_is_space(place->before) && !in_word(place->behind);
	/* A straight mark behind a blank and before a word opens another quote. */
	return place->point != '"' || !point_is_space(place->before) || !in_word(place->behind);
}

/* Moves `place` to the end of the quote that it opens; false if there is none. */
static bool find_end(const struct passage *passage, const struct pair *pair,
		     struct place *place)
{
	struct place doubtful = { 0 };
	size_t start = place->at;

	while (step(passage, place) && !(pair->single && place->at - start > SINGLE_MAX)) {
		if (!closes(pair, place))
			continue;
		if (!pair->single || !is_possessive(passage, place))
			return true;
		if (!doubtful.len)
			doubtful = *place;
	}
	if (doubtful.len)
		*place = doubtful;
	return doubtful.len || !pair->single;
}

static size_t count_words(const struct passage *passage, struct span span)
{
	size_t at = span.start, words = 0;
	bool inside = false;

	while (at < span.end) {
		struct utf8 u = utf8_decode(passage->bytes + at, span.end - at);
		bool letter = in_word(u.point);

		words += letter && !inside;
		inside = letter || (inside && !point_is_space(u.point));
		at += u.len;
	}
	return words;
}

static bool add_quote(const struct passage *passage, struct span span, struct err *err)
{
	size_t words = count_words(passage, span);
	struct suggestion quote = { .span = span, .kind = MARK_QUOTE };

	if (!words)
		return true;
	quote.score = words >= SPEECH_WORDS ? SCORE_SPEECH
		      : words > 1	    ? SCORE_PHRASE
					    : SCORE_WORD;
	return suggest_add(passage, quote, err);
}

static size_t trimmed_end(const struct passage *passage)
{
	size_t end = passage->span.end;

	while (end > passage->span.start && strchr(" \t\r\n", passage->bytes[end - 1]) &&
	       passage->bytes[end - 1])
		end--;
	return end;
}

bool suggest_quotes(const struct passage *passage, struct err *err)
{
	struct place place = { .at = passage->span.start, .point = ' ' };

	while (step(passage, &place)) {
		const struct pair *pair = opens(passage, &place);
		struct place end = place;
		struct span span = { place.at, 0 };

		if (!pair || !find_end(passage, pair, &end))
			continue;
		span.end = end.at + end.len;
		if (span.end > trimmed_end(passage))
			span.end = trimmed_end(passage);
		if (!add_quote(passage, span, err))
			return false;
		place = end;
	}
	return true;
}
