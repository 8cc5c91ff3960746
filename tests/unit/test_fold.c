#include "fold.h"

#include "buf.h"
#include "paragraph.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define LEDE                                                                                   \
	"The harbour of Lindvik will stay closed until the ice has gone, the town council "    \
	"decided on Tuesday evening."
#define BODY                                                                                   \
	"Fishermen who had asked for one open quay left the meeting early and said that they " \
	"would sail all the same."
#define ENDING                                                                                 \
	"The council meets again next week, when it will hear what the coast guard thinks of " \
	"the plan."
#define HEADING "What do the fishermen say?"

struct reading {
	struct text text;
	struct folds folds;
	struct buf states; /* a letter a paragraph: s n d b */
};

static void feed(struct reading *reading, const char *bytes, size_t len)
{
	struct span paragraph;
	struct err err;
	size_t at = 0;

	text_borrow(&reading->text, bytes, len);
	folds_init(&reading->folds);
	while (paragraph_next(&reading->text, PARAGRAPH_LINE, at, &paragraph)) {
		assert_true(folds_feed(&reading->folds, &reading->text, paragraph, &err));
		at = paragraph.end;
	}
}

static void read_on_to_the_end(struct reading *reading, const char *bytes, size_t len)
{
	struct err err;

	feed(reading, bytes, len);
	assert_true(folds_finish(&reading->folds, &reading->text, &err));
	assert_int_equal(reading->folds.settled, reading->folds.count);
	reading->states = (struct buf)BUF_EMPTY;
	for (size_t i = 0; i < reading->folds.count; i++)
		buf_add_char(&reading->states, "sndb"[reading->folds.items[i].state]);
}

static void release(struct reading *reading)
{
	folds_release(&reading->folds);
	buf_release(&reading->states);
	text_release(&reading->text);
}

static void assert_states(const char *bytes, const char *states)
{
	struct reading reading;

	read_on_to_the_end(&reading, bytes, strlen(bytes));
	assert_string_equal(reading.states.at, states);
	release(&reading);
}

/* The explanation begins with `word`. */
static void assert_why(const struct fold_paragraph *paragraph, const char *word)
{
	struct buf why = BUF_EMPTY;

	fold_why(paragraph, &why);
	assert_true(why.len >= strlen(word));
	assert_memory_equal(why.at, word, strlen(word));
	buf_release(&why);
}

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

static void headings_fold_with_the_run_that_they_lead_into(void **state)
{
	struct reading reading;
	const char *text = LEDE "\n" HEADING "\n" BODY "\n" ENDING "\n" HEADING "\n" BODY
				"\nYes.\n" ENDING;

	(void)state;
	read_on_to_the_end(&reading, text, strlen(text));
	assert_string_equal(reading.states.at, "ssssddsd");
	assert_int_equal(reading.folds.items[4].of, 1);
	assert_int_equal(reading.folds.items[5].of, 2);
	assert_int_equal(reading.folds.items[7].of, 3);
	assert_why(&reading.folds.items[4], "run");
	assert_why(&reading.folds.items[5], "same");
	release(&reading);
}

