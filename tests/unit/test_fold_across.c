/*
 * Several texts: what an earlier one said folds in the one at hand.
 */
#include "fold_change.h"
#include "fold_words.h"
#include "paragraph.h"
#include "support/folding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#define TEXTS 3

#define BOATS                                                                                  \
	"About 240 boats lie in the harbour this winter, said Ada Holm, who has written "      \
	"down every one of them since the first snow fell in October."
#define FEWER                                                                                  \
	"About 180 boats lie in the harbour this winter, said Ada Holm, who has written "      \
	"down every one of them since the first snow fell in October."
#define TITLE "Lindvik waits for the thaw"

/* Texts one after another, the last one the text at hand. */
struct pile {
	struct text texts[TEXTS];
	size_t count;
	struct folds folds;
	struct buf states; /* of the text at hand: a letter a paragraph */
};

static void feed(struct pile *pile, const char *bytes)
{
	struct text *text = &pile->texts[pile->count++];
	struct span paragraph;
	struct err err;
	size_t at = 0;

	text_borrow(text, bytes, strlen(bytes));
	while (paragraph_next(text, PARAGRAPH_LINE, at, &paragraph)) {
		assert_true(folds_feed(&pile->folds, text, paragraph, &err));
		at = paragraph.end;
	}
}

static void leave(struct pile *pile)
{
	struct err err;

	assert_true(folds_leave(&pile->folds, &pile->texts[pile->count - 1], &err));
	assert_int_equal(pile->folds.own, pile->folds.count);
	assert_int_equal(pile->folds.settled, pile->folds.count);
}

static struct fold_paragraph *own(struct pile *pile, size_t n)
{
	return &pile->folds.items[pile->folds.own + n];
}

/* `first` and perhaps `second` were read before `last`. */
static void read_after(struct pile *pile, const char *first, const char *second,
		       const char *last)
{
	struct err err;

	*pile = (struct pile){ .states = BUF_EMPTY };
	folds_init(&pile->folds);
	feed(pile, first);
	leave(pile);
	if (second) {
		feed(pile, second);
		leave(pile);
	}
	feed(pile, last);
	assert_true(folds_finish(&pile->folds, &pile->texts[pile->count - 1], &err));
	for (size_t n = 0; pile->folds.own + n < pile->folds.count; n++)
		buf_add_char(&pile->states, "sndb"[own(pile, n)->state]);
}

static void release(struct pile *pile)
{
	folds_release(&pile->folds);
	buf_release(&pile->states);
}

/* Own paragraph `n` repeats paragraph `of` of the `nth` text. */
static void assert_repeats(struct pile *pile, size_t n, size_t nth, size_t of)
{
	const struct fold_place place = folds_place(&pile->folds, own(pile, n)->of);

	assert_int_equal(place.n, of);
	if (nth + 1 == pile->count) {
		assert_null(place.text);
		return;
	}
	assert_ptr_equal(place.text, &pile->texts[nth]);
	assert_int_equal(place.nth, nth);
}

static void assert_after(const char *first, const char *last, const char *states)
{
	struct pile pile;

	read_after(&pile, first, NULL, last);
	assert_string_equal(pile.states.at, states);
	release(&pile);
}

static void what_an_earlier_text_said_is_hidden(void **state)
{
	struct pile pile;

	(void)state;
	read_after(&pile, "Lindvik Post\n" LEDE "\n" BODY, NULL, BODY "\nNothing new.\n" LEDE);
	assert_string_equal(pile.states.at, "dsd");
	assert_repeats(&pile, 0, 0, 2);
	assert_repeats(&pile, 2, 0, 1);
	assert_why(own(&pile, 0), "same");
	assert_int_equal(folds_at(&pile.folds, 0), pile.folds.own);
	release(&pile);
}

static void other_bytes_under_the_same_places_are_no_proof(void **state)
{
	(void)state;
	assert_after(LEDE, BODY "\n" ENDING, "ss");
}

static void headings_fold_with_a_copied_run(void **state)
{
	struct pile pile;

	(void)state;
	read_after(&pile, TITLE "\n" LEDE "\n" HEADING "\n" BODY "\n" ENDING, NULL,
		   TITLE "\n" LEDE "\n" HEADING "\n" BODY
			 "\nOur reporter adds a word.\n" ENDING);
	assert_string_equal(pile.states.at, "ddddsd");
	assert_why(own(&pile, 0), "run");
	assert_repeats(&pile, 2, 0, 2);
	release(&pile);
}

