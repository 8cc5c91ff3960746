/*
 * What comes from the keyboard: typed ahead, torn, pasted, unknown. Nothing of it may write
 * what the reader didn't see and mean.
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
	"Marta Lund painted the hull.\n"                                                       \
	"\"It is over,\" said Olav Brekke.\n"                                                  \
	"\"It has only begun,\" said Henrik Vaslund.\n"                                        \
	"Nobody answered.\n"

/* A viewer that is ready for keys. */
static struct session *ready(const char *home)
{
	struct session *s;

	files_put_text(home, "a.txt", ARTICLE);
	s = visit(home);
	session_await_row(s, 23, "h help");
	return s;
}

/* Leaves, and checks that nothing was written. */
static void end_unwritten(struct session *s)
{
	assert_false(files_exist(session_home(s), VISIT_SIDECAR));
	visit_end(s);
}

static void keys_typed_ahead_of_their_focus_are_dropped(void **state)
{
	struct session *s = ready(*state);

	session_type(s, "ss");
	session_await(s, "1 key dropped: it came before its focus was shown");
	session_type(s, "\033");
	session_await_row(s, 23, "h help");
	session_type(s, "sxxs");
	session_await(s, "3 keys dropped: they came before their focus was shown");
	end_unwritten(s);
}

static void a_burst_of_kind_keys_marks_at_most_what_was_shown(void **state)
{
	struct session *s = ready(*state);

	session_type(s, "s");
	session_await(s, "quote?");
	session_type(s, "ssssssss");
	session_await(s, "keys dropped");
	assert_int_equal(files_lines(*state, VISIT_SIDECAR), 1);
	visit_end(s);
}

static void enter_before_the_program_is_ready_is_enter(void **state)
{
	struct session *s;

	files_put_text(*state, "a.txt", ARTICLE);
	s = visit(*state);
	session_type(s, "/hull\r");
	session_await(s, "1 of 1");
	visit_end(s);
}

static void a_pasted_page_is_dropped(void **state)
{
	struct session *s = ready(*state);

	session_type(s, "\033[200~ssss xxx q :q\r eee\n\033[A U\033[201~");
	session_await(s, "pasted text is dropped: only a prompt takes it");
	session_type(s, "/");
	session_await_row(s, 23, "/");
	session_type(s, "\033[200~hull\033[201~");
	session_await_row(s, 23, "/hull");
	session_type(s, "\r");
	session_await(s, "1 of 1");
	end_unwritten(s);
}

static void a_paste_of_several_lines_is_one_line_in_a_prompt(void **state)
{
	struct session *s = ready(*state);

	session_type(s, "/");
	session_await_row(s, 23, "/");
	session_type(s, "\033[200~one\r\ntwo\nthree\033[201~");
	session_await_row(s, 23, "three");
	assert_null(strstr(session_screen(s), "not found"));
	session_type(s, "\033");
	session_await_row(s, 23, "h help");
	end_unwritten(s);
}

/*
 * The escape character acts at once, as Esc: that the focus goes shows that it was read alone.
 * What comes behind it in pieces may be read together.
 */
static void a_sequence_torn_in_two_never_runs_as_keys(void **state)
{
	static const char *const sequences[][2] = {
		{ "[A" },
		{ "OB" },
		{ "[", "B" },
		{ "[1", ";5C" },
		{ "O", "P" },
		{ "[", "200~xes\033[201~" },
		{ "[200~xes\033[2", "01~" },
		{ "[200~x\033[x", "\033[201~" },
		{ "[99", ";7x" },
		{ "[5", "~" },
	};
	struct session *s = ready(*state);

	for (size_t n = 0; n < sizeof sequences / sizeof *sequences; n++) {
		session_type(s, "s");
		session_await_row(s, 23, "quote?");
		session_type(s, "\033");
		session_await_row(s, 23, "h help");
		session_type(s, sequences[n][0]);
		if (sequences[n][1])
			session_type(s, sequences[n][1]);
		session_type(s, "/seen");
		session_await_row(s, 23, "/seen");
		session_type(s, "\033");
		session_await_row(s, 23, "h help");
	}
	end_unwritten(s);
}

