#include "layout.h"

#include "buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static struct layout_piece piece_at(const char *bytes, enum paragraph_mode mode, size_t at)
{
	struct layout_piece piece;
	struct text text;

	text_borrow(&text, bytes, strlen(bytes));
	assert_true(layout_piece_at(&text, mode, at, &piece));
	return piece;
}

static void assert_piece(struct layout_piece piece, size_t start, size_t end, size_t behind)
{
	assert_int_equal(piece.span.start, start);
	assert_int_equal(piece.span.end, end);
	assert_int_equal(piece.behind, behind);
}

static void a_line_end_belongs_to_what_it_ends(void **state)
{
	(void)state;
	for (size_t at = 0; at < 4; at++)
		assert_piece(piece_at("one\ntwo", PARAGRAPH_LINE, at), 0, 3, 4);
	for (size_t at = 4; at < 9; at++)
		assert_piece(piece_at("one\ntwo", PARAGRAPH_LINE, at), 4, 7, 7);
	for (size_t at = 0; at < 5; at++)
		assert_piece(piece_at("one\r\ntwo", PARAGRAPH_LINE, at), 0, 3, 5);
	assert_piece(piece_at("a\rb\n", PARAGRAPH_LINE, 1), 0, 3, 4);
}

static void the_end_of_the_text_is_in_its_last_line(void **state)
{
	struct layout_piece piece;
	struct text text;

	(void)state;
	assert_piece(piece_at("one\ntwo\n", PARAGRAPH_LINE, 8), 4, 7, 8);
	assert_piece(piece_at("one\n\n", PARAGRAPH_LINE, 5), 4, 4, 5);
	text_borrow(&text, "", 0);
	assert_false(layout_piece_at(&text, PARAGRAPH_LINE, 0, &piece));
}

static void blank_lines_stand_alone(void **state)
{
	const char *text = "one\n \t\r\n\ntwo";

	(void)state;
	assert_true(piece_at(text, PARAGRAPH_LINE, 4).blank);
	assert_piece(piece_at(text, PARAGRAPH_LINE, 4), 4, 6, 8);
	assert_true(piece_at(text, PARAGRAPH_BLOCK, 8).blank);
	assert_piece(piece_at(text, PARAGRAPH_BLOCK, 8), 8, 8, 9);
	assert_false(piece_at(text, PARAGRAPH_LINE, 0).blank);
}

static void a_block_is_all_its_lines(void **state)
{
	const char *text = "\none\ntwo\n\nthree\n";

	(void)state;
	for (size_t at = 1; at < 9; at++)
		assert_piece(piece_at(text, PARAGRAPH_BLOCK, at), 1, 8, 9);
	assert_piece(piece_at(text, PARAGRAPH_BLOCK, 12), 10, 15, 16);
}

static unsigned draw(unsigned *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

/* Paragraphs of all sizes around the limits, parted by one or two line ends. */
static void many_sizes(struct buf *out, unsigned seed, const char *const *words, size_t count)
{
	const size_t sizes[] = { 0,
				 1,
				 500,
				 LAYOUT_PIECE_MAX - 1,
				 LAYOUT_PIECE_MAX,
				 LAYOUT_PIECE_MAX + 1,
				 LAYOUT_PIECE_MAX + 3,
				 LAYOUT_PIECE_MAX * 3 + 77 };

	for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		size_t end = out->len + sizes[i];

		while (out->len < end)
			buf_add_string(out, words[draw(&seed) % count]);
		buf_cut(out, end);
		buf_add_string(out, i % 2 ? "\r\n" : "\n\n");
	}
	buf_cut(out, out->len - 2);
}

static void assert_found_from_within(const struct text *text, enum paragraph_mode mode,
				     const struct layout_piece *piece)
{
	size_t len = piece->behind - piece->span.start;
	unsigned seed = (unsigned)piece->span.start;

	for (size_t i = 0; i < 12; i++) {
		size_t into = i < 3 ? i : i < 6 ? len - (i - 2) : draw(&seed);
		struct layout_piece found;

		assert_true(
			layout_piece_at(text, mode, piece->span.start + into % len, &found));
		assert_piece(found, piece->span.start, piece->span.end, piece->behind);
		assert_int_equal(found.first, piece->first);
		assert_int_equal(found.last, piece->last);
		assert_int_equal(found.blank, piece->blank);
	}
}

static void assert_every_way_is_one(const struct buf *bytes, enum paragraph_mode mode)
{
	struct layout_piece piece = { .last = true };
	struct text text;

	text_borrow(&text, bytes->at, bytes->len);
	for (size_t at = 0; at < text.len; at = piece.behind) {
		bool fresh = piece.last;

		assert_true(layout_piece_at(&text, mode, at, &piece));
		assert_int_equal(piece.span.start, at);
		assert_true(piece.behind > at && piece.behind >= piece.span.end);
		assert_true(span_length(piece.span) <= LAYOUT_PIECE_MAX);
		assert_int_equal(piece.first, fresh);
		assert_found_from_within(&text, mode, &piece);
	}
}

static void pieces_are_the_same_from_every_place_in_them(void **state)
{
	static const char *const prose[] = { "word ", "longer ", "é ", "漢字", "end.\n", "  " };
	static const char *const solid[] = { "x", "é", "漢", "👩‍👩‍👧‍👦",
					     "\xFF" };
	static const char *const lines[] = { "a line\n", "  another\n", "third \r\n" };
	static const char *const blank[] = { " ", "\t" };

	(void)state;
	for (unsigned i = 0; i < 8; i++) {
		enum paragraph_mode mode = i % 2 ? PARAGRAPH_BLOCK : PARAGRAPH_LINE;
		struct buf bytes = BUF_EMPTY;

		switch (i / 2) {
		case 0:
			many_sizes(&bytes, i, prose, 6);
			break;
		case 1:
			many_sizes(&bytes, i, solid, 5);
			break;
		case 2:
			many_sizes(&bytes, i, lines, 3);
			break;
		default:
			many_sizes(&bytes, i, blank, 2);
			break;
		}
		assert_every_way_is_one(&bytes, mode);
		buf_release(&bytes);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_end_belongs_to_what_it_ends),
		cmocka_unit_test(the_end_of_the_text_is_in_its_last_line),
		cmocka_unit_test(blank_lines_stand_alone),
		cmocka_unit_test(a_block_is_all_its_lines),
		cmocka_unit_test(pieces_are_the_same_from_every_place_in_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
