/*
 * What folds say of themselves, and what `i` says of them and of repeats with a change.
 */
#include "support/reader.h"

#include "support/folding.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define COUNTED(who, count)                                                                    \
	who " counted " count " boats beyond the mole of the old harbour that night."

static struct reader *r;

static int teardown(void **state)
{
	(void)state;
	if (r)
		reader_close(r);
	r = NULL;
	return 0;
}

static void assert_shows(const char *words)
{
	const char *screen = reader_screen(r);

	if (!strstr(screen, words))
		fail_msg("not there: %s\n%s", words, screen);
}

/* The last fold of a text says so. */
static void assert_sentence(const char *text, const char *sentence)
{
	char row[256];

	snprintf(row, sizeof row, "··· %s ···\n", sentence);
	r = reader_open(text, 40, 80);
	assert_shows(row);
	teardown(NULL);
}

static void a_fold_names_what_it_repeats(void **state)
{
	(void)state;
	assert_sentence(LEDE "\n" LEDE, "1 paragraph repeats 1");
	assert_sentence(LEDE "\n" BODY "\n" LEDE "\n" BODY, "2 paragraphs repeat 1–2");
	assert_sentence("“" BODY "”\n\"" BODY "\"", "1 paragraph repeats 1");
	assert_sentence(LEDE "\n" BODY "\n" ENDING "\n" LEDE " " BODY,
			"1 paragraph repeats 1–2");
	assert_sentence(BODY "\n" LEDE "\nFishermen who had asked for one open quay left the "
			     "meeting early…",
			"1 paragraph repeats the beginning of 1");
	assert_sentence("The ice came early this year. Boats froze. The town had sold its only "
			"breaker in the spring.\n" LEDE "\nThe ice came early this year.\n"
			"Boats froze.\nThe town had sold its only breaker in the spring.",
			"3 paragraphs repeat 1");
	assert_sentence("Harbour of Lindvik stays closed\nHarbour of Lindvik stays closed\n",
			"1 line repeats the title");
	assert_sentence("Harbour of Lindvik stays closed\nHarbour of Lindvik stays closed\n"
			"HARBOUR OF LINDVIK STAYS CLOSED",
			"2 lines repeat the title");
}

static void a_fold_names_what_is_no_part_of_the_article(void **state)
{
	(void)state;
	assert_sentence(LEDE "\nRead more: Who owns the ice\n" BODY, "1 teaser");
	assert_sentence(LEDE "\nYou may also like\nTen quays to see\nWho owns the ice?",
			"3 lines of teasers");
	assert_sentence(LEDE "\nADVERTISEMENT\n" BODY, "1 line of page furniture");
	assert_sentence(LEDE "\n3 min read\nTags: ice, ports", "2 lines of page furniture");
	assert_sentence(LEDE "\n© 2026 The Lindvik Courier. All rights reserved.", "1 notice");
	assert_sentence(LEDE "\n© 2026 The Lindvik Courier.\nAll rights reserved.",
			"2 lines of notices");
	assert_sentence(LEDE "\n3 min read\n© 2026 The Lindvik Courier.",
			"2 lines of notices and page furniture");
	assert_sentence(LEDE "\n3 min read\nRead more: Who owns the ice\n© 2026 The Lindvik "
			     "Courier.",
			"3 lines of teasers, notices and page furniture");
}

static void assert_brief(const char *text, int columns, const char *row)
{
	char line[64];

	snprintf(line, sizeof line, "  %s\n", row);
	r = reader_open(text, 80, columns);
	assert_shows(line);
	teardown(NULL);
}

static void a_narrow_fold_keeps_its_verb(void **state)
{
	(void)state;
	assert_brief(LEDE "\n" BODY "\n" LEDE "\n" BODY, 20, "··· 2 repeat 1–2");
	assert_brief(LEDE "\n" BODY "\n" LEDE "\n" BODY, 24, "··· 2 repeat 1–2 ···");
	assert_brief(LEDE "\n" BODY "\n" LEDE, 20, "··· 1 repeats 1");
	assert_brief(LEDE "\n3 min read\nTags: ice, ports", 20, "··· 2 page lines");
	assert_brief(LEDE "\nYou may also like\nTen quays to see\nWho owns the ice?", 20,
		     "··· 3 teasers ···");
	assert_brief(LEDE "\n© 2026 The Lindvik Courier. All rights reserved.", 14,
		     "··· 1 notice");
	assert_brief("Harbour of Lindvik stays closed\nHarbour of Lindvik stays closed\n", 24,
		     "··· 1 repeats title");
}

