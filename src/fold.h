/*
 * Folding: which paragraphs were said already, and which are no part of the
 * article at all.
 *
 * Paragraphs are fed one after another, in reading order; nothing is known but what was fed,
 * so the same input gives the same output however it arrives. A paragraph's verdict
 * is *settled* a little later than it is fed: a short line that repeats waits until
 * it is clear whether it belongs to a repeated run. What waits counts as shown.
 *
 *	folds_init(&folds);
 *	for (at = 0; paragraph_next(text, mode, at, &paragraph); at = paragraph.end)
 *		folds_feed(&folds, text, paragraph, &err);
 *	folds_finish(&folds, text, &err);
 *	…
 *	if (folds_hidden(&folds, n))
 *		why = fold_why(&folds.items[n]);
 *
 * Several texts: what the earlier ones said folds in the last, the text at hand. Each is fed
 * whole, then left. Paragraphs have numbers through all of them; those of the text at hand
 * are folds.own … folds.count - 1, and only they are for showing. What one of them repeats
 * may be earlier, so its bytes are those of folds_place().
 *
 *	for each earlier text, oldest first {
 *		… folds_feed() its paragraphs
 *		folds_leave(&folds, text, &err);
 *	}
 *	… and the text at hand as above
 *
 * An earlier text is evidence with what it shows: what it hides as a copy leads to the
 * original, what it hides as furniture proves nothing here.
 */
#ifndef FOLD_H
#define FOLD_H

#include "folds.h"
#include "paragraph.h"

/* A longer paragraph is shown unread, so that no key waits for it: bytes. */
#define FOLD_READ_MAX ((size_t)1 << 20)

/* So much of the text has to be there, or all of it, when its first paragraph is fed: bytes.
 * By it is told whether it looks like a whole page, menus and all. */
#define FOLD_HEAD ((size_t)8 << 10)

/* Empty; takes no memory yet. */
void folds_init(struct folds *folds);
void folds_release(struct folds *folds);

/* The next paragraph. Its bytes are read now and again when a later one repeats it.
 * Cost: its length. Fails only with ERR_MEMORY, and is then good for
 * release alone. */
MUST_USE bool folds_feed(struct folds *folds, const struct text *text, struct span paragraph,
			 struct err *err);

/* Says which paragraph will be fed behind the one that is fed next. Need not be said, but saves
 * waiting for memory. Until both are fed the bytes of `text` don't change. */
void folds_expect(struct folds *folds, const struct text *text, struct span paragraph);

/* No more will come: all that waits is settled. */
MUST_USE bool folds_finish(struct folds *folds, const struct text *text, struct err *err);

/*
 * The text that was fed is an earlier one from now on, the next paragraph another's: what
 * waits is settled, no run, box or title reaches over. `text` is borrowed for as long as
 * `folds` lives.
 */
MUST_USE bool folds_leave(struct folds *folds, const struct text *text, struct err *err);

/*
 * Where the first run of prose begins, the place to open a whole page at: two paragraphs that
 * are prose, next to each other but for one; or the headline right above them. False if there
 * is none in the first MiB, through which it reads.
 */
bool fold_first_prose(const struct text *text, enum paragraph_mode mode, size_t *at);

#endif
