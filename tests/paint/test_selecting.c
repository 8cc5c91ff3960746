/*
 * Picking words by letters, and the keys on a selection.
 */
#include "support/reader.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static const char article[] = "One two three. Four five six seven.\n"
			      "Eight nine ten eleven twelve.\n"
			      "\"Thirteen,\" she said.\n";

static int setup(void **state)
{
	*state = reader_open(article, 10, 60);
	return 0;
}

static int teardown(void **state)
{
	reader_close(*state);
	return 0;
}

/* The letter of a row, and of the word that begins with `word`, as pick shows them now. */
static char letter_of(struct reader *r, const char *at)
{
	const struct pick *pick = &r->viewer.pick;
	size_t place = (size_t)(strstr(article, at) - article);

	for (size_t n = 0; n < pick->count; n++)
		if (pick->labels[n].at == place)
			return pick->labels[n].letter;
	fail_msg("no letter at %s", at);
	return 0;
}

static void pick(struct reader *r, const char *row, const char *word)
{
	const char keys[] = { letter_of(r, row), '\0' };
	char second[2] = { 0 };

	reader_press(r, keys);
	second[0] = letter_of(r, word);
	reader_press(r, second);
}

static void a_row_and_a_word_select_and_the_kind_key_marks(void **state)
{
	struct reader *r = *state;

	reader_press(r, "v");
	pick(r, "Eight", "ten");
	assert_string_equal(reader_selection(r), "ten");
	reader_press(r, "c");
	assert_string_equal(reader_marks(r), "claim ten (ada)\n");
}

static void another_row_and_word_end_the_selection_six_keys_in_all(void **state)
{
	struct reader *r = *state;

	reader_press(r, "v");
	pick(r, "One", "five");
	pick(r, "Eight", "nine");
	assert_string_equal(reader_selection(r), "five six seven.\nEight nine");
	reader_press(r, "s");
	assert_string_equal(reader_focus(r), "five six seven.\nEight nine");
	assert_int_equal(reader_lines(r), 1);
}

static void the_words_may_be_picked_in_either_order(void **state)
{
	struct reader *r = *state;

	reader_press(r, "v");
	pick(r, "Eight", "nine");
	pick(r, "One", "five");
	assert_string_equal(reader_selection(r), "five six seven.\nEight nine");
}

static void letters_stand_in_the_gutter_then_on_words(void **state)
{
	struct reader *r = *state;

	reader_press(r, "v");
	assert_int_equal(strncmp(reader_row(r, 0), "f One", 5), 0);
	assert_int_equal(strncmp(reader_row(r, 1), "j Eight", 7), 0);
	reader_press(r, "f");
	assert_int_equal(strncmp(reader_row(r, 0), "  fne jwo dhree. kour", 21), 0);
}

static void no_letter_means_a_kind_or_a_type(void **state)
{
	struct reader *r = *state;
	struct buf many = BUF_EMPTY;
	struct reader *wide;

	for (int n = 0; n < PICK_LABELS; n++)
		buf_add_string(&many, "row\n");
	wide = reader_open(many.at, PICK_LABELS + 1, 40);
	reader_press(wide, "v");
	assert_int_equal(wide->viewer.pick.count, PICK_LABELS);
	for (size_t n = 0; n < PICK_LABELS; n++) {
		int key = wide->viewer.pick.labels[n].letter;
		const struct binding *row = keymap_find(&r->viewer.keymap, MODE_SELECT, key);

		assert_true(!row || row->group == GROUP_READ || row->group == GROUP_REST);
	}
	reader_close(wide);
	buf_release(&many);
}

static void q_and_escape_drop_pick_and_selection_whole(void **state)
{
	struct reader *r = *state;

	reader_press(r, "v");
	pick(r, "Eight", "ten");
	reader_press(r, "q");
	assert_string_equal(reader_selection(r), "");
	assert_false(r->viewer.leave);
	reader_press(r, "v Esc");
	assert_int_equal(r->viewer.hand, HAND_READ);
}

