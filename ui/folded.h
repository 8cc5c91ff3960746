/*
 * An article's paragraphs with the verdicts of folding, in one pass from its beginning to
 * its end, which may still be coming. Memory grows with the number of paragraphs alone.
 *
 *	folded_init(&folded, program, &text);
 *	folded_take_earlier(&folded, file, &err);	with a reading list
 *	while (folded_next(&folded, &n, &err))
 *		… folded.folds.items[n] …
 *	if (err.kind != ERR_NONE)
 *		…
 *	folded_release(&folded);
 */
#ifndef FOLDED_H
#define FOLDED_H

#include "file_list.h"

struct folded {
	struct program *program;
	struct text *text;	  /* borrowed; while it is growing, more is read as needed */
	enum paragraph_mode mode; /* decided once `begun` */
	bool begun;		  /* what decides about the text as a whole is there */
	struct earlier earlier;	  /* texts that `folds` has before this one */
	struct folds folds;
	size_t fed;	   /* bytes of the text that were fed */
	struct span ahead; /* once `looked`: the paragraph that is fed next */
	bool looked, more; /* more: there is one */
	size_t next;	   /* the paragraph that comes next */
};

/* With the mode that was asked for and the user's phrases. */
void folded_init(struct folded *folded, struct program *program, struct text *text);
void folded_release(struct folded *folded);

/* Before the first paragraph: what earlier files of the list said is folded, too. The text is
 * then waited for to its end. */
MUST_USE bool folded_take_earlier(struct folded *folded, const struct listed *file,
				  struct err *err);

/* The earlier file that holds paragraph `n`, by its name; NULL: this one. */
const char *folded_file_of(const struct folded *folded, size_t n);

/* Adds why a paragraph has its verdict, with the file that it repeats. */
void folded_why(const struct folded *folded, const struct fold_paragraph *paragraph,
		struct buf *out);

/*
 * The next paragraph: its verdict changes no more, and the blank lines behind it are there.
 * False at the end, or with an error. Before it waits for more text, all that was printed so
 * far goes out.
 */
MUST_USE bool folded_next(struct folded *folded, size_t *n, struct err *err);

/*
 * Prints the deduplicated text of a file: the bytes of the paragraphs that show, each with
 * its line end and the blank lines behind it; behind another file they begin a line. Errors
 * are said. Returns how many are hidden.
 */
size_t folded_print(struct program *program, const struct listed *file);

#endif
