/*
 * A paragraph measured: its words as numbers, and what shape it has.
 */
#ifndef FOLD_MEASURE_H
#define FOLD_MEASURE_H

#include "compiler.h"
#include "err.h"
#include "fold_scan.h"

/* What is kept of a paragraph for good. */
enum fold_flag {
	FOLD_PROSE = 1,	       /* running text, not a list, table or heading */
	FOLD_QUESTION = 2,     /* ends in a question mark */
	FOLD_HEADLINE = 4,     /* has the shape of a headline */
	FOLD_FINAL = 8,	       /* ends as a sentence does */
	FOLD_INTRO = 16,       /* ends in a colon */
	FOLD_STAMP = 32,       /* a time, a date, a section's name: stands beside headlines */
	FOLD_TRIGGER = 64,     /* is a phrase that opens a box of links */
	FOLD_WEAK = 128,       /* the same, if a headline follows */
	FOLD_ITEM = 256,       /* looks like a line of a list: a book, an act, a telephone */
	FOLD_ARROW = 512,      /* begins with an arrow */
	FOLD_DASHED = 1024,    /* begins with a dash, or stands in brackets */
	FOLD_KIN = 2048,       /* begins as an earlier line of the article, or speaks of it */
	FOLD_TIME = 4096,      /* is a date, or "3 hours ago" */
	FOLD_VERSE = 8192,     /* somebody broke its lines */
	FOLD_LABELLED = 16384, /* a colon follows one of its first words */
	FOLD_QUOTED = 32768,   /* all of it stands in quotation marks */
};

struct fold_facts {
	uint64_t hash;	/* of the words */
	uint32_t words; /* advertisement words at the end are not counted */
	uint32_t points;
	uint32_t tail;	/* bytes behind the last word counted */
	uint32_t to;	/* the last of the paragraphs that it repeats or resembles */
	uint32_t grams; /* how many of its 3-grams are indexed */
	uint16_t flags; /* enum fold_flag */
};

/* What is to be read. */
struct fold_source {
	const char *bytes; /* borrowed */
	struct span span;
	uint64_t seed;		      /* of the hashes */
	struct fold_letters *letters; /* for reading it, or NULL; borrowed */
};

/*
 * Measures a paragraph of at most FOLD_READ_MAX bytes; `tokens` gets its words. The flags
 * that rest on phrases are not set. Cost: the paragraph's length. Fails only with ERR_MEMORY.
 */
MUST_USE bool fold_measure(const struct fold_source *source, struct fold_tokens *tokens,
			   struct fold_facts *facts, struct err *err);

/* The words alone. */
MUST_USE bool fold_tokenise(const struct fold_source *source, struct fold_tokens *tokens,
			    struct err *err);

/* True if a text of so many words and code points is of a script that writes no blanks. */
bool fold_is_unspaced(size_t words, size_t points);

/* At most `words` words, or, where each is a character, as many code points as three to one. */
bool fold_is_short(const struct fold_facts *facts, size_t words);

/* The hash of `count` words, as struct fold_facts has it. */
uint64_t fold_hash_of(const struct fold_token *tokens, size_t count);

/* Sets hash, words and tail for the first `count` words. */
void fold_facts_of(struct fold_facts *facts, const struct fold_tokens *tokens, size_t count,
		   struct span paragraph);

#endif
