/*
 * Reading: folds, searching, bookmarks, files, what the last row says.
 */
#include "support/reader.h"

#include "support/files.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* Long enough to be prose, so that their repeats fold. */
#define FIRST                                                                                  \
	"The harbour board met on Monday evening to hear what the ferry had cost the town "    \
	"over the last ten years.\n"
#define SECOND                                                                                 \
	"Nobody spoke for the ferry at first, and then an old sailor stood up and spoke for "  \
	"a long while.\n"

static const char folded[] =
	FIRST SECOND FIRST SECOND "You may also like\n"
				  "Ten bridges that changed a coast\n"
				  "Why the herring stayed away this year\n";

static const char lines[] = "alpha one\nbeta two\ngamma three\ndelta four\nepsilon five\n"
			    "zeta six\neta seven\ntheta eight\niota nine\nkappa ten\n"
			    "alpha eleven\nlambda twelve\n";

static struct reader *r;

static int teardown(void **state)
{
	(void)state;
	reader_close(r);
	return 0;
}

static int open_folded(void **state)
{
	(void)state;
	r = reader_open(folded, 10, 80);
	return 0;
}

static int open_lines(void **state)
{
	(void)state;
	r = reader_open(lines, 6, 60);
	return 0;
}

static void folds_say_what_they_hide(void **state)
{
	(void)state;
	assert_string_equal(reader_row(r, 4), "     ··· 2 paragraphs repeat 1–2 ···");
	assert_string_equal(reader_row(r, 5), "     ··· 3 lines of teasers ···");
	assert_string_equal(reader_row(r, 6), "");
}

static void z_opens_the_next_fold_and_closes_it_again(void **state)
{
	(void)state;
	reader_press(r, "z");
	assert_non_null(strstr(reader_row(r, 4), "The harbour board met"));
	assert_non_null(strstr(reader_styles(r), "ddddd"));
	reader_press(r, "j j j j z");
	assert_non_null(strstr(reader_screen(r), "2 paragraphs repeat 1–2"));
}

static void a_count_before_z_is_the_nth_fold(void **state)
{
	(void)state;
	reader_press(r, "2 z");
	assert_non_null(strstr(reader_screen(r), "2 paragraphs repeat 1–2"));
	assert_non_null(strstr(reader_screen(r), "Ten bridges"));
	reader_press(r, "9 z");
	assert_non_null(strstr(reader_row(r, -1), "there is no such fold"));
}

static void capital_z_opens_and_closes_all(void **state)
{
	(void)state;
	reader_press(r, "Z");
	assert_null(strstr(reader_screen(r), "···"));
	reader_press(r, "Z");
	assert_non_null(strstr(reader_screen(r), "··· 3 lines of teasers ···"));
}

static void i_explains_the_fold_paragraph_by_paragraph(void **state)
{
	(void)state;
	reader_press(r, "i");
	assert_non_null(strstr(reader_screen(r), "lines 3–4 repeat lines 1–2, same"));
}

static void a_command(const char *words)
{
	reader_press(r, "colon");
	reader_type(r, words);
	reader_press(r, "Enter");
}

static void what_is_unfolded_stays_so_for_the_session(void **state)
{
	const char *const texts[] = { folded, "another file\n", NULL };

	(void)state;
	r = reader_open_all(texts, 10, 80);
	reader_press(r, "2 z");
	a_command("n");
	a_command("p");
	assert_non_null(strstr(reader_screen(r), "2 paragraphs repeat 1–2"));
	assert_non_null(strstr(reader_screen(r), "Ten bridges"));
	reader_resize(r, 12, 70);
	reader_press(r, "R Z Z 1 z");
	a_command("n");
	a_command("p");
	assert_null(strstr(reader_screen(r), "2 paragraphs repeat 1–2"));
	assert_non_null(strstr(reader_screen(r), "3 lines of teasers"));
	reader_press(r, "Z");
	a_command("n");
	a_command("p");
	assert_null(strstr(reader_screen(r), "···"));
}

static void names_in_a_closed_fold_are_no_stops(void **state)
{
	(void)state;
	reader_press(r, "e e");
	assert_string_equal(reader_marks(r), "entity date Monday (ada)\n");
	reader_press(r, "Esc G e");
	assert_string_equal(reader_focus(r), "");
}

static void a_hit_inside_a_fold_counts_and_opens_it(void **state)
{
	(void)state;
	reader_press(r, "/");
	reader_type(r, "sailor");
	reader_press(r, "Enter");
	assert_non_null(strstr(reader_row(r, -1), "1 of 2"));
	assert_non_null(strstr(reader_styles(r), "HHHHHH"));
	reader_press(r, "n");
	assert_non_null(strstr(reader_row(r, -1), "2 of 2"));
	assert_null(strstr(reader_screen(r), "paragraphs repeat"));
}

