/*
 * A paragraph's words one by one, as folding compares them, and what stands between them.
 *
 * Case, quotes, dashes, bullets that lead a line, spacing, ligatures, full-width forms and
 * invisible characters make no difference; digits, signs (fold_sign.h), diacritics and the
 * order of words do. Words are runs of letters and digits, with the apostrophes inside them,
 * all written alike; numbers keep their inner . , : and /; money, percent, mathematical and
 * other symbols are words of their own, as is every character of a script that writes no
 * blanks.
 */
#ifndef FOLD_WALK_H
#define FOLD_WALK_H

#include "fold_cursor.h"
#include "fold_word.h"
#include "span.h"

struct fold_walk fold_walk_in(const char *bytes, struct span span);
bool fold_walk_next(struct fold_walk *walk, struct fold_word *word);

/* Passes what parts words, up to what may begin one. */
void fold_walk_pass(struct fold_walk *walk);

#endif
