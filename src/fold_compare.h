/*
 * The line and an earlier paragraph compared: cheaply without regard to order, or word by word.
 */
#ifndef FOLD_COMPARE_H
#define FOLD_COMPARE_H

#include "fold_job.h"

/* Two paragraphs compared. */
struct fold_change {
	const struct fold_tokens *old, *new; /* at most FOLD_DIFF_WORDS each */
	size_t same;			     /* words in order that both have */
	size_t grams;			     /* of these, how many end three in a row in both */
	bool inside;			     /* the new one stands in the old one as it is */
	uint8_t kinds; /* of what changed: a bit for each enum fold_kind */
};
/* How many threes and fives in a row, or words, of the new one the old one has too: more
 * perhaps, never fewer. */
struct fold_shared {
	size_t threes, fives;
};
struct fold_shared fold_count_shared(const struct fold_change *change);
size_t fold_count_words(const struct fold_change *change);

/* All threes in a row of a paragraph of at most FOLD_DIFF_WORDS words, sorted. Large. */
struct fold_threes {
	uint64_t keys[FOLD_DIFF_WORDS];
	size_t count;
};
void fold_sort_threes(const struct fold_tokens *tokens, struct fold_threes *threes);
/* Exactly how many threes in a row of `tokens` are among them. */
size_t fold_count_threes(const struct fold_tokens *tokens, const struct fold_threes *threes);

/* All but the kinds. */
MUST_USE bool fold_compare(const struct fold_job *job, struct fold_change *change,
			   struct err *err);
/* The kinds, of what was compared last. */
void fold_tell_kinds(const struct fold_job *job, struct fold_change *change);

#endif
