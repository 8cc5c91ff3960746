/*
 * Phrases by which furniture of a page is known, and words that tell what a change is about.
 * fold_phrases.c and fold_furniture.c hold them as tables; a row is the whole of a phrase.
 *
 * A row's words are written naturally: they are compared as folding compares all words. Of
 * alternatives, parted by |, any may stand. For a word can stand
 *
 *	_	any word
 *	#	any number
 *	*	at the end: anything, or nothing
 *	:	behind a word: a colon has to follow it
 *
 * `more`: words of which any may follow, in any order and number.
 *
 * A user's own phrases (phrases.h) are rows of the same kind.
 */
#ifndef FOLD_PHRASES_H
#define FOLD_PHRASES_H

/* A line of more words is no phrase, or none that opens a box. */
#define FOLD_PHRASE_WORDS  16
#define FOLD_TRIGGER_WORDS 9

/* Furniture whose row ends in * may have so many. */
#define FOLD_FURNITURE_WORDS 32

enum fold_phrase_kind {
	PHRASE_TRIGGER = 1,   /* a whole line that opens a box of links */
	PHRASE_WEAK = 2,      /* the same, if a headline follows */
	PHRASE_FURNITURE = 4, /* a whole line */
	PHRASE_NOTICE = 8,    /* anywhere in a line */
	PHRASE_LABEL = 16,    /* a colon, bar or dash and a headline follow */
	PHRASE_STAMP = 32,    /* a whole line beside headlines */
	PHRASE_CONTINUE = 64, /* behind an ellipsis: the text was cut */
	PHRASE_ADVERT = 128,  /* at a paragraph's end */
	PHRASE_STOP = 256,    /* words that any text has */
	PHRASE_DATE = 512,    /* months and days */
	PHRASE_NEGATION = 1024,
	PHRASE_REPORT = 2048,  /* verbs that say who says so */
	PHRASE_SOURCE = 4096,  /* who wrote it, or took the picture */
	PHRASE_KEEP = 8192,    /* where exactly these words stand, no other phrase counts */
	PHRASE_NUMBER = 16384, /* numbers written as words */
	PHRASE_SMALL = 32768,  /* words that tell what stands beside them */
	/* What follows says more of single words, and stands beside one of the kinds above. */
	PHRASE_MONTH = 1 << 16,	  /* PHRASE_DATE: a number of two digits beside it is a day */
	PHRASE_CAPITAL = 1 << 17, /* PHRASE_DATE: only with a capital */
	PHRASE_SHORT = 1 << 18,	  /* PHRASE_DATE: only beside a number or before a stop */
	PHRASE_ARTICLE = 1 << 19, /* PHRASE_SMALL: a German noun follows, and is no name */
	PHRASE_OF = 1 << 20,	  /* PHRASE_SMALL: may part a day and its month */
	PHRASE_OF_NAME = 1 << 21, /* PHRASE_SMALL: what follows is of a name */
	PHRASE_BY = 1 << 28,	  /* PHRASE_SMALL: an author follows */
	PHRASE_PAST = 1 << 29,	  /* PHRASE_SMALL: a verb that tells what was, or is asked */
	PHRASE_PRONOUN = 1 << 30, /* PHRASE_SMALL: stands for who was named before */
	PHRASE_DATED = 1 << 22,	  /* PHRASE_NOTICE: its last word is a year */
	PHRASE_CLOSED = 1 << 23,  /* PHRASE_NOTICE: no sentence goes on behind it */
	PHRASE_OFFER = 1 << 24,	  /* PHRASE_NOTICE: only beside a word of the next kind */
	/* By itself: what a page offers its reader, and asks of them. */
	PHRASE_APPEAL = 1 << 25,
	PHRASE_LEAD = 1 << 27,	/* PHRASE_FURNITURE: in a line that is no sentence */
	PHRASE_TOPIC = 1 << 26, /* PHRASE_FURNITURE: may be a heading, if prose follows */
	PHRASE_WORDS = PHRASE_ADVERT | PHRASE_STOP | PHRASE_DATE | PHRASE_NEGATION |
		       PHRASE_REPORT | PHRASE_NUMBER | PHRASE_SMALL | PHRASE_MONTH |
		       PHRASE_CAPITAL | PHRASE_SHORT | PHRASE_ARTICLE | PHRASE_OF |
		       PHRASE_OF_NAME | PHRASE_BY | PHRASE_PAST | PHRASE_PRONOUN,
};

struct fold_phrase {
	unsigned kind; /* enum fold_phrase_kind, one or several */
	const char *words;
	const char *more; /* NULL: nothing may follow */
};

/* Each ends with a row of kind 0. */
extern const struct fold_phrase fold_phrases[];	  /* triggers, labels, stamps */
extern const struct fold_phrase fold_furniture[]; /* furniture and notices */
extern const struct fold_phrase fold_lexicon[];	  /* single words */

#endif
