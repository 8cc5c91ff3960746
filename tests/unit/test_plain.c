#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <wchar.h>

#include <cmocka.h>

#include "plain.h"
#include "support/random.h"
#include "utf8.h"

#define ACUTE	"\xCC\x81"
#define WOMAN	"\xF0\x9F\x91\xA9"
#define GIRL	"\xF0\x9F\x91\xA7"
#define DARK	"\xF0\x9F\x8F\xBF"
#define HEART	"\xE2\x9D\xA4"
#define JOINER	"\xE2\x80\x8D"
#define APART	"\xE2\x80\x8C"
#define PICTURE "\xEF\xB8\x8F"
#define DAMAGE	"\xEF\xBF\xBD"
#define CIRCLE	"\xE2\x97\x8C"
#define FLAG	"\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA"
#define ENGLAND                                                                                \
	"\xF0\x9F\x8F\xB4\xF3\xA0\x81\xA7\xF3\xA0\x81\xA2\xF3\xA0\x81\xA5\xF3\xA0\x81\xAE"     \
	"\xF3\xA0\x81\xA7\xF3\xA0\x81\xBF"

static void assert_plain(const char *bytes, size_t len, const char *expected)
{
	struct buf out = BUF_EMPTY;

	plain_add(&out, bytes, len, PLAIN_ENDS_BLANK);
	assert_string_equal(out.at, expected);
	buf_release(&out);
}

#define SHOWS(literal, expected) assert_plain(literal, sizeof(literal) - 1, expected)

static void assert_columns(const char *string, size_t columns)
{
	assert_int_equal(plain_columns(string, strlen(string)), columns);
}

static void prose_stays_as_it_is(void **state)
{
	(void)state;
	SHOWS("The mayor said: \"No.\"", "The mayor said: \"No.\"");
	SHOWS("caf\xC3\xA9 cafe" ACUTE "s", "caf\xC3\xA9 cafe" ACUTE "s");
	SHOWS("\xE4\xB8\xAD\xE6\x96\x87 \xD8\xB3\xD9\x84\xD8\xA7\xD9\x85",
	      "\xE4\xB8\xAD\xE6\x96\x87 \xD8\xB3\xD9\x84\xD8\xA7\xD9\x85");
	SHOWS("", "");
}

static void controls_are_spelled_out(void **state)
{
	(void)state;
	SHOWS("\x1B[31m", "^[[31m");
	SHOWS("a\0b\x7F", "a^@b^?");
	SHOWS("\xC2\x9B\x33m\xC2\x85", "<9B>3m<85>");
	SHOWS("a\rb", "a^Mb");
}

static void line_ends_become_one_blank(void **state)
{
	(void)state;
	SHOWS("a\nb\r\nc", "a b c");
}

static void line_ends_are_kept_where_asked(void **state)
{
	struct buf out = BUF_EMPTY;

	(void)state;
	plain_add(&out, "a\r\nb\r\tc\n\td", 10, PLAIN_ENDS_KEPT);
	assert_string_equal(out.at, "a\nb^M     c\n        d");
	buf_release(&out);
}

static void a_tab_reaches_the_next_multiple_of_eight(void **state)
{
	struct plain walk = plain_in("\t", (struct span){ 0, 1 }, 6);
	struct shown shown;

	(void)state;
	SHOWS("\ta\tb", "        a       b");
	SHOWS("1234567\tb", "1234567 b");
	assert_true(plain_next(&walk, &shown));
	assert_int_equal(shown.columns, 2);
}

static void bidirectional_controls_show_their_number(void **state)
{
	(void)state;
	SHOWS("a\xE2\x80\xAE\x62\xE2\x81\xA6", "a<202E>b<2066>");
	SHOWS("\xD8\x9C\xE2\x80\x8F", "<061C><200F>");
}

