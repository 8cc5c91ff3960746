#include "suggest.h"

#include "buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The suggestions of one kind, in order, each between brackets. */
static void assert_found(enum mark_kind kind, const char *paragraph, const char *expected)
{
	struct suggestions found = { 0 };
	struct buf look = BUF_EMPTY;
	struct text text;
	struct err err;

	text_borrow(&text, paragraph, strlen(paragraph));
	assert_true(suggest_paragraph(&text, (struct span){ 0, text.len }, &found, &err));
	for (size_t i = 0; i < found.count; i++) {
		struct span span = found.items[i].span;

		if (found.items[i].kind != kind)
			continue;
		buf_add_char(&look, '[');
		buf_add(&look, paragraph + span.start, span_length(span));
		buf_add_char(&look, ']');
	}
	assert_string_equal(look.at, expected);
	buf_release(&look);
	suggestions_release(&found);
}

static void assert_quotes(const char *paragraph, const char *expected)
{
	assert_found(MARK_QUOTE, paragraph, expected);
}

static void assert_names(const char *paragraph, const char *expected)
{
	assert_found(MARK_ENTITY, paragraph, expected);
}

static void assert_claims(const char *paragraph, const char *expected)
{
	assert_found(MARK_CLAIM, paragraph, expected);
}

static void quotes_are_found_by_their_marks(void **state)
{
	(void)state;
	assert_quotes("\"No ice,\" she said. \"None.\"", "[\"No ice,\"][\"None.\"]");
	assert_quotes("“No ice,” she said.", "[“No ice,”]");
	assert_quotes("« Pas de glace », dit-elle.", "[« Pas de glace »]");
	assert_quotes("Sie sagte: „Kein Eis“ und „Schnee”.", "[„Kein Eis“][„Schnee”]");
	assert_quotes("Er sagte: »Kein Eis« und ‹Schnee›.", "[»Kein Eis«][‹Schnee›]");
	assert_quotes("Hon sa: ”Ingen is”.", "[”Ingen is”]");
	assert_quotes("彼女は「氷はない」と言った。", "[「氷はない」]");
}

static void apostrophes_open_and_close_nothing(void **state)
{
	(void)state;
	assert_quotes("I don't think the leaders' meeting in the '90s was Ada's.", "");
	assert_quotes("I don’t think the leaders’ meeting was Ada’s.", "");
	assert_quotes("Rock 'n' roll, 'tis said, isn't the boys' game.", "");
	assert_quotes("A 5' 6\" man and a 12\" pipe.", "");
}

static void single_marks_count_where_they_are_clear(void **state)
{
	(void)state;
	assert_quotes("He called it 'a perfect life' before it ended.", "['a perfect life']");
	assert_quotes("‘We don’t sail,’ she said.", "[‘We don’t sail,’]");
	assert_quotes("‘The leaders’ meeting is over,’ she said.",
		      "[‘The leaders’ meeting is over,’]");
}

static void a_quote_inside_a_quote_is_part_of_it(void **state)
{
	(void)state;
	assert_quotes("“She said ‘no ice’ to me,” he said.", "[“She said ‘no ice’ to me,”]");
	assert_quotes("\"She said 'no ice' to me,\" he said.",
		      "[\"She said 'no ice' to me,\"]");
}

static void an_unclosed_quote_ends_with_its_paragraph(void **state)
{
	(void)state;
	assert_quotes("She said: “There is no ice.  ", "[“There is no ice.]");
	assert_quotes("\"There is no ice.", "[\"There is no ice.]");
}

static void empty_quotes_are_none(void **state)
{
	(void)state;
	assert_quotes("\"\" and “” and \" \" and \"?\"", "");
}

static void names_are_runs_of_capitalised_words(void **state)
{
	(void)state;
	assert_names("They met Ada Holm in Lindvik.", "[Ada Holm][Lindvik]");
	assert_names("They told Ada Holm, Per Lund and the Bank of Lindvik.",
		     "[Ada Holm][Per Lund][Bank of Lindvik]");
	assert_names("The talks with Ludwig van der Berg and Bashar al-Assad ended.",
		     "[Ludwig van der Berg][Bashar al-Assad]");
	assert_names("It was made by Holm & Lund in Conan O'Neill's house.",
		     "[Holm & Lund][Conan O'Neill]");
	assert_names("a Moscow-based firm and the Kim-Lavrov meeting", "[Moscow][Kim-Lavrov]");
	assert_names("by the U.S. Navy and J. Holm of the U.N. today",
		     "[U.S. Navy][J. Holm of the U.N.]");
}

