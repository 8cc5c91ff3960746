/*
 * Two paragraphs word by word: which words are the same, and what the others are.
 */
#ifndef FOLD_DIFF_H
#define FOLD_DIFF_H

#include "fold_index.h"
#include "fold_measure.h"

/* Longer paragraphs are not compared word by word. */
#define FOLD_DIFF_WORDS 2000

/* Of a table of that many words, half of it free. A power of two. */
#define FOLD_DIFF_SLOTS 4096u

struct fold_diff_rows {
	uint64_t *items;
	size_t count, capacity;
};

/* Large: on the heap, zeroed. */
struct fold_diff {
	bool old_same[FOLD_DIFF_WORDS], new_same[FOLD_DIFF_WORDS];
	size_t old_partner[FOLD_DIFF_WORDS], new_partner[FOLD_DIFF_WORDS]; /* where the same */

	struct {
		uint16_t place;	  /* the word's first one in the old paragraph + 1; 0: free */
		uint16_t fits;	  /* its row + 1; 0: not asked for yet */
	} slots[FOLD_DIFF_SLOTS]; /* of the different old words, by hash */
	uint16_t next[FOLD_DIFF_WORDS]; /* the next place of the same old word + 1; 0: none */
	struct fold_diff_rows fits, rows;
};

void fold_diff_free(struct fold_diff *diff); /* NULL is welcome */

/*
 * Finds the most words that stand in both in one order; neither has more than FOLD_DIFF_WORDS.
 * Cost: the words times the changed words, by 64. Fails only with ERR_MEMORY.
 */
MUST_USE bool fold_diff_words(struct fold_diff *diff, const struct fold_tokens *old,
			      const struct fold_tokens *new, struct err *err);

/* How many steps that takes. Cost: the words that both begin or end with. */
size_t fold_diff_steps(const struct fold_tokens *old, const struct fold_tokens *new);

/* Joins changes that may be one: for fold_diff_words(). Cost: the words. */
void fold_diff_tidy(struct fold_diff *diff, const struct fold_tokens *old,
		    const struct fold_tokens *new);

/*
 * The old words of which the new paragraph is a changed piece: whole sentences, less than half
 * of all. All of them, if it is none. Cost: the words.
 */
struct fold_part fold_diff_piece(const struct fold_diff *diff, const struct fold_tokens *old,
				 const struct fold_tokens *new);

/* What the changed word `i` is: a bit, 1 << enum fold_kind. */
unsigned fold_kind_of(const struct fold_forms *phrases, const struct fold_tokens *tokens,
		      size_t i);
/* The same of an old word: where it stands outside the piece, it is words left out. */
unsigned fold_old_kind_of(const struct fold_forms *phrases, const struct fold_tokens *old,
			  size_t i, struct fold_part piece);

#endif
