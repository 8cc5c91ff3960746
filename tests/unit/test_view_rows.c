#include "view_rows.h"

#include "support/desk.h"
#include "support/random.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Paragraphs of words, blank lines, line ends of both kinds, now and then no last one. */
static struct desk random_desk(struct dice *dice)
{
	static const char *const parts[] = { "ferry ",
					     "a ",
					     "at noon, ",
					     "\n",
					     "\n",
					     "\r\n",
					     "\n\n",
					     " \n\n\n",
					     "  ",
					     "the harbour ",
					     "\xE6\xB8\xAF\xE5\x8F\xA3",
					     "\r" };
	struct desk desk = { .bytes = BUF_EMPTY };
	size_t count = dice_below(dice, 300);

	for (size_t n = 0; n < count; n++)
		buf_add_string(&desk.bytes,
			       parts[dice_below(dice, sizeof parts / sizeof *parts)]);
	return desk;
}

/* Hides about a third of the paragraphs, neighbours often together. */
static void random_folds(struct desk *desk, struct dice *dice)
{
	char states[256];

	for (size_t n = 0; n < sizeof states; n++)
		states[n] = ".x"[(dice_roll(dice) & dice_roll(dice) & 1) != 0];
	states[sizeof states - 1] = '\0';
	desk_fold(desk, states);
}

static int random_columns(struct dice *dice)
{
	return (int)(2 + dice_below(dice, dice_below(dice, 2) ? 99 : 10));
}

static void desk_randomize(struct desk *desk, struct dice *dice)
{
	if (dice_below(dice, 3) == 0)
		desk->article.mode = PARAGRAPH_BLOCK;
	desk_open(desk, (int)(1 + dice_below(dice, 60)), random_columns(dice));
	random_folds(desk, dice);
	desk_fill(desk);
	desk_model(desk);
}

static void assert_row(const struct view_row *row, const struct view_row *expected)
{
	assert_int_equal(row->kind, expected->kind);
	assert_int_equal(row->at, expected->at);
	assert_int_equal(row->behind, expected->behind);
	assert_true(span_equal(row->span, expected->span));
	assert_int_equal(row->first, expected->first);
	assert_int_equal(row->hyphen, expected->hyphen);
	assert_int_equal(row->columns, expected->columns);
	assert_true(span_equal(row->fold.span, expected->fold.span));
}

/* The screen holds what the model says, from the model's row `top`. */
static void assert_screen(struct desk *desk, size_t top)
{
	const struct model *model = &desk->model;
	size_t rows = (size_t)desk->view.rows;
	size_t left = model->count - top;

	desk_fill(desk);
	assert_int_equal(desk->view.count, left < rows ? left : rows);
	assert_int_equal(desk->view.top, model->items[top].at);
	for (size_t n = 0; n < desk->view.count; n++)
		assert_row(&desk->view.items[n], &model->items[top + n]);
}

static void rows_are_the_same_walking_down_and_up(void **state)
{
	struct dice dice = { 1 };

	(void)state;
	for (int round = 0; round < 150; round++) {
		struct desk desk = random_desk(&dice);
		struct view_row row = { .at = 0 };
		struct err err;
		size_t n;

		desk_randomize(&desk, &dice);
		for (n = 0; n < desk.model.count; n++) {
			assert_true(n ? view_rows_down(&desk.view, &row, 1) == 1
				      : view_row_at(&desk.view, 0, &row, &err));
			assert_row(&row, &desk.model.items[n]);
		}
		assert_int_equal(view_rows_down(&desk.view, &row, 1), 0);
		while (n-- > 1) {
			assert_int_equal(view_rows_up(&desk.view, &row, 1), 1);
			assert_row(&row, &desk.model.items[n - 1]);
		}
		desk_close(&desk);
	}
}

