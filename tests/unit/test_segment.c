#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <uniwbrk.h>

#include <cmocka.h>

#include "buf.h"
#include "segment.h"
#include "support/random.h"
#include "utf8.h"

#define FAMILY "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7"
#define FLAG   "\xF0\x9F\x87\xA9\xF0\x9F\x87\xAA"
#define ACUTE  "\xCC\x81"

static struct span all_of(const char *string)
{
	return (struct span){ 0, strlen(string) };
}

static void add_span(struct buf *out, const char *bytes, struct span span)
{
	buf_add(out, bytes + span.start, span_length(span));
	buf_add_char(out, '|');
}

static void assert_clusters(const char *string, const char *expected)
{
	struct graphemes walk = graphemes_in(string, all_of(string));
	struct buf out = BUF_EMPTY;
	struct span span;

	while (graphemes_next(&walk, &span))
		add_span(&out, string, span);
	assert_string_equal(out.at, expected);
	buf_release(&out);
}

static void assert_words(const char *string, const char *expected)
{
	struct words walk = words_in(string, all_of(string));
	struct buf out = BUF_EMPTY;
	struct span span;

	while (words_next(&walk, &span))
		add_span(&out, string, span);
	assert_string_equal(out.at, expected);
	buf_release(&out);
}

static void assert_sentences(const char *string, const char *expected)
{
	struct sentences walk = sentences_in(string, all_of(string));
	struct buf out = BUF_EMPTY;
	struct span span;

	while (sentences_next(&walk, &span))
		add_span(&out, string, span);
	assert_string_equal(out.at, expected);
	buf_release(&out);
}

static void clusters_are_what_a_reader_sees_as_one(void **state)
{
	(void)state;
	assert_clusters("ab", "a|b|");
	assert_clusters("e" ACUTE "x", "e" ACUTE "|x|");
	assert_clusters(FAMILY FAMILY, FAMILY "|" FAMILY "|");
	assert_clusters(FLAG FLAG, FLAG "|" FLAG "|");
	assert_clusters("\r\n\n\r", "\r\n|\n|\r|");
	assert_clusters("", "");
}

static void a_damaged_sequence_is_one_cluster(void **state)
{
	(void)state;
	assert_clusters("a\xE2\x82z", "a|\xE2\x82|z|");
	assert_clusters("\xFF\xFF", "\xFF|\xFF|");
	assert_clusters("\xE2\x82" ACUTE, "\xE2\x82" ACUTE "|");
}

static void a_cluster_without_end_is_cut(void **state)
{
	struct buf text = BUF_EMPTY;
	struct graphemes walk;
	struct span span;

	(void)state;
	buf_add_char(&text, 'a');
	for (int n = 0; n < 1000; n++)
		buf_add_string(&text, ACUTE);
	walk = graphemes_in(text.at, (struct span){ 0, text.len });
	assert_true(graphemes_next(&walk, &span));
	assert_int_equal(utf8_count(text.at, span.end), SEGMENT_CLUSTER_MAX);
	assert_true(graphemes_next(&walk, &span));
	assert_int_equal(span_length(span), 2 * SEGMENT_CLUSTER_MAX);
	buf_release(&text);
}

/* Text of clusters that hold together over several code points. */
static size_t clustery(struct dice *dice, char *out, size_t room)
{
	static const char *const parts[] = { "a",
					     "e" ACUTE,
					     FLAG,
					     FAMILY,
					     "\xF0\x9F\x87\xA9",
					     " ",
					     "\xE0\xA4\x95\xE0\xA5\x8D\xE0\xA4\xB7",
					     "\xFF",
					     "\r\n",
					     "\xE1\x84\x80\xE1\x85\xA1",
					     "\xD8\x80",
					     ACUTE,
					     "\xF0\x9F\x8F\xBB",
					     "\xE2\x80\x8D",
					     "\xED\x95\x9C" };
	size_t len = 0;

	for (;;) {
		const char *part = parts[dice_below(dice, sizeof parts / sizeof parts[0])];

		if (len + strlen(part) > room)
			return len;
		memcpy(out + len, part, strlen(part));
		len += strlen(part);
	}
}

static void windows_change_no_cluster(void **state)
{
	struct dice dice = { 21 };
	char bytes[3000];

	(void)state;
	for (int round = 0; round < 60; round++) {
		size_t len = clustery(&dice, bytes, 1 + dice_below(&dice, sizeof bytes));
		struct graphemes walk = graphemes_in(bytes, (struct span){ 0, len });
		struct span span;

		/* Beginning anew at each border looks through other windows. */
		while (graphemes_next(&walk, &span)) {
			struct graphemes fresh =
				graphemes_in(bytes, (struct span){ span.start, len });
			struct span again;

			assert_true(graphemes_next(&fresh, &again));
			assert_true(span_equal(span, again));
		}
	}
}

