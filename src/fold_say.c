/*
 * A change in one line of words.
 */
#include "buf.h"
#include "fold_change.h"
#include "segment.h"

/* Of words that changed so much is shown, of those around them so much on each side: bytes. */
#define WORDS_MAX  240
#define AROUND_MAX 28

static bool is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static struct span trim(const char *bytes, struct span span)
{
	while (!span_empty(span) && is_blank(bytes[span.start]))
		span.start++;
	while (!span_empty(span) && is_blank(bytes[span.end - 1]))
		span.end--;
	return span;
}

/* Blanks and line ends in a row become one blank. */
static void add_in_line(struct buf *out, const char *bytes, struct span span)
{
	size_t from = span.start;

	for (size_t at = span.start; at < span.end; at++) {
		if (!is_blank(bytes[at]))
			continue;
		buf_add(out, bytes + from, at - from);
		if (at == span.start || !is_blank(bytes[at - 1]))
			buf_add_char(out, ' ');
		from = at + 1;
	}
	buf_add(out, bytes + from, span.end - from);
}

/* The last blank of the stretch, the first one; its end, its start where there is none. */
static size_t last_blank(const char *bytes, struct span span)
{
	for (size_t at = span.end; at > span.start; at--) {
		if (is_blank(bytes[at - 1]))
			return at - 1;
	}
	return span.end;
}

static size_t first_blank(const char *bytes, struct span span)
{
	for (size_t at = span.start; at < span.end; at++) {
		if (is_blank(bytes[at]))
			return at;
	}
	return span.start;
}

void fold_words_say(const char *bytes, struct span span, size_t most, struct buf *out)
{
	struct span words = trim(bytes, span);
	const bool cut = span_length(words) > most;

	if (cut) {
		words.end = grapheme_floor(bytes, words, words.start + most);
		words.end =
			last_blank(bytes, (struct span){ words.start + most / 2, words.end });
	}
	add_in_line(out, bytes, trim(bytes, words));
	if (cut)
		buf_add_string(out, " …");
}

static void add_words(struct buf *out, const char *bytes, struct span span)
{
	if (span_empty(span))
		buf_add_string(out, "–");
	else
		fold_words_say(bytes, span, WORDS_MAX, out);
}

/* The words before a change, and those behind it: whole ones, where the script parts them. */
static struct span before(const struct fold_edits *edits, size_t at)
{
	const char *bytes = edits->new_bytes;
	struct span span = trim(bytes, (struct span){ edits->paragraph.start, at });

	if (span_length(span) > AROUND_MAX) {
		span.start = grapheme_ceiling(bytes, span, span.end - AROUND_MAX);
		span.start = first_blank(bytes, span);
	}
	return trim(bytes, span);
}

static struct span behind(const struct fold_edits *edits, size_t at)
{
	const char *bytes = edits->new_bytes;
	struct span span = trim(bytes, (struct span){ at, edits->paragraph.end });

	if (span_length(span) > AROUND_MAX) {
		span.end = grapheme_floor(bytes, span, span.start + AROUND_MAX);
		span.end = last_blank(bytes, span);
	}
	return trim(bytes, span);
}

void fold_edit_say(const struct fold_edits *edits, const struct fold_edit *edit,
		   struct buf *out)
{
	const struct span left = before(edits, edit->new.start);
	const struct span right = behind(edits, edit->new.end);

	fold_kinds_say(edit->kinds, out);
	buf_add_string(out, "  ");
	add_words(out, edits->old_bytes, edit->old);
	buf_add_string(out, " → ");
	add_words(out, edits->new_bytes, edit->new);
	if (span_empty(left) && span_empty(right))
		return;
	buf_add_string(out, "  (");
	add_in_line(out, edits->new_bytes, left);
	buf_add_string(out, span_empty(left) ? "… " : span_empty(right) ? " …" : " … ");
	add_in_line(out, edits->new_bytes, right);
	buf_add_char(out, ')');
}