static void every_byte_of_a_row_finds_it(void **state)
{
	struct dice dice = { 2 };

	(void)state;
	for (int round = 0; round < 50; round++) {
		struct desk desk = random_desk(&dice);
		struct view_row row;
		struct err err;

		desk_randomize(&desk, &dice);
		for (size_t n = 0; n < desk.model.count; n++) {
			const struct view_row *expected = &desk.model.items[n];

			for (size_t at = expected->at; at < expected->behind; at++) {
				assert_true(view_row_at(&desk.view, at, &row, &err));
				assert_row(&row, expected);
			}
		}
		desk_close(&desk);
	}
}

/* Where scrolling by `rows` from row `top` of the model ends. */
static size_t scrolled(const struct desk *desk, size_t top, long rows)
{
	size_t page = (size_t)desk->view.rows;
	size_t end = desk->model.count > page ? desk->model.count - page : 0;
	size_t far = (size_t)labs(rows);

	if (rows < 0)
		return top > far ? top - far : 0;
	if (top >= end)
		return top;
	return end - top < far ? end : top + far;
}

static long random_distance(const struct desk *desk, struct dice *dice)
{
	size_t far = dice_below(dice, 4) ? (size_t)desk->view.rows + 2 : desk->model.count + 2;
	long rows = (long)dice_below(dice, far);

	return dice_below(dice, 2) ? rows : -rows;
}

static struct span random_span(const struct desk *desk, struct dice *dice)
{
	size_t start = dice_below(dice, desk->bytes.len);
	size_t len = dice_below(dice, dice_below(dice, 4) ? 40 : desk->bytes.len);

	if (len > desk->bytes.len - start)
		len = desk->bytes.len - start;
	return (struct span){ start, start + len };
}

/* Where showing `span` from row `top` of the model ends. */
static size_t shown(const struct desk *desk, size_t top, struct span span)
{
	size_t page = (size_t)desk->view.rows;
	size_t first = desk_row(desk, span.start);
	size_t last = desk_row(desk, span_empty(span) ? span.start : span.end - 1);

	if (first >= top && last < top + page)
		return top;
	if (first < top || last - first >= page)
		return first;
	return last + 1 - page;
}

/* One motion of the view; the row of the model where it should end. */
static size_t random_motion(struct desk *desk, struct dice *dice, size_t top)
{
	struct span span = random_span(desk, dice);
	long rows = random_distance(desk, dice);
	size_t expected = top;
	bool moved = false;

	switch (dice_below(dice, 5)) {
	case 0:
		expected = desk_row(desk, span.start);
		moved = view_jump(&desk->view, span.start);
		break;
	case 1:
		expected = shown(desk, top, span);
		moved = view_show(&desk->view, span);
		break;
	case 2:
		expected = scrolled(desk, 0, (long)desk->model.count);
		moved = view_end(&desk->view);
		break;
	default:
		expected = scrolled(desk, top, rows);
		moved = view_scroll(&desk->view, rows);
	}
	assert_int_equal(moved, expected != top);
	return expected;
}

/* Another width or other folds; the top row as the model has it then. */
static size_t random_change(struct desk *desk, struct dice *dice)
{
	if (dice_below(dice, 2))
		desk->article.toggled.open = !desk->article.toggled.open;
	else
		view_resize(&desk->view, (int)(1 + dice_below(dice, 60)), random_columns(dice));
	desk_model(desk);
	return desk_row(desk, desk->view.held);
}

static void motions_are_those_of_a_list_of_all_rows(void **state)
{
	struct dice dice = { 3 };

	(void)state;
	for (int round = 0; round < 200; round++) {
		struct desk desk = random_desk(&dice);
		size_t top = 0;

		desk_randomize(&desk, &dice);
		for (int n = 0; n < 40 && desk.bytes.len; n++) {
			if (dice_below(&dice, 8))
				top = random_motion(&desk, &dice, top);
			else
				top = random_change(&desk, &dice);
			if (dice_below(&dice, 2))
				assert_screen(&desk, top);
		}
		desk_close(&desk);
	}
}

