/*
 * What the stages of folding share. Nobody else includes this.
 *
 *	fold.c		feeds, finishes, answers
 *	fold_exact.c	the same bytes again
 *	fold_repeat.c	the same words again, alone or in a run
 *	fold_formula.c	the same words where they have to be said anew
 *	fold_split.c	earlier paragraphs joined, cut short or parted anew
 *	fold_read.c	earlier paragraphs read again
 *	fold_near.c	the same with a change: candidates and the choice
 *	fold_hits.c	how many 3-grams two paragraphs share
 *	fold_shared.c	what two paragraphs have in common at least
 *	fold_diff.c	two paragraphs compared word by word
 *	fold_tidy.c	fewer changes for as many words that are the same
 *	fold_change.c	the same for whoever asks later: what changed where
 *	fold_say.c	a change in a line of words
 *	fold_line.c	furniture, and what a line is in a box
 *	fold_notice.c	lines about rights, cookies and letters
 *	fold_box.c	boxes of links
 *	fold_tail.c	headlines of other articles at the end
 *	fold_page.c	is the text a whole page, menus and all?
 *	fold_keys.c	by what a paragraph is found again
 *	fold_why.c	what is said of all that
 *	fold_runs.c	neighbours that are shown as one line
 *	fold_texts.c	earlier texts, and where the one at hand begins
 */
#ifndef FOLD_PARTS_H
#define FOLD_PARTS_H

#include "fold.h"
#include "fold_diff.h"
#include "fold_exact.h"
#include "fold_grams.h"
#include "fold_letters.h"
#include "fold_measure.h"
#include "fold_phrases.h"
#include "fold_words.h"

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
	uint64_t *items; /* of its 3-grams: first those that are indexed */
	size_t count;	 /* of these */
	size_t asked;	 /* with others that are only asked for */
	size_t capacity;
	uint32_t weight; /* of the paragraph */
	size_t window;	 /* of so many 3-grams in a row one at least is asked for */
	uint64_t heads[FOLD_NEAR_WORDS + 1]; /* of its first words, so many */
};

/* How many 3-grams a paragraph shares with the line, as far as they are indexed. */
struct fold_tally {
	uint32_t paragraph;
	uint32_t weight; /* see fold_samplings */
	uint32_t hits;
	uint32_t rare; /* of them, 3-grams that few paragraphs have */
};

/* What a paragraph's weight says: how many 3-grams it has, and which of them are indexed. */
struct fold_sampling {
	size_t least;  /* it has so many at least */
	size_t window; /* of so many in a row one at least is taken: fold_keys.c */
};
extern const struct fold_sampling fold_samplings[FOLD_WEIGHTS];

