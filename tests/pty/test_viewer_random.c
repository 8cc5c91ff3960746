/*
 * Any keys in any order, on any text, in a window of any size: the program lives, and sends
 * nothing but what a screen needs.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/files.h"
#include "support/grammar.h"
#include "support/random.h"
#include "support/run.h"
#include "support/visit.h"

enum { ROUNDS = 4, STEPS = 300, KEYS_AT_ONCE = 4, TEXT = 6000 };

/* All that does something, but what leaves. */
static const char *const keys[] = {
	"j",	   "k",	     " ",	 "b",
	"d",	   "u",	     "g",	 "G",
	"%",	   "5",	     "0",	 "ma",
	"'a",	   "''",     "\r",	 "/a\r",
	"?b\r",	   "n",	     "N",	 "s",
	"e",	   "c",	     "P",	 "L",
	"M",	   "x",	     "aword\r",	 "a",
	",",	   ".",	     "<",	 ">",
	"U",	   "\022",   "\t",	 "\033[Z",
	"]",	   "[",	     "\033",	 "v",
	"f",	   "j",	     "\033[A",	 "\033[B",
	"\033[C",  "\033[D", "(",	 ")",
	"{",	   "}",	     "z",	 "Z",
	"i",	   "t",	     "h",	 "=",
	"r",	   ":n\r",   "!x\r",	 "\007",
	"\177",	   "\025",   "\xC3\xA9", "\xFF",
	"\033[5~", "\033[",  "\033O",	 "\033[200~pasted q\033[201~",
};

static void put_text(const char *home, struct dice *dice, size_t round)
{
	char *text;

	if (!round) {
		visit_put_sample(home);
		return;
	}
	text = malloc(TEXT);
	assert_non_null(text);
	dice_utf8ish(dice, text, TEXT);
	for (size_t n = 0; n < TEXT; n++) /* it would be a binary file */
		text[n] = text[n] ? text[n] : '"';
	files_put(home, "a.txt", text, TEXT);
	free(text);
}

static void step(struct session *s, struct dice *dice)
{
	char typed[256] = "";

	if (!dice_below(dice, 12)) {
		session_resize(s, 1 + (int)dice_below(dice, 120),
			       1 + (int)dice_below(dice, 40));
		return;
	}
	for (size_t n = dice_below(dice, KEYS_AT_ONCE) + 1; n; n--)
		strcat(typed, keys[dice_below(dice, sizeof keys / sizeof *keys)]);
	session_type(s, typed);
}

static void any_keys_in_any_order_are_harmless(void **state)
{
	struct dice dice = { 20 };

	for (size_t round = 0; round < ROUNDS; round++) {
		struct session *s;

		put_text(*state, &dice, round);
		s = visit(*state);
		session_await_row(s, 23, "h help");
		for (int n = 0; n < STEPS; n++)
			step(s, &dice);
		session_resize(s, 80, 24);
		/* An end to whatever was begun: a sequence, a paste, a prompt, a pane. */
		session_type(s, "~\033[201~\007\007\007\007=");
		session_await_row(s, 23, "byte");
		session_type(s, "q");
		assert_int_equal(session_await_exit(s), 0);
		assert_true(session_restored(s));
		grammar_check(session_output(s), session_bytes(s));
		session_free(s);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(any_keys_in_any_order_are_harmless, run_setup,
						run_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
