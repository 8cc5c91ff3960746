/*
 * Names in sentences: short ones whole, long ones without their middle.
 */
#include "brief.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h wants these four first. */
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct buf brief_of(const char *piece, size_t times, const char *ending)
{
	struct buf name = BUF_EMPTY, brief = BUF_EMPTY;

	while (times--)
		buf_add_string(&name, piece);
	buf_add_string(&name, ending);
	brief_name(&brief, name.at);
	buf_release(&name);
	return brief;
}

static void a_short_name_is_told_whole(void **state)
{
	struct buf brief = brief_of("n", BRIEF_MOST - 2, "\n\xFF");

	(void)state;
	assert_int_equal(brief.len, BRIEF_MOST);
	assert_string_equal(brief.at + BRIEF_MOST - 2, "\n\xFF");
	buf_release(&brief);
}

static void a_long_name_loses_its_middle(void **state)
{
	struct buf brief = brief_of("abcdefghi/", 400, "news.txt");

	(void)state;
	assert_true(brief.len <= BRIEF_MOST);
	assert_true(brief.len > BRIEF_MOST - 8);
	assert_non_null(strstr(brief.at, "/…"));
	assert_memory_equal(brief.at, "abcdefghi/abc", 13);
	assert_string_equal(brief.at + brief.len - 12, "ghi/news.txt");
	buf_release(&brief);
}

/* Wherever the cuts fall. */
static void characters_stay_whole(void **state)
{
	static const char *const endings[] = { "", "x", "xy", "xyz" };

	(void)state;
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		struct buf brief = brief_of("\xF0\x9D\x84\x9E", 100, endings[i]);
		const char *cut = strstr(brief.at, "…");

		assert_true(brief.len <= BRIEF_MOST);
		assert_non_null(cut);
		assert_int_equal((cut - brief.at) % 4, 0);
		assert_memory_equal(cut + strlen("…"), "\xF0\x9D\x84\x9E", 4);
		buf_release(&brief);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_short_name_is_told_whole),
		cmocka_unit_test(a_long_name_loses_its_middle),
		cmocka_unit_test(characters_stay_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
