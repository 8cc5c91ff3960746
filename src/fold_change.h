/*
 * What differs between a paragraph and the one that it repeats, word by word. It is made when
 * somebody asks, and not kept by the folds.
 *
 *	struct fold_edits edits = { 0 };
 *
 *	if (fold_edits_make(&edits, &folds, &text, n, &err))
 *		for (size_t i = 0; i < edits.count; i++)
 *			fold_edit_say(&edits, &edits.items[i], &out);
 *	fold_edits_release(&edits);
 */
#ifndef FOLD_CHANGE_H
#define FOLD_CHANGE_H

#include "folds.h"

/* What a changed word is, in the order in which kinds are named: what matters most to who
 * checks facts comes first. */
enum fold_kind {
	FOLD_KIND_NUMBER,
	FOLD_KIND_DATE,
	FOLD_KIND_NAME,
	FOLD_KIND_NEGATION,
	FOLD_KIND_ATTRIBUTION,
	FOLD_KIND_QUOTE,
	FOLD_KIND_WORDS,
	FOLD_KIND_TYPOGRAPHY, /* other characters, the same words: in duplicates alone */
	FOLD_KINDS,
};

extern const char *const fold_kind_names[FOLD_KINDS];

/* Adds the names of the kinds whose bits are set, a blank between two. */
void fold_kinds_say(unsigned kinds, struct buf *out);

/*
 * Neighbouring words that changed. Each span reaches from the beginning of its first word to
 * the end of its last; where nothing stands in the other paragraph, marks that touch them
 * belong to them, such as quotes and a full stop. What stands between two words that are the
 * same belongs to no edit. An empty span lies behind the last word before it.
 */
struct fold_edit {
	struct span old; /* bytes of old_bytes that are gone; empty: nothing was there */
	struct span new; /* bytes of new_bytes in their place; empty: nothing is there */
	unsigned kinds;	 /* a bit for each enum fold_kind; never 0 */
};

struct fold_edits {
	const char *old_bytes, *new_bytes; /* borrowed: of the texts that the spans count in */
	struct span paragraph;		   /* the new one */
	struct fold_edit *items;	   /* in reading order */
	size_t count, capacity;
	bool too_long; /* one of the two is too long to be compared: nothing is listed */
};

/*
 * Sets `edits`, which begin empty, to what changed in paragraph `n` of `text`, if it is near.
 * Of a duplicate of one paragraph: what is written otherwise, blanks apart. Nothing for others.
 * Cost: both paragraphs' lengths, and the words times the changed words, by 64. Fails only with
 * ERR_MEMORY.
 */
MUST_USE bool fold_edits_make(struct fold_edits *edits, const struct folds *folds,
			      const struct text *text, size_t n, struct err *err);
void fold_edits_release(struct fold_edits *edits);

/*
 * Adds one line of raw words, with no line end in it: the kinds, what was there, what is there
 * now, and where: "number  12 → 15  (had counted … boats beyond)". A dash stands for nothing.
 */
void fold_edit_say(const struct fold_edits *edits, const struct fold_edit *edit,
		   struct buf *out);

/*
 * Adds the words of `span` on one line: blanks and line ends in a row become one blank. Of more
 * than `most` bytes the first ones, up to a blank where there is one, and "…".
 */
void fold_words_say(const char *bytes, struct span span, size_t most, struct buf *out);

#endif
