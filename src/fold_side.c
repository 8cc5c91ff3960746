#include "fold_side.h"

#include "fold_class.h"
#include "segment.h"

#include <string.h>
#include <unictype.h>

/* No language puts more marks on a letter; a hostile text may. */
#define MARKS_MAX 8

static struct utf8 point_at(const struct fold_side *side, size_t at)
{
	const char *bytes = side->bytes + at;
	const size_t len = side->span.end - at;
	struct utf8 u;

	if (*bytes == '&' && fold_entity(bytes, len, &u))
		return u;
	return utf8_decode(bytes, len);
}

size_t fold_side_end(const struct fold_side *side, size_t i)
{
	return side->span.start + (i ? side->tokens.items[i - 1].end : 0);
}

/* A token knows its end alone: what stands before it is passed, as the tokeniser did. */
size_t fold_side_start(const struct fold_side *side, size_t i)
{
	const size_t end = fold_side_end(side, i + 1);
	size_t at = fold_side_end(side, i);

	while (at < end) {
		const struct utf8 u = point_at(side, at);
		const enum fold_class class = fold_class_of(u.point);
		const bool sign = class == FOLD_CLASS_SIGN || class == FOLD_CLASS_COMPARE;

		if (sign ? at + u.len == end
			 : class != FOLD_CLASS_GAP && class != FOLD_CLASS_NOTHING &&
				    class != FOLD_CLASS_APOSTROPHE)
			break;
		at += u.len;
	}
	return at < end ? at : end;
}

struct span fold_side_span(const struct fold_side *side, struct fold_part words)
{
	const size_t end = fold_side_end(side, words.end);

	return (struct span){ words.first < words.end ? fold_side_start(side, words.first)
						      : end,
			      end };
}

static bool is_blank_at(const struct fold_side *side, size_t at)
{
	return point_is_space(point_at(side, at).point);
}

struct span fold_side_gap(const struct fold_side *side, size_t i)
{
	const size_t end = i < side->tokens.count ? fold_side_start(side, i) : side->span.end;

	return (struct span){ fold_side_end(side, i), end };
}

static bool same_bytes(const char *a, struct span in_a, const char *b, struct span in_b)
{
	return span_length(in_a) == span_length(in_b) &&
	       !memcmp(a + in_a.start, b + in_b.start, span_length(in_a));
}

/* Behind the last blank of a gap, else where it ends: what touches the word behind it. */
static size_t opening_in(const struct fold_side *side, struct span gap)
{
	size_t start = gap.start == side->span.start ? gap.start : gap.end;

	for (size_t at = gap.start; at < gap.end; at += point_at(side, at).len) {
		if (is_blank_at(side, at))
			start = at + point_at(side, at).len;
	}
	return start;
}

struct span fold_side_alone(const struct fold_side *side, struct fold_part words,
			    const struct fold_side *other, size_t at)
{
	const struct span before = fold_side_gap(side, words.first);
	const struct span behind = fold_side_gap(side, words.end);
	struct span span = fold_side_span(side, words);

	if (words.first == words.end)
		return span;
	if (!same_bytes(side->bytes, before, other->bytes, fold_side_gap(other, at)))
		span.start = opening_in(side, before);
	while (span.end < behind.end && !is_blank_at(side, span.end))
		span.end += point_at(side, span.end).len;
	return span;
}

static bool is_mark_at(const struct fold_side *side, size_t at)
{
	return at < side->span.end &&
	       uc_is_general_category_withtable(point_at(side, at).point, UC_CATEGORY_MASK_M);
}

size_t fold_side_letter(const struct fold_side *side, size_t at)
{
	const char *bytes = side->bytes + side->span.start;
	const size_t len = span_length(side->span);

	for (int i = 0; i < MARKS_MAX && at > side->span.start && is_mark_at(side, at); i++)
		at = side->span.start + utf8_start(bytes, len, at - side->span.start - 1);
	return at;
}

size_t fold_side_behind_marks(const struct fold_side *side, size_t at)
{
	for (int i = 0; i < MARKS_MAX && is_mark_at(side, at); i++)
		at += point_at(side, at).len;
	return at;
}

size_t fold_side_skip_blanks(const struct fold_side *side, struct span *unit)
{
	const size_t start = unit->start;

	while (!span_empty(*unit)) {
		const struct utf8 u =
			utf8_decode(side->bytes + unit->start, span_length(*unit));

		if (!point_is_space(u.point))
			break;
		unit->start += u.len;
	}
	return unit->start - start;
}