static void invisible_characters_show_their_number(void **state)
{
	(void)state;
	SHOWS("a\xE2\x80\x8B\x62\xEF\xBB\xBF", "a<200B>b<FEFF>");
	SHOWS("\xE3\x85\xA4\xE2\xA0\x80", "<3164><2800>");
	SHOWS("\xE2\x80\xA8\xE2\x80\xA9", "<2028><2029>");
	SHOWS("\xEE\x80\x80\xF4\x8F\xBF\xBD", "<E000><10FFFD>");
}

static void a_soft_hyphen_shows_nothing(void **state)
{
	struct plain walk = plain_in("\xC2\xAD", (struct span){ 0, 2 }, 0);
	struct shown shown;

	(void)state;
	SHOWS("re\xC2\xADport", "report");
	assert_true(plain_next(&walk, &shown));
	assert_int_equal(shown.len, 0);
	assert_int_equal(shown.columns, 0);
	assert_int_equal(shown.source.end, 2);
}

static void damage_and_unassigned_characters_are_replaced(void **state)
{
	(void)state;
	SHOWS("a\xFF\xE2\x82z", "a" DAMAGE DAMAGE "z");
	SHOWS("\xED\xA0\x80", DAMAGE DAMAGE DAMAGE);
	SHOWS("\xEF\xBF\xBE\xEF\xB7\x90", DAMAGE DAMAGE);
	SHOWS("\xCD\xB8", DAMAGE);
	assert_columns("\xFF\xFF", 2);
}

static void a_joiner_is_kept_between_letters_that_use_it(void **state)
{
	(void)state;
	SHOWS("\xD9\x85\xDB\x8C" APART "\xD8\xAE", "\xD9\x85\xDB\x8C" APART "\xD8\xAE");
	SHOWS("\xE0\xA4\x95\xE0\xA5\x8D" JOINER "\xE0\xA4\xB7",
	      "\xE0\xA4\x95\xE0\xA5\x8D" JOINER "\xE0\xA4\xB7");
	SHOWS("a" JOINER "b", "a<200D>b");
	SHOWS("\xDB\x8C" APART APART "\xD8\xAE", "\xDB\x8C<200C><200C>\xD8\xAE");
	SHOWS("\xDB\x8C" APART, "\xDB\x8C<200C>");
	SHOWS("\xDB\x8C" APART "x", "\xDB\x8C<200C>x");
}

static void a_selector_is_kept_once_behind_what_has_variants(void **state)
{
	(void)state;
	SHOWS(HEART PICTURE, HEART PICTURE);
	SHOWS(HEART PICTURE PICTURE, HEART PICTURE "<FE0F>");
	SHOWS("a" PICTURE, "a<FE0F>");
	SHOWS("1" PICTURE "\xE2\x83\xA3", "1" PICTURE "\xE2\x83\xA3");
	SHOWS("\xE8\x91\x9B\xF3\xA0\x84\x80", "\xE8\x91\x9B\xF3\xA0\x84\x80");
	SHOWS("a\xF3\xA0\x84\x80", "a<E0100>");
	SHOWS(PICTURE, "<FE0F>");
}

static void emoji_of_several_code_points_take_two_columns(void **state)
{
	(void)state;
	SHOWS(WOMAN JOINER GIRL, WOMAN JOINER GIRL);
	SHOWS(WOMAN DARK, WOMAN DARK);
	SHOWS(FLAG FLAG, FLAG FLAG);
	SHOWS(ENGLAND, ENGLAND);
	SHOWS(HEART PICTURE JOINER WOMAN, HEART PICTURE JOINER WOMAN);
	assert_columns(WOMAN JOINER GIRL, 2);
	assert_columns(WOMAN DARK, 2);
	assert_columns(FLAG FLAG, 4);
	assert_columns(ENGLAND, 2);
	assert_columns(HEART PICTURE JOINER WOMAN, 2);
	assert_columns(WOMAN WOMAN, 4);
}

