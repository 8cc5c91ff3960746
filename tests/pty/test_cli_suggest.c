/*
 * `diple suggest`.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include <cmocka.h>

#include "support/files.h"
#include "support/run.h"

#define TEXT                                                                                   \
	"\xEF\xBB\xBF\xF0\x9F\x9A\xA2 The boat is gone.\r\n\r\n"                               \
	"\"She never came back,\" said Marta Lund, the keeper.\n"

static int set_up(void **state)
{
	run_setup(state);
	files_put_text(*state, "a.txt", TEXT);
	return 0;
}

static void a_plain_row_is_one_that_editors_jump_by(void **state)
{
	run_expect(
		*state, "diple suggest a.txt | grep quote | sed 's/(.*/(/'",
		&(struct expected){ .out = "a.txt:3: quote \"\"She never came back,\"\" (\n" });
}

/* The first row of that kind; owned. */
static json_t *row_of_kind(const char *lines, const char *kind)
{
	for (; *lines; lines = strchrnul(lines, '\n') + 1) {
		json_t *row = json_loads(lines, JSON_DISABLE_EOF_CHECK, NULL);

		assert_non_null(row);
		if (!strcmp(json_string_value(json_object_get(row, "kind")), kind))
			return row;
		json_decref(row);
	}
	fail_msg("no %s", kind);
	return NULL;
}

static void a_quote_is_told_by_code_points(void **state)
{
	struct ran *ran = run(*state, "diple suggest --json a.txt");
	json_t *row = row_of_kind(ran->out, "quote");

	assert_string_equal(json_string_value(json_object_get(row, "exact")),
			    "\"She never came back,\"");
	assert_int_equal(json_integer_value(json_object_get(row, "start")), 23);
	assert_int_equal(json_integer_value(json_object_get(row, "end")), 45);
	assert_true(json_is_null(json_object_get(row, "type")));
	json_decref(row);
	run_free(ran);
}

static void every_row_is_json_with_the_same_members(void **state)
{
	run_expect(*state,
		   "diple suggest --json a.txt | grep -cv "
		   "'^{\"file\":\"a.txt\",\"kind\":\"[a-z]*\","
		   "\"type\":[a-z\"]*,\"start\":[0-9]*,\"end\":[0-9]*,\"exact\":\".*\","
		   "\"speaker\":.*,\"score\":[01][.][0-9]*}$'",
		   &(struct expected){ .status = 1, .out = "0\n" });
}

static void damaged_bytes_are_valid_json(void **state)
{
	struct ran *ran;

	files_put_text(*state, "b.txt",
		       "\"We \xFF\xED\xA0\x80 go home now,\" said Marta Lund.\n");
	ran = run(*state, "diple suggest --json - <b.txt");
	json_decref(row_of_kind(ran->out, "quote"));
	assert_non_null(strstr(ran->out, "\"file\":\"-\""));
	run_free(ran);
}

static void nothing_is_found_in_an_empty_file(void **state)
{
	files_put_text(*state, "b.txt", "");
	run_expect(*state, "diple suggest b.txt", &(struct expected){ .status = 0 });
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, run_teardown)
		TEST(a_plain_row_is_one_that_editors_jump_by),
		TEST(a_quote_is_told_by_code_points),
		TEST(every_row_is_json_with_the_same_members),
		TEST(damaged_bytes_are_valid_json),
		TEST(nothing_is_found_in_an_empty_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