static void a_change_splits_a_fold(void **state)
{
	(void)state;
	r = reader_open(LEDE "\n" BODY
			     "\n" COUNTED("We", "12") "\n" ENDING "\n" LEDE "\n" BODY
						      "\n" COUNTED("We", "15") "\n" ENDING "\n",
			20, 80);
	assert_shows("··· 2 paragraphs repeat 1–2 ···\n"
		     "   ~ We counted 15 boats beyond the mole of the old harbour that night.\n"
		     "     ··· 1 paragraph repeats 4 ···\n");
}

static void i_tells_what_changed(void **state)
{
	(void)state;
	r = reader_open("Title\n\n" COUNTED("The guard", "12") "\n\n" COUNTED("The mayor never",
									      "15") "\n",
			20, 80);
	reader_press(r, "i");
	assert_shows(
		"line 5 repeats line 3 with 2 changes\n"
		"  negation words  guard → mayor never  (The … counted 15 boats beyond the)\n"
		"  number  12 → 15  (The mayor never counted … boats beyond the mole of)\n"
		"80 % of its words stand in line 3: The guard counted 12 boats beyond the mole"
		" of\nthe old harbour that night.\n");
}

static void i_tells_what_is_gone(void **state)
{
	(void)state;
	r = reader_open("At dawn " BODY "\n" BODY "\n", 20, 80);
	reader_press(r, "i");
	assert_shows("line 2 repeats line 1 with 1 change\n"
		     "  words  At dawn → –  (… Fishermen who had asked for)\n"
		     "100 % of its words stand in line 1: At dawn Fishermen");
}

static void i_names_all_lines_that_a_changed_one_joins(void **state)
{
	(void)state;
	r = reader_open(LEDE "\n" BODY "\n" LEDE " Two f" BODY "\n", 20, 80);
	reader_press(r, "i");
	assert_shows("line 3 repeats lines 1–2 with 1 change\n");
}

static void i_says_what_is_too_long(void **state)
{
	struct buf text = BUF_EMPTY;

	(void)state;
	folding_add_long(&text, 2100, "two");
	folding_add_long(&text, 2100, "one");
	r = reader_open(text.at, 20, 80);
	reader_press(r, "2 g i");
	assert_shows("line 2 repeats line 1 with changes; it is too long to compare\n");
	buf_release(&text);
}

static void i_tells_a_fold_run_by_run(void **state)
{
	(void)state;
	r = reader_open(LEDE "\n\n" HEADING "\n\n" BODY "\n\n" LEDE "\n\n" HEADING "\n\n" BODY
			     "\n",
			24, 80);
	reader_press(r, "i");
	assert_shows(
		"3 paragraphs repeat lines 1–5\n"
		"line 7 repeats line 1, same: all its words stood there before\n"
		"  7  The harbour of Lindvik will stay closed until the ice has …\n"
		"line 9 repeats line 3, run: the same words, between paragraphs that repeat"
		" too\n"
		"  9  What do the fishermen say?\n"
		"line 11 repeats line 5, same: all its words stood there before\n"
		"  11  Fishermen who had asked for one open quay left the meeting …\n");
}

static void i_tells_what_a_copy_writes_otherwise(void **state)
{
	(void)state;
	r = reader_open("“" BODY "”\n\"" BODY "\"\n", 20, 80);
	reader_press(r, "i");
	assert_shows("line 2 repeats line 1, typography: the same words, written otherwise\n");
	assert_shows("  typography  “Fishermen → \"Fishermen  (… who had asked for one open)\n"
		     "  typography  .” → .\"  (would sail all the same …)\n");
}

