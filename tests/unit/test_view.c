#include "view.h"

#include "support/desk.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#define NUMBERED 9 /* bytes of a line of desk_numbered() */

static size_t top_line(const struct view *view)
{
	return view->top / NUMBERED + 1;
}

static void press(struct view *view, char key, long count)
{
	long page = count ? count : view->rows;
	long line = count ? count : 1;

	if (key == 'j' || key == ' ')
		view_scroll(view, key == 'j' ? line : page);
	else if (key == 'k' || key == 'b')
		view_scroll(view, key == 'k' ? -line : -page);
	else if (key == '%')
		view_percent(view, (unsigned)count);
	else if (key == 'G' && !count)
		view_end(view);
	else
		view_line(view, (size_t)count);
}

/* The line on top after keys of less, with counts, on `lines` lines and so many rows. */
static size_t top_after(const char *keys, size_t lines, int rows)
{
	struct desk desk = desk_numbered(lines);
	size_t line;
	long count = 0;

	desk_open(&desk, rows, 40);
	for (; *keys; keys++) {
		if (*keys >= '0' && *keys <= '9') {
			count = count * 10 + *keys - '0';
			continue;
		}
		press(&desk.view, *keys, count);
		count = 0;
	}
	desk_fill(&desk);
	line = top_line(&desk.view);
	desk_close(&desk);
	return line;
}

struct habit {
	const char *keys;
	size_t line;
};

static void the_top_row_after_each_key_is_that_of_less(void **state)
{
	/* as less 590 shows 500 lines at 80x24; 12 is its half screen, that of d and u */
	static const struct habit habits[] = {
		{ "", 1 },	    { " ", 24 },	{ "  ", 47 },	     { "  b", 24 },
		{ "b", 1 },	    { "5 ", 6 },	{ "  5b", 42 },	     { "j", 2 },
		{ "k", 1 },	    { "jjjk", 3 },	{ "5j3k", 3 },	     { "100j5k", 96 },
		{ "1000k", 1 },	    { "G", 478 },	{ "50g", 50 },	     { "50G", 50 },
		{ "0g", 1 },	    { "24gb", 1 },	{ "12g12k", 1 },     { "G g", 1 },
		{ "0%", 1 },	    { "1%", 6 },	{ "10%", 51 },	     { "50%", 251 },
		{ "99%", 496 },	    { "100%", 500 },	{ "200%", 500 },     { "50%j", 252 },
		{ "Gk", 477 },	    { "Gb", 455 },	{ "G12k", 466 },     { "G ", 478 },
		{ "Gj", 478 },	    { "G12j", 478 },	{ "477g", 477 },     { "477g12j", 478 },
		{ "478gj", 478 },   { "479g", 479 },	{ "479gk", 478 },    { "490gj", 490 },
		{ "490g ", 490 },   { "490gb", 467 },	{ "499g", 499 },     { "499gj", 499 },
		{ "499g ", 499 },   { "499g12j", 499 }, { "499gk", 498 },    { "499g30k", 469 },
		{ "499gb", 476 },   { "499g12k", 487 }, { "500g", 500 },     { "500gk", 499 },
		{ "500gb", 477 },   { "100%k", 499 },	{ "454g ", 477 },    { "455g ", 478 },
		{ "470g50j", 478 }, { "1000j", 478 },	{ "1000j12k", 466 }, { "501g", 1 },
		{ "50g600g", 50 },
	};

	(void)state;
	for (size_t n = 0; n < sizeof habits / sizeof *habits; n++)
		if (top_after(habits[n].keys, 500, 23) != habits[n].line)
			fail_msg("\"%s\" does not end at line %zu", habits[n].keys,
				 habits[n].line);
}

static void less_is_followed_on_a_small_screen_too(void **state)
{
	(void)state;
	assert_int_equal(top_after(" ", 500, 4), 5);
	assert_int_equal(top_after("G", 500, 4), 497);
	assert_int_equal(top_after("495g ", 500, 4), 497);
	assert_int_equal(top_after("500gb", 500, 4), 496);
}

static void a_text_shorter_than_the_screen_scrolls_only_by_going_to_a_line(void **state)
{
	(void)state;
	assert_int_equal(top_after(" jj", 10, 23), 1);
	assert_int_equal(top_after("G", 10, 23), 1);
	assert_int_equal(top_after("5g", 10, 23), 5);
	assert_int_equal(top_after("5gj", 10, 23), 5);
	assert_int_equal(top_after("5gk", 10, 23), 4);
	assert_int_equal(top_after("10gG", 10, 23), 1);
	assert_int_equal(top_after(" ", 23, 23), 1);
	assert_int_equal(top_after(" ", 24, 23), 2);
}

static void a_motion_says_whether_it_moved(void **state)
{
	struct desk desk = desk_numbered(30);
	struct view *view = &desk.view;

	(void)state;
	desk_open(&desk, 10, 40);
	assert_false(view_scroll(view, 0));
	assert_false(view_scroll(view, -1));
	assert_false(view_begin(view));
	assert_true(view_scroll(view, 1));
	assert_true(view_end(view));
	assert_false(view_end(view));
	assert_false(view_scroll(view, 1));
	assert_true(view_jump(view, 0));
	assert_true(view_line(view, 30));
	assert_false(view_line(view, 31));
	assert_false(view_line(view, SIZE_MAX));
	assert_int_equal(top_line(view), 30);
	desk_close(&desk);
}

