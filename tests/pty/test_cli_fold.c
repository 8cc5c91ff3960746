/*
 * `diple fold`, and `diple FILE` into a pipe.
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
#include "support/island.h"
#include "support/run.h"

static void what_repeats_goes_with_its_line_end_and_the_blank_lines_behind(void **state)
{
	files_put_text(*state, "a.txt",
		       "\n" BOAT "\n\n" KEEPER "\n" BOAT "\n\n\n" KEEPER "\n" WIND "\n");
	run_expect(*state, "diple fold a.txt",
		   &(struct expected){ .out = "\n" BOAT "\n\n" KEEPER "\n" WIND "\n" });
}

static void line_ends_and_damaged_bytes_go_unchanged(void **state)
{
	static const char text[] = "\xEF\xBB\xBF" BOAT "\r\nCaf\x65\xCC\x81 \xF0\x9F\x9A\xA2 "
				   "\xED\xA0\x80 \xFF\r\n\r\n" KEEPER;

	files_put_text(*state, "a.txt", text);
	run_expect(*state, "diple fold a.txt", &(struct expected){ .out = text });
}

static void a_file_begins_a_line_behind_another(void **state)
{
	files_put_text(*state, "a.txt", BOAT);
	files_put_text(*state, "b.txt", KEEPER);
	files_put_text(*state, "empty.txt", "");
	run_expect(*state, "diple fold a.txt b.txt",
		   &(struct expected){ .out = BOAT "\n" KEEPER });
	run_expect(*state, "diple fold --no-fold a.txt empty.txt b.txt empty.txt",
		   &(struct expected){ .out = BOAT "\n" KEEPER });
	run_expect(*state, "diple fold a.txt empty.txt", &(struct expected){ .out = BOAT });
}

static void nothing_comes_of_an_empty_file(void **state)
{
	files_put_text(*state, "a.txt", "");
	run_expect(*state, "diple fold a.txt", &(struct expected){ .out = "" });
	run_expect(*state, "diple fold --json a.txt", &(struct expected){ .out = "" });
}

static void exit_code_tells_whether_anything_is_folded(void **state)
{
	files_put_text(*state, "once.txt", BOAT "\n" KEEPER "\n");
	files_put_text(*state, "twice.txt", BOAT "\n" KEEPER "\n" BOAT "\n");
	run_expect(*state, "diple fold --exit-code once.txt",
		   &(struct expected){ .out = BOAT "\n" KEEPER "\n" });
	run_expect(*state, "diple fold --exit-code twice.txt",
		   &(struct expected){ .status = 1, .out = BOAT "\n" KEEPER "\n" });
	run_expect(*state, "diple fold twice.txt",
		   &(struct expected){ .out = BOAT "\n" KEEPER "\n" });
}

static void the_reader_prints_the_same_into_a_pipe(void **state)
{
	files_put_text(*state, "fold", BOAT "\n" KEEPER "\n" BOAT "\n");
	run_expect(*state, "diple -- fold", &(struct expected){ .out = BOAT "\n" KEEPER "\n" });
	run_expect(*state, "diple ./fold", &(struct expected){ .out = BOAT "\n" KEEPER "\n" });
	run_expect(*state, "diple --no-fold ./fold",
		   &(struct expected){ .out = BOAT "\n" KEEPER "\n" BOAT "\n" });
}

static void a_users_own_phrases_count_in_all_that_folds(void **state)
{
	static const char wrong[] =
		"/.config/diple/phrases: line 2: \"x\" is no kind of phrase";
	struct ran *ran;

	run_free(run(*state, "mkdir -p .config/diple"));
	files_put_text(*state, "a.txt",
		       BOAT "\nSeen from the quay\nAdvertisement\n" KEEPER "\n");
	files_put_text(*state, ".config/diple/phrases",
		       "furniture: seen from *\nkeep: advertisement\n");
	run_expect(*state, "diple fold a.txt; diple a.txt; diple --no-fold a.txt | wc -l",
		   &(struct expected){ .out = BOAT "\nAdvertisement\n" KEEPER "\n" BOAT
						   "\nAdvertisement\n" KEEPER "\n4\n" });
	run_expect(*state, "diple fold --json a.txt | grep -c boilerplate",
		   &(struct expected){ .out = "1\n" });
	files_put_text(*state, ".config/diple/phrases", "furniture: seen from *\nx: y\n");
	ran = run(*state, "diple fold a.txt a.txt");
	assert_int_equal(ran->status, 2);
	assert_string_equal(ran->out, BOAT "\n" KEEPER "\n" BOAT "\n" KEEPER "\n");
	assert_non_null(strstr(ran->words, wrong));
	assert_null(strstr(strstr(ran->words, "line 2") + 1, "line 2"));
	run_free(ran);
}

static void standard_input_is_a_file_like_others(void **state)
{
	files_put_text(*state, "a.txt", BOAT "\n" BOAT "\n");
	run_expect(*state, "diple fold <a.txt", &(struct expected){ .out = BOAT "\n" });
	run_expect(*state, "diple fold - <a.txt", &(struct expected){ .out = BOAT "\n" });
	run_expect(*state, "diple <a.txt", &(struct expected){ .out = BOAT "\n" });
}

static void every_file_is_folded_on_its_own(void **state)
{
	files_put_text(*state, "a.txt", BOAT "\n");
	run_expect(*state, "diple fold a.txt a.txt",
		   &(struct expected){ .out = BOAT "\n" BOAT "\n" });
}

static void a_file_that_cannot_be_read_does_not_stop_the_others(void **state)
{
	files_put_text(*state, "a.txt", BOAT "\n");
	run_expect(*state, "diple fold a.txt gone.txt a.txt",
		   &(struct expected){ .status = 2,
				       .out = BOAT "\n" BOAT "\n",
				       .words = "diple: gone.txt: can't be opened: No such "
						"file or directory" });
}

/* Row number `n` of JSON Lines. */
static json_t *row_of(const char *lines, size_t n)
{
	json_t *row;

	while (n-- && *lines)
		lines = strchrnul(lines, '\n') + 1;
	row = json_loads(lines, JSON_DISABLE_EOF_CHECK | JSON_REJECT_DUPLICATES, NULL);
	assert_non_null(row);
	return row;
}

