/*
 * Texts, names and marks by somebody who wants the terminal to obey. Whatever is shown of
 * them, wherever: what is sent holds nothing but text and the screen's own sequences.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/files.h"
#include "support/grammar.h"
#include "support/run.h"
#include "support/visit.h"

#define OWNED                                                                                  \
	"\033]0;owned\007\033P1$r\033\\\033[5i\x9B"                                            \
	"31m\xC2\x9D"                                                                          \
	"52;c;eA==\xC2\x9C"

/* clang-format off */
static const char words[] =
	"Start of it, said Marta Lund: \"" OWNED "Yes.\"\n"
	"\x01\x02\x03\x04\x05\x06\x07\x08\t\x0B\x0C\x0D\x0E\x0F\x10\x11\x12\x13\x14\x15\x16"
	"\x17\x18\x19\x1A\x1B\x1C\x1D\x1E\x1F\x7F\n"
	"\x80\x81\x84\x85\x8D\x90\x98\x9B\x9C\x9D\x9E\x9F\xC0\xAF\xED\xA0\x80\xF4\x90\x80\x80\xFF\n"
	"\xC2\x80\xC2\x85\xC2\x90\xC2\x9B" "31m\xC2\x9D" "0;owned\xC2\x9C\n"
	"bidi \xE2\x80\xAE" "evil\xE2\x80\xAC \xE2\x81\xA6" "x\xE2\x81\xA9 \xD8\x9C \xE2\x80\x8F\n"
	"zero\xE2\x80\x8B" "width\xEF\xBB\xBF\xE2\x81\xA0\xC2\xAD\xE2\x80\xA8\xE2\x80\xA9\n"
	"tags \xF3\xA0\x81\x81\xF3\xA0\x81\xBF private \xEE\x80\x80 \xF4\x8F\xBF\xBD\n"
	"zalgo Z\xCC\x81\xCC\x82\xCC\x83\xCC\x84\xCC\x85\xCC\x86\xCC\x87\xCC\x88\xCC\x89\xCC\x8A\n"
	"family \xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 "
	"\xF0\x9F\x91\x8D\xF0\x9F\x8F\xBD \xE2\x9D\xA4\xEF\xB8\x8F \xF0\x9F\x87\xB3\xF0\x9F\x87\xB4\n"
	"\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E \xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D "
	"\xD8\xB3\xD9\x84\xD8\xA7\xD9\x85 \xED\x95\x9C\xEA\xB8\x80\n"
	"\033[2J\033[H\033[?1049l\033[?2026h\033]52;c;eA==\007\033]8;;http://x\033\\y\033c\n"
	"The end, wrote Olav Brekke.\n";
/* clang-format on */

/* Ends the session, then looks at all that was sent. */
static void end_clean(struct session *s)
{
	session_type(s, "\007\007q");
	session_await_exit(s);
	assert_true(session_restored(s));
	grammar_check(session_output(s), session_bytes(s));
	assert_null(strstr(session_output(s), "\033]"));
	session_free(s);
}

static void the_grammar_tells_good_from_bad(void **state)
{
	static const char *const good[] = {
		"", "a\r\n", "\033[1;31m", "\033[?1049h", "\033(B", "\xE2\x80\x93", "\033[12;1H"
	};
	static const char *const bad[] = { "\033",	   "\033]0;x\007", "\x9B",
					   "\xC2\x9B",	   "\033[5i",	   "\033[?47h",
					   "\xE2\x80\xAE", "\033[",	   "\007",
					   "\t",	   "\033[6n",	   "\xFF",
					   "\033P" };

	(void)state;
	for (size_t n = 0; n < sizeof good / sizeof *good; n++)
		assert_int_equal(grammar_length(good[n], strlen(good[n])), strlen(good[n]));
	for (size_t n = 0; n < sizeof bad / sizeof *bad; n++)
		assert_int_equal(grammar_length(bad[n], strlen(bad[n])), 0);
}

static void a_hostile_article_is_only_shown(void **state)
{
	static const int sizes[][2] = { { 80, 24 }, { 20, 5 }, { 200, 60 }, { 3, 2 } };
	struct session *s;

	files_put(*state, "a.txt", words, sizeof words - 1);
	for (size_t n = 0; n < sizeof sizes / sizeof *sizes; n++) {
		s = visit_sized(*state, sizes[n][0], sizes[n][1]);
		session_await_row(s, 0, "S");
		session_type(s, "  G g jjjjjjjjjjjjjjjj");
		session_type(s, "/end, wrote\r");
		session_await_row(s, 0, n < 3 ? "The end" : "e");
		end_clean(s);
	}
}

static void what_is_hidden_shows_as_what_it_is(void **state)
{
	struct session *s;

	files_put(*state, "a.txt", words, sizeof words - 1);
	s = visit(*state);
	session_await(s, "^[]0;owned^G^[P1$r^[\\^[[5i");
	session_await(s, "bidi <202E>evil<202C>");
	session_await(s, "\xE6\x97\xA5\xE6\x9C\xAC\xE8\xAA\x9E");
	session_await(s, "^[[2J^[[H^[[?1049l");
	end_clean(s);
}

