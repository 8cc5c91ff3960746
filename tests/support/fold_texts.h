/*
 * Texts that repeat themselves, made of choices: each byte chooses what comes next. Random
 * bytes alone seldom make a paragraph that folding looks at twice; so made, every text is full
 * of copies, changed ones, joined, cut and parted ones, labels, boxes, damage and line ends.
 */
#ifndef FOLD_TEXTS_H
#define FOLD_TEXTS_H

#include "buf.h"

#include <stdint.h>

/* Adds the text that `len` bytes choose. The same choices make the same text. */
void fold_texts_make(const uint8_t *choices, size_t len, struct buf *out);

#endif
