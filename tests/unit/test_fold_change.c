#include "fold_change.h"
#include "support/folding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void a_changed_word_is_always_shown(void **state)
{
	(void)state;
#define WITH(word)                                                                             \
	"The guard counted " word                                                              \
	" boats that left the quay before dawn although the harbour "                          \
	"was closed to all."
	assert_states(WITH("12") "\n" WITH("15"), "sn");
	assert_states(WITH("1.2") "\n" WITH("12"), "sn");
	assert_states(WITH("5") "\n" WITH("-5"), "sn");
	assert_states(WITH("5") "\n" WITH("5%"), "sn");
	assert_states(WITH("no") "\n" WITH("nó"), "sn");
	assert_states(WITH("many") "\n" WITH("many many"), "sn");
#undef WITH
}

/* Pairs that differ by a sign, a letter or a mark that changes what is said. */
static void a_sign_that_changes_the_meaning_is_no_typography(void **state)
{
	static const char *const pairs[][2] = {
		{ "$5 million", "−$5 million" },
		{ "€5 million", "-€5 million" },
		{ "5 points", ".5 points" },
		{ "3 degrees", "− 3 degrees" },
		{ "▲ 2.3", "▼ 2.3" },
		{ "↑ 3 %", "↓ 3 %" },
		{ "10⁶ fish", "106 fish" },
		{ "5+ boats", "5 boats" },
		{ "in Maßen", "in Massen" },
		{ "C# code", "C code" },
		{ "that we're ill", "that were ill" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		char text[500];

		snprintf(
			text, sizeof text,
			"The board said that the year brought %s to the fishermen of Lindvik.\n"
			"The board said that the year brought %s to the fishermen of Lindvik.",
			pairs[i][0], pairs[i][1]);
		assert_states(text, "sn");
	}
}

static void sentences_in_another_order_are_near(void **state)
{
	(void)state;
	assert_states(LEDE " " BODY "\n" BODY " " LEDE, "sn");
	assert_states(LEDE " " BODY " " ENDING "\n" ENDING " " BODY " " LEDE, "sn");
	assert_states(LEDE "\ngone has ice the until closed stay will Lindvik of harbour the "
			   "evening Tuesday on decided council town the.",
		      "ss");
}

static void joined_paragraphs_with_a_change_are_near_the_first(void **state)
{
#define EARLIER HEADING "\n" LEDE "\n" BODY "\n" ENDING "\n"

	(void)state;
	assert_of(EARLIER LEDE " They heard of it by radio. " BODY " " ENDING, 4, 1, "changed");
	assert_of(EARLIER BODY " They heard of it by radio. " ENDING, 4, 2, "changed");
	assert_of(EARLIER ENDING " They heard of it by radio on the way.", 4, 3, "changed");
#undef EARLIER
}

static void the_title_again_is_hidden_under_itself(void **state)
{
	(void)state;
	assert_states("Harbour of Lindvik stays closed\nBy Ada Holm\n"
		      "Harbour of Lindvik stays closed\n" LEDE,
		      "ssds");
	assert_of("Harbour of Lindvik stays closed\nHarbour of Lindvik stays closed\n" LEDE, 1,
		  0, "title");
	assert_states(
		"Who sank the boat of Halden?\nIn his last hour the pilot asked only this:\n"
		"Who sank the boat of Halden?\n" LEDE,
		"ssss");
}

static void paragraphs_joined_say_nothing_new(void **state)
{
	(void)state;
	assert_states(LEDE "\n" BODY "\n" ENDING "\n" LEDE " " BODY, "sssd");
	assert_of(LEDE "\n" BODY "\n" ENDING "\n" LEDE " " BODY, 3, 0, "joined");
	assert_states("Ice\n" LEDE "\n" BODY "\nIce " LEDE, "sssd");
	assert_states(LEDE "\n" BODY "\n" ENDING "\n" LEDE " Nobody agreed. " BODY, "sssn");
	assert_states(LEDE "\n" BODY "\n" ENDING "\n" LEDE " " ENDING, "sssn");
}

static void a_paragraph_cut_short_says_nothing_new(void **state)
{
#define CUT "Fishermen who had asked for one open quay left the meeting early"
	(void)state;
	assert_states(BODY "\n" LEDE "\n" CUT "…", "ssd");
	assert_states(BODY "\n" LEDE "\n" CUT "... Read more", "ssd");
	assert_states(BODY "\n" LEDE "\n" CUT " [&hellip;]", "ssd");
	assert_of(BODY "\n" LEDE "\n" CUT "…", 2, 0, "cut");
	assert_states(BODY "\n" LEDE "\n" CUT " and angry…", "ssn");
	assert_states(BODY "\n" LEDE "\nFishermen who had asked…", "sss");
#undef CUT
}

static void a_paragraph_parted_anew_folds_once_all_of_it_is_there(void **state)
{
#define ONE   "The ice came early this year, and nobody was ready for it."
#define TWO   "Boats froze."
#define THREE "The town had sold its only breaker in the spring to pay for a new school."
	const char *whole = ONE " " TWO " " THREE;
	char text[1000];

	(void)state;
	snprintf(text, sizeof text, "%s\n" LEDE "\n" ONE "\n" TWO "\n" THREE, whole);
	assert_states(text, "ssddd");
	assert_of(text, 3, 0, "pieces");
	snprintf(text, sizeof text, "%s\n" LEDE "\n" ONE "\n" TWO, whole);
	assert_states(text, "ssns");
	snprintf(text, sizeof text, "%s\n" LEDE "\n" ONE "\n" TWO "\nNo.\n" THREE, whole);
	assert_states(text, "ssnssn");
#undef ONE
#undef TWO
#undef THREE
}

static void a_change_is_shown_and_named(void **state)
{
#define SAYS(who, said, count, day)                                                            \
	"On " day " " who " " said " the council that the guard had counted " count            \
	" boats beyond the mole of the old harbour."
#define BASE SAYS("Ada Holm", "told", "12", "Tuesday")
	(void)state;
	assert_of(BASE "\n" SAYS("Ada Holm", "told", "15", "Tuesday"), 1, 0, "changed:number");
	assert_of(BASE "\n" SAYS("Ada Holm", "told", "12", "Friday"), 1, 0, "changed:date");
	assert_of(BASE "\n" SAYS("Ada Lund", "told", "12", "Tuesday"), 1, 0, "changed:name");
	assert_of(BASE "\n" SAYS("Ada Holm", "never told", "12", "Tuesday"), 1, 0,
		  "changed:negation");
	assert_of(BASE "\n" SAYS("Ada Holm", "reportedly told", "12", "Tuesday"), 1, 0,
		  "changed:attribution");
	assert_of(BASE "\n" SAYS("Ada Holm", "warned", "12", "Tuesday"), 1, 0,
		  "changed:attribution");
	assert_of(BASE "\n" SAYS("Ada Lund", "told", "15", "Friday"), 1, 0,
		  "changed:number date name");
#undef BASE
#undef SAYS
}

static void a_changed_piece_names_its_own_change(void **state)
{
	const unsigned kinds = 1u << FOLD_KIND_NUMBER | 1u << FOLD_KIND_WORDS;
#define SOLD(count)                                                                            \
	"The town had sold " count                                                             \
	" breakers in the spring to pay for a new school on the hill."
#define LONG LEDE " " SOLD("two") " Nobody had told Ada Holm on Friday, she said. " BODY
#define SHORT                                                                                  \
	"The town had sold no breakers in autumn to pay for a new school on the hill and a "   \
	"road."
	const char *text = LONG "\n" SHORT "\n" ENDING "\n" SOLD("six");
	struct reading reading;

	(void)state;
	folding_read(&reading, text, strlen(text));
	assert_string_equal(reading.states.at, "sssn");
	assert_int_equal(reading.folds.items[3].of, 0);
	assert_int_equal(reading.folds.items[3].changed, kinds);
	folding_release(&reading);
#undef SHORT
#undef LONG
#undef SOLD
}

static void what_says_most_of_a_line_is_what_it_repeats(void **state)
{
	const char *text =
		LEDE " " BODY " " ENDING " Ada Holm of the council was not there.\n" BODY
		     " So be it.\n" HEADING "\n" BODY
		     " The council meets again next month, when it will hear what "
		     "the coast guard thinks of the plan.";

	(void)state;
	assert_of(text, 3, 0, "changed");
}

static void what_is_asked_is_no_copy_of_what_is_said(void **state)
{
#define SAID                                                                                   \
	"The council had known for years that the ice would break the piers of the old quay"
	(void)state;
	assert_states(SAID "?\n" BODY "\n" SAID ".", "sss");
	assert_states(SAID ".\n" BODY "\n" SAID "?", "sss");
	assert_states(SAID ".\n" BODY "\n" SAID, "ssd");
#undef SAID
}

static void a_stanza_is_no_title(void **state)
{
#define STANZA(who)                                                                            \
	who " leave, and " who " come,\nAnd nobody can say from where.\n"                      \
	    "A kettle sings, a thread is spun\nAnd snow is falling on the stair\n\n"
	(void)state;
	assert_states(STANZA("Swallows") STANZA("Strangers") STANZA("Swallows"), "sns");
#undef STANZA
}

static void a_change_amid_a_copy_does_not_end_it(void **state)
{
	const char *text =
		LEDE "\n" HEADING "\n" BODY "\nSo be it.\n" ENDING "\n" LEDE "\n" HEADING "\n"
		     "Fishermen who had asked for two open quays left the meeting "
		     "early and said that they would sail all the same.\n"
		     "So be it.\n" ENDING;

	(void)state;
	assert_states(text, "sssssddndd");
}

/* As laws say it. Behind a real copy the same short line folds. */
static void formulas_between_like_paragraphs_stay(void **state)
{
#define LAW(whom, what)                                                                        \
	"Whoever enters the " what " of " whom " without leave of the harbour master shall "   \
	"pay a fine of ten days."
#define TRY "\nThe attempt is punished.\n"
	(void)state;
	assert_states("Fines\n" LAW("another", "harbour") TRY LAW("another", "vessel")
			      TRY LAW("a town", "vessel") TRY "End",
		      "sssnsnss");
	assert_states("Fines\n" LAW("another", "harbour") TRY BODY "\n" LAW("another", "vessel")
			      TRY BODY,
		      "ssssndd");
#undef LAW
#undef TRY
}

static void what_stands_in_an_earlier_paragraph_is_shown_as_known(void **state)
{
	(void)state;
	assert_states(BODY "\n" LEDE "\nleft the meeting early and said that they would sail",
		      "ssn");
	assert_of(BODY "\n" LEDE "\nleft the meeting early and said that they would sail", 2, 0,
		  "inside");
}

/* All paragraphs share words, no two are equal: no step may look at all of them. */
static void many_nearly_equal_paragraphs_are_no_trouble(void **state)
{
	struct reading reading;
	struct buf text = BUF_EMPTY;

	(void)state;
	for (size_t i = 0; i < 20000; i++)
		buf_printf(&text,
			   "The guard counted %zu boats that left the quay before dawn.\n", i);
	folding_read(&reading, text.at, text.len);
	assert_int_equal(reading.folds.count, 20000);
	assert_int_equal(reading.folds.items[19999].state, FOLD_NEAR);
	folding_release(&reading);
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_changed_word_is_always_shown),
		cmocka_unit_test(a_sign_that_changes_the_meaning_is_no_typography),
		cmocka_unit_test(sentences_in_another_order_are_near),
		cmocka_unit_test(joined_paragraphs_with_a_change_are_near_the_first),
		cmocka_unit_test(the_title_again_is_hidden_under_itself),
		cmocka_unit_test(paragraphs_joined_say_nothing_new),
		cmocka_unit_test(a_paragraph_cut_short_says_nothing_new),
		cmocka_unit_test(a_paragraph_parted_anew_folds_once_all_of_it_is_there),
		cmocka_unit_test(a_change_is_shown_and_named),
		cmocka_unit_test(a_changed_piece_names_its_own_change),
		cmocka_unit_test(what_says_most_of_a_line_is_what_it_repeats),
		cmocka_unit_test(what_is_asked_is_no_copy_of_what_is_said),
		cmocka_unit_test(a_stanza_is_no_title),
		cmocka_unit_test(a_change_amid_a_copy_does_not_end_it),
		cmocka_unit_test(formulas_between_like_paragraphs_stay),
		cmocka_unit_test(what_stands_in_an_earlier_paragraph_is_shown_as_known),
		cmocka_unit_test(many_nearly_equal_paragraphs_are_no_trouble),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
