/*
 * What changed between a paragraph and the one that it repeats: where a change begins and
 * ends, and how it is told.
 */
#include "support/edits.h"

#include "fold_change.h"
#include "fold_words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void neighbouring_words_are_one_change(void **state)
{
	static const struct change changes[] = {
		{ "12", "at least 15", "12|at least 15 = number words" },
		{ "12 of the 30", "15 of the 31", "12|15 = number\n30|31 = number" },
		{ .old = NULL },
	};

	(void)state;
	assert_changes(changes);
}

static void a_word_between_two_longer_changes_goes_with_them(void **state)
{
	static const struct change changes[] = {
		{ "Holm of Lindvik's", "Lund of Tollen's",
		  "Holm|Lund = name\nLindvik's|Tollen's = name" },
		{ "Marta Holm of Lindvik's", "Olav Lund of Tollen's",
		  "Marta Holm of Lindvik's|Olav Lund of Tollen's = name" },
		{ .old = NULL },
	};

	(void)state;
	assert_changes(changes);
}

static void the_beginning_and_the_end_may_be_new(void **state)
{
	(void)state;
	assert_edits(LEDE "\nSo now " LEDE, "|So now = words\n");
	assert_edits(BODY "\n" BODY " Nobody followed.",
		     "|Nobody followed. = negation words\n");
	assert_edits("At dawn " BODY "\n" BODY, "At dawn| = words\n");
	assert_edits(BODY " So they did.\n" BODY, "So they did.| = words\n");
	assert_edits(BODY "\n“" BODY "” she said.", "|she said. = attribution words\n");
}

static void a_word_that_moved_is_gone_here_and_new_there(void **state)
{
	(void)state;
	assert_edits("At noon fishermen of this town left the meeting of the council without a "
		     "word.\nFishermen of this town left the meeting of the council without a "
		     "word at noon.",
		     "At noon| = words\n|at noon. = words\n");
}

static void changes_that_may_be_one_are_one(void **state)
{
	(void)state;
	assert_edits(
		"Early in the evening the fishermen of the town left the meeting of the "
		"council without a word.\n"
		"The fishermen of the town left the meeting of the council without a word.",
		"Early in the evening| = words\n");
	assert_edits("The council forbids all fishing within a mile of the old harbour.\n"
		     "Meanwhile, the guard closed both piers. The council forbids all fishing "
		     "within a mile of the old harbour.",
		     "|Meanwhile, the guard closed both piers. = words\n");
}

static void what_stands_between_the_same_words_is_no_change(void **state)
{
	static const struct change changes[] = {
		{ "12, they say,", "12 – they say – 15", "|15 = number" },
		{ "“many”", "(few)", "many|few = quote words" },
		{ .old = NULL },
	};

	(void)state;
	assert_changes(changes);
}

static void marks_that_touch_new_words_are_new_with_them(void **state)
{
	static const struct change changes[] = {
		{ "12", "12 (or more)", "|(or more) = words" },
		{ "12, it said,", "12", "it said,| = attribution words" },
		{ "anti-war", "anti-cold-war", "|cold- = words" },
		{ "“12”", "“at least 12”", "|at least = quote" },
		{ .old = NULL },
	};

	(void)state;
	assert_changes(changes);
	assert_edits(BODY "\n" BODY " “Nobody,” she said, “followed.”",
		     "|“Nobody,” she said, “followed.” = negation attribution quote words\n");
}

static void every_script_is_compared_by_its_words(void **state)
{
	(void)state;
	assert_edits("قال المجلس يوم الثلاثاء إن الحرس أحصى عشرة قوارب وراء الميناء القديم\n"
		     "قال المجلس يوم الثلاثاء إن الحرس أحصى تسعة قوارب وراء الميناء القديم",
		     "عشرة|تسعة = number\n");
	assert_edits("המועצה אמרה ביום שלישי כי המשמר ספר עשר סירות מעבר לנמל הישן\n"
		     "המועצה אמרה ביום שלישי כי המשמר ספר תשע סירות מעבר לנמל הישן",
		     "עשר|תשע = words\n");
	assert_edits("ชาวประมงออกจากท่าเรือเมื่อเช้า\nชาวประมงออกจากท่าเรือเมื่อเย็น", "ช้า|ย็น = words\n");
	assert_edits("ชาวประมงซื้อข้าวจากท่าเรือเมื่อเช้า\nชาวประมงซื้อข่าวจากท่าเรือเมื่อเช้า",
		     "ข้|ข่ = words\n");
	assert_edits("ชาวประมงซื้อข้าวจากท่าเรือเมื่อเช้า\nชาวประมงซื้อขาวจากท่าเรือเมื่อเช้า",
		     "ข้|ข = words\n");
	assert_edits("港は氷が消えるまで閉じたままだと町議会は火曜日に決めた。\n"
		     "港は雪が消えるまで閉じたままだと町議会は火曜日に決めた。",
		     "氷|雪 = words\n");
}