struct fold_tallies {
	const struct fold_tally *items; /* borrowed until the next line */
	size_t count;
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
	struct fold_index phrases;
	bool lent; /* their memory is another's */
	struct fold_letters letters;
	struct fold_tokens line;	  /* the words of the paragraph at hand */
	struct fold_read read[FOLD_READ]; /* a paragraph's place: its number modulo that */
	struct fold_spelling spelling;	  /* of the line; `asked` is not used */
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

/* Visible, with words: what can be repeated. The next and last such of the same text. */
static inline bool fold_stands(const struct fold_job *job, size_t n)
{
	return job->work->items[n].words && !folds_hidden(job->folds, n);
}

size_t fold_stands_after(const struct fold_job *job, size_t n);
size_t fold_stands_before(const struct fold_job *job, size_t n);

/* What the trail would repeat next; NOWHERE if nothing. */
size_t fold_expected(const struct fold_job *job);

/* True if the words of both are the same. */
bool fold_same(const struct fold_job *job, size_t a, size_t b);

/* Has what fold_read_again() will read of paragraph `n` fetched into the cache meanwhile. */
void fold_expect_reading(const struct fold_job *job, size_t n);

/* The words of paragraph `n`, good until another is read. NULL: memory ran out. */
const struct fold_tokens *fold_read_again(const struct fold_job *job, size_t n,
					  struct err *err);
/* True if paragraph `n` is kept as words, or the text has paid for reading it, which is taken
 * off. */
bool fold_may_read(const struct fold_job *job, size_t n);
/* A paragraph of `len` bytes was fed. */
void fold_earn(const struct fold_job *job, size_t len);
/* False if the line's first `words` words are not the first ones of paragraph `of`. True says
 * nothing: whoever asks verifies it. */
bool fold_may_lead(const struct fold_job *job, size_t words, size_t of);

/* True if the line has the words of paragraph `of`. */
bool fold_equals(const struct fold_job *job, size_t of);
/* As fold_words_lead() of the line, `rest` being all of paragraph `of`. */
bool fold_leads(const struct fold_job *job, struct fold_stretch *rest, size_t of);

/* True if the line and `of` stand alike under headings that count on. */
bool fold_is_formula(const struct fold_job *job, size_t of);

void fold_say(const struct fold_job *job, size_t n, enum fold_state state,
	      enum fold_reason reason);
/* The same for a copy, with what it repeats: boilerplate, if that is. */
void fold_hide_copy(const struct fold_job *job, size_t n, size_t of, enum fold_reason reason);

/* Makes the keys of the line, and says what will be asked for. */
MUST_USE bool fold_expect(const struct fold_job *job, struct err *err);
/* Of three words. */
uint64_t fold_gram_key(const struct fold_token *tokens);
/* Counts what the line shares, and clears the keys that need not be added to the index; the
 * paragraphs come in no order. Cost: the line's words. */
MUST_USE bool fold_tally(const struct fold_job *job, struct fold_tallies *tallies,
			 struct err *err);
/* Paragraphs that have the same words, most likely. */
size_t fold_find_same(const struct fold_job *job, struct fold_hit found[FOLD_GRAM_MOST]);
/*
 * Paragraphs that begin with the first `count` words of the line and have no more, for 1 and
 * 2, or with its first 3 or FOLD_NEAR_WORDS; unverified. A weight says that they have
 * FOLD_NEAR_WORDS or more.
 */
size_t fold_find_head(const struct fold_job *job, size_t count,
		      struct fold_hit found[FOLD_GRAM_MOST]);
/* True if an own paragraph before `limit` that shows begins with the line's label or two words.
 */
bool fold_find_kin(const struct fold_job *job, size_t limit);
/* True if the same bytes again need not be read: who has them takes the facts of paragraph `n`.
 */
bool fold_may_be_copied(const struct fold_job *job, size_t n);
/* Makes paragraph job->n known to those that follow; its words are in work->line. */
MUST_USE bool fold_remember(const struct fold_job *job, struct err *err);

/*
 * Tells if the text looks like a whole page: half of the lines in its head are short and no
 * sentences, and two different ones are furniture. Only FOLD_HEAD bytes are looked at.
 */
MUST_USE bool fold_looks_whole(const struct text *text, const struct fold_index *phrases,
			       bool *whole, struct err *err);

/* At most `words` words, or, where each is a character, as many code points as three to one. */
bool fold_is_short(const struct fold_facts *facts, size_t words);
/* Nothing shows before paragraph `n`: it may be the title. */
bool fold_is_first(const struct fold_job *job, size_t n);
/* Shows the line before, taken for furniture, if the line is prose under it. */
void fold_settle_topic(const struct fold_job *job);

/* True if the line tells of rights, cookies or letters, and is no sentence of an article. */
bool fold_is_notice(const struct fold_job *job);
/* True if a verb in the line tells that somebody says so. */
bool fold_is_reported(const struct fold_job *job);

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
void fold_wait(const struct fold_job *job, size_t of, enum fold_waits how);
/* What waits for more than `most` lines is shown, or hidden in a run. */
void fold_tire(const struct fold_job *job, size_t most);
bool fold_waits_for_piece(const struct fold_job *job);
/* They lead into the copy job->n of `of` as far as their originals do; the others show. */
void fold_settle_leading(const struct fold_job *job, size_t n, size_t of);
void fold_settle_shown(const struct fold_job *job);
/* The run comes to its natural end: what waits in it folds, if it is sure or repeated all. */
void fold_settle_run(const struct fold_job *job);
/* The trail breaks off, and a new one starts with paragraph `start`, or none: NOWHERE. */
void fold_trail_anew(const struct fold_job *job, size_t start);

/* Two paragraphs compared. */
struct fold_change {
	const struct fold_tokens *old, *new; /* at most FOLD_DIFF_WORDS each */
	size_t same;			     /* words in order that both have */
	size_t grams;			     /* of these, how many end three in a row in both */
	bool inside;			     /* the new one stands in the old one as it is */
	uint8_t kinds; /* of what changed: a bit for each enum fold_kind */
};
/* How many threes and fives in a row, or words, of the new one the old one has too: more
 * perhaps, never fewer. */
struct fold_shared {
	size_t threes, fives;
};
struct fold_shared fold_count_shared(const struct fold_change *change);
size_t fold_count_words(const struct fold_change *change);

/* All but the kinds. */
MUST_USE bool fold_compare(const struct fold_job *job, struct fold_change *change,
			   struct err *err);
/* The kinds, of what was compared last. */
void fold_tell_kinds(const struct fold_job *job, struct fold_change *change);

/* Takes the verdicts up to `settled` into the runs. */
MUST_USE bool fold_settle_runs(const struct fold_job *job, size_t settled, struct err *err);

#endif