static void a_hit_goes_to_the_top_and_is_counted(void **state)
{
	(void)state;
	reader_press(r, "/");
	reader_type(r, "alpha");
	reader_press(r, "Enter n");
	assert_string_equal(reader_row(r, 0), "  alpha eleven");
	assert_non_null(strstr(reader_row(r, -1), "2 of 2"));
	reader_press(r, "n");
	assert_non_null(strstr(reader_row(r, -1), "not found below: alpha"));
	reader_press(r, "N");
	assert_string_equal(reader_row(r, 0), "  alpha one");
}

static void all_hits_are_shown_the_current_one_apart(void **state)
{
	(void)state;
	reader_press(r, "/");
	reader_type(r, "ta");
	reader_press(r, "Enter");
	assert_string_equal(reader_row(r, 0), "  beta two");
	assert_int_equal(strncmp(reader_styles(r), "....HH", 6), 0);
	assert_non_null(strstr(reader_styles(r), "\n.....hh"));
}

static void case_counts_only_where_the_pattern_has_capitals(void **state)
{
	(void)state;
	reader_press(r, "/");
	reader_type(r, "Alpha");
	reader_press(r, "Enter");
	assert_non_null(strstr(reader_row(r, -1), "not found below: Alpha"));
}

static void a_wrong_pattern_says_what_is_wrong(void **state)
{
	(void)state;
	reader_press(r, "/");
	reader_type(r, "a(b");
	reader_press(r, "Enter");
	assert_non_null(strstr(reader_row(r, -1), "pattern"));
}

static void n_without_a_search_says_so(void **state)
{
	(void)state;
	reader_press(r, "n");
	assert_non_null(strstr(reader_row(r, -1), "no search yet"));
}

static void a_bookmark_brings_back(void **state)
{
	(void)state;
	reader_press(r, "4 g m a G");
	reader_press(r, "apostrophe a");
	assert_string_equal(reader_row(r, 0), "  delta four");
	reader_press(r, "apostrophe b");
	assert_non_null(strstr(reader_row(r, -1), "no bookmark"));
}

static void m_tells_a_beginner_what_it_is_for(void **state)
{
	(void)state;
	reader_press(r, "m");
	assert_non_null(strstr(reader_row(r, -1), "bookmark letter (marking is s e c v)"));
}

static void a_line_that_is_not_there_is_said(void **state)
{
	(void)state;
	reader_press(r, "9 9 g");
	assert_non_null(strstr(reader_row(r, -1), "there is no line 99"));
}

static void a_count_is_shown_while_it_is_typed(void **state)
{
	(void)state;
	reader_press(r, "1 2");
	assert_non_null(strstr(reader_row(r, -1), ":12"));
}

static void where_tells_line_and_byte(void **state)
{
	(void)state;
	reader_press(r, "3 g equal");
	assert_non_null(strstr(reader_row(r, -1), "line 3, byte 19 of"));
}

static void a_row_within_a_line_tells_the_lines_number(void **state)
{
	(void)state;
	r = reader_open(FIRST SECOND, 3, 60);
	reader_press(r, "j =");
	assert_non_null(strstr(reader_row(r, -1), "line 1, byte "));
	reader_press(r, "G =");
	assert_non_null(strstr(reader_row(r, -1), "line 2, byte "));
}

static void an_empty_text_begins_without_a_word(void **state)
{
	(void)state;
	r = reader_open("", 6, 60);
	reader_press(r, "g");
	assert_null(strstr(reader_row(r, -1), "no line"));
	reader_press(r, "2 g");
	assert_non_null(strstr(reader_row(r, -1), "there is no line 2"));
}

static void the_help_is_drawn_from_the_table(void **state)
{
	(void)state;
	reader_resize(r, 40, 80);
	reader_press(r, "h");
	assert_non_null(strstr(reader_screen(r), "space f PageDown"));
	reader_press(r, "q");
	assert_false(r->viewer.leave);
	reader_press(r, "q");
	assert_true(r->viewer.leave);
}

static void an_exclamation_mark_swallows_a_command_of_less(void **state)
{
	(void)state;
	reader_press(r, "! q");
	assert_false(r->viewer.leave);
	reader_press(r, "Enter q");
	assert_true(r->viewer.leave);
}