static void names_are_found_in_any_script_that_has_capitals(void **state)
{
	(void)state;
	assert_names("Вчера приехал Иван Петров из Харнби.", "[Иван Петров][Харнби]");
	assert_names("Ο δήμαρχος είδε τη Μαρία Ανδρέου εκεί.", "[Μαρία Ανδρέου]");
}

static void a_name_behind_a_quote_is_a_name(void **state)
{
	(void)state;
	assert_names("\"We will not,\" Osgood told them.", "[Osgood]");
}

static void names_end_before_possessives_and_punctuation(void **state)
{
	(void)state;
	assert_names("he saw Lindvik's Ada Holm and Norway’s coast",
		     "[Lindvik][Ada Holm][Norway]");
	assert_names("he saw Lindvik (Norway), Ada; Per.", "[Lindvik][Norway][Ada][Per]");
}

static void a_sentences_first_word_needs_other_evidence(void **state)
{
	(void)state;
	assert_names("Fishermen sailed. Nobody saw them.", "");
	assert_names("Lindvik slept. The ice of Lindvik held.", "[Lindvik][Lindvik]");
	assert_names("Lindvik's harbour slept.", "[Lindvik]");
	assert_names("Ada Holm slept.", "[Ada Holm]");
	assert_names("NATO slept.", "[NATO]");
	assert_names("After Ada Holm left, \"We slept,\" he said. \"But Per Lund sailed.\"",
		     "[Ada Holm][Per Lund]");
	assert_names("However, I slept. We're here. It's late.", "");
}

static void headings_in_capitals_hold_no_names(void **state)
{
	(void)state;
	assert_names("HARBOUR OF LINDVIK CLOSED", "");
	assert_names("Ten Quays To See Before The Summer In Lindvik", "");
}

static struct suggestion first(const char *paragraph, enum mark_kind kind)
{
	struct suggestions found = { 0 };
	struct suggestion it = { .kind = MARK_KINDS };
	struct text text;
	struct err err;

	text_borrow(&text, paragraph, strlen(paragraph));
	assert_true(suggest_paragraph(&text, (struct span){ 0, text.len }, &found, &err));
	for (size_t i = found.count; i-- > 0;) {
		if (found.items[i].kind == kind)
			it = found.items[i];
	}
	suggestions_release(&found);
	return it;
}

static enum mark_type first_type(const char *paragraph)
{
	return first(paragraph, MARK_ENTITY).type;
}

static void types_are_guessed_from_words_around(void **state)
{
	(void)state;
	assert_int_equal(first_type("then Dr Holm spoke"), TYPE_PERSON);
	assert_int_equal(first_type("then foreign minister Ada Holm spoke"), TYPE_PERSON);
	assert_int_equal(first_type("then President Holm spoke"), TYPE_PERSON);
	assert_int_equal(first_type("by the Ministry of Fish"), TYPE_ORGANISATION);
	assert_int_equal(first_type("by Lindvik University"), TYPE_ORGANISATION);
	assert_int_equal(first_type("they met in Lindvik"), TYPE_PLACE);
	assert_int_equal(first_type("it closed on Saturday"), TYPE_DATE);
	assert_int_equal(first_type("the Lindvik smokehouse"), TYPE_NONE);
	assert_names("then Dr Ada Holm spoke to the President", "[Ada Holm]");
}

static void mentions_of_one_name_share_a_number(void **state)
{
	uint64_t name = first("they met Ada Holm there", MARK_ENTITY).name;

	(void)state;
	assert_true(name != 0);
	assert_true(name == first("the Ada\n  HOLM affair", MARK_ENTITY).name);
	assert_true(name != first("they met Per Holm there", MARK_ENTITY).name);
}

static void claims_are_statements_with_a_figure(void **state)
{
	(void)state;
	assert_claims("The guard counted 12 boats. It was cold. Were there 12 boats at all?",
		      "[The guard counted 12 boats.]");
	assert_claims("Thousands of boats left the quay. Two-thirds of them came home.",
		      "[Thousands of boats left the quay.][Two-thirds of them came home.]");
	assert_claims("She said: \"Half of the boats are 40 years old\"",
		      "[She said: \"Half of the boats are 40 years old\"]");
	assert_claims("Top 10 quays. Ten quays to see in 2024", "");
}

