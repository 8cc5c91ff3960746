/*
 * Marking by single keys: the rules of the hand, as a reader meets them.
 */
#include "support/reader.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static const char article[] =
	"The council met in Harnby on Monday, said Mira Osgood of the harbour office.\n"
	"\"We will not sell the pier,\" Osgood told reporters, \"not this year.\"\n"
	"Tomas Reyle disagreed: \"They sold it in spring.\"\n"
	"About 400 people signed a letter to Mira Osgood.\n";

static int setup(void **state)
{
	*state = reader_open(article, 12, 80);
	return 0;
}

static int teardown(void **state)
{
	reader_close(*state);
	return 0;
}

static void a_kind_key_finds_and_the_same_key_marks_and_moves_on(void **state)
{
	struct reader *r = *state;

	reader_press(r, "s");
	assert_string_equal(reader_focus(r), "\"We will not sell the pier,\"");
	assert_int_equal(reader_lines(r), 0);
	reader_press(r, "s");
	assert_int_equal(reader_lines(r), 1);
	assert_string_equal(reader_focus(r), "\"not this year.\"");
	reader_press(r, "s s");
	assert_string_equal(reader_marks(r), "quote \"We will not sell the pier,\" (ada)\n"
					     "quote \"not this year.\" (ada)\n"
					     "quote \"They sold it in spring.\" (ada)\n");
	assert_string_equal(reader_focus(r), "");
}

static void quotedbl_is_a_twin_of_s(void **state)
{
	struct reader *r = *state;

	reader_press(r, "quotedbl quotedbl");
	assert_string_equal(reader_marks(r), "quote \"We will not sell the pier,\" (ada)\n");
}

static void the_status_line_says_saved_when_the_line_is_on_disk(void **state)
{
	struct reader *r = *state;

	reader_press(r, "s s");
	assert_int_equal(strncmp(reader_row(r, -1), "saved", 5), 0);
}

static void a_key_that_came_before_its_focus_was_shown_is_dropped_and_counted(void **state)
{
	struct reader *r = *state;

	reader_burst(r, "s s s");
	assert_int_equal(reader_lines(r), 0);
	assert_non_null(strstr(reader_row(r, -1), "2 keys dropped"));
	reader_press(r, "s");
	assert_int_equal(reader_lines(r), 1);
}

static void each_frame_counts_its_own_dropped_keys(void **state)
{
	struct reader *r = *state;

	reader_burst(r, "s s");
	assert_non_null(strstr(reader_row(r, -1), "1 key dropped"));
	reader_press(r, "Esc");
	reader_burst(r, "s s s");
	assert_non_null(strstr(reader_row(r, -1), "2 keys dropped"));
}

static void looking_in_vain_for_marks_leaves_the_walk_going(void **state)
{
	struct reader *r = *state;

	reader_press(r, "Tab bracketright");
	assert_non_null(strstr(reader_row(r, -1), "no marks"));
	reader_press(r, "x");
	assert_non_null(strstr(reader_row(r, -1), "dismissed"));
	assert_string_not_equal(reader_focus(r), "");
}

static void looking_in_vain_for_a_kind_leaves_the_walk_going(void **state)
{
	struct reader *r = *state;

	reader_press(r, "s s s s g e s");
	assert_non_null(strstr(reader_row(r, -1), "no quotes"));
	reader_press(r, "e");
	assert_int_equal(strncmp(reader_row(r, -1), "saved", 5), 0);
	assert_string_not_equal(reader_focus(r), "");
}

static void a_name_is_one_stop_a_walk_and_none_once_marked(void **state)
{
	struct reader *r = *state;

	reader_press(r, "e");
	assert_string_equal(reader_focus(r), "Harnby");
	reader_press(r, "e e e");
	assert_string_equal(reader_marks(r), "entity place Harnby (ada)\n"
					     "entity date Monday (ada)\n"
					     "entity other Mira Osgood (ada)\n");
	assert_string_equal(reader_focus(r), "Osgood");
	reader_press(r, "x");
	assert_string_equal(reader_focus(r), "Tomas Reyle");
	reader_press(r, "e");
	assert_string_equal(reader_focus(r), "");
}

