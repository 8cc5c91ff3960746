/* Words taken many bytes at once are those that the walk finds one by one. */
#include "fold_hash.h"
#include "fold_letters.h"
#include "fold_scan.h"
#include "fold_words.h"
#include "support/folding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define SEED 7u

static void assert_scanned_as_walked(const char *bytes, size_t len)
{
	struct fold_walk scanned = fold_walk_in(bytes, (struct span){ 0, len });
	struct fold_walk walked = scanned;
	struct fold_tokens tokens = { 0 };
	struct fold_word word;
	struct err err;
	size_t n = 0;

	assert_true(fold_scan(&scanned, SEED, &tokens, &err));
	for (; fold_walk_next(&walked, &word); n++) {
		assert_true(n < tokens.count);
		assert_int_equal(tokens.items[n].hash,
				 fold_hash_bytes(word.bytes, word.len, SEED));
		assert_int_equal(tokens.items[n].end, walked.at);
		assert_int_equal(tokens.items[n].begins, word.begins);
		if (n)
			assert_int_equal(tokens.items[n - 1].gap, word.gap);
		if (word.begins == FOLD_UPPER)
			assert_int_equal(!!(tokens.items[n].marks & FOLD_MARK_OPENS),
					 word.opens);
	}
	assert_int_equal(n, tokens.count);
	assert_int_equal(scanned.last, walked.last);
	assert_int_equal(scanned.inner, walked.inner);
	assert_int_equal(scanned.trailing, walked.trailing);
	free(tokens.items);
}

static void words_are_the_same_however_they_are_taken(void **state)
{
	static const char *const lines[] = {
		"",
		"Ice",
		"The council's ice-free, 2.5 km quay: \"Closed\" (until 2019)...",
		"don't rock 'n' roll `quoted' 1990's -5 + 7 a-5 <3 > 4 $20 50% x=y ~z",
		"a sixteen-byte abcdefghijklmnop and abcdefghijklmnopq word",
		("“Caf\xC3\xA9” – na\xC3\xAFve… \xC5\x81\xC3\xB3\xC4\x91\xC5\xBA &amp; AT&T "
		 "&nbsp;end"),
		"((AB)) said: yes!No?\tMaybe, 1,000/2 10:30. 7",
	};

	(void)state;
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		for (size_t len = 0; len <= strlen(lines[i]); len++)
			assert_scanned_as_walked(lines[i], len);
}

static void random_bytes_are_the_same_however_they_are_taken(void **state)
{
	static const char letters[] = "aZ09 .,:/+!*-'`\"&;$<>()|\xC3\xA9\xE2\x80\x99\xC2\xAD\n";
	unsigned seed = 1;
	char bytes[200];

	(void)state;
	for (int round = 0; round < 20000; round++) {
		for (size_t i = 0; i < sizeof bytes; i++) {
			seed = seed * 1103515245u + 12345u;
			bytes[i] = letters[(seed >> 16) % (sizeof letters - 1)];
		}
		assert_scanned_as_walked(bytes, sizeof bytes);
	}
}

/* Adds `count` of the pieces, drawn by lot. */
static void draw(const char *const *pieces, size_t kinds, size_t count, unsigned *seed,
		 struct buf *text)
{
	for (size_t i = 0; i < count; i++) {
		*seed = *seed * 1103515245u + 12345u;
		buf_add_string(text, pieces[(*seed >> 16) % kinds]);
	}
	assert_false(text->failed);
}

static void rows_of_plain_words_are_the_same_however_they_are_taken(void **state)
{
	static const char *const pieces[] = { "Ice ",  "fell, ",       "ends. ",
					      "1999 ", "2.5 ",	       "harbourmasters ",
					      "X",     "caf\xC3\xA9 ", "“So”, ",
					      "it’s ", " – ",	       "A. ",
					      "" };
	struct buf text = BUF_EMPTY;
	unsigned seed = 1;

	(void)state;
	for (int round = 0; round < 2000; round++) {
		buf_clear(&text);
		draw(pieces, sizeof pieces / sizeof *pieces, 60, &seed, &text);
		assert_scanned_as_walked(text.at, text.len);
	}
	buf_release(&text);
}

/* A soft hyphen is no part of a word. Without ß: the library makes ss of it beside what it has
 * to fold. */
static void words_are_the_same_whether_characters_are_known_or_looked_up(void **state)
{
	static const char *const pieces[] = { "a", "Z", "7", "\xC3\xA9", "\xC3\x89",
					      "Ж", "ж", "ł", "Ł",	 "'",
					      "’", "`", ".", "\u0301",	 "\xC3\x97",
					      "°", "²" };
	struct fold_letters letters = { .longs = { 0 } };
	struct buf word = BUF_EMPTY, parted = BUF_EMPTY;
	unsigned seed = 1;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		buf_clear(&word);
		buf_clear(&parted);
		buf_add_string(&word, "ab");
		draw(pieces, sizeof pieces / sizeof *pieces, 5, &seed, &word);
		buf_add(&parted, word.at, 1);
		buf_add_string(&parted, "\xC2\xAD");
		buf_add(&parted, word.at + 1, word.len - 1);
		assert_true(fold_words_equal(
			(struct fold_stretch){ word.at, { 0, word.len }, &letters },
			(struct fold_stretch){ parted.at, { 0, parted.len }, NULL }));
	}
	fold_letters_release(&letters);
	buf_release(&word);
	buf_release(&parted);
}

/* `count` words that stand nowhere else; the one at `changed` is another. Of fewer than ten,
 * one amid them takes half of all 3-grams away, and nothing is near. */
static void add_paragraph(struct buf *text, int first, int count, int changed)
{
	for (int i = 0; i < count; i++)
		buf_printf(text, "%sw%dx", i ? " " : "", i == changed ? -first : first + i);
	buf_add_string(text, ".\n");
}

static void a_change_of_any_one_word_is_found(void **state)
{
	static const int counts[] = { 10, 12, 18, 19, 26, 34, 35, 60, 120 };
	struct buf text = BUF_EMPTY;
	int first = 1;

	(void)state;
	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
		for (int changed = 0; changed < counts[i]; changed++, first += counts[i]) {
			struct reading reading;

			buf_clear(&text);
			add_paragraph(&text, first, counts[i], -1);
			add_paragraph(&text, first + 10000, 40, -1);
			add_paragraph(&text, first, counts[i], changed);
			folding_read(&reading, text.at, text.len);
			assert_string_equal(reading.states.at, "ssn");
			folding_release(&reading);
		}
	}
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_the_same_however_they_are_taken),
		cmocka_unit_test(random_bytes_are_the_same_however_they_are_taken),
		cmocka_unit_test(rows_of_plain_words_are_the_same_however_they_are_taken),
		cmocka_unit_test(words_are_the_same_whether_characters_are_known_or_looked_up),
		cmocka_unit_test(a_change_of_any_one_word_is_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