static void colon_q_leaves_and_others_are_said(void **state)
{
	(void)state;
	reader_press(r, "colon");
	reader_type(r, "wq");
	reader_press(r, "Enter");
	assert_non_null(strstr(reader_row(r, -1), "no command :wq"));
	reader_press(r, "colon");
	reader_type(r, "q");
	reader_press(r, "Enter");
	assert_true(r->viewer.leave);
}

static void prompts_edit_by_clusters(void **state)
{
	(void)state;
	reader_press(r, "/");
	reader_type(r, "abe\u0301x");
	reader_press(r, "Left Backspace");
	assert_string_equal(reader_row(r, -1), "/abx");
	reader_press(r, "C-u");
	assert_string_equal(reader_row(r, -1), "/x");
}

static void a_pasted_page_is_dropped_outside_a_prompt(void **state)
{
	(void)state;
	viewer_paste(&r->viewer, "qqq", 3);
	assert_non_null(strstr(reader_row(r, -1), "pasted text is dropped"));
	assert_false(r->viewer.leave);
	reader_press(r, "/");
	viewer_paste(&r->viewer, "two\nlines", 9);
	assert_string_equal(reader_row(r, -1), "/two lines");
}

static void a_change_on_disk_is_told(void **state)
{
	(void)state;
	files_put_text(r->home, "a.txt", "another text\n");
	viewer_poll(&r->viewer);
	assert_non_null(strstr(reader_row(r, -1), "changed on disk"));
	assert_string_equal(reader_row(r, 0), "  alpha one");
}

static void the_smallest_screens_are_painted(void **state)
{
	(void)state;
	for (int rows = 1; rows < 6; rows++)
		for (int columns = 1; columns < 24; columns++) {
			reader_resize(r, rows, columns);
			reader_press(r, "j k");
		}
}

static void several_files_are_gone_through(void **state)
{
	const char *const texts[] = { "first file\n", "second file\n", NULL };

	(void)state;
	r = reader_open_all(texts, 5, 60);
	reader_press(r, "colon");
	reader_type(r, "n");
	reader_press(r, "Enter");
	assert_string_equal(reader_row(r, 0), "  second file");
	assert_non_null(strstr(reader_row(r, -1), "b.txt (2 of 2)"));
	reader_press(r, "colon");
	reader_type(r, "n");
	reader_press(r, "Enter");
	assert_non_null(strstr(reader_row(r, -1), "no next file"));
	reader_press(r, "colon");
	reader_type(r, "p");
	reader_press(r, "Enter");
	assert_string_equal(reader_row(r, 0), "  first file");
}

static void an_empty_file_is_an_empty_screen(void **state)
{
	(void)state;
	r = reader_open("", 5, 60);
	assert_string_equal(reader_row(r, 0), "");
	reader_press(r, "j k space b G g s v / Esc Tab z i x U");
	assert_string_equal(reader_row(r, 0), "");
}

#define FOLDED(name) cmocka_unit_test_setup_teardown(name, open_folded, teardown)
#define LINES(name)  cmocka_unit_test_setup_teardown(name, open_lines, teardown)

static const char page[] =
	"Lindvik Courier\nHome\nHarbour\nTown\nWeather\nSport\nTides\n"
	"Search\nSign in\nContact\nFamilies\nBoats\nQuays\nIce\n" FIRST SECOND
	"Share\nTerms of use\n";

static void a_whole_page_opens_at_its_first_text_and_says_so(void **state)
{
	(void)state;
	r = reader_open(page, 6, 80);
	assert_non_null(strstr(reader_row(r, 0), "The harbour board met"));
	assert_string_equal(reader_row(r, -1), "g goes to the top: a whole page, it seems, "
					       "opened at its first text");
	reader_resize(r, 6, 20);
	assert_non_null(strstr(reader_row(r, 0), "The harbour"));
	assert_string_equal(reader_row(r, -1), "g goes to the top: …");
	reader_press(r, "g");
	assert_string_equal(reader_row(r, 0), "  Lindvik Courier");
	assert_null(strstr(reader_row(r, -1), "page"));
	reader_press(r, "G");
	assert_null(strstr(reader_screen(r), "···"));
}

static void a_page_left_at_its_top_opens_there_again(void **state)
{
	(void)state;
	r = reader_open_all((const char *const[]){ lines, page, NULL }, 6, 80);
	reader_press(r, ":");
	reader_type(r, "n");
	reader_press(r, "Enter");
	assert_non_null(strstr(reader_row(r, 0), "The harbour board met"));
	assert_non_null(strstr(reader_row(r, -1), "(2 of 2): opened at its first text"));
	reader_press(r, "g :");
	reader_type(r, "p");
	reader_press(r, "Enter :");
	reader_type(r, "n");
	reader_press(r, "Enter");
	assert_non_null(strstr(reader_row(r, 0), "Lindvik Courier"));
	assert_null(strstr(reader_row(r, -1), "opened"));
}

