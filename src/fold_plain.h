/*
 * Plain words: of fewer than sixteen ASCII letters and digits. Nearly all words are, with a
 * blank, comma or stop behind. They are found 64 bytes at once and hashed where they stand, no
 * copy being made.
 */
#ifndef FOLD_PLAIN_H
#define FOLD_PLAIN_H

#include "compiler.h"
#include "err.h"
#include "fold_token.h"
#include "fold_walk.h"

/* A bit for each byte of two blocks that is a letter or digit. */
struct fold_bits {
	uint64_t low, high;
	size_t block; /* where the first block begins */
};

/* A walk on which plain words are looked for. */
struct fold_scanner {
	struct fold_walk *walk;	    /* borrowed */
	struct fold_tokens *tokens; /* borrowed: gets the words */
	uint64_t seed;		    /* of the hashes */
	size_t start;		    /* the byte that the words' ends are counted from */
	struct fold_bits bits;
};

/* Begins where the walk is. */
struct fold_scanner fold_scanner_on(struct fold_walk *walk, uint64_t seed,
				    struct fold_tokens *tokens);

/*
 * Takes the plain words that follow one another from the walk's place on, with nothing between
 * them but one such blank, comma or stop; perhaps none. The walk is then behind the last word,
 * what parts it from the next not yet passed. Cost: the bytes it passes. Fails only with
 * ERR_MEMORY.
 */
MUST_USE bool fold_take_plain(struct fold_scanner *scanner, struct err *err);

/* What a number tells that is no date in figures: enum fold_mark. */
unsigned fold_number_marks(const char *word, size_t len);

#endif
