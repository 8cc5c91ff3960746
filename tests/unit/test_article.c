/*
 * One open article: what folds hide, what is offered, where marks stand.
 */
#include "article.h"

#include "edit.h"
#include "support/files.h"
#include "support/open_article.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define PROSE                                                                                  \
	"The clerk of Harnby read the letter aloud to the whole council, slowly, and then "    \
	"sat "                                                                                 \
	"down again.\n"

static struct opened_article bench;
static struct err err;

static int teardown(void **state)
{
	(void)state;
	article_put_away(&bench);
	return 0;
}

static void a_fold_hides_from_its_first_byte_to_what_comes_behind(void **state)
{
	struct hidden hidden;
	size_t len = strlen(PROSE);

	(void)state;
	bench = article_on(PROSE "\n" PROSE "\n\nAn end of another kind.\n", "ada");
	assert_false(article_hidden(bench.article, 0, &hidden));
	assert_true(article_hidden(bench.article, len + 1, &hidden));
	assert_int_equal(hidden.span.start, len + 1);
	assert_int_equal(hidden.span.end, 2 * len + 3);
	assert_int_equal(hidden.run.of_first, 0);
	assert_false(article_hidden(bench.article, hidden.span.end, &hidden));
}

static void folds_open_and_close_singly_and_all(void **state)
{
	struct hidden fold, hidden;
	size_t at = strlen(PROSE);

	(void)state;
	bench = article_on(PROSE PROSE, "ada");
	assert_true(article_fold(bench.article, at, &fold));
	assert_true(article_toggle(bench.article, &fold, &err));
	assert_false(article_hidden(bench.article, at, &hidden));
	assert_true(article_toggle(bench.article, &fold, &err));
	assert_true(article_hidden(bench.article, at, &hidden));
	article_toggle_all(bench.article);
	assert_false(article_hidden(bench.article, at, &hidden));
	assert_true(article_toggle(bench.article, &fold, &err));
	assert_true(article_hidden(bench.article, at, &hidden));
}

static void what_is_not_there_is_an_error_that_names_it(void **state)
{
	const struct article_options options = { .path = "/no/such/file",
						 .who = "a",
						 .url = "" };
	struct article *article;

	(void)state;
	bench = article_on("x", "ada");
	assert_false(article_open(&article, &options, &err));
	assert_non_null(strstr(err.text, "/no/such/file"));
}

static const struct offer *offer_on(const char *words)
{
	const struct offers *offers = article_offers(bench.article, 0);

	for (size_t n = 0; n < offers->count; n++) {
		struct span span = offers->items[n].suggestion.span;

		if (span_length(span) == strlen(words) &&
		    !memcmp(bench.article->text.bytes + span.start, words, strlen(words)))
			return &offers->items[n];
	}
	fail_msg("%s is not offered", words);
	return NULL;
}

static void mark_first(struct article *article, enum mark_kind kind, const char *words)
{
	const struct edit_mark mark = { .kind = kind,
					.of = MARK_ENTITY,
					.span = article_words(article, words, 1) };
	struct edit edit;

	assert_true(edit_mark(article, &mark, &edit, &err));
}

static void an_own_mark_hides_what_it_covers_and_takes_its_name(void **state)
{
	(void)state;
	bench = article_on("Then Mira Osgood came to Harnby. Then Mira Osgood left it.\n",
			   "ada");
	mark_first(bench.article, MARK_ENTITY, "Mira Osgood");
	assert_true(offer_on("Mira Osgood")->hidden);
	assert_true((offer_on("Mira Osgood") + 2)->taken);
	assert_false((offer_on("Mira Osgood") + 2)->hidden);
	assert_false(offer_on("Harnby")->taken);
}

static void a_dismissal_hides_and_takes_as_well(void **state)
{
	(void)state;
	bench = article_on("Then Mira Osgood came to Harnby.\n", "ada");
	mark_first(bench.article, MARK_DISMISSED, "Harnby");
	assert_true(offer_on("Harnby")->hidden);
	assert_false(offer_on("Mira Osgood")->hidden);
}

static void anothers_mark_hides_nothing(void **state)
{
	struct article *other;

	(void)state;
	bench = article_on("Then Mira Osgood came to Harnby.\n", "ada");
	other = article_beside(&bench, "bo");
	mark_first(other, MARK_ENTITY, "Harnby");
	article_free(other);
	assert_true(article_poll(bench.article, &err));
	assert_false(offer_on("Harnby")->hidden);
	assert_false(bench.article->placed.items[0].own);
}

/* Many at once take another way than one by one; both must give the same order. */
static void marks_stand_in_reading_order_however_they_came(void **state)
{
	struct buf text = BUF_EMPTY;
	struct article *other;

	(void)state;
	for (int n = 0; n < 80; n++)
		buf_printf(&text, "word%02d ", n);
	bench = article_on(text.at, "ada");
	other = article_beside(&bench, "bo");
	for (int n = 79; n >= 0; n--) {
		char word[16];

		snprintf(word, sizeof word, "word%02d", n);
		mark_first(other, MARK_CLAIM, word);
	}
	assert_true(article_poll(bench.article, &err));
	assert_int_equal(bench.article->placed.count, 80);
	for (size_t n = 0; n < 80; n++) {
		assert_int_equal(bench.article->placed.items[n].span.start, n * 7);
		assert_int_equal(other->placed.items[n].span.start, n * 7);
	}
	article_free(other);
	buf_release(&text);
}