static void i_tells_a_joined_paragraph_by_all_its_lines(void **state)
{
	(void)state;
	r = reader_open(LEDE "\n" BODY "\n" ENDING "\n" LEDE " " BODY "\n", 20, 80);
	reader_press(r, "i");
	assert_shows("line 4 repeats lines 1–2, joined: several earlier paragraphs in one\n");
}

static void i_tells_of_furniture(void **state)
{
	(void)state;
	r = reader_open(LEDE "\n3 min read\nYou may also like\nTen quays to see\n", 20, 80);
	reader_press(r, "i");
	assert_shows("3 lines of teasers and page furniture\n"
		     "line 2, furniture: part of the page, not of the article\n"
		     "  2  3 min read\n"
		     "lines 3–4, trigger: in a box of links to other articles\n"
		     "  3  You may also like\n"
		     "  4  Ten quays to see\n");
}

static void i_takes_what_holds_the_place_or_comes_next(void **state)
{
	(void)state;
	r = reader_open(COUNTED("We", "12") "\n" LEDE "\n" COUNTED(
				"We", "15") "\n" LEDE "\n" COUNTED("We", "16") "\n",
			20, 80);
	reader_press(r, "t i");
	assert_shows("line 3 repeats line 1");
	reader_press(r, "q 4 g i");
	assert_shows("line 4 repeats line 2");
	reader_press(r, "q 5 g i");
	assert_shows("line 5 repeats line 1");
}

/* A fold, and two near paragraphs around another fold that fills nothing but its own row. */
#define THREE_REASONS                                                                          \
	LEDE "\n" COUNTED("We", "12") "\n" LEDE "\nNobody asked.\n" COUNTED(                   \
		"We", "15") "\nNobody knew.\n" COUNTED("We", "16") "\n"

static void a_count_before_i_means_the_nth_on_the_screen(void **state)
{
	(void)state;
	r = reader_open(THREE_REASONS, 20, 80);
	reader_press(r, "t 2 i");
	assert_shows("line 5 repeats line 2 with 1 change\n");
	assert_shows("2 of 3");
	reader_press(r, "3 i");
	assert_shows("line 7 repeats line 2 with 1 change\n");
	assert_shows("3 of 3");
	reader_press(r, "1 i");
	assert_shows("1 paragraph repeats line 1\n");
	reader_press(r, "4 i");
	assert_shows("the screen has no such fold or repeat");
	assert_shows("1 paragraph repeats line 1\n");
}

static void i_again_goes_on_to_the_next(void **state)
{
	(void)state;
	r = reader_open(THREE_REASONS, 20, 80);
	reader_press(r, "t i");
	assert_shows("1 paragraph repeats line 1\n");
	assert_shows("1 of 3");
	assert_shows("i next");
	reader_press(r, "i");
	assert_shows("line 5 repeats line 2");
	reader_press(r, "j i");
	assert_shows("line 7 repeats line 2");
	assert_null(strstr(reader_screen(r), "i next"));
	reader_press(r, "i");
	assert_null(strstr(reader_screen(r), "line 7 repeats"));
	assert_null(strstr(reader_screen(r), "3 of 3"));
}

static void i_passes_by_a_fold_that_is_open(void **state)
{
	(void)state;
	r = reader_open(THREE_REASONS, 20, 80);
	reader_press(r, "t z 2 i");
	assert_shows("line 5 repeats line 2");
	reader_press(r, "q i i");
	assert_shows("line 5 repeats line 2");
}

static void i_tells_of_folding_where_the_focus_is_in_it(void **state)
{
	(void)state;
	r = reader_open(LEDE "\n" COUNTED("Ada Holm", "12") "\n" LEDE "\n" COUNTED(
				"Bo Lund", "15") "\nEva Berg slept.\n",
			20, 80);
	reader_press(r, "2 g e e i");
	assert_shows("line 4 repeats line 2");
	assert_shows("2 of 2");
	reader_press(r, "q P");
	reader_press(r, "bracketleft i");
	assert_shows("line 4 repeats line 2");
}

static void a_count_moves_further_in_a_pane(void **state)
{
	(void)state;
	r = reader_open(LEDE "\n" BODY "\n" ENDING "\n" LEDE "\n" BODY "\n" ENDING "\n", 6, 40);
	reader_press(r, "G i 3 j");
	assert_int_equal(r->viewer.pane.top, 3);
	reader_press(r, "2 k");
	assert_int_equal(r->viewer.pane.top, 1);
}