static void a_run_names_the_paragraphs_it_follows(void **state)
{
	struct reading reading;
	const char *text =
		"Lindvik\n" HEADING "\n" BODY "\n" HEADING "\n" ENDING "\n" HEADING "\n" ENDING;

	(void)state;
	read_on_to_the_end(&reading, text, strlen(text));
	assert_string_equal(reading.states.at, "sssssdd");
	assert_int_equal(reading.folds.items[5].of, 3);
	release(&reading);
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

static void a_box_of_links_at_the_end_is_hidden(void **state)
{
	(void)state;
	assert_states(LEDE
		      "\nYou may also like\nTen quays to see before summer\nWho owns the ice?",
		      "sbbb");
	assert_states(LEDE "\nLESEN SIE AUCH:\nZehn Häfen für den Sommer", "sbb");
	assert_states(LEDE "\nİlgili haberler\nDenizde yeni bir gün", "sbb");
	assert_states(LEDE "\n相关新闻\n港口将关闭到春天", "sbb");
	assert_states(LEDE "\nRead more\nTen quays to see\nMost read\nWho owns the ice",
		      "sbbbb");
}

static void a_box_amid_an_article_has_to_look_the_part(void **state)
{
	(void)state;
	assert_states(LEDE "\nRelated\nTen quays to see before summer\n" BODY, "sbbs");
	assert_states(LEDE "\nRelated\nTen quays to see before summer\nThe plan\n" BODY,
		      "sbbss");
	assert_states(LEDE "\nRelated\nThis is what they said:\nNo ice", "sbss");
	assert_states(LEDE "\nRelated\nWhat comes next?\n" BODY, "sbss");
	assert_states(LEDE "\nRelated\nOne day\nTwo days\nThree days\nFour days\nFive days"
			   "\nSix days\nSeven days\nEight days\nNine days\n" BODY,
		      "sssssssssss"
		      "s");
	assert_states(LEDE "\nTrending\n" BODY, "sss");
	assert_states("Related\nTen quays to see before summer", "ss");
	assert_states(LEDE "\nRelated spending rose by half.\nTen quays to see", "sss");
}

static void short_repeats_wait_until_a_long_line_settles_them(void **state)
{
	struct reading reading;
	const char *text = LEDE "\n" HEADING "\n" BODY "\n" HEADING;

	(void)state;
	feed(&reading, text, strlen(text));
	assert_int_equal(reading.folds.count, 4);
	assert_int_equal(reading.folds.settled, 3);
	assert_false(folds_hidden(&reading.folds, 3));
	folds_release(&reading.folds);
	feed(&reading, HEADING "\n" LEDE "\n" HEADING "\n" BODY,
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
		feed(&reading, text.at, text.len);
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
	read_on_to_the_end(&reading, text, strlen(text));
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
	release(&reading);
}

static void a_place_leads_to_its_paragraph(void **state)
{
	struct reading reading;
	const char *text = "\n\nOne.\n\nTwo.\n";

	(void)state;
	read_on_to_the_end(&reading, text, strlen(text));
	assert_int_equal(folds_at(&reading.folds, 0), FOLD_NONE);
	assert_int_equal(folds_at(&reading.folds, 2), 0);
	assert_int_equal(folds_at(&reading.folds, 7), 0);
	assert_int_equal(folds_at(&reading.folds, 8), 1);
	assert_int_equal(folds_at(&reading.folds, 100), 1);
	release(&reading);
}

static void assert_of(const char *bytes, size_t n, size_t of, const char *why)
{
	struct reading reading;

	read_on_to_the_end(&reading, bytes, strlen(bytes));
	assert_int_equal(reading.folds.items[n].of, of);
	assert_why(&reading.folds.items[n], why);
	release(&reading);
}

static void the_title_again_is_hidden_under_itself(void **state)
{
	(void)state;
	assert_states("Harbour of Lindvik stays closed\nBy Ada Holm\n"
		      "Harbour of Lindvik stays closed\n" LEDE,
		      "ssds");
	assert_of("Harbour of Lindvik stays closed\nHarbour of Lindvik stays closed\n" LEDE, 1,
		  0, "title");
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

static void blocks_that_stand_twice_fold_once_it_is_no_chance(void **state)
{
	(void)state;
	assert_states("Ice\n"
		      "Snow\nSnow\nWind\nWind\n" LEDE "\n" LEDE "\nRain\nRain",
		      "ssdsdsdsd");
	assert_states("Ice\nSnow\nSnow\nWind\nWind\nRain\nRain", "sssssss");
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
		  "changed:attribution words");
	assert_of(BASE "\n" SAYS("Ada Lund", "told", "15", "Friday"), 1, 0,
		  "changed:number date name");
#undef BASE
#undef SAYS
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

static void what_stands_in_an_earlier_paragraph_is_shown_as_known(void **state)
{
	(void)state;
	assert_states(BODY "\n" LEDE "\nleft the meeting early and said that they would sail",
		      "ssn");
	assert_of(BODY "\n" LEDE "\nleft the meeting early and said that they would sail", 2, 0,
		  "inside");
}

static void furniture_is_hidden_as_a_whole_line_only(void **state)
{
	(void)state;
	assert_states(LEDE "\nADVERTISEMENT\n" BODY "\nShare this on Facebook\n"
			   "Sign up for our newsletter\n3 min read\nTags: ice, ports",
		      "sbsbbbb");
	assert_states(LEDE "\n© 2026 The Lindvik Courier. All rights reserved.", "sb");
	assert_states(LEDE "\nAdvertisement spending rose\n“Follow us,” she said.\n"
			   "Share prices recovered in the afternoon",
		      "ssss");
	assert_states(LEDE "\n" LEDE " ADVERTISEMENT", "sd");
}

static void a_label_and_a_headline_are_hidden(void **state)
{
	(void)state;
	assert_states(LEDE "\nRead more: Who owns the ice\n" BODY, "sbs");
	assert_states(LEDE "\nALSO READ | Who owns the ice\n>> Ten quays to see\n" BODY,
		      "sbbs");
	assert_states(LEDE "\nRead more: he said that he had read it all.\n" BODY, "sss");
	assert_states("Opinion: Who owns the ice\n" LEDE, "ss");
}

static void lines_that_begin_as_the_article_does_are_its_own(void **state)
{
	(void)state;
	assert_states("Group – Lindvik, Holm, Ness\n" LEDE "\nRelated\n"
		      "Ten quays to see before summer\nGroup – Vik, Sund, Aas\n" BODY,
		      "ssbbss");
}

#define TAIL                                                                                   \
	"\nGardeners of Ostby grow melons under glass\n"                                       \
	"Choir from Halden wins at festival in Prague\n"                                       \
	"Why teachers want shorter school weeks again"

static void foreign_headlines_at_the_end_are_hidden(void **state)
{
	(void)state;
	assert_states(LEDE "\n" BODY "\n" ENDING TAIL, "sssbbb");
	assert_of(LEDE "\n" BODY "\n" ENDING TAIL, 5, FOLD_NONE, "tail");
	assert_states(LEDE "\n" BODY "\n" ENDING TAIL "\n" BODY, "ssssssd");
	assert_states(LEDE "\n" BODY "\nThese were read most:" TAIL, "ssssss");
	assert_states(LEDE "\n" BODY "\nThe harbour of Lindvik and its town council\n"
			   "Fishermen who left the meeting for the quay\n"
			   "The guard who counted boats before dawn\n",
		      "sssss");
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

static unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	return *seed >> 16;
}

/* A text of few lines and many repeats, whole, cut and changed. */
static void make_text(struct buf *text, unsigned seed)
{
	static const char *const lines[] = {
		LEDE,
		BODY,
		ENDING,
		HEADING,
		"Yes.",
		"No.",
		"Related",
		"Ice and snow again",
		LEDE " " BODY,
		BODY " " ENDING,
		"Fishermen who had asked for one open quay left…",
		"The harbour of Lindvik will stay closed until the snow has gone, the town "
		"council decided on Friday evening.",
		"Who owns the harbour of Lindvik",
		"ADVERTISEMENT",
		"***",
		"Ten quays to see",
	};
	size_t count = 5 + next_random(&seed) % 40;

	buf_clear(text);
	for (size_t i = 0; i < count; i++) {
		buf_add_string(text,
			       lines[next_random(&seed) % (sizeof lines / sizeof *lines)]);
		buf_add_char(text, '\n');
	}
}

/* Whatever repeats something, that something can be read. */
static void assert_targets_show(const struct folds *folds)
{
	for (size_t n = 0; n < folds->count; n++) {
		const struct fold_paragraph *it = &folds->items[n];
		struct fold_run run;

		assert_true((it->state == FOLD_NEAR || it->state == FOLD_DUPLICATE) ==
			    (it->of != FOLD_NONE));
		if (it->of != FOLD_NONE) {
			assert_true(it->of < n);
			assert_false(folds_hidden(folds, it->of));
		}
		assert_true(folds_run(folds, n, &run) == folds_hidden(folds, n));
		if (folds_hidden(folds, n)) {
			assert_true(run.first <= n && n <= run.last);
			assert_int_equal(run.state, it->state);
		}
	}
}

static void what_is_repeated_shows_in_any_text(void **state)
{
	struct buf text = BUF_EMPTY;

	(void)state;
	for (unsigned seed = 1; seed <= 3000; seed++) {
		struct reading reading;

		make_text(&text, seed);
		read_on_to_the_end(&reading, text.at, text.len);
		assert_targets_show(&reading.folds);
		release(&reading);
	}
	buf_release(&text);
}

static void what_is_settled_changes_no_more(void **state)
{
	struct buf text = BUF_EMPTY;

	(void)state;
	for (unsigned seed = 1; seed <= 300; seed++) {
		struct reading reading;
		struct fold_paragraph seen[64];
		size_t settled;
		struct err err;

		make_text(&text, seed);
		feed(&reading, text.at, text.len);
		settled = reading.folds.settled;
		memcpy(seen, reading.folds.items, settled * sizeof *seen);
		assert_true(folds_finish(&reading.folds, &reading.text, &err));
		for (size_t n = 0; n < settled; n++) {
			assert_int_equal(seen[n].state, reading.folds.items[n].state);
			assert_int_equal(seen[n].of, reading.folds.items[n].of);
		}
		folds_release(&reading.folds);
		text_release(&reading.text);
	}
	buf_release(&text);
}

static void the_text_without_its_copies_has_none(void **state)
{
	struct reading reading;
	struct buf left = BUF_EMPTY;
	const char *text = LEDE "\n" HEADING "\n" BODY "\n" ENDING "\n" HEADING "\n" BODY
				"\n" ENDING "\n" LEDE " " HEADING "\nRead more\nTen quays";

	(void)state;
	read_on_to_the_end(&reading, text, strlen(text));
	assert_string_equal(reading.states.at, "ssssddddbb");
	for (size_t n = 0; n < reading.folds.count; n++) {
		const struct span span = reading.folds.items[n].span;

		if (folds_hidden(&reading.folds, n))
			continue;
		buf_add(&left, text + span.start, span_length(span));
		buf_add_char(&left, '\n');
	}
	release(&reading);
	read_on_to_the_end(&reading, left.at, left.len);
	assert_string_equal(reading.states.at, "ssss");
	release(&reading);
	buf_release(&left);
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
	read_on_to_the_end(&reading, text.at, text.len);
	assert_int_equal(reading.folds.count, 20000);
	assert_int_equal(reading.folds.items[19999].state, FOLD_NEAR);
	release(&reading);
	buf_release(&text);
}

static void damage_and_silence_are_shown(void **state)
{
	(void)state;
	assert_states("", "");
	assert_states("***\n***\n---\n", "sss");
	assert_states("\xFF\xFE\n\xFF\xFE\n\xED\xA0\x80", "sss");
}

/* A million lines of one word, and one line of a million words: no step may look at all. */
static void many_equal_lines_and_words_are_no_trouble(void **state)
{
	struct reading reading;
	struct buf text = BUF_EMPTY;

	(void)state;
	buf_add_string(&text, LEDE "\n");
	for (size_t i = 0; i < 1000000; i++)
		buf_add_string(&text, "on\n");
	for (size_t i = 0; i < 1000000; i++)
		buf_add_string(&text, "on ");
	read_on_to_the_end(&reading, text.at, text.len);
	assert_int_equal(reading.folds.count, 1000002);
	release(&reading);
	buf_release(&text);
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
	read_on_to_the_end(&reading, bytes, len);
	assert_string_equal(reading.states.at, "sssssssssssddddddddddbbbbbb");
	for (size_t i = 11; i < 21; i++)
		assert_int_equal(reading.folds.items[i].of, i - 10);
	release(&reading);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_long_paragraph_said_twice_is_hidden_once),
		cmocka_unit_test(typography_and_case_make_no_difference),
		cmocka_unit_test(a_changed_word_is_always_shown),
		cmocka_unit_test(headings_fold_with_the_run_that_they_lead_into),
		cmocka_unit_test(a_run_names_the_paragraphs_it_follows),
		cmocka_unit_test(refrains_answers_labels_and_cells_stay),
		cmocka_unit_test(a_line_thrice_is_no_run_of_its_own),
		cmocka_unit_test(a_box_of_links_at_the_end_is_hidden),
		cmocka_unit_test(a_box_amid_an_article_has_to_look_the_part),
		cmocka_unit_test(short_repeats_wait_until_a_long_line_settles_them),
		cmocka_unit_test(nothing_waits_longer_than_ten_lines),
		cmocka_unit_test(neighbours_are_shown_as_one_line),
		cmocka_unit_test(a_place_leads_to_its_paragraph),
		cmocka_unit_test(the_title_again_is_hidden_under_itself),
		cmocka_unit_test(paragraphs_joined_say_nothing_new),
		cmocka_unit_test(a_paragraph_cut_short_says_nothing_new),
		cmocka_unit_test(a_paragraph_parted_anew_folds_once_all_of_it_is_there),
		cmocka_unit_test(blocks_that_stand_twice_fold_once_it_is_no_chance),
		cmocka_unit_test(a_change_is_shown_and_named),
		cmocka_unit_test(a_change_amid_a_copy_does_not_end_it),
		cmocka_unit_test(what_stands_in_an_earlier_paragraph_is_shown_as_known),
		cmocka_unit_test(furniture_is_hidden_as_a_whole_line_only),
		cmocka_unit_test(a_label_and_a_headline_are_hidden),
		cmocka_unit_test(lines_that_begin_as_the_article_does_are_its_own),
		cmocka_unit_test(foreign_headlines_at_the_end_are_hidden),
		cmocka_unit_test(entities_are_what_they_stand_for),
		cmocka_unit_test(what_is_repeated_shows_in_any_text),
		cmocka_unit_test(what_is_settled_changes_no_more),
		cmocka_unit_test(the_text_without_its_copies_has_none),
		cmocka_unit_test(many_nearly_equal_paragraphs_are_no_trouble),
		cmocka_unit_test(damage_and_silence_are_shown),
		cmocka_unit_test(many_equal_lines_and_words_are_no_trouble),
		cmocka_unit_test(a_scraped_article_reads_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
