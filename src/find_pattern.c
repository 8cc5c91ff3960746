/*
 * What a person types, compiled: when case counts, what a runaway pattern may cost.
 */
#include "find_parts.h"

#include "segment.h"
#include "utf8.h"

#include <stdlib.h>
#include <string.h>

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

bool find_code_new(struct find_code **made, const struct find_options *options, struct err *err)
{
	struct find_code *code = calloc(1, sizeof *code);

	*made = NULL;
	if (!code)
		return err_memory(err);
	code->joined = (struct buf)BUF_EMPTY;
	code->word = is_word(options->pattern, options->len);
	/* Folding case changes a character's length: s and U+017F are one letter. */
	code->word_max = options->len * UTF8_MAX;
	if (!compile(code, options, err) || !prepare(code, options->jit, err)) {
		find_code_free(code);
		return false;
	}
	*made = code;
	return true;
}

void find_code_free(struct find_code *code)
{
	if (!code)
		return;
	pcre2_jit_stack_free(code->stack);
	pcre2_match_context_free(code->context);
	pcre2_match_data_free(code->data);
	pcre2_code_free(code->code);
	buf_release(&code->joined);
	free(code->drops.items);
	free(code);
}
