/*
 * An article's paragraphs with the verdicts of folding, in one pass from its beginning to
 * its end. Memory grows with the number of paragraphs alone.
 *
 *	folded_init(&folded, &text, mode);
 *	while (folded_next(&folded, &n, &err))
 *		… folded.folds.items[n] …
 *	if (err.kind != ERR_NONE)
 *		…
 *	folded_release(&folded);
 */
#ifndef FOLDED_H
#define FOLDED_H

#include "command.h"

struct folded {
	const struct text *text; /* borrowed */
	enum paragraph_mode mode;
	struct folds folds;
	struct span ahead; /* the paragraph that is fed next */
	bool more;	   /* there is one */
	size_t next;	   /* the paragraph that comes next */
};

void folded_init(struct folded *folded, const struct text *text, enum paragraph_mode mode);
void folded_release(struct folded *folded);

/* The next paragraph: its verdict changes no more. False at the end, or with an error. */
MUST_USE bool folded_next(struct folded *folded, size_t *n, struct err *err);

/*
 * Prints the deduplicated text of a file: the bytes of the paragraphs that show, each with
 * its line end and the blank lines behind it. Errors are said. Returns how many are hidden.
 */
size_t folded_print(struct program *program, const char *path);

#endif
