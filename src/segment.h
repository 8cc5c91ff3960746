/*
 * Grapheme clusters, words and sentences, as iterators that live on the
 * caller's stack. No caller does UTF-8 arithmetic.
 *
 * Clusters are those of UAX 29 by libunistring's u8_grapheme_breaks (its
 * u8_grapheme_next splits emoji families and flags). A cluster of more than
 * SEGMENT_CLUSTER_MAX code points is cut there: a hostile text can't make one
 * without end.
 */
#ifndef SEGMENT_H
#define SEGMENT_H

#include "span.h"

#include <stdbool.h>
#include <stddef.h>

#define SEGMENT_CLUSTER_MAX 64 /* code points */

/* Clusters looked ahead at once: at least twice the longest cluster in bytes. */
#define SEGMENT_WINDOW 512

struct graphemes {
	const char *bytes; /* borrowed */
	size_t at, end;	   /* the next cluster's start, the end of all: bytes */
	size_t window;	   /* where breaks[0] stands */
	size_t known;	   /* how many of `breaks` are decided */
	char breaks[SEGMENT_WINDOW];
};

/* The clusters of bytes[span.start..span.end). `bytes` is borrowed. Damaged UTF-8 is welcome.
 */
struct graphemes graphemes_in(const char *bytes, struct span span);

/* The next cluster, never empty; false at the end. ASCII costs a few steps a byte. */
bool graphemes_next(struct graphemes *walk, struct span *cluster);

/* The cluster border at or before `at`, and the one at or behind it, within `limits`. */
size_t grapheme_floor(const char *bytes, struct span limits, size_t at);
size_t grapheme_ceiling(const char *bytes, struct span limits, size_t at);

/*
 * The words of a stretch, by UAX 29 (u8_wordbreaks), without blanks and
 * punctuation. The stretch is looked at in pieces of at most 16 KiB.
 */
struct words {
	const char *bytes;
	size_t at, end;
};
struct words words_in(const char *bytes, struct span span);
bool words_next(struct words *walk, struct span *word);

/*
 * The sentences of a paragraph. UAX 29's sentence breaks know no abbreviations,
 * and libunistring has none; this follows news prose: a sentence ends at
 * . ! ? or … with the quotation marks and brackets behind it, before a blank
 * and something that can begin a sentence, but not behind an abbreviation of the
 * table in segment_lexicon.c, an initial ("J. Doe") or an ordinal.
 * Sentences leave out the blanks between them.
 */
struct sentences {
	const char *bytes;
	size_t at, end;
};
struct sentences sentences_in(const char *bytes, struct span span);
bool sentences_next(struct sentences *walk, struct span *sentence);

/* The code point's classes that suggest.c and walk.c need, by libunistring. */
bool point_is_letter(unsigned point);
bool point_is_upper(unsigned point); /* upper or title case */
bool point_is_digit(unsigned point); /* general category Nd */
bool point_is_space(unsigned point); /* white space, U+00A0 too */

#endif
