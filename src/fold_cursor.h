/*
 * Where a walk through a paragraph's words stands (fold_walk.h), and the character there.
 */
#ifndef FOLD_CURSOR_H
#define FOLD_CURSOR_H

#include "fold_entity.h"
#include "fold_letters.h"

/* What stands between two words, as far as it tells something. */
enum fold_gap {
	FOLD_GAP_COLON = 1,
	FOLD_GAP_BAR = 2, /* | or an arrow */
	FOLD_GAP_DASH = 4,
	FOLD_GAP_ELLIPSIS = 8,
	FOLD_GAP_DOT = 16, /* these two only on the way to an ellipsis */
	FOLD_GAP_DOTS = 32,
};

struct fold_walk {
	const char *bytes;	      /* borrowed */
	struct fold_letters *letters; /* NULL, or set before the first step; borrowed */
	size_t at, end;
	size_t trailing; /* bytes passed that begin no character */
	uint32_t last;	 /* the last character that is no blank or bracket */
	uint32_t inner;	 /* the same, quotation marks left out too */
	uint8_t gap;	 /* since the last word: enum fold_gap */
	bool stopped;	 /* a stop was seen since the last word */
	bool ended;	 /* and a blank behind it */
	bool joined;	 /* the character just before `at` belongs to a word */
	bool quoted;	 /* within quotation marks */
};

/* The character at the walk's place, full-width signs as ASCII has them; a blank at its end. */
static inline struct utf8 fold_walk_peek(const struct fold_walk *walk)
{
	const char *at = walk->bytes + walk->at;
	const size_t len = walk->end - walk->at;
	struct utf8 u = { .point = ' ' };

	if (!len || (*at == '&' && fold_entity(at, len, &u)))
		return u;
	u = utf8_next(at, len);
	u.point = fold_plain_form(u.point);
	return u;
}

static inline struct fold_letter fold_walk_letter(const struct fold_walk *walk, struct utf8 u)
{
	return fold_letter(walk->letters, u.point);
}

#endif
