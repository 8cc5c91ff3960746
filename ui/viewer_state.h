/*
 * What the reader sees and has in hand, and how it changes: the message, the focus, the
 * selection, the rows. Actions change it by these functions; what keys there are and what is
 * painted, it doesn't know.
 */
#ifndef VIEWER_STATE_H
#define VIEWER_STATE_H

#include "article.h"
#include "bindings.h"
#include "canvas.h"
#include "edit.h"
#include "find.h"
#include "paint_text.h"
#include "pane.h"
#include "view.h"
#include "walk.h"

/* What has the keyboard. In HAND_READ and HAND_PANE the table of keys decides (enum mode). */
enum hand {
	HAND_READ,
	HAND_PROMPT, /* a line is being typed */
	HAND_PICK,   /* letters on the screen wait to be typed */
	HAND_PANE,
	HAND_LETTER,  /* the next key is the name of a bookmark */
	HAND_SWALLOW, /* a command of less that means nothing here, up to Enter */
};

struct prompt {
	const struct prompt_use *use; /* what the line is for: prompt.h */
	struct buf words;
	size_t at;  /* where typing goes: bytes of `words` */
	long count; /* typed before the key that opened it */
};

/* A stop that a key said is elsewhere; the same key again goes there. */
enum pending_what { PENDING_NONE, PENDING_BELOW, PENDING_TOP };

struct pending {
	enum pending_what what;
	enum walk_kind walk;
	enum mark_kind of;
	int direction;
};

/* Letters for rows, then for words: see act_pick.c. */
#define PICK_LABELS 50
struct pick {
	bool rows;	/* rows are being picked, else words of `row` */
	bool has_first; /* one word is selected already: the next ends the selection */
	struct span row;
	struct label labels[PICK_LABELS];
	size_t count;
};

/*
 * A mark that waits until the name of a huge file is made, which takes seconds: shown as
 * being saved, never as saved. Or until a text from a pipe has got a name. One at a time.
 */
struct saving {
	bool running;
	struct edit_mark mark; /* its strings are these */
	char *name, *note, *target;
};

/* The fold or repeat that the open pane explains, and which one of the screen's it is. */
struct told {
	struct span span;
	size_t nth, of; /* 0: the pane tells of something else */
};

struct message {
	char words[256]; /* raw; "" for none */
	bool warning;
};

/* Positions by letter, and the one that '' goes back to. */
struct bookmarks {
	size_t at[52]; /* a-z, A-Z */
	bool set[52];
	size_t back;
};

/* How a file was left. */
struct visit {
	bool been; /* it was open before */
	size_t top;
	struct toggled toggled; /* owned */
};

struct viewer_options {
	const char *const *files; /* borrowed; a NULL is standard input */
	size_t count;
	struct article_options article; /* of each; the path is put in */
	struct readings *readings;	/* borrowed; NULL: each file stands alone */
	struct settings *settings;	/* borrowed */
	const char *state;		/* the program's state directory, or NULL */
	int width;			/* of the text column */
	bool jit;			/* PCRE2 may compile patterns */
};

struct viewer {
	struct viewer_options options;
	size_t file;	      /* index of the open one */
	struct visit *visits; /* to each file; the open one's folds are in `article` */
	size_t noted;	      /* so many files are in `readings` */
	char remark[sizeof((struct err *)0)->text]; /* of `readings`, not told yet; "" for none
						     */
	struct article *article;
	struct view view;
	struct keymap keymap;
	int rows, columns; /* of the screen */

	enum hand hand;
	long count; /* typed before a key; 0 none */
	struct prompt prompt;
	struct pane pane;
	struct told told;
	int letter_for; /* HAND_LETTER: 'm' or '\'' */

	struct focus focus;
	struct walk walk;
	struct pending pending; /* what this key said of the next one */
	struct pending said;	/* what the key before this one said */
	struct span selection;	/* empty: none */
	struct pick pick;
	bool remembered; /* `place` holds the later of last hit and last focus */
	size_t place;
	bool shown;	  /* a frame that shows focus and selection was written */
	unsigned dropped; /* keys that were too early, since the last frame */

	struct find find;
	bool finding; /* a pattern is set */
	bool backward;
	struct span hit; /* the current one, or empty */
	struct search {
		bool running; /* looking for the next hit, in slices */
		bool backward;
		size_t from;
		long left; /* hits still to pass */
	} search;

	struct saving saving;
	struct message message;
	struct bookmarks bookmarks;
	int half;	       /* rows of d and u; 0: half a screen */
	char *note_draft;      /* of a note that was left or not made; or NULL */
	char *note_target;     /* id of the mark that the note is typed for; NULL: words */
	struct span note_span; /* these words */
	char focus_id[128];    /* of a mark in focus: indexes change where lines come in */
	uint64_t cleared;      /* how often they changed, as marks.h counts it */
	size_t records;	       /* how many there were after the last key or poll */
	bool marked;	       /* this key made a mark */
	bool just_marked;      /* the key before this one did */
	bool beginner;	       /* never marked anything, ever */
	bool asked;	       /* whether to leave with unsaved marks */
	bool undo_asked;
	bool told_elsewhere; /* that this article's marks are kept in the state directory */
	bool amid; /* the open file was not opened at its top: it looks like a whole page */
	bool leave;
	bool stopped_early;  /* a file could not be read, or a mark stayed unsaved: status 2 */
	enum text_fate fate; /* of the open file, as last told */
	bool repaint;
};

/* The message of the status line, until the next key. */
void viewer_say(struct viewer *viewer, const char *format, ...) PRINTF(2, 3);
void viewer_warn(struct viewer *viewer, const struct err *err);

/* Makes the view's rows anew, and drops a focus that folds or scrolling took away. */
void viewer_refill(struct viewer *viewer);

/* After a jump of the view: '' goes back to the top row `from` if that is far, as in less. */
void viewer_jumped(struct viewer *viewer, size_t from);

/* Jumps to a place. */
void viewer_go(struct viewer *viewer, size_t at);

/* Where the reader is: the focus; else the later of last hit and last focus, if it is on
 * the screen; else the top row. */
size_t viewer_place(const struct viewer *viewer);

/* Changes what is in focus, or selected; the frame that shows it is still to be written. */
void viewer_focus(struct viewer *viewer, const struct focus *focus);
void viewer_unfocus(struct viewer *viewer);
void viewer_select(struct viewer *viewer, struct span span);

/* Opens the closed folds that a stretch of text meets: nobody writes on what he can't see. */
void viewer_unfold(struct viewer *viewer, struct span span);

/* Opens a pane that is filled, or closes it. */
void viewer_pane(struct viewer *viewer, bool open);

/* False, and counted, if a writing key came before its focus was shown. */
bool viewer_may_write(struct viewer *viewer);

/* The mark in focus, which must be one. */
const struct mark *viewer_mark(const struct viewer *viewer);

/* The screen's size; at least 1 by 1. */
void viewer_resize(struct viewer *viewer, int rows, int columns);

/* True if more of standard input may come. */
bool viewer_growing(const struct viewer *viewer);

/* Takes a remark of `readings`, to be told when the file is there: a readings_options.say. */
void viewer_remark(void *viewer, const char *sentence);

/*
 * After lines came in, by a key or a poll: all may have come again, and fewer than there were.
 * A focus on a mark goes with it.
 */
void viewer_follow(struct viewer *viewer);

#endif
