/*
 * What a person does to the marks of an article. Each function appends to the
 * sidecar and returns when the lines are on disk; `edit.saved` false says that they
 * are held as unsaved instead, and `err` why. They return false only where nothing
 * was done at all, and `err` says why.
 *
 * Nobody ever writes into another person's record: a change of one fails with
 * ERR_USAGE.
 */
#ifndef EDIT_H
#define EDIT_H

#include "article.h"

/* What was done. */
struct edit {
	uint32_t record; /* the record that was made or changed */
	bool saved;	 /* on disk */
	bool existed;	 /* the same mark was there already: nothing was written */
	size_t records;	 /* how many records the step touched */
};

#define EDIT_NO_RECORD UINT32_MAX

struct edit_mark {
	enum mark_kind kind;
	enum mark_type type;
	struct span span;   /* bytes of the text; ends between characters, no NUL inside */
	enum mark_kind of;  /* MARK_DISMISSED: the kind that was suggested */
	const char *name;   /* speaker or claimant, or NULL */
	const char *note;   /* NULL, or the words of a note of its own, in the same step */
	const char *target; /* MARK_NOTE: the id of the record it is about; NULL: the text */
};

/*
 * Makes a mark, a note on a record, or a dismissal. The same kind, type, span and creator
 * again is not a second mark, which is decided under the lock; notes are the same if their
 * words are. Where the text's name is not known yet (article_source()), it is made now, however
 * long that takes.
 */
MUST_USE bool edit_mark(struct article *article, const struct edit_mark *mark,
			struct edit *edit, struct err *err);

/*
 * Deletes an own record. Records are named by their ids, since their indexes may change when
 * others' lines are taken in under the lock. ERR_MISSING where there is none of that id.
 */
MUST_USE bool edit_delete(struct article *article, const char *id, struct edit *edit,
			  struct err *err);

/* What a revision of an own mark changes. */
struct edit_change {
	enum mark_type type;
	struct span span; /* bytes */
};

/*
 * Gives an own mark another type or place. Changes of the place alone of one mark in a row are
 * one step.
 */
MUST_USE bool edit_change(struct article *article, const char *id,
			  const struct edit_change *change, struct edit *edit, struct err *err);

/*
 * Undoes this person's latest step, or redoes the latest undone one. ERR_MISSING where
 * there is none. edit->record is a record that came back or went.
 */
MUST_USE bool edit_undo(struct article *article, struct edit *edit, struct err *err);
MUST_USE bool edit_redo(struct article *article, struct edit *edit, struct err *err);

/* True if the next undo reaches back past this session. */
bool edit_undo_is_old(const struct article *article);

#endif
