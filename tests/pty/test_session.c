/*
 * The harness itself, on programs that everybody has: what these tests prove
 * of it, the others take for granted.
 */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../support/files.h"
#include "../support/session.h"

/* Words for the scripts below. */
static const char script_words[] = "frame() { printf \"\033[?2026h$1\033[?2026l\"; };"
				   "silent() { stty -echo -icanon; };"
				   "key() { head -c 1; };";

/* A shell that runs `script`, on a small screen. */
static struct session *shell(const char *script)
{
	char whole[1024];
	int length = snprintf(whole, sizeof(whole), "%s%s", script_words, script);

	assert_in_range(length, 0, sizeof(whole) - 1);
	return session_start(&(struct session_options){
		.program = "sh",
		.arguments = { "-c", whole },
		.columns = 30,
		.rows = 4,
	});
}

/* The same, for what needs no more than its last screen. */
static struct session *shown_by(const char *script)
{
	struct session *s = shell(script);

	assert_int_equal(session_await_exit(s), 0);
	return s;
}

static void the_screen_is_a_line_a_row(void **state)
{
	struct session *s = shown_by("printf 'one\\r\\n\\r\\n  three  '");

	(void)state;
	assert_string_equal(session_screen(s), "one\n\n  three\n\n");
	assert_string_equal(session_row(s, 2), "  three");
	assert_string_equal(session_row(s, 4), "");
	assert_int_equal(session_cursor(s).row, 2);
	assert_int_equal(session_cursor(s).column, 9);
	session_free(s);
}

static void wide_and_combined_characters_are_kept(void **state)
{
	struct session *s =
		shown_by("printf 'e\\314\\201t\\303\\251 \\346\\227\\245\\346\\234\\254.'");

	(void)state;
	assert_string_equal(session_row(s, 0), "e\u0301t\u00e9 \u65e5\u672c.");
	assert_int_equal(session_cursor(s).column, 9);
	session_free(s);
}

static void styles_are_a_letter_a_cell(void **state)
{
	struct session *s =
		shown_by("printf 'a\\033[1mb\\033[4mU\\033[0;3mi\\033[0;7mr\\033[0m'");

	(void)state;
	assert_string_equal(session_styles(s), ".bUir\n\n\n\n");
	session_free(s);
}

static void colours_are_a_letter_a_cell(void **state)
{
	struct session *s =
		shown_by("printf 'a\\033[33mb\\033[94;42mc\\033[38;5;200md\\033[0m'");

	(void)state;
	assert_string_equal(session_colours(s), ".3c#\n\n\n\n");
	assert_string_equal(session_backgrounds(s), "..22\n\n\n\n");
	session_free(s);
}

static void a_frame_is_seen_whole_or_not_at_all(void **state)
{
	/* Each part waits for a key; the last mark comes in two pieces. */
	struct session *s = shell("silent; frame first; key >note;"
				  "printf '\\033[?2026h\\033[2J\\033[Hsec'; key >note;"
				  "printf 'ond\\033[?20'; key >note; printf '26l'; key");

	(void)state;
	session_await(s, "first");
	session_type(s, "...");
	session_await_gone(s, "first");
	assert_string_equal(session_row(s, 0), "second");
	assert_int_equal(session_frames(s), 2);
	session_free(s);
}

static void no_frame_is_skipped(void **state)
{
	struct session *s = shell("three=$(frame 'one\\r'; frame 'two\\r'; frame six);"
				  "silent; printf %s \"$three\"; key");

	(void)state;
	session_await_row(s, 0, "one");
	session_await_row(s, 0, "two");
	session_await_row(s, 0, "six");
	assert_int_equal(session_frames(s), 3);
	session_free(s);
}

static void a_frame_longer_than_a_read_is_one_frame(void **state)
{
	struct session *s = shell("silent; frame \"$(printf '%20000d' 7)end\"; key");

	(void)state;
	session_await(s, "7end");
	assert_int_equal(session_frames(s), 1);
	assert_true(session_bytes(s) > 20000);
	session_free(s);
}

static void a_press_awaits_its_own_frame(void **state)
{
	struct session *s = shell("silent; frame ready;"
				  "while true; do frame \"\\r<$(key)>   \"; done");

	(void)state;
	session_await(s, "ready");
	session_press(s, "a");
	assert_string_equal(session_row(s, 0), "<a>");
	session_press(s, "b");
	assert_string_equal(session_row(s, 0), "<b>");
	session_type(s, "xyz");
	session_await(s, "<z>");
	session_free(s);
}

static void without_marks_a_silence_ends_a_frame(void **state)
{
	struct session *s = session_start(&(struct session_options){
		.program = "cat",
		.frameless = true,
	});

	(void)state;
	session_press(s, "seen\n");
	assert_string_equal(session_row(s, 0), "seen");
	session_free(s);
}

static void a_pager_scrolls(void **state)
{
	char *home = files_new();
	struct session *s;

	(void)state;
	files_put_text(home, "poem", "roses\nviolets\nsugar\nyou\nand so\non\n");
	s = session_start(&(struct session_options){
		.program = "more",
		.arguments = { "poem" },
		.home = home,
		.rows = 4,
		.frameless = true,
	});
	session_await_row(s, 2, "sugar");
	session_type(s, "\n");
	session_await_row(s, 2, "you");
	assert_string_equal(session_row(s, 0), "violets");
	session_type(s, "q");
	assert_int_equal(session_await_exit(s), 0);
	session_free(s);
	files_remove(home);
}