static void a_type_key_marks_with_its_type_and_moves_on(void **state)
{
	struct reader *r = *state;

	reader_press(r, "e L D P");
	assert_string_equal(reader_marks(r), "entity place Harnby (ada)\n"
					     "entity date Monday (ada)\n"
					     "entity person Mira Osgood (ada)\n");
	assert_string_equal(reader_focus(r), "Osgood");
}

static void a_type_key_without_an_entity_finds_one_and_writes_nothing(void **state)
{
	struct reader *r = *state;

	reader_press(r, "s P");
	assert_int_equal(reader_lines(r), 0);
	assert_string_equal(reader_focus(r), "Osgood");
}

static void a_type_key_changes_an_own_mark(void **state)
{
	struct reader *r = *state;

	reader_press(r, "e e Esc bracketleft L");
	assert_string_equal(reader_marks(r), "entity place Harnby (ada)\n");
	assert_int_equal(reader_lines(r), 2);
}

static void tab_walks_over_all_kinds_and_enter_takes(void **state)
{
	struct reader *r = *state;

	reader_press(r, "Tab");
	assert_string_equal(reader_focus(r), "Harnby");
	reader_press(r, "Tab Tab Tab");
	assert_string_equal(reader_focus(r), "\"We will not sell the pier,\"");
	reader_press(r, "Enter");
	assert_string_equal(reader_marks(r), "quote \"We will not sell the pier,\" (ada)\n");
	assert_string_equal(reader_focus(r), "Osgood");
	reader_press(r, "S-Tab S-Tab");
	assert_string_equal(reader_focus(r), "Monday");
}

static void a_kind_key_of_another_kind_looks_from_the_focus(void **state)
{
	struct reader *r = *state;

	reader_press(r, "s s s");
	assert_string_equal(reader_focus(r), "\"They sold it in spring.\"");
	reader_press(r, "c");
	assert_string_equal(reader_focus(r),
			    "About 400 people signed a letter to Mira Osgood.");
}

static void a_count_goes_to_the_nth_and_takes_nothing(void **state)
{
	struct reader *r = *state;

	reader_press(r, "3 s");
	assert_string_equal(reader_focus(r), "\"They sold it in spring.\"");
	reader_press(r, "2 s");
	assert_int_equal(reader_lines(r), 0);
}

static void at_the_end_the_same_key_begins_at_the_top(void **state)
{
	struct reader *r = *state;

	reader_press(r, "3 s Esc G");
	reader_press(r, "g 3 s x");
	assert_non_null(strstr(reader_row(r, -1), "no more quotes: s begins at the top"));
	reader_press(r, "s");
	assert_string_equal(reader_focus(r), "\"We will not sell the pier,\"");
}

static void x_dismisses_a_suggestion_for_good(void **state)
{
	struct reader *r = *state;

	reader_press(r, "s x");
	assert_string_equal(reader_focus(r), "\"not this year.\"");
	reader_again(r, "ada");
	reader_press(r, "s");
	assert_string_equal(reader_focus(r), "\"not this year.\"");
	reader_again(r, "bo");
	reader_press(r, "s");
	assert_string_equal(reader_focus(r), "\"We will not sell the pier,\"");
}

static void x_deletes_an_own_mark_and_its_suggestion_returns(void **state)
{
	struct reader *r = *state;

	reader_press(r, "s s Esc bracketleft x");
	assert_string_equal(reader_marks(r), "");
	reader_press(r, "Esc g s");
	assert_string_equal(reader_focus(r), "\"We will not sell the pier,\"");
}

static void nobody_changes_another_persons_mark(void **state)
{
	struct reader *r = *state;

	reader_press(r, "s s");
	reader_again(r, "bo");
	reader_press(r, "bracketright x");
	assert_non_null(strstr(reader_row(r, -1), "a mark of ada"));
	reader_press(r, ">");
	assert_non_null(strstr(reader_row(r, -1), "a mark of ada"));
	assert_int_equal(reader_lines(r), 1);
}

