/*
 * A user's own phrases: $XDG_CONFIG_HOME/diple/phrases, which add to those by which folding
 * knows the furniture of a page. A line is a kind, a colon and a phrase:
 *
 *	# the Lindvik Courier
 *	trigger: More from the quays | Also in the Courier
 *	furniture: # people read this
 *	keep: opinion
 *
 * Kinds are the rows of phrase_kinds. Phrases are written as in fold_phrases.h; `keep` takes
 * one out. Blank lines, and lines that begin with #, say nothing.
 */
#ifndef PHRASES_H
#define PHRASES_H

#include "arena.h"
#include "err.h"
#include "fold_phrases.h"
#include "places.h"

/* Limits of the file and of a line: bytes. */
#define PHRASES_FILE_MAX ((size_t)64 << 10)
#define PHRASES_LINE_MAX ((size_t)1000)

/* So many wrong lines are told one by one. */
#define PHRASES_TOLD_MAX 10

struct phrase_kind {
	const char *name;
	unsigned kind; /* enum fold_phrase_kind */
	size_t words;  /* a phrase has at most so many */
};

/* Ends with a row without a name. */
extern const struct phrase_kind phrase_kinds[];

struct phrases {
	struct fold_phrase *items; /* for folds: ends with a row of kind 0; or NULL */
	size_t count, capacity;	   /* without that row */
	struct arena arena;
};

/* Who is told what is wrong: the file, the line, what to do. */
struct phrases_tell {
	void (*tell)(void *to, const struct err *err);
	void *to;
};

/* No phrases; takes no memory. */
void phrases_init(struct phrases *phrases);
void phrases_release(struct phrases *phrases);

/*
 * Reads the file; one that isn't there has no phrases. A line that is wrong is told and left
 * out, the others count. `phrases` was initialised.
 */
void phrases_load(struct phrases *phrases, const struct places *places,
		  struct phrases_tell tell);

#endif
