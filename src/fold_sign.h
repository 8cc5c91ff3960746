/*
 * Signs that are words by themselves, since they change what stands beside them, and only
 * there: a minus before a number, a grade behind a capital, an arrow or a bullet amid a line.
 * Elsewhere the same character is a dash, or adorns.
 */
#ifndef FOLD_SIGN_H
#define FOLD_SIGN_H

#include "fold_cursor.h"

/* True if `u`, at the walk's place, is such a sign, or one that always is a word. */
bool fold_is_sign(const struct fold_walk *walk, struct utf8 u, struct fold_letter letter);

/* The same may hold for `c`, of ASCII, at the walk's place; else it parts words. A quick look.
 */
bool fold_may_be_sign(const struct fold_walk *walk, unsigned char c);

/* How many stars stand at the walk's place, if they are a mark such as "****"; else 0. Cost:
 * their number. */
size_t fold_stars(const struct fold_walk *walk);

/* True if `class` stands behind `u`, which is at the walk's place. */
bool fold_comes_next(const struct fold_walk *walk, struct utf8 u, enum fold_class class);

#endif
