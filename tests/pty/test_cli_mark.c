/*
 * `diple mark` and `diple unmark`.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include <cmocka.h>

#include "support/files.h"
#include "support/run.h"

/* É as two code points, a family of emoji, and a line end within a quote. */
#define TEXT                                                                                   \
	"\xEF\xBB\xBFThe Cafe\xCC\x81 was closed. "                                            \
	"\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 "                                        \
	"\"We go\r\nhome,\" said Lund.\n\"We go,\" said Lund.\n"
#define SIDECAR "a.txt.ann.jsonl"

static int set_up(void **state)
{
	run_setup(state);
	files_put_text(*state, "a.txt", TEXT);
	return 0;
}

/* The member `name` of the selector number `n` in the sidecar's first line. */
static json_t *selector(json_t *line, size_t n, const char *name)
{
	json_t *target = json_object_get(line, "target");
	json_t *list = json_object_get(target, "selector");

	return json_object_get(json_array_get(list, n), name);
}

static json_t *first_line(const char *home)
{
	char *bytes = files_get(home, SIDECAR, NULL);
	json_t *line = json_loads(bytes, JSON_DISABLE_EOF_CHECK, NULL);

	assert_non_null(line);
	free(bytes);
	return line;
}

static void a_mark_prints_its_whole_id_in_one_line(void **state)
{
	struct ran *ran =
		run(*state, "diple mark --kind claim --exact 'Cafe' --note two a.txt");

	assert_int_equal(ran->status, 0);
	assert_int_equal(ran->len, strlen("urn:uuid:") + 36 + 1);
	assert_memory_equal(ran->out, "urn:uuid:", 9);
	assert_int_equal(files_lines(*state, SIDECAR), 2);
	run_free(ran);
}

static void a_span_counts_code_points_behind_the_byte_order_mark(void **state)
{
	struct ran *ran = run(*state, "diple mark --kind quote --span 22-25 a.txt");
	json_t *line;

	assert_int_equal(ran->status, 0);
	line = first_line(*state);
	assert_string_equal(json_string_value(selector(line, 1, "exact")),
			    "\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7");
	json_decref(line);
	run_free(ran);
}

static void words_are_found_across_a_line_end(void **state)
{
	struct ran *ran = run(
		*state,
		"diple mark --kind quote --exact \"$(printf '\"We go\\r\\nhome,\"')\" a.txt");
	json_t *line;

	assert_string_equal(ran->words, "");
	assert_int_equal(ran->status, 0);
	line = first_line(*state);
	assert_int_equal(json_integer_value(selector(line, 0, "start")), 26);
	assert_int_equal(json_integer_value(selector(line, 0, "end")), 40);
	json_decref(line);
	run_free(ran);
}

static void the_nth_occurrence_is_marked(void **state)
{
	run_expect(*state,
		   "diple mark --kind entity --type person --exact Lund --nth 2 a.txt >id &&"
		   "diple list a.txt",
		   &(struct expected){ .out = "a.txt:3: entity person \"Lund\" (ada)\n" });
}

static void the_same_mark_again_is_not_a_second_one(void **state)
{
	run_expect(*state,
		   "diple mark --kind quote --exact Lund a.txt >one &&"
		   "diple mark --kind quote --exact Lund a.txt >two && cmp one two",
		   &(struct expected){ .status = 0 });
	assert_int_equal(files_lines(*state, SIDECAR), 1);
	run_expect(*state,
		   "diple mark --as bob --kind quote --exact Lund a.txt >two; cmp -s one two",
		   &(struct expected){ .status = 1 });
	assert_int_equal(files_lines(*state, SIDECAR), 2);
}

static void an_entity_without_a_type_is_other(void **state)
{
	run_expect(*state,
		   "diple mark --kind entity --exact Lund a.txt >id && diple list a.txt",
		   &(struct expected){ .out = "a.txt:2: entity other \"Lund\" (ada)\n" });
}

