/*
 * How near the line is to an earlier paragraph, or to several that it joins.
 */
#ifndef FOLD_MATCH_H
#define FOLD_MATCH_H

#include "fold_candidates.h"
#include "fold_compare.h"

struct fold_match {
	size_t of, to; /* the last of several that the line joins; else `of` */
	bool expected; /* by an anchored run */
	bool guessed;  /* not compared word by word */
	bool moved;    /* perhaps nearly all of it was read before, in another order */
	struct fold_change change;
	size_t old_words; /* of the paragraph, or of all that are joined */
	double new, old;  /* shares of words in order */
};

/*
 * Takes a candidate for `best` if the line is near it, and nearer than to that: begins with
 * `of` NOWHERE. job->work->steps is what may be spent on it. Fails only with ERR_MEMORY.
 */
MUST_USE bool fold_match_with(const struct fold_job *job, const struct fold_candidate *it,
			      struct fold_match *best, struct err *err);

/*
 * The words that a paragraph lacks may be its neighbours': the line then joins them, with a
 * change, and `best` is all of them. Fails only with ERR_MEMORY.
 */
MUST_USE bool fold_match_widen(const struct fold_job *job, struct fold_match *best,
			       struct err *err);

#endif
