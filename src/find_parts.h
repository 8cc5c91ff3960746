/*
 * What the parts of a search share: a pattern as it is compiled, and what of the text is
 * searched with it at once. Only the find*.c files include this.
 */
#ifndef FIND_PARTS_H
#define FIND_PARTS_H

#include "find.h"

/* As pcre2.h wants it before it is included. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

/* How much of a huge paragraph is searched at once, and how much of that is shared. */
struct window {
	size_t size, overlap;
};

/* Places in find_code.joined. */
struct places {
	size_t *items;
	size_t count, capacity;
};

struct find_code {
	pcre2_code *code;
	pcre2_match_data *data;
	pcre2_match_context *context;
	pcre2_jit_stack *stack;
	struct window window;
	bool word;	     /* the pattern is a plain word: see find.c */
	size_t word_max;     /* bytes it can match at most */
	struct buf joined;   /* a hard-wrapped stretch as it is searched */
	struct places drops; /* behind which bytes of `joined` a byte was left out */
};

/*
 * Compiles a pattern; errors are those of find_init(). Owned: find_code_free(), to which NULL
 * is harmless.
 */
MUST_USE bool find_code_new(struct find_code **code, const struct find_options *options,
			    struct err *err);
void find_code_free(struct find_code *code);

/*
 * What is searched at once: a paragraph, or of a huge one a window that overlaps its
 * neighbours, so that a step never takes longer because a line is long.
 */
struct stretch {
	struct span span;
	size_t behind; /* where the next one begins */
	bool blank;    /* a blank line: nothing to search */
	bool first, last;
};

/* How far a stretch reaches around a place: bytes. */
struct reach {
	size_t back, forth;
};

/* The stretch around byte `at`, which is in the text. */
struct stretch stretch_at(const struct find *find, size_t at, struct reach reach);

/* Which hits of a stretch are wanted. */
struct wanted {
	size_t over;	 /* hits end behind it */
	size_t from, to; /* they begin in this range */
	bool last;	 /* keep only the last one */
	struct span *hits;
	size_t most, count;
};

/*
 * Adds the wanted hits of a stretch, in order. One that is too hard is left out, and
 * find->too_hard says so.
 */
void stretch_search(struct find *find, const struct stretch *stretch, struct wanted *wanted);

#endif
