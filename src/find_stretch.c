/*
 * Searching a stretch. A hard-wrapped one is searched as a copy, in which a line end with the
 * next line's indentation is one blank; what is found is told in bytes of the text again.
 */
#include "find_parts.h"

#include "array.h"
#include "layout.h"

#include <string.h>

struct stretch stretch_at(const struct find *find, size_t at, struct reach reach)
{
	struct layout_piece low, high;
	struct stretch it = { 0 };

	if (!layout_piece_at(find->text, find->mode, at, &high))
		return it;
	low = high;
	while (!low.first && at < low.span.start + reach.back)
		layout_piece_at(find->text, find->mode, low.span.start - 1, &low);
	while (!high.last && high.span.end < at + reach.forth)
		layout_piece_at(find->text, find->mode, high.behind, &high);
	it.span = (struct span){ low.span.start, high.span.end };
	it.behind = high.behind;
	it.blank = high.blank;
	it.first = low.first;
	it.last = high.last;
	return it;
}

/* Adds a byte of the text's to the copy, or notes that it was left out. */
static bool drop(struct find_code *code, size_t count)
{
	struct err err;

	if (!ARRAY_RESERVE(&code->drops, count, &err))
		return false;
	while (count--)
		code->drops.items[code->drops.count++] = code->joined.len - 1;
	return true;
}

/* Joins the lines of a stretch into code->joined. */
static bool join_lines(struct find_code *code, const char *bytes, struct span span)
{
	size_t at = span.start;
	struct err err;

	buf_clear(&code->joined);
	code->drops.count = 0;
	while (at < span.end) {
		const char *lf = memchr(bytes + at, '\n', span.end - at);
		size_t end = lf ? (size_t)(lf - bytes) : span.end;
		size_t next = lf ? end + 1 : end;

		if (lf && end > at && bytes[end - 1] == '\r')
			end--;
		buf_add(&code->joined, bytes + at, end - at);
		while (lf && next < span.end && (bytes[next] == ' ' || bytes[next] == '\t'))
			next++;
		if (lf)
			buf_add_char(&code->joined, ' ');
		if (lf && code->joined.len && !drop(code, next - end - 1))
			return false;
		at = next;
	}
	return buf_ok(&code->joined, &err);
}

/* The byte of the text, counted from the stretch's start, that stands at `at` in the copy. */
static size_t unjoined(const struct find_code *code, size_t at)
{
	size_t low = 0, high = code->drops.count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (code->drops.items[middle] < at)
			low = middle + 1;
		else
			high = middle;
	}
	return at + low;
}

/* Takes a hit, and says whether to look on. */
static bool take(struct wanted *wanted, struct span hit)
{
	if (hit.start >= wanted->to)
		return false;
	if (hit.start < wanted->from || hit.end <= wanted->over)
		return true;
	if (wanted->last)
		wanted->count = 0;
	wanted->hits[wanted->count++] = hit;
	return wanted->last || wanted->count < wanted->most;
}

static uint32_t match_flags(const struct stretch *stretch)
{
	return PCRE2_NOTEMPTY | (stretch->first ? 0u : PCRE2_NOTBOL) |
	       (stretch->last ? 0u : PCRE2_NOTEOL);
}

void stretch_search(struct find *find, const struct stretch *stretch, struct wanted *wanted)
{
	struct find_code *code = find->code;
	const char *subject = find->text->bytes + stretch->span.start;
	size_t len = span_length(stretch->span), at = 0;
	const size_t *ends = pcre2_get_ovector_pointer(code->data);
	int found;

	code->drops.count = 0;
	if (find->mode == PARAGRAPH_BLOCK) {
		if (!join_lines(code, find->text->bytes, stretch->span)) {
			find->too_hard = true;
			return;
		}
		subject = code->joined.at;
		len = code->joined.len;
	}
	while ((found = pcre2_match(code->code, (PCRE2_SPTR)subject, len, at,
				    match_flags(stretch), code->data, code->context)) >= 0) {
		struct span hit = { stretch->span.start + unjoined(code, ends[0]),
				    stretch->span.start + unjoined(code, ends[1]) };

		/* \K can turn a hit around. */
		if (ends[1] <= at || hit.end <= hit.start || !take(wanted, hit))
			return;
		at = ends[1];
	}
	find->too_hard |= found != PCRE2_ERROR_NOMATCH;
}
