/*
 * Words are compared as code points, where a damaged sequence counts as U+FFFD, for that is
 * how they were written down. Well-formed words without U+FFFD, nearly all, equal the text
 * code point by code point if and only if they do byte by byte: UTF-8 synchronises itself,
 * so memmem() finds them, and only them. For others each place that begins alike is
 * compared, within a budget: hostile words could make that a square of the text.
 *
 * The context before and behind breaks no ties yet: that a near copy of the place has the
 * same words around it as well is what scraped articles are like.
 */
#include "anchor.h"

#include "utf8.h"

#include <string.h>

/* Bytes compared beyond a text's length before looking for damaged words is given up. */
#define BUDGET ((size_t)16 << 20)

const char *const anchor_state_names[ANCHOR_STATES] = {
	[ANCHOR_EXACT] = "exact",     [ANCHOR_MOVED] = "moved",
	[ANCHOR_CHANGED] = "changed", [ANCHOR_AMBIGUOUS] = "ambiguous",
	[ANCHOR_ORPHAN] = "orphan",
};

/* Words to look for. */
struct wanted {
	const char *words;
	size_t len;
	bool damaged; /* holds U+FFFD, written so or as damage */
	size_t budget;
	bool spent;
};

static struct wanted want(const struct text *text, const char *words)
{
	struct wanted wanted = { .words = words, .len = strlen(words) };
	size_t at = 0;

	wanted.budget = text->len < SIZE_MAX - BUDGET ? text->len + BUDGET : SIZE_MAX;
	while (at < wanted.len && !wanted.damaged) {
		struct utf8 u = utf8_decode(words + at, wanted.len - at);

		wanted.damaged = u.point == UTF8_REPLACEMENT;
		at += u.len;
	}
	return wanted;
}

/* Where the words end if they stand at `at`, else 0. */
static size_t end_at(const struct text *text, struct wanted *wanted, size_t at)
{
	size_t start = at, i = 0;

	while (i < wanted->len && at < text->len) {
		struct utf8 word = utf8_decode(wanted->words + i, wanted->len - i);
		struct utf8 here = utf8_decode(text->bytes + at, text->len - at);

		if (word.point != here.point)
			break;
		i += word.len;
		at += here.len;
	}
	wanted->spent |= at - start >= wanted->budget;
	wanted->budget -= wanted->spent ? wanted->budget : at - start;
	return i == wanted->len ? at : 0;
}

static bool find_damaged(const struct text *text, struct wanted *wanted, size_t from,
			 struct span *span)
{
	while (from < text->len && !wanted->spent) {
		size_t end = end_at(text, wanted, from);

		*span = (struct span){ from, end };
		if (end)
			return true;
		from += utf8_decode(text->bytes + from, text->len - from).len;
	}
	return false;
}

/* The first place at or behind `from`, which stands between characters. */
static bool find_words(const struct text *text, struct wanted *wanted, size_t from,
		       struct span *span)
{
	const char *found;

	if (!wanted->len || from >= text->len)
		return false;
	if (wanted->damaged)
		return find_damaged(text, wanted, from, span);
	found = memmem(text->bytes + from, text->len - from, wanted->words, wanted->len);
	if (!found)
		return false;
	span->start = (size_t)(found - text->bytes);
	span->end = span->start + wanted->len;
	return true;
}

/* Behind the first character of `span`: where the next occurrence may begin. */
static size_t past_first(const struct text *text, struct span span)
{
	return span.start + utf8_decode(text->bytes + span.start, text->len - span.start).len;
}

bool anchor_words(const struct text *text, const char *exact, size_t nth, struct span *span)
{
	struct wanted wanted = want(text, exact);
	struct span found = { 0, 0 };
	size_t from = 0;

	if (!nth)
		return false;
	while (find_words(text, &wanted, from, &found)) {
		if (!--nth) {
			*span = found;
			return true;
		}
		from = past_first(text, found);
	}
	return false;
}

/* The bytes that the mark's offsets name; false where the text has fewer. */
static bool named_span(struct text *text, const struct mark *mark, struct span *span)
{
	return mark->start <= mark->end && mark->end <= SIZE_MAX &&
	       text_offset(text, (size_t)mark->start, &span->start) &&
	       text_offset(text, (size_t)mark->end, &span->end);
}

static struct anchor nowhere(enum anchor_state state, const char *why)
{
	return (struct anchor){ .state = state, .why = why };
}

static struct anchor search(const struct text *text, struct wanted *wanted, bool in_range)
{
	struct span span, other;
	bool found = find_words(text, wanted, 0, &span);

	if (found && find_words(text, wanted, past_first(text, span), &other))
		return nowhere(ANCHOR_AMBIGUOUS, "twice");
	if (wanted->spent)
		return nowhere(ANCHOR_AMBIGUOUS, "budget");
	if (!found)
		return nowhere(ANCHOR_ORPHAN, in_range ? "gone" : "range");
	return (struct anchor){ .state = ANCHOR_MOVED, .span = span, .why = "words" };
}

struct anchor anchor_find(struct text *text, const struct mark *mark)
{
	struct wanted wanted;
	struct span span = { 0, 0 };
	bool in_range = !mark->placed || named_span(text, mark, &span);

	if (!mark->exact || !*mark->exact)
		return nowhere(ANCHOR_ORPHAN, "no-words");
	wanted = want(text, mark->exact);
	if (mark->placed && in_range && !span_empty(span) &&
	    end_at(text, &wanted, span.start) == span.end)
		return (struct anchor){ .state = ANCHOR_EXACT, .span = span, .why = "place" };
	return search(text, &wanted, in_range);
}
