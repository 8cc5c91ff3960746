#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "support/random.h"
#include "utf8.h"

#define COUNT(literal) utf8_count(literal, sizeof(literal) - 1)

/*
 * The standard's rule taken word by word: what begins some character. Indexed by
 * the low six bits of up to four bytes, the first of which is C0 or above.
 */
static struct {
	bool two[64][64];
	bool three[64][64][64];
	bool four[64][64][64][64];
} begins;

static void learn(const char *bytes, size_t len)
{
	unsigned a = bytes[0] & 0x3F, b = bytes[1] & 0x3F, c = bytes[2] & 0x3F;

	begins.two[a][b] = true;
	if (len > 2)
		begins.three[a][b][c] = true;
	if (len > 3)
		begins.four[a][b][c][bytes[3] & 0x3F] = true;
}

static int learn_all(void **state)
{
	(void)state;
	for (uint32_t point = 0x80; point < 0x110000; point++) {
		char bytes[UTF8_MAX] = { 0 };

		if (point == 0xD800)
			point = 0xE000;
		learn(bytes, utf8_encode(point, bytes));
	}
	return 0;
}

static bool begins_character(const unsigned char *at, size_t len)
{
	for (size_t n = 1; n < len; n++)
		if (at[0] < 0xC0 || (at[n] & 0xC0) != 0x80)
			return false;
	if (len == 2)
		return begins.two[at[0] & 0x3F][at[1] & 0x3F];
	if (len == 3)
		return begins.three[at[0] & 0x3F][at[1] & 0x3F][at[2] & 0x3F];
	return begins.four[at[0] & 0x3F][at[1] & 0x3F][at[2] & 0x3F][at[3] & 0x3F];
}

static size_t slow_unit(const char *bytes, size_t len)
{
	size_t unit = 1;

	if ((unsigned char)bytes[0] < 0x80)
		return 1;
	while (unit < len && unit < UTF8_MAX &&
	       begins_character((const unsigned char *)bytes, unit + 1))
		unit++;
	return unit;
}

static size_t decoded_count(const char *bytes, size_t len)
{
	size_t count = 0;

	for (size_t at = 0; at < len; count++)
		at += utf8_decode(bytes + at, len - at).len;
	return count;
}

static void every_scalar_value_survives_a_round_trip(void **state)
{
	(void)state;
	for (uint32_t point = 0; point < 0x110000; point++) {
		char bytes[UTF8_MAX];
		struct utf8 c;
		size_t len;

		if (point == 0xD800)
			point = 0xE000;
		len = utf8_encode(point, bytes);
		c = utf8_decode(bytes, len);
		assert_true(c.valid);
		assert_int_equal(c.point, point);
		assert_int_equal(c.len, len);
		assert_int_equal(utf8_count(bytes, len), 1);
	}
}

static void a_damaged_sequence_counts_once_per_maximal_subpart(void **state)
{
	(void)state;
	assert_int_equal(COUNT("\xED\xA0\x80"), 3);
	assert_int_equal(COUNT("\xE2\x82"), 1);
	assert_int_equal(COUNT("\xE2\x82z"), 2);
	assert_int_equal(COUNT("\xF0\x80\x80"), 3);
	assert_int_equal(COUNT("\xC0\xAF"), 2);
	assert_int_equal(COUNT("\xF4\x90\x80\x80"), 4);
	assert_int_equal(COUNT("\xF4\x8F\xBF\xBF"), 1);
	assert_int_equal(COUNT("\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64"), 9);
	assert_int_equal(COUNT(""), 0);
}

static void a_damaged_sequence_is_not_the_replacement_character(void **state)
{
	struct utf8 damage = utf8_decode("\xFF", 1);
	struct utf8 itself = utf8_decode("\xEF\xBF\xBD", 3);

	(void)state;
	assert_int_equal(damage.point, UTF8_REPLACEMENT);
	assert_int_equal(itself.point, UTF8_REPLACEMENT);
	assert_false(damage.valid);
	assert_true(itself.valid);
}

static void a_character_cut_by_the_end_is_damaged(void **state)
{
	static const char clef[] = "\xF0\x9D\x84\x9E";

	(void)state;
	for (size_t len = 1; len < 4; len++) {
		assert_false(utf8_decode(clef, len).valid);
		assert_int_equal(utf8_decode(clef, len).len, len);
		assert_int_equal(utf8_count(clef, len), 1);
	}
}

static void the_decoder_agrees_with_the_standards_words(void **state)
{
	struct dice dice = { 4 };

	(void)state;
	for (int round = 0; round < 200000; round++) {
		char bytes[5];

		dice_utf8ish(&dice, bytes, sizeof bytes);
		assert_int_equal(utf8_decode(bytes, sizeof bytes).len,
				 slow_unit(bytes, sizeof bytes));
	}
}

static void counting_agrees_with_decoding_on_any_bytes(void **state)
{
	struct dice dice = { 1 };
	char bytes[700];

	(void)state;
	for (int round = 0; round < 3000; round++) {
		size_t len = dice_below(&dice, sizeof bytes);

		dice_utf8ish(&dice, bytes, len);
		assert_int_equal(utf8_count(bytes, len), decoded_count(bytes, len));
	}
}

static void skipping_agrees_with_counting(void **state)
{
	struct dice dice = { 2 };
	char bytes[700];

	(void)state;
	for (int round = 0; round < 2000; round++) {
		size_t len = dice_below(&dice, sizeof bytes);
		size_t points, wanted = dice_below(&dice, 700), at;

		dice_utf8ish(&dice, bytes, len);
		points = wanted;
		at = utf8_skip(bytes, len, &points);
		assert_int_equal(utf8_start(bytes, len, at), at);
		assert_int_equal(decoded_count(bytes, at), points);
		if (points < wanted)
			assert_int_equal(at, len);
		else
			assert_int_equal(points, wanted);
	}
}

static void the_start_of_a_character_is_found_from_each_of_its_bytes(void **state)
{
	struct dice dice = { 3 };
	char bytes[300];

	(void)state;
	for (int round = 0; round < 1000; round++) {
		size_t len = dice_below(&dice, sizeof bytes);

		dice_utf8ish(&dice, bytes, len);
		for (size_t at = 0; at < len;) {
			size_t end = at + utf8_decode(bytes + at, len - at).len;

			for (size_t inside = at; inside < end; inside++)
				assert_int_equal(utf8_start(bytes, len, inside), at);
			at = end;
		}
		assert_int_equal(utf8_start(bytes, len, len), len);
	}
}

static void mending_keeps_length_and_all_that_was_valid(void **state)
{
	char out[12];

	(void)state;
	utf8_mend("a\xE2\x82z\xC3\xA9\xFF\xED\xA0\x80q", 11, out);
	assert_memory_equal(out, "axxz\xC3\xA9xxxxq", 11);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_scalar_value_survives_a_round_trip),
		cmocka_unit_test(a_damaged_sequence_counts_once_per_maximal_subpart),
		cmocka_unit_test(a_damaged_sequence_is_not_the_replacement_character),
		cmocka_unit_test(a_character_cut_by_the_end_is_damaged),
		cmocka_unit_test(the_decoder_agrees_with_the_standards_words),
		cmocka_unit_test(counting_agrees_with_decoding_on_any_bytes),
		cmocka_unit_test(skipping_agrees_with_counting),
		cmocka_unit_test(the_start_of_a_character_is_found_from_each_of_its_bytes),
		cmocka_unit_test(mending_keeps_length_and_all_that_was_valid),
	};

	return cmocka_run_group_tests_name("utf8", tests, learn_all, NULL);
}
