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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers_to_one_long_question_show),
		cmocka_unit_test(answers_show_where_the_text_ends_behind_one_long_line),
		cmocka_unit_test(short_lines_between_long_copies_fold),
		cmocka_unit_test(short_lines_fold_where_a_sure_run_meets_the_end),
		cmocka_unit_test(short_lines_fold_where_all_was_repeated),
		cmocka_unit_test(short_lines_show_where_a_run_breaks_off),
		cmocka_unit_test(what_waits_too_long_in_a_run_folds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