static void undo_and_redo_go_back_and_forth(void **state)
{
	struct reader *r = *state;

	reader_press(r, "s s s U");
	assert_string_equal(reader_marks(r), "quote \"We will not sell the pier,\" (ada)\n");
	reader_press(r, "U");
	assert_string_equal(reader_marks(r), "");
	reader_press(r, "C-r C-r");
	assert_string_equal(reader_marks(r), "quote \"We will not sell the pier,\" (ada)\n"
					     "quote \"not this year.\" (ada)\n");
	reader_press(r, "C-r");
	assert_non_null(strstr(reader_row(r, -1), "nothing to redo"));
}

static void undo_stops_once_where_the_session_began(void **state)
{
	struct reader *r = *state;

	reader_press(r, "s s");
	reader_again(r, "ada");
	reader_press(r, "U");
	assert_non_null(strstr(reader_row(r, -1), "session began"));
	assert_int_equal(reader_lines(r), 1);
	reader_press(r, "U");
	assert_string_equal(reader_marks(r), "");
}

static void undo_never_touches_another_persons_steps(void **state)
{
	struct reader *r = *state;

	reader_press(r, "s s");
	reader_again(r, "bo");
	reader_press(r, "U");
	assert_non_null(strstr(reader_row(r, -1), "nothing to undo"));
	assert_int_equal(reader_lines(r), 1);
}

static void border_keys_change_what_would_be_taken(void **state)
{
	struct reader *r = *state;

	reader_press(r, "e e e");
	assert_string_equal(reader_focus(r), "Mira Osgood");
	reader_press(r, "> > >");
	assert_string_equal(reader_focus(r), "Mira Osgood of the harbour");
	assert_int_equal(reader_lines(r), 2);
	reader_press(r, "< period");
	assert_string_equal(reader_focus(r), "Osgood of the");
	reader_press(r, "O");
	assert_non_null(strstr(reader_marks(r), "entity organisation Osgood of the (ada)\n"));
}

static void border_steps_of_a_mark_in_a_row_are_one_step(void **state)
{
	struct reader *r = *state;

	reader_press(r, "s s Esc bracketleft period period");
	assert_string_equal(reader_marks(r), "quote will not sell the pier,\" (ada)\n");
	assert_int_equal(reader_lines(r), 3);
	reader_press(r, "U");
	assert_string_equal(reader_marks(r), "quote \"We will not sell the pier,\" (ada)\n");
}

static void a_note_is_a_record_of_its_own_on_the_mark(void **state)
{
	struct reader *r = *state;

	reader_press(r, "s s Esc bracketleft a");
	reader_type(r, "who heard it?");
	reader_press(r, "Enter");
	assert_int_equal(reader_lines(r), 2);
	reader_press(r, "Enter");
	assert_non_null(strstr(reader_screen(r), "note by ada: who heard it?"));
	reader_press(r, "q");
	assert_null(strstr(reader_screen(r), "note by ada"));
}

static void escape_keeps_a_note_as_a_draft(void **state)
{
	struct reader *r = *state;

	reader_press(r, "s s Esc bracketleft a");
	reader_type(r, "half a tho");
	reader_press(r, "Esc a");
	reader_type(r, "ught");
	reader_press(r, "Enter Enter");
	assert_non_null(strstr(reader_screen(r), "note by ada: half a thought"));
}

static void marks_are_firm_and_suggestions_faint(void **state)
{
	struct reader *r = *state;
	const char *styles = reader_styles(r);

	assert_non_null(strstr(styles, "qqqqqqqq"));
	assert_null(strstr(styles, "QQQQQQQQ"));
	reader_press(r, "s s Esc");
	assert_non_null(strstr(reader_styles(r), "QQQQQQQQ"));
}

static void the_gutter_names_what_begins_on_a_row(void **state)
{
	struct reader *r = *state;

	reader_press(r, "s s");
	assert_int_equal(strncmp(reader_row(r, 2), "   s \"We", 8), 0);
	reader_press(r, "s");
	assert_int_equal(strncmp(reader_row(r, 2), "   s+\"We", 8), 0);
}

