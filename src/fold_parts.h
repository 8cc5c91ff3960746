/*
 * What the stages of folding share. Nobody else includes this.
 *
 *	fold.c		feeds, finishes, answers
 *	fold_repeat.c	the same words again, alone or in a run
 *	fold_split.c	earlier paragraphs joined, cut short or parted anew
 *	fold_near.c	the same with a change: candidates and the choice
 *	fold_diff.c	two paragraphs compared word by word
 *	fold_tidy.c	fewer changes for as many words that are the same
 *	fold_change.c	the same for whoever asks later: what changed where
 *	fold_say.c	a change in a line of words
 *	fold_box.c	furniture, boxes of links
 *	fold_tail.c	headlines of other articles at the end
 *	fold_keys.c	by what a paragraph is found again
 *	fold_why.c	what is said of all that
 *	fold_runs.c	neighbours that are shown as one line
 */
#ifndef FOLD_PARTS_H
#define FOLD_PARTS_H

#include "fold.h"
#include "fold_diff.h"
#include "fold_grams.h"
#include "fold_measure.h"
#include "fold_phrases.h"

#define NOWHERE ((size_t)FOLD_NONE)

/* So many hits of a line in the index are counted; more tell nothing new. */
#define FOLD_HITS_MOST 8192

/* Fewer words are no evidence: no near, no joined or cut paragraph. */
#define FOLD_NEAR_WORDS 8

/* A line waits for at most so many further ones. */
#define FOLD_WAIT_MAX 10
/* The pieces of a long paragraph wait longer. */
#define FOLD_PIECES_MAX 40

/* Where the text repeats itself just now. */
struct fold_trail {
	size_t start;  /* the first repeat; NOWHERE: there is none */
	size_t target; /* what the last one repeats */
	size_t at;     /* 0, or the byte where the next piece of `target` begins */
	bool anchored; /* prose repeated in it */
};

struct fold_waiting {
	size_t n, of;
	bool piece; /* of a longer paragraph; else a short repeat */
};

/* Blocks of lines that stand twice, one after the other. */
struct fold_doubling {
	size_t lines; /* of a block */
	size_t last;  /* the last line that repeats */
	unsigned blocks;
	bool prose; /* one of them holds a long line */
};

struct fold_work {
	struct fold_facts *items; /* of the paragraphs, by their numbers */
	size_t count, capacity;
	struct map seen; /* hash of the words -> the first paragraph that has them */
	struct fold_grams grams;
	struct fold_index phrases;
	struct fold_tokens line; /* the words of the paragraph at hand */
	struct fold_tokens other;
	struct fold_diff *diff;
	uint32_t hits[FOLD_HITS_MOST]; /* paragraphs that share 3-grams with the line */

	struct fold_trail trail;
	struct fold_waiting waiting[FOLD_PIECES_MAX];
	size_t waits;
	struct fold_doubling doubling;

	size_t box, box_last; /* of an open box of links; NOWHERE: there is none */
	size_t tail;	      /* the first of the headlines that end the text so far */
	size_t tail_lines;
	size_t opening; /* the first paragraph that shows, perhaps a title */
	size_t prose;	/* paragraphs that can carry an article */

	struct {
		struct fold_run *items; /* of what is settled, by start */
		size_t count, capacity;
	} runs;
};

/* A paragraph on its way through the stages. */
struct fold_job {
	struct folds *folds;
	struct fold_work *work;
	const char *bytes; /* the text's */
	size_t n;
};

struct fold_facts *fold_facts(const struct fold_job *job, size_t n);
bool fold_is(const struct fold_job *job, size_t n, unsigned flags); /* any of enum fold_flag */

/* The words of a paragraph, without what is not counted at its end. */
struct span fold_words_of(const struct fold_job *job, size_t n);

/* Visible, with words: what can be repeated. */
bool fold_stands(const struct fold_job *job, size_t n);
size_t fold_stands_after(const struct fold_job *job, size_t n);
size_t fold_stands_before(const struct fold_job *job, size_t n);

/* What the trail would repeat next; NOWHERE if nothing. */
size_t fold_expected(const struct fold_job *job);

/* True if the words of both are the same. */
bool fold_same(const struct fold_job *job, size_t a, size_t b);

void fold_say(const struct fold_job *job, size_t n, enum fold_state state,
	      enum fold_reason reason);
/* The same for a copy, with what it repeats: boilerplate, if that is. */
void fold_hide_copy(const struct fold_job *job, size_t n, size_t of, enum fold_reason reason);

/* Paragraphs that begin with the first `count` words of the line, 1 to 3; unverified. */
size_t fold_find_head(const struct fold_job *job, size_t count, uint32_t found[FOLD_GRAM_MOST]);
/* True if a paragraph before `limit` that shows begins with the same label or two words. */
bool fold_find_kin(const struct fold_job *job, const struct fold_tokens *tokens, size_t limit);
/* Makes paragraph job->n known to those that follow; its words are in work->line. */
MUST_USE bool fold_remember(const struct fold_job *job, struct err *err);
uint64_t fold_gram_key(const struct fold_token *tokens);

/* Stages. Each says what it found through fold_say(); true: it has decided. */
bool fold_stage_furniture(const struct fold_job *job);
bool fold_stage_same(const struct fold_job *job);
bool fold_stage_piece(const struct fold_job *job);
bool fold_stage_split(const struct fold_job *job);
MUST_USE bool fold_stage_near(const struct fold_job *job, struct err *err);
void fold_stage_box(const struct fold_job *job);
void fold_note_tail(const struct fold_job *job);
/* At the text's end. */
void fold_finish_box(const struct fold_job *job);
MUST_USE bool fold_finish_tail(const struct fold_job *job, struct err *err);
void fold_hide_lines(const struct fold_job *job, size_t first, size_t last,
		     enum fold_reason reason);

/* Short repeats and pieces that wait. */
void fold_wait(const struct fold_job *job, size_t of, bool piece);
/* What waits for more than `most` lines is shown. */
void fold_tire(const struct fold_job *job, size_t most);
bool fold_waits_for_piece(const struct fold_job *job);
/* They lead into the copy job->n of `of` as far as their originals do; the others show. */
void fold_settle_leading(const struct fold_job *job, size_t n, size_t of);
void fold_settle_shown(const struct fold_job *job);

/* Two paragraphs compared. */
struct fold_change {
	const struct fold_tokens *old, *new; /* at most FOLD_DIFF_WORDS each */
	size_t same;			     /* words in order that both have */
	size_t grams;			     /* of these, how many end three in a row in both */
	bool inside;			     /* the new one stands in the old one as it is */
	uint8_t kinds; /* of what changed: a bit for each enum fold_kind */
};
MUST_USE bool fold_compare(const struct fold_job *job, struct fold_change *change,
			   struct err *err);

/* Takes the verdicts up to `settled` into the runs. */
MUST_USE bool fold_settle_runs(const struct fold_job *job, size_t settled, struct err *err);

#endif
