/*
 * Reading is as in less: after the same keys the same line stands on top.
 *
 * Both programs run on the same file, and nothing is written down here of what
 * less does: less is asked. A script ends in a search prompt with a word of its
 * own. Its echo tells, without a silence to guess at, that all keys before were
 * done, and an open prompt moves nothing.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../support/files.h"
#include "../support/session.h"

#define LENGTH(array) (sizeof(array) / sizeof(*(array)))

#define UP	  "\033OA"
#define DOWN	  "\033OB"
#define HOME	  "\033OH"
#define END	  "\033OF"
#define PAGE_UP	  "\033[5~"
#define PAGE_DOWN "\033[6~"

#define LAST_WORD "zqx"

// clang-format off
static const char *const scripts[] = {
	/* pages and half pages; d and u remember their count, for each other too */
	"", " ", "  ", "f", " b", "  b", "b", "5 ", "5  ", "  5b", "3f",
	"d", "dd", "dddu", "u", "10d", "10dd", "10ddu", "10duu ", "5ud", "20 d",
	PAGE_DOWN, (PAGE_DOWN PAGE_DOWN PAGE_UP), ("5" PAGE_DOWN), "100 5 ",
	/* lines */
	"j", "k", "jjjk", "5j", "5j3k", "\r", "5\r", DOWN, (DOWN DOWN UP), ("5" DOWN),
	"100j", "100j5k", "1000k",
	/* jumps */
	"g", " g", "G", "50g", "50G", "0g", "0G", "23g", "24g", "24gb", "12gu",
	HOME, END, (" " END HOME), ("G" HOME), "10jG10jg",
	"0%", "1%", "10%", "50%", "99%", "100%", "50%j", "200%",
	/* the end stops forward keys; a jump may go beyond, and back works from there */
	"Gk", "G5k", "Gb", "G2b", "Gu", "G ", "Gj", "Gd", "G\r", "G2 ",
	"476g", "477g", "477gd", "478gj", "479g", "479gk", "490gj", "490g ", "490gb",
	"499g", "499gj", "499g ", "499gd", "499gk", "499g30k", "499gb", "499gu",
	"500g", "500gk", "500gb", "100%k", "454g ", "455g ", "456g ", "470gd", "470g10j",
	"470g50j", "1000j", "1000 ", "1000d", "1000du", "1000j5k", "499gr", "499gR",
	/* back to where it was: only far jumps count */
	"50g''", "50g''''", "50gG''", " 50j''", "jjj''", "10j''", "50g''j''", "50gGG''",
	"30g35g''", "30g35g''''", "60g36g''", "60g37g''", "60g82g''", "60g83g''",
	"480g470g''", "480g456g''", "G490g''", "478gG''", "50%51%''", "200g80%''",
	/* bookmarks */
	"10jma50g'a", "10jma50g'a''", "10jma5k'a", "10jma5k'a''", "10jma100g'a''",
	"100gma200gmb'a'b''", "10j'^", "10j'$", "200g'$''",
	/* search: a hit goes on top, seen already or not */
	"/line 100\r", "/line 001\r", "/line 015\r", "/line 023\r", "/line 024\r", "3j/line 002\r",
	"/ten\r", "/ten\rn", "/ten\rnn", "/ten\rnnN", "/ten\rN", "/ten\r3n", "3/ten\r",
	"20g/ten\r", "20g/ten\rn", "/ten\r50gn", "/ten\r50gN", "/ten\r/ten\r", "/ten\r/\r",
	"/ten\rjjn", "/ten\rjjN", "/ten\r n", "/ten\r N", "/ten\rGn", "/ten\rgn", "/ten\r500gN",
	"20g?ten\r", "200g?ten\r", "200g?ten\rn", "200g?ten\rN", "200g2?ten\r", "200g?ten\r2n",
	"200g?line 222\r", "200g?line 223\r", "200g/line 200\r", "200g?line 200\r",
	"200g/line 005\r", "200g/line 5\r", "/line 500\r", "/line 495\r", "/line 499\rk",
	"G?ten\r", "G/ten\r", "G?line 485\r", "G?line 477\r", "/nothing\r", "/nothing\rj",
	"50g/line 060\r''", "50g/line 100\r''", "10j/line 100\rn''", "/l.ne 0[3]0\r",
	/* what moves nothing */
	"10jr", "10jR", "10j=", "10j=j", "10jhq", "10jhqj",
	/* only the lines that match */
};

