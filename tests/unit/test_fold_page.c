#include "support/folding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define MENU                                                                                   \
	"Lindvik Courier\nHome\nHarbour\nTown\nWeather\nSport\nTide tables\nSearch\nSign in\n" \
	"Contact\nFamilies\nBoats for sale\n"
#define FOOT "\nShare\nRelated\nTen quays to see before summer\nWho owns the ice?\nTerms of use"

#define POEM                                                                                   \
	"The home I left behind\nThe ice upon the bay\nThe lamp that none could find\n"        \
	"The gulls that flew away\n"

/* True if the text looks like a whole page. */
static bool looks_whole(const char *bytes)
{
	struct reading reading;
	bool whole;

	folding_read(&reading, bytes, strlen(bytes));
	whole = reading.folds.whole;
	folding_release(&reading);
	return whole;
}

/* Where its first prose begins; NULL: nowhere. */
static const char *first_prose(const char *bytes)
{
	struct text text;
	size_t at;
	bool found;

	text_borrow(&text, bytes, strlen(bytes));
	found = fold_first_prose(&text, PARAGRAPH_LINE, &at);
	text_release(&text);
	return found ? bytes + at : NULL;
}

static void a_page_opens_at_the_headline_above_its_text(void **state)
{
	const char *title = "Harbour of Lindvik stays closed until spring\n";
	char page[1000];

	(void)state;
	snprintf(page, sizeof page, MENU "%sBy Ada Holm\n24 November 2026\n" LEDE "\n" BODY,
		 title);
	assert_memory_equal(first_prose(page), title, strlen(title));
	snprintf(page, sizeof page, "%s" MENU LEDE "\n" BODY, title);
	assert_memory_equal(first_prose(page), LEDE, strlen(LEDE));
}

static void a_whole_page_hides_nothing_by_guess(void **state)
{
	(void)state;
	assert_states(MENU LEDE "\n" BODY FOOT, "ssssssssssss"
						"ss"
						"sssss");
	assert_states(LEDE "\n" BODY FOOT, "ss"
					   "bbbbb");
}

static void a_whole_page_still_hides_what_it_repeats(void **state)
{
	(void)state;
	assert_states(MENU LEDE "\n" BODY "\n" LEDE "\n" BODY FOOT, "ssssssssssss"
								    "ssdd"
								    "sssss");
}

static void poems_tables_and_talk_are_no_pages(void **state)
{
	(void)state;
	assert_false(looks_whole(POEM POEM POEM POEM POEM));
	assert_false(looks_whole(POEM POEM POEM POEM POEM "Share\n" LEDE));
	assert_false(looks_whole("Lindvik 3\nHolm 1\nNess 4\nVik 2\nSund 0\nAas 7\nLindvik 3\n"
				 "Holm 1\nNess 4\nVik 2\nSund 0\nAas 7\nHome 2\nAway 9\n"
				 "Nes 5\nMo 8\nBo 2\n"));
	assert_false(looks_whole("Yes.\nNo.\nHome.\nWhy?\nBecause.\nYes.\nNo.\nSearch!\nWhy?\n"
				 "So it is.\nGo on.\nYes.\nNo.\nMenu:\nContact.\nShare.\n"));
}

#define PROSE LEDE "\n" BODY "\n" ENDING "\n"

static void sixteen_lines_and_half_of_them_menus_are_a_page(void **state)
{
	(void)state;
	assert_true(looks_whole(MENU PROSE "X"));
	assert_false(looks_whole(MENU PROSE "\n\n"));
	assert_true(looks_whole(PROSE PROSE PROSE PROSE MENU));
	assert_false(looks_whole(PROSE PROSE PROSE PROSE MENU LEDE));
}

static void one_line_of_furniture_many_times_is_no_page(void **state)
{
	(void)state;
	assert_false(looks_whole(POEM POEM POEM POEM "Share\nShare\nShare\nShare\nShare\n"));
	assert_true(looks_whole(POEM POEM POEM POEM "Share\nPrint\nShare\nShare\nShare\n"));
}

