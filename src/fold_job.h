/*
 * What the stages of folding share: all that is known of a text, and the paragraph that is on
 * its way through them.
 */
#ifndef FOLD_JOB_H
#define FOLD_JOB_H

#include "fold_diff.h"
#include "fold_exact.h"
#include "fold_grams.h"
#include "fold_index.h"
#include "fold_letters.h"
#include "fold_measure.h"
#include "fold_sample.h"
#include "fold_words.h"
#include "folds.h"

#define NOWHERE ((size_t)FOLD_NONE)

/* Fewer words are no evidence: no near, no joined or cut paragraph. */
#define FOLD_NEAR_WORDS 8

/* Lines of one word or two are few: most questions for them end at a bit. A power of two. */
#define FOLD_BRIEF 65536u

/* So many 3-grams of a line are asked for ahead: memory is slow, and this hides it. */
#define FOLD_EXPECTED 64

/* An article has begun with so many paragraphs of prose. */
#define FOLD_PROSE_BEFORE 2

/* A line waits for at most so many further ones. */
#define FOLD_WAIT_MAX 10
/* The pieces of a long paragraph wait longer. */
#define FOLD_PIECES_MAX 40

/* Where the text repeats itself just now. */
struct fold_trail {
	size_t start;  /* the first repeat; NOWHERE: there is none */
	size_t target; /* what the last one repeats */
	size_t at;     /* 0, or the byte where the next piece of `target` begins */
	size_t longs;  /* paragraphs of prose repeated in it: they anchor it */
};

enum fold_waits {
	FOLD_WAITS_SHORT,  /* a short repeat */
	FOLD_WAITS_IN_RUN, /* the same, behind a long copy as its original is */
	FOLD_WAITS_PIECE   /* of a longer paragraph */
};

struct fold_waiting {
	size_t n, of;
	enum fold_waits how;
};

/* An earlier text: its paragraphs go up to the first of the next one, or to folds->own. */
struct fold_text {
	const struct text *text; /* borrowed */
	size_t first;
};

/* Blocks of lines that stand twice, one after the other. */
struct fold_doubling {
	size_t lines; /* of a block */
	size_t last;  /* the last line that repeats */
	unsigned blocks;
	bool prose; /* one of them holds a long line */
};

/* The keys of the paragraph at hand. */
struct fold_keys {
	struct fold_sample grams;
	uint64_t heads[FOLD_NEAR_WORDS + 1]; /* of its first words, so many */
};

struct fold_hits;

/* Its words as they are compared, each with an LF behind it. */
struct fold_spelling {
	char *items;
	size_t count, capacity;
	size_t of, asked; /* as of struct fold_read */
};

/* An earlier paragraph whose words were read again: the same ones are, where all are alike. */
struct fold_read {
	struct fold_tokens tokens;
	size_t of;    /* the paragraph's number + 1; 0: none */
	size_t asked; /* the same of the one that was asked for last */
	struct fold_spelling spelling;
};

#define FOLD_READ 256

/* So many times its bytes may be read again to find what is near; from the beginning on, and at
 * most, what a long text needs that quotes itself at every line. */
#define FOLD_CREDIT_FACTOR 4
#define FOLD_CREDIT_MOST   ((size_t)1 << 20)

struct fold_work {
	struct fold_facts *items; /* of the paragraphs, by their numbers */
	size_t count, capacity;
	uint64_t seed; /* of all hashes */
	struct fold_exact exact;
	struct fold_raw now, next; /* what folds_expect() was told before, and last */
	struct fold_grams grams;   /* by what a paragraph is found again: fold_keys.c */
	struct fold_forms phrases;
	bool lent; /* their memory is another's */
	struct fold_letters letters;
	struct fold_tokens line;	  /* the words of the paragraph at hand */
	struct fold_read read[FOLD_READ]; /* a paragraph's place: its number modulo that */
	struct fold_spelling spelling;	  /* of the line; `asked` is not used */
	struct fold_tokens joined;	  /* of several earlier paragraphs: fold_widen.c */
	struct fold_diff *diff;
	struct fold_keys keys;
	uint64_t brief[FOLD_BRIEF / 64]; /* bits for the heads of lines of one word or two */
	struct fold_hits *hits;
	size_t credit; /* so many bytes may be read again: fold_may_read() */
	size_t steps;  /* of comparing word by word, as many as the line may still take */

