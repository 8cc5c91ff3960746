#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "buf.h"
#include "paragraph.h"
#include "support/random.h"

static struct text text_of(const char *string)
{
	struct text text;

	text_borrow(&text, string, strlen(string));
	return text;
}

/* All paragraphs, each in brackets. */
static char *walk(const char *string, enum paragraph_mode mode)
{
	struct text text = text_of(string);
	struct buf out = BUF_EMPTY;
	struct span p;

	for (size_t from = 0; paragraph_next(&text, mode, from, &p); from = p.end) {
		buf_add_char(&out, '[');
		buf_add(&out, text.bytes + p.start, span_length(p));
		buf_add_char(&out, ']');
	}
	buf_add_char(&out, '.');
	return out.at;
}

static void assert_walk(const char *string, enum paragraph_mode mode, const char *expected)
{
	char *walked = walk(string, mode);

	assert_string_equal(walked, expected);
	free(walked);
}

static void assert_span(struct span span, size_t start, size_t end)
{
	assert_int_equal(span.start, start);
	assert_int_equal(span.end, end);
}

static void each_line_is_a_paragraph(void **state)
{
	(void)state;
	assert_walk("one\ntwo\n\n \t\nthree", PARAGRAPH_LINE, "[one][two][three].");
}

static void a_line_end_is_no_part_of_a_paragraph(void **state)
{
	(void)state;
	assert_walk("one\r\n\r\ntwo\r\n", PARAGRAPH_LINE, "[one][two].");
	assert_walk("one\r\ntwo\r\n\r\nthree\r\n", PARAGRAPH_BLOCK, "[one\r\ntwo][three].");
}

static void a_lone_cr_ends_nothing(void **state)
{
	(void)state;
	assert_walk("one\rtwo\nend\r", PARAGRAPH_LINE, "[one\rtwo][end\r].");
}

static void blank_lines_part_blocks(void **state)
{
	(void)state;
	assert_walk("\n\na\nb\n\n \n\nc\nd", PARAGRAPH_BLOCK, "[a\nb][c\nd].");
}

static void there_is_nothing_in_nothing(void **state)
{
	(void)state;
	assert_walk("", PARAGRAPH_LINE, ".");
	assert_walk("\n\r\n \f\v\t\n", PARAGRAPH_BLOCK, ".");
}

static void a_place_within_a_paragraph_finds_it_whole(void **state)
{
	struct text text = text_of("one\ntwo\n\nlast\nline\n");
	struct span p;

	(void)state;
	assert_true(paragraph_next(&text, PARAGRAPH_BLOCK, 5, &p));
	assert_span(p, 0, 7);
	assert_true(paragraph_next(&text, PARAGRAPH_BLOCK, 3, &p));
	assert_span(p, 0, 7);
	assert_true(paragraph_next(&text, PARAGRAPH_LINE, 3, &p));
	assert_span(p, 4, 7);
	assert_true(paragraph_next(&text, PARAGRAPH_BLOCK, 7, &p));
	assert_span(p, 9, 18);
	assert_false(paragraph_next(&text, PARAGRAPH_BLOCK, 18, &p));
	assert_false(paragraph_next(&text, PARAGRAPH_BLOCK, SIZE_MAX, &p));
}

static void walking_back_finds_what_begins_before(void **state)
{
	struct text text = text_of("\none\n\ntwo\n\n");
	struct span p;

	(void)state;
	assert_true(paragraph_before(&text, PARAGRAPH_LINE, SIZE_MAX, &p));
	assert_span(p, 6, 9);
	assert_true(paragraph_before(&text, PARAGRAPH_LINE, 7, &p));
	assert_span(p, 6, 9);
	assert_true(paragraph_before(&text, PARAGRAPH_LINE, 6, &p));
	assert_span(p, 1, 4);
	assert_false(paragraph_before(&text, PARAGRAPH_LINE, 1, &p));
	assert_false(paragraph_before(&text, PARAGRAPH_LINE, 0, &p));
}

static void a_line_reaches_behind_its_lf(void **state)
{
	struct text text = text_of("one\ntwo");
	struct text ended = text_of("one\n");

	(void)state;
	assert_span(line_at(&text, 0), 0, 4);
	assert_span(line_at(&text, 3), 0, 4);
	assert_span(line_at(&text, 4), 4, 7);
	assert_span(line_at(&text, 7), 4, 7);
	assert_span(line_at(&ended, 4), 4, 4);
}

static void behind_a_paragraph_stand_its_line_end_and_blank_lines(void **state)
{
	struct text text = text_of("one\r\n\n  \ntwo\n\n");

	(void)state;
	assert_int_equal(paragraph_behind(&text, 3), 9);
	assert_int_equal(paragraph_behind(&text, 12), 14);
}

static void both_directions_agree_on_any_text(void **state)
{
	static const char letters[] = "a \n\n\r";
	struct dice dice = { 11 };

	(void)state;
	for (int round = 0; round < 4000; round++) {
		enum paragraph_mode mode = round % 2 ? PARAGRAPH_LINE : PARAGRAPH_BLOCK;
		size_t len = dice_below(&dice, 40);
		struct span next, before;
		struct text text;
		char bytes[40];

		for (size_t n = 0; n < len; n++)
			bytes[n] = letters[dice_below(&dice, 5)];
		text_borrow(&text, bytes, len);
		for (size_t at = 0; paragraph_next(&text, mode, at, &next); at = next.end) {
			assert_true(next.end > at && next.start < next.end);
			assert_true(paragraph_before(&text, mode, next.end, &before));
			assert_true(span_equal(before, next));
			assert_true(paragraph_behind(&text, next.end) >= next.end);
		}
	}
}

