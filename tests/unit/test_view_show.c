#include "view.h"

#include "support/desk.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define NUMBERED 9 /* bytes of a line of desk_numbered() */

static size_t top_line(const struct view *view)
{
	return view->top / NUMBERED + 1;
}

static struct span lines(size_t first, size_t last)
{
	return (struct span){ (first - 1) * NUMBERED, last * NUMBERED - 1 };
}

static void assert_shown_from(struct desk *desk, struct span span, size_t line)
{
	assert_true(view_show(&desk->view, span));
	desk_fill(desk);
	assert_int_equal(top_line(&desk->view), line);
	assert_true(view_shows(&desk->view, span));
	assert_false(view_show(&desk->view, span));
}

static void showing_scrolls_as_little_as_needed(void **state)
{
	struct desk desk = desk_numbered(100);

	(void)state;
	desk_open(&desk, 10, 40);
	assert_false(view_show(&desk.view, lines(10, 10)));
	assert_shown_from(&desk, lines(11, 12), 3);
	assert_shown_from(&desk, lines(2, 4), 2);
	assert_shown_from(&desk, lines(11, 20), 11);
	assert_shown_from(&desk, lines(20, 21), 12);
	desk_close(&desk);
}

static void of_what_is_larger_than_the_screen_the_beginning_is_shown(void **state)
{
	struct desk desk = desk_numbered(100);

	(void)state;
	desk_open(&desk, 10, 40);
	assert_shown_from(&desk, lines(5, 40), 5);
	assert_true(view_line(&desk.view, 6));
	desk_fill(&desk);
	assert_false(view_shows(&desk.view, lines(5, 40)));
	assert_shown_from(&desk, lines(5, 40), 5);
	desk_close(&desk);
}

static void a_span_is_shown_when_all_its_rows_are(void **state)
{
	struct desk desk = desk_numbered(100);

	(void)state;
	desk_open(&desk, 10, 40);
	assert_true(view_line(&desk.view, 11));
	desk_fill(&desk);
	assert_true(view_shows(&desk.view, lines(11, 20)));
	assert_false(view_shows(&desk.view, lines(10, 11)));
	assert_false(view_shows(&desk.view, lines(20, 21)));
	assert_false(view_shows(&desk.view, lines(1, 2)));
	assert_false(view_shows(&desk.view, lines(40, 41)));
	desk_fold(&desk, "..............x");
	desk_fill(&desk);
	assert_true(view_shows(&desk.view, lines(11, 14)));
	assert_false(view_shows(&desk.view, lines(14, 15)));
	assert_false(view_shows(&desk.view, lines(15, 15)));
	desk_close(&desk);
}

static void an_empty_span_is_shown_by_the_row_of_its_place(void **state)
{
	struct desk desk = desk_numbered(30);
	size_t len = desk.bytes.len;

	(void)state;
	desk_open(&desk, 10, 40);
	assert_true(view_shows(&desk.view, (struct span){ 3, 3 }));
	assert_false(view_shows(&desk.view, (struct span){ len, len }));
	assert_shown_from(&desk, (struct span){ len, len }, 21);
	desk_close(&desk);
}

static void near_is_on_the_screen_or_one_screen_above(void **state)
{
	struct desk desk = desk_numbered(500);
	size_t from = 59 * NUMBERED;

	(void)state;
	desk_open(&desk, 23, 40);
	assert_false(view_near(&desk.view, from, lines(36, 36).start));
	assert_true(view_near(&desk.view, from, lines(37, 37).start));
	assert_true(view_near(&desk.view, from, lines(82, 82).start));
	assert_false(view_near(&desk.view, from, lines(83, 83).start));
	desk_close(&desk);
}

static void progress_is_that_of_the_bottom_row(void **state)
{
	struct desk desk = desk_numbered(200);
	struct span screen;

	(void)state;
	desk_open(&desk, 10, 40);
	assert_int_equal(view_progress(&desk.view), 5);
	screen = view_span(&desk.view);
	assert_int_equal(screen.start, 0);
	assert_int_equal(screen.end, 10 * NUMBERED);
	assert_true(view_line(&desk.view, 190));
	desk_fill(&desk);
	assert_int_equal(view_progress(&desk.view), 99);
	assert_false(view_at_end(&desk.view));
	assert_true(view_end(&desk.view));
	desk_fill(&desk);
	assert_int_equal(view_progress(&desk.view), 100);
	assert_true(view_at_end(&desk.view));
	desk_close(&desk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(showing_scrolls_as_little_as_needed),
		cmocka_unit_test(of_what_is_larger_than_the_screen_the_beginning_is_shown),
		cmocka_unit_test(a_span_is_shown_when_all_its_rows_are),
		cmocka_unit_test(an_empty_span_is_shown_by_the_row_of_its_place),
		cmocka_unit_test(near_is_on_the_screen_or_one_screen_above),
		cmocka_unit_test(progress_is_that_of_the_bottom_row),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests_name("view_show", tests, NULL, NULL);
}