	struct fold_trail trail;
	struct fold_waiting waiting[FOLD_PIECES_MAX];
	size_t waits;
	struct fold_doubling doubling;

	size_t box, box_last; /* of an open box of links; NOWHERE: there is none */
	size_t tail;	      /* the first of the headlines that end the text so far */
	size_t tail_lines;
	size_t topic;	/* furniture that is a heading if prose follows; NOWHERE: none */
	size_t opening; /* the first paragraph that shows, perhaps a title */
	size_t prose;	/* paragraphs that can carry an article */

	struct {
		struct fold_text *items;
		size_t count, capacity;
	} texts;

	struct {
		struct fold_run *items; /* of what is settled, by start */
		size_t count, capacity;
	} runs;
};

/* A paragraph on its way through the stages. */
struct fold_job {
	struct folds *folds;
	struct fold_work *work;
	const char *bytes; /* of the text at hand */
	const struct fold_raw *raw;
	size_t n;
};

static inline struct fold_facts *fold_facts(const struct fold_job *job, size_t n)
{
	return &job->work->items[n];
}

/* Any of enum fold_flag. */
static inline bool fold_is(const struct fold_job *job, size_t n, unsigned flags)
{
	return job->work->items[n].flags & flags;
}

/* The bytes in which a paragraph's span lies. */
const char *fold_bytes(const struct fold_job *job, size_t n);
/* The words of a paragraph, without what is not counted at its end. */
struct fold_stretch fold_words_of(const struct fold_job *job, size_t n);
/* The same, to be measured. */
struct fold_source fold_source_of(const struct fold_job *job, size_t n);

/* Paragraphs of the text that holds `n`: from the first to behind the last so far. */
struct span fold_text_of(const struct folds *folds, size_t n);
/* True if paragraph `n` is of the text at hand. */
static inline bool fold_is_own(const struct fold_job *job, size_t n)
{
	return n >= job->folds->own;
}

/* True if it belongs to an earlier text that hides it as its furniture: no evidence here. */
static inline bool fold_is_foreign_furniture(const struct fold_job *job, size_t n)
{
	return !fold_is_own(job, n) && job->folds->items[n].state == FOLD_BOILERPLATE;
}

/* Nothing shows before paragraph `n`: it may be the title. */
static inline bool fold_is_first(const struct fold_job *job, size_t n)
{
	return n <= job->work->opening;
}

/* Visible, with words: what can be repeated. The next and last such of the same text. */
static inline bool fold_stands(const struct fold_job *job, size_t n)
{
	return job->work->items[n].words && !folds_hidden(job->folds, n);
}

size_t fold_stands_after(const struct fold_job *job, size_t n);
size_t fold_stands_before(const struct fold_job *job, size_t n);
/* The same as the last, if it ends in a colon: it says that paragraph `n` is said, or listed.
 */
size_t fold_intro_before(const struct fold_job *job, size_t n);

/* What word `i` of the line at hand is: enum fold_phrase_kind, several. */
static inline unsigned fold_known(const struct fold_job *job, size_t i)
{
	return fold_index_word(&job->work->phrases, job->work->line.items[i].hash);
}

/* The verdict on paragraph `n`; of a change or a copy the caller adds what it repeats. */
void fold_say(const struct fold_job *job, size_t n, enum fold_state state,
	      enum fold_reason reason);

/* Hides what shows from paragraph `first` to `last` as boilerplate, and mends the verdicts on
 * what repeats or resembles it. Cost: the paragraphs from `first` on. */
void fold_hide_lines(const struct fold_job *job, size_t first, size_t last,
		     enum fold_reason reason);

#endif