static void borders_are_found_from_any_byte(void **state)
{
	struct dice dice = { 22 };
	char bytes[1500];

	(void)state;
	for (int round = 0; round < 60; round++) {
		struct span limits = { 0, clustery(&dice, bytes, sizeof bytes) };
		struct graphemes walk = graphemes_in(bytes, limits);
		struct span span;

		while (graphemes_next(&walk, &span))
			for (size_t at = span.start; at < span.end; at++) {
				size_t behind = at == span.start ? at : span.end;

				assert_int_equal(grapheme_floor(bytes, limits, at), span.start);
				assert_int_equal(grapheme_ceiling(bytes, limits, at), behind);
			}
		assert_int_equal(grapheme_floor(bytes, limits, limits.end), limits.end);
		assert_int_equal(grapheme_ceiling(bytes, limits, limits.end + 9), limits.end);
	}
}

static void clusters_cover_any_bytes(void **state)
{
	struct dice dice = { 23 };
	char bytes[2000];

	(void)state;
	for (int round = 0; round < 200; round++) {
		struct span limits = { 0, 1 + dice_below(&dice, sizeof bytes - 1) };
		struct graphemes walk = graphemes_in(bytes, limits);
		size_t at = 0;
		struct span span;

		dice_utf8ish(&dice, bytes, limits.end);
		while (graphemes_next(&walk, &span)) {
			assert_int_equal(span.start, at);
			assert_true(span.end > at);
			assert_int_equal(utf8_start(bytes, limits.end, at), at);
			at = span.end;
		}
		assert_int_equal(at, limits.end);
	}
}

static void words_leave_out_blanks_and_signs(void **state)
{
	(void)state;
	assert_words("The mayor, she said, \"won't go\".", "The|mayor|she|said|won't|go|");
	assert_words("U.S. troops: 3,000 of 4.5 million", "U.S|troops|3,000|of|4.5|million|");
	assert_words("na\xC3\xAFve l\xE2\x80\x99homme", "na\xC3\xAFve|l\xE2\x80\x99homme|");
	assert_words("\xE4\xB8\xAD\xE6\x96\x87", "\xE4\xB8\xAD|\xE6\x96\x87|");
	assert_words("-- !", "");
	assert_words("snake_case __", "snake_case|");
}

static void a_damaged_byte_is_no_letter(void **state)
{
	(void)state;
	assert_words("wo\xFFrd", "wo|rd|");
}

static void short_cuts_change_no_word(void **state)
{
	static const char *const parts[] = { "a", "Bc", "1",  " ",	  "'",	 ".", ",",
					     ":", "_",	"\n", "\xC3\xA9", ACUTE, "-", "\"" };
	struct dice dice = { 24 };

	(void)state;
	for (int round = 0; round < 3000; round++) {
		char bytes[64], breaks[64];
		size_t len = 0;
		struct words walk;
		struct span word;

		for (int n = 0; n < 20; n++) {
			const char *part = parts[dice_below(&dice, 14)];

			memcpy(bytes + len, part, strlen(part));
			len += strlen(part);
		}
		u8_wordbreaks((const uint8_t *)bytes, len, breaks);
		walk = words_in(bytes, (struct span){ 0, len });
		while (words_next(&walk, &word)) {
			assert_true(word.start == 0 || breaks[word.start]);
			assert_true(word.end == len || breaks[word.end]);
			for (size_t at = word.start + 1; at < word.end; at++)
				assert_false(breaks[at]);
		}
	}
}

static void a_word_may_be_longer_than_its_window(void **state)
{
	struct buf text = BUF_EMPTY;
	struct words walk;
	struct span word;

	(void)state;
	for (int n = 0; n < 3000; n++)
		buf_add_string(&text, "\xC3\xA9");
	buf_add_string(&text, " end");
	walk = words_in(text.at, (struct span){ 0, text.len });
	assert_true(words_next(&walk, &word));
	assert_int_equal(word.end, 6000);
	assert_true(words_next(&walk, &word));
	assert_int_equal(word.start, 6001);
	assert_false(words_next(&walk, &word));
	buf_release(&text);
}

static void sentences_end_at_a_stop_before_a_capital(void **state)
{
	(void)state;
	assert_sentences("It rained. Nobody came! Why? ", "It rained.|Nobody came!|Why?|");
	assert_sentences("  no end  ", "no end|");
	assert_sentences("Version 2.5 of it. Done", "Version 2.5 of it.|Done|");
	assert_sentences(" \n ", "");
}

