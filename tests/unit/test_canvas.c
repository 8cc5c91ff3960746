/*
 * The canvas: what is painted, and what is left out.
 */
#include <limits.h>
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "canvas.h"

enum { ROWS = 3, COLUMNS = 10 };

struct scene {
	struct canvas canvas;
	struct buf dump;
};

static int set_up(void **state)
{
	static struct scene scene;
	struct err err;

	scene = (struct scene){ .dump = BUF_EMPTY };
	assert_true(canvas_init(&scene.canvas, ROWS, COLUMNS, &err));
	*state = &scene;
	return 0;
}

/* Whatever a test did: the columns of each row add up, and a wide cell has its right half. */
static int tear_down(void **state)
{
	struct scene *scene = *state;

	for (int row = 0; row < scene->canvas.rows; row++) {
		int columns = 0;

		for (int column = 0; column < scene->canvas.columns; column++) {
			assert_int_equal(canvas_cell(&scene->canvas, row, column)->columns == 0,
					 columns > column);
			columns += canvas_cell(&scene->canvas, row, column)->columns;
		}
		assert_int_equal(columns, scene->canvas.columns);
	}
	canvas_release(&scene->canvas);
	buf_release(&scene->dump);
	return 0;
}

static void assert_text(struct scene *scene, const char *text)
{
	buf_clear(&scene->dump);
	canvas_text(&scene->canvas, &scene->dump);
	assert_string_equal(scene->dump.at, text);
}

static void assert_styles(struct scene *scene, const char *letters)
{
	buf_clear(&scene->dump);
	canvas_styles(&scene->canvas, &scene->dump);
	assert_string_equal(scene->dump.at, letters);
}

static int write_at(struct scene *scene, int row, int column, const char *text)
{
	return canvas_string(&scene->canvas, (struct spot){ row, column }, COLUMNS, text,
			     STYLE_TEXT);
}

static void a_new_canvas_is_blank(void **state)
{
	struct scene *scene = *state;

	assert_text(scene, "\n\n\n");
	assert_styles(scene, "\n\n\n");
	assert_int_equal(scene->canvas.cursor_row, -1);
}

static void sizes_are_clamped(void **state)
{
	struct canvas canvas;
	struct err err;

	(void)state;
	assert_true(canvas_init(&canvas, 0, -5, &err));
	assert_int_equal(canvas.rows, 1);
	assert_int_equal(canvas.columns, 1);
	canvas_release(&canvas);
	assert_true(canvas_init(&canvas, 1, INT_MAX, &err));
	assert_int_equal(canvas.columns, 1000);
	canvas_release(&canvas);
}

static void writing_returns_the_first_free_column(void **state)
{
	assert_int_equal(write_at(*state, 1, 2, "abc"), 5);
	assert_text(*state, "\n  abc\n\n");
}

static void what_fits_exactly_is_not_cut(void **state)
{
	assert_int_equal(write_at(*state, 0, 0, "0123456789"), 10);
	assert_text(*state, "0123456789\n\n\n");
}

static void what_does_not_fit_ends_in_an_ellipsis(void **state)
{
	assert_int_equal(write_at(*state, 0, 0, "0123456789a"), 10);
	assert_text(*state, "012345678…\n\n\n");
}

static void a_wide_cluster_is_cut_whole(void **state)
{
	assert_int_equal(write_at(*state, 0, 0, "12345678日本"), 10);
	assert_text(*state, "12345678 …\n\n\n");
}

static void the_limit_holds_before_the_canvas_ends(void **state)
{
	struct scene *scene = *state;

	assert_int_equal(
		canvas_string(&scene->canvas, (struct spot){ 0, 1 }, 4, "abcdef", STYLE_TEXT),
		4);
	assert_text(scene, " ab…\n\n\n");
}

static void nothing_is_written_outside(void **state)
{
	assert_int_equal(write_at(*state, -1, 0, "a"), 0);
	assert_int_equal(write_at(*state, ROWS, 0, "a"), 0);
	assert_int_equal(write_at(*state, 0, -3, "a"), -3);
	assert_int_equal(write_at(*state, 0, COLUMNS, "a"), COLUMNS);
	assert_text(*state, "\n\n\n");
}

static void a_wide_cluster_takes_two_cells(void **state)
{
	struct scene *scene = *state;

	assert_int_equal(write_at(scene, 0, 0, "日x"), 3);
	assert_string_equal(canvas_cell(&scene->canvas, 0, 0)->text, "日");
	assert_int_equal(canvas_cell(&scene->canvas, 0, 0)->columns, 2);
	assert_int_equal(canvas_cell(&scene->canvas, 0, 1)->columns, 0);
	assert_string_equal(canvas_cell(&scene->canvas, 0, 2)->text, "x");
}

static void marks_stay_with_their_base(void **state)
{
	struct scene *scene = *state;

	assert_int_equal(write_at(scene, 0, 0, "e\u0301a"), 2);
	assert_string_equal(canvas_cell(&scene->canvas, 0, 0)->text, "e\u0301");
}

