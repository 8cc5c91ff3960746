/*
 * A word as a number, with what it tells of itself.
 */
#ifndef FOLD_TOKEN_H
#define FOLD_TOKEN_H

#include <stddef.h>
#include <stdint.h>

enum fold_mark {
	FOLD_MARK_OPENS = 1,	/* begins a sentence */
	FOLD_MARK_CAPITALS = 2, /* all of two letters or more */
	FOLD_MARK_YEAR = 4,	/* 1900 to 2099 */
	FOLD_MARK_LONG = 8,	/* four bytes or more, no number */
	FOLD_MARK_QUOTED = 16,	/* stands in quotation marks */
	FOLD_MARK_DAY = 32,	/* a number of one or two digits, or 14th */
	FOLD_MARK_DATE = 64,	/* 14.03.2024, 2024/03/14, 1980s */
};

struct fold_token {
	uint64_t hash;	/* seeded: equal words have equal hashes, and none else in practice */
	uint32_t end;	/* bytes from the paragraph's start to behind the word */
	uint8_t begins; /* enum fold_case */
	uint8_t marks;	/* enum fold_mark */
	uint8_t gap;	/* what stands behind it: enum fold_gap */
	uint8_t rank;	/* of the word, as good as drawn by lot, but always the same */
};

struct fold_tokens {
	struct fold_token *items;
	size_t count, capacity;
};

/* Words by their numbers, the last one not included. */
struct fold_part {
	size_t first, end;
};

#endif