static void alt_keys_and_unknown_sequences_do_nothing(void **state)
{
	struct session *s = ready(*state);

	session_type(s, "\033q\033s\033x\033Q\033:");
	session_type(s, "\033[15~\033[1;2A\033[<0;1;1M\033[?1;2c\033OS");
	session_type(s, "/seen");
	session_await_row(s, 23, "/seen");
	assert_string_equal(session_row(s, 23), "/seen");
	session_type(s, "\033");
	session_await_row(s, 23, "h help");
	end_unwritten(s);
}

static void keys_without_a_meaning_say_so(void **state)
{
	struct session *s = ready(*state);

	session_type(s, "W");
	session_await(s, "W has no meaning here: h is help");
	session_type(s, "\xC3\xA9");
	session_await(s, "\xC3\xA9 has no meaning here");
	session_type(s, "\001");
	session_await(s, "C-a has no meaning here");
	session_type(s, "x");
	session_await(s, "nothing is in focus");
	session_type(s, "!shutdown now\r");
	session_await_row(s, 23, "h help");
	session_type(s, ":");
	session_await_row(s, 23, ":");
	session_type(s, "!reboot\r");
	session_await(s, "there is no command :!reboot");
	end_unwritten(s);
}

static void bytes_that_are_no_text_do_nothing(void **state)
{
	struct session *s = ready(*state);

	session_type(s, "\xFF\xFE\xC3\x28\xED\xA0\x80\xF0\x9F");
	session_type(s, "/seen");
	session_await(s, "/seen");
	session_type(s, "\033");
	session_await_row(s, 23, "h help");
	end_unwritten(s);
}

static void a_count_goes_before_a_motion_and_never_before_a_writing_key(void **state)
{
	struct session *s;

	run_free(run(*state, "seq -f 'Line %03.0f of a list.' 500 >a.txt"));
	s = visit(*state);
	session_await(s, "Line 001");
	session_type(s, "12");
	session_await_row(s, 23, ":12");
	session_type(s, "j");
	session_await_row(s, 0, "Line 013");
	session_type(s, "300g");
	session_await_row(s, 0, "Line 300");
	session_type(s, "99999999999999999999999g");
	session_await(s, "there is no line");
	session_type(s, "99999999999999999999999j");
	session_await_row(s, 22, "Line 500");
	session_type(s, "99999999999999999999999k");
	session_await_row(s, 0, "Line 001");
	session_type(s, "3x");
	session_await(s, "a count means nothing before this key");
	end_unwritten(s);
}

static void an_interrupt_stops_a_prompt_and_nothing_else(void **state)
{
	struct session *s = ready(*state);

	session_type(s, "/half a wo");
	session_await_row(s, 23, "/half a wo");
	session_type(s, "\003");
	session_await_row(s, 23, "h help");
	session_type(s, "\003");
	session_await(s, "q leaves");
	end_unwritten(s);
}

static void a_prompt_is_edited(void **state)
{
	struct session *s = ready(*state);

	session_type(s, "/\xE6\x97\xA5\xE6\x9C\xAC e\xCC\x81");
	session_await_row(s, 23, "/\xE6\x97\xA5\xE6\x9C\xAC e\xCC\x81");
	assert_int_equal(session_cursor(s).column, 7);
	session_type(s, "\177\177\177");
	session_await_gone(s, "\xE6\x9C\xAC");
	assert_string_equal(session_row(s, 23), "/\xE6\x97\xA5");
	session_type(s, "\033[D\177hull\025");
	session_type(s, "\033[Dnobody  answered\027\033OHx");
	session_await_row(s, 23, "/xnobody  ");
	session_type(s, "\033");
	session_await_row(s, 23, "h help");
	end_unwritten(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, run_setup, run_teardown)
		TEST(keys_typed_ahead_of_their_focus_are_dropped),
		TEST(a_burst_of_kind_keys_marks_at_most_what_was_shown),
		TEST(enter_before_the_program_is_ready_is_enter),
		TEST(a_pasted_page_is_dropped),
		TEST(a_paste_of_several_lines_is_one_line_in_a_prompt),
		TEST(a_sequence_torn_in_two_never_runs_as_keys),
		TEST(alt_keys_and_unknown_sequences_do_nothing),
		TEST(keys_without_a_meaning_say_so),
		TEST(bytes_that_are_no_text_do_nothing),
		TEST(a_count_goes_before_a_motion_and_never_before_a_writing_key),
		TEST(an_interrupt_stops_a_prompt_and_nothing_else),
		TEST(a_prompt_is_edited),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
