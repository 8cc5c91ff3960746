#include "find.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct searched {
	struct text text;
	struct find find;
};

static void begin(struct searched *it, const char *bytes, size_t len, enum paragraph_mode mode,
		  const char *pattern)
{
	struct find_options options = { .pattern = pattern, .len = strlen(pattern) };
	struct err err;

	text_borrow(&it->text, bytes, len);
	assert_true(find_init(&it->find, &it->text, mode, &options, &err));
}

static void end(struct searched *it)
{
	find_release(&it->find);
	text_release(&it->text);
}

/* All hits, in the list and one after another in both directions, each between brackets. */
static void assert_hits(enum paragraph_mode mode, const char *bytes, const char *pattern,
			const char *expected)
{
	struct buf look = BUF_EMPTY;
	struct searched it;
	struct span hit;
	size_t from = 0, n = 0;

	begin(&it, bytes, strlen(bytes), mode, pattern);
	while (find_work(&it.find, 5))
		;
	for (size_t i = 0; i < it.find.count; i++) {
		buf_add_char(&look, '[');
		buf_add(&look, bytes + it.find.items[i].start, span_length(it.find.items[i]));
		buf_add_char(&look, ']');
	}
	assert_string_equal(look.at, expected);
	while (find_next(&it.find, &from, SIZE_MAX, &hit) == FIND_FOUND) {
		assert_true(span_equal(hit, it.find.items[n]));
		assert_int_equal(find_number(&it.find, hit.start), ++n);
		from = hit.start + 1;
	}
	assert_int_equal(n, it.find.count);
	from = it.text.len;
	while (find_previous(&it.find, &from, SIZE_MAX, &hit) == FIND_FOUND) {
		assert_true(span_equal(hit, it.find.items[--n]));
		from = hit.start;
	}
	assert_int_equal(n, 0);
	buf_release(&look);
	end(&it);
}

static void small_letters_find_both_cases(void **state)
{
	(void)state;
	assert_hits(PARAGRAPH_LINE, "Ice, ice, ICE\nicE", "ice", "[Ice][ice][ICE][icE]");
	assert_hits(PARAGRAPH_LINE, "Ice, ice, ICE\nicE", "Ice", "[Ice]");
	assert_hits(PARAGRAPH_LINE, "Été été", "été", "[Été][été]");
	assert_hits(PARAGRAPH_LINE, "Été été", "Été", "[Été]");
	assert_hits(PARAGRAPH_LINE, "ice A b", "\\Sce", "[ice]");
	assert_hits(PARAGRAPH_LINE, "1CE 1ce", "\\p{Nd}ce", "[1CE][1ce]");
}

static void patterns_stay_in_their_paragraph(void **state)
{
	(void)state;
	assert_hits(PARAGRAPH_LINE, "one\ntwo\n", "e\\s+t", "");
	assert_hits(PARAGRAPH_LINE, "one\ntwo\n\nthree", "^.", "[o][t][t]");
	assert_hits(PARAGRAPH_LINE, "one\r\ntwo\r\n", ".$", "[e][o]");
	assert_hits(PARAGRAPH_BLOCK, "one\ntwo\n\nthree", "^.", "[o][t]");
}

static void words_are_found_across_the_lines_of_a_block(void **state)
{
	(void)state;
	assert_hits(PARAGRAPH_BLOCK, "the thin\nice held", "thin ice", "[thin\nice]");
	assert_hits(PARAGRAPH_BLOCK, "the thin\r\n\t ice held", "thin ice", "[thin\r\n\t ice]");
	assert_hits(PARAGRAPH_BLOCK, "a\r\n  b\r\n  c d", "[bcd]", "[b][c][d]");
	assert_hits(PARAGRAPH_BLOCK, "thin\n\nice", "thin ice", "");
}

static void empty_matches_are_skipped(void **state)
{
	(void)state;
	assert_hits(PARAGRAPH_LINE, "aab", "a*", "[aa]");
	assert_hits(PARAGRAPH_LINE, "aab", "", "");
	assert_hits(PARAGRAPH_LINE, "aab", "x?$", "");
	assert_hits(PARAGRAPH_LINE, "aab", "(?=a)", "");
}

static void damage_is_passed_over(void **state)
{
	(void)state;
	assert_hits(PARAGRAPH_LINE,
		    "i\xFF"
		    "ce \xE2\x82 ice\xED\xA0",
		    "ice", "[ice]");
	assert_hits(PARAGRAPH_LINE,
		    "a\xFF"
		    "b",
		    "a.b", "");
}

static void a_wrong_pattern_is_told_where(void **state)
{
	static const char *const wrong[] = { "é(a", "[a", "a\\C", "*", "\xFF" };
	struct text text;
	struct find find;
	struct err err;

	(void)state;
	text_borrow(&text, "", 0);
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		struct find_options options = { .pattern = wrong[i], .len = strlen(wrong[i]) };

		assert_false(find_init(&find, &text, PARAGRAPH_LINE, &options, &err));
		assert_int_equal(err.kind, ERR_FORMAT);
		assert_memory_equal(err.text, "pattern: ", 9);
		assert_non_null(strstr(err.text, " at character "));
	}
	assert_false(find_init(&find, &text, PARAGRAPH_LINE,
			       &(struct find_options){ .pattern = "é(a", .len = 4 }, &err));
	assert_non_null(strstr(err.text, " at character 3"));
}

