/*
 * A small text folded, for tests: what became of its paragraphs, as letters.
 */
#ifndef FOLDING_H
#define FOLDING_H

#include "buf.h"
#include "fold.h"

#define LEDE                                                                                   \
	"The harbour of Lindvik will stay closed until the ice has gone, the town council "    \
	"decided on Tuesday evening."
#define BODY                                                                                   \
	"Fishermen who had asked for one open quay left the meeting early and said that they " \
	"would sail all the same."
#define ENDING                                                                                 \
	"The council meets again next week, when it will hear what the coast guard thinks of " \
	"the plan."
#define HEADING "What do the fishermen say?"

struct reading {
	struct text text;
	struct folds folds;
	struct buf states; /* a letter a paragraph: s n d b */
};

/* Feeds the paragraphs of a text, which is borrowed; nothing is finished yet. */
void folding_feed(struct reading *reading, const char *bytes, size_t len);

/* Feeds and finishes, and fills `states`. */
void folding_read(struct reading *reading, const char *bytes, size_t len);
/* The same, with rows of phrases of one's own, or NULL. */
void folding_read_by(struct reading *reading, const char *bytes, size_t len,
		     const struct fold_phrase *phrases);
void folding_release(struct reading *reading);

/* Adds a line of `words` words of which the last is `last`. */
void folding_add_long(struct buf *text, size_t words, const char *last);

/* The paragraphs of a text come out as `states`. */
void assert_states(const char *bytes, const char *states);

/* The explanation begins with `word`. */
void assert_why(const struct fold_paragraph *paragraph, const char *word);

/* Paragraph `n` repeats `of`, and the explanation begins with `why`. */
void assert_of(const char *bytes, size_t n, size_t of, const char *why);

#endif
