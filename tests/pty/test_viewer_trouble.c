/*
 * What can be wrong with files, terminals and environments: one clear sentence, or it works
 * all the same.
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/files.h"
#include "support/grammar.h"
#include "support/run.h"
#include "support/visit.h"

static void expect_refusal(const char *home, const char *file, const char *words)
{
	struct session *s = session_start(&(struct session_options){
		.arguments = { file }, .home = home, .columns = 100 });

	assert_int_equal(session_await_exit(s), 2);
	assert_string_equal(session_row(s, 0), words);
	assert_true(session_restored(s));
	session_free(s);
}

static void what_can_not_be_read_gets_one_sentence(void **state)
{
	files_put(*state, "binary", "ab\0c", 4);
	run_free(run(*state, "mkdir d; mkfifo p; echo x >locked; chmod 0 locked"));
	expect_refusal(*state, "gone.txt",
		       "diple: gone.txt: can't be opened: No such file or directory");
	expect_refusal(*state, "d", "diple: d: is a directory; name the files in it");
	expect_refusal(*state, "p",
		       "diple: p: is a named pipe; give it to diple as its standard input");
	expect_refusal(*state, "binary",
		       "diple: binary: is a binary file (a NUL byte at 2); diple reads text");
	if (geteuid())
		expect_refusal(*state, "locked",
			       "diple: locked: can't be opened: Permission denied");
}

/* Every key that reads, on a text that has nothing, or too much, to show. */
static void wander(struct session *s)
{
	session_type(s, " bdujkGg50%''nNsecxUiztv\007=h");
	session_await_row(s, 23, "q close");
	session_type(s, "qg");
	session_await_row(s, 23, "h help");
}

static void texts_of_nothing_are_read(void **state)
{
	static const char *const texts[] = { "", "\n", "\r\n", "\xEF\xBB\xBF", " ", "x", "\r" };

	for (size_t n = 0; n < sizeof texts / sizeof *texts; n++) {
		struct session *s;

		files_put_text(*state, "a.txt", texts[n]);
		s = visit(*state);
		session_await_row(s, 23, "h help");
		wander(s);
		visit_end(s);
	}
}

static void a_hundred_thousand_blank_lines_are_read(void **state)
{
	struct session *s;

	run_free(run(*state, "yes '' | head -n 100000 >a.txt"));
	s = visit(*state);
	session_await_row(s, 23, "h help");
	wander(s);
	visit_end(s);
}

static void a_line_of_five_megabytes_is_read(void **state)
{
	struct session *s;

	run_free(run(*state,
		     "{ printf 'begin '; yes 'all the boats' | head -c 5000000 | tr '\\n' ' ';"
		     " printf 'the end'; } >a.txt"));
	s = visit(*state);
	session_await_row(s, 0, "begin all the boats");
	session_type(s, "G");
	session_await(s, "the end");
	session_type(s, "g");
	session_await_row(s, 0, "begin all");
	session_type(s, "/the end\r");
	session_await_row(s, 0, "the end");
	session_type(s, "g");
	wander(s);
	visit_end(s);
}

static void wrong_phrases_are_said_and_the_others_count(void **state)
{
	struct session *s;

	visit_put_sample(*state);
	run_free(run(*state, "mkdir -p .config/diple"));
	files_put_text(*state, ".config/diple/phrases",
		       "a.txt\nfurniture: why was she sold *\n");
	s = visit(*state);
	session_await_row(s, 23, "your phrases have mistakes, which you see after leaving");
	session_await(s, "··· 1 line of page furniture ···");
	session_type(s, "q");
	assert_int_equal(session_await_exit(s), 2);
	assert_non_null(strstr(session_output(s), "phrases: line 1: there is no colon"));
	session_free(s);
}

static void without_a_home_it_reads_and_marks(void **state)
{
	struct session *s;

	visit_put_sample(*state);
	s = session_start(&(struct session_options){
		.arguments = { "a.txt" },
		.environment = { "HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME",
				 "XDG_CACHE_HOME" },
		.home = *state });
	session_await_row(s, 23, "h help");
	session_type(s, "s");
	session_await(s, "quote?");
	session_type(s, "s");
	session_await_row(s, 23, "saved  1s");
	visit_end(s);
	assert_int_equal(files_lines(*state, VISIT_SIDECAR), 1);
}

static struct session *with_variable(const char *home, const char *variable)
{
	visit_put_sample(home);
	return session_start(&(struct session_options){
		.arguments = { "a.txt" }, .environment = { variable }, .home = home });
}

static void an_unknown_terminal_is_taken_for_a_common_one(void **state)
{
	static const char *const variables[][2] = {
		{ "TERM", "TERM is not set, taken for xterm-256color" },
		{ "TERM=", "TERM is not set, taken for xterm-256color" },
		{ "TERM=unknown-thing",
		  "unknown terminal \"unknown-thing\", taken for xterm-256color" },
	};

	for (size_t n = 0; n < sizeof variables / sizeof *variables; n++) {
		struct session *s = with_variable(*state, variables[n][0]);

		session_await_row(s, 23, variables[n][1]);
		session_type(s, "j");
		session_await_row(s, 23, "h help");
		visit_end(s);
	}
}

static void a_terminal_without_a_cursor_is_refused(void **state)
{
	struct session *s = with_variable(*state, "TERM=dumb");

	assert_int_equal(session_await_exit(s), 2);
	assert_string_equal(session_row(s, 0),
			    "diple: the terminal \"dumb\" can't move its cursor");
	assert_true(session_restored(s));
	session_free(s);
}

