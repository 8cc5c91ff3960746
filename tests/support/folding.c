#include "support/folding.h"

#include "paragraph.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static void feed(struct reading *reading, const char *bytes, size_t len,
		 const struct fold_phrase *phrases)
{
	enum paragraph_mode mode;
	struct span paragraph;
	struct err err;
	size_t at = 0;

	text_borrow(&reading->text, bytes, len);
	mode = paragraph_detect(&reading->text);
	folds_init(&reading->folds);
	reading->folds.phrases = phrases;
	while (paragraph_next(&reading->text, mode, at, &paragraph)) {
		assert_true(folds_feed(&reading->folds, &reading->text, paragraph, &err));
		at = paragraph.end;
	}
}

void folding_feed(struct reading *reading, const char *bytes, size_t len)
{
	feed(reading, bytes, len, NULL);
}

void folding_read_by(struct reading *reading, const char *bytes, size_t len,
		     const struct fold_phrase *phrases)
{
	struct err err;

	feed(reading, bytes, len, phrases);
	assert_true(folds_finish(&reading->folds, &reading->text, &err));
	assert_int_equal(reading->folds.settled, reading->folds.count);
	reading->states = (struct buf)BUF_EMPTY;
	for (size_t i = 0; i < reading->folds.count; i++)
		buf_add_char(&reading->states, "sndb"[reading->folds.items[i].state]);
}

void folding_read(struct reading *reading, const char *bytes, size_t len)
{
	folding_read_by(reading, bytes, len, NULL);
}

void folding_release(struct reading *reading)
{
	folds_release(&reading->folds);
	buf_release(&reading->states);
	text_release(&reading->text);
}

void folding_add_long(struct buf *text, size_t words, const char *last)
{
	for (size_t i = 1; i < words; i++)
		buf_printf(text, "word%zu ", i);
	buf_printf(text, "%s\n", last);
}

void assert_states(const char *bytes, const char *states)
{
	struct reading reading;

	folding_read(&reading, bytes, strlen(bytes));
	assert_string_equal(reading.states.at, states);
	folding_release(&reading);
}

void assert_why(const struct fold_paragraph *paragraph, const char *word)
{
	struct buf why = BUF_EMPTY;

	fold_why(paragraph, &why);
	assert_true(why.len >= strlen(word));
	assert_memory_equal(why.at, word, strlen(word));
	buf_release(&why);
}

void assert_of(const char *bytes, size_t n, size_t of, const char *why)
{
	struct reading reading;

	folding_read(&reading, bytes, strlen(bytes));
	assert_int_equal(reading.folds.items[n].of, of);
	assert_why(&reading.folds.items[n], why);
	folding_release(&reading);
}