static void a_pattern_too_long_is_refused(void **state)
{
	char pattern[FIND_PATTERN_MAX + 1];
	struct text text;
	struct find find;
	struct err err;

	(void)state;
	memset(pattern, 'a', sizeof pattern);
	text_borrow(&text, "", 0);
	assert_false(find_init(&find, &text, PARAGRAPH_LINE,
			       &(struct find_options){ pattern, sizeof pattern, false }, &err));
	assert_int_equal(err.kind, ERR_LIMIT);
}

static void a_runaway_pattern_leaves_its_paragraph_out(void **state)
{
	const char *bytes = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\naaa\n";
	struct searched it;

	(void)state;
	begin(&it, bytes, strlen(bytes), PARAGRAPH_LINE, "(a+)+$");
	while (find_work(&it.find, SIZE_MAX))
		;
	assert_true(it.find.too_hard);
	assert_int_equal(it.find.count, 1);
	assert_int_equal(it.find.items[0].start, 42);
	end(&it);
}

static void painting_asks_for_the_hits_of_a_place(void **state)
{
	const char *bytes = "ice one ice\nice two\nice three";
	struct span hits[8];
	struct searched it;

	(void)state;
	begin(&it, bytes, strlen(bytes), PARAGRAPH_LINE, "ice");
	assert_int_equal(find_in(&it.find, (struct span){ 9, 14 }, hits, 8), 2);
	assert_int_equal(hits[0].start, 8);
	assert_int_equal(hits[1].start, 12);
	assert_int_equal(find_in(&it.find, (struct span){ 0, 30 }, hits, 2), 2);
	assert_int_equal(find_in(&it.find, (struct span){ 500, 600 }, hits, 8), 0);
	end(&it);
}

static void searching_goes_in_slices(void **state)
{
	struct buf bytes = BUF_EMPTY;
	struct searched it;
	struct span hit;
	size_t from = 0, slices = 1;

	(void)state;
	for (size_t i = 0; i < 1000; i++)
		buf_add_string(&bytes, "nothing here\n");
	buf_add_string(&bytes, "ice\n");
	begin(&it, bytes.at, bytes.len, PARAGRAPH_LINE, "[i]ce");
	while (find_next(&it.find, &from, 1000, &hit) == FIND_NOT_YET)
		slices++;
	assert_in_range(slices, 10, 14);
	assert_int_equal(hit.start, 13000);
	assert_int_equal(find_number(&it.find, hit.start), 0);
	from = 13000;
	for (slices = 1; find_previous(&it.find, &from, 1000, &hit) == FIND_NOT_YET; slices++)
		;
	assert_in_range(slices, 10, 14);
	end(&it);
	buf_release(&bytes);
}

/* Hits at known places of one line that is longer than several windows. */
static void a_huge_line_is_searched_in_windows(void **state)
{
	static const char *const patterns[] = { "needle", "ne+dle" };
	const size_t size = (size_t)5 << 20, apart = 99991;
	char *bytes = malloc(size);

	(void)state;
	assert_non_null(bytes);
	for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
		struct searched it;
		size_t n = 0;

		memset(bytes, 'x', size);
		for (size_t at = 0; at + 6 <= size; at += apart)
			memcpy(bytes + at, "Needle", 6);
		begin(&it, bytes, size, PARAGRAPH_LINE, patterns[i]);
		while (find_work(&it.find, 1 << 20))
			;
		for (size_t at = 0; at + 6 <= size; at += apart, n++)
			assert_int_equal(it.find.items[n].start, at);
		assert_int_equal(it.find.count, n);
		end(&it);
	}
	free(bytes);
}

static void hits_beyond_the_limit_are_not_kept(void **state)
{
	struct buf bytes = BUF_EMPTY;
	struct searched it;

	(void)state;
	for (size_t i = 0; i < FIND_HITS_MAX / 50 + 10; i++)
		buf_add_string(&bytes,
			       "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n");
	begin(&it, bytes.at, bytes.len, PARAGRAPH_LINE, "a");
	while (find_work(&it.find, SIZE_MAX))
		;
	assert_int_equal(it.find.count, FIND_HITS_MAX);
	assert_true(it.find.complete);
	end(&it);
	buf_release(&bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(small_letters_find_both_cases),
		cmocka_unit_test(patterns_stay_in_their_paragraph),
		cmocka_unit_test(words_are_found_across_the_lines_of_a_block),
		cmocka_unit_test(empty_matches_are_skipped),
		cmocka_unit_test(damage_is_passed_over),
		cmocka_unit_test(a_wrong_pattern_is_told_where),
		cmocka_unit_test(a_pattern_too_long_is_refused),
		cmocka_unit_test(a_runaway_pattern_leaves_its_paragraph_out),
		cmocka_unit_test(painting_asks_for_the_hits_of_a_place),
		cmocka_unit_test(searching_goes_in_slices),
		cmocka_unit_test(a_huge_line_is_searched_in_windows),
		cmocka_unit_test(hits_beyond_the_limit_are_not_kept),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
