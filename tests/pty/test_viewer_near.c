/*
 * Paragraphs that repeat with a change, on a terminal: what is sent for them.
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

/* Nothing in it is suggested: that has styles of its own. */
#define COUNTED(count)                                                                         \
	"It is the " count " boat of those beyond the mole of the harbour that night."

/* a.txt says the same twice, but for a word; with a variable of the environment, or NULL. */
static struct session *visit_near(const char *home, const char *setting)
{
	struct session *s;

	files_put_text(home, "a.txt", COUNTED("old") "\n" COUNTED("new") "\n");
	s = session_start(&(struct session_options){
		.home = home, .arguments = { "a.txt" }, .environment = { setting } });
	session_await_row(s, 1, "   ~ It is the new boat");
	return s;
}

static void known_words_are_grey_and_new_ones_are_not(void **state)
{
	struct session *s = visit_near(*state, NULL);

	assert_int_equal(
		strncmp(session_row_in(session_colours(s), 1), ".....##########...#######", 25),
		0);
	assert_int_equal(*session_row_in(session_colours(s), 0), '\n');
	visit_end(s);
}

static void without_colours_known_words_are_dim(void **state)
{
	struct session *s = visit_near(*state, "NO_COLOR=1");

	assert_non_null(strstr(session_output(s), "2mIt is the "));
	assert_null(strstr(session_output(s), "38;5;"));
	visit_end(s);
}

static void of_eight_colours_none_is_grey(void **state)
{
	struct session *s = visit_near(*state, "TERM=xterm");

	assert_non_null(strstr(session_output(s), "2mIt is the "));
	assert_int_equal(strncmp(session_row_in(session_colours(s), 1), "\n", 1), 0);
	visit_end(s);
}

static void a_change_costs_two_changes_of_style(void **state)
{
	struct session *s;
	size_t before;

	run_free(run(*state, "seq -f 'Line %04.0f of a list.' 40 >a.txt;"
			     "echo '" COUNTED("old") "' >>a.txt; echo '" COUNTED(
				     "new") "' >>a.txt;"
					    "seq -f 'Line %04.0f of a list.' 40 80 >>a.txt"));
	s = visit(*state);
	session_type(s, "19g");
	session_await_row(s, 22, "It is the old boat");
	before = session_bytes(s);
	session_type(s, "j");
	session_await_row(s, 22, "~ It is the new boat");
	assert_in_range(session_bytes(s) - before, 1, strlen(COUNTED("new")) + 110);
	visit_end(s);
}

static void the_explanation_fits_any_size(void **state)
{
	struct session *s;

	files_put_text(*state, "a.txt", COUNTED("old") "\n" COUNTED("new") "\n");
	s = visit_sized(*state, 20, 5);
	session_type(s, "2gi");
	session_await_row(s, 0, "line 2 repeats line");
	session_await_row(s, 2, "  words  old → new");
	session_type(s, "j");
	session_await_row(s, 0, "1 with 1 change");
	session_resize(s, 200, 60);
	session_await(s, "  words  old → new  (It is the … boat of those beyond the)");
	session_resize(s, 20, 5);
	session_await_row(s, 4, "j k scroll");
	session_press(s, "i");
	session_await_gone(s, "words");
	visit_end(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, run_setup, run_teardown)
		TEST(known_words_are_grey_and_new_ones_are_not),
		TEST(without_colours_known_words_are_dim),
		TEST(of_eight_colours_none_is_grey),
		TEST(a_change_costs_two_changes_of_style),
		TEST(the_explanation_fits_any_size),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
