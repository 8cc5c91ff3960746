/*
 * `diple list` and `diple check`.
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

#define TEXT	"The boat left at six.\n\n\"We go home,\" said Lund.\n"
#define SIDECAR "a.txt.ann.jsonl"
#define MARK	"diple mark --kind "
#define QUIET	" >>ids;"

static int set_up(void **state)
{
	run_setup(state);
	files_put_text(*state, "a.txt", TEXT);
	return 0;
}

static void marks_stand_in_reading_order_with_their_notes_behind(void **state)
{
	run_expect(*state,
		   MARK "entity --type person --exact Lund --note 'the keeper' a.txt" QUIET MARK
			"quote --exact '\"We go home,\"' a.txt" QUIET MARK
			"claim --as bob --exact 'The boat left at six.' a.txt" QUIET
			"diple list a.txt",
		   &(struct expected){ .out = "a.txt:1: claim \"The boat left at six.\" (bob)\n"
					      "a.txt:3: quote \"\"We go home,\"\" (ada)\n"
					      "a.txt:3: entity person \"Lund\" (ada)\n"
					      "a.txt:3: note \"the keeper\" (ada)\n" });
}

static void kinds_and_states_choose(void **state)
{
	run_expect(*state,
		   MARK "claim --exact boat a.txt" QUIET MARK "quote --exact Lund a.txt" QUIET
			"printf 'A boat.\\n' >a.txt; diple list --kind claim a.txt;"
			"diple list --status orphan a.txt",
		   &(struct expected){ .out = "a.txt:1: claim \"boat\" (ada, moved)\n"
					      "a.txt:1: quote \"Lund\" (ada, orphan)\n" });
}

static void a_mark_over_two_lines_is_told_on_one(void **state)
{
	run_expect(*state, MARK "claim --span 17-26 a.txt" QUIET "diple list a.txt",
		   &(struct expected){ .out = "a.txt:1: claim \"six.  \"We\" (ada)\n" });
}

static void directories_are_walked_and_loops_avoided(void **state)
{
	run_expect(*state,
		   "mkdir -p d/e .hidden; cp a.txt d/b.txt; cp a.txt d/e/c.txt;"
		   "cp a.txt .hidden/z.txt; ln -s .. d/loop; ln -s /nowhere d/broken;"
		   "for f in a.txt d/b.txt d/e/c.txt .hidden/z.txt; do " MARK
		   "quote --exact Lund $f >>ids; done;"
		   "diple list; diple list d/ | head -n 1; diple list d/e/c.txt.ann.jsonl",
		   &(struct expected){ .out = "a.txt:3: quote \"Lund\" (ada)\n"
					      "d/b.txt:3: quote \"Lund\" (ada)\n"
					      "d/e/c.txt:3: quote \"Lund\" (ada)\n"
					      "d/b.txt:3: quote \"Lund\" (ada)\n"
					      "d/e/c.txt:3: quote \"Lund\" (ada)\n" });
}

static void marks_that_are_kept_elsewhere_are_found(void **state)
{
	/* A state of the file system that root, who may write everywhere, can't make. */
	run_expect(*state,
		   "mkdir -p d $XDG_STATE_HOME/diple/sidecars; cp a.txt d/;" MARK
		   "quote --exact Lund d/a.txt" QUIET MARK "claim --exact boat d/a.txt" QUIET
		   "hash=$(printf %s $(realpath d/a.txt) | sha256sum | cut -c 1-64);"
		   "tail -n 1 d/" SIDECAR " >$XDG_STATE_HOME/diple/sidecars/$hash.ann.jsonl;"
		   "sed -i 2d d/" SIDECAR "; diple list; rm d/" SIDECAR "; diple list d",
		   &(struct expected){ .out = "d/a.txt:1: claim \"boat\" (ada)\n"
					      "d/a.txt:3: quote \"Lund\" (ada)\n"
					      "d/a.txt:1: claim \"boat\" (ada)\n" });
}

static void an_article_without_marks_is_no_trouble(void **state)
{
	run_expect(*state, "diple list a.txt; diple check a.txt",
		   &(struct expected){ .status = 0 });
	assert_false(files_exist(*state, SIDECAR));
}

static void what_is_not_there_is_trouble_and_the_others_go_on(void **state)
{
	run_expect(*state, MARK "quote --exact Lund a.txt" QUIET "diple list gone.txt a.txt",
		   &(struct expected){ .status = 2,
				       .out = "a.txt:3: quote \"Lund\" (ada)\n",
				       .words = "diple: gone.txt: can't be opened: No such "
						"file or directory" });
}

static void an_article_that_is_gone_leaves_its_marks(void **state)
{
	run_expect(
		*state, MARK "quote --exact Lund a.txt" QUIET "rm a.txt; diple list",
		&(struct expected){
			.status = 2,
			.out = "a.txt:1: quote \"Lund\" (ada, orphan)\n",
			.words = "diple: a.txt: can't be opened: No such file or directory" });
}

