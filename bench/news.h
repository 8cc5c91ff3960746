/*
 * Invented news of any length: the same bytes for the same size on each run.
 *
 * 50,000 words made of syllables, drawn by Zipf's law; sentences with capitals, commas,
 * quotations, figures and names; two words in a hundred carry accents. A paragraph is a line of
 * 20 to 86 words, 53 on average. Three in a hundred repeat an earlier one, one in a hundred
 * does so with another word in one place.
 */
#ifndef BENCH_NEWS_H
#define BENCH_NEWS_H

#include "buf.h"

struct news;

/* NULL where memory ran out. Owned: news_free(). */
struct news *news_new(void);
void news_free(struct news *news);

/* Adds paragraph number `n`, from 0, without a line end. */
void news_paragraph(const struct news *news, size_t n, struct buf *out);

/* Adds the word of this rank, from 0, the most frequent; taken modulo their number. */
void news_word(const struct news *news, size_t rank, struct buf *out);

#endif
