#include "layout.h"

#include "buf.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* A text laid out, and how it looks: rows parted by "|". */
struct page {
	struct text text;
	struct layout_rows rows;
	struct buf look;
};

static void lay_out(struct page *page, const char *bytes, size_t len, int columns)
{
	struct err err;

	text_borrow(&page->text, bytes, len);
	assert_true(
		layout_rows(&page->text, (struct span){ 0, len }, columns, &page->rows, &err));
	buf_clear(&page->look);
	for (size_t i = 0; i < page->rows.count; i++) {
		struct layout_walk walk = layout_walk_in(&page->text, &page->rows.items[i]);
		struct shown shown;
		int column;

		if (i)
			buf_add_char(&page->look, '|');
		while (layout_walk_next(&walk, &shown, &column))
			buf_add(&page->look, shown.text, shown.len);
	}
}

static void release(struct page *page)
{
	layout_rows_release(&page->rows);
	buf_release(&page->look);
	text_release(&page->text);
}

static void assert_look(const char *bytes, int columns, const char *look)
{
	struct page page = { .look = BUF_EMPTY };

	lay_out(&page, bytes, strlen(bytes), columns);
	assert_string_equal(page.look.at, look);
	release(&page);
}

static void words_wrap_and_blanks_hang(void **state)
{
	(void)state;
	assert_look("the ferry left at noon", 10, "the ferry|left at|noon");
	assert_look("exact fits", 5, "exact|fits");
	assert_look("two   blanks", 4, "two|blan|ks");
	assert_look("ends in blanks   ", 20, "ends in blanks");
	assert_look("", 10, "");
	assert_look("    ", 2, "");
}

static void a_word_too_long_breaks_between_clusters(void **state)
{
	(void)state;
	assert_look("abcdefghij", 4, "abcd|efgh|ij");
	assert_look("an abcdefghij", 4, "an|abcd|efgh|ij");
	assert_look("e\xCC\x81"
		    "e\xCC\x81"
		    "e\xCC\x81",
		    2,
		    "e\xCC\x81"
		    "e\xCC\x81|e\xCC\x81");
}

static void wide_characters_take_two_columns(void **state)
{
	(void)state;
	assert_look("漢字仮名", 4, "漢字|仮名");
	assert_look("漢字仮名", 5, "漢字|仮名");
	assert_look("漢字。仮名", 4, "漢|字。|仮名");
}

static void families_and_flags_stay_whole(void **state)
{
	(void)state;
	assert_look("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 3,
		    "👩‍👩‍👧‍👦|👩‍👩‍👧‍👦");
	assert_look("🇫🇷🇩🇪", 2, "🇫🇷|🇩🇪");
}

static void a_soft_hyphen_shows_where_it_is_used(void **state)
{
	(void)state;
	assert_look("news\xC2\xADpaper", 20, "newspaper");
	assert_look("news\xC2\xADpaper", 6, "news-|paper");
	/* No room for the hyphen: the word breaks elsewhere. */
	assert_look("news\xC2\xADpaper", 4, "news|pape|r");
	assert_look("end\xC2\xAD", 4, "end");
}

static void lines_of_a_block_join_and_lose_their_indentation(void **state)
{
	(void)state;
	assert_look("one\n   two\r\n\tthree", 40, "one two three");
	assert_look("  first\n  second", 40, "  first second");
	assert_look("one\n   two", 4, "one|two");
}

static void tabs_stop_at_multiples_of_eight(void **state)
{
	(void)state;
	assert_look("a\tb\tc", 40, "a       b       c");
	assert_look("a\n\tb\tc", 40, "a b     c");
}

static void a_token_is_never_split(void **state)
{
	struct page page = { .look = BUF_EMPTY };

	(void)state;
	assert_look("ab\xE2\x80\xAE"
		    "cd",
		    7, "ab|<202E>c|d");
	lay_out(&page, "\xE2\x80\xAE", 3, 2);
	assert_int_equal(page.rows.count, 1);
	assert_int_equal(page.rows.items[0].columns, 6);
	release(&page);
}

static unsigned draw(unsigned *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 16;
}

static const char *const pieces[] = {
	"a",	"word", " ",  "  ",	   "\t",       "\n", "\r\n",	    "\r",
	"é",	"漢",	"。", "e\xCC\x81", "\xC2\xAD", "🇫🇷", "👩‍👧", "\xE2\x80\xAE",
	"\xFF", "-",	"ا",  "\xED\xA0",  "(",	       ").", "\x1b",	    "\xC2\xA0",
};

static void random_text(struct buf *out, unsigned seed, size_t count)
{
	while (count--)
		buf_add_string(out, pieces[draw(&seed) % (sizeof pieces / sizeof *pieces)]);
}

static void assert_row_fits(const struct page *page, const struct layout_row *row, int width)
{
	struct layout_walk walk = layout_walk_in(&page->text, row);
	struct span source = { 0, 0 };
	struct shown shown;
	int column = 0, sources = 0, ink = 0;

	while (layout_walk_next(&walk, &shown, &column)) {
		if (!shown.columns)
			continue;
		sources += !span_equal(shown.source, source);
		source = shown.source;
		ink = column + shown.columns;
	}
	assert_int_equal(ink, row->columns);
	assert_true(row->columns <= width || sources == 1);
}

static void assert_good(const struct page *page, int width)
{
	struct span whole = { 0, page->text.len };
	size_t at = 0;

	for (size_t i = 0; i < page->rows.count; i++) {
		const struct layout_row *row = &page->rows.items[i];

		assert_int_equal(row->span.start, at);
		assert_true(row->span.end > at);
		at = row->span.end;
		assert_int_equal(grapheme_floor(page->text.bytes, whole, at), at);
		assert_row_fits(page, row, width);
	}
	assert_int_equal(at, page->text.len);
}

static void rows_cover_the_piece_and_fit_at_every_width(void **state)
{
	struct page page = { .look = BUF_EMPTY };

	(void)state;
	for (int width = 2; width <= 100; width++) {
		struct buf bytes = BUF_EMPTY;

		random_text(&bytes, (unsigned)width, 300);
		lay_out(&page, bytes.at, bytes.len, width);
		assert_good(&page, width);
		buf_release(&bytes);
	}
	release(&page);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_wrap_and_blanks_hang),
		cmocka_unit_test(a_word_too_long_breaks_between_clusters),
		cmocka_unit_test(wide_characters_take_two_columns),
		cmocka_unit_test(families_and_flags_stay_whole),
		cmocka_unit_test(a_soft_hyphen_shows_where_it_is_used),
		cmocka_unit_test(lines_of_a_block_join_and_lose_their_indentation),
		cmocka_unit_test(tabs_stop_at_multiples_of_eight),
		cmocka_unit_test(a_token_is_never_split),
		cmocka_unit_test(rows_cover_the_piece_and_fit_at_every_width),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