static void the_exit_status_is_told(void **state)
{
	struct session *s = shell("printf last; exit 3");

	(void)state;
	assert_int_equal(session_await_exit(s), 3);
	assert_string_equal(session_row(s, 0), "last");
	session_free(s);
}

static void a_program_that_is_missing_exits_with_127(void **state)
{
	struct session *s =
		session_start(&(struct session_options){ .program = "no-such-program" });

	(void)state;
	assert_int_equal(session_await_exit(s), 127);
	assert_non_null(strstr(session_row(s, 0), "no-such-program"));
	session_free(s);
}

static void signals_arrive(void **state)
{
	struct session *s =
		shell("trap 'printf caught; exit 0' TERM; printf ready; read -r line");

	(void)state;
	session_await(s, "ready");
	session_signal(s, SIGTERM);
	session_await(s, "caught");
	session_free(s);

	s = shell("printf ready; read -r line");
	session_await(s, "ready");
	session_kill(s);
	assert_int_equal(session_await_exit(s), 128 + SIGKILL);
	session_free(s);
}

static void a_hangup_is_noticed(void **state)
{
	struct session *s =
		shell("trap 'echo gone >note; exit 5' HUP; printf ready; read -r line");

	(void)state;
	session_await(s, "ready");
	session_hangup(s);
	assert_int_equal(session_await_exit(s), 5);
	assert_int_equal(files_lines(session_home(s), "note"), 1);
	session_free(s);
}

static void a_resize_is_noticed(void **state)
{
	struct session *s =
		shell("trap 'stty size' WINCH; stty size; while :; do read -r line; done");

	(void)state;
	session_await(s, "4 30");
	session_resize(s, 61, 9);
	session_await(s, "9 61");
	session_free(s);
}

static void the_program_sees_nothing_of_our_environment(void **state)
{
	struct session *s;

	(void)state;
	setenv("DIPLE_USER", "somebody", 1);
	setenv("COLUMNS", "11", 1);
	s = session_start(&(struct session_options){
		.program = "sh",
		.arguments = { "-c", "echo $TERM,${LC_ALL-none},$DIPLE_USER,$COLUMNS,$MORE;"
				     "test $HOME = \"$(pwd)\" && echo $XDG_STATE_HOME" },
		.environment = { "MORE=more", "TERM=dumb", "LC_ALL" },
	});
	assert_int_equal(session_await_exit(s), 0);
	assert_string_equal(session_row(s, 0), "dumb,none,,,more");
	assert_memory_equal(session_row(s, 1), session_home(s), strlen(session_home(s)));
	session_free(s);
	unsetenv("DIPLE_USER");
	unsetenv("COLUMNS");
}

static void a_terminal_left_raw_is_not_restored(void **state)
{
	struct session *s = shown_by("was=$(stty -g); stty raw; stty $was; printf done");

	(void)state;
	assert_true(session_restored(s));
	session_free(s);

	s = shown_by("stty -icanon -echo");
	assert_false(session_restored(s));
	assert_false(session_attributes(s).c_lflag & ICANON);
	assert_true(session_first_attributes(s).c_lflag & ICANON);
	session_free(s);
}

static void an_alternate_screen_left_on_is_not_restored(void **state)
{
	struct session *s = shown_by("printf 'plain\\033[?1049h\\033[Hother'");

	(void)state;
	assert_true(session_alternate(s));
	assert_string_equal(session_row(s, 0), "other");
	assert_false(session_restored(s));
	session_free(s);

	s = shown_by("printf 'plain\\033[?1049h\\033[Hother\\033[?1049l'");
	assert_string_equal(session_row(s, 0), "plain");
	assert_true(session_restored(s));
	session_free(s);

	s = shown_by("printf '\\033[?25l'");
	assert_false(session_cursor_shown(s));
	assert_false(session_restored(s));
	session_free(s);
}

static void output_is_kept_as_it_came(void **state)
{
	struct session *s = shown_by("printf 'a\\000\\033[1mb'");

	(void)state;
	assert_int_equal(session_bytes(s), 7);
	assert_memory_equal(session_output(s), "a\0\033[1mb", 8);
	session_free(s);
}

static void queries_are_answered(void **state)
{
	struct session *s = shell("silent; printf '\\033[5n'; head -c 4 | od -c");

	(void)state;
	session_await(s, "033   [   0   n");
	session_free(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_screen_is_a_line_a_row),
		cmocka_unit_test(wide_and_combined_characters_are_kept),
		cmocka_unit_test(styles_are_a_letter_a_cell),
		cmocka_unit_test(colours_are_a_letter_a_cell),
		cmocka_unit_test(a_frame_is_seen_whole_or_not_at_all),
		cmocka_unit_test(no_frame_is_skipped),
		cmocka_unit_test(a_frame_longer_than_a_read_is_one_frame),
		cmocka_unit_test(a_press_awaits_its_own_frame),
		cmocka_unit_test(without_marks_a_silence_ends_a_frame),
		cmocka_unit_test(a_pager_scrolls),
		cmocka_unit_test(the_exit_status_is_told),
		cmocka_unit_test(a_program_that_is_missing_exits_with_127),
		cmocka_unit_test(signals_arrive),
		cmocka_unit_test(a_hangup_is_noticed),
		cmocka_unit_test(a_resize_is_noticed),
		cmocka_unit_test(the_program_sees_nothing_of_our_environment),
		cmocka_unit_test(a_terminal_left_raw_is_not_restored),
		cmocka_unit_test(an_alternate_screen_left_on_is_not_restored),
		cmocka_unit_test(output_is_kept_as_it_came),
		cmocka_unit_test(queries_are_answered),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
