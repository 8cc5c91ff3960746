/*
 * The words that decide whether a full stop ends a sentence, of several languages, as they are
 * written. Only segment_sentences.c includes this.
 */
#ifndef SEGMENT_LEXICON_H
#define SEGMENT_LEXICON_H

#include "span.h"

#include <stdbool.h>

/* Longer than any of the words, in bytes. */
#define LEXICON_WORD_MAX 16u

/* What the full stop behind a word does. */
enum stop {
	STOP_ENDS,
	STOP_NEVER,	    /* a name or a number follows: Mr. Hale, Jan. 3 */
	STOP_BEFORE_NUMBER, /* only before a number: No. 5 */
	STOP_MAYBE,	    /* may end one too: by 5 p.m. The */
};

/* What it does behind the word `span`, which leaves it out; no abbreviation: STOP_ENDS. */
enum stop lexicon_stop(const char *bytes, struct span span);

/* True for a word that begins sentences and hardly ever names: behind STOP_MAYBE it decides. */
bool lexicon_opens(const char *bytes, struct span span);

/* German puts a full stop behind ordinals: der 2. Weltkrieg, am 3. Oktober. True for what
 * stands before one, and for a month and the like behind it. */
bool lexicon_before_ordinal(const char *bytes, struct span span);
bool lexicon_is_month(const char *bytes, struct span span);

#endif