static void of_too_many_joined_emoji_the_first_is_shown(void **state)
{
	(void)state;
	SHOWS(WOMAN DARK JOINER WOMAN DARK JOINER WOMAN DARK JOINER GIRL "x", WOMAN DARK "+3x");
}

static void tags_are_kept_in_flags_only(void **state)
{
	(void)state;
	SHOWS("a\xF3\xA0\x81\x81\x62", "a<E0041>b");
	SHOWS("\xF0\x9F\x8F\xB4\xF3\xA0\x81\xA7", "\xF0\x9F\x8F\xB4<E0067>");
	SHOWS(WOMAN "\xF3\xA0\x81\xA7\xF3\xA0\x81\xBF", WOMAN "<E0067><E007F>");
}

static void marks_beyond_what_a_cell_holds_are_counted(void **state)
{
	(void)state;
	SHOWS("a" ACUTE ACUTE ACUTE ACUTE "b", "a" ACUTE ACUTE ACUTE ACUTE "b");
	SHOWS("a" ACUTE ACUTE ACUTE ACUTE ACUTE ACUTE "b", "a" ACUTE ACUTE ACUTE ACUTE "+2b");
}

static void a_mark_without_a_base_stands_on_a_circle(void **state)
{
	(void)state;
	SHOWS(ACUTE "a", CIRCLE ACUTE "a");
	SHOWS("\n" ACUTE, " " CIRCLE ACUTE);
	assert_columns(ACUTE, 1);
}

static void a_spacing_mark_has_a_column_of_its_own(void **state)
{
	static const char kaa[] = "\xE0\xA4\x95\xE0\xA4\xBE";
	struct plain walk = plain_in(kaa, (struct span){ 0, 6 }, 0);
	struct shown first, second;

	(void)state;
	SHOWS("\xE0\xA4\x95\xE0\xA4\xBE", kaa);
	assert_true(plain_next(&walk, &first) && plain_next(&walk, &second));
	assert_int_equal(first.columns + second.columns, 2);
	assert_true(span_equal(first.source, second.source));
	assert_false(second.token);
}

static void tokens_say_that_they_are_some(void **state)
{
	struct plain walk = plain_in("a\x1B\xFF\t", (struct span){ 0, 4 }, 0);
	static const bool expected[] = { false, true, true, false };
	struct shown shown;

	(void)state;
	for (size_t n = 0; n < 4; n++) {
		assert_true(plain_next(&walk, &shown));
		assert_int_equal(shown.token, expected[n]);
	}
	assert_false(plain_next(&walk, &shown));
}

static void json_hides_what_is_not_shown(void **state)
{
	static const uint32_t hidden[] = { 0,	   '\n',   0x7F,    0x85,   0x9B,
					   0xAD,   0x200B, 0x200D,  0x202E, 0x2028,
					   0x2066, 0x3164, 0xFEFF,  0xFE0F, 0xE0041,
					   0xE000, 0xFFFE, 0x1FFFF, 0x378 };
	static const uint32_t open[] = { 'a', ' ', 0xA0, 0xE9, 0x301, 0x4E2D, 0x1F469, 0xFFFD };

	(void)state;
	for (size_t n = 0; n < sizeof hidden / sizeof hidden[0]; n++)
		assert_true(plain_hidden(hidden[n]));
	for (size_t n = 0; n < sizeof open / sizeof open[0]; n++)
		assert_false(plain_hidden(open[n]));
}