static void a_heading_alone_stays(void **state)
{
	(void)state;
	assert_after(LEDE "\n" HEADING "\n" BODY, ENDING "\n" HEADING "\n" BOATS, "sss");
}

static void a_changed_figure_is_near_and_names_its_kind(void **state)
{
	struct pile pile;

	(void)state;
	read_after(&pile, TITLE "\n" BOATS, NULL, FEWER);
	assert_string_equal(pile.states.at, "n");
	assert_repeats(&pile, 0, 0, 1);
	assert_why(own(&pile, 0), "changed:number");
	release(&pile);
}

static void the_word_difference_reads_both_texts(void **state)
{
	struct pile pile;
	struct fold_edits edits = { 0 };
	struct buf line = BUF_EMPTY;
	struct err err;

	(void)state;
	read_after(&pile, LEDE "\n" BOATS "\n", NULL, FEWER "\n");
	assert_true(fold_edits_make(&edits, &pile.folds, &pile.texts[pile.count - 1],
				    pile.folds.own, &err));
	assert_int_equal(edits.count, 1);
	fold_edit_say(&edits, &edits.items[0], &line);
	assert_non_null(strstr(line.at, "number  240 → 180"));
	buf_release(&line);
	fold_edits_release(&edits);
	release(&pile);
}

static void other_typography_is_said_to_be_that(void **state)
{
	struct pile pile;

	(void)state;
	read_after(&pile, LEDE, NULL, "  " LEDE);
	assert_string_equal(pile.states.at, "d");
	assert_why(own(&pile, 0), "typography");
	release(&pile);
	read_after(&pile,
		   "“We can’t wait for the thaw – not this year…” said Ada Holm, who owns "
		   "two boats and the smokehouse.",
		   NULL,
		   "\"We can't wait for the thaw - not this year...\" said Ada Holm, who owns "
		   "two boats and the smokehouse.");
	assert_string_equal(pile.states.at, "d");
	assert_why(own(&pile, 0), "typography");
	release(&pile);
}

static void paragraphs_joined_cut_and_parted_are_found(void **state)
{
	struct pile pile;

	(void)state;
	read_after(&pile, TITLE "\n" LEDE "\n" BODY "\n" BOATS, NULL,
		   LEDE " " BODY "\nAbout 240 boats lie in the harbour this winter, said Ada "
			"Holm, who has written…");
	assert_string_equal(pile.states.at, "dd");
	assert_why(own(&pile, 0), "joined");
	assert_why(own(&pile, 1), "cut");
	release(&pile);
	read_after(&pile, TITLE "\n" LEDE " " BODY, NULL, LEDE "\n" BODY);
	assert_string_equal(pile.states.at, "dd");
	assert_why(own(&pile, 0), "pieces");
	assert_repeats(&pile, 1, 0, 1);
	release(&pile);
}

/* The end of one text and the beginning of the next are no two neighbours. */
static void paragraphs_of_two_texts_join_to_none(void **state)
{
	struct pile pile;

	(void)state;
	read_after(&pile, TITLE "\n" LEDE, BODY, LEDE " " BODY);
	assert_string_equal(pile.states.at, "n");
	release(&pile);
}

static void a_copy_of_a_copy_leads_to_the_original(void **state)
{
	struct pile pile;

	(void)state;
	read_after(&pile, TITLE "\n" LEDE "\n" LEDE, BODY "\n" LEDE, LEDE "\n" BODY);
	assert_string_equal(pile.states.at, "dd");
	assert_repeats(&pile, 0, 0, 1);
	assert_repeats(&pile, 1, 1, 0);
	release(&pile);
}

/* One line of a fold names one text. */
static void a_run_ends_where_its_originals_change_texts(void **state)
{
	struct fold_run run;
	struct pile pile;

	(void)state;
	read_after(&pile, LEDE, BODY "\n" ENDING, LEDE "\n" BODY "\n" ENDING);
	assert_string_equal(pile.states.at, "ddd");
	assert_true(folds_run(&pile.folds, pile.folds.own, &run));
	assert_int_equal(run.first, pile.folds.own);
	assert_int_equal(run.last, pile.folds.own);
	assert_true(folds_run(&pile.folds, pile.folds.own + 2, &run));
	assert_int_equal(run.first, pile.folds.own + 1);
	assert_int_equal(folds_place(&pile.folds, run.of_last).n, 1);
	release(&pile);
}

