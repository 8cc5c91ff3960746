/*
 * Which phrases stand in the words of a line.
 */
#ifndef FOLD_INDEX_H
#define FOLD_INDEX_H

#include "fold_forms.h"
#include "fold_token.h"

/* The kinds of all phrases that are the words from `from` to the end: of those that stand for
 * whole lines, or for what is left of one. */
unsigned fold_index_whole(const struct fold_forms *forms, const struct fold_tokens *tokens,
			  size_t from);

/* True if the words begin with a label, and something follows it. */
bool fold_index_labelled(const struct fold_forms *forms, const struct fold_tokens *tokens);

/* True if a phrase of a notice stands in the words. */
bool fold_index_noticed(const struct fold_forms *forms, const struct fold_tokens *tokens);

/* The kinds of a single word. */
unsigned fold_index_word(const struct fold_forms *forms, uint64_t hash);

#endif
