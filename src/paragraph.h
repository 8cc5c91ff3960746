/*
 * Where paragraphs begin and end.
 *
 * A paragraph is a line, or, in a file that was hard-wrapped, a block of
 * lines. LF ends a line, and a CR just before it belongs to the line's end; a
 * lone CR ends nothing. A blank line (nothing but space, tab, CR, FF, VT) is no
 * paragraph.
 *
 * These functions keep no list: they look around a place, so that the last
 * page of a huge file costs as much as its first.
 */
#ifndef PARAGRAPH_H
#define PARAGRAPH_H

#include "span.h"
#include "text.h"

enum paragraph_mode {
	PARAGRAPH_AUTO, /* decide by paragraph_detect(); not for the functions below */
	PARAGRAPH_LINE,
	PARAGRAPH_BLOCK,
};

/*
 * Decides between line and block by the first 64 KiB: block if they hold blank
 * lines, no line over 100 columns (counted as code points here), and a median
 * block of two lines or more.
 */
enum paragraph_mode paragraph_detect(const struct text *text);

/* True if nothing that a growing text may still get changes what paragraph_detect() says. */
bool paragraph_detected(const struct text *text);

/* "auto", "line" or "block"; false for anything else. */
bool paragraph_mode_named(const char *name, enum paragraph_mode *mode);

/*
 * The first paragraph that ends behind byte `from`, wholly: it may begin before
 * `from`. False where there is none. Its span leaves out the last line end.
 * Cost: the paragraph's length and the blank lines on the way.
 */
bool paragraph_next(const struct text *text, enum paragraph_mode mode, size_t from,
		    struct span *paragraph);

/* The last paragraph that begins before byte `to`. False where there is none. */
bool paragraph_before(const struct text *text, enum paragraph_mode mode, size_t to,
		      struct span *paragraph);

/*
 * From the start of the line that holds `at` to behind its LF. At the text's
 * end, the empty line there, or the last one if it has no LF.
 */
struct span line_at(const struct text *text, size_t at);

/* The number of the line that holds a byte, by counting on from the last one asked for. */
struct line_count {
	size_t at;    /* the byte of the last answer */
	size_t lines; /* that begin before it, but for the first */
};

/* From 1. Linear in the distance; going back starts over. */
size_t line_number(struct line_count *count, const struct text *text, size_t at);

/* True if the line `span` (with or without its LF) is blank. */
bool line_blank(const struct text *text, struct span span);

/*
 * Where what follows the paragraph ending at `end` begins: behind its line end
 * and the blank lines behind that.
 */
size_t paragraph_behind(const struct text *text, size_t end);

#endif
