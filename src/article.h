/*
 * One open article: its text, folds, suggestions, marks and undo; all that a face
 * of the program talks to.
 *
 * Whatever is derived from the text (paragraphs, folds, suggestions) is made in
 * slices of article_work() and on demand, so that the first screen of a huge file
 * needs the first screen. Marks are facts: a change is on disk, or said to be
 * unsaved, before the function that makes it returns.
 *
 * Places are bytes of the text. Records are named by their index in marks.records,
 * which holds still until lines come in: over an edit or a poll only ids do.
 */
#ifndef ARTICLE_H
#define ARTICLE_H

#include "anchor.h"
#include "digest.h"
#include "fold_change.h"
#include "journal.h"
#include "marks.h"
#include "paragraph.h"
#include "readings.h"
#include "stamp.h"
#include "suggest.h"
#include "text.h"

/* Asked before each read of standard input that opening takes, with the bytes that came: waits
 * for more of it, or gives up with an error. */
struct article_await {
	bool (*input)(void *to, size_t bytes, struct err *err); /* NULL: reading waits */
	void *to;
};

struct article_options {
	const char *path;	  /* NULL or "-": standard input */
	enum paragraph_mode mode; /* PARAGRAPH_AUTO decides by the text */
	const char *who;	  /* creator of new marks; not empty */
	const char *url;	  /* their source, or "" for the name by digest */
	const char *state;	  /* the program's state directory, or NULL */
	bool unfolded;		  /* folds nothing */
	bool growing;		  /* standard input need not be there whole: article_grow() */
	const struct fold_phrase *phrases; /* see folds.h; borrowed, or NULL */
	struct readings *readings;	   /* folds what earlier texts of it said; NULL: none */
	int patience; /* how long an edit waits for another's lock: milliseconds */
	struct article_await await;
};

/* A person at a screen waits so long, a shell's command so long. */
#define PATIENCE_SCREEN 250
#define PATIENCE_SHELL	5000

/* A live record on the text, where it stands now. */
struct placed {
	struct span span; /* bytes; where ambiguous or orphan empty, at the text's end */
	uint32_t record;  /* index into marks.records */
	uint32_t line;	  /* the winner that was placed, index into marks.lines */
	enum anchor_state state;
	const char *why; /* a stable word */
	bool own;	 /* this person's */
	uint64_t name;	 /* entities and dismissed ones: suggest_name() of the words */
};

struct placed_list {
	struct placed *items; /* by start, of equal starts the longer first */
	size_t count, capacity;
	size_t longest;	  /* bytes of the longest span: how far back a search must look */
	size_t lines;	  /* lines of `marks` that it reflects */
	uint64_t cleared; /* and which life of `marks` */
};

/* A suggestion and what this person's marks make of it. */
struct offer {
	struct suggestion suggestion;
	bool hidden; /* under an own mark of its kind, or dismissed */
	bool taken;  /* a name that this person marked or dismissed elsewhere */
};

struct offers {
	struct offer *items; /* by start */
	size_t count, capacity;
	struct span window;  /* the stretch of text that was looked at */
	bool looked;	     /* at `window` */
	uint64_t generation; /* of the article, when `hidden` and `taken` were told */
};

/* What changed in a near paragraph: see article_edits(). */
struct kept_edits {
	size_t n;
	uint32_t of;
	struct fold_edits edits;
};

/* Which folds are open. */
struct toggled {
	size_t *items; /* first bytes of the folds that differ from `open` */
	size_t count, capacity;
	bool open; /* folds are open unless said otherwise */
};

struct article {
	char *name; /* as given, for messages; "standard input" */
	char *path; /* NULL for standard input without a name yet */
	char *who;
	char *url;
	char *state;
	struct text text;
	enum paragraph_mode mode;
	struct earlier earlier; /* texts that `folds` has before this one */
	struct folds folds;
	size_t ahead;  /* bytes behind the text that came, of a paragraph that may go on */
	size_t enough; /* of them, before it is looked at again */
	struct article_await await; /* while it is being opened */
	size_t fed;		    /* bytes of the text that were fed to `folds` */
	size_t feeding;		    /* where the paragraph at `fed` begins */
	bool unfolded;
	int patience;
	struct toggled toggled; /* may be taken, and put into the same text opened again */
	struct {
		struct kept_edits *items;
		size_t count, capacity;
	} edits;
	struct {
		struct span *items; /* whole paragraphs */
		size_t count, capacity;
	} lingering;
	struct offers offers;
	struct digest digest;
	struct marks marks;
	struct journal journal;
	struct placed_list placed;
	uint64_t generation; /* grows with each change of marks or folds */
	size_t old_steps;    /* steps that were there when the article was opened */
	char last_step[STAMP_STEP];
	uint32_t last_record; /* what the last step of this session moved the borders of */
};