static void what_can_be_counted_is_a_stronger_claim(void **state)
{
	(void)state;
	assert_true(first("Prices rose by 12% in the town, she said.", MARK_CLAIM).score >
		    first("The quay has 12 steps of stone.", MARK_CLAIM).score);
	assert_true(first("The quay has 12 steps of stone.", MARK_CLAIM).score >=
		    first("The quay has two steps of stone.", MARK_CLAIM).score);
}

static void suggestions_come_in_reading_order_the_longer_first(void **state)
{
	const char *paragraph =
		"\"Ada Holm has 12 boats in Lindvik,\" he said. Per Lund has 3.";
	struct suggestions found = { 0 };
	struct text text;
	struct err err;

	(void)state;
	text_borrow(&text, paragraph, strlen(paragraph));
	assert_true(suggest_paragraph(&text, (struct span){ 0, text.len }, &found, &err));
	assert_true(found.count > 4);
	for (size_t i = 1; i < found.count; i++) {
		struct span a = found.items[i - 1].span, b = found.items[i].span;

		assert_true(a.start < b.start || (a.start == b.start && a.end >= b.end));
	}
	suggestions_release(&found);
}

static unsigned draw(unsigned *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 16;
}

static void spans_of_any_text_are_sound(void **state)
{
	static const char *const pieces[] = { "Ada", " ",    "'",	 "\"",	"“",	"”",
					      "‘",   "’",    ".",	 "al-", "s",	"of",
					      "12",  "\xFF", "\xCC\x81", "«",	"\xED", "\n",
					      "漢",  "&",    "-",	 "U.",	"é",	"É" };
	unsigned seed = 5;

	(void)state;
	for (size_t round = 0; round < 300; round++) {
		struct buf bytes = BUF_EMPTY;
		struct suggestions found = { 0 };
		struct text text;
		struct err err;

		for (size_t i = 0; i < 200; i++)
			buf_add_string(&bytes, pieces[draw(&seed) % 24]);
		text_borrow(&text, bytes.at, bytes.len);
		assert_true(
			suggest_paragraph(&text, (struct span){ 7, bytes.len }, &found, &err));
		for (size_t i = 0; i < found.count; i++) {
			assert_false(span_empty(found.items[i].span));
			assert_true(span_within(found.items[i].span,
						(struct span){ 7, bytes.len }));
		}
		suggestions_release(&found);
		buf_release(&bytes);
	}
}

static void only_the_beginning_of_a_huge_paragraph_is_read(void **state)
{
	static const char *const words[] = { "Ab. ", "'a ", "\"a", "Ab-", "al-A ", "of the " };
	struct suggestions found = { 0 };
	struct text text;
	struct err err;

	(void)state;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		struct buf bytes = BUF_EMPTY;

		while (bytes.len < 4 * SUGGEST_MAX)
			buf_add_string(&bytes, words[i]);
		text_borrow(&text, bytes.at, bytes.len);
		assert_true(
			suggest_paragraph(&text, (struct span){ 0, text.len }, &found, &err));
		for (size_t n = 0; n < found.count; n++)
			assert_true(found.items[n].span.end <= SUGGEST_MAX);
		suggestions_release(&found);
		buf_release(&bytes);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(quotes_are_found_by_their_marks),
		cmocka_unit_test(apostrophes_open_and_close_nothing),
		cmocka_unit_test(single_marks_count_where_they_are_clear),
		cmocka_unit_test(a_quote_inside_a_quote_is_part_of_it),
		cmocka_unit_test(an_unclosed_quote_ends_with_its_paragraph),
		cmocka_unit_test(empty_quotes_are_none),
		cmocka_unit_test(names_are_runs_of_capitalised_words),
		cmocka_unit_test(names_end_before_possessives_and_punctuation),
		cmocka_unit_test(a_name_behind_a_quote_is_a_name),
		cmocka_unit_test(names_are_found_in_any_script_that_has_capitals),
		cmocka_unit_test(a_sentences_first_word_needs_other_evidence),
		cmocka_unit_test(headings_in_capitals_hold_no_names),
		cmocka_unit_test(types_are_guessed_from_words_around),
		cmocka_unit_test(mentions_of_one_name_share_a_number),
		cmocka_unit_test(claims_are_statements_with_a_figure),
		cmocka_unit_test(what_can_be_counted_is_a_stronger_claim),
		cmocka_unit_test(suggestions_come_in_reading_order_the_longer_first),
		cmocka_unit_test(spans_of_any_text_are_sound),
		cmocka_unit_test(only_the_beginning_of_a_huge_paragraph_is_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