/* The last paragraphs of an earlier text are hidden, too: they belong to another line. */
static void a_run_begins_anew_with_a_text(void **state)
{
	struct fold_run run;
	struct pile pile;

	(void)state;
	read_after(&pile, LEDE "\n" BODY "\n" LEDE, NULL, BODY "\n" ENDING);
	assert_string_equal(pile.states.at, "ds");
	assert_true(folds_run(&pile.folds, pile.folds.own, &run));
	assert_int_equal(run.first, pile.folds.own);
	release(&pile);
}

static void own_repeats_lead_to_the_own_text(void **state)
{
	struct pile pile;

	(void)state;
	read_after(&pile, LEDE, NULL, TITLE "\n" BODY "\n" LEDE "\n" BODY);
	assert_string_equal(pile.states.at, "ssdd");
	assert_repeats(&pile, 2, 0, 0);
	assert_repeats(&pile, 3, 1, 1);
	release(&pile);
}

static void the_title_counts_from_the_texts_own_start(void **state)
{
	struct pile pile;

	(void)state;
	read_after(&pile, LEDE "\n" BODY, NULL, TITLE "\nBy Ada Holm\n" TITLE "\n" ENDING);
	assert_string_equal(pile.states.at, "ssds");
	assert_why(own(&pile, 2), "title");
	release(&pile);
	read_after(&pile, LEDE "\n" TITLE "\n" BODY, NULL,
		   TITLE "\nBy Ada Holm\n" TITLE "\n" ENDING);
	assert_string_equal(pile.states.at, "ssds");
	assert_repeats(&pile, 2, 1, 0);
	release(&pile);
	/* Another text's title is only a line that stands there, too. */
	assert_after(TITLE "\n" LEDE, TITLE "\n" BODY, "ss");
}

static void a_box_of_links_ends_with_its_text(void **state)
{
	(void)state;
	assert_after(TITLE "\n" LEDE "\n" BODY "\nRead more\nTen quays to see",
		     "Nine boats to sail\nTen quays to see\n" ENDING, "sss");
}

/* A teaser of an earlier page may be the news of this one. */
static void furniture_elsewhere_is_no_evidence_here(void **state)
{
	struct pile pile;

	(void)state;
	read_after(&pile,
		   TITLE "\n" LEDE "\n" BODY "\nRead more\nTen quays to see before winter",
		   NULL,
		   "Ten quays to see before winter\n" BOATS "\nTen quays to see before winter");
	assert_int_equal(pile.folds.items[4].state, FOLD_BOILERPLATE);
	assert_string_equal(pile.states.at, "ssd");
	assert_why(own(&pile, 2), "title");
	release(&pile);
	assert_after(TITLE "\n" LEDE "\nSign up for our newsletter",
		     BODY "\nSign up for our newsletter", "sb");
}

static void lines_that_stood_twice_elsewhere_prove_no_doubling(void **state)
{
	(void)state;
	assert_after("Ice\nSnow\nSnow\nWind\nWind\n" LEDE "\n" LEDE, "Rain\nRain\n" BODY,
		     "sss");
	assert_after("Snow\nWind", "Snow\nWind\nRain", "sss");
}

static void what_waits_is_settled_when_a_text_is_left(void **state)
{
	struct pile pile = { .states = BUF_EMPTY };
	struct err err;

	(void)state;
	folds_init(&pile.folds);
	feed(&pile, LEDE "\n" HEADING "\n" BODY "\n" HEADING);
	assert_int_equal(pile.folds.settled, 3);
	leave(&pile);
	feed(&pile, BODY);
	assert_true(folds_finish(&pile.folds, &pile.texts[1], &err));
	assert_int_equal(pile.folds.items[3].state, FOLD_SHOWN);
	assert_int_equal(own(&pile, 0)->state, FOLD_DUPLICATE);
	release(&pile);
}

static void an_empty_text_is_passed_over(void **state)
{
	struct pile pile;

	(void)state;
	read_after(&pile, "", LEDE, LEDE);
	assert_string_equal(pile.states.at, "d");
	assert_repeats(&pile, 0, 1, 0);
	release(&pile);
	read_after(&pile, LEDE, "", LEDE);
	assert_repeats(&pile, 0, 0, 0);
	release(&pile);
}

static unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	return *seed >> 16;
}

/* A text of few lines and many repeats. */
static void make_text(struct buf *text, unsigned *seed)
{
	static const char *const lines[] = {
		LEDE,
		BODY,
		ENDING,
		HEADING,
		"Yes.",
		TITLE,
		"Related",
		BOATS,
		FEWER,
		LEDE " " BODY,
		BODY " " BOATS,
		"***",
		"Read more",
		"Ten quays to see before winter",
		"Snow",
		"ADVERTISEMENT",
		"Fishermen who had asked for one open quay left the meeting early and…",
	};
	size_t count = 1 + next_random(seed) % 20;

	buf_clear(text);
	for (size_t i = 0; i < count; i++) {
		buf_add_string(text, lines[next_random(seed) % (sizeof lines / sizeof *lines)]);
		buf_add_char(text, '\n');
	}
}

