/*
 * The program as a whole: help, version, what is said about bad input, and outputs that
 * are closed, full, or a terminal.
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
#include "support/run.h"
#include "support/session.h"

enum { HELP_ROWS = 24, HELP_COLUMNS = 80 };

static void the_help_fits_a_terminal(void **state)
{
	struct ran *ran = run(*state, "diple --help");
	int rows = 0;

	for (const char *row = ran->out; *row; rows++) {
		const size_t len = strcspn(row, "\n");

		assert_in_range(len, 0, HELP_COLUMNS);
		row += len + (row[len] == '\n');
	}
	assert_in_range(rows, 10, HELP_ROWS);
	assert_int_equal(ran->status, 0);
	run_free(ran);
}

static void the_version_is_one_line(void **state)
{
	run_expect(*state, "diple --version | grep -cx 'diple [0-9.]*'",
		   &(struct expected){ .out = "1\n" });
}

static void every_command_has_a_help(void **state)
{
	run_expect(*state,
		   "for c in fold suggest mark unmark list check; do"
		   " diple $c --help | head -n 1 | cut -d ' ' -f 1-3; done",
		   &(struct expected){ .out = "usage: diple fold\nusage: diple suggest\n"
					      "usage: diple mark\nusage: diple unmark\n"
					      "usage: diple list\nusage: diple check\n" });
}

static void options_come_in_every_common_form(void **state)
{
	files_put_text(*state, "a.txt", "One.\n");
	run_expect(*state,
		   "diple fold --paragraphs=line a.txt; diple fold a.txt --paragraphs block;"
		   "diple fold -- a.txt",
		   &(struct expected){ .out = "One.\nOne.\nOne.\n" });
}

static void a_wrong_option_is_named_with_where_to_read_more(void **state)
{
	static const char *const cases[][2] = {
		{ "fold --jsn", "fold: there is no option --jsn; see diple fold --help" },
		{ "fold -x", "fold: there is no option -x; see diple fold --help" },
		{ "fold --json=1", "fold: --json takes no argument; see diple fold --help" },
		{ "list --kind", "list: --kind needs KIND; see diple list --help" },
		{ "list --kind ship",
		  "list: --kind: there is no kind \"ship\"; see diple list --help" },
		{ "list --status lost",
		  "list: --status: \"lost\" is none of exact, moved, changed, ambiguous, "
		  "orphan; see diple list --help" },
		{ "--paragraphs page",
		  "--paragraphs: \"page\" is none of auto, line, block; see diple --help" },
		{ "--width 7x", "--width: \"7x\" is no number; see diple --help" },
		{ "--width 99999999999", "--width: 99999999999 is not from 20 to 1000; "
					 "see diple --help" },
		{ "--as ''", "--as: a name can't be empty; see diple --help" },
	};

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char script[128], words[256];

		snprintf(script, sizeof script, "diple %s", cases[i][0]);
		snprintf(words, sizeof words, "diple: %s", cases[i][1]);
		run_expect(*state, script, &(struct expected){ .status = 2, .words = words });
	}
}

static void what_is_no_text_gets_one_sentence(void **state)
{
	files_put(*state, "binary", "ab\0c", 4);
	run_expect(
		*state,
		"mkdir d; mkfifo p; diple suggest d 2>&1; diple fold p 2>&1; diple fold binary "
		"2>&1;"
		"diple fold '' 2>&1",
		&(struct expected){
			.status = 2,
			.out = "diple: d: is a directory; name the files in it\n"
			       "diple: p: is a named pipe; give it to diple as its standard "
			       "input\n"
			       "diple: binary: is a binary file (a NUL byte at 2); diple "
			       "reads text\n"
			       "diple: : can't be opened: No such file or directory\n" });
}

static void a_word_that_is_no_command_is_a_file(void **state)
{
	run_expect(
		*state, "diple help",
		&(struct expected){
			.status = 2,
			.words = "diple: help: can't be opened: No such file or directory" });
}

static void the_locale_changes_nothing(void **state)
{
	files_put_text(*state, "a.txt", "Caf\xC3\xA9.\n");
	run_expect(*state, "LC_ALL=C diple fold --json a.txt; LC_ALL=nowhere diple fold a.txt",
		   &(struct expected){
			   .out = "{\"file\":\"a.txt\",\"n\":1,\"start\":0,\"end\":5,\"state\":"
				  "\"shown\",\"of\":null,\"score\":null,\"why\":\"\"}\n"
				  "Caf\xC3\xA9.\n" });
}

static void a_closed_or_full_output_is_trouble(void **state)
{
	files_put_text(*state, "a.txt", "One.\n");
	run_expect(
		*state, "diple fold a.txt >&-",
		&(struct expected){ .status = 2, .words = "diple: standard output is closed" });
	run_expect(*state, "diple fold a.txt >/dev/full",
		   &(struct expected){
			   .status = 2,
			   .words = "diple: standard output: No space left on device" });
	run_expect(*state, "diple fold gone.txt 2>&-", &(struct expected){ .status = 2 });
}

static void a_closed_input_is_trouble(void **state)
{
	run_expect(
		*state, "diple fold <&-",
		&(struct expected){
			.status = 2,
			.words = "diple: standard input: can't be read: Bad file descriptor" });
}

static void a_reader_that_leaves_ends_the_program_quietly(void **state)
{
	run_expect(*state,
		   "seq -f 'Line %.0f of a long list of boats.' 30000 >a.txt;"
		   "{ diple --no-fold a.txt; echo $? >status; } | head -n 1; cat status",
		   &(struct expected){ .out = "Line 1 of a long list of boats.\n2\n" });
}

/* What the program sends to a terminal when it is given `arguments`. */
static struct session *shown(const char *home, const char *first, const char *second)
{
	struct session *s = session_start(&(struct session_options){
		.arguments = { first, second },
		.home = home,
		.frameless = true,
	});

