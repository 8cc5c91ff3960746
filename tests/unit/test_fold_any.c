/* What holds for any text. */
#include "support/folding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static unsigned next_random(unsigned *seed)
{
	*seed = *seed * 1103515245u + 12345u;
	return *seed >> 16;
}

#define LEDE_AND_BODY	LEDE " " BODY
#define BODY_AND_ENDING BODY " " ENDING
#define OTHER_LEDE                                                                             \
	"The harbour of Lindvik will stay closed until the snow has gone, the town council "   \
	"decided on Friday evening."

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
		LEDE_AND_BODY,
		BODY_AND_ENDING,
		"Fishermen who had asked for one open quay left…",
		OTHER_LEDE,
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
		folding_read(&reading, text.at, text.len);
		assert_targets_show(&reading.folds);
		folding_release(&reading);
	}
	buf_release(&text);
}

/* Hashes have another seed each time; nothing may rest on it. */
static void the_same_text_folds_the_same_way(void **state)
{
	struct buf text = BUF_EMPTY;

	(void)state;
	for (unsigned seed = 1; seed <= 300; seed++) {
		struct reading first, again;

		make_text(&text, seed);
		folding_read(&first, text.at, text.len);
		folding_read(&again, text.at, text.len);
		assert_string_equal(first.states.at, again.states.at);
		for (size_t n = 0; n < first.folds.count; n++)
			assert_int_equal(first.folds.items[n].of, again.folds.items[n].of);
		folding_release(&first);
		folding_release(&again);
	}
	buf_release(&text);
}

/* A painter asks for every row. */
static void a_long_run_is_known_from_each_of_its_lines(void **state)
{
	struct reading reading;
	struct buf text = BUF_EMPTY;
	const size_t lines = 50000;

	(void)state;
	for (size_t i = 0; i < 2 * lines; i++)
		buf_printf(
			&text,
			"Boat %zu left the old quay of Lindvik before the ice had closed its "
			"harbour to all who sail there.\n",
			i % lines);
	folding_read(&reading, text.at, text.len);
	for (size_t n = lines; n < 2 * lines; n++) {
		struct fold_run run;

		assert_true(folds_run(&reading.folds, n, &run));
		assert_int_equal(run.first, lines);
		assert_int_equal(run.last, 2 * lines - 1);
		assert_int_equal(run.of_last, lines - 1);
	}
	folding_release(&reading);
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
		folding_feed(&reading, text.at, text.len);
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
	folding_read(&reading, text, strlen(text));
	assert_string_equal(reading.states.at, "ssssddddbb");
	for (size_t n = 0; n < reading.folds.count; n++) {
		const struct span span = reading.folds.items[n].span;

		if (folds_hidden(&reading.folds, n))
			continue;
		buf_add(&left, text + span.start, span_length(span));
		buf_add_char(&left, '\n');
	}
	folding_release(&reading);
	folding_read(&reading, left.at, left.len);
	assert_string_equal(reading.states.at, "ssss");
	folding_release(&reading);
	buf_release(&left);
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
	folding_read(&reading, text.at, text.len);
	assert_int_equal(reading.folds.count, 1000002);
	folding_release(&reading);
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_repeated_shows_in_any_text),
		cmocka_unit_test(the_same_text_folds_the_same_way),
		cmocka_unit_test(a_long_run_is_known_from_each_of_its_lines),
		cmocka_unit_test(what_is_settled_changes_no_more),
		cmocka_unit_test(the_text_without_its_copies_has_none),
		cmocka_unit_test(damage_and_silence_are_shown),
		cmocka_unit_test(many_equal_lines_and_words_are_no_trouble),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
