#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "err.h"

static void setting_an_error_returns_false(void **state)
{
	struct err err;

	(void)state;
	assert_false(err_set(&err, ERR_FORMAT, "%s: line %d is damaged", "news.txt", 7));
	assert_int_equal(err.kind, ERR_FORMAT);
	assert_int_equal(err.number, 0);
	assert_string_equal(err.text, "news.txt: line 7 is damaged");
}

static void a_failed_system_call_says_why(void **state)
{
	struct err err;

	(void)state;
	assert_false(err_system(&err, ENOSPC, "%s: can't be saved", "news.txt"));
	assert_int_equal(err.kind, ERR_SYSTEM);
	assert_int_equal(err.number, ENOSPC);
	assert_string_equal(err.text, "news.txt: can't be saved: No space left on device");
}

static void a_long_sentence_is_cut_and_ended(void **state)
{
	char name[2000];
	struct err err;

	(void)state;
	memset(name, 'n', sizeof name - 1);
	name[sizeof name - 1] = '\0';
	err_set(&err, ERR_FORMAT, "%s", name);
	assert_int_equal(strlen(err.text), sizeof err.text - 1);
	err_system(&err, EIO, "%s", name);
	assert_int_equal(strlen(err.text), sizeof err.text - 1);
	assert_non_null(strstr(err.text, "nnn: Input/output error"));
}

static void no_memory_is_an_error_like_others(void **state)
{
	struct err err;

	(void)state;
	assert_false(err_memory(&err));
	assert_int_equal(err.kind, ERR_MEMORY);
	assert_string_equal(err.text, "out of memory");
}

static void a_later_error_leaves_nothing_of_an_earlier_one(void **state)
{
	struct err err;

	(void)state;
	err_system(&err, EACCES, "news.txt");
	err_set(&err, ERR_USAGE, "no");
	assert_int_equal(err.number, 0);
	assert_string_equal(err.text, "no");
}

static void clearing_forgets(void **state)
{
	struct err err;

	(void)state;
	err_system(&err, EACCES, "news.txt");
	err_clear(&err);
	assert_int_equal(err.kind, ERR_NONE);
	assert_int_equal(err.number, 0);
	assert_string_equal(err.text, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(setting_an_error_returns_false),
		cmocka_unit_test(a_failed_system_call_says_why),
		cmocka_unit_test(a_long_sentence_is_cut_and_ended),
		cmocka_unit_test(no_memory_is_an_error_like_others),
		cmocka_unit_test(a_later_error_leaves_nothing_of_an_earlier_one),
		cmocka_unit_test(clearing_forgets),
	};

	return cmocka_run_group_tests_name("err", tests, NULL, NULL);
}
