/*
 * Reading on a terminal: folds, hints, search, panes, the last row.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/files.h"
#include "support/run.h"
#include "support/visit.h"

static void the_sample_opens_with_a_hint_and_ends_in_two_folds(void **state)
{
	struct session *s;

	s = visit_sample(*state);
	session_await_row(s, 23, "s find a quote, s again marks it · e names · c claims");
	session_type(s, "G");
	session_await(s, "··· 10 paragraphs repeat 2–11 ···\n"
			 "     ··· 6 lines of teasers ···\n");
	visit_end(s);
}

static void a_fold_opens_and_closes(void **state)
{
	struct session *s;

	s = visit_sample(*state);
	session_type(s, "Gz");
	session_await(s, "     The buyer, a company registered in March");
	session_type(s, "z");
	session_await(s, "··· 10 paragraphs repeat 2–11 ···");
	session_type(s, "2z");
	session_await(s, "Weather: sleet in the west");
	session_type(s, "Z");
	session_await(s, "all folds are open");
	session_type(s, "Z");
	session_await(s, "all folds are closed");
	session_await(s, "··· 10 paragraphs repeat 2–11 ···");
	visit_end(s);
}

static void a_fold_is_explained(void **state)
{
	struct session *s;

	s = visit_sample(*state);
	session_type(s, "Gi");
	session_await(s, "\n10 paragraphs repeat lines 2–11\n");
	session_await(s, "lines 12–13 repeat lines 2–3");
	session_type(s, "q");
	session_await_gone(s, "lines 12–13 repeat lines 2–3");
	visit_end(s);
}

static char style_of(struct session *s, int row, int column)
{
	const char *styles = session_row_in(session_styles(s), row);

	return strnlen(styles, (size_t)column + 1) > (size_t)column ? styles[column] : '.';
}

static void hits_are_counted_and_the_current_one_looks_different(void **state)
{
	struct session *s;

	files_put_text(*state, "a.txt",
		       "One quay.\nTwo.\nThe other quay.\nThree.\nFour.\nFive.\n");
	s = session_start(&(struct session_options){ .arguments = { "a.txt" },
						     .environment = { "NO_COLOR=1" },
						     .home = *state,
						     .columns = 60,
						     .rows = 5 });
	session_type(s, "/quay\r");
	session_await(s, "1 of 2");
	assert_string_equal(session_row(s, 2), "  The other quay.");
	assert_int_not_equal(style_of(s, 0, 6), '.');
	assert_int_not_equal(style_of(s, 2, 12), '.');
	assert_int_not_equal(style_of(s, 0, 6), style_of(s, 2, 12));
	session_type(s, "n");
	session_await(s, "2 of 2");
	assert_string_equal(session_row(s, 0), "  The other quay.");
	session_type(s, "n");
	session_await(s, "not found below: quay");
	session_type(s, "N");
	session_await(s, "1 of 2");
	visit_end(s);
}

static void a_hit_within_a_fold_opens_it(void **state)
{
	struct session *s;

	s = visit_sample(*state);
	session_type(s, "/cormorant\r");
	session_await_row(s, 0, "Quiz: can you tell a cormorant");
	session_await(s, "1 of 1");
	visit_end(s);
}

static void what_is_not_there_is_not_found(void **state)
{
	struct session *s;

	s = visit_sample(*state);
	session_type(s, "/zebra\r");
	session_await(s, "not found below: zebra");
	session_type(s, "?zebra\r");
	session_await(s, "not found above: zebra");
	session_type(s, "/(\r");
	session_await(s, "parenthes");
	visit_end(s);
}

static void the_help_lists_keys_and_closes(void **state)
{
	struct session *s;

	s = visit_sample(*state);
	session_type(s, "h");
	session_await(s, "page down");
	session_await_row(s, 23, "q close");
	session_type(s, "jjj q");
	session_await_row(s, 0, "OSTRAVIK");
	session_await_gone(s, "page down");
	visit_end(s);
}

static void a_mark_has_a_card(void **state)
{
	struct session *s;

	s = visit_sample(*state);
	session_type(s, "s");
	session_await(s, "quote?");
	session_type(s, "s");
	session_await(s, "saved");
	session_type(s, "g]");
	session_await(s, "Enter card");
	session_type(s, "\r");
	session_await(s, "words      “She has never missed a night in her life");
	session_await(s, "by         ada");
	session_type(s, "q");
	session_await_gone(s, "by         ada");
	visit_end(s);
}

static void the_last_row_drops_what_is_not_needed(void **state)
{
	struct session *s;

	s = visit_sample(*state);
	session_type(s, "s");
	session_await(s, "quote?");
	session_type(s, "s");
	session_await_row(s, 23, "saved  1s  quote?");
	session_type(s, "j");
	session_await_row(s, 23, "a.txt  33%  1s  quote?");
	session_resize(s, 44, 24);
	session_await_gone(s, "a.txt");
	session_await_row(s, 23, "quote?  ");
	session_resize(s, 20, 5);
	session_await_gone(s, "quote?");
	session_await_row(s, 4, "%  s quote · e name");
	visit_end(s);
}

static void a_wide_window_centres_the_text(void **state)
{
	struct session *s;

	visit_put_sample(*state);
	s = visit_sized(*state, 200, 60);
	session_await_row(s, 0, "OSTRAVIK");
	assert_int_equal(strspn(session_row(s, 0), " "), 2 + (200 - 2 - 72) / 2);
	session_await_row(s, 59, "saved at once · h help");
	visit_end(s);
}

static void files_are_changed_by_commands(void **state)
{
	struct session *s;

	files_put_text(*state, "a.txt", "first file\n");
	files_put_text(*state, "b.txt", "second file\n");
	s = session_start(&(struct session_options){
		.arguments = { "a.txt", "gone.txt", "b.txt" }, .home = *state });
	session_await(s, "first file");
	session_type(s, ":n\r");
	session_await(s, "gone.txt: can't be opened");
	session_type(s, ":p\r");
	session_await(s, "no file before this one");
	session_type(s, "q");
	assert_int_equal(session_await_exit(s), 2);
	session_free(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, run_setup, run_teardown)
		TEST(the_sample_opens_with_a_hint_and_ends_in_two_folds),
		TEST(a_fold_opens_and_closes),
		TEST(a_fold_is_explained),
		TEST(hits_are_counted_and_the_current_one_looks_different),
		TEST(a_hit_within_a_fold_opens_it),
		TEST(what_is_not_there_is_not_found),
		TEST(the_help_lists_keys_and_closes),
		TEST(a_mark_has_a_card),
		TEST(the_last_row_drops_what_is_not_needed),
		TEST(a_wide_window_centres_the_text),
		TEST(files_are_changed_by_commands),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
