/*
 * Texts made to be slow: no step may look at all of them. That they are folded at all is the
 * test; were a step to look at everything before it, none of this would end in time.
 */
#include "support/fold_laws.h"
#include "support/folding.h"
#include "support/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct hostile {
	const char *name;
	void (*line)(size_t n, struct buf *out);
	size_t lines;
	size_t hidden; /* of them; SIZE_MAX: any number may be */
};

static void equal_prose(size_t n, struct buf *out)
{
	(void)n;
	buf_add_string(out, LEDE);
}

static void equal_title(size_t n, struct buf *out)
{
	(void)n;
	buf_add_string(out, "Harbour of Lindvik stays shut");
}

static void two_in_turn(size_t n, struct buf *out)
{
	buf_add_string(out, n % 2 ? BODY : LEDE);
}

static void one_word_apart(size_t n, struct buf *out)
{
	buf_printf(out,
		   "The guard counted %zu boats that left the quay before dawn although "
		   "the harbour was closed to all.",
		   n);
}

/* The same in the middle of many words: the longest that are compared one by one. */
static void one_word_apart_in_many(size_t n, struct buf *out)
{
	for (size_t i = 0; i < 100; i++)
		buf_add_string(out, LEDE " ");
	buf_printf(out, "%zu boats", n);
}

static void same_first_words(size_t n, struct buf *out)
{
	struct dice dice = { n };

	buf_add_string(out, "The guard of the old harbour of Lindvik says");
	for (size_t i = 0; i < 12; i++)
		buf_printf(out, " word%zu", dice_below(&dice, 100000));
}

/* Words of four: they have 64 3-grams, and all lines have them all. */
static void all_grams(size_t n, struct buf *out)
{
	static const char *const words[] = { "ice ", "boat ", "quay ", "snow " };
	struct dice dice = { n };

	for (size_t i = 0; i < 80; i++)
		buf_add_string(out, words[dice_below(&dice, 4)]);
	buf_printf(out, "%zu", n);
}

static void two_letters(size_t n, struct buf *out)
{
	struct dice dice = { n };

	for (size_t i = 0; i < 40; i++)
		buf_add_string(out, dice_below(&dice, 2) ? "a " : "b ");
}

static void a_word_as_long_as_is_read(size_t n, struct buf *out)
{
	while (out->len < FOLD_READ_MAX - 64)
		buf_add_string(out, "boat ");
	buf_printf(out, "%zu", n);
}

/* No mark: none of them may look at all that follow. */
static void stars_before_a_word(size_t n, struct buf *out)
{
	buf_add_string(out, "boat ");
	while (out->len < FOLD_READ_MAX - 64)
		buf_add_string(out, "********");
	buf_printf(out, "%zu", n);
}

/* Not read, though it is the same again. */
static void longer_than_is_read(size_t n, struct buf *out)
{
	(void)n;
	while (out->len <= FOLD_READ_MAX)
		buf_add_string(out, LEDE " ");
}

/* Each may be the first piece of the paragraph that begins all. */
static void first_pieces(size_t n, struct buf *out)
{
	for (size_t i = 0; n == 0 && i < 2000; i++)
		buf_add_string(out, "We sail on again. ");
	if (n)
		buf_add_string(out, n % 30 ? "We sail on again." : "Boats froze.");
}

static void boxes_in_boxes(size_t n, struct buf *out)
{
	buf_add_string(out, n < 2   ? LEDE
			    : n % 2 ? "Ten quays to see before summer"
				    : "Related");
}

static void headlines_without_end(size_t n, struct buf *out)
{
	if (n < 3)
		buf_add_string(out, n == 1 ? BODY : n ? LEDE : ENDING);
	else
		buf_printf(out, "Choir %zu wins at festival in Prague", n);
}

static void doubled_lines(size_t n, struct buf *out)
{
	buf_printf(out, "Boat %zu", n / 2);
}

static void wordless(size_t n, struct buf *out)
{
	buf_add_string(out, n ? "***" : LEDE);
}

static void joined_words(size_t n, struct buf *out)
{
	if (n < 5000)
		buf_add_string(out, "Ice");
	for (size_t i = 0; n >= 5000 && i < 200; i++)
		buf_add_string(out, "Ice ");
}

/* Eight paragraphs, then all of them in one, with a change each time. */
static void joined_with_a_change(size_t n, struct buf *out)
{
	const size_t first = n < 8 ? n : 0, last = n < 8 ? n : 7;

	for (size_t i = first; i <= last; i++)
		buf_printf(out, "Boat %zu sailed at dawn with %zu men and came back at noon. ",
			   i, n >= 8 && i == n % 8 ? n : 4);
}

