/*
 * Texts for which folding might work harder than for honest ones: one a row.
 */
#ifndef BENCH_HOSTILE_H
#define BENCH_HOSTILE_H

#include "news.h"

struct hostile {
	const char *title;
	/* Adds line number `n`, from 0, of a text of `size` bytes, without a line end. */
	void (*line)(const struct news *news, size_t n, size_t size, struct buf *out);
	bool whole; /* one line is all of the text */
};

/* Ends with a row without a title. */
extern const struct hostile hostile_texts[];

#endif
