/*
 * A search goes through the text stretch by stretch: the list of hits that grows, and the
 * looking for one hit further on or further back.
 *
 * A pattern that is a plain word can't match across paragraphs, nor differently in one: it is
 * looked for in the bytes as they stand first, and only paragraphs that hold it are met.
 */
#include "find.h"

#include "array.h"
#include "find_parts.h"
#include "utf8.h"

#include <stdlib.h>
#include <string.h>

bool find_init(struct find *find, const struct text *text, enum paragraph_mode mode,
	       const struct find_options *options, struct err *err)
{
	*find = (struct find){ .text = text, .mode = mode };
	if (options->len > FIND_PATTERN_MAX)
		return err_set(err, ERR_LIMIT, "pattern: longer than %d bytes",
			       FIND_PATTERN_MAX);
	if (!find_code_new(&find->code, options, err))
		return false;
	find->pattern = strndup(options->pattern, options->len);
	if (find->pattern)
		return true;
	find_release(find);
	return err_memory(err);
}

void find_release(struct find *find)
{
	find_code_free(find->code);
	free(find->pattern);
	free(find->items);
	*find = (struct find){ 0 };
}

/*
 * For a plain word: the first place behind `at` where it stands within the next window, or
 * where looking has to go on. `found` says which.
 */
static size_t skip_to_word(struct find *find, size_t at, bool *found)
{
	const struct text *text = find->text;
	struct find_code *code = find->code;
	size_t left = text->len - at, len = left < code->window.size ? left : code->window.size;

	*found = pcre2_match(code->code, (PCRE2_SPTR)(text->bytes + at), len, 0, PCRE2_NOTEMPTY,
			     code->data, code->context) >= 0;
	if (*found)
		return at + pcre2_get_ovector_pointer(code->data)[0];
	if (len == left)
		return text->len;
	return utf8_start(text->bytes, text->len, at + len - code->word_max);
}

/*
 * Looks for wanted hits that begin at `at` or behind, in one stretch; they begin before the
 * place that is returned, which is where to look on.
 */
static size_t look_on(struct find *find, size_t at, struct wanted *wanted)
{
	const struct window window = find->code->window;
	const struct reach reach = { window.overlap, window.size + window.overlap };
	struct stretch stretch;
	bool found = true;

	if (find->code->word)
		at = skip_to_word(find, at, &found);
	if (!found || at >= find->text->len)
		return at;
	stretch = stretch_at(find, at, reach);
	wanted->from = at;
	wanted->to = stretch.last ? stretch.behind : stretch.span.end - window.overlap;
	if (!stretch.blank)
		stretch_search(find, &stretch, wanted);
	return wanted->to;
}

bool find_work(struct find *find, size_t most)
{
	size_t begun = find->scanned;
	struct err err;

	/* Room for all from the start: a stretch can hold as many as are kept. */
	if (!ARRAY_RESERVE(find, FIND_HITS_MAX - find->count, &err))
		find->complete = true;
	while (!find->complete && find->scanned - begun < most) {
		struct wanted wanted = { .hits = find->items + find->count,
					 .most = FIND_HITS_MAX - find->count };

		if (find->scanned < find->text->len)
			find->scanned = look_on(find, find->scanned, &wanted);
		find->count += wanted.count;
		find->complete =
			find->scanned >= find->text->len || find->count == FIND_HITS_MAX;
	}
	return !find->complete;
}

void find_grown(struct find *find)
{
	find->complete = find->count == FIND_HITS_MAX;
}

size_t find_in(struct find *find, struct span span, struct span *hits, size_t most)
{
	struct wanted wanted = { .over = span.start, .hits = hits, .most = most };
	const size_t overlap = find->code->window.overlap;
	size_t at = span.start;

	while (wanted.count < most && at < span.end && at < find->text->len) {
		struct reach reach = { overlap, span.end - at + overlap };
		struct stretch stretch = stretch_at(find, at, reach);

		wanted.from = stretch.span.start;
		wanted.to = stretch.behind < span.end ? stretch.behind : span.end;
		at = stretch.behind;
		if (!stretch.blank)
			stretch_search(find, &stretch, &wanted);
	}
	return wanted.count;
}

enum find_result find_next(struct find *find, size_t *from, size_t most, struct span *hit)
{
	size_t begun = *from;

	while (*from < find->text->len) {
		struct wanted wanted = { .hits = hit, .most = 1 };
		size_t next = look_on(find, *from, &wanted);

		if (wanted.count)
			return FIND_FOUND;
		*from = next;
		if (*from - begun >= most && *from < find->text->len)
			return FIND_NOT_YET;
	}
	return FIND_NOTHING;
}

enum find_result find_previous(struct find *find, size_t *from, size_t most, struct span *hit)
{
	const struct window window = find->code->window;
	const struct reach reach = { window.size + window.overlap, window.overlap };
	size_t begun = *from;

	if (*from > find->text->len)
		*from = begun = find->text->len;
	while (*from > 0) {
		struct stretch stretch = stretch_at(find, *from - 1, reach);
		struct wanted wanted = { .to = *from, .last = true, .hits = hit, .most = 1 };

		wanted.from = stretch.first ? stretch.span.start
					    : stretch.span.start + window.overlap;
		if (!stretch.blank)
			stretch_search(find, &stretch, &wanted);
		if (wanted.count)
			return FIND_FOUND;
		*from = wanted.from;
		if (begun - *from >= most && *from > 0)
			return FIND_NOT_YET;
	}
	return FIND_NOTHING;
}

size_t find_number(const struct find *find, size_t start)
{
	size_t low = 0, high = find->count;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (find->items[middle].start < start)
			low = middle + 1;
		else
			high = middle;
	}
	return low < find->count && find->items[low].start == start ? low + 1 : 0;
}
