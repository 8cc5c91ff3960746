/*
 * An article that comes in parts. A socket of packets stands for standard input: each read gets
 * one packet.
 */
#include "article.h"

#include "support/folding.h"
#include "support/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

static const char *const lines[] = { LEDE,	 BODY,
				     ENDING,	 LEDE,
				     "",	 "\r",
				     " \t",	 HEADING,
				     "Related",	 "Home",
				     "\xFF\xC3", "Лёд 海 \xF0\x9F\x9A\xA2",
				     "Search",	 "Ten quays to see",
				     "\rx",	 "  indented at the start of the line" };

static void add_lines(struct buf *text, struct dice *dice, size_t len)
{
	while (text->len < len) {
		buf_add_string(text, lines[dice_below(dice, sizeof lines / sizeof *lines)]);
		buf_add_string(text, dice_below(dice, 4) ? "\n" : "\r\n");
	}
}

/* Opens what comes through a new socket, whose other end is `to`. The first part has to be
 * enough: nobody sends more meanwhile. */
static struct article *open_socket(int *to, enum paragraph_mode mode, const char *first,
				   size_t len)
{
	const struct article_options options = {
		.who = "ada", .url = "", .mode = mode, .growing = true
	};
	struct article *article;
	struct err err;
	int ends[2];

	assert_int_equal(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends), 0);
	assert_int_equal(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
	close(ends[0]);
	*to = ends[1];
	assert_int_equal(write(*to, first, len), len);
	assert_true(article_open(&article, &options, &err));
	return article;
}

static void work(struct article *article)
{
	while (article_work(article, 0, 1 << 20))
		;
}

/* What is folded, as if the text had been there from the start. */
static void assert_folds(const struct article *article, const struct buf *text)
{
	struct folds folds;
	struct text whole;
	struct span span;
	struct err err;
	size_t at = 0, n = 0;

	text_borrow(&whole, text->at, text->len);
	assert_int_equal(article->text.len, whole.len);
	assert_memory_equal(article->text.bytes, whole.bytes, whole.len);
	folds_init(&folds);
	while (paragraph_next(&whole, article->mode, at, &span)) {
		assert_true(folds_feed(&folds, &whole, span, &err));
		at = span.end;
	}
	assert_true(folds_finish(&folds, &whole, &err));
	assert_int_equal(folds.count, article->folds.count);
	assert_int_equal(folds.whole, article->folds.whole);
	for (n = 0; n < folds.count; n++) {
		assert_int_equal(folds.items[n].span.start, article->folds.items[n].span.start);
		assert_int_equal(folds.items[n].span.end, article->folds.items[n].span.end);
		assert_int_equal(folds.items[n].state, article->folds.items[n].state);
		assert_int_equal(folds.items[n].of, article->folds.items[n].of);
	}
	folds_release(&folds);
}

/* Its end is where a paragraph begins, and it never gets shorter. */
static void grow(struct article *article)
{
	const size_t len = article->text.len;
	struct err err;

	assert_true(article_grow(article, &err));
	assert_true(article->text.len >= len);
	if (article->text.growing && article->text.len)
		assert_int_equal(article->text.bytes[article->text.len - 1], '\n');
}

static void parts_of_any_size_make_the_same_article(void **state)
{
	struct dice dice = { 5 };

	(void)state;
	for (size_t round = 0; round < 40; round++) {
		struct buf text = BUF_EMPTY;
		struct article *article;
		size_t at = 10000 + dice_below(&dice, 3000);
		int to;

		buf_add_string(&text, round % 2 ? "\xEF\xBB\xBF" : "");
		add_lines(&text, &dice, 30000);
		article = open_socket(&to, round % 4 / 3 ? PARAGRAPH_BLOCK : PARAGRAPH_AUTO,
				      text.at, at);
		while (at < text.len) {
			size_t part = 1 + dice_below(&dice, round % 3 ? 2000 : 90);

			part = part < text.len - at ? part : text.len - at;
			assert_int_equal(write(to, text.at + at, part), part);
			at += part;
			grow(article);
			if (dice_below(&dice, 2))
				work(article);
		}
		close(to);
		while (article->text.growing)
			grow(article);
		work(article);
		assert_folds(article, &text);
		article_free(article);
		buf_release(&text);
	}
}

static void a_paragraph_that_goes_on_is_no_part_of_the_text_yet(void **state)
{
	struct buf text = BUF_EMPTY;
	struct article *article;
	size_t len;
	int to;

	(void)state;
	while (text.len < 9000)
		buf_add_string(&text, BODY "\n");
	len = text.len;
	buf_add_string(&text, "One");
	article = open_socket(&to, PARAGRAPH_LINE, text.at, text.len);
	assert_int_equal(article->text.len, len);
	assert_int_equal(write(to, " more.\n\r\n", 9), 9);
	grow(article);
	assert_int_equal(article->text.len, len);
	assert_int_equal(write(to, "T", 1), 1);
	grow(article);
	assert_int_equal(article->text.len, len + strlen("One more.\n\r\n"));
	close(to);
	grow(article);
	assert_false(article->text.growing);
	assert_int_equal(article->text.len, len + strlen("One more.\n\r\nT"));
	article_free(article);
	buf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parts_of_any_size_make_the_same_article),
		cmocka_unit_test(a_paragraph_that_goes_on_is_no_part_of_the_text_yet),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
