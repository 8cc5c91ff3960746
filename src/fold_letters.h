/*
 * What folding knows of a character, looked up once. Telling it takes searches in tables of
 * Unicode, and for how it is folded several; a text has few characters, but many of each.
 */
#ifndef FOLD_LETTERS_H
#define FOLD_LETTERS_H

#include "fold_class.h"

#include <stddef.h>

enum fold_letter_flag {
	FOLD_LETTER_KNOWN = 1,
	FOLD_LETTER_PASSED = 2,	  /* part of no word, unless within one */
	FOLD_LETTER_JOINS = 4,	  /* a mark or the like: may make one with what stands before */
	FOLD_LETTER_MADE = 8,	  /* is such a one */
	FOLD_LETTER_MONEY = 16,	  /* may stand between a sign and its number */
	FOLD_LETTER_LONG = 32,	  /* folds to several: fold_letter_long() */
	FOLD_LETTER_ORDERED = 64, /* a mark with a place of its own among others */
};

/* Eight bytes: handed about in a register. */
struct fold_letter {
	uint32_t folded;     /* as it stands in a normalised word; 0: that takes more to tell */
	uint16_t traits;     /* enum fold_trait, several */
	unsigned class : 4;  /* enum fold_class */
	unsigned begins : 4; /* enum fold_case of a word that begins with it */
	uint8_t flags;	     /* enum fold_letter_flag */
};

#define FOLD_LETTERS_PAGE 512u

/* Pages come when a character of theirs does. Begins zeroed; not shared between threads. */
struct fold_letters {
	struct fold_letter *pages[0x110000 / FOLD_LETTERS_PAGE];
	struct {
		char *items;
		size_t count, capacity;
	} longs; /* each with its length before it, a byte */
};

/* To what a character folds that folds to several, UTF-8. */
struct fold_long {
	const char *bytes; /* until the next character is met */
	size_t len;
};

/* The longest takes eighteen characters. */
#define FOLD_LONG_MAX 72

void fold_letters_release(struct fold_letters *letters);

/* As fold_letter(), of one that was not seen before. Without memory it is not kept. */
struct fold_letter fold_letter_meet(struct fold_letters *letters, uint32_t point);

/* Of a letter with FOLD_LETTER_LONG. */
struct fold_long fold_letter_long(const struct fold_letters *letters,
				  struct fold_letter letter);

/* What `point`, at most U+10FFFF, is. `letters` may be NULL: then nothing is kept, and `folded`
 * is told only where that takes no search. */
static inline struct fold_letter fold_letter(struct fold_letters *letters, uint32_t point)
{
	const struct fold_letter *page =
		letters ? letters->pages[point / FOLD_LETTERS_PAGE] : NULL;

	return page && page[point % FOLD_LETTERS_PAGE].flags ? page[point % FOLD_LETTERS_PAGE]
							     : fold_letter_meet(letters, point);
}

#endif
