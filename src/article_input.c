/*
 * An article that still comes through a pipe. Only whole paragraphs belong to its text, with
 * the blank lines behind them: so it grows at its end alone, and what was derived of it holds.
 */
#include "article.h"

#include "article_parts.h"

#include <unistd.h>

/* Of a paragraph that is longer and still not whole, a quarter more is waited for before it is
 * looked at again: so that costs no more than a few times reading it. */
#define PART ((size_t)64 << 10)

/* So far a page is read for its first prose before it is shown. */
#define PROSE_WITHIN ((size_t)64 << 10)

/* The text ends where its last paragraph begins: that one may go on. */
static void end_with_whole(struct article *article)
{
	struct text *text = &article->text;
	const size_t all = text->len;
	struct span last;

	if (!paragraph_before(text, article->mode, all, &last))
		last.start = 0;
	text->len = last.start;
	article->ahead = all - last.start;
	article->enough = article->ahead + (article->ahead > PART ? article->ahead / 4 : 1);
}

bool article_grow(struct article *article, struct err *err)
{
	struct text *text = &article->text;
	const size_t len = text->len;
	bool done;

	text->len += article->ahead;
	done = text_more(text, STDIN_FILENO, article->name, err);
	article->ahead = text->len - len;
	if (!text->growing)
		article->ahead = 0;
	else if (article->ahead < article->enough)
		text->len = len;
	else
		end_with_whole(article);
	return done;
}

/* Lets the person wait who opens it. */
static bool await(const struct article *article, struct err *err)
{
	return !article->await.input ||
	       article->await.input(article->await.to, article->text.len + article->ahead, err);
}

static bool read_until(struct article *article, size_t len, struct err *err)
{
	struct text *text = &article->text;

	while (text->growing && text->len < len) {
		if (!await(article, err) || !text_more(text, STDIN_FILENO, article->name, err))
			return false;
	}
	return true;
}

bool article_read_input(struct article *article, struct err *err)
{
	text_start(&article->text);
	return read_until(article, SIZE_MAX, err);
}

/* As much as decides what a paragraph is. */
static bool read_sample(struct article *article, enum paragraph_mode mode, struct err *err)
{
	struct text *text = &article->text;

	while (mode == PARAGRAPH_AUTO && !paragraph_detected(text)) {
		if (!read_until(article, text->len + 1, err))
			return false;
	}
	article->mode = mode == PARAGRAPH_AUTO ? paragraph_detect(text) : mode;
	if (text->growing)
		end_with_whole(article);
	return true;
}

bool article_begin_input(struct article *article, enum paragraph_mode mode, struct err *err)
{
	struct text *text = &article->text;

	text_start(text);
	if (!read_until(article, FOLD_HEAD, err) || !read_sample(article, mode, err))
		return false;
	while (text->growing && text->len < FOLD_HEAD) {
		if (!await(article, err) || !article_grow(article, err))
			return false;
	}
	return true;
}

bool article_await_prose(struct article *article, struct err *err)
{
	size_t at;

	while (article->folds.whole && article->text.growing &&
	       article->text.len < PROSE_WITHIN && !article_opening(article, &at)) {
		if (!await(article, err) || !article_grow(article, err))
			return false;
	}
	return true;
}
