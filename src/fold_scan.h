/*
 * A paragraph's words as numbers. Plain ones are taken in a row (fold_plain.c), the others are
 * walked one by one (fold_walk.c), which gives the same for both.
 */
#ifndef FOLD_SCAN_H
#define FOLD_SCAN_H

#include "compiler.h"
#include "err.h"
#include "fold_token.h"
#include "fold_walk.h"

/* Puts all words that the walk still has into `tokens`. Cost: the bytes it walks. */
MUST_USE bool fold_scan(struct fold_walk *walk, uint64_t seed, struct fold_tokens *tokens,
			struct err *err);

#endif
