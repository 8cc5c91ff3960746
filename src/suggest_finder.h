/*
 * What the finders of suggestions share. Each finder reads one passage and adds what it
 * finds in any order; suggest.c sorts.
 */
#ifndef SUGGEST_FINDER_H
#define SUGGEST_FINDER_H

#include "suggest.h"

struct passage {
	const char *bytes; /* of the text, borrowed */
	struct span span;  /* the paragraph, at most SUGGEST_MAX of it */
	struct suggestions *out;
};

bool suggest_quotes(const struct passage *passage, struct err *err);
bool suggest_entities(const struct passage *passage, struct err *err);
bool suggest_claims(const struct passage *passage, struct err *err);

/* Adds a suggestion, its ends moved outward to cluster borders. */
MUST_USE bool suggest_add(const struct passage *passage, struct suggestion suggestion,
			  struct err *err);

/* Lists of English words that the finders go by; in lower case, apostrophes dropped. */
enum suggest_list {
	LIST_FUNCTION,	   /* begins sentences, is no name by itself */
	LIST_JOINER,	   /* may stand inside a name, between two capitalised words */
	LIST_TITLE,	   /* before a person's name, no part of it */
	LIST_OFFICE,	   /* in lower case before a person's name */
	LIST_ORGANISATION, /* part of an organisation's name */
	LIST_PLACE,	   /* part of a place's name */
	LIST_LOCATIVE,	   /* before a place, often */
	LIST_DATE,	   /* months and weekdays */
	LIST_ABBREVIATION, /* written with a full stop that ends nothing */
	LIST_NUMBER,	   /* an amount in words */
	LIST_MEASURE,	   /* makes a figure one that can be checked */
	LIST_REPORT,	   /* somebody says it */
	LISTS,
};

/* True if the word, folded to lower case, is in the list. Cost: the list's length. */
bool suggest_listed(enum suggest_list list, const char *word, size_t len);

#endif
