/*
 * The terminal under the viewer: its size, its being taken away, and how it is given back.
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

static struct session *sample(const char *home)
{
	struct session *s;

	s = visit_sample(home);
	session_await_row(s, 23, "h help");
	return s;
}

static void any_size_shows_what_it_can(void **state)
{
	static const struct {
		int columns, rows;
		const char *top;
	} sizes[] = {
		{ 20, 5, "  OSTRAVIK" }, { 3, 2, "O" },		  { 1, 1, "O" },
		{ 2, 1, "OS" },		 { 200, 60, "OSTRAVIK" }, { 1, 200, "O" },
		{ 400, 1, "OSTRAVIK" },	 { 5, 24, "  " },	  { 80, 2, "OSTRAVIK" },
		{ 80, 24, "OSTRAVIK" },
	};
	struct session *s = sample(*state);

	for (size_t n = 0; n < sizeof sizes / sizeof *sizes; n++) {
		session_resize(s, sizes[n].columns, sizes[n].rows);
		session_press(s, "r");
		session_await_row(s, 0, sizes[n].top);
	}
	session_await_row(s, 23, "h help");
	visit_end(s);
}

static void all_keys_are_harmless_on_the_smallest_screen(void **state)
{
	static const int sizes[][2] = { { 1, 1 }, { 2, 2 }, { 3, 2 }, { 4, 3 } };
	static const char *const keys[] = { "s", "s",	 "h",	"q",   "i", "v", "f",
					    "f", "\033", "/a",	"b\r", "n", "]", "\r",
					    "q", "G",	 "g",	"z",   "e", "e", "Z",
					    "U", "\022", "50%", "''",  "d", "u" };
	struct session *s = sample(*state);

	for (size_t n = 0; n < sizeof sizes / sizeof *sizes; n++) {
		session_resize(s, sizes[n][0], sizes[n][1]);
		session_press(s, "r");
		for (size_t k = 0; k < sizeof keys / sizeof *keys; k++)
			session_type(s, keys[k]);
	}
	session_resize(s, 80, 24);
	session_type(s, "\007g"); /* typed ahead or not, "e e" may have marked a name */
	session_await_row(s, 0, "OSTRAVIK – For");
	visit_end(s);
}

static void a_storm_of_resizes_ends_in_the_last_size(void **state)
{
	struct session *s = sample(*state);

	for (int n = 0; n < 20; n++) {
		session_resize(s, 30 + n * 7, 3 + n);
		session_type(s, n % 2 ? "j" : "k");
	}
	session_resize(s, 80, 24);
	session_type(s, "g");
	session_await_row(s, 23, "h help");
	session_await_row(s, 0, "     OSTRAVIK");
	visit_end(s);
}

static void a_resize_while_something_is_open_keeps_it(void **state)
{
	struct session *s = sample(*state);

	session_type(s, "/fer");
	session_await_row(s, 23, "/fer");
	session_resize(s, 30, 6);
	session_await_row(s, 5, "/fer");
	session_type(s, "\007h");
	session_await_row(s, 5, "q close");
	session_resize(s, 100, 30);
	session_await_row(s, 29, "q close");
	session_await(s, "j Down       a line down; with a count, so many\n");
	session_type(s, "q");
	session_await_gone(s, "q close");
	visit_end(s);
}

static void the_same_text_stays_on_top_through_all_sizes(void **state)
{
	struct session *s = sample(*state);

	session_type(s, "/Amina\r");
	session_await_row(s, 0, "\"I used to sleep");
	session_resize(s, 200, 60);
	session_await_row(s, 59, "1 of 2");
	session_resize(s, 20, 5);
	session_await_row(s, 4, "s quote");
	session_await_row(s, 0, "\"I used to sleep");
	session_resize(s, 80, 24);
	session_await_row(s, 23, "h help");
	session_await_row(s, 0, "\"I used to sleep");
	visit_end(s);
}

