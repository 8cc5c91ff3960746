#include "support/folding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "fold_forms.h"

static void a_long_paragraph_said_twice_is_hidden_once(void **state)
{
	(void)state;
	assert_states(LEDE "\n" BODY "\n" LEDE, "ssd");
	assert_states(LEDE "\n\n" LEDE "\n" LEDE "\n", "sdd");
}

static void typography_and_case_make_no_difference(void **state)
{
	(void)state;
	assert_states(
		"“We can’t wait for the thaw – not this year…” said Ada Holm, who owns "
		"two boats and the smokehouse.\n"
		"\"We can't  wait for the\xC2\xA0thaw - not this year...\" SAID Ada Holm, "
		"who owns two boats and the smoke\xC2\xADhouse.",
		"sd");
	assert_states(
		"Ｔｈｅ ﬁshing ﬂeet of Lindvik, which is small and old, will not leave the "
		"harbour before the ice has gone.\n"
		"The fishing fleet of Lindvik, which is small and old, will not leave the "
		"harbour before the ice has gone.",
		"sd");
}

static void headings_fold_with_the_run_that_they_lead_into(void **state)
{
	struct reading reading;
	const char *text = LEDE "\n" HEADING "\n" BODY "\n" ENDING "\n" HEADING "\n" BODY
				"\nYes.\n" ENDING;

	(void)state;
	folding_read(&reading, text, strlen(text));
	assert_string_equal(reading.states.at, "ssssddsd");
	assert_int_equal(reading.folds.items[4].of, 1);
	assert_int_equal(reading.folds.items[5].of, 2);
	assert_int_equal(reading.folds.items[7].of, 3);
	assert_why(&reading.folds.items[4], "run");
	assert_why(&reading.folds.items[5], "same");
	folding_release(&reading);
}

static void a_run_names_the_paragraphs_it_follows(void **state)
{
	struct reading reading;
	const char *text =
		"Lindvik\n" HEADING "\n" BODY "\n" HEADING "\n" ENDING "\n" HEADING "\n" ENDING;

	(void)state;
	folding_read(&reading, text, strlen(text));
	assert_string_equal(reading.states.at, "sssssdd");
	assert_int_equal(reading.folds.items[5].of, 3);
	folding_release(&reading);
}

static void refrains_answers_labels_and_cells_stay(void **state)
{
	(void)state;
	assert_states("Yes.\n" LEDE "\nYes.\n" BODY "\nYes.", "sssss");
	assert_states("Ada Holm:\n" LEDE "\nAda Holm:\n" BODY, "ssss");
	assert_states(BODY "\nOh, the ice, the ice\n" LEDE "\nOh, the ice, the ice\n", "ssss");
	assert_states("3-1\n2-2\n3-1\n0-0\n3-1", "sssss");
	assert_states(
		LEDE
		"\nLunch: Rice, Beans, Apple, Water, Bread, Butter, Cheese, Tomato, Milk, Tea, "
		"Nuts, Honey, Plum, Pear\n"
		"Lunch: Rice, Beans, Apple, Water, Bread, Butter, Cheese, Tomato, Milk, Tea, "
		"Nuts, Honey, Plum, Pear",
		"sss");
	assert_states(
		BODY
		"\nWhat would you change first, and how long would it take you to do it?\n" LEDE
		"\nWhat would you change first, and how long would it take you to do it?\n",
		"ssss");
}

static void a_line_thrice_is_no_run_of_its_own(void **state)
{
	const char *line = "We sail at dawn and we come home when the nets are full.";
	char text[400];

	(void)state;
	snprintf(text, sizeof text, "%s\n%s\n%s\n%s\n", line, line, line, line);
	assert_states(text, "ssss");
}

static void short_repeats_wait_until_a_long_line_settles_them(void **state)
{
	struct reading reading;
	const char *text = LEDE "\n" HEADING "\n" BODY "\n" HEADING;

	(void)state;
	folding_feed(&reading, text, strlen(text));
	assert_int_equal(reading.folds.count, 4);
	assert_int_equal(reading.folds.settled, 3);
	assert_false(folds_hidden(&reading.folds, 3));
	folds_release(&reading.folds);
	folding_feed(&reading, HEADING "\n" LEDE "\n" HEADING "\n" BODY,
		     strlen(HEADING "\n" LEDE "\n" HEADING "\n" BODY));
	assert_int_equal(reading.folds.settled, 4);
	folds_release(&reading.folds);
}

static void nothing_waits_longer_than_ten_lines(void **state)
{
	struct reading reading;
	struct buf text = BUF_EMPTY;

	(void)state;
	for (size_t i = 0; i < 200; i++) {
		buf_add_string(&text, "Yes.\n");
		folding_feed(&reading, text.at, text.len);
		assert_true(reading.folds.count - reading.folds.settled <= 11);
		folds_release(&reading.folds);
	}
	buf_release(&text);
}