/* Do the numbers of an SGR sequence set a colour? */
static bool sets_colour(const char *numbers)
{
	char *end = NULL;

	do {
		const long number = strtol(numbers, &end, 10);

		if ((number >= 30 && number <= 49) || (number >= 90 && number <= 107))
			return true;
		numbers = end + 1;
	} while (*end == ';');
	return false;
}

static bool sent_colour(struct session *s)
{
	const char *at = session_output(s);

	while ((at = strstr(at, "\033["))) {
		at += 2;
		if (at[strspn(at, "0123456789;")] == 'm' && sets_colour(at))
			return true;
	}
	return false;
}

static void without_colours_none_are_sent(void **state)
{
	static const char *const variables[] = { "TERM=vt100", "NO_COLOR=1" };
	struct session *s = with_variable(*state, "NO_COLOR=");

	session_await_row(s, 23, "h help");
	assert_true(sent_colour(s));
	visit_end(s);
	for (size_t n = 0; n < 2; n++) {
		s = with_variable(*state, variables[n]);
		session_await_row(s, 23, "h help");
		session_type(s, "s");
		session_await(s, "quote?");
		session_type(s, "/quay\r");
		session_await(s, "1 of 2");
		session_type(s, "h");
		session_await(s, "q close");
		session_type(s, "q");
		session_await_gone(s, "q close");
		assert_false(sent_colour(s));
		visit_end(s);
	}
}

static void text_is_utf8_in_any_locale(void **state)
{
	static const char *const variables[] = { "LC_ALL=C", "LC_ALL=POSIX", "LC_ALL=nowhere",
						 "LC_ALL" };

	for (size_t n = 0; n < sizeof variables / sizeof *variables; n++) {
		struct session *s;

		files_put_text(*state, "a.txt",
			       "Caf\xC3\xA9 \xE6\x97\xA5\xE6\x9C\xAC \xC5\x81.\n");
		s = session_start(&(struct session_options){ .arguments = { "a.txt" },
							     .environment = { variables[n] },
							     .home = *state });
		session_await_row(s, 0, "Caf\xC3\xA9 \xE6\x97\xA5\xE6\x9C\xAC \xC5\x81.");
		visit_end(s);
	}
}

static void standard_input_is_read_and_keys_come_from_the_terminal(void **state)
{
	struct session *s;

	visit_put_sample(*state);
	s = visit_shell(*state, "cat a.txt | \"$DIPLE\"; echo status $?");
	session_await_row(s, 0, "OSTRAVIK");
	session_type(s, "j");
	session_await_row(s, 0, "late schoolchildren");
	session_type(s, "=");
	session_await_row(s, 23, "standard input: line 1, byte ");
	visit_shell_end(s);
}

static void the_first_mark_on_standard_input_asks_for_a_file(void **state)
{
	struct session *s;

	visit_put_sample(*state);
	s = visit_shell(*state, "cat a.txt | \"$DIPLE\"; echo status $?");
	session_await_row(s, 0, "OSTRAVIK");
	session_press(s, "s");
	session_type(s, "s");
	session_await_row(s, 23, "save this text as:");
	session_type(s, "a.txt\r");
	session_await_row(s, 23, "can't be made: File exists");
	session_type(s, "s");
	session_await_row(s, 23, "save this text as:");
	session_type(s, "b.txt\r");
	session_await_row(s, 23, "saved");
	visit_shell_end(s);
	assert_int_equal(files_lines(*state, "b.txt.ann.jsonl"), 1);
	assert_int_equal(files_lines(*state, "b.txt"), files_lines(*state, "a.txt"));
}

static void a_note_on_much_of_standard_input_waits_with_its_words(void **state)
{
	struct session *s;
	char *line;

	files_put_text(*state, "a.txt", "“The ice will not go.”\n");
	s = visit_shell(*state, "{ cat a.txt; yes 'The ice is late.' | head -n 400000; } |"
				" \"$DIPLE\"; echo status $?");
	session_await_row(s, 0, "The ice will not go");
	session_press(s, "s");
	session_await_gone(s, "so far");
	session_press(s, "v");
	session_press(s, "\r");
	session_press(s, "a");
	session_type(s, "which ice is meant here?\r");
	session_await_row(s, 23, "save this text as:");
	session_type(s, "b.txt\r");
	session_await_row(s, 23, "saved");
	session_type(s, "\007q");
	session_await(s, "status 0");
	session_free(s);
	line = files_get(*state, "b.txt.ann.jsonl", NULL);
	assert_non_null(strstr(line, "\"value\":\"which ice is meant here?\""));
	free(line);
}

static void a_closed_output_is_said(void **state)
{
	struct session *s;

	visit_put_sample(*state);
	s = visit_shell(*state, "\"$DIPLE\" a.txt >&-; echo status $?");
	session_await(s, "diple: standard output is closed\nstatus 2");
	session_free(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, run_setup, run_teardown)
		TEST(what_can_not_be_read_gets_one_sentence),
		TEST(texts_of_nothing_are_read),
		TEST(a_hundred_thousand_blank_lines_are_read),
		TEST(a_line_of_five_megabytes_is_read),
		TEST(wrong_phrases_are_said_and_the_others_count),
		TEST(without_a_home_it_reads_and_marks),
		TEST(an_unknown_terminal_is_taken_for_a_common_one),
		TEST(a_terminal_without_a_cursor_is_refused),
		TEST(without_colours_none_are_sent),
		TEST(text_is_utf8_in_any_locale),
		TEST(standard_input_is_read_and_keys_come_from_the_terminal),
		TEST(the_first_mark_on_standard_input_asks_for_a_file),
		TEST(a_note_on_much_of_standard_input_waits_with_its_words),
		TEST(a_closed_output_is_said),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
