/*
 * The text is searched in *stretches*: a paragraph, or of a huge one a window that overlaps
 * its neighbours, so that a step never takes longer because a line is long. In a
 * hard-wrapped paragraph a stretch is searched as a copy in which a line end with the next
 * line's indentation is one blank.
 *
 * A pattern that is a plain word can't match across paragraphs, nor differently in one: it is
 * looked for in the bytes as they stand first, and only paragraphs that hold it are met.
 */
#define PCRE2_CODE_UNIT_WIDTH 8

#include "find.h"

#include "array.h"
#include "layout.h"
#include "utf8.h"

#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

/* How much of a huge paragraph is searched at once, and how much of that is shared. */
struct window {
	size_t size, overlap;
};

/*
 * The interpreter looks through the rest of its subject for damage before each hit, compiled
 * code doesn't: without it windows are smaller.
 */
static const struct window compiled = { (size_t)1 << 20, (size_t)64 << 10 };
static const struct window interpreted = { (size_t)64 << 10, (size_t)4 << 10 };

/*
 * A runaway pattern of 40 bytes takes 5 ms to reach this many steps, interpreted; honest
 * ones stay far below.
 */
#define STEPS_MAX 100000u
#define HEAP_MAX  8192u /* KiB */
#define STACK_MIN ((size_t)32 << 10)
#define STACK_MAX ((size_t)8 << 20)

struct places {
	size_t *items;
	size_t count, capacity;
};

struct find_code {
	pcre2_code *code;
	pcre2_match_data *data;
	pcre2_match_context *context;
	pcre2_jit_stack *stack;
	struct window window;
	bool word;	     /* the pattern is a plain word, see above */
	size_t word_max;     /* bytes it can match at most */
	struct buf joined;   /* a hard-wrapped stretch as it is searched */
	struct places drops; /* behind which bytes of `joined` a byte was left out */
};

/* What is searched at once. */
struct stretch {
	struct span span;
	size_t behind; /* where the next one begins */
	bool blank;    /* a blank line: nothing to search */
	bool first, last;
};

/* How far a stretch reaches around a place. */
struct reach {
	size_t back, forth;
};

/* Which hits of a stretch are wanted. */
struct wanted {
	size_t over;	 /* hits end behind it */
	size_t from, to; /* they begin in this range */
	bool last;	 /* keep only the last one */
	struct span *hits;
	size_t most, count;
};

/* Behind the escape that begins at `at`: \n, \x{2014}, \p{Lu}. */
static size_t past_escape(const char *pattern, size_t len, size_t at)
{
	const char *close;

	if (at + 2 >= len || pattern[at + 2] != '{' || !strchr("pPxNkgo", pattern[at + 1]))
		return at + 2;
	close = memchr(pattern + at, '}', len - at);
	return close ? (size_t)(close - pattern) + 1 : len;
}

static bool has_upper(const char *pattern, size_t len)
{
	size_t at = 0;

	while (at < len) {
		struct utf8 u = utf8_decode(pattern + at, len - at);

		if (point_is_upper(u.point))
			return true;
		at = u.point == '\\' ? past_escape(pattern, len, at) : at + u.len;
	}
	return false;
}

static bool is_word(const char *pattern, size_t len)
{
	for (size_t i = 0; i < len; i++) {
		if ((unsigned char)pattern[i] <= ' ' || strchr("\\^$.|?*+()[]{}#", pattern[i]))
			return false;
	}
	return len > 0;
}

static bool refuse(const struct find_options *options, int error, size_t at, struct err *err)
{
	char why[256] = "";
	size_t before = at < options->len ? at : options->len;
	size_t points = utf8_count(options->pattern, before);

	pcre2_get_error_message(error, (PCRE2_UCHAR *)why, sizeof why);
	return err_set(err, ERR_FORMAT, "pattern: %s at character %zu", why,
		       points ? points : 1);
}

static bool compile(struct find_code *code, const struct find_options *options, struct err *err)
{
	uint32_t flags =
		PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C;
	int error;
	size_t at;

	if (!has_upper(options->pattern, options->len))
		flags |= PCRE2_CASELESS;
	code->code = pcre2_compile((PCRE2_SPTR)options->pattern, options->len, flags, &error,
				   &at, NULL);
	return code->code ? true : refuse(options, error, at, err);
}

static bool prepare(struct find_code *code, bool jit, struct err *err)
{
	code->data = pcre2_match_data_create_from_pattern(code->code, NULL);
	code->context = pcre2_match_context_create(NULL);
	if (!code->data || !code->context)
		return err_memory(err);
	pcre2_set_match_limit(code->context, STEPS_MAX);
	pcre2_set_heap_limit(code->context, HEAP_MAX);
	code->window = interpreted;
	if (!jit || pcre2_jit_compile(code->code, PCRE2_JIT_COMPLETE))
		return true;
	code->window = compiled;
	code->stack = pcre2_jit_stack_create(STACK_MIN, STACK_MAX, NULL);
	if (!code->stack)
		return err_memory(err);
	pcre2_jit_stack_assign(code->context, NULL, code->stack);
	return true;
}

bool find_init(struct find *find, const struct text *text, enum paragraph_mode mode,
	       const struct find_options *options, struct err *err)
{
	struct find_code *code;

	*find = (struct find){ .text = text, .mode = mode };
	if (options->len > FIND_PATTERN_MAX)
		return err_set(err, ERR_LIMIT, "pattern: longer than %d bytes",
			       FIND_PATTERN_MAX);
	find->pattern = strndup(options->pattern, options->len);
	find->code = code = calloc(1, sizeof *code);
	if (!find->pattern || !code) {
		find_release(find);
		return err_memory(err);
	}
	code->joined = (struct buf)BUF_EMPTY;
	code->word = is_word(options->pattern, options->len);
	/* Folding case changes a character's length: s and U+017F are one letter. */
	code->word_max = options->len * UTF8_MAX;
	if (compile(code, options, err) && prepare(code, options->jit, err))
		return true;
	find_release(find);
	return false;
}

void find_release(struct find *find)
{
	struct find_code *code = find->code;

	if (code) {
		pcre2_jit_stack_free(code->stack);
		pcre2_match_context_free(code->context);
		pcre2_match_data_free(code->data);
		pcre2_code_free(code->code);
		buf_release(&code->joined);
		free(code->drops.items);
		free(code);
	}
	free(find->pattern);
	free(find->items);
	*find = (struct find){ 0 };
}

/* The stretch around byte `at`, which is in the text. */
static struct stretch stretch_at(const struct find *find, size_t at, struct reach reach)
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

/* The wanted hits of a stretch, in order. A stretch that is too hard is left out. */
static void search(struct find *find, const struct stretch *stretch, struct wanted *wanted)
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
		search(find, &stretch, wanted);
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
			search(find, &stretch, &wanted);
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
			search(find, &stretch, &wanted);
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
