/*
 * What the parts of an article share. Nobody else includes this.
 */
#ifndef ARTICLE_PARTS_H
#define ARTICLE_PARTS_H

#include "article.h"

/*
 * Begins to read standard input, and sets the mode: waits for what decides about the text as a
 * whole.
 */
MUST_USE bool article_begin_input(struct article *article, enum paragraph_mode mode,
				  struct err *err);

/* Reads all of standard input. */
MUST_USE bool article_read_input(struct article *article, struct err *err);

/* Of what looks like a whole page waits for the first prose: its first screen is there. */
MUST_USE bool article_await_prose(struct article *article, struct err *err);

/* Cuts from `fold` what lingers, so that byte `at` of it is left; false if that itself does. */
bool article_cut_lingering(const struct article *article, size_t at, struct hidden *fold);

#endif