/* Its states are those of the first bytes, whatever follows. */
static void only_the_head_of_a_text_decides(void **state)
{
	const size_t menus = 2000;
	struct buf late = BUF_EMPTY;

	(void)state;
	while (late.len < FOLD_HEAD)
		buf_add_string(&late, BODY "\n");
	for (size_t n = 0; n < menus; n++)
		buf_add_string(&late, n % 2 ? "Home\n" : "Search\n");
	assert_false(looks_whole(late.at));
	buf_clear(&late);
	buf_add_string(&late, MENU MENU);
	while (late.len < 8 * FOLD_HEAD)
		buf_add_string(&late, BODY "\n");
	assert_false(looks_whole(late.at));
	buf_clear(&late);
	for (size_t n = 0; n < menus; n++)
		buf_add_string(&late, n % 2 ? "Home\n" : "Search\n");
	while (late.len < 8 * FOLD_HEAD)
		buf_add_string(&late, BODY "\n");
	assert_true(looks_whole(late.at));
	buf_release(&late);
}

/* What a pipe has brought so far decides as the whole does, once the head is there. */
static void more_text_behind_the_head_changes_nothing(void **state)
{
	struct buf text = BUF_EMPTY;
	bool first;

	(void)state;
	for (size_t n = 0; n < 20; n++)
		buf_add_string(&text, BODY "\nHome\n");
	while (text.len < FOLD_HEAD)
		buf_add_string(&text, "Menu\n");
	for (size_t cut = 0; cut < 40; cut++) {
		struct reading part;
		struct text whole;
		struct err err;

		folding_feed(&part, text.at, FOLD_HEAD);
		first = part.folds.whole;
		assert_true(folds_finish(&part.folds, &part.text, &err));
		folds_release(&part.folds);
		text_borrow(&whole, text.at, text.len);
		folds_init(&part.folds);
		assert_true(folds_feed(&part.folds, &whole, (struct span){ 0, 10 }, &err));
		assert_int_equal(part.folds.whole, first);
		folds_release(&part.folds);
		buf_add_string(&text, "Se");
	}
	buf_release(&text);
}

static void prose_begins_where_two_paragraphs_of_it_are_neighbours(void **state)
{
	const char *page = MENU LEDE "\n" BODY "\n" ENDING;
	const char *ahead = LEDE "\nHome\nSearch\n" BODY "\nBy Ada Lind\n" ENDING "\n" LEDE;

	(void)state;
	assert_ptr_equal(first_prose(page), page + strlen(MENU));
	assert_ptr_equal(first_prose(ahead), strstr(ahead, BODY));
	assert_null(first_prose(MENU LEDE "\n" MENU BODY));
	assert_null(first_prose(""));
	assert_null(first_prose("\n\n \xFF\n\xC3"));
}

static void hostile_heads_are_judged_too(void **state)
{
	struct buf text = BUF_EMPTY;

	(void)state;
	assert_false(looks_whole(""));
	for (size_t n = 0; n < 2 * FOLD_HEAD; n++)
		buf_add_string(&text, n % 3 ? "\xFF" : "\r");
	assert_false(looks_whole(text.at));
	buf_clear(&text);
	for (size_t n = 0; n < 64; n++)
		buf_add_string(&text, n % 2 ? "\tHOME\r\n\r\n" : "\xC2\xA0Sea\xC2\xADrch\r\n");
	assert_true(looks_whole(text.at));
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_page_opens_at_the_headline_above_its_text),
		cmocka_unit_test(a_whole_page_hides_nothing_by_guess),
		cmocka_unit_test(a_whole_page_still_hides_what_it_repeats),
		cmocka_unit_test(poems_tables_and_talk_are_no_pages),
		cmocka_unit_test(sixteen_lines_and_half_of_them_menus_are_a_page),
		cmocka_unit_test(one_line_of_furniture_many_times_is_no_page),
		cmocka_unit_test(only_the_head_of_a_text_decides),
		cmocka_unit_test(more_text_behind_the_head_changes_nothing),
		cmocka_unit_test(prose_begins_where_two_paragraphs_of_it_are_neighbours),
		cmocka_unit_test(hostile_heads_are_judged_too),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
