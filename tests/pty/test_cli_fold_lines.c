/*
 * `diple fold` on line ends, blank lines and damage, and on input that comes in parts. The
 * cases stand in support/fold_cases.c.
 */
#include "support/files.h"
#include "support/fold_cases.h"
#include "support/fold_texts.h"
#include "support/random.h"
#include "support/run.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include <cmocka.h>

static struct ran *run_on(const char *home, const struct fold_case *it, const char *options)
{
	struct buf text = BUF_EMPTY;
	struct ran *ran;
	char script[200];

	fold_case_text(it, &text);
	files_put(home, "a.txt", text.len ? text.at : "", text.len);
	snprintf(script, sizeof script, "diple fold %s --paragraphs=%s a.txt", options,
		 it->mode == PARAGRAPH_LINE ? "line" : "block");
	ran = run(home, script);
	if (ran->status != 0)
		fail_msg("%s: status %d, %s", it->name, ran->status, ran->words);
	buf_release(&text);
	return ran;
}

static void what_shows_is_printed_with_its_ends_and_nothing_else(void **state)
{
	for (const struct fold_case *it = fold_cases; it->name; it++) {
		struct buf left = BUF_EMPTY;
		struct ran *ran = run_on(*state, it, "");

		fold_case_left(it, &left);
		if (ran->len != left.len || (left.len && memcmp(ran->out, left.at, left.len)))
			fail_msg("%s: prints %zu bytes: %s", it->name, ran->len, ran->out);
		run_free(ran);
		buf_release(&left);
	}
}

static void assert_number(const struct fold_case *it, const json_t *row, const char *name,
			  size_t expected)
{
	const json_t *member = json_object_get(row, name);

	if (!json_is_integer(member) || (size_t)json_integer_value(member) != expected)
		fail_msg("%s: %s is %lld, not %zu", it->name, name,
			 (long long)json_integer_value(member), expected);
}

static void assert_row(const struct fold_case *it, size_t n, const json_t *row)
{
	static const char *const states[] = { "shown", "near", "duplicate", "boilerplate" };
	const struct fold_case_place place = fold_case_place(it, n);
	const size_t of = it->paragraphs[n].of;
	const size_t at = (size_t)(strchr("sndb", it->paragraphs[n].state) - "sndb");

	assert_number(it, row, "n", place.line);
	assert_number(it, row, "start", place.first);
	assert_number(it, row, "end", place.behind);
	assert_string_equal(json_string_value(json_object_get(row, "state")), states[at]);
	if (of)
		assert_number(it, row, "of", fold_case_place(it, of - 1).line);
	else
		assert_true(json_is_null(json_object_get(row, "of")));
	assert_true(json_is_null(json_object_get(row, "score")) == (at == 0));
}

static void json_has_a_row_for_each_paragraph(void **state)
{
	for (const struct fold_case *it = fold_cases; it->name; it++) {
		struct ran *ran = run_on(*state, it, "--json");
		const char *at = ran->out;

		for (size_t n = 0; n < fold_case_count(it); n++) {
			json_t *row = json_loads(at, JSON_DISABLE_EOF_CHECK, NULL);

			if (!row)
				fail_msg("%s: no row %zu", it->name, n + 1);
			assert_row(it, n, row);
			json_decref(row);
			at = strchr(at, '\n') + 1;
		}
		assert_string_equal(at, "");
		run_free(ran);
	}
}

/* A text with many repeats. */
static void put_text(const char *home, uint64_t seed)
{
	struct dice dice = { seed };
	struct buf text = BUF_EMPTY;
	uint8_t choices[900];

	for (size_t i = 0; i < sizeof choices; i++)
		choices[i] = (uint8_t)dice_roll(&dice);
	fold_texts_make(choices, sizeof choices, &text);
	for (size_t i = 0; i < text.len; i++)
		text.at[i] = text.at[i] ? text.at[i] : ' ';
	files_put(home, "a.txt", text.at, text.len);
	buf_release(&text);
}

static void it_is_the_same_however_the_input_comes(void **state)
{
	put_text(*state, 11);
	run_expect(*state,
		   "for mode in block line; do for json in '' --json; do\n"
		   "diple fold --paragraphs=$mode $json - <a.txt >whole\n"
		   "for size in 1 7 100 4096 65537; do\n"
		   "dd bs=$size if=a.txt status=none |\n"
		   "diple fold --paragraphs=$mode $json - | cmp - whole || echo $size\n"
		   "done; done; done\n"
		   "[ $(grep -c duplicate whole) -gt 20 ] || cat whole",
		   &(struct expected){ .out = NULL });
}

static void it_is_the_same_from_a_file_and_each_time(void **state)
{
	for (uint64_t seed = 20; seed < 24; seed++) {
		put_text(*state, seed);
		run_expect(*state,
			   "diple fold --paragraphs=line a.txt >first\n"
			   "diple fold --paragraphs=line <a.txt | cmp - first\n"
			   "diple fold --paragraphs=line a.txt | cmp - first\n"
			   "diple --paragraphs=line ./a.txt | cmp - first",
			   &(struct expected){ .out = NULL });
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, run_setup, run_teardown)
		TEST(what_shows_is_printed_with_its_ends_and_nothing_else),
		TEST(json_has_a_row_for_each_paragraph),
		TEST(it_is_the_same_however_the_input_comes),
		TEST(it_is_the_same_from_a_file_and_each_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