/* Opens text and marks. The error names the file. Owned by the caller. */
MUST_USE bool article_open(struct article **article, const struct article_options *options,
			   struct err *err);
void article_free(struct article *article);

/*
 * Takes in what came of standard input, or waits for it, while article->text.growing: the text
 * gets longer by whole paragraphs, if at all; nothing before its end changes. After an error
 * it grows no more.
 */
MUST_USE bool article_grow(struct article *article, struct err *err);

/*
 * One slice of folding, at most about `most` bytes. True while there is more. A text that is
 * mapped is not read whole for it: only up to ARTICLE_AHEAD behind `seen`, the last byte that
 * the reader has seen, and not after a jump over more than that.
 */
#define ARTICLE_AHEAD ((size_t)8 << 20)
bool article_work(struct article *article, size_t seen, size_t most);

/*
 * Where to open a text that looks like a whole page: where its first prose begins. False if it
 * doesn't look so, has no prose, or nothing is folded.
 */
bool article_opening(const struct article *article, size_t *at);

/*
 * The source of new marks: the URL, or the name of the text by its digest, for which up to
 * `most` further bytes are hashed. NULL while it is not known yet.
 */
const char *article_source(struct article *article, size_t most);

/*
 * Takes in what other writers appended, and tries unsaved marks again. True if anything
 * changed. Trouble that a person should know of goes to `err`; err->kind is ERR_NONE else.
 */
bool article_poll(struct article *article, struct err *err);

/* What a closed fold hides: the bytes from its first paragraph to what comes behind it. */
struct hidden {
	struct fold_run run;
	struct span span;
	const char *file;	  /* earlier text that it repeats, raw; NULL: this one */
	size_t of_first, of_last; /* paragraphs of that text, from 0; FOLD_NONE: none */
};

/* The name of the earlier text that holds paragraph `n` of article->folds; NULL: this one. */
const char *article_file_of(const struct article *article, size_t n);

/* True if byte `at` lies in a closed fold, of which what lingers is cut off. */
bool article_hidden(const struct article *article, size_t at, struct hidden *hidden);

/* True if byte `at` lies in what would be a fold, open or closed. */
bool article_fold(const struct article *article, size_t at, struct hidden *fold);

/* Opens a closed fold, or closes it; all folds. */
MUST_USE bool article_toggle(struct article *article, const struct hidden *fold,
			     struct err *err);
void article_toggle_all(struct article *article);

/* True if byte `at` lies in a paragraph that repeats with a change: number `n`. */
bool article_near(const struct article *article, size_t at, size_t *n);

/*
 * What changed in near paragraph `n`; NULL without memory. Cheap where it was asked for lately.
 * Valid until the next call.
 */
const struct fold_edits *article_edits(struct article *article, size_t n);
void article_edits_forget(struct article *article);

/*
 * Lines that the reader sees as shown stay so, though a fold takes them in: `span`, whole
 * paragraphs, lingers. It does so until it is no more on the `screen`, or the fold that it
 * lies in is to be closed. These two are true if they let go of anything.
 */
MUST_USE bool article_linger(struct article *article, struct span span, struct err *err);
bool article_linger_on(struct article *article, struct span screen);
bool article_linger_end(struct article *article, struct span fold);

/*
 * Suggestions around byte `around`: all of a text up to ARTICLE_WINDOW; of a longer one
 * the window of that size around it. Valid until the next call that changes the article.
 */
#define ARTICLE_WINDOW ((size_t)256 << 10)
const struct offers *article_offers(struct article *article, size_t around);

/*
 * Index of the first placed mark that may touch `span`: go on from there while
 * items[i].span.start < span.end, skipping those that don't overlap.
 */
size_t article_marks_from(const struct article *article, struct span span);

/* The placed entry of a record, or NULL. */
const struct placed *article_placed(const struct article *article, uint32_t record);

/* Live records of each kind, whoever made them, but for marks without a place. */
void article_count(const struct article *article, size_t counts[MARK_KINDS]);

/* Marks among them that have no place in this text: ambiguous or orphan. Not in the counts. */
size_t article_lost(const struct article *article);

/*
 * Gives a text that was read from a pipe a name: writes it to a new file, and finds its marks.
 * A file that exists is never written over.
 */
MUST_USE bool article_keep(struct article *article, const char *path, struct err *err);

/* True if this person made the record. */
bool article_owns(const struct article *article, const struct mark *mark);

/* Brings `placed` up to the marks: after lines came in. For edit.c. */
MUST_USE bool article_place(struct article *article, struct err *err);

#endif
