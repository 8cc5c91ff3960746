/*
 * By what a paragraph is found again in other files and by other programs: fingerprints
 * without a seed. They only say where to look; whoever hides a paragraph reads both.
 */
#ifndef FOLD_PRINTS_H
#define FOLD_PRINTS_H

#include "buf.h"
#include "fold_measure.h"
#include "fold_words.h"
#include "hash.h"

/*
 * The fingerprint of a paragraph's words: of each word in its normal form (fold_walk.h), a
 * line feed behind it. Equal words have equal fingerprints. False where there are no words.
 * `scratch` holds the words meanwhile.
 */
MUST_USE bool fold_fingerprint(struct fold_stretch words, struct buf *scratch,
			       struct fingerprint *fingerprint, struct err *err);

/*
 * Samples of the 3-grams of a text's paragraphs: numbers below 2^48. Of each paragraph those
 * whose hashes are smallest are taken, so that two paragraphs that share words take the same.
 *
 * An index keeps PRINTS_KEPT of a paragraph; who looks for its copies asks for PRINTS_ASKED of
 * each of his own, and wants two or three in common (corpus.h). Let the share c of an earlier
 * paragraph's 3-grams stand in the new text, in a paragraph of no more than PRINTS_ASKED /
 * PRINTS_KEPT times its words. Each print is in common with probability c, so less than two are
 * with (1 - c)^6 + 6c(1 - c)^5. A copy is never missed; one of forty words changed (c = 0.92)
 * once in 55,000 times, or 1,900 where three are wanted; the least that counts as near (c =
 * 0.6) once in 24, or 5. A copied article has several paragraphs, and all of them count
 * together.
 */
#define PRINTS_KEPT  6
#define PRINTS_ASKED 24

struct fold_prints {
	uint64_t *items;
	size_t count, capacity;
	struct fold_tokens tokens; /* of the paragraph at hand */
};

/* Adds at most `most` of a paragraph, none if it is no prose of some length. */
MUST_USE bool fold_prints_add(struct fold_prints *prints, struct fold_stretch paragraph,
			      size_t most, struct err *err);

/* Puts them in order, each once. */
void fold_prints_sort(struct fold_prints *prints);

/* All-zero is empty; releasing that is harmless. */
void fold_prints_release(struct fold_prints *prints);

#endif