static void walks_marks_and_panes_of_a_hostile_article_are_clean(void **state)
{
	struct session *s;

	files_put(*state, "a.txt", words, sizeof words - 1);
	s = visit(*state);
	session_type(s, "s");
	session_await(s, "quote?");
	session_type(s, "i");
	session_await(s, "Why this quote is suggested");
	session_type(s, "q");
	session_await_gone(s, "Why");
	session_type(s, "s");
	session_await_row(s, 23, "1s");
	session_type(s, "g]\r");
	session_await(s, "by         ada");
	session_type(s, "q");
	session_await_gone(s, "by         ada");
	session_type(s, "v");
	session_await(s, "type a letter");
	session_type(s, "ff");
	end_clean(s);
}

static void typed_and_pasted_controls_are_clean(void **state)
{
	struct session *s;

	files_put(*state, "a.txt", words, sizeof words - 1);
	s = visit(*state);
	session_await_row(s, 0, "Start");
	session_type(s, "/");
	session_await_row(s, 23, "/");
	session_type(s, "\033[200~x\007\xC2\x9D\xE2\x80\xAE\x16y\033[201~");
	session_await_row(s, 23, "y");
	session_type(s, "\r");
	session_await_row(s, 23, "not found below: x");
	session_type(s, ":");
	session_await_row(s, 23, ":");
	session_type(s, "\033[200~z\007\xC2\x9D"
			"0;owned\xC2\x9C\033[201~\r");
	session_await_row(s, 23, "there is no command :z");
	end_clean(s);
}

static void hostile_marks_are_clean(void **state)
{
	struct session *s;

	files_put(*state, "a.txt", words, sizeof words - 1);
	run_free(run(*state, "diple mark --kind entity --exact 'Marta Lund' --note n0te a.txt;"
			     "evil='\\\\u001b]0;owned\\\\u0007\\\\u202e\\\\u009b31m';"
			     "sed -i \"s/\\\"ada\\\"/\\\"e$evil\\\"/g; s/n0te/n$evil/g;"
			     " s/\\\"created\\\":\\\"/&$evil/\" a.txt.ann.jsonl"));
	assert_int_equal(files_lines(*state, VISIT_SIDECAR), 2);
	s = visit(*state);
	session_type(s, "]");
	session_await_row(s, 23, " by e^[]0;owned^G<202E>");
	session_type(s, "x");
	session_await_row(s, 23, "this is a mark of e^[]0;owned");
	session_type(s, "\r");
	session_await(s, "note by e^[]0;owned^G<202E>");
	end_clean(s);
}

static void a_damaged_sidecar_does_not_keep_from_reading(void **state)
{
	struct session *s;

	files_put(*state, "a.txt", words, sizeof words - 1);
	files_put_text(*state, VISIT_SIDECAR,
		       "{\"id\":\"\033]0;owned\007\n\xFF\xFE\n[[[[[[\n{}\nnull\n" OWNED "\n{");
	s = visit(*state);
	session_await_row(s, 0, "Start");
	session_await_row(s, 23, "lines of the sidecar are no records, and stay as they are");
	session_type(s, "s");
	session_await(s, "quote?");
	session_type(s, "s");
	session_await_row(s, 23, "1s");
	end_clean(s);
	run_expect(*state, "diple list --kind quote a.txt 2>&- | wc -l",
		   &(struct expected){ .out = "1\n" });
}

static void a_hostile_name_is_clean(void **state)
{
	static const char name[] = "x\033]0;owned\007\xC2\x9B\xE2\x80\xAE\nz.txt";
	struct session *s;

	files_put_text(*state, name, "One.\n");
	s = session_start(&(struct session_options){
		.arguments = { name },
		.environment = { "TERM=\033]0;owned\007", "DIPLE_USER=\033]0;owned\007" },
		.home = *state });
	session_await(s, "One.");
	session_await(s, "unknown terminal \"^[]0;owned^G\"");
	session_type(s, "=");
	session_await(s, "x^[]0;owned^G");
	end_clean(s);
}

static void a_card_cuts_long_words_between_characters(void **state)
{
	struct session *s;

	run_free(run(*state,
		     "{ printf 'xx'; for n in $(seq 300); do printf '\346\227\245'; done; "
		     "echo; } >a.txt; diple mark --kind claim --span 0-302 a.txt"));
	s = visit(*state);
	session_type(s, "]\r");
	session_await(s, "words      xx");
	session_await(s, "by         ada");
	assert_null(strstr(session_screen(s), "\xEF\xBF\xBD"));
	end_clean(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, run_setup, run_teardown)
		TEST(the_grammar_tells_good_from_bad),
		TEST(a_hostile_article_is_only_shown),
		TEST(what_is_hidden_shows_as_what_it_is),
		TEST(walks_marks_and_panes_of_a_hostile_article_are_clean),
		TEST(typed_and_pasted_controls_are_clean),
		TEST(hostile_marks_are_clean),
		TEST(a_damaged_sidecar_does_not_keep_from_reading),
		TEST(a_hostile_name_is_clean),
		TEST(a_card_cuts_long_words_between_characters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