/* More than is folded before the first screen; its last two paragraphs repeat the first ones.
 */
static int open_long(void **state)
{
	struct buf text = BUF_EMPTY;

	(void)state;
	buf_add_string(&text, FIRST SECOND);
	for (int n = 1; text.len < 100000; n++)
		buf_printf(&text, "Boat %d brought %d casks of oil to the quay.\n", n, n * 7);
	buf_add_string(&text, "Nobody came on Monday.\n\n" FIRST SECOND);
	r = reader_open(text.at, 12, 80);
	buf_release(&text);
	return 0;
}

/* The end, before it is folded: then it is folded under the reader's eyes. */
static void see_the_end(void)
{
	viewer_key(&r->viewer, 'G');
	assert_non_null(strstr(reader_screen(r), "The harbour board met"));
	assert_non_null(strstr(reader_screen(r), "Nobody spoke for the ferry"));
	assert_true(r->viewer.article->folds.finished);
	assert_non_null(strstr(reader_styles(r), "ddddd"));
}

static void what_is_folded_later_stays_while_it_is_on_the_screen(void **state)
{
	(void)state;
	see_the_end();
	reader_press(r, "k k");
	assert_non_null(strstr(reader_screen(r), "The harbour board met"));
	assert_null(strstr(reader_screen(r), "···"));
	reader_press(r, "g G");
	assert_non_null(strstr(reader_screen(r), "··· 2 paragraphs repeat 1–2 ···"));
	assert_null(strstr(reader_screen(r), "The harbour board met"));
}

static void what_stays_on_the_screen_is_folded_by_z(void **state)
{
	(void)state;
	see_the_end();
	reader_press(r, "z");
	assert_non_null(strstr(reader_screen(r), "··· 2 paragraphs repeat 1–2 ···"));
	reader_press(r, "z");
	assert_non_null(strstr(reader_screen(r), "The harbour board met"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FOLDED(folds_say_what_they_hide),
		FOLDED(z_opens_the_next_fold_and_closes_it_again),
		FOLDED(a_count_before_z_is_the_nth_fold),
		FOLDED(capital_z_opens_and_closes_all),
		FOLDED(i_explains_the_fold_paragraph_by_paragraph),
		FOLDED(names_in_a_closed_fold_are_no_stops),
		FOLDED(a_hit_inside_a_fold_counts_and_opens_it),
		LINES(a_hit_goes_to_the_top_and_is_counted),
		LINES(all_hits_are_shown_the_current_one_apart),
		LINES(case_counts_only_where_the_pattern_has_capitals),
		LINES(a_wrong_pattern_says_what_is_wrong),
		LINES(n_without_a_search_says_so),
		LINES(a_bookmark_brings_back),
		LINES(m_tells_a_beginner_what_it_is_for),
		LINES(a_line_that_is_not_there_is_said),
		LINES(a_count_is_shown_while_it_is_typed),
		LINES(where_tells_line_and_byte),
		LINES(the_help_is_drawn_from_the_table),
		LINES(an_exclamation_mark_swallows_a_command_of_less),
		LINES(colon_q_leaves_and_others_are_said),
		LINES(prompts_edit_by_clusters),
		LINES(a_pasted_page_is_dropped_outside_a_prompt),
		LINES(a_change_on_disk_is_told),
		LINES(the_smallest_screens_are_painted),
		cmocka_unit_test_teardown(several_files_are_gone_through, teardown),
		cmocka_unit_test_teardown(what_is_unfolded_stays_so_for_the_session, teardown),
		cmocka_unit_test_teardown(a_row_within_a_line_tells_the_lines_number, teardown),
		cmocka_unit_test_teardown(an_empty_text_begins_without_a_word, teardown),
		cmocka_unit_test_teardown(an_empty_file_is_an_empty_screen, teardown),
		cmocka_unit_test_teardown(a_whole_page_opens_at_its_first_text_and_says_so,
					  teardown),
		cmocka_unit_test_teardown(a_page_left_at_its_top_opens_there_again, teardown),
#define LONG(test) cmocka_unit_test_setup_teardown(test, open_long, teardown)
		LONG(what_is_folded_later_stays_while_it_is_on_the_screen),
		LONG(what_stays_on_the_screen_is_folded_by_z),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