static void what_view_show_shows_is_shown(void **state)
{
	struct dice dice = { 4 };

	(void)state;
	for (int round = 0; round < 300; round++) {
		struct desk desk = random_desk(&dice);

		buf_add_char(&desk.bytes, '.');
		desk_randomize(&desk, &dice);
		desk.article.toggled.open = true;
		for (int n = 0; n < 5; n++) {
			struct span span = random_span(&desk, &dice);

			view_jump(&desk.view, dice_below(&dice, desk.bytes.len));
			view_show(&desk.view, span);
			desk_fill(&desk);
			assert_true(view_shows(&desk.view, span));
			assert_false(view_show(&desk.view, span));
		}
		desk_close(&desk);
	}
}

static void scrolling_there_and_back_returns(void **state)
{
	struct dice dice = { 5 };

	(void)state;
	for (int round = 0; round < 200; round++) {
		struct desk desk = random_desk(&dice);
		long there = (long)dice_below(&dice, 50);

		buf_add_char(&desk.bytes, '.');
		desk_randomize(&desk, &dice);
		view_jump(&desk.view, dice_below(&dice, desk.bytes.len));
		desk_fill(&desk);
		if (view_scroll(&desk.view, there)) {
			size_t from = desk_row(&desk, desk.view.items[0].at);
			size_t to = desk_row(&desk, desk.view.top);

			view_scroll(&desk.view, (long)from - (long)to);
			assert_int_equal(desk.view.top, desk.view.items[0].at);
		}
		desk_close(&desk);
	}
}

static void a_paragraph_in_pieces_is_walked_like_any_other(void **state)
{
	struct desk desk = desk_with("a line before\n");
	struct dice dice = { 6 };
	size_t top = 0;

	(void)state;
	for (size_t n = 0; n < 30000; n++)
		buf_add(&desk.bytes, "harbour ", 2 + dice_below(&dice, 7));
	buf_add_string(&desk.bytes, "\n\nand one behind\n");
	desk_open(&desk, 24, 60);
	desk_model(&desk);
	for (int n = 0; n < 60; n++) {
		top = random_motion(&desk, &dice, top);
		assert_screen(&desk, top);
	}
	desk_close(&desk);
}

static void per_cent_of_a_paragraph_in_pieces_go_to_the_piece(void **state)
{
	struct desk desk = { .bytes = BUF_EMPTY };

	(void)state;
	for (size_t n = 0; n < 40000; n++)
		buf_add_string(&desk.bytes, "harbour ");
	desk_open(&desk, 24, 60);
	for (unsigned percent = 20; percent < 100; percent += 10) {
		size_t at = desk.bytes.len / 100 * percent;

		view_percent(&desk.view, percent);
		assert_in_range(desk.view.top, at - 2 * LAYOUT_PIECE, at);
	}
	desk_close(&desk);
}

static void lines_of_a_hard_wrapped_paragraph_go_to_their_rows(void **state)
{
	struct desk desk = desk_with("the ferry\nleft at noon\nand came\nback\n\nat night\n");

	(void)state;
	desk.article.mode = PARAGRAPH_BLOCK;
	desk_open(&desk, 3, 22);
	desk_model(&desk);
	for (size_t line = 1, at = 0; at < desk.bytes.len; line++) {
		assert_true(view_line(&desk.view, line));
		assert_int_equal(desk.view.top, desk.model.items[desk_row(&desk, at)].at);
		at += (size_t)(strchr(desk.bytes.at + at, '\n') - (desk.bytes.at + at)) + 1;
	}
	assert_false(view_line(&desk.view, 7));
	desk_close(&desk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_are_the_same_walking_down_and_up),
		cmocka_unit_test(every_byte_of_a_row_finds_it),
		cmocka_unit_test(motions_are_those_of_a_list_of_all_rows),
		cmocka_unit_test(what_view_show_shows_is_shown),
		cmocka_unit_test(scrolling_there_and_back_returns),
		cmocka_unit_test(a_paragraph_in_pieces_is_walked_like_any_other),
		cmocka_unit_test(per_cent_of_a_paragraph_in_pieces_go_to_the_piece),
		cmocka_unit_test(lines_of_a_hard_wrapped_paragraph_go_to_their_rows),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests_name("view_rows", tests, NULL, NULL);
}
