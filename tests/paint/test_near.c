/*
 * Paragraphs that repeat others with a change: what was read before is dimmed, what is new
 * stands out, a sign in the gutter tells where they begin.
 */
#include "support/folding.h"
#include "support/reader.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define COUNTED(who, count) who " counted " count " boats beyond the mole of the harbour."
#define LONG                                                                                   \
	"The harbour board met on Monday evening to hear what the ferry had cost the town "    \
	"over the last ten years."

static struct reader *r;

static int teardown(void **state)
{
	(void)state;
	reader_close(r);
	return 0;
}

/* On a screen of 64 columns: text begins in column 2. */
static void open_text(const char *text)
{
	r = reader_open(text, 10, 64);
}

/* The same without suggestions, which have styles of their own. */
static void open_bare(const char *text)
{
	open_text(text);
	reader_press(r, "t");
}

static void assert_styles(int row, const char *expected)
{
	const char *styles = reader_styles(r);
	char line[256];

	while (row--)
		styles += strcspn(styles, "\n") + 1;
	snprintf(line, sizeof line, "%.*s", (int)strcspn(styles, "\n"), styles);
	assert_string_equal(line, expected);
}

/* clang-format off */
static void what_was_read_is_dimmed_and_what_is_new_is_clear(void **state)
{
	(void)state;
	open_bare(COUNTED("We", "12") "\n" COUNTED("We", "15") "\n");
	assert_string_equal(reader_row(r, 0), "  We counted 12 boats beyond the mole of the harbour.");
	assert_styles(0, "");
	assert_string_equal(reader_row(r, 1), "~ We counted 15 boats beyond the mole of the harbour.");
	assert_styles(1, "..dddddddddddnndddddddddddddddddddddddddddddddddddddd");
}

static void a_change_may_reach_over_rows(void **state)
{
	(void)state;
	open_bare(LONG "\n" LONG " Nobody at all spoke for it, which was what the mayor had asked for.\n");
	assert_styles(2, "..dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd");
	assert_string_equal(reader_row(r, 3), "  had cost the town over the last ten years. Nobody at all spoke");
	assert_styles(3, "..dddddddddddddddddddddddddddddddddddddddddddnnnnnnnnnnnnnnnnnnn");
	assert_string_equal(reader_row(r, 4), "  for it, which was what the mayor had asked for.");
	assert_styles(4, "..nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn");
}

/* Two pictures that are joined are one cluster. */
static void a_cluster_is_new_if_any_of_it_is(void **state)
{
	(void)state;
	open_bare(COUNTED("We", "👩\u200d🚀") "\n" COUNTED("We", "👩\u200d🚒") "\n");
	assert_styles(1, "..dddddddddddnndddddddddddddddddddddddddddddddddddddd");
}

static void suggestions_are_dimmed_with_the_words_around_them(void **state)
{
	(void)state;
	open_text(COUNTED("Ada Holm", "many") "\n" COUNTED("Ada Lund", "many") "\n");
	assert_styles(0, "..eeeeeeee");
	assert_string_equal(reader_row(r, 1), "~ Ada Lund counted many boats beyond the mole of the harbour.");
	assert_styles(1, "..22225555ddddddddddddddddddddddddddddddddddddddddddddddddddd");
}

static void a_mark_a_hit_and_the_focus_stand_out_everywhere(void **state)
{
	(void)state;
	open_text("One.\n" COUNTED("Ada Holm", "many") "\n" COUNTED("Ada Holm", "few") "\n");
	reader_press(r, "3 g e");
	assert_styles(0, "..FFFFFFFFdddddddddnnndddddddddddddddddddddddddddddddddddddd");
	reader_press(r, "P Esc /");
	reader_type(r, "beyond");
	reader_press(r, "Enter n");
	assert_styles(0, "E.EEEEEEEEdddddddddnnndddddddHHHHHHddddddddddddddddddddddddd");
}
/* clang-format on */

static void the_sign_leaves_the_first_column_to_marks(void **state)
{
	(void)state;
	open_text(
		"One line.\n" COUNTED("Ada Holm", "many") "\n" COUNTED("Ada Holm", "few") "\n");
	reader_press(r, "3 g e P");
	assert_int_equal(strncmp(reader_row(r, 0), "e~Ada", 5), 0);
	reader_press(r, "Esc v Enter Right s");
	assert_int_equal(strncmp(reader_row(r, 0), "s+Ada", 5), 0);
}

static void only_the_first_row_has_the_sign(void **state)
{
	(void)state;
	open_bare(LONG "\n" LONG " Nobody spoke.\n");
	assert_int_equal(strncmp(reader_row(r, 2), "~ The", 5), 0);
	assert_int_equal(strncmp(reader_row(r, 3), "  had", 5), 0);
}

static void what_stands_inside_another_is_all_dimmed(void **state)
{
	(void)state;
	open_bare(LONG "\nA line.\nwhat the ferry had cost the town over the last\n");
	assert_int_equal(reader_row(r, 3)[0], '~');
	assert_styles(3, "..dddddddddddddddddddddddddddddddddddddddddddddd");
}

static void what_is_too_long_to_compare_is_all_clear(void **state)
{
	struct buf text = BUF_EMPTY;

	(void)state;
	folding_add_long(&text, 2100, "two");
	folding_add_long(&text, 2100, "one");
	open_bare(text.at);
	reader_press(r, "2 g");
	assert_int_equal(reader_row(r, 0)[0], '~');
	assert_styles(0, "");
	buf_release(&text);
}

static void without_folding_nothing_is_known(void **state)
{
	(void)state;
	open_bare(COUNTED("We", "12") "\n" COUNTED("We", "15") "\n");
	r->viewer.article->unfolded = true;
	assert_int_equal(reader_row(r, 1)[0], ' ');
	assert_styles(1, "");
}

/* More than are kept, and again after others were asked for. */
static void many_of_them_are_painted_alike(void **state)
{
	struct buf text = BUF_EMPTY;

	(void)state;
	for (int n = 100; n < 400; n++)
		buf_printf(&text, "We counted %d boats beyond the mole of the harbour.\n", n);
	r = reader_open(text.at, 302, 64);
	reader_press(r, "t");
	for (int row = 1; row < 300; row++) {
		if (row % 50 == 1)
			assert_styles(row, "..dddddddddddnnndddddddddddddddddddddddddddddddddd"
					   "dddd");
		assert_int_equal(reader_row(r, row)[0], '~');
	}
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_teardown(name, teardown)
		TEST(what_was_read_is_dimmed_and_what_is_new_is_clear),
		TEST(a_change_may_reach_over_rows),
		TEST(a_cluster_is_new_if_any_of_it_is),
		TEST(suggestions_are_dimmed_with_the_words_around_them),
		TEST(a_mark_a_hit_and_the_focus_stand_out_everywhere),
		TEST(the_sign_leaves_the_first_column_to_marks),
		TEST(only_the_first_row_has_the_sign),
		TEST(what_stands_inside_another_is_all_dimmed),
		TEST(what_is_too_long_to_compare_is_all_clear),
		TEST(without_folding_nothing_is_known),
		TEST(many_of_them_are_painted_alike),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