static void damaged_lines_are_reported_and_stay(void **state)
{
	struct ran *ran = run(*state, MARK "quote --exact Lund a.txt" QUIET
					   "printf '{\"id\":1\\nboo\\n' >>" SIDECAR ";"
					   "diple list a.txt");

	assert_string_equal(ran->out, "a.txt:3: quote \"Lund\" (ada)\n");
	assert_non_null(strstr(ran->words, "diple: " SIDECAR ": 2 lines are no records"));
	assert_int_equal(ran->status, 0);
	assert_int_equal(files_lines(*state, SIDECAR), 3);
	run_free(ran);
}

static void hostile_strings_of_a_sidecar_are_safe_in_a_pipe(void **state)
{
	struct ran *ran =
		run(*state, MARK "note --exact Lund --note \"$(printf 'a\\033[2Jb')\" "
				 "--as \"$(printf 'e\\033]0;x')\" a.txt" QUIET
				 "diple list a.txt; diple list --json a.txt");

	assert_null(memchr(ran->out, '\033', ran->len));
	assert_int_equal(ran->status, 0);
	run_free(ran);
}

static json_t *only_row(const struct ran *ran)
{
	json_t *row = json_loadb(ran->out, ran->len, JSON_REJECT_DUPLICATES, NULL);

	assert_non_null(row);
	return row;
}

static void json_is_the_record_with_file_and_check(void **state)
{
	struct ran *ran =
		run(*state, MARK "quote --exact Lund a.txt" QUIET "diple list --json ./a.txt");
	json_t *row = only_row(ran), *check = json_object_get(row, "check");

	assert_string_equal(json_string_value(json_object_get(row, "type")), "Annotation");
	assert_string_equal(json_string_value(json_object_get(row, "file")), "./a.txt");
	assert_string_equal(json_string_value(json_object_get(check, "state")), "exact");
	assert_int_equal(json_integer_value(json_object_get(check, "start")), 42);
	assert_int_equal(json_integer_value(json_object_get(check, "end")), 46);
	json_decref(row);
	run_free(ran);
}

static void a_note_on_a_mark_has_no_check(void **state)
{
	struct ran *ran = run(*state, MARK "quote --exact Lund --note why a.txt" QUIET
					   "diple list --json --kind note a.txt");
	json_t *row = only_row(ran);

	assert_true(json_is_null(json_object_get(row, "check")));
	json_decref(row);
	run_free(ran);
}

static void check_promises_exact_and_moved(void **state)
{
	run_expect(*state,
		   MARK "quote --exact Lund a.txt" QUIET "diple check a.txt;"
			"printf 'Olav Lund\\n' >a.txt; diple check --json a.txt | cut -c 1-22;"
			"diple check a.txt >/dev/null",
		   &(struct expected){ .out = "a.txt:3: quote \"Lund\" (exact: place)\n"
					      "{\"file\":\"a.txt\",\"id\":\"\n" });
}

static void check_says_no_where_a_mark_is_in_doubt(void **state)
{
	run_expect(*state,
		   MARK "quote --exact Lund a.txt" QUIET "printf 'Gone.\\n' >a.txt;"
			"diple check a.txt >/dev/null",
		   &(struct expected){ .status = 1 });
	run_expect(*state,
		   "diple check --json a.txt | sed 's/.*\"state\"/\"state\"/; s/,\"why.*//'",
		   &(struct expected){
			   .out = "\"state\":\"orphan\",\"start\":null,\"end\":null\n" });
}

static void check_wants_a_file(void **state)
{
	run_expect(*state, "diple check",
		   &(struct expected){
			   .status = 2,
			   .words = "diple: standard input has no marks; name a file" });
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, run_teardown)
		TEST(marks_stand_in_reading_order_with_their_notes_behind),
		TEST(kinds_and_states_choose),
		TEST(a_mark_over_two_lines_is_told_on_one),
		TEST(directories_are_walked_and_loops_avoided),
		TEST(marks_that_are_kept_elsewhere_are_found),
		TEST(an_article_without_marks_is_no_trouble),
		TEST(what_is_not_there_is_trouble_and_the_others_go_on),
		TEST(an_article_that_is_gone_leaves_its_marks),
		TEST(damaged_lines_are_reported_and_stay),
		TEST(hostile_strings_of_a_sidecar_are_safe_in_a_pipe),
		TEST(json_is_the_record_with_file_and_check),
		TEST(a_note_on_a_mark_has_no_check),
		TEST(check_promises_exact_and_moved),
		TEST(check_says_no_where_a_mark_is_in_doubt),
		TEST(check_wants_a_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
