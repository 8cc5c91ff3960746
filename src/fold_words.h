/*
 * A paragraph's words as folding compares them, and what they tell about it.
 *
 * Two paragraphs are the same if their words are: case, quotes, dashes, bullets, spacing,
 * ligatures, full-width forms and invisible characters make no difference; digits, signs,
 * diacritics and the order of words do. Words are runs of letters and digits, apostrophes
 * inside them dropped; numbers keep their inner . , : and /; money, percent, mathematical
 * and other symbols are words of their own, as is every character of a script that writes
 * no blanks.
 */
#ifndef FOLD_WORDS_H
#define FOLD_WORDS_H

#include "span.h"

#include <stdint.h>

/* Longer words are cut, so that a word is bounded; bytes before and after normalising. */
#define FOLD_WORD_RAW 128
#define FOLD_WORD_MAX 2048

enum fold_case {
	FOLD_UNCASED, /* a letter of a script without case */
	FOLD_LOWER,
	FOLD_UPPER, /* or title case */
	FOLD_NUMBER,
	FOLD_SIGN,
};

struct fold_word {
	enum fold_case begins; /* what its first character is */
	bool opens;	       /* a sentence ended before it, in the same paragraph */
	size_t len;
	char bytes[FOLD_WORD_MAX]; /* not NUL-terminated */
};

struct fold_walk {
	const char *bytes; /* borrowed */
	size_t at, end;
	uint32_t last;	/* the last character that is no blank or bracket */
	uint32_t inner; /* the same, quotation marks left out too */
	bool stopped;	/* a stop was seen since the last word */
	bool ended;	/* and a blank behind it */
	bool joined;	/* the character just before `at` belongs to a word */
};

struct fold_walk fold_walk_in(const char *bytes, struct span span);
bool fold_walk_next(struct fold_walk *walk, struct fold_word *word);

enum fold_flag {
	FOLD_PROSE = 1,	   /* running text, not a list, table or heading */
	FOLD_QUESTION = 2, /* ends in a question mark */
	FOLD_HEADLINE = 4, /* has the shape of a headline */
	FOLD_TRIGGER = 8,  /* is a phrase that opens a box of links */
};

struct fold_facts {
	uint64_t hash; /* of the words */
	uint32_t words, points;
	uint32_t flags; /* enum fold_flag */
};

/* Cost: the paragraph's length. */
struct fold_facts fold_measure(const char *bytes, struct span paragraph, uint64_t seed);

/* True if the words of both are the same, compared one by one. Cost: the shorter's length. */
bool fold_words_equal(const char *bytes, struct span a, struct span b);

/*
 * True if the words of a line, written together, are a phrase that opens a box of links to
 * other articles, such as "You may also like" ("youmayalsolike").
 */
bool fold_phrase_opens_box(const char *joined, size_t len);

#endif
