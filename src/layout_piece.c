/*
 * Which stretch of the text is laid out together.
 *
 * Everything here looks around one place and no farther than a few LAYOUT_PIECE_MAX, so
 * that a line of a gigabyte is met like any other. Scans give up behind REACH bytes; a
 * paragraph whose start or end is not found within it is longer than LAYOUT_PIECE_MAX
 * from wherever in it we look, so every place in it gets the same answer.
 *
 * A long paragraph is cut near the multiples of LAYOUT_PIECE: behind the last blank of the
 * SLACK bytes before one, else at a cluster border there. Where a cut falls depends on the
 * bytes within CONTEXT of it and on the paragraph's own borders alone.
 */
#include "layout.h"

#include "segment.h"

#include <string.h>

/* A line end of two bytes belongs to the paragraph before it. */
#define REACH	(LAYOUT_PIECE_MAX + 2)
#define SLACK	((size_t)1 << 10)
#define CONTEXT ((size_t)4 << 10)
#define NOWHERE SIZE_MAX

/* A line or paragraph, as far as a bounded look tells. */
struct around {
	size_t start;  /* NOWHERE: too far */
	size_t end;    /* without the line end; NOWHERE: too far */
	size_t behind; /* behind the line end, where `end` is known */
	bool blank;
};

static bool blank_byte(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\v';
}

static bool all_blank(const char *bytes, struct span span)
{
	size_t at = span.start;

	while (at < span.end && blank_byte(bytes[at]))
		at++;
	return at == span.end;
}

static size_t line_start(const struct text *text, size_t at)
{
	size_t from = at > REACH ? at - REACH : 0;
	const char *lf = memrchr(text->bytes + from, '\n', at - from);

	if (lf)
		return (size_t)(lf - text->bytes) + 1;
	return from ? NOWHERE : 0;
}

static void find_line_end(const struct text *text, size_t at, struct around *line)
{
	size_t left = text->len - at;
	const char *lf = memchr(text->bytes + at, '\n', left < REACH ? left : REACH);

	if (!lf) {
		line->end = line->behind = left > REACH ? NOWHERE : text->len;
		return;
	}
	line->end = (size_t)(lf - text->bytes);
	line->behind = line->end + 1;
	if (line->end != line->start && line->end > 0 && text->bytes[line->end - 1] == '\r')
		line->end--;
}

static bool too_long(const struct around *it)
{
	return it->start == NOWHERE || it->end == NOWHERE ||
	       it->end > it->start + LAYOUT_PIECE_MAX;
}

/* The line that holds `at`, which is in the text. Too long a line is never blank. */
static struct around line_around(const struct text *text, size_t at)
{
	struct around line = { .start = line_start(text, at) };

	find_line_end(text, at, &line);
	line.blank = !too_long(&line) &&
		     all_blank(text->bytes, (struct span){ line.start, line.end });
	return line;
}

/* Puts the start of a hard-wrapped paragraph, whose line `block` is, into it. */
static void extend_back(const struct text *text, size_t at, struct around *block)
{
	while (block->start != NOWHERE && block->start > 0) {
		struct around line = line_around(text, block->start - 1);

		if (line.blank)
			return;
		block->start = at - line.start > REACH ? NOWHERE : line.start;
	}
}

static void extend_forward(const struct text *text, size_t at, struct around *block)
{
	while (block->end != NOWHERE && block->behind < text->len) {
		struct around line = line_around(text, block->behind);

		if (line.blank)
			return;
		block->end = line.end - at > REACH ? NOWHERE : line.end;
		block->behind = line.behind;
	}
}

static size_t nearest_cut(const struct text *text, const struct around *whole, size_t multiple)
{
	size_t first = whole->start == NOWHERE ? 0 : whole->start;
	size_t last = whole->end == NOWHERE ? text->len : whole->end;
	size_t low = multiple - SLACK > first ? multiple - SLACK : first;
	size_t cut = multiple;
	struct span near = { multiple - CONTEXT > first ? multiple - CONTEXT : first,
			     multiple + CONTEXT < last ? multiple + CONTEXT : last };

	if (multiple <= first || multiple >= last)
		return NOWHERE;
	while (cut > low && !blank_byte(text->bytes[cut - 1]) && text->bytes[cut - 1] != '\n')
		cut--;
	cut = grapheme_floor(text->bytes, near, cut > low ? cut : multiple);
	return cut > first ? cut : NOWHERE;
}

static void cut_piece(const struct text *text, const struct around *whole, size_t at,
		      struct layout_piece *piece)
{
	size_t place = at < whole->end ? at : whole->end - 1;
	size_t multiple = place / LAYOUT_PIECE * LAYOUT_PIECE;
	size_t low = NOWHERE, high = NOWHERE;

	for (size_t m = multiple; high == NOWHERE && m <= multiple + 2 * LAYOUT_PIECE;
	     m += LAYOUT_PIECE) {
		size_t cut = m ? nearest_cut(text, whole, m) : NOWHERE;

		if (cut != NOWHERE && cut <= place)
			low = cut;
		else if (cut != NOWHERE)
			high = cut;
	}
	if (low == NOWHERE && multiple >= LAYOUT_PIECE)
		low = nearest_cut(text, whole, multiple - LAYOUT_PIECE);
	piece->first = low == NOWHERE;
	piece->last = high == NOWHERE;
	piece->span.start = piece->first ? whole->start : low;
	piece->span.end = piece->last ? whole->end : high;
	piece->behind = piece->last ? whole->behind : high;
}

bool layout_piece_at(const struct text *text, enum paragraph_mode mode, size_t at,
		     struct layout_piece *piece)
{
	struct around whole;

	if (!text->len)
		return false;
	if (at >= text->len)
		at = text->len - 1;
	whole = line_around(text, at);
	if (mode == PARAGRAPH_BLOCK && !whole.blank) {
		extend_back(text, at, &whole);
		extend_forward(text, at, &whole);
	}
	*piece = (struct layout_piece){ .span = { whole.start, whole.end },
					.behind = whole.behind,
					.blank = whole.blank,
					.first = true,
					.last = true };
	if (too_long(&whole))
		cut_piece(text, &whole, at, piece);
	return true;
}
