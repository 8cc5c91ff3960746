/*
 * Searching: PCRE2 patterns on paragraphs. In a hard-wrapped paragraph a line end
 * matches as a blank, so that words are found across it.
 *
 * A paragraph of more than a megabyte is searched in windows that overlap by 64 KiB (64 and
 * 4 KiB without JIT); longer hits than that may be missed there.
 *
 * A search is a list of hits that grows in slices of work, in reading order, so that
 * "3 of 12" fills in while keys are answered; find_next() and find_previous() look
 * ahead of the list where they must, in slices too.
 */
#ifndef FIND_H
#define FIND_H

#include "buf.h"
#include "paragraph.h"
#include "span.h"
#include "text.h"

#define FIND_PATTERN_MAX 4096	/* bytes */
#define FIND_HITS_MAX	 100000 /* kept; further ones are counted no more: "of 100000+" */

struct find_code; /* the compiled pattern */

struct find {
	const struct text *text; /* borrowed */
	enum paragraph_mode mode;
	struct find_code *code;
	char *pattern;	    /* as typed, owned */
	struct span *items; /* hits from the text's start to `scanned`, ascending */
	size_t count, capacity;
	size_t scanned; /* bytes searched through from the start */
	bool complete;	/* the whole text was searched, or FIND_HITS_MAX reached */
	bool too_hard;	/* a paragraph ran into the match limit and was left out */
};

struct find_options {
	const char *pattern;
	size_t len;
	bool jit; /* off under valgrind, which can't follow it */
};

/*
 * Compiles a pattern. Smart case: a pattern without an upper case letter (outside
 * escapes) ignores case. ERR_FORMAT says what is wrong with it and where.
 * A runaway pattern ends within milliseconds a paragraph and sets `too_hard`.
 */
MUST_USE bool find_init(struct find *find, const struct text *text, enum paragraph_mode mode,
			const struct find_options *options, struct err *err);
void find_release(struct find *find);

/* Lengthens the list by searching about `most` further bytes. True while there is more to do.
 */
bool find_work(struct find *find, size_t most);

/* The text has got longer, by whole paragraphs: the list goes on there. */
void find_grown(struct find *find);

/*
 * The hits that overlap `span`, at most `most` of them: for painting.
 * Doesn't need the list. Returns how many were put into `hits`.
 */
size_t find_in(struct find *find, struct span span, struct span *hits, size_t most);

/* What a slice of looking for the next hit found. */
enum find_result { FIND_FOUND, FIND_NOTHING, FIND_NOT_YET };

/*
 * The first hit that begins at or behind *from (forward), or the last that begins before
 * *from. Looks through about `most` bytes, moves *from by what it looked through, and
 * answers FIND_NOT_YET where it must be called again.
 */
enum find_result find_next(struct find *find, size_t *from, size_t most, struct span *hit);
enum find_result find_previous(struct find *find, size_t *from, size_t most, struct span *hit);

/* Number of the hit that begins at `start`, from 1; 0 while the list hasn't come so far. */
size_t find_number(const struct find *find, size_t start);

#endif
