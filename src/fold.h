/*
 * Folding: which paragraphs were said already, and which are no part of the
 * article at all.
 *
 * Paragraphs are fed one after another, in reading order; state is per text only,
 * so the same input gives the same output however it arrives. A paragraph's verdict
 * is *settled* a little later than it is fed: a short line that repeats waits until
 * it is clear whether it belongs to a repeated run. What waits counts as shown.
 *
 *	folds_init(&folds);
 *	while (paragraph_next(text, mode, at, &paragraph))
 *		folds_feed(&folds, text, paragraph, &err);
 *	folds_finish(&folds, text, &err);
 *	…
 *	if (folds_hidden(&folds, n))
 *		why = fold_why(&folds.items[n]);
 */
#ifndef FOLD_H
#define FOLD_H

#include "hash.h"
#include "span.h"
#include "text.h"

#define FOLD_NONE UINT32_MAX

/* A longer paragraph is shown unread, so that no key waits for it: bytes. */
#define FOLD_READ_MAX ((size_t)1 << 20)

enum fold_state {
	FOLD_SHOWN,
	FOLD_NEAR,	  /* repeats with a change: visible */
	FOLD_DUPLICATE,	  /* every word was there before: hidden */
	FOLD_BOILERPLATE, /* page furniture, teasers: hidden */
	FOLD_STATES,
};

extern const char *const fold_state_names[FOLD_STATES]; /* as in `fold --json` */

/* What is known of one paragraph. */
struct fold_paragraph {
	struct span span; /* bytes of the text */
	uint32_t of;	  /* the paragraph it repeats, or FOLD_NONE; never a hidden one */
	uint32_t run;	  /* for folds_run() */
	float score;   /* 0 where shown; 1: the same words; near: the share that is the same */
	uint8_t state; /* enum fold_state */
	uint8_t why;   /* these two for fold_why() */
	uint8_t changed;
};

struct buf;
struct fold_work; /* what is known beyond the verdicts */

struct folds {
	struct fold_paragraph *items; /* all that was fed, by start */
	size_t count, capacity;
	size_t settled; /* the verdicts before this one don't change any more */
	bool finished;
	struct fold_work *work;
};

/* Empty; takes no memory yet. */
void folds_init(struct folds *folds);
void folds_release(struct folds *folds);

/* The next paragraph. Its bytes are read now and again when a later one repeats it.
 * Cost: its length. Fails only with ERR_MEMORY. */
MUST_USE bool folds_feed(struct folds *folds, const struct text *text, struct span paragraph,
			 struct err *err);

/* Says which paragraph will be fed next. Need not be said, but saves waiting for memory. */
void folds_expect(struct folds *folds, const struct text *text, struct span paragraph);

/* No more will come: all that waits is settled. */
MUST_USE bool folds_finish(struct folds *folds, const struct text *text, struct err *err);

/* True if paragraph `n` is hidden while its fold is closed. */
bool folds_hidden(const struct folds *folds, size_t n);

/* Adds to `out` why, beginning with a stable word: "same", "run", "changed:number", …; nothing
 * where it is shown. */
void fold_why(const struct fold_paragraph *paragraph, struct buf *out);

/* The paragraph that holds byte `at`, or the last one before it; FOLD_NONE if none begins so
 * early or it was not fed yet. Cost: binary search. */
size_t folds_at(const struct folds *folds, size_t at);

/*
 * A run of neighbouring hidden paragraphs of one kind, shown as one line. Duplicates belong
 * together while their originals follow one another.
 */
struct fold_run {
	size_t first, last; /* paragraphs, both inclusive */
	enum fold_state state;
	size_t of_first, of_last; /* what a run of duplicates repeats; FOLD_NONE else */
};

/* The run that holds paragraph `n`; false if `n` is not hidden. Cost: none of its length. */
bool folds_run(const struct folds *folds, size_t n, struct fold_run *run);

#endif
