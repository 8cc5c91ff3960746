/*
 * The lines that end a text, counted up beside the article before them: what fold_tail.c tells
 * headlines of other articles by.
 */
#ifndef FOLD_ENDING_H
#define FOLD_ENDING_H

#include "fold_job.h"

#define FOLD_ENDING_LINES 14 /* of those behind them nothing is counted */

struct fold_ending {
	const struct fold_job *job; /* borrowed */
	size_t first;		    /* paragraph */
	size_t lines, words;	    /* what stands from there on */
	size_t first_words;	    /* of the first line that is no stamp */
	struct map body;	    /* hash of a word of the article -> nothing */
	size_t nouns; /* of the article, with a capital behind a German "der" or "ein" */

	/* Lines */
	size_t named;	  /* with a name that the article does not have */
	size_t quoted;	  /* that are words in quotation marks, and nothing else */
	size_t labels;	  /* that begin with a label */
	size_t questions; /* that end in a question mark */
	size_t alike; /* of a list: FOLD_ITEM, begun with a number or in lower case, addresses
		       */
	size_t dated; /* of a day or a year */
	uint64_t begins[FOLD_ENDING_LINES]; /* hashes of their first words */

	/* Shares of a line's words that the article does not have: of the first, of all added.
	 */
	double foreign_first, foreign;
};

/*
 * Counts what stands from paragraph `first` to the text's end. Cost: those lines, and the
 * article back from them, 256 KiB at most. To be released, also if it failed, which is for want
 * of memory alone.
 */
MUST_USE bool fold_ending_read(struct fold_ending *ending, const struct fold_job *job,
			       size_t first, struct err *err);
void fold_ending_release(struct fold_ending *ending);

/* How many of the lines hold these bytes. */
size_t fold_ending_with(const struct fold_ending *ending, const char *bytes);

#endif
