/*
 * The words of a passage as names are made of them: what of a word's capitals and
 * punctuation tells whether it is part of one, and how it hangs together with the word
 * before. suggest_entity.c alone includes this.
 */
#ifndef SUGGEST_TOKENS_H
#define SUGGEST_TOKENS_H

#include "suggest_finder.h"

/* How a token hangs together with the one before. */
enum gap { GAP_BREAK, GAP_JOIN, GAP_SENTENCE };

struct token {
	struct span span;
	enum gap gap;
	bool capital;	 /* begins in upper case, or "al-" and an upper case letter */
	bool inner;	 /* a further capital: an acronym, McNeill */
	bool possessive; /* 's stands behind it */
	bool small;	 /* a letter of it is not in upper case */
	char lower[32];	 /* in lower case, for the lists: ASCII alone; "" if it is longer */
};

struct tokens {
	struct token *items;
	size_t count, capacity;
};

/* Adds the tokens of a passage to `tokens`, whose items are owned: free(). */
MUST_USE bool tokens_take(const struct passage *passage, struct tokens *tokens,
			  struct err *err);

/* True if the token is a word of the list. */
bool token_listed(const struct token *token, enum suggest_list list);

#endif