static void neighbours_are_shown_as_one_line(void **state)
{
	struct reading reading;
	struct fold_run run;
	const char *text = LEDE "\n" HEADING "\n" BODY "\n" ENDING "\n" HEADING "\n" BODY
				"\n" ENDING "\n" LEDE "\nRead more\nTen quays to see";

	(void)state;
	folding_read(&reading, text, strlen(text));
	assert_string_equal(reading.states.at, "ssssddddbb");
	assert_false(folds_run(&reading.folds, 3, &run));
	assert_true(folds_run(&reading.folds, 5, &run));
	assert_int_equal(run.first, 4);
	assert_int_equal(run.last, 6);
	assert_int_equal(run.of_first, 1);
	assert_int_equal(run.of_last, 3);
	assert_true(folds_run(&reading.folds, 7, &run));
	assert_int_equal(run.first, 7);
	assert_int_equal(run.of_last, 0);
	assert_true(folds_run(&reading.folds, 9, &run));
	assert_int_equal(run.first, 8);
	assert_int_equal(run.state, FOLD_BOILERPLATE);
	assert_int_equal(run.of_first, FOLD_NONE);
	folding_release(&reading);
}

static void a_place_leads_to_its_paragraph(void **state)
{
	struct reading reading;
	const char *text = "\n\nOne.\n\nTwo.\n";

	(void)state;
	folding_read(&reading, text, strlen(text));
	assert_int_equal(folds_at(&reading.folds, 0), FOLD_NONE);
	assert_int_equal(folds_at(&reading.folds, 2), 0);
	assert_int_equal(folds_at(&reading.folds, 7), 0);
	assert_int_equal(folds_at(&reading.folds, 8), 1);
	assert_int_equal(folds_at(&reading.folds, 100), 1);
	folding_release(&reading);
}

static void blocks_that_stand_twice_fold_once_it_is_no_chance(void **state)
{
	(void)state;
	assert_states("Ice\n"
		      "Snow\nSnow\nWind\nWind\n" LEDE "\n" LEDE "\nRain\nRain",
		      "ssdsdsdsd");
	assert_states("Ice\nSnow\nSnow\nWind\nWind\nRain\nRain", "sssssss");
}

static void entities_are_what_they_stand_for(void **state)
{
	(void)state;
	assert_states("“Smith &amp; Sons won&#8217;t sail,” said Ada Holm,&nbsp;who owns two "
		      "boats and the smokehouse by the quay.\n"
		      "\"Smith &amp;amp; Sons won't sail\", said Ada Holm, who owns two boats "
		      "and the smokehouse by the quay.",
		      "sd");
}

/* "Read more" is known by its phrase alone. */
static void assert_phrases_known(const struct fold_forms *index)
{
	static const char bytes[] = LEDE "\nRead more\n" BODY;
	struct span paragraph;
	struct folds folds;
	struct text text;
	struct err err;

	text_borrow(&text, bytes, sizeof bytes - 1);
	folds_init(&folds);
	folds.index = index;
	for (size_t at = 0; paragraph_next(&text, PARAGRAPH_LINE, at, &paragraph);
	     at = paragraph.end)
		assert_true(folds_feed(&folds, &text, paragraph, &err));
	assert_true(folds_finish(&folds, &text, &err));
	assert_int_equal(folds.items[1].state, FOLD_BOILERPLATE);
	folds_release(&folds);
}

static void phrases_are_made_ready_once_for_many_texts(void **state)
{
	struct fold_forms index;
	struct err err;

	(void)state;
	assert_true(fold_forms_make(&index, 7, NULL, &err));
	assert_phrases_known(&index);
	assert_phrases_known(&index);
	fold_forms_release(&index);
	assert_phrases_known(NULL);
}

/* The number of a real article's lines: 12 to 21 repeat 2 to 11, 22 to 27 are teasers. */
static void a_scraped_article_reads_once(void **state)
{
	const char *data = getenv("DIPLE_DATA");
	struct reading reading;
	char path[4096], bytes[16384];
	size_t len;
	FILE *file;

	(void)state;
	if (!data)
		skip();
	snprintf(path, sizeof path, "%s/articles/north-korea-russia.txt", data);
	file = fopen(path, "rb");
	assert_non_null(file);
	len = fread(bytes, 1, sizeof bytes, file);
	fclose(file);
	folding_read(&reading, bytes, len);
	assert_string_equal(reading.states.at, "sssssssssssddddddddddbbbbbb");
	for (size_t i = 11; i < 21; i++)
		assert_int_equal(reading.folds.items[i].of, i - 10);
	folding_release(&reading);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_long_paragraph_said_twice_is_hidden_once),
		cmocka_unit_test(typography_and_case_make_no_difference),
		cmocka_unit_test(headings_fold_with_the_run_that_they_lead_into),
		cmocka_unit_test(a_run_names_the_paragraphs_it_follows),
		cmocka_unit_test(refrains_answers_labels_and_cells_stay),
		cmocka_unit_test(a_line_thrice_is_no_run_of_its_own),
		cmocka_unit_test(short_repeats_wait_until_a_long_line_settles_them),
		cmocka_unit_test(nothing_waits_longer_than_ten_lines),
		cmocka_unit_test(neighbours_are_shown_as_one_line),
		cmocka_unit_test(a_place_leads_to_its_paragraph),
		cmocka_unit_test(blocks_that_stand_twice_fold_once_it_is_no_chance),
		cmocka_unit_test(entities_are_what_they_stand_for),
		cmocka_unit_test(phrases_are_made_ready_once_for_many_texts),
		cmocka_unit_test(a_scraped_article_reads_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
