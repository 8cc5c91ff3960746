/*
 * What folding made of a paragraph, in lines for people, greppable and for editors to jump by:
 *
 *	FILE:LINE: STATE[ of [FILE:]LINE][ (SCORE)][: WHY] "WORDS"
 *	  KINDS  OLD → NEW  (WORDS … WORDS)
 *
 * the second for each change of a paragraph that is near, or of a copy that is written
 * otherwise.
 */
#ifndef EXPLAIN_H
#define EXPLAIN_H

#include "fold.h"

struct explained {
	const char *file;
	const struct text *text;
	const struct folds *folds;
	size_t n;
	struct fold_paragraph verdict; /* that of paragraph `n`, or what to say instead */
	size_t line, of;	       /* lines of the paragraph, and of what it repeats */
	const char *of_file;	       /* where that is; NULL: in the same file */
};

/*
 * Adds the lines, without the last line end. The name is made safe; the words of the article
 * are as they are, but for their line ends. Fails only with ERR_MEMORY.
 */
MUST_USE bool explain(const struct explained *it, struct buf *out, struct err *err);

#endif
