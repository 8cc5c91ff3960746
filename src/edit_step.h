/*
 * One step: the lines that one deed of the user appends, between locking and unlocking.
 * For edit.c and edit_undo.c alone.
 *
 *	step_begin()	locks and takes in what others wrote
 *	step_new()	adds the line of a new record
 *	step_revise()	adds a revision of one that is there
 *	step_end()	writes all lines at once, waits for the disk, unlocks
 */
#ifndef EDIT_STEP_H
#define EDIT_STEP_H

#include "edit.h"

struct step {
	struct article *article;
	struct edit *edit; /* what is told to the caller */
	char id[STAMP_STEP];
	char now[STAMP_TIME];
	const char *undoes;  /* "" or the step that this one reverses */
	const char *subject; /* id of the record that it is about, or NULL */
	struct buf lines;
	struct arena arena;   /* strings of marks that are being made */
	char first[STAMP_ID]; /* id of the first new record; "" while there is none */
};

/*
 * `subject` is the id of the record that the step is about, or NULL; it is copied, since lines
 * that come in may end the life of its string. On failure nothing is locked and nothing
 * needs an end.
 */
MUST_USE bool step_begin(struct step *step, struct article *article, const char *subject,
			 struct edit *edit, struct err *err);

/* The subject's record as it is now, under the lock. ERR_MISSING where there is none. */
MUST_USE bool step_find(const struct step *step, uint32_t *record, struct err *err);

/*
 * Writes the lines if `done`, and always unlocks and releases. Returns `done`; false also where
 * there is no memory, though the lines may be on disk then. edit->saved tells whether the lines
 * are on disk; if not, `err` says why.
 */
MUST_USE bool step_end(struct step *step, bool done, struct err *err);

/* A new record of this person, made now. Sets mark->id to what lives as long as the step. */
MUST_USE bool step_new(struct step *step, struct mark *mark, struct err *err);

struct step_revision {
	size_t base; /* index of the line that it is made of, or STEP_WINNER */
	bool deleted;
	const struct mark *become; /* NULL: what the base says */
};
#define STEP_WINNER SIZE_MAX
MUST_USE bool step_revise(struct step *step, uint32_t record,
			  const struct step_revision *revision, struct err *err);

/* Words of the text as a string in the step's arena, damaged bytes as U+FFFD; NULL without
 * memory. */
const char *step_words(struct step *step, struct span span);

/* The stretch of MARK_CONTEXT characters before (-1) or behind (+1) `span`; shorter at the
 * text's ends and at a NUL. */
struct span step_context(const struct text *text, struct span span, int side);

#endif