/* Stopped from the terminal, as by a shell that controls jobs. */
static void ctrl_z_gives_the_terminal_to_the_shell_and_fg_takes_it_back(void **state)
{
	struct session *s;

	visit_put_sample(*state);
	s = visit_shell(*state, "set -m; \"$DIPLE\" a.txt; echo stopped $?; read line;"
				" fg; echo ended $?; read line");
	session_await(s, "OSTRAVIK");
	session_type(s, "j");
	session_await_row(s, 0, "late schoolchildren");
	session_type(s, "\032");
	session_await(s, "stopped 148");
	assert_true(session_restored(s));
	session_type(s, "\n");
	session_await_row(s, 0, "late schoolchildren");
	assert_true(session_alternate(s));
	session_type(s, "k");
	session_await_row(s, 0, "OSTRAVIK");
	session_type(s, "q");
	session_await(s, "ended 0");
	assert_true(session_restored(s));
	session_type(s, "\n");
	assert_int_equal(session_await_exit(s), 0);
	session_free(s);
}

static void a_window_resized_while_stopped_is_filled(void **state)
{
	struct session *s;

	visit_put_sample(*state);
	s = visit_shell(*state, "set -m; \"$DIPLE\" a.txt; echo stopped; read line; fg");
	session_await_row(s, 23, "h help");
	session_type(s, "\032");
	session_await(s, "stopped");
	session_resize(s, 60, 10);
	session_type(s, "\n");
	session_await_row(s, 9, "s find a quote");
	session_type(s, "q");
	assert_int_equal(session_await_exit(s), 0);
	session_free(s);
}

static void going_on_after_a_stop_paints_all_anew(void **state)
{
	struct session *s = sample(*state);
	const size_t before = session_bytes(s);

	session_signal(s, SIGSTOP);
	session_signal(s, SIGCONT);
	/* Keys may be read before the signal is let in; these change the last row alone. */
	for (int n = 0; !strstr(session_output(s) + before, "late schoolchildren"); n++)
		session_press(s, n % 2 ? "V" : "W");
	session_await_row(s, 0, "     OSTRAVIK");
	visit_end(s);
}

static void a_signal_ends_it_and_gives_the_terminal_back(void **state)
{
	static const int signals[] = { SIGTERM, SIGHUP };

	for (size_t n = 0; n < sizeof signals / sizeof *signals; n++) {
		struct session *s = sample(*state);

		session_signal(s, signals[n]);
		assert_int_equal(session_await_exit(s), 128 + signals[n]);
		assert_true(session_restored(s));
		session_free(s);
	}
}

static void a_crash_gives_the_terminal_back(void **state)
{
	struct session *s = sample(*state);

	session_signal(s, SIGSEGV);
	assert_int_equal(session_await_exit(s), 128 + SIGSEGV);
	assert_true(session_restored(s));
	session_free(s);
}

static void an_interrupt_does_not_end_it(void **state)
{
	struct session *s = sample(*state);

	session_signal(s, SIGINT);
	session_await(s, "q leaves");
	visit_end(s);
}

static void a_terminal_that_is_gone_ends_it(void **state)
{
	struct session *s = sample(*state);

	session_type(s, "s");
	session_await(s, "quote?");
	session_type(s, "s");
	session_await(s, "saved");
	session_hangup(s);
	assert_int_equal(session_await_exit(s), 128 + SIGHUP);
	assert_int_equal(files_lines(*state, VISIT_SIDECAR), 1);
	session_free(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, run_setup, run_teardown)
		TEST(any_size_shows_what_it_can),
		TEST(all_keys_are_harmless_on_the_smallest_screen),
		TEST(a_storm_of_resizes_ends_in_the_last_size),
		TEST(a_resize_while_something_is_open_keeps_it),
		TEST(the_same_text_stays_on_top_through_all_sizes),
		TEST(ctrl_z_gives_the_terminal_to_the_shell_and_fg_takes_it_back),
		TEST(a_window_resized_while_stopped_is_filled),
		TEST(going_on_after_a_stop_paints_all_anew),
		TEST(a_signal_ends_it_and_gives_the_terminal_back),
		TEST(a_crash_gives_the_terminal_back),
		TEST(an_interrupt_does_not_end_it),
		TEST(a_terminal_that_is_gone_ends_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