static void t_hides_suggestions_then_others_marks(void **state)
{
	struct reader *r = *state;

	reader_press(r, "s s");
	reader_again(r, "bo");
	reader_press(r, "t");
	assert_null(strstr(reader_styles(r), "qqq"));
	assert_non_null(strstr(reader_styles(r), "OOO"));
	reader_press(r, "t");
	assert_null(strstr(reader_styles(r), "OOO"));
	reader_press(r, "s");
	assert_string_equal(reader_focus(r), "");
}

static void a_key_without_its_object_says_so(void **state)
{
	struct reader *r = *state;

	reader_press(r, "x");
	assert_non_null(strstr(reader_row(r, -1), "nothing is in focus"));
	reader_press(r, "a");
	assert_non_null(strstr(reader_row(r, -1), "a note wants"));
	reader_press(r, ">");
	assert_non_null(strstr(reader_row(r, -1), "nothing is in focus"));
	reader_press(r, "w");
	assert_non_null(strstr(reader_row(r, -1), "w does nothing yet"));
}

static void a_beginner_is_told_how_to_mark_until_the_first_mark_ever(void **state)
{
	struct reader *r = *state;

	assert_int_equal(strncmp(reader_row(r, -1) + strspn(reader_row(r, -1), " "),
				 "s find a quote", 14),
			 0);
	reader_press(r, "s s Esc");
	assert_null(strstr(reader_row(r, -1), "find a quote"));
	reader_again(r, "ada");
	assert_null(strstr(reader_row(r, -1), "find a quote"));
}

static void next_below_is_said_first_and_then_gone_to(void **state)
{
	struct reader *r = *state;

	reader_resize(r, 4, 80);
	reader_press(r, "s s s");
	assert_non_null(strstr(reader_row(r, -1), "saved · next quote below: s"));
	assert_string_equal(reader_focus(r), "");
	assert_int_equal(reader_lines(r), 2);
	reader_press(r, "s");
	assert_string_equal(reader_focus(r), "\"They sold it in spring.\"");
	assert_int_equal(reader_lines(r), 2);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_kind_key_finds_and_the_same_key_marks_and_moves_on),
		TEST(quotedbl_is_a_twin_of_s),
		TEST(the_status_line_says_saved_when_the_line_is_on_disk),
		TEST(a_key_that_came_before_its_focus_was_shown_is_dropped_and_counted),
		TEST(each_frame_counts_its_own_dropped_keys),
		TEST(looking_in_vain_for_marks_leaves_the_walk_going),
		TEST(looking_in_vain_for_a_kind_leaves_the_walk_going),
		TEST(a_name_is_one_stop_a_walk_and_none_once_marked),
		TEST(a_type_key_marks_with_its_type_and_moves_on),
		TEST(a_type_key_without_an_entity_finds_one_and_writes_nothing),
		TEST(a_type_key_changes_an_own_mark),
		TEST(tab_walks_over_all_kinds_and_enter_takes),
		TEST(a_kind_key_of_another_kind_looks_from_the_focus),
		TEST(a_count_goes_to_the_nth_and_takes_nothing),
		TEST(at_the_end_the_same_key_begins_at_the_top),
		TEST(x_dismisses_a_suggestion_for_good),
		TEST(x_deletes_an_own_mark_and_its_suggestion_returns),
		TEST(nobody_changes_another_persons_mark),
		TEST(undo_and_redo_go_back_and_forth),
		TEST(undo_stops_once_where_the_session_began),
		TEST(undo_never_touches_another_persons_steps),
		TEST(border_keys_change_what_would_be_taken),
		TEST(border_steps_of_a_mark_in_a_row_are_one_step),
		TEST(a_note_is_a_record_of_its_own_on_the_mark),
		TEST(escape_keeps_a_note_as_a_draft),
		TEST(marks_are_firm_and_suggestions_faint),
		TEST(the_gutter_names_what_begins_on_a_row),
		TEST(t_hides_suggestions_then_others_marks),
		TEST(a_key_without_its_object_says_so),
		TEST(a_beginner_is_told_how_to_mark_until_the_first_mark_ever),
		TEST(next_below_is_said_first_and_then_gone_to),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