static void enter_selects_the_focus_so_that_a_quote_becomes_a_claim(void **state)
{
	struct reader *r = *state;

	reader_press(r, "s v Enter c");
	assert_string_equal(reader_marks(r), "claim \"Thirteen,\" (ada)\n");
}

static void enter_without_a_focus_selects_the_first_word_of_the_place(void **state)
{
	struct reader *r = *state;

	reader_press(r, "v Enter");
	assert_string_equal(reader_selection(r), "One");
}

static void arrows_move_the_end_by_character_and_row(void **state)
{
	struct reader *r = *state;

	reader_press(r, "v Enter Right Right");
	assert_string_equal(reader_selection(r), "One t");
	reader_press(r, "Left");
	assert_string_equal(reader_selection(r), "One ");
	reader_press(r, "Down");
	assert_string_equal(reader_selection(r), "One two three. Four five six seven.\nEigh");
	reader_press(r, "Up");
	assert_string_equal(reader_selection(r), "One ");
	reader_press(r, "Left Left Left Left Left");
	assert_string_equal(reader_selection(r), "O");
}

static void parentheses_and_braces_move_it_by_sentence_and_paragraph(void **state)
{
	struct reader *r = *state;

	reader_press(r, "v Enter )");
	assert_string_equal(reader_selection(r), "One two three.");
	reader_press(r, ")");
	assert_string_equal(reader_selection(r), "One two three. Four five six seven.");
	reader_press(r, "(");
	assert_string_equal(reader_selection(r), "One two three.");
	reader_press(r, "} }");
	assert_string_equal(reader_selection(r), "One two three. Four five six seven.\n"
						 "Eight nine ten eleven twelve.");
}

static void border_keys_move_both_ends_by_words(void **state)
{
	struct reader *r = *state;

	reader_press(r, "v Enter > > period");
	assert_string_equal(reader_selection(r), "two three");
	reader_press(r, "comma <");
	assert_string_equal(reader_selection(r), "One two");
}

static void other_keys_say_that_they_dont_apply(void **state)
{
	struct reader *r = *state;

	reader_press(r, "v Enter z");
	assert_non_null(strstr(reader_row(r, -1), "z doesn't apply to a selection"));
	assert_string_equal(reader_selection(r), "One");
}

static void a_note_on_a_selection_is_a_note_on_the_text(void **state)
{
	struct reader *r = *state;

	reader_press(r, "v Enter a");
	reader_type(r, "really one?");
	reader_press(r, "Enter");
	assert_string_equal(reader_marks(r), "note One (ada)\n");
}

static void a_selection_without_a_type_is_an_entity_of_type_other(void **state)
{
	struct reader *r = *state;

	reader_press(r, "v Enter e");
	assert_string_equal(reader_marks(r), "entity other One (ada)\n");
}

static void the_same_mark_again_is_not_a_second_one(void **state)
{
	struct reader *r = *state;

	reader_press(r, "v Enter c Esc g v Enter c");
	assert_int_equal(reader_lines(r), 1);
	assert_non_null(strstr(reader_row(r, -1), "there already"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_row_and_a_word_select_and_the_kind_key_marks),
		TEST(another_row_and_word_end_the_selection_six_keys_in_all),
		TEST(the_words_may_be_picked_in_either_order),
		TEST(letters_stand_in_the_gutter_then_on_words),
		TEST(no_letter_means_a_kind_or_a_type),
		TEST(q_and_escape_drop_pick_and_selection_whole),
		TEST(enter_selects_the_focus_so_that_a_quote_becomes_a_claim),
		TEST(enter_without_a_focus_selects_the_first_word_of_the_place),
		TEST(arrows_move_the_end_by_character_and_row),
		TEST(parentheses_and_braces_move_it_by_sentence_and_paragraph),
		TEST(border_keys_move_both_ends_by_words),
		TEST(other_keys_say_that_they_dont_apply),
		TEST(a_note_on_a_selection_is_a_note_on_the_text),
		TEST(a_selection_without_a_type_is_an_entity_of_type_other),
		TEST(the_same_mark_again_is_not_a_second_one),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
