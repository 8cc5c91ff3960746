/*
 * Emoji of several code points: pictures with skin tones and selectors, joined
 * ones, flags. The shapes are those of UTS 51, section 1.4.9.
 */
#ifndef PLAIN_EMOJI_H
#define PLAIN_EMOJI_H

#include "span.h"

struct emoji {
	size_t count;	  /* pictures, a flag is one; 0 if none stands there */
	size_t end;	  /* behind all of them */
	size_t first_end; /* behind the first, with its skin tone and selector */
};

/* What begins at bytes[span.start], which is not span.end, and ends within the span. */
struct emoji emoji_at(const char *bytes, struct span span);

#endif
