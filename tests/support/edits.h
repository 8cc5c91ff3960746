/*
 * What changed between a paragraph and the one that it repeats, told as text: each edit is a
 * line, OLD|NEW = KINDS.
 */
#ifndef TESTS_EDITS_H
#define TESTS_EDITS_H

#include "support/folding.h"

/* A sentence that says something of boats: what most changes are made in. */
#define BOATS(words)                                                                           \
	"On Tuesday Ada Holm told the council that the guard had counted " words               \
	" boats beyond the mole of the old harbour."

/* Adds the edits of paragraph `n`. */
void edits_say(const struct reading *reading, size_t n, struct buf *out);

/* All lines of `text` but the last are what that one repeats. */
void assert_edits(const char *text, const char *expected);

struct change {
	const char *old, *new; /* words of BOATS() */
	const char *told;      /* without the last line end */
};

/* The rows end with one of NULLs. */
void assert_changes(const struct change *changes);

#endif