static const char *const small_scripts[] = {
	"", " ", "  ", "d", "dd", "ddu", "3ddu", "10du", "5 ", "5 b", "j", "k", "100j", "1000j",
	"G", "Gk", "Gb", "Gu", "499g", "499gb", "496g", "495g ", "493g ", "50gu", "50gd", "50%",
	"60g55g''", "60g56g''", "60g63g''", "60g64g''", "/ten\r", "/ten\rn", "20g?ten\r",
};

static const char *const short_scripts[] = {
	" ", "j", "k", "g", "b", "d", "u", "5g", "5gj", "5gk", "5gb", "10g", "10g ", "10gu",
	"3g5k", "50%", "100%b", "5g''", "/line 005\r", "/line 005\rn", "/line 005\r''",
	"/line 010\rb", "?line 005\r", "/nothing\r", "5gr", ("5g" HOME),
};
// clang-format on

struct comparison {
	char *home; /* of both programs; holds the file */
	int columns;
	int rows;
};

/* Lines of one length, so that a percentage of lines is one of bytes. */
static void put_lines(const char *home, int lines)
{
	char *text = NULL;
	size_t length = 0;
	FILE *out = open_memstream(&text, &length);

	assert_non_null(out);
	for (int line = 1; line <= lines; line++)
		fprintf(out, "line %03d %s\n", line, line % 10 == 0 ? "ten" : "any");
	fclose(out);
	files_put(home, "lines.txt", text, length);
	free(text);
}

/* The top row after `keys`, from its first word on: owned. */
static char *top_row(const struct comparison *with, const char *program, const char *keys)
{
	struct session *s = session_start(&(struct session_options){
		.program = program,
		.arguments = { "lines.txt" },
		.home = with->home,
		.columns = with->columns,
		.rows = with->rows,
	});
	const char *row, *word;
	char *top;

	session_await(s, "line 001");
	session_type(s, keys);
	session_type(s, "/" LAST_WORD);
	session_await(s, LAST_WORD);
	row = session_row(s, 0);
	word = strstr(row, "line ");
	top = strdup(word ? word : row);
	session_free(s);
	return top;
}

static void print_keys(const char *keys)
{
	for (; *keys; keys++)
		print_error((unsigned char)*keys < ' ' ? "^%c" : "%c",
			    (unsigned char)*keys < ' ' ? *keys + '@' : *keys);
}

static bool scrolls_alike(const struct comparison *with, const char *keys)
{
	char *less = top_row(with, "less", keys);
	char *ours = top_row(with, NULL, keys);
	const bool alike = strcmp(less, ours) == 0;

	if (!alike) {
		print_error("after \"");
		print_keys(keys);
		print_error("\" less shows \"%s\", we \"%s\"\n", less, ours);
	}
	free(less);
	free(ours);
	return alike;
}

static bool less_is_here(void)
{
	struct session *s = session_start(&(struct session_options){
		.program = "sh",
		.arguments = { "-c", "command -v less" },
	});
	const bool here = session_await_exit(s) == 0;

	session_free(s);
	return here;
}

static void compare(struct comparison with, int lines, const char *const *keys, size_t count)
{
	size_t unlike = 0;

	if (!less_is_here())
		skip();
	with.home = files_new();
	put_lines(with.home, lines);
	for (size_t i = 0; i < count; i++)
		unlike += !scrolls_alike(&with, keys[i]);
	files_remove(with.home);
	assert_int_equal(unlike, 0);
}

static void a_long_file_scrolls_as_in_less(void **state)
{
	(void)state;
	compare((struct comparison){ .columns = 80, .rows = 24 }, 500, scripts,
		LENGTH(scripts));
}

static void the_smallest_screen_scrolls_as_in_less(void **state)
{
	(void)state;
	compare((struct comparison){ .columns = 20, .rows = 5 }, 500, small_scripts,
		LENGTH(small_scripts));
}

static void a_short_file_scrolls_as_in_less(void **state)
{
	(void)state;
	compare((struct comparison){ .columns = 80, .rows = 24 }, 10, short_scripts,
		LENGTH(short_scripts));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_long_file_scrolls_as_in_less),
		cmocka_unit_test(the_smallest_screen_scrolls_as_in_less),
		cmocka_unit_test(a_short_file_scrolls_as_in_less),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