/* Never to be sent, whatever stands around it. */
static bool is_forbidden(uint32_t c)
{
	static const struct {
		uint32_t first, last;
	} bad[] = { { 0, 0x1F },	  { 0x7F, 0x9F },	{ 0xAD, 0xAD },
		    { 0x34F, 0x34F },	  { 0x61C, 0x61C },	{ 0x115F, 0x1160 },
		    { 0x17B4, 0x17B5 },	  { 0x180E, 0x180E },	{ 0x200B, 0x200B },
		    { 0x200E, 0x200F },	  { 0x2028, 0x202E },	{ 0x2060, 0x206F },
		    { 0x2800, 0x2800 },	  { 0x3164, 0x3164 },	{ 0xD800, 0xF8FF },
		    { 0xFDD0, 0xFDEF },	  { 0xFEFF, 0xFEFF },	{ 0xFFA0, 0xFFA0 },
		    { 0xFFF9, 0xFFFB },	  { 0xFFFE, 0xFFFF },	{ 0x13430, 0x1345F },
		    { 0x1BCA0, 0x1BCA3 }, { 0x1D173, 0x1D17A }, { 0xE0000, 0xE001F },
		    { 0xE0080, 0xE00FF }, { 0xE01F0, 0x10FFFF } };

	for (size_t n = 0; n < sizeof bad / sizeof bad[0]; n++)
		if (c >= bad[n].first && c <= bad[n].last)
			return true;
	return wcwidth((wchar_t)c) < 0;
}

static bool is_silent(uint32_t c)
{
	return c == 0x200C || c == 0x200D || (c >= 0xFE00 && c <= 0xFE0F) ||
	       (c >= 0xE0100 && c <= 0xE01EF);
}

static bool is_sequence(const struct shown *shown)
{
	size_t spacing = 0;

	for (size_t at = 0; at < shown->len;) {
		struct utf8 c = utf8_decode(shown->text + at, shown->len - at);

		spacing += wcwidth((wchar_t)c.point) > 0;
		at += c.len;
	}
	return spacing > 1 && !shown->token && shown->text[0] != ' ';
}

/* What one shown thing must be, whatever it was made of. */
static void assert_harmless(const struct shown *shown)
{
	size_t columns = 0;
	uint32_t before = 0x200D;

	assert_true(shown->len < PLAIN_MAX && shown->columns <= 8);
	assert_int_equal(shown->text[shown->len], 0);
	for (size_t at = 0; at < shown->len;) {
		struct utf8 c = utf8_decode(shown->text + at, shown->len - at);

		assert_true(c.valid);
		assert_false(is_forbidden(c.point));
		assert_false(is_silent(c.point) && is_silent(before) && before != 0xFE0F);
		columns += (size_t)wcwidth((wchar_t)c.point);
		before = c.point;
		at += c.len;
	}
	assert_int_equal(shown->columns, is_sequence(shown) ? 2 : columns);
}

static void check_walk(const char *bytes, size_t len)
{
	struct plain walk = plain_in(bytes, (struct span){ 0, len }, 0);
	struct span last = { 0, 0 };
	struct buf joined = BUF_EMPTY, added = BUF_EMPTY;
	size_t columns = 0;
	struct shown shown;

	while (plain_next(&walk, &shown)) {
		assert_harmless(&shown);
		assert_true(span_equal(shown.source, last) || shown.source.start == last.end);
		assert_true(shown.source.end <= len && !span_empty(shown.source));
		last = shown.source;
		columns += shown.columns;
		buf_add(&joined, shown.text, shown.len);
	}
	assert_int_equal(last.end, len);
	assert_int_equal(columns, plain_columns(bytes, len));
	plain_add(&added, bytes, len, PLAIN_ENDS_BLANK);
	assert_string_equal(added.at, joined.at);
	buf_release(&joined);
	buf_release(&added);
}

static void each_code_point_is_harmless_alone_and_behind_a_letter(void **state)
{
	(void)state;
	for (uint32_t point = 0; point < 0x110000; point++) {
		char bytes[2 + UTF8_MAX] = "a";
		size_t len;

		/* Planes 4 to 13 hold nothing: their borders are enough. */
		if (point == 0x40000)
			point = 0xDFFFE;
		len = 1 + utf8_encode(point, bytes + 1);
		check_walk(bytes, len);
		check_walk(bytes + 1, len - 1);
	}
}