/* Even where nothing of the text is left beside it. */
static void the_end_of_a_pane_is_reached_by_lines(void **state)
{
	(void)state;
	for (int rows = 3; rows < 16; rows++) {
		r = reader_open(LEDE "\n" BODY "\n" ENDING "\n" LEDE "\n" BODY "\n" ENDING "\n",
				rows, 20);
		reader_press(r, "G i");
		for (int n = 0; n < 40; n++)
			reader_press(r, "j");
		assert_non_null(strstr(reader_row(r, -2), "…"));
		teardown(NULL);
	}
}

static void i_explains_the_focus_first(void **state)
{
	(void)state;
	r = reader_open(COUNTED("Ada Holm", "12") "\n" COUNTED("Ada Holm", "15") "\n", 20, 80);
	reader_press(r, "e i");
	assert_shows("Why this entity is suggested");
	reader_press(r, "q Esc i");
	assert_shows("line 2 repeats line 1");
}

static void i_says_where_there_is_nothing(void **state)
{
	(void)state;
	r = reader_open("One line.\n", 20, 80);
	reader_press(r, "i");
	assert_shows("nothing to explain here: no focus, no fold, no repeat");
}

static void the_pane_closes_scrolls_and_follows_the_size(void **state)
{
	(void)state;
	r = reader_open(LEDE "\n" BODY "\n" ENDING "\n" LEDE "\n" BODY "\n" ENDING "\n", 8, 40);
	reader_press(r, "G i j");
	assert_shows("\nits words stood there before\n");
	reader_press(r, "G");
	assert_shows("  6  The council meets again next week");
	reader_resize(r, 24, 80);
	assert_shows("line");
	for (size_t n = 0; n < 3; n++) {
		static const char *const closing[] = { "q", "Esc", "i" };

		reader_press(r, closing[n]);
		assert_null(strstr(reader_screen(r), "same: all"));
		assert_false(r->viewer.leave);
		reader_press(r, "i");
		assert_shows("same: all");
	}
}

static void a_long_fold_is_told_in_part(void **state)
{
	struct buf text = BUF_EMPTY;

	(void)state;
	for (int n = 0; n < 600; n++)
		buf_printf(&text,
			   "Boat %d left the old quay of Lindvik before the ice had closed its "
			   "harbour to all who sail.\n",
			   n % 300);
	r = reader_open(text.at, 30, 100);
	reader_press(r, "3 0 1 g i");
	assert_shows(
		"300 paragraphs repeat lines 1–300\n"
		"lines 301–600 repeat lines 1–300, same: all its words stood there before");
	reader_press(r, "G");
	assert_shows("… and 100 more\n");
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_teardown(name, teardown)
		TEST(a_fold_names_what_it_repeats),
		TEST(a_fold_names_what_is_no_part_of_the_article),
		TEST(a_narrow_fold_keeps_its_verb),
		TEST(a_change_splits_a_fold),
		TEST(i_tells_what_changed),
		TEST(i_tells_what_is_gone),
		TEST(i_names_all_lines_that_a_changed_one_joins),
		TEST(i_says_what_is_too_long),
		TEST(i_tells_a_fold_run_by_run),
		TEST(i_tells_what_a_copy_writes_otherwise),
		TEST(i_tells_a_joined_paragraph_by_all_its_lines),
		TEST(i_tells_of_furniture),
		TEST(i_takes_what_holds_the_place_or_comes_next),
		TEST(a_count_before_i_means_the_nth_on_the_screen),
		TEST(i_again_goes_on_to_the_next),
		TEST(i_passes_by_a_fold_that_is_open),
		TEST(i_tells_of_folding_where_the_focus_is_in_it),
		TEST(a_count_moves_further_in_a_pane),
		TEST(the_end_of_a_pane_is_reached_by_lines),
		TEST(i_explains_the_focus_first),
		TEST(i_says_where_there_is_nothing),
		TEST(the_pane_closes_scrolls_and_follows_the_size),
		TEST(a_long_fold_is_told_in_part),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
