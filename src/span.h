/*
 * A stretch of a text: bytes, half open. The text never changes; whatever is
 * derived from it points into it with spans.
 */
#ifndef SPAN_H
#define SPAN_H

#include <stdbool.h>
#include <stddef.h>

struct span {
	size_t start; /* first byte */
	size_t end;   /* first byte behind */
};

static inline size_t span_length(struct span span)
{
	return span.end - span.start;
}

static inline bool span_empty(struct span span)
{
	return span.end <= span.start;
}

static inline bool span_holds(struct span span, size_t at)
{
	return span.start <= at && at < span.end;
}

static inline bool span_overlaps(struct span a, struct span b)
{
	return a.start < b.end && b.start < a.end;
}

static inline bool span_within(struct span inner, struct span outer)
{
	return outer.start <= inner.start && inner.end <= outer.end;
}

static inline bool span_equal(struct span a, struct span b)
{
	return a.start == b.start && a.end == b.end;
}

/* Reading order: by start, of equal starts the longer first. < 0, 0, > 0. */
static inline int span_compare(struct span a, struct span b)
{
	if (a.start != b.start)
		return a.start < b.start ? -1 : 1;
	return a.end > b.end ? -1 : a.end < b.end;
}

#endif