static void any_bytes_become_harmless(void **state)
{
	struct dice dice = { 31 };
	char bytes[300];

	(void)state;
	for (int round = 0; round < 2000; round++) {
		size_t len = dice_below(&dice, sizeof bytes);

		dice_utf8ish(&dice, bytes, len);
		check_walk(bytes, len);
	}
}

/* Code points near the places where the table changes its mind. */
static uint32_t roll_point(struct dice *dice)
{
	static const uint32_t bases[] = { 0,	   0x70,    0x300,   0x600,   0x900,   0x1100,
					  0x1160,  0x1800,  0x2000,  0x2060,  0x2764,  0xAC00,
					  0xFE00,  0xFFF0,  0x4E00,  0x1F1E6, 0x1F3F0, 0x1F460,
					  0x1F3F4, 0xE0060, 0xE0070, 0xE0100, 0x200C,  0xFE0F };

	return bases[dice_below(dice, sizeof bases / sizeof bases[0])] +
	       (uint32_t)dice_below(dice, dice_below(dice, 2) ? 2 : 32);
}

static void any_code_points_become_harmless(void **state)
{
	struct dice dice = { 32 };
	char bytes[200];

	(void)state;
	for (int round = 0; round < 8000; round++) {
		size_t len = 0;

		while (len + UTF8_MAX <= sizeof bytes)
			len += utf8_encode(roll_point(&dice), bytes + len);
		check_walk(bytes, len);
	}
}

static void kept_line_ends_are_the_only_control(void **state)
{
	struct dice dice = { 33 };
	char bytes[300];

	(void)state;
	for (int round = 0; round < 300; round++) {
		struct buf out = BUF_EMPTY;

		dice_utf8ish(&dice, bytes, sizeof bytes);
		plain_add(&out, bytes, sizeof bytes, PLAIN_ENDS_KEPT);
		for (size_t n = 0; n < out.len; n++)
			assert_true((unsigned char)out.at[n] >= 0x20 || out.at[n] == '\n');
		buf_release(&out);
	}
}

static int use_utf8(void **state)
{
	(void)state;
	return setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(prose_stays_as_it_is),
		cmocka_unit_test(controls_are_spelled_out),
		cmocka_unit_test(line_ends_become_one_blank),
		cmocka_unit_test(line_ends_are_kept_where_asked),
		cmocka_unit_test(a_tab_reaches_the_next_multiple_of_eight),
		cmocka_unit_test(bidirectional_controls_show_their_number),
		cmocka_unit_test(invisible_characters_show_their_number),
		cmocka_unit_test(a_soft_hyphen_shows_nothing),
		cmocka_unit_test(damage_and_unassigned_characters_are_replaced),
		cmocka_unit_test(a_joiner_is_kept_between_letters_that_use_it),
		cmocka_unit_test(a_selector_is_kept_once_behind_what_has_variants),
		cmocka_unit_test(emoji_of_several_code_points_take_two_columns),
		cmocka_unit_test(of_too_many_joined_emoji_the_first_is_shown),
		cmocka_unit_test(tags_are_kept_in_flags_only),
		cmocka_unit_test(marks_beyond_what_a_cell_holds_are_counted),
		cmocka_unit_test(a_mark_without_a_base_stands_on_a_circle),
		cmocka_unit_test(a_spacing_mark_has_a_column_of_its_own),
		cmocka_unit_test(tokens_say_that_they_are_some),
		cmocka_unit_test(json_hides_what_is_not_shown),
		cmocka_unit_test(each_code_point_is_harmless_alone_and_behind_a_letter),
		cmocka_unit_test(any_bytes_become_harmless),
		cmocka_unit_test(any_code_points_become_harmless),
		cmocka_unit_test(kept_line_ends_are_the_only_control),
	};

	return cmocka_run_group_tests_name("plain", tests, use_utf8, NULL);
}
