/*
 * How a word is written for comparing.
 */
#ifndef FOLD_NORMAL_H
#define FOLD_NORMAL_H

#include "fold_letters.h"
#include "fold_word.h"

/*
 * Writes the word anew: compatibility forms composed (NFKC), case folded, the dot gone that
 * this leaves behind a Turkish capital. Without memory it stays as it is: at worst a repeat is
 * not found. `letters` may be NULL.
 */
void fold_normalise(struct fold_word *word, struct fold_letters *letters);

#endif