#define ANY SIZE_MAX

static const struct hostile hostile[] = {
	{ "equal prose", equal_prose, 10000, 9999 },
	{ "equal titles", equal_title, 30000, ANY },
	{ "two paragraphs in turn", two_in_turn, 10000, 9998 },
	{ "one word apart", one_word_apart, 5000, 0 },
	{ "one word apart in many", one_word_apart_in_many, 60, 0 },
	{ "the same first words", same_first_words, 5000, 0 },
	{ "the same 3-grams", all_grams, 1500, 0 },
	{ "two letters in any order", two_letters, 10000, 0 },
	{ "one word, as long as is read", a_word_as_long_as_is_read, 3, 0 },
	{ "stars before a word", stars_before_a_word, 3, 0 },
	{ "longer than is read", longer_than_is_read, 3, 0 },
	{ "first pieces", first_pieces, 20000, ANY },
	{ "boxes in boxes", boxes_in_boxes, 10000, ANY },
	{ "headlines without end", headlines_without_end, 10000, 0 },
	{ "doubled lines", doubled_lines, 20000, 0 },
	{ "lines without words", wordless, 30000, 0 },
	{ "words joined", joined_words, 5100, ANY },
	{ "joined with a change", joined_with_a_change, 3000, 0 },
};

static void make(const struct hostile *it, struct buf *out)
{
	const size_t lines =
		getenv("DIPLE_VALGRIND") && it->lines > 1000 ? it->lines / 20 : it->lines;
	struct buf line = BUF_EMPTY;

	for (size_t n = 0; n < lines; n++) {
		buf_clear(&line);
		it->line(n, &line);
		buf_add(out, line.at, line.len);
		buf_add_char(out, '\n');
	}
	buf_release(&line);
}

static void assert_shows_what_is_repeated(const struct hostile *it, const struct folds *folds)
{
	size_t hidden = 0;

	for (size_t n = 0; n < folds->count; n++) {
		const size_t of = folds->items[n].of;

		hidden += folds_hidden(folds, n);
		if (of != FOLD_NONE && (of >= n || folds_hidden(folds, of)))
			fail_msg("%s: %zu repeats %zu", it->name, n, of);
	}
	if (it->hidden == 0 && hidden)
		fail_msg("%s: %zu are hidden", it->name, hidden);
	if (it->hidden != ANY && it->hidden && folds->count - hidden != it->lines - it->hidden)
		fail_msg("%s: %zu are hidden", it->name, hidden);
}

static void texts_made_to_be_slow_are_folded(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
		struct buf bytes = BUF_EMPTY;
		struct folds folds;
		struct text text;

		make(&hostile[i], &bytes);
		text_borrow(&text, bytes.at, bytes.len);
		assert_true(fold_laws_read(&text, PARAGRAPH_LINE, &folds));
		assert_shows_what_is_repeated(&hostile[i], &folds);
		folds_release(&folds);
		text_release(&text);
		buf_release(&bytes);
	}
}

static void a_block_of_a_million_lines_is_one_paragraph(void **state)
{
	struct buf bytes = BUF_EMPTY;
	struct folds folds;
	struct text text;

	(void)state;
	for (size_t i = 0; i < 1000000; i++)
		buf_add_string(&bytes, "ice\n");
	text_borrow(&text, bytes.at, bytes.len);
	assert_true(fold_laws_read(&text, PARAGRAPH_BLOCK, &folds));
	assert_int_equal(folds.count, 1);
	folds_release(&folds);
	buf_release(&bytes);
}

static void a_million_blank_lines_are_none(void **state)
{
	struct buf bytes = BUF_EMPTY;
	struct folds folds;
	struct text text;

	(void)state;
	for (size_t i = 0; i < 1000000; i++)
		buf_add_string(&bytes, i % 3 ? "\n" : " \t\r\n");
	text_borrow(&text, bytes.at, bytes.len);
	assert_true(fold_laws_read(&text, PARAGRAPH_BLOCK, &folds));
	assert_int_equal(folds.count, 0);
	folds_release(&folds);
	buf_release(&bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_made_to_be_slow_are_folded),
		cmocka_unit_test(a_block_of_a_million_lines_is_one_paragraph),
		cmocka_unit_test(a_million_blank_lines_are_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
