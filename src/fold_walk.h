/*
 * A paragraph's words one by one, as folding compares them, and what stands between them.
 *
 * Case, quotes, dashes, bullets that lead a line, spacing, ligatures, full-width forms and
 * invisible characters make no difference; digits, signs (fold_sign.h), diacritics and the
 * order of words do. Words are runs of
 * letters and digits, with the apostrophes inside them, all written alike; numbers keep their
 * inner . , : and /; money, percent, mathematical and other symbols are words of their own, as
 * is every character of a script that writes no blanks.
 */
#ifndef FOLD_WALK_H
#define FOLD_WALK_H

#include "fold_letters.h"
#include "fold_word.h"
#include "span.h"
#include "utf8.h"

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

struct fold_walk fold_walk_in(const char *bytes, struct span span);
bool fold_walk_next(struct fold_walk *walk, struct fold_word *word);

/* Passes what parts words, up to what may begin one. */
void fold_walk_pass(struct fold_walk *walk);

/*
 * True if a character reference such as "&nbsp;" or "&#39;", perhaps escaped twice, stands at
 * bytes[0], a '&'; `u` then is what it means, with the bytes that it takes.
 */
bool fold_entity(const char *bytes, size_t len, struct utf8 *u);

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
