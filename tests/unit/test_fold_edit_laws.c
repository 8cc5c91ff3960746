/*
 * What holds of the edits between any two paragraphs, made at random.
 */
#include "support/edits.h"

#include "fold_change.h"
#include "fold_words.h"
#include "support/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* Whatever changed in the last paragraph, what the verdict names is what the edits are. */
static void assert_kinds_are_named(const char *earlier)
{
	static const char *const words[] = { "12",    "15",   "not",  "Tuesday", "Friday",
					     "Ada",   "Lund", "said", "boats",	 "“many”",
					     "never", "of",   "the",  "1999",	 "$" };
	unsigned seed = 7;

	for (size_t round = 0; round < 500; round++) {
		struct fold_edits edits = { 0 };
		struct reading reading;
		struct buf text = BUF_EMPTY;
		unsigned kinds = 0;
		struct err err;
		size_t last;

		buf_add_string(&text, earlier);
		for (const char *at = BODY " " LEDE; *at; at += strcspn(at, " ")) {
			at += *at == ' ';
			seed = seed * 1103515245u + 12345u;
			if (seed >> 16 & 7)
				buf_add(&text, at, strcspn(at, " "));
			else
				buf_add_string(&text, words[(seed >> 20) % 15]);
			buf_add_char(&text, ' ');
		}
		folding_read(&reading, text.at, text.len);
		last = reading.folds.count - 1;
		assert_true(fold_edits_make(&edits, &reading.folds, &reading.text, last, &err));
		for (size_t i = 0; i < edits.count; i++)
			kinds |= edits.items[i].kinds;
		if (reading.folds.items[last].state == FOLD_NEAR)
			assert_int_equal(kinds, reading.folds.items[last].changed);
		fold_edits_release(&edits);
		folding_release(&reading);
		buf_release(&text);
	}
}

static void the_verdict_names_the_kinds_of_the_edits(void **state)
{
	(void)state;
	assert_kinds_are_named(BODY " " LEDE "\n");
	assert_kinds_are_named(BODY "\n" LEDE "\n");
	assert_kinds_are_named(ENDING "\n" BODY "\n" LEDE "\n" ENDING "\n");
}

/* Some of the words of `from`, others between them. */
static void add_variant(struct buf *text, const char *from, struct dice *dice)
{
	static const char *const words[] = { "ice", "Lund", "“many”",	"氷",
					     "ช้า",  "\xFF", "é&nbsp;",	"عشرة",
					     "(or", "not)", "\xED\xA0", "," };

	for (const char *at = from; *at; at += *at == ' ') {
		const size_t len = strcspn(at, " ");

		if (dice_below(dice, 20))
			buf_add(text, at, len);
		if (!dice_below(dice, 20))
			buf_printf(text, " %s", words[dice_below(dice, 12)]);
		buf_add_char(text, ' ');
		at += len;
	}
}

/* The old paragraph with all edits made, for paragraph 1 of two. */
static void add_edited(struct buf *out, const struct fold_edits *edits, struct span old)
{
	size_t at = old.start, last = edits->paragraph.start;

	for (size_t i = 0; i < edits->count; i++) {
		const struct fold_edit *edit = &edits->items[i];

		assert_true(at <= edit->old.start && edit->old.start <= edit->old.end);
		assert_true(last <= edit->new.start && edit->new.start <= edit->new.end);
		assert_true(edit->kinds);
		buf_add(out, edits->old_bytes + at, edit->old.start - at);
		buf_add_char(out, ' ');
		buf_add(out, edits->new_bytes + edit->new.start, span_length(edit->new));
		buf_add_char(out, ' ');
		at = edit->old.end;
		last = edit->new.end;
	}
	assert_true(at <= old.end && last <= edits->paragraph.end);
	buf_add(out, edits->old_bytes + at, old.end - at);
}

static void the_old_words_with_all_edits_made_are_the_new_ones(void **state)
{
	struct dice dice = { 3 };
	size_t nears = 0;

	(void)state;
	for (size_t round = 0; round < 1000; round++) {
		struct buf text = BUF_EMPTY, both = BUF_EMPTY;
		struct fold_edits edits = { 0 };
		struct reading reading;
		size_t len;
		struct err err;

		add_variant(&text, BODY " " LEDE, &dice);
		buf_add_char(&text, '\n');
		add_variant(&text, BODY " " LEDE, &dice);
		folding_read(&reading, text.at, text.len);
		assert_true(fold_edits_make(&edits, &reading.folds, &reading.text, 1, &err));
		if (reading.folds.items[1].state == FOLD_NEAR) {
			nears++;
			add_edited(&both, &edits, reading.folds.items[0].span);
			len = both.len;
			buf_add(&both, text.at + edits.paragraph.start,
				span_length(edits.paragraph));
			assert_true(fold_words_equal(
				(struct fold_stretch){ both.at, { 0, len }, NULL },
				(struct fold_stretch){ both.at, { len, both.len }, NULL }));
		}
		fold_edits_release(&edits);
		folding_release(&reading);
		buf_release(&both);
		buf_release(&text);
	}
	assert_true(nears > 300);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_verdict_names_the_kinds_of_the_edits),
		cmocka_unit_test(the_old_words_with_all_edits_made_are_the_new_ones),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