static void json_has_a_row_for_each_paragraph_and_none_for_blank_lines(void **state)
{
	struct ran *ran;
	json_t *row;

	files_put_text(*state, "a.txt",
		       "\xEF\xBB\xBF\xC3\x89\xF0\x9F\x9A\xA2\r\n\r\n" BOAT "\n" BOAT);
	ran = run(*state, "diple fold --json a.txt");
	row = row_of(ran->out, 0);
	assert_int_equal(json_integer_value(json_object_get(row, "n")), 1);
	assert_int_equal(json_integer_value(json_object_get(row, "start")), 0);
	assert_int_equal(json_integer_value(json_object_get(row, "end")), 2);
	json_decref(row);
	row = row_of(ran->out, 1);
	assert_int_equal(json_integer_value(json_object_get(row, "n")), 3);
	assert_int_equal(json_integer_value(json_object_get(row, "start")), 6);
	assert_int_equal(json_integer_value(json_object_get(row, "end")), 6 + strlen(BOAT));
	json_decref(row);
	row = row_of(ran->out, 2);
	assert_int_equal(json_integer_value(json_object_get(row, "n")), 4);
	assert_int_equal(json_integer_value(json_object_get(row, "of")), 3);
	assert_string_equal(json_string_value(json_object_get(row, "state")), "duplicate");
	json_decref(row);
	run_free(ran);
}

static void the_members_of_a_row_stand_in_their_order(void **state)
{
	files_put_text(*state, "a.txt", "One boat.\n");
	run_expect(*state, "diple fold --json a.txt",
		   &(struct expected){ .out = "{\"file\":\"a.txt\",\"n\":1,\"start\":0,\"end\":"
					      "9,\"state\":\"shown\","
					      "\"of\":null,\"score\":null,\"why\":\"\"}\n" });
}

static void a_file_that_is_cut_short_meanwhile_is_said_to_be(void **state)
{
	/* Too big to be read at once, it is mapped; what nobody reads yet holds the program. */
	run_expect(
		*state,
		"seq -f 'Line %.0f of a long list of boats in the harbour.' 1600000 >big.txt;"
		"{ diple --no-fold big.txt 2>words; echo $? >status; } |"
		"{ head -c 1000 >/dev/null; truncate -s 5000 big.txt; cat >/dev/null; };"
		"cat status words",
		&(struct expected){
			.out = "2\ndiple: big.txt: was cut short while it was read\n" });
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, run_setup, run_teardown)
		TEST(what_repeats_goes_with_its_line_end_and_the_blank_lines_behind),
		TEST(line_ends_and_damaged_bytes_go_unchanged),
		TEST(a_file_begins_a_line_behind_another),
		TEST(nothing_comes_of_an_empty_file),
		TEST(exit_code_tells_whether_anything_is_folded),
		TEST(the_reader_prints_the_same_into_a_pipe),
		TEST(a_users_own_phrases_count_in_all_that_folds),
		TEST(standard_input_is_a_file_like_others),
		TEST(every_file_is_folded_on_its_own),
		TEST(a_file_that_cannot_be_read_does_not_stop_the_others),
		TEST(json_has_a_row_for_each_paragraph_and_none_for_blank_lines),
		TEST(the_members_of_a_row_stand_in_their_order),
		TEST(a_file_that_is_cut_short_meanwhile_is_said_to_be),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
