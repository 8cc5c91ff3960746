#include "open_article.h"

#include "files.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct article *article_beside(const struct opened_article *opened, const char *who)
{
	const struct article_options options = {
		.path = opened->path, .who = who, .url = "", .state = opened->state
	};
	struct article *article;
	struct err err;

	if (!article_open(&article, &options, &err))
		fail_msg("%s", err.text);
	return article;
}

struct opened_article article_on(const char *text, const char *who)
{
	struct opened_article opened = { .home = files_new() };

	opened.path = files_path(opened.home, "a.txt");
	opened.state = files_path(opened.home, "state");
	files_put_text(opened.home, "a.txt", text);
	opened.article = article_beside(&opened, who);
	return opened;
}

void article_put_away(struct opened_article *opened)
{
	article_free(opened->article);
	free(opened->path);
	free(opened->state);
	files_remove(opened->home);
}

struct span article_words(const struct article *article, const char *words, size_t nth)
{
	struct span span;

	if (!anchor_words(&article->text, words, nth, &span))
		fail_msg("\"%s\" does not stand there %zu times", words, nth);
	return span;
}
