/*
 * A word as folding compares it.
 */
#ifndef FOLD_WORD_H
#define FOLD_WORD_H

#include "fold_class.h"

#include <stddef.h>
#include <stdint.h>

/* Longer words are cut, so that a word is bounded; bytes before and after normalising. */
#define FOLD_WORD_RAW 128
#define FOLD_WORD_MAX 2048

struct fold_word {
	enum fold_case begins; /* what its first character is */
	bool opens;	       /* a sentence ended before it, in the same paragraph */
	uint8_t gap;	       /* what stands before it: enum fold_gap */
	size_t len;
	char bytes[FOLD_WORD_MAX]; /* not NUL-terminated */
};

#endif