/* The words of a paragraph, in whichever text it is. */
static struct fold_stretch words_of(const struct pile *pile, size_t n)
{
	const struct text *text = folds_place(&pile->folds, n).text;

	if (!text)
		text = &pile->texts[pile->count - 1];
	return (struct fold_stretch){ text->bytes, pile->folds.items[n].span, NULL };
}

static const struct text *text_of(const struct pile *pile, size_t n)
{
	return folds_place(&pile->folds, n).text;
}

static void assert_proven(const struct pile *pile, size_t n)
{
	const struct fold_paragraph *it = &pile->folds.items[n];
	struct fold_stretch copy = words_of(pile, n), original;
	struct buf why = BUF_EMPTY;

	assert_true(it->of < n);
	assert_false(folds_hidden(&pile->folds, it->of));
	original = words_of(pile, it->of);
	fold_why(it, &why);
	if (strncmp(why.at, "joined", 6) == 0)
		assert_true(fold_words_lead(original, &copy));
	else if (it->state == FOLD_DUPLICATE && strncmp(why.at, "cut", 3) != 0 &&
		 strncmp(why.at, "pieces", 6) != 0)
		assert_true(fold_words_equal(original, copy));
	buf_release(&why);
}

static void assert_run_in_one_text(const struct pile *pile, size_t n)
{
	struct fold_run run;

	if (!folds_run(&pile->folds, n, &run))
		return;
	assert_ptr_equal(text_of(pile, run.first), text_of(pile, run.last));
	if (run.state == FOLD_DUPLICATE)
		assert_ptr_equal(text_of(pile, run.of_first), text_of(pile, run.of_last));
}

static void whatever_texts_hide_is_proven_and_shows_elsewhere(void **state)
{
	struct buf texts[TEXTS] = { BUF_EMPTY, BUF_EMPTY, BUF_EMPTY };

	(void)state;
	for (unsigned seed = 1; seed <= 3000; seed++) {
		unsigned dice = seed;
		struct reading alone;
		struct pile pile;

		for (size_t i = 0; i < TEXTS; i++)
			make_text(&texts[i], &dice);
		read_after(&pile, texts[0].at, texts[1].at, texts[2].at);
		folding_read(&alone, texts[0].at, texts[0].len);
		for (size_t n = 0; n < pile.folds.count; n++) {
			if (n < alone.folds.count)
				assert_int_equal(pile.folds.items[n].state,
						 alone.folds.items[n].state);
			if (pile.folds.items[n].of != FOLD_NONE)
				assert_proven(&pile, n);
			assert_run_in_one_text(&pile, n);
		}
		folding_release(&alone);
		release(&pile);
	}
	for (size_t i = 0; i < TEXTS; i++)
		buf_release(&texts[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_an_earlier_text_said_is_hidden),
		cmocka_unit_test(other_bytes_under_the_same_places_are_no_proof),
		cmocka_unit_test(headings_fold_with_a_copied_run),
		cmocka_unit_test(a_heading_alone_stays),
		cmocka_unit_test(a_changed_figure_is_near_and_names_its_kind),
		cmocka_unit_test(the_word_difference_reads_both_texts),
		cmocka_unit_test(other_typography_is_said_to_be_that),
		cmocka_unit_test(paragraphs_joined_cut_and_parted_are_found),
		cmocka_unit_test(paragraphs_of_two_texts_join_to_none),
		cmocka_unit_test(a_copy_of_a_copy_leads_to_the_original),
		cmocka_unit_test(a_run_ends_where_its_originals_change_texts),
		cmocka_unit_test(a_run_begins_anew_with_a_text),
		cmocka_unit_test(own_repeats_lead_to_the_own_text),
		cmocka_unit_test(the_title_counts_from_the_texts_own_start),
		cmocka_unit_test(a_box_of_links_ends_with_its_text),
		cmocka_unit_test(furniture_elsewhere_is_no_evidence_here),
		cmocka_unit_test(lines_that_stood_twice_elsewhere_prove_no_doubling),
		cmocka_unit_test(what_waits_is_settled_when_a_text_is_left),
		cmocka_unit_test(an_empty_text_is_passed_over),
		cmocka_unit_test(whatever_texts_hide_is_proven_and_shows_elsewhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
