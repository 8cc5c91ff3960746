/*
 * What folding knows of the paragraphs that were fed (fold.h): the verdict on each, and how
 * they stand to one another. A paragraph's number counts through all texts, from 0.
 */
#ifndef FOLDS_H
#define FOLDS_H

#include "span.h"
#include "text.h"

#define FOLD_NONE UINT32_MAX

enum fold_state {
	FOLD_SHOWN,
	FOLD_NEAR,	  /* repeats with a change: visible */
	FOLD_DUPLICATE,	  /* every word was there before: hidden */
	FOLD_BOILERPLATE, /* page furniture, teasers: hidden */
	FOLD_STATES,
};

extern const char *const fold_state_names[FOLD_STATES]; /* as in `fold --json` */

/* Why a paragraph is not simply shown: see fold_why(). */
enum fold_reason {
	FOLD_BECAUSE_NOTHING,
	FOLD_BECAUSE_SAME,
	FOLD_BECAUSE_TYPOGRAPHY,
	FOLD_BECAUSE_RUN,
	FOLD_BECAUSE_JOINED,
	FOLD_BECAUSE_CUT,
	FOLD_BECAUSE_PIECES,
	FOLD_BECAUSE_TITLE,
	FOLD_BECAUSE_DOUBLED,
	FOLD_BECAUSE_CHANGED,
	FOLD_BECAUSE_INSIDE,
	FOLD_BECAUSE_TRIGGER,
	FOLD_BECAUSE_LABEL,
	FOLD_BECAUSE_TAIL,
	FOLD_BECAUSE_FURNITURE,
	FOLD_BECAUSE_NOTICE,
	FOLD_REASONS,
};

/* What is known of one paragraph. */
struct fold_paragraph {
	struct span span; /* bytes of the text */
	uint32_t of;	  /* the paragraph it repeats, or FOLD_NONE; never a hidden one */
	uint32_t run;	  /* for folds_run() */
	float score;   /* 0 where shown; 1: the same words; near: the share that is the same */
	uint8_t state; /* enum fold_state */
	uint8_t why;   /* enum fold_reason */
	uint8_t changed; /* near: a bit for each enum fold_kind (fold_change.h) of its changes;
			    0: it was too long to be compared, or is no change */
};

struct buf;
struct fold_forms;
struct fold_phrase;
struct fold_work; /* what is known beyond the verdicts */

struct folds {
	struct fold_paragraph *items; /* all that was fed, of each text by start */
	size_t count, capacity;
	size_t own;	/* the first of the text at hand; 0 where there is no earlier one */
	size_t settled; /* the verdicts before this one don't change any more */
	bool finished;
	/* Rows of phrases beside the built-in ones, as in fold_phrases.h; borrowed, and must
	 * outlive the folds. NULL, or to be set before the first paragraph is fed. */
	const struct fold_phrase *phrases;
	/* All phrases, made ready (fold_forms.h); likewise. NULL: that is done anew, and
	 * costs as much as reading an article. */
	const struct fold_forms *index;
	bool whole; /* the text at hand looks like a whole page: nothing is hidden by guess */
	struct fold_work *work;
};

/* Where a paragraph stands among several texts. */
struct fold_place {
	const struct text *text; /* NULL: the text at hand */
	size_t nth;		 /* of the texts that were left, from 0 */
	size_t n;		 /* its number within its own text, from 0 */
};
struct fold_place folds_place(const struct folds *folds, size_t n);

/* True if paragraph `n` is hidden while its fold is closed. */
static inline bool folds_hidden(const struct folds *folds, size_t n)
{
	return folds->items[n].state == FOLD_DUPLICATE ||
	       folds->items[n].state == FOLD_BOILERPLATE;
}

/* Adds to `out` why, beginning with a stable word: "same", "run", "changed:number", …; nothing
 * where it is shown. */
void fold_why(const struct fold_paragraph *paragraph, struct buf *out);

/* The paragraph of the text at hand that holds byte `at`, or the last one before it; FOLD_NONE
 * if none begins so early or it was not fed yet. Cost: binary search. */
size_t folds_at(const struct folds *folds, size_t at);

/*
 * A run of neighbouring hidden paragraphs of one kind, shown as one line. Duplicates belong
 * together while their originals follow one another, in one text.
 */
struct fold_run {
	size_t first, last; /* paragraphs, both inclusive */
	enum fold_state state;
	unsigned reasons;	  /* a bit for each enum fold_reason of its paragraphs */
	size_t of_first, of_last; /* what a run of duplicates repeats; FOLD_NONE else */
};

/* Paragraph `n`, near or a duplicate, may join several: the last of those, the first being its
 * `of`. Of others FOLD_NONE. */
size_t folds_of_last(const struct folds *folds, size_t n);

/* The run that holds paragraph `n`; false if `n` is not hidden. Cost: none of its length. */
bool folds_run(const struct folds *folds, size_t n, struct fold_run *run);

#endif