static void what_cannot_be_marked_gets_a_sentence(void **state)
{
	static const struct {
		const char *script, *words;
	} cases[] = {
		{ "mark --exact Lund a.txt", "mark: --kind is needed; see diple mark --help" },
		{ "mark --kind verdict --exact Lund a.txt",
		  "mark: --kind: \"verdict\" is none of quote, entity, claim, note; "
		  "see diple mark --help" },
		{ "mark --kind note --exact Lund a.txt",
		  "mark: --kind note needs its words: --note; see diple mark --help" },
		{ "mark --kind quote --type person --exact Lund a.txt",
		  "mark: --type is for entities alone; see diple mark --help" },
		{ "mark --kind entity --type ship --exact Lund a.txt",
		  "mark: --type: \"ship\" is none of person, place, organisation, date, "
		  "number, "
		  "other; see diple mark --help" },
		{ "mark --kind quote a.txt",
		  "mark: either --span or --exact is needed; see diple mark --help" },
		{ "mark --kind quote --span 1-2 --exact Lund a.txt",
		  "mark: --span and --exact can't both be given; see diple mark --help" },
		{ "mark --kind quote --span 2 a.txt",
		  "mark: --span: \"2\" is not two numbers START-END; see diple mark --help" },
		{ "mark --kind quote --span 1-99999999999999999999 a.txt",
		  "mark: --span: \"1-99999999999999999999\" is not two numbers START-END; "
		  "see diple mark --help" },
		{ "mark --kind quote --span 3-3 a.txt",
		  "mark: --span: 3-3 is empty; see diple mark --help" },
		{ "mark --kind quote --span 3-4 --nth 2 a.txt",
		  "mark: --nth is for --exact alone; see diple mark --help" },
		{ "mark --kind quote --exact Lund --nth 0 a.txt",
		  "mark: --nth: counts from 1; see diple mark --help" },
		{ "mark --kind quote --exact '' a.txt",
		  "mark: --exact: there are no words; see diple mark --help" },
		{ "mark --kind quote --exact Lund a.txt b.txt",
		  "mark: exactly one FILE is needed; see diple mark --help" },
		{ "mark --kind quote --exact Lund -",
		  "standard input can't be marked; name a file" },
		{ "mark --kind quote --exact Wall a.txt",
		  "a.txt: these words don't stand there: Wall" },
		{ "mark --kind quote --exact Lund --nth 3 a.txt",
		  "a.txt: these words don't stand there 3 times: Lund" },
		{ "mark --kind quote --span 50-999 a.txt",
		  "a.txt: has 72 characters; 50-999 lies outside" },
		{ "unmark a.txt", "unmark: a FILE and at least one ID are needed; "
				  "see diple unmark --help" },
		{ "unmark a.txt 12345",
		  "\"12345\": at least 6 characters of an id are needed" },
		{ "unmark a.txt urn:uuid:123456", "a.txt: there is no mark urn:uuid:123456" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char script[256], words[256];

		snprintf(script, sizeof script, "diple %s", cases[i].script);
		snprintf(words, sizeof words, "diple: %s", cases[i].words);
		run_expect(*state, script, &(struct expected){ .status = 2, .words = words });
	}
	assert_false(files_exist(*state, SIDECAR));
}

static void own_marks_are_deleted_by_the_beginning_of_their_ids(void **state)
{
	run_expect(
		*state,
		"diple mark --kind quote --exact Lund a.txt >one;"
		"diple mark --kind quote --exact Cafe a.txt >two;"
		"diple unmark a.txt $(cut -c 10-17 one) $(cut -c 1-17 two) && diple list a.txt",
		&(struct expected){ .status = 0 });
	assert_int_equal(files_lines(*state, SIDECAR), 4);
}

static void a_deleted_mark_can_be_made_anew(void **state)
{
	run_expect(*state,
		   "diple mark --kind quote --exact Lund a.txt >one;"
		   "diple unmark a.txt $(cat one); diple mark --kind quote --exact Lund a.txt "
		   ">two;"
		   "diple list a.txt; cmp -s one two",
		   &(struct expected){ .status = 1, .out = "a.txt:2: quote \"Lund\" (ada)\n" });
}

static void the_mark_of_another_person_is_status_1_and_stays(void **state)
{
	struct ran *ran = run(*state, "diple mark --as bob --kind quote --exact Lund a.txt >id;"
				      "diple unmark a.txt $(cat id)");

	assert_int_equal(ran->status, 1);
	assert_non_null(strstr(ran->words, " is bob's mark, which only they delete\n"));
	assert_int_equal(files_lines(*state, SIDECAR), 1);
	run_free(ran);
}

static void people_who_mark_at_once_lose_nothing(void **state)
{
	run_expect(
		*state,
		"many() { for n in 0 1 2 3 4 5 6 7 8 9; do"
		" diple mark --as $1 --kind claim --span $n-20 a.txt >/dev/null || echo lost;"
		" done; };"
		"many ada & many bob & many eve & wait; diple list a.txt | wc -l",
		&(struct expected){ .out = "30\n" });
	assert_int_equal(files_lines(*state, SIDECAR), 30);
}

static void a_mark_is_saved_even_if_its_id_cannot_be_printed(void **state)
{
	run_expect(*state, "diple mark --kind quote --exact Lund a.txt >/dev/full",
		   &(struct expected){
			   .status = 2,
			   .words = "diple: standard output: No space left on device" });
	assert_int_equal(files_lines(*state, SIDECAR), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, run_teardown)
		TEST(a_mark_prints_its_whole_id_in_one_line),
		TEST(a_span_counts_code_points_behind_the_byte_order_mark),
		TEST(words_are_found_across_a_line_end),
		TEST(the_nth_occurrence_is_marked),
		TEST(the_same_mark_again_is_not_a_second_one),
		TEST(an_entity_without_a_type_is_other),
		TEST(what_cannot_be_marked_gets_a_sentence),
		TEST(own_marks_are_deleted_by_the_beginning_of_their_ids),
		TEST(a_deleted_mark_can_be_made_anew),
		TEST(the_mark_of_another_person_is_status_1_and_stays),
		TEST(people_who_mark_at_once_lose_nothing),
		TEST(a_mark_is_saved_even_if_its_id_cannot_be_printed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
