/*
 * What a character is to folding, and how a word is written for comparing.
 */
#ifndef FOLD_CLASS_H
#define FOLD_CLASS_H

#include "fold_words.h"

enum fold_class {
	FOLD_CLASS_GAP,
	FOLD_CLASS_NOTHING, /* invisible: parts no words */
	FOLD_CLASS_APOSTROPHE,
	FOLD_CLASS_LETTER,
	FOLD_CLASS_DIGIT,
	FOLD_CLASS_SINGLE,  /* a word by itself, of a script without blanks */
	FOLD_CLASS_SYMBOL,  /* a word by itself */
	FOLD_CLASS_SIGN,    /* the same, but only before a digit */
	FOLD_CLASS_COMPARE, /* the same, blanks may stand between */
};

enum fold_class fold_class_of(uint32_t point);

/* True if `point` is one of those in `points`, UTF-8. */
bool fold_among(uint32_t point, const char *points);
bool fold_is_stop(uint32_t point);	/* what ends a sentence */
bool fold_is_quotation(uint32_t point); /* single and double marks of all kinds */

/*
 * Writes the word anew: compatibility forms composed (NFKC), case folded, the dot gone that
 * this leaves behind a Turkish capital. Without memory it stays as it is: at worst a repeat is
 * not found.
 */
void fold_normalise(struct fold_word *word);

#endif