	session_await_exit(s);
	return s;
}

static void an_article_is_made_safe_for_a_terminal(void **state)
{
	struct session *s;

	files_put_text(*state, "a.txt", "\xEF\xBB\xBFOne\033[2J.\r\nTwo\xE2\x80\xAE.\n");
	s = shown(*state, "fold", "a.txt");
	assert_null(strchr(session_output(s), '\033'));
	assert_null(strstr(session_output(s), "\xE2\x80\xAE"));
	assert_null(strstr(session_output(s), "\xEF\xBB\xBF"));
	assert_non_null(strstr(session_output(s), "One"));
	session_free(s);
}

static void a_hostile_name_is_made_safe_in_messages(void **state)
{
	struct session *s = shown(*state, "fold", "x\033]0;owned\007\n.txt");
	const char *output = session_output(s);
	struct ran *ran = run(*state, "diple fold \"$(printf 'x\\033[2J')\"");

	assert_null(strchr(output, '\033'));
	assert_null(strchr(output, '\007'));
	assert_null(strchr(ran->words, '\033'));
	assert_int_equal(ran->status, 2);
	run_free(ran);
	session_free(s);
}

static void the_examples_of_the_manual_run(void **state)
{
	char *page = realpath("man/diple.1", NULL);
	char script[1024];

	assert_non_null(page);
	files_put_text(*state, "news.txt", "\"No,\" said Marta Lund.\n");
	snprintf(script, sizeof script,
		 "set -e; eval \"$(awk '/^[.]Sh/ { on = /EXAMPLES/ } /^[.]Ed/ { example = 0 }"
		 " on && example { print } /^[.]Bd/ { example = 1 }' '%s')\" >out;"
		 "grep -c . out",
		 page);
	run_expect(*state, script, &(struct expected){ .out = "8\n" });
	free(page);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, run_setup, run_teardown)
		TEST(the_help_fits_a_terminal),
		TEST(the_version_is_one_line),
		TEST(every_command_has_a_help),
		TEST(options_come_in_every_common_form),
		TEST(a_wrong_option_is_named_with_where_to_read_more),
		TEST(what_is_no_text_gets_one_sentence),
		TEST(a_word_that_is_no_command_is_a_file),
		TEST(the_locale_changes_nothing),
		TEST(a_closed_or_full_output_is_trouble),
		TEST(a_closed_input_is_trouble),
		TEST(a_reader_that_leaves_ends_the_program_quietly),
		TEST(an_article_is_made_safe_for_a_terminal),
		TEST(a_hostile_name_is_made_safe_in_messages),
		TEST(the_examples_of_the_manual_run),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
