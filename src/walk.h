/*
 * Walking from stop to stop: where the focus goes.
 *
 * A stop is a suggestion or a mark. What a closed fold or the choice of what is shown
 * hides is none. A name is one stop a walk, at its first visible mention from where the
 * walk began, and none once this person has marked or dismissed a mention of it.
 * Stops stand in the order of their starts, of equal starts the longer first.
 */
#ifndef WALK_H
#define WALK_H

#include "article.h"

enum focus_what { FOCUS_NONE, FOCUS_SUGGESTION, FOCUS_MARK };

struct focus {
	enum focus_what what;
	struct span span; /* bytes; of a suggestion what would be taken: borders moved */
	struct span born; /* as it was suggested */
	enum mark_kind kind;
	enum mark_type type;
	float score;
	struct span speaker;
	uint32_t record; /* of a mark */
};

enum walk_kind {
	WALK_NONE,
	WALK_KIND,  /* suggestions of one kind */
	WALK_ALL,   /* suggestions of all kinds */
	WALK_MARKS, /* marks */
};

/* What is shown and therefore may be a stop (key `t`). */
enum walk_shown { SHOW_ALL, SHOW_NONE, SHOW_OWN };

struct walk {
	enum walk_kind kind;
	enum mark_kind of; /* WALK_KIND: which */
	size_t origin;	   /* where it began: bytes */
	enum walk_shown shown;
};

/*
 * The walk's next stop behind `focus`; with no focus the first that begins at or behind
 * `place`. With a focus of another kind than the walk's, the first that ends behind the
 * focus's start. False where there is none up to the end.
 */
bool walk_next(struct article *article, const struct walk *walk, const struct focus *focus,
	       size_t place, struct focus *next);

/* The walk's previous stop before `focus`, or before `place`. */
bool walk_previous(struct article *article, const struct walk *walk, const struct focus *focus,
		   size_t place, struct focus *previous);

/*
 * False if a walk from byte `from` gives up before the text's end (direction 1) or beginning
 * (-1): suggestions are looked for in the next 4 MiB only, so that a key in a huge text comes
 * back at once. Marks are all known.
 */
bool walk_sees_all(const struct article *article, const struct walk *walk, size_t from,
		   int direction);

/* A focus on a record that stands on the text; FOCUS_NONE if it doesn't. */
struct focus focus_on(const struct article *article, uint32_t record);

/*
 * Border steps. The next place of a start or an end to the left or right of `at`, within
 * `limits`: a start stands at the beginning, an end at the end of a word, and also before
 * 's, at a hyphen, at a quotation mark. `at` itself where there is none.
 */
enum border { BORDER_START, BORDER_END };
size_t border_step(const struct text *text, struct span limits, enum border border, size_t at,
		   int direction);

#endif
