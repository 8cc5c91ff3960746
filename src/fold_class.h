/*
 * What a character is to folding.
 */
#ifndef FOLD_CLASS_H
#define FOLD_CLASS_H

#include <stdbool.h>
#include <stdint.h>

enum fold_class {
	FOLD_CLASS_GAP,
	FOLD_CLASS_NOTHING, /* invisible: parts no words */
	FOLD_CLASS_APOSTROPHE,
	FOLD_CLASS_LETTER,
	FOLD_CLASS_DIGIT,
	FOLD_CLASS_SINGLE,  /* a word by itself, of a script without blanks */
	FOLD_CLASS_SYMBOL,  /* a word by itself */
	FOLD_CLASS_SIGN,    /* the same, but only before a digit */
	FOLD_CLASS_COMPARE, /* the same, blanks may stand between */
	FOLD_CLASS_BULLET,  /* an arrow, square or disc: the same, amid a line */
	FOLD_CLASS_PRIME,   /* the same, behind a digit */
};

/* Of any code point. Cost: a search, but for the commonest ones. */
enum fold_class fold_class_of(uint32_t point);

/* Full-width and small signs of ASCII, and of money, as they are written elsewhere; other
 * characters stay. */
uint32_t fold_wide_form(uint32_t point);

static inline uint32_t fold_plain_form(uint32_t point)
{
	return point < 0xFE50 ? point : fold_wide_form(point);
}

/* How a word begins. */
enum fold_case {
	FOLD_UNCASED, /* a letter of a script without case, an emoji */
	FOLD_LOWER,
	FOLD_UPPER, /* or title case */
	FOLD_NUMBER,
	FOLD_SIGN,
};

/* What a character between words tells. */
enum fold_trait {
	FOLD_TRAIT_SPACE = 1,  /* white space, U+00A0 too */
	FOLD_TRAIT_CLOSER = 2, /* a bracket: what stands before it ends the line */
	FOLD_TRAIT_QUOTE = 4,  /* single and double marks of all kinds */
	FOLD_TRAIT_OPENS = 8,  /* such a mark that can only open */
	FOLD_TRAIT_STOP = 16,  /* may end a sentence */
	FOLD_TRAIT_FINAL = 32, /* ends a statement */
	FOLD_TRAIT_CLOSE = 64, /* the same, and no blank is written behind it */
	FOLD_TRAIT_QUESTION = 128,
	FOLD_TRAIT_COLON = 256,
	FOLD_TRAIT_BAR = 512, /* | or an arrow */
	FOLD_TRAIT_DASH = 1024,
	FOLD_TRAIT_DOT = 2048,
	FOLD_TRAIT_ELLIPSIS = 4096,
	FOLD_TRAIT_PLAIN = 8192,   /* an ASCII letter or digit */
	FOLD_TRAIT_PASSED = 16384, /* ASCII that is part of no word, as a rule */
	FOLD_TRAIT_SIGN = 32768,   /* the exceptions: a sign beside a number or a letter */
};

extern const uint16_t fold_ascii_traits[128];

/* True for an ASCII letter or digit, of UTF-8 or damaged bytes. */
static inline bool fold_is_plain(char c)
{
	const unsigned char byte = (unsigned char)c;

	return byte < 0x80 && fold_ascii_traits[byte] & FOLD_TRAIT_PLAIN;
}

/* enum fold_trait, several. */
unsigned fold_traits_of(uint32_t point);

/* True if `point` is one of those in `points`, UTF-8. */
bool fold_among(uint32_t point, const char *points);

#endif
