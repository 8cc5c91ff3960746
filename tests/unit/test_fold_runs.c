#include "support/folding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define ASKED                                                                                  \
	"If the lighthouse on Skerry Point has to be sold before the summer, as its keeper "   \
	"fears, would you yourself, as a member of the parish, pay for the lamp and its oil?"
#define NEWS "Nobody has asked the keeper yet."

static void a_meal_of_a_plan_shows_each_day(void **state)
{
#define MEAL                                                                                   \
	"Breakfast: porridge with apples and nuts, a glass of milk, and bread with cheese "    \
	"from the farm.\n"
	(void)state;
	assert_states("Monday\n" MEAL "Lunch: soup\nTuesday\n" MEAL "Lunch: fish\n", "ssssss");
	assert_states(LEDE "\n" MEAL BODY "\n" ENDING "\n" LEDE "\n" MEAL BODY, "ssssddd");
#undef MEAL
}

static void a_piece_whose_trail_broke_off_is_none(void **state)
{
	(void)state;
	assert_states("Ferry sold\nThe council sold a dredger before Dahl came\n"
		      "Boat one\nBoat two\nBoat one\nBoat two\n"
		      "The council sold a dredger before\nFerry Lie\nFerry sold\n",
		      "sssssssss");
}

/* Else what is left of a shuffled copy would fold once more. */
static void a_change_alone_carries_no_short_copy(void **state)
{
#define SHORT(what) "The guard had counted " what " in the old harbour of Lindvik on Monday."
	const char *changed = "Fishermen who had asked for two open quays left the meeting "
			      "early and said that they would sail all the same.";
	char text[1000];

	(void)state;
	snprintf(text, sizeof text, BODY "\n" SHORT("boats") "\n" LEDE "\n%s\n" SHORT("boats"),
		 changed);
	assert_states(text, "sssns");
	snprintf(text, sizeof text,
		 LEDE "\n" BODY "\n" SHORT("boats") "\n" ENDING "\n" LEDE
						    "\n%s\n" SHORT("boats"),
		 changed);
	assert_states(text, "ssssdnd");
#undef SHORT
}

static void answers_to_one_long_question_show(void **state)
{
	(void)state;
	assert_states("Ada\n" ASKED "\nYes.\nWith pleasure?\nNo.\nNever?\nNo.\n"
		      "Ben\n" ASKED "\nYes.\nWith pleasure?\nNo.\nNever?\nYes, once.",
		      "ssssssssdsssss");
}

static void answers_show_where_the_text_ends_behind_one_long_line(void **state)
{
	(void)state;
	assert_states("Ada\n" ASKED "\nYes.\nNo.\nBen\n" ASKED "\nYes.\nNo.", "sssssdss");
}

static void short_lines_between_long_copies_fold(void **state)
{
	(void)state;
	assert_states(LEDE "\nThe plan\n" BODY "\n" NEWS "\n" LEDE "\nThe plan\n" BODY,
		      "ssssddd");
}

static void short_lines_fold_where_a_sure_run_meets_the_end(void **state)
{
	(void)state;
	assert_states(LEDE "\n" BODY "\nThe plan\n" NEWS "\n" LEDE "\n" BODY "\nThe plan",
		      "ssssddd");
	assert_states(LEDE "\n" BODY "\nThe plan\n" NEWS "\n" LEDE "\n" BODY
			   "\nThe plan\nAdvertisement\n" ENDING,
		      "ssssdddbs");
}

static void short_lines_fold_where_all_was_repeated(void **state)
{
	(void)state;
	assert_states(ASKED "\nYes.\nNo.\n" ASKED "\nYes.\nNo.\n" ENDING, "sssddds");
}

static void short_lines_show_where_a_run_breaks_off(void **state)
{
	(void)state;
	assert_states(LEDE "\n" BODY "\nThe plan\n" NEWS "\n" LEDE "\n" BODY
			   "\nThe plan\n" ENDING,
		      "ssssddss");
}

static void what_waits_too_long_in_a_run_folds(void **state)
{
	const char *list = "One\nTwo\nThree\nFour\nFive\nSix\nSeven\nEight\nNine\nTen\nOff\n";
	char text[1024];

	(void)state;
	snprintf(text, sizeof text, "%s\n%s%s\n%s\n%s%s", LEDE, list, NEWS, LEDE, list, ENDING);
	assert_states(text, "sssssssssssssdssssssssssss");
	snprintf(text, sizeof text, "%s\n%sOut\n%s\n%s\n%sOut\n%s", LEDE, list, NEWS, LEDE,
		 list, ENDING);
	assert_states(text, "ssssssssssssssddssssssssssss");
}

static void a_short_line_that_changed_is_near_where_a_run_expects_it(void **state)
{
	struct reading reading;
	const char *text = LEDE "\nHolm voted against the plan on Monday.\n" BODY "\n" LEDE
				"\nHolm voted for the plan on Monday.\n" BODY;

	(void)state;
	assert_states("Holm voted against the plan on Monday.\n" LEDE
		      "\nHolm voted for the plan on Monday.",
		      "sss");
	folding_read(&reading, text, strlen(text));
	assert_string_equal(reading.states.at, "sssdnd");
	assert_int_equal(reading.folds.items[4].of, 1);
	assert_why(&reading.folds.items[4], "changed:");
	folding_release(&reading);
}

static void words_changed_here_and_there_are_near_where_a_run_expects_them(void **state)
{
	(void)state;
	assert_states(LEDE "\nThe old pier burnt for two nights and nobody slept.\n" BODY
			   "\n" LEDE
			   "\nThe new pier burnt for three nights and somebody slept.\n" BODY,
		      "sssdnd");
	assert_states(LEDE "\nThe old pier burnt for two nights.\n" BODY "\n" LEDE
			   "\nA gull sat on the old mast.\n" BODY,
		      "sssdsd");
}

static void a_short_change_folds_nothing_before_it(void **state)
{
	(void)state;
	assert_states(ASKED "\nYes.\nWould you row there?\n" NEWS "\n" ASKED
			    "\nYes.\nWould you sail there?\n" ENDING,
		      "ssssdsns");
}

static void what_lacks_only_a_word_has_changed(void **state)
{
	(void)state;
	assert_of("Not everybody in Lindvik agrees with what the council decided on the pier.\n"
		  "Everybody in Lindvik agrees with what the council decided on the pier.",
		  1, 0, "changed:negation");
	assert_of("Not everybody in Lindvik agrees with what the council decided on the pier.\n"
		  "Agrees with what the council decided on the pier.",
		  1, 0, "inside");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_meal_of_a_plan_shows_each_day),
		cmocka_unit_test(a_piece_whose_trail_broke_off_is_none),
		cmocka_unit_test(a_change_alone_carries_no_short_copy),
		cmocka_unit_test(answers_to_one_long_question_show),
		cmocka_unit_test(answers_show_where_the_text_ends_behind_one_long_line),
		cmocka_unit_test(short_lines_between_long_copies_fold),
		cmocka_unit_test(short_lines_fold_where_a_sure_run_meets_the_end),
		cmocka_unit_test(short_lines_fold_where_all_was_repeated),
		cmocka_unit_test(short_lines_show_where_a_run_breaks_off),
		cmocka_unit_test(what_waits_too_long_in_a_run_folds),
		cmocka_unit_test(a_short_line_that_changed_is_near_where_a_run_expects_it),
		cmocka_unit_test(
			words_changed_here_and_there_are_near_where_a_run_expects_them),
		cmocka_unit_test(a_short_change_folds_nothing_before_it),
		cmocka_unit_test(what_lacks_only_a_word_has_changed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
