/*
 * The last row: what it says, and what it drops where it is narrow.
 */
#include "keymap.h"
#include "status.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static const struct hint hints[] = {
	{ "quote", "take" },
	{ "no", "no" },
	{ "next", "next" },
	{ NULL, NULL },
};

struct row {
	struct keymap keymap;
	struct status status;
	struct buf dump;
};

static int setup(void **state)
{
	static const struct settings none;
	static struct row row;
	struct err err;

	row = (struct row){ .dump = BUF_EMPTY };
	assert_true(keymap_init(&row.keymap, keymap_rows, &none, &err));
	row.status = (struct status){ .name = "news.txt",
				      .place = "42%",
				      .focus = "quote?",
				      .hints = hints,
				      .keymap = &row.keymap };
	row.status.counts[MARK_QUOTE] = 3;
	row.status.counts[MARK_ENTITY] = 12;
	*state = &row;
	return 0;
}

static int teardown(void **state)
{
	struct row *row = *state;

	keymap_release(&row->keymap);
	buf_release(&row->dump);
	return 0;
}

static const char *painted(struct row *row, int columns)
{
	struct canvas canvas;
	struct err err;

	assert_true(canvas_init(&canvas, 1, columns, &err));
	status_paint(&canvas, (struct area){ 0, 0, 1, columns }, &row->status);
	buf_clear(&row->dump);
	canvas_text(&canvas, &row->dump);
	canvas_release(&canvas);
	return row->dump.at;
}

static void a_wide_row_says_all(void **state)
{
	assert_string_equal(painted(*state, 70), "news.txt  42%  3s 12e  quote?"
						 "                 s take · x no · Tab next\n");
}

static void a_narrow_row_drops_name_then_counts_then_place_never_the_keys(void **state)
{
	assert_string_equal(painted(*state, 46),
			    "42%  3s 12e  quote?   s take · x no · Tab next\n");
	assert_string_equal(painted(*state, 40), "42%  quote?     s take · x no · Tab next\n");
	assert_string_equal(painted(*state, 33), "quote?   s take · x no · Tab next\n");
	assert_string_equal(painted(*state, 25), " s take · x no · Tab next\n");
	assert_string_equal(painted(*state, 20), "       s take · x no\n");
}

static void a_message_stands_in_the_place_of_name_and_place(void **state)
{
	struct row *row = *state;

	row->status.message = "saved";
	assert_string_equal(painted(row, 70),
			    "saved  3s 12e  quote?"
			    "                         s take · x no · Tab next\n");
}

static void a_long_message_drives_the_rest_out(void **state)
{
	struct row *row = *state;

	row->status.message = "no more quotes: s begins at the top";
	assert_string_equal(painted(row, 45),
			    "no more quotes: s begins at the top    s take\n");
	assert_string_equal(painted(row, 36), "no more quotes: s begins at the top\n");
	assert_string_equal(painted(row, 20), "no more quotes: s b…\n");
}

static void keys_that_do_not_fit_beside_a_message_are_left_out(void **state)
{
	struct row *row = *state;

	row->status.message = "unknown terminal \"\", taken for vt100";
	row->status.hints = status_first_hints;
	assert_string_equal(painted(row, 60), "unknown terminal \"\", taken for vt100\n");
}

static void a_hostile_name_is_made_safe(void **state)
{
	struct row *row = *state;

	row->status.name = "a\033[31mb";
	assert_non_null(strstr(painted(row, 80), "a^[[31mb"));
}

static void hints_show_the_keys_of_the_settings(void **state)
{
	struct settings_key changed = { "quote", "Q", 1 };
	const struct settings settings = { .items = &changed, .count = 1 };
	struct row *row = *state;
	struct err err;

	keymap_release(&row->keymap);
	assert_true(keymap_init(&row->keymap, keymap_rows, &settings, &err));
	assert_non_null(strstr(painted(row, 80), "Q take"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_wide_row_says_all),
		TEST(a_narrow_row_drops_name_then_counts_then_place_never_the_keys),
		TEST(a_message_stands_in_the_place_of_name_and_place),
		TEST(a_long_message_drives_the_rest_out),
		TEST(keys_that_do_not_fit_beside_a_message_are_left_out),
		TEST(a_hostile_name_is_made_safe),
		TEST(hints_show_the_keys_of_the_settings),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