static void ten_million_blank_lines_are_walked_once(void **state)
{
	size_t len = 10u << 20;
	char *bytes = malloc(len);
	struct text text;
	struct span p;

	(void)state;
	memset(bytes, '\n', len);
	bytes[0] = bytes[len - 1] = 'x';
	text_borrow(&text, bytes, len);
	assert_true(paragraph_next(&text, PARAGRAPH_BLOCK, 1, &p));
	assert_span(p, len - 1, len);
	assert_true(paragraph_before(&text, PARAGRAPH_BLOCK, len - 1, &p));
	assert_span(p, 0, 1);
	free(bytes);
}

static enum paragraph_mode detect(const char *string)
{
	struct text text = text_of(string);

	return paragraph_detect(&text);
}

static void hard_wrapped_text_is_read_in_blocks(void **state)
{
	(void)state;
	assert_int_equal(detect("The ferry left\nat noon.\n\nNobody\nwas aboard.\n"),
			 PARAGRAPH_BLOCK);
	assert_int_equal(detect("The ferry left at noon.\n\nNobody was aboard.\n"),
			 PARAGRAPH_LINE);
	assert_int_equal(detect("The ferry left\nat noon.\nNobody\nwas aboard.\n"),
			 PARAGRAPH_LINE);
	assert_int_equal(detect(""), PARAGRAPH_LINE);
}

static void the_median_block_decides(void **state)
{
	(void)state;
	assert_int_equal(detect("a\n\nb\nb\n"), PARAGRAPH_LINE);
	assert_int_equal(detect("a\n\nb\nb\nb\n"), PARAGRAPH_BLOCK);
	assert_int_equal(detect("a\n\na\n\nb\nb\nb\n"), PARAGRAPH_LINE);
	assert_int_equal(detect("a\n\nb\nb\n\nb\nb\n"), PARAGRAPH_BLOCK);
}

static void one_long_line_makes_lines_paragraphs(void **state)
{
	char text[400] = "a\nb\n\nc\nd\n\n";

	(void)state;
	for (int n = 0; n < 100; n++)
		strcat(text, "\xC3\xA9");
	assert_int_equal(detect(text), PARAGRAPH_BLOCK);
	strcat(text, "x");
	assert_int_equal(detect(text), PARAGRAPH_LINE);
}

/* True if more text can't change what is detected. */
static bool detected(const char *string, bool growing)
{
	struct text text;

	text_borrow(&text, string, strlen(string));
	text.growing = growing;
	return paragraph_detected(&text);
}

static void a_growing_text_is_decided_by_its_first_long_line(void **state)
{
	static char text[70000];

	(void)state;
	assert_true(detected("", false));
	assert_false(detected("", true));
	memset(text, 'a', 100);
	assert_false(detected(text, true));
	strcat(text, "\r");
	assert_false(detected(text, true));
	strcat(text, "\n");
	assert_false(detected(text, true));
	assert_true(detected(text, false));
	memset(text + 102, 'a', 101);
	assert_true(detected(text, true));
	for (size_t at = 0; at < sizeof text - 1; at++)
		text[at] = at % 50 ? 'b' : '\n';
	assert_true(detected(text, true));
}

static void modes_have_names(void **state)
{
	enum paragraph_mode mode = PARAGRAPH_AUTO;

	(void)state;
	assert_true(paragraph_mode_named("block", &mode));
	assert_int_equal(mode, PARAGRAPH_BLOCK);
	assert_true(paragraph_mode_named("line", &mode));
	assert_int_equal(mode, PARAGRAPH_LINE);
	assert_true(paragraph_mode_named("auto", &mode));
	assert_int_equal(mode, PARAGRAPH_AUTO);
	assert_false(paragraph_mode_named("Block", &mode));
	assert_false(paragraph_mode_named("", &mode));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_line_is_a_paragraph),
		cmocka_unit_test(a_line_end_is_no_part_of_a_paragraph),
		cmocka_unit_test(a_lone_cr_ends_nothing),
		cmocka_unit_test(blank_lines_part_blocks),
		cmocka_unit_test(there_is_nothing_in_nothing),
		cmocka_unit_test(a_place_within_a_paragraph_finds_it_whole),
		cmocka_unit_test(walking_back_finds_what_begins_before),
		cmocka_unit_test(a_line_reaches_behind_its_lf),
		cmocka_unit_test(behind_a_paragraph_stand_its_line_end_and_blank_lines),
		cmocka_unit_test(both_directions_agree_on_any_text),
		cmocka_unit_test(ten_million_blank_lines_are_walked_once),
		cmocka_unit_test(hard_wrapped_text_is_read_in_blocks),
		cmocka_unit_test(the_median_block_decides),
		cmocka_unit_test(one_long_line_makes_lines_paragraphs),
		cmocka_unit_test(a_growing_text_is_decided_by_its_first_long_line),
		cmocka_unit_test(modes_have_names),
	};

	return cmocka_run_group_tests_name("paragraph", tests, NULL, NULL);
}
