/*
 * Growing arrays: the one place where a capacity is doubled and checked.
 *
 *	struct spans { struct span *items; size_t count, capacity; };
 *
 *	if (!ARRAY_RESERVE(spans, 1, err))
 *		return false;
 *	spans->items[spans->count++] = span;
 *
 * `items` is owned by the struct that holds it and freed with free().
 */
#ifndef ARRAY_H
#define ARRAY_H

#include "compiler.h"
#include "err.h"

#include <stddef.h>

/* Makes room for `more` further items in a struct with items, count, capacity. */
#define ARRAY_RESERVE(array, more, err)                                                        \
	array_reserve((void **)&(array)->items, &(array)->capacity,                            \
		      (struct array_need){ (array)->count, (more), sizeof *(array)->items },   \
		      err)

struct array_need {
	size_t count;	  /* items in use */
	size_t more;	  /* items to come */
	size_t item_size; /* bytes each */
};

/* Where there is no room. On failure `items` and `capacity` stay as they were. */
MUST_USE bool array_grow(void **items, size_t *capacity, struct array_need need,
			 struct err *err);

/* The function behind the macro. */
MUST_USE static inline bool array_reserve(void **items, size_t *capacity,
					  struct array_need need, struct err *err)
{
	return (need.count <= *capacity && need.more <= *capacity - need.count) ||
	       array_grow(items, capacity, need, err);
}

#endif
