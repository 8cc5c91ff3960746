/*
 * What a key costs on a slow line: one frame, few bytes.
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

#define ARTICLE                                                                                \
	"Marta Lund painted it with Olav Brekke. Later Henrik Vaslund came by.\n"              \
	"Nobody answered Ingrid Solheim.\n"                                                    \
	"\"It is over,\" said Lise Andvik.\n"

/* Presses a key and awaits what it changes: the bytes that took. */
static size_t cost(struct session *s, const char *key, int row, const char *text)
{
	const size_t before = session_bytes(s);

	session_type(s, key);
	session_await_row(s, row, text);
	return session_bytes(s) - before;
}

/* As somebody who has marked before: the hints of the beginning are long. */
static struct session *experienced(const char *home)
{
	struct session *s;

	run_free(run(home, "mkdir -p .local/state/diple; : >.local/state/diple/marked"));
	s = visit(home);
	session_await_row(s, 23, "v words · h help");
	return s;
}

static void a_line_costs_little_more_than_its_text(void **state)
{
	struct session *s;

	run_free(run(*state, "seq -f 'Line %04.0f of a list.' 1000 >a.txt"));
	s = experienced(*state);
	session_type(s, "300g");
	session_await_row(s, 22, "Line 0322");
	assert_in_range(cost(s, "j", 22, "Line 0323"), 1, strlen("Line 0323 of a list.") + 60);
	assert_in_range(cost(s, "j", 22, "Line 0324"), 1, strlen("Line 0323 of a list.") + 60);
	visit_end(s);
}

static void a_step_between_names_costs_little(void **state)
{
	struct session *s;

	files_put_text(*state, "a.txt", ARTICLE);
	s = experienced(*state);
	session_type(s, "e");
	session_await_row(s, 23, "entity?");
	/* Where the focus stands is told by the cursor alone. */
	for (int n = 0; n < 2; n++) {
		const size_t before = session_bytes(s);

		session_press(s, "\t");
		assert_in_range(session_bytes(s) - before, 1, 64);
	}
	visit_end(s);
}

static void a_mark_costs_little(void **state)
{
	struct session *s;

	files_put_text(*state, "a.txt", ARTICLE);
	s = experienced(*state);
	session_type(s, "e");
	session_await_row(s, 23, "entity?");
	assert_in_range(cost(s, "P", 23, "saved  1e"), 1, 150);
	assert_in_range(cost(s, "P", 23, "saved  2e"), 1, 150);
	visit_end(s);
}

static void keys_typed_ahead_are_painted_once(void **state)
{
	struct session *s;
	size_t frames, bytes;

	run_free(run(*state, "seq -f 'Line %04.0f of a list.' 1000 >a.txt"));
	s = experienced(*state);
	frames = session_frames(s);
	bytes = session_bytes(s);
	session_type(s, "jjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjjj");
	session_await_row(s, 0, "Line 0061");
	assert_in_range(session_frames(s) - frames, 1, 3);
	assert_in_range(session_bytes(s) - bytes, 1, 3 * 80 * 24);
	visit_end(s);
}

static void a_key_that_changes_nothing_sends_nothing(void **state)
{
	struct session *s;
	size_t bytes;

	files_put_text(*state, "a.txt", ARTICLE);
	s = experienced(*state);
	session_type(s, "W");
	session_await_row(s, 23, "W has no meaning here");
	bytes = session_bytes(s);
	session_type(s, "WWWW");
	session_type(s, "V");
	session_await_row(s, 23, "V has no meaning here");
	assert_in_range(session_bytes(s) - bytes, 1, 40);
	visit_end(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, run_setup, run_teardown)
		TEST(a_line_costs_little_more_than_its_text),
		TEST(a_step_between_names_costs_little),
		TEST(a_mark_costs_little),
		TEST(keys_typed_ahead_are_painted_once),
		TEST(a_key_that_changes_nothing_sends_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
