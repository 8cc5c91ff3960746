/*
 * An article opened from a directory of the test's own.
 */
#ifndef TESTS_OPEN_ARTICLE_H
#define TESTS_OPEN_ARTICLE_H

#include "article.h"

struct opened_article {
	char *home; /* the directory: a.txt, its sidecar, and state/ */
	char *path, *state;
	struct article *article;
};

/* Writes `text` to a.txt and opens it as `who`. Ended by article_put_away(). */
struct opened_article article_on(const char *text, const char *who);

/* Opens the same file once more, as another program would: for article_free(). */
struct article *article_beside(const struct opened_article *opened, const char *who);
void article_put_away(struct opened_article *opened);

/* Where `words` stand in the article for the `nth` time, from 1. */
struct span article_words(const struct article *article, const char *words, size_t nth);

#endif