static void of_joined_paragraphs_the_change_alone_is_told(void **state)
{
#define LEFT(quays) "Fishermen who had asked for " quays " left the meeting early and sailed."

	(void)state;
	assert_edits(LEDE "\n" LEFT("one open quay") "\n" LEDE " " LEFT("two open quays"),
		     "one|two = number\nquay|quays = words\n");
	assert_edits(LEDE "\n" LEFT("one open quay") "\n" ENDING "\n" LEDE
						     " " LEFT("no open quay") " " ENDING,
		     "one|no = number negation\n");
	assert_edits(LEDE "\n" LEFT("one open quay") "\n" LEFT("one open quay") " " ENDING,
		     "|" ENDING " = words\n");
#undef LEFT
}

/* A copy that differs so, and no more, is the same. */
static void assert_same_words(const char *one, const char *two)
{
	assert_true(fold_words_equal((struct fold_stretch){ one, { 0, strlen(one) }, NULL },
				     (struct fold_stretch){ two, { 0, strlen(two) }, NULL }));
}

static void left_over_references_are_what_they_mean(void **state)
{
	(void)state;
	assert_same_words("caf&eacute; &AElig;r&oslash; stra&szlig;e", "café Ærø straße");
	assert_same_words("&Ouml;l &ouml;l", "Öl öl");
	assert_same_words("5&deg; &frac12;&thinsp;cup &bdquo;so&rdquo;", "5° ½ cup „so”");
	assert_same_words("no&shy;where&zwj; &amp;eacute;", "nowhere é");
	assert_false(fold_words_equal((struct fold_stretch){ "&eacut; x", { 0, 9 }, NULL },
				      (struct fold_stretch){ "é x", { 0, 4 }, NULL }));
}

static void a_drawn_out_word_of_arabic_is_the_same(void **state)
{
	(void)state;
	assert_same_words("العـــراق", "العراق");
}

static void entities_are_what_they_mean(void **state)
{
	static const struct change changes[] = {
		{ "Holm &amp; Lund", "Holm & Lund&nbsp;12", "|12 = number" },
		{ "Holm&nbsp;&#233;t&#233; six", "Holm&nbsp;six", "&#233;t&#233;| = words" },
		{ .old = NULL },
	};

	(void)state;
	assert_changes(changes);
}

static void damaged_bytes_are_compared_as_they_are(void **state)
{
	static const struct change changes[] = {
		{ "\xFF 12 \xED\xA0\x80", "\xFF 15 \xED\xA0\x80", "12|15 = number" },
		{ "12 \xED\xA0\x80", "12 \xFF", "\xED\xA0\x80|\xFF = words" },
		{ .old = NULL },
	};

	(void)state;
	assert_changes(changes);
}

static void of_a_copy_it_is_told_what_is_written_otherwise(void **state)
{
	static const struct change changes[] = {
		{ "A – B", "A - b", "– B|- b = typography" },
		{ "A &amp; B", "A & B", "&amp; B|& B = typography" },
		{ .old = NULL },
	};

	(void)state;
	assert_changes(changes);
	assert_edits("“" BODY "”\n\"" BODY "\"", "“Fishermen|\"Fishermen = typography\n"
						 ".”|.\" = typography\n");
}

static void blanks_are_no_typography(void **state)
{
	(void)state;
	assert_edits(BODY "\n  " BODY " ", "");
	assert_edits(BOATS("A  B") "\n" BOATS("A\tB"), "");
}

static void others_have_no_edits(void **state)
{
	(void)state;
	assert_edits(LEDE "\n" BODY, "");
	assert_edits(LEDE "\n" LEDE, "");
	assert_edits(LEDE "\n" BODY "\n" LEDE " " BODY, "");
}

static void what_stands_inside_another_tells_what_is_gone(void **state)
{
	(void)state;
	/* Its beginning waits for more pieces before it is told. */
	assert_edits(HEADING "\n" LEDE "\n" BODY " " ENDING "\n" BODY, ENDING "| = words\n");
	assert_edits("So the council met. The council forbids all fishing within a mile.\n"
		     "The council forbids all fishing within a mile.",
		     "So the council met.| = words\n");
	assert_of("So the council met. The council forbids all fishing within a mile.\n"
		  "The council forbids all fishing within a mile.",
		  1, 0, "inside");
	assert_edits(BODY "\n" LEDE "\nleft the meeting early and said that they would sail",
		     "Fishermen who had asked for one open quay| = number words\n"
		     "all the same.| = words\n");
}

