/*
 * Marks on a terminal: on disk when the screen says so, whoever else writes, whatever ends
 * the program.
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/files.h"
#include "support/run.h"
#include "support/visit.h"

#define ARTICLE                                                                                \
	"Marta Lund painted the hull.\n"                                                       \
	"\"It is over,\" said Olav Brekke.\n"                                                  \
	"\"It has only begun,\" said Henrik Vaslund.\n"                                        \
	"Nobody answered.\n"

/* Presses a key that marks, once its focus is shown, and awaits what the last row then says. */
static void take(struct session *s, const char *key, const char *says)
{
	session_await(s, "take");
	session_type(s, key);
	session_await_row(s, 23, says);
}

static void list(const char *home, const char *expected)
{
	run_expect(home, "diple list a.txt", &(struct expected){ .out = expected });
}

static void what_the_screen_calls_saved_outlives_a_power_cut(void **state)
{
	struct session *s;

	files_put_text(*state, "a.txt", ARTICLE);
	s = visit(*state);
	session_type(s, "s");
	take(s, "s", "saved  1s");
	assert_int_equal(files_lines(*state, VISIT_SIDECAR), 1);
	take(s, "s", "2s");
	session_kill(s);
	session_free(s);
	assert_int_equal(files_lines(*state, VISIT_SIDECAR), 2);
	list(*state, "a.txt:2: quote \"\"It is over,\"\" (ada)\n"
		     "a.txt:3: quote \"\"It has only begun,\"\" (ada)\n");
	s = visit(*state);
	session_await(s, "\n   s \"It is over,\" said Olav Brekke.");
	session_await_row(s, 23, "2s");
	visit_end(s);
}

static void undo_reaches_back_past_the_session(void **state)
{
	struct session *s;

	files_put_text(*state, "a.txt", ARTICLE);
	s = visit(*state);
	session_type(s, "s");
	take(s, "s", "saved  1s");
	visit_end(s);
	s = visit(*state);
	session_await_row(s, 23, "1s");
	session_type(s, "U");
	session_await(s, "here this session began: again undoes older steps");
	session_type(s, "U");
	session_await(s, "undone: the quote is gone");
	session_kill(s);
	session_free(s);
	list(*state, NULL);
	s = visit(*state);
	session_await(s, "Nobody answered.");
	session_type(s, "\022");
	session_await(s, "redone: the quote is back");
	visit_end(s);
	list(*state, "a.txt:2: quote \"\"It is over,\"\" (ada)\n");
}

static void two_viewers_see_each_others_marks(void **state)
{
	struct session *ada, *grace;

	files_put_text(*state, "a.txt", ARTICLE);
	ada = visit(*state);
	grace = visit_as(*state, "grace");
	session_await(grace, "Nobody answered.");
	session_type(ada, "s");
	take(ada, "s", "saved  1s");
	session_await_row(grace, 23, "1s");
	session_await(grace, "s \"It is over,\"");
	session_type(grace, "e");
	take(grace, "P", "saved  1s 1e");
	session_await_row(ada, 23, "1s 1e");
	visit_end(ada);
	visit_end(grace);
	list(*state, "a.txt:1: entity person \"Marta Lund\" (grace)\n"
		     "a.txt:2: quote \"\"It is over,\"\" (ada)\n");
}

static void a_mark_of_the_shell_arrives_between_two_keys(void **state)
{
	struct session *s;
	struct ran *ran;

	files_put_text(*state, "a.txt", ARTICLE);
	s = visit(*state);
	session_type(s, "s");
	take(s, "s", "saved  1s");
	ran = run(*state, "diple mark --kind claim --exact 'Nobody answered.' a.txt");
	assert_int_equal(ran->status, 0);
	run_free(ran);
	take(s, "s", "2s");
	session_await_row(s, 23, "2s 1c");
	session_await(s, "c Nobody answered.");
	visit_end(s);
	assert_int_equal(files_lines(*state, VISIT_SIDECAR), 3);
}

static void another_persons_mark_is_not_changed(void **state)
{
	struct session *s;

	files_put_text(*state, "a.txt", ARTICLE);
	run_free(run(*state, "diple mark --as grace --kind entity --exact 'Marta Lund' a.txt"));
	s = visit(*state);
	session_await_row(s, 0, "e Marta Lund");
	session_type(s, "]");
	session_await_row(s, 23, "entity other by grace");
	session_press(s, "x");
	session_await(s, "this is a mark of grace: only its maker changes it");
	session_type(s, "P>,");
	session_type(s, "U");
	session_await(s, "nothing to undo");
	visit_end(s);
	assert_int_equal(files_lines(*state, VISIT_SIDECAR), 1);
}

static void borders_type_and_note_of_an_own_mark_are_saved(void **state)
{
	struct session *s;

	files_put_text(*state, "a.txt", ARTICLE);
	s = visit(*state);
	session_type(s, "e");
	take(s, "e", "saved  1e");
	session_type(s, "g]");
	session_await(s, "entity other");
	session_press(s, "L");
	session_await(s, "saved");
	session_type(s, "g]");
	session_await(s, "entity place");
	session_press(s, ">");
	session_await(s, "saved");
	session_press(s, "a");
	session_await_row(s, 23, "note:");
	session_type(s, "who is this?\r");
	session_await(s, "saved");
	session_kill(s);
	session_free(s);
	list(*state, "a.txt:1: entity place \"Marta Lund painted\" (ada)\n"
		     "a.txt:1: note \"who is this?\" (ada)\n");
}

static void a_left_note_is_kept_as_a_draft(void **state)
{
	struct session *s;

	files_put_text(*state, "a.txt", ARTICLE);
	s = visit(*state);
	session_type(s, "s");
	take(s, "s", "saved  1s");
	session_type(s, "g]");
	session_await(s, "Enter card");
	session_type(s, "a");
	session_await_row(s, 23, "note:");
	session_type(s, "half a th");
	session_await(s, "note: half a th");
	session_type(s, "\033");
	session_await(s, "kept as a draft");
	session_type(s, "a");
	session_await(s, "note: half a th");
	session_type(s, "ought\r");
	session_await(s, "saved");
	visit_end(s);
	assert_int_equal(files_lines(*state, VISIT_SIDECAR), 2);
}

static void a_claim_is_made_of_any_words_by_letters(void **state)
{
	struct session *s;

	files_put_text(*state, "a.txt", ARTICLE);
	s = visit(*state);
	session_await(s, "Nobody answered.");
	session_type(s, "v");
	session_await_row(s, 3, "   k Nobody answered.");
	session_type(s, "ff");
	session_await_row(s, 0, "   f Marta");
	session_type(s, "fd");
	session_await(s, "> grow");
	session_press(s, "c");
	session_await(s, "saved");
	visit_end(s);
	list(*state, "a.txt:1: claim \"Marta Lund painted\" (ada)\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, run_setup, run_teardown)
		TEST(what_the_screen_calls_saved_outlives_a_power_cut),
		TEST(undo_reaches_back_past_the_session),
		TEST(two_viewers_see_each_others_marks),
		TEST(a_mark_of_the_shell_arrives_between_two_keys),
		TEST(another_persons_mark_is_not_changed),
		TEST(borders_type_and_note_of_an_own_mark_are_saved),
		TEST(a_left_note_is_kept_as_a_draft),
		TEST(a_claim_is_made_of_any_words_by_letters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
