/*
 * Reading what still comes through a pipe. A FIFO holds the rest back until the test lets it
 * go.
 */
#include <fcntl.h>
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
#include "support/run.h"
#include "support/visit.h"

/* More than what is waited for before anything is shown. */
enum { PARAGRAPHS = 100 };

#define GATED "(cat a.txt; cat gate) | \"$DIPLE\"; echo status $?"

/* Numbered paragraphs in a.txt, a gate, and a reader who needs no hints. */
static void put_paragraphs(const char *home)
{
	char text[PARAGRAPHS * 130] = "";

	for (int n = 1; n <= PARAGRAPHS; n++)
		snprintf(
			text + strlen(text), 130,
			"%d: boat %d came in from the ice at noon and brought %d casks of oil, "
			"which the guard of Ostravik counted twice.\n",
			n, n * 3, n * 7);
	files_put_text(home, "a.txt", text);
	run_free(run(home,
		     "mkfifo gate; mkdir -p .local/state/diple; >.local/state/diple/marked"));
}

/* Opens the gate, once the program's writer waits there. */
static int open_gate(const char *home)
{
	char *path = files_path(home, "gate");
	const int gate = open(path, O_WRONLY);

	assert_true(gate >= 0);
	free(path);
	return gate;
}

static void let_go(int gate, const char *text)
{
	assert_int_equal(write(gate, text, strlen(text)), strlen(text));
}

/* A reader of the first screen, and the gate behind which the rest waits. */
static struct session *read_gated(const char *home, int *gate)
{
	struct session *s;

	put_paragraphs(home);
	s = visit_shell(home, GATED);
	session_await_row(s, 0, "1: boat 3 came in");
	*gate = open_gate(home);
	return s;
}

static void the_first_screen_does_not_wait_for_the_end(void **state)
{
	int gate;
	struct session *s = read_gated(*state, &gate);

	session_type(s, "G");
	session_await_row(s, 23, "more comes");
	session_await_row(s, 21, "99: boat 297 came in");
	let_go(gate, "101: nobody came.\n102: still");
	session_await_row(s, 23, "so far");
	session_type(s, "G");
	session_await_row(s, 22, "101: nobody came.");
	session_await_row(s, 23, "more comes");
	let_go(gate, " nobody.");
	close(gate);
	session_await_gone(s, "more comes");
	session_type(s, "G");
	session_await_row(s, 22, "102: still nobody.");
	session_await_row(s, 23, "END");
	visit_shell_end(s);
}

static void what_comes_later_is_searched_and_folded_too(void **state)
{
	int gate;
	struct session *s = read_gated(*state, &gate);

	session_type(s, "/guard\r");
	session_await_row(s, 23, "of 99");
	let_go(gate, "1: boat 3 came in from the ice at noon and brought 7 casks of oil, which "
		     "the guard of Ostravik counted twice.\nThe guard sleeps.\nx\n");
	session_await_row(s, 23, "of 102");
	session_type(s, "G");
	session_await(s, "··· 1 paragraph repeats 1 ···");
	close(gate);
	visit_shell_end(s);
}

#define SLOW "(cat gate) | { \"$DIPLE\"; echo status $?; }"

static void a_slow_pipe_is_waited_for_with_a_word(void **state)
{
	struct session *s;
	size_t bytes;
	int gate;

	put_paragraphs(*state);
	s = visit_shell(*state, SLOW);
	gate = open_gate(*state);
	session_await_row(s, 23, "waiting for standard input…");
	let_go(gate, "1: nobody came.\n");
	session_await_row(s, 23, "reading standard input… 16 bytes so far");
	session_await_row(s, 23, "q leaves");
	bytes = session_bytes(s);
	session_type(s, "jjj");
	session_resize(s, 70, 20);
	session_await_row(s, 19, "16 bytes so far");
	assert_true(session_bytes(s) > bytes);
	close(gate);
	session_await_row(s, 0, "1: nobody came.");
	session_await_row(s, 19, "END");
	visit_shell_end(s);
}

static void who_waits_may_leave(void **state)
{
	static const char *const keys[] = { "q", "\003" };

	put_paragraphs(*state);
	for (size_t n = 0; n < 2; n++) {
		struct session *s = visit_shell(*state, SLOW);
		int gate = open_gate(*state);

		session_await_row(s, 23, "waiting for standard input…");
		session_type(s, keys[n]);
		session_await_gone(s, "waiting");
		close(gate);
		if (!n)
			session_await(s, "status 0");
		session_free(s);
	}
}

static void marks_wait_for_the_whole_text(void **state)
{
	int gate;
	struct session *s = read_gated(*state, &gate);

	session_type(s, "e");
	session_await_row(s, 23, "entity");
	session_type(s, "e");
	session_await_row(s, 23, "the text still comes: it can be marked when all is there");
	close(gate);
	session_await_gone(s, "so far");
	visit_shell_end(s);
	assert_false(files_exist(*state, "a.txt.ann.jsonl"));
}

static void leaving_does_not_wait_for_the_end(void **state)
{
	struct session *s;

	put_paragraphs(*state);
	s = visit_shell(*state, "(cat a.txt; cat gate) | { \"$DIPLE\"; echo status $?; }");
	session_await_row(s, 0, "1: boat 3 came in");
	visit_shell_end(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, run_setup, run_teardown)
		TEST(the_first_screen_does_not_wait_for_the_end),
		TEST(what_comes_later_is_searched_and_folded_too),
		TEST(a_slow_pipe_is_waited_for_with_a_word),
		TEST(who_waits_may_leave),
		TEST(marks_wait_for_the_whole_text),
		TEST(leaving_does_not_wait_for_the_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