static void an_empty_text_has_no_rows(void **state)
{
	struct desk desk = desk_with("");
	struct view *view = &desk.view;

	(void)state;
	desk_open(&desk, 10, 40);
	assert_int_equal(view->count, 0);
	assert_false(view_scroll(view, 1));
	assert_false(view_scroll(view, -1));
	assert_false(view_begin(view) || view_end(view) || view_jump(view, 7));
	assert_false(view_line(view, 1) || view_percent(view, 50));
	assert_false(view_show(view, (struct span){ 0, 0 }));
	assert_false(view_shows(view, (struct span){ 0, 0 }));
	assert_false(view_near(view, 0, 0));
	assert_true(view_at_end(view));
	assert_int_equal(view_progress(view), 100);
	desk_close(&desk);
}

static void blank_lines_are_rows_and_paragraphs_begin_at_their_first(void **state)
{
	struct desk desk = desk_with("\n\nthe ferry left\r\n \r\nat noon");

	(void)state;
	desk_open(&desk, 10, 9);
	assert_string_equal(desk_kinds(&desk), "--pt-p");
	desk_close(&desk);
}

static void a_closed_fold_is_one_row_with_its_blank_lines(void **state)
{
	struct desk desk = desk_with("one\n\ntwo\n\nthree\n\n\nfour\n\n");

	(void)state;
	desk_open(&desk, 10, 9);
	assert_string_equal(desk_kinds(&desk), "p-p-p--p-");
	desk_fold(&desk, ".xx.");
	assert_string_equal(desk_kinds(&desk), "p-fp-");
	assert_int_equal(desk.view.items[2].at, 5);
	assert_int_equal(desk.view.items[2].behind, 18);
	assert_int_equal(desk.view.items[2].fold.run.last, 2);
	desk_fold(&desk, "x..x");
	assert_string_equal(desk_kinds(&desk), "fp-p--f");
	desk_close(&desk);
}

static void walking_back_passes_a_fold_in_one_step(void **state)
{
	struct desk desk = desk_with("one\n\ntwo\n\nthree\n\n\nfour\n");

	(void)state;
	desk_open(&desk, 1, 9);
	desk_fold(&desk, ".xx.");
	assert_true(view_end(&desk.view));
	assert_string_equal(desk_kinds(&desk), "p");
	assert_true(view_scroll(&desk.view, -1));
	assert_string_equal(desk_kinds(&desk), "f");
	assert_true(view_scroll(&desk.view, -1));
	assert_string_equal(desk_kinds(&desk), "-");
	desk_close(&desk);
}

static void a_fold_that_closes_over_the_top_takes_its_place(void **state)
{
	struct desk desk = desk_with("one\n\ntwo\n\nthree\n\n\nfour\n");

	(void)state;
	desk_open(&desk, 2, 9);
	assert_true(view_line(&desk.view, 5));
	desk_fold(&desk, ".xx.");
	assert_string_equal(desk_kinds(&desk), "fp");
	assert_int_equal(desk.view.top, 5);
	desk.article.toggled.open = true;
	assert_string_equal(desk_kinds(&desk), "p-");
	assert_int_equal(desk.view.top, 10);
	desk_close(&desk);
}

static void going_into_a_fold_shows_the_fold(void **state)
{
	struct desk desk = desk_with("one\ntwo\nthree\nfour\n");

	(void)state;
	desk_open(&desk, 2, 9);
	desk_fold(&desk, ".xx.");
	assert_true(view_line(&desk.view, 3));
	assert_string_equal(desk_kinds(&desk), "fp");
	assert_false(view_jump(&desk.view, 5));
	desk_close(&desk);
}

static void the_byte_on_top_outlives_a_change_of_width(void **state)
{
	struct desk desk = desk_with("a ferry that left at noon came back at night\n");

	(void)state;
	desk_open(&desk, 3, 10);
	assert_true(view_scroll(&desk.view, 1));
	desk_fill(&desk);
	assert_int_equal(desk.view.top, 8);
	view_resize(&desk.view, 3, 30);
	desk_fill(&desk);
	assert_int_equal(desk.view.top, 0);
	view_resize(&desk.view, 3, 10);
	desk_fill(&desk);
	assert_int_equal(desk.view.top, 8);
	desk_close(&desk);
}

static void impossible_sizes_become_the_smallest(void **state)
{
	struct desk desk = desk_with("noon\n");

	(void)state;
	desk_open(&desk, 0, -1);
	assert_int_equal(desk.view.rows, 1);
	assert_int_equal(desk.view.columns, 2);
	assert_string_equal(desk_kinds(&desk), "p");
	desk_close(&desk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_top_row_after_each_key_is_that_of_less),
		cmocka_unit_test(less_is_followed_on_a_small_screen_too),
		cmocka_unit_test(
			a_text_shorter_than_the_screen_scrolls_only_by_going_to_a_line),
		cmocka_unit_test(a_motion_says_whether_it_moved),
		cmocka_unit_test(an_empty_text_has_no_rows),
		cmocka_unit_test(blank_lines_are_rows_and_paragraphs_begin_at_their_first),
		cmocka_unit_test(a_closed_fold_is_one_row_with_its_blank_lines),
		cmocka_unit_test(walking_back_passes_a_fold_in_one_step),
		cmocka_unit_test(a_fold_that_closes_over_the_top_takes_its_place),
		cmocka_unit_test(going_into_a_fold_shows_the_fold),
		cmocka_unit_test(the_byte_on_top_outlives_a_change_of_width),
		cmocka_unit_test(impossible_sizes_become_the_smallest),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests_name("view", tests, NULL, NULL);
}
