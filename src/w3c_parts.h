/*
 * What reading, writing and revising a line share: which body of an annotation
 * is which member of a mark. Only the w3c_*.c files include this.
 */
#ifndef W3C_PARTS_H
#define W3C_PARTS_H

#include "w3c.h"

#include <jansson.h>

/* Bodies by purpose, in the order in which they are written. */
enum w3c_body {
	W3C_DESCRIBING,
	W3C_IDENTIFYING,
	W3C_TAGGING,
	W3C_ASSESSING,
	W3C_MODERATING,
	W3C_LINKING,
	W3C_COMMENTING,
	W3C_BODIES,
};

/* Longest line, deepest nesting, and flags that every parse here uses. Offsets may be
 * larger than any integer type: they are read as real numbers, exact below 2^53. */
#define W3C_PARSE (JSON_REJECT_DUPLICATES | JSON_DECODE_INT_AS_REAL)

/* The words of a body of this mark; NULL where it has none. */
const char *w3c_body_words(const struct mark *mark, enum w3c_body body);

/* True if a mark of this kind keeps a member of its own in such a body. */
bool w3c_body_used(enum mark_kind kind, enum w3c_body body);

/*
 * Which body an element of `body` is and its words (borrowed from the element).
 * False for what is none that a mark has a member for.
 */
bool w3c_body_of(const json_t *element, enum w3c_body *body, const char **words);

/* Add values as raw JSON. */
void w3c_add_body(struct buf *out, enum w3c_body body, const char *words);
void w3c_add_target(struct buf *out, const struct mark *mark);
void w3c_add_selectors(struct buf *out, const struct mark *mark);

/* The name of the member of `diple` that holds the speaker's id. */
const char *w3c_speaker_member(enum mark_kind kind);

/* Ends a line: checks its length since `start` and the memory, adds the LF. */
MUST_USE bool w3c_end_line(struct buf *out, size_t start, struct err *err);

#endif