static void quotation_marks_belong_to_the_sentence_they_close(void **state)
{
	(void)state;
	assert_sentences("\"Go.\" He went.", "\"Go.\"|He went.|");
	assert_sentences("\"Really?\" he asked. \xE2\x80\x9CNo.\xE2\x80\x9D",
			 "\"Really?\" he asked.|\xE2\x80\x9CNo.\xE2\x80\x9D|");
	assert_sentences("(It was late.) They left.", "(It was late.)|They left.|");
}

static void an_abbreviation_ends_no_sentence(void **state)
{
	(void)state;
	assert_sentences("Mr. Hale met Gov. Ortiz on Jan. 3 at St. Ives.",
			 "Mr. Hale met Gov. Ortiz on Jan. 3 at St. Ives.|");
	assert_sentences("See No. 5, e.g. Berlin. No. Never.",
			 "See No. 5, e.g. Berlin.|No.|Never.|");
	assert_sentences("Die Partei, z. B. Gr\xC3\xBCne, und Dr. Weiss.",
			 "Die Partei, z. B. Gr\xC3\xBCne, und Dr. Weiss.|");
}

static void an_abbreviation_may_end_one_before_a_word_that_opens_one(void **state)
{
	(void)state;
	assert_sentences("U.S. Senator Lee left at 5 p.m. The vote failed.",
			 "U.S. Senator Lee left at 5 p.m.|The vote failed.|");
	assert_sentences("Acme Inc. Chairman Orr", "Acme Inc. Chairman Orr|");
}

static void initials_and_ordinals_end_no_sentence(void **state)
{
	(void)state;
	assert_sentences("J. Doe and J.R.R. Marsh met. So do I. Yes.",
			 "J. Doe and J.R.R. Marsh met.|So do I.|Yes.|");
	assert_sentences("Am 3. Oktober, im 21. Jahrhundert. Ende.",
			 "Am 3. Oktober, im 21. Jahrhundert.|Ende.|");
	assert_sentences("She was 42. He was 40.", "She was 42.|He was 40.|");
}

static void a_wide_stop_needs_no_blank(void **state)
{
	(void)state;
	assert_sentences("\xE4\xB8\xAD\xE3\x80\x82\xE6\x96\x87\xE3\x80\x82",
			 "\xE4\xB8\xAD\xE3\x80\x82|\xE6\x96\x87\xE3\x80\x82|");
}

static void sentences_of_any_bytes_ascend(void **state)
{
	static const char letters[] = ". Aa!\"\xC2\xA0\xE2\x80\xA6\x39";
	struct dice dice = { 25 };
	char bytes[60];

	(void)state;
	for (int round = 0; round < 3000; round++) {
		size_t len = dice_below(&dice, sizeof bytes), at = 0;
		struct sentences walk = sentences_in(bytes, (struct span){ 0, len });
		struct span span;

		for (size_t n = 0; n < len; n++)
			bytes[n] = letters[dice_below(&dice, sizeof letters - 1)];
		while (sentences_next(&walk, &span)) {
			assert_true(span.start >= at && span.end > span.start);
			assert_true(span.end <= len);
			at = span.end;
		}
	}
}

static void code_points_have_classes(void **state)
{
	(void)state;
	assert_true(point_is_letter(0xE9) && point_is_letter(0x4E2D) && !point_is_letter('1'));
	assert_true(point_is_upper('A') && point_is_upper(0x1C5) && !point_is_upper('a'));
	assert_true(point_is_digit('7') && point_is_digit(0x664) && !point_is_digit(0xBD));
	assert_true(point_is_space(0xA0) && point_is_space('\t') && !point_is_space(0x200B));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(clusters_are_what_a_reader_sees_as_one),
		cmocka_unit_test(a_damaged_sequence_is_one_cluster),
		cmocka_unit_test(a_cluster_without_end_is_cut),
		cmocka_unit_test(windows_change_no_cluster),
		cmocka_unit_test(borders_are_found_from_any_byte),
		cmocka_unit_test(clusters_cover_any_bytes),
		cmocka_unit_test(words_leave_out_blanks_and_signs),
		cmocka_unit_test(a_damaged_byte_is_no_letter),
		cmocka_unit_test(short_cuts_change_no_word),
		cmocka_unit_test(a_word_may_be_longer_than_its_window),
		cmocka_unit_test(sentences_end_at_a_stop_before_a_capital),
		cmocka_unit_test(quotation_marks_belong_to_the_sentence_they_close),
		cmocka_unit_test(an_abbreviation_ends_no_sentence),
		cmocka_unit_test(an_abbreviation_may_end_one_before_a_word_that_opens_one),
		cmocka_unit_test(initials_and_ordinals_end_no_sentence),
		cmocka_unit_test(a_wide_stop_needs_no_blank),
		cmocka_unit_test(sentences_of_any_bytes_ascend),
		cmocka_unit_test(code_points_have_classes),
	};

	return cmocka_run_group_tests_name("segment", tests, NULL, NULL);
}