static void a_search_for_marks_looks_back_as_far_as_the_longest(void **state)
{
	struct span last = { 30, 34 };

	(void)state;
	bench = article_on("one two three four five six seven eight\n", "ada");
	mark_first(bench.article, MARK_CLAIM, "one two three four five six seven");
	mark_first(bench.article, MARK_ENTITY, "five");
	assert_int_equal(article_marks_from(bench.article, last), 0);
}

static void lost_marks_have_no_place_and_stand_last(void **state)
{
	(void)state;
	bench = article_on("alpha beta gamma\n", "ada");
	mark_first(bench.article, MARK_CLAIM, "alpha");
	mark_first(bench.article, MARK_CLAIM, "gamma");
	article_free(bench.article);
	files_put_text(bench.home, "a.txt", "beta gamma delta\n");
	bench.article = article_beside(&bench, "ada");
	assert_int_equal(bench.article->placed.items[0].state, ANCHOR_MOVED);
	assert_int_equal(bench.article->placed.items[1].state, ANCHOR_ORPHAN);
	assert_true(span_empty(bench.article->placed.items[1].span));
}

static void a_huge_text_is_offered_in_windows(void **state)
{
	struct buf text = BUF_EMPTY;
	const struct offers *offers;

	(void)state;
	while (text.len < 4 * ARTICLE_WINDOW)
		buf_add_string(&text, "Then Mira Osgood came to Harnby and left.\n");
	bench = article_on(text.at, "ada");
	offers = article_offers(bench.article, 0);
	assert_int_equal(offers->window.start, 0);
	assert_in_range(offers->window.end, ARTICLE_WINDOW, ARTICLE_WINDOW + 100);
	offers = article_offers(bench.article, text.len);
	assert_int_equal(offers->window.end, text.len);
	assert_in_range(offers->items[0].suggestion.span.start, text.len - ARTICLE_WINDOW,
			text.len);
	buf_release(&text);
}

#define TEST(name) cmocka_unit_test_teardown(name, teardown)

#define MORE                                                                                   \
	"Nobody in the room had heard of the bridge before, and for a while all of them were " \
	"quiet.\n"
#define LAST                                                                                   \
	"Then the oldest of the farmers asked what it would cost, and who was to pay for it "  \
	"all.\n"

static void what_lingers_is_cut_from_its_fold(void **state)
{
	struct hidden fold;
	struct span middle;
	size_t end;

	(void)state;
	bench = article_on(PROSE MORE LAST PROSE MORE LAST, "ada");
	end = bench.article->text.len;
	middle = article_words(bench.article, MORE, 2);
	assert_true(article_hidden(bench.article, middle.start, &fold));
	assert_int_equal(fold.run.last - fold.run.first, 2);
	assert_true(article_linger(bench.article, middle, &err));
	assert_false(article_hidden(bench.article, middle.start, &fold));
	assert_true(article_hidden(bench.article, middle.start - 1, &fold));
	assert_int_equal(fold.span.end, middle.start);
	assert_int_equal(fold.run.first, 3);
	assert_int_equal(fold.run.last, 3);
	assert_int_equal(fold.run.of_last, 0);
	assert_true(article_hidden(bench.article, end - 1, &fold));
	assert_int_equal(fold.span.start, middle.end);
	assert_int_equal(fold.run.of_first, 2);
	assert_int_equal(fold.run.of_last, 2);
	assert_false(article_linger_on(bench.article, (struct span){ 0, end }));
	assert_true(article_linger_on(bench.article, (struct span){ 0, 10 }));
	assert_true(article_hidden(bench.article, middle.start, &fold));
	assert_int_equal(fold.run.of_last, 2);
}

static void a_fold_that_lingers_in_part_opens_and_closes_as_a_whole(void **state)
{
	struct hidden fold;
	struct span middle;

	(void)state;
	bench = article_on(PROSE MORE LAST PROSE MORE LAST, "ada");
	middle = article_words(bench.article, MORE, 2);
	assert_true(article_linger(bench.article, middle, &err));
	assert_true(article_hidden(bench.article, bench.article->text.len - 1, &fold));
	assert_true(article_toggle(bench.article, &fold, &err));
	assert_false(article_hidden(bench.article, middle.start - 1, &fold));
	assert_true(article_toggle(bench.article, &fold, &err));
	assert_true(article_hidden(bench.article, middle.start - 1, &fold));
	assert_true(article_linger_end(bench.article, middle));
	assert_true(article_hidden(bench.article, middle.start, &fold));
	assert_int_equal(fold.run.last - fold.run.first, 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_fold_hides_from_its_first_byte_to_what_comes_behind),
		TEST(folds_open_and_close_singly_and_all),
		TEST(what_is_not_there_is_an_error_that_names_it),
		TEST(an_own_mark_hides_what_it_covers_and_takes_its_name),
		TEST(a_dismissal_hides_and_takes_as_well),
		TEST(anothers_mark_hides_nothing),
		TEST(marks_stand_in_reading_order_however_they_came),
		TEST(a_search_for_marks_looks_back_as_far_as_the_longest),
		TEST(lost_marks_have_no_place_and_stand_last),
		TEST(a_huge_text_is_offered_in_windows),
		TEST(what_lingers_is_cut_from_its_fold),
		TEST(a_fold_that_lingers_in_part_opens_and_closes_as_a_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