static void what_is_too_long_to_compare_says_so(void **state)
{
	struct buf text = BUF_EMPTY;

	(void)state;
	folding_add_long(&text, 2000, "one");
	folding_add_long(&text, 2000, "two");
	assert_edits(text.at, "one|two = number\n");
	buf_clear(&text);
	folding_add_long(&text, 2001, "one");
	folding_add_long(&text, 2001, "two");
	assert_edits(text.at, "too long\n");
	assert_of(text.at, 1, 0, "changed (too long to compare)");
	buf_release(&text);
}

static void verdicts_that_others_made_have_no_edits(void **state)
{
	struct fold_paragraph items[] = { { .span = { 0, 3 }, .of = FOLD_NONE },
					  { .span = { 4, 7 }, .of = 0, .state = FOLD_NEAR } };
	struct reading reading = { .folds = { .items = items, .count = 2 } };
	struct buf said = BUF_EMPTY;

	(void)state;
	items[1].why = 0;
	text_borrow(&reading.text, "one\ntwo\n", 8);
	edits_say(&reading, 1, &said);
	assert_string_equal(said.at, "");
	text_release(&reading.text);
	buf_release(&said);
}

static void assert_line(const char *text, const char *expected)
{
	struct fold_edits edits = { 0 };
	struct reading reading;
	struct buf line = BUF_EMPTY;
	struct err err;

	folding_read(&reading, text, strlen(text));
	assert_true(fold_edits_make(&edits, &reading.folds, &reading.text,
				    reading.folds.count - 1, &err));
	assert_int_not_equal(edits.count, 0);
	fold_edit_say(&edits, &edits.items[0], &line);
	assert_string_equal(line.at, expected);
	buf_release(&line);
	fold_edits_release(&edits);
	folding_release(&reading);
}

static void a_change_is_told_in_a_line_with_words_around_it(void **state)
{
	(void)state;
	assert_line(BOATS("12") "\n" BOATS("15"),
		    "number  12 → 15  (that the guard had counted … boats beyond the mole of)");
	assert_line(BOATS("12") "\n" BOATS("not 12"), "negation  – → not  (that the guard had "
						      "counted … 12 boats beyond the mole of)");
	assert_line("So now " BODY "\n" BODY,
		    "words  So now → –  (… Fishermen who had asked for)");
	assert_line(BODY "\n" BODY " Or not.",
		    "negation words  – → Or not.  (would sail all the same. …)");
}

static void a_line_of_a_change_holds_no_line_end(void **state)
{
	const char *text = BOATS("12") "\n" BOATS("15");
	struct buf line = BUF_EMPTY;

	(void)state;
	fold_words_say("\n one \r\n\ttwo  ", (struct span){ 0, 14 }, 80, &line);
	assert_string_equal(line.at, "one two");
	buf_clear(&line);
	fold_words_say(text, (struct span){ 0, 40 }, 30, &line);
	assert_string_equal(line.at, "On Tuesday Ada Holm told the …");
	buf_clear(&line);
	fold_words_say("港は氷が消えるまで", (struct span){ 0, 27 }, 10, &line);
	assert_string_equal(line.at, "港は氷 …");
	buf_release(&line);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(neighbouring_words_are_one_change),
		cmocka_unit_test(a_word_between_two_longer_changes_goes_with_them),
		cmocka_unit_test(the_beginning_and_the_end_may_be_new),
		cmocka_unit_test(a_word_that_moved_is_gone_here_and_new_there),
		cmocka_unit_test(changes_that_may_be_one_are_one),
		cmocka_unit_test(what_stands_between_the_same_words_is_no_change),
		cmocka_unit_test(marks_that_touch_new_words_are_new_with_them),
		cmocka_unit_test(every_script_is_compared_by_its_words),
		cmocka_unit_test(of_joined_paragraphs_the_change_alone_is_told),
		cmocka_unit_test(left_over_references_are_what_they_mean),
		cmocka_unit_test(a_drawn_out_word_of_arabic_is_the_same),
		cmocka_unit_test(entities_are_what_they_mean),
		cmocka_unit_test(damaged_bytes_are_compared_as_they_are),
		cmocka_unit_test(of_a_copy_it_is_told_what_is_written_otherwise),
		cmocka_unit_test(blanks_are_no_typography),
		cmocka_unit_test(others_have_no_edits),
		cmocka_unit_test(what_stands_inside_another_tells_what_is_gone),
		cmocka_unit_test(what_is_too_long_to_compare_says_so),
		cmocka_unit_test(verdicts_that_others_made_have_no_edits),
		cmocka_unit_test(a_change_is_told_in_a_line_with_words_around_it),
		cmocka_unit_test(a_line_of_a_change_holds_no_line_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