static void overwriting_a_left_half_blanks_the_right_one(void **state)
{
	write_at(*state, 0, 0, "日");
	write_at(*state, 0, 0, "a");
	assert_text(*state, "a\n\n\n");
}

static void overwriting_a_right_half_blanks_the_left_one(void **state)
{
	write_at(*state, 0, 0, "日b");
	write_at(*state, 0, 1, "a");
	assert_text(*state, " ab\n\n\n");
}

static void a_wide_cluster_over_two_others_blanks_both(void **state)
{
	write_at(*state, 0, 0, "日本b");
	write_at(*state, 0, 1, "語");
	assert_text(*state, " 語 b\n\n\n");
}

static void escape_sequences_are_shown_not_kept(void **state)
{
	struct scene *scene = *state;

	write_at(scene, 0, 0, "a\033[7mb");
	for (int column = 0; column < COLUMNS; column++)
		assert_null(strchr(canvas_cell(&scene->canvas, 0, column)->text, '\033'));
	assert_text(scene, "a^[[7mb\n\n\n");
}

static void a_token_takes_a_cell_a_byte(void **state)
{
	struct scene *scene = *state;

	assert_int_equal(write_at(scene, 0, 0, "a\u202eb"), 8);
	assert_string_equal(canvas_cell(&scene->canvas, 0, 1)->text, "<");
	assert_text(scene, "a<202E>b\n\n\n");
}

static void a_blank_is_a_cell_without_text(void **state)
{
	struct scene *scene = *state;

	write_at(scene, 0, 0, "xx");
	write_at(scene, 0, 0, " x");
	assert_string_equal(canvas_cell(&scene->canvas, 0, 0)->text, "");
}

static void equal_cells_have_equal_bytes(void **state)
{
	struct scene *scene = *state;

	write_at(scene, 0, 0, "<202E>日");
	write_at(scene, 0, 0, "ab");
	write_at(scene, 1, 0, "ab");
	assert_memory_equal(canvas_cell(&scene->canvas, 0, 0),
			    canvas_cell(&scene->canvas, 1, 0), 2 * sizeof(struct cell));
}

static void a_fill_is_clipped(void **state)
{
	struct scene *scene = *state;

	write_at(scene, 1, 0, "0123456789");
	canvas_fill(&scene->canvas, (struct area){ 1, 7, 100, 100 }, STYLE_STATUS);
	assert_text(scene, "\n0123456\n\n");
	assert_styles(scene, "\n.......sss\n.......sss\n");
	canvas_fill(&scene->canvas, (struct area){ -5, -5, 6, 7 }, STYLE_FOLD);
	assert_styles(scene, "ff\n.......sss\n.......sss\n");
	canvas_fill(&scene->canvas, (struct area){ 0, 0, -1, -1 }, STYLE_HIT);
	canvas_fill(&scene->canvas, (struct area){ INT_MIN, INT_MAX, INT_MAX, INT_MAX },
		    STYLE_HIT);
	assert_styles(scene, "ff\n.......sss\n.......sss\n");
}

static void a_fill_parts_what_is_wide(void **state)
{
	struct scene *scene = *state;

	write_at(scene, 0, 0, "日本語");
	canvas_fill(&scene->canvas, (struct area){ 0, 1, 1, 2 }, STYLE_TEXT);
	assert_text(scene, "    語\n\n\n");
}

static void clearing_hides_the_cursor_too(void **state)
{
	struct scene *scene = *state;

	write_at(scene, 0, 0, "日本");
	scene->canvas.cursor_row = 1;
	canvas_clear(&scene->canvas);
	assert_text(scene, "\n\n\n");
	assert_int_equal(scene->canvas.cursor_row, -1);
}

static void every_style_has_a_letter_of_its_own(void **state)
{
	(void)state;
	for (int a = 0; a < STYLES; a++) {
		assert_non_null(style_rows[a].name);
		for (int b = 0; b < a; b++)
			assert_int_not_equal(style_rows[a].letter, style_rows[b].letter);
	}
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_new_canvas_is_blank),
		TEST(sizes_are_clamped),
		TEST(writing_returns_the_first_free_column),
		TEST(what_fits_exactly_is_not_cut),
		TEST(what_does_not_fit_ends_in_an_ellipsis),
		TEST(a_wide_cluster_is_cut_whole),
		TEST(the_limit_holds_before_the_canvas_ends),
		TEST(nothing_is_written_outside),
		TEST(a_wide_cluster_takes_two_cells),
		TEST(marks_stay_with_their_base),
		TEST(overwriting_a_left_half_blanks_the_right_one),
		TEST(overwriting_a_right_half_blanks_the_left_one),
		TEST(a_wide_cluster_over_two_others_blanks_both),
		TEST(escape_sequences_are_shown_not_kept),
		TEST(a_token_takes_a_cell_a_byte),
		TEST(a_blank_is_a_cell_without_text),
		TEST(equal_cells_have_equal_bytes),
		TEST(a_fill_is_clipped),
		TEST(a_fill_parts_what_is_wide),
		TEST(clearing_hides_the_cursor_too),
		TEST(every_style_has_a_letter_of_its_own),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
