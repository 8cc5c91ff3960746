/*
 * Where a mark stands on the text as it is now. A state never promises more than
 * was seen: *exact* and *moved* mean that the words there are the quoted words,
 * code point by code point.
 */
#ifndef ANCHOR_H
#define ANCHOR_H

#include "mark.h"
#include "span.h"
#include "text.h"

enum anchor_state {
	ANCHOR_EXACT,	  /* at the place it was made */
	ANCHOR_MOVED,	  /* elsewhere, and nowhere else */
	ANCHOR_CHANGED,	  /* found, but the words or the place are in doubt */
	ANCHOR_AMBIGUOUS, /* in several places, no telling which */
	ANCHOR_ORPHAN,	  /* nowhere */
	ANCHOR_STATES,
};

extern const char *const anchor_state_names[ANCHOR_STATES];

struct anchor {
	enum anchor_state state;
	struct span span; /* bytes; empty where ambiguous or orphan */
	/*
	 * A stable word: "place" (where exact), "words" (where moved), "twice", "gone",
	 * "range" (offsets beyond the text, and the words are gone too), "no-words", or
	 * "budget" (ambiguous because looking on would cost too much).
	 */
	const char *why;
};

/*
 * Finds the place of `mark`, which has no `target`. Cost: constant where it stands at its
 * place, else one search through the text.
 */
struct anchor anchor_find(struct text *text, const struct mark *mark);

/*
 * Occurrence number `nth` (from 1) of the words `exact` in the text, compared code point by
 * code point, across line ends too; occurrences may overlap. A match begins and ends between
 * characters. False if there are fewer.
 */
bool anchor_words(const struct text *text, const char *exact, size_t nth, struct span *span);

#endif
