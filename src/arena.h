/*
 * Memory that dies together. Nothing in an arena is released singly; the
 * pointers it hands out hold still until the arena is released.
 */
#ifndef ARENA_H
#define ARENA_H

#include "compiler.h"

#include <stddef.h>

struct arena_block;

struct arena {
	struct arena_block *newest;
};

#define ARENA_EMPTY                                                                            \
	{                                                                                      \
		NULL                                                                           \
	}

/* Zeroed, aligned for any type. NULL if there is no memory. Constant cost. */
MUST_USE void *arena_alloc(struct arena *arena, size_t size);

/* A copy of `len` bytes with a NUL behind them. NULL if there is no memory. */
MUST_USE char *arena_copy(struct arena *arena, const void *bytes, size_t len);

/* The same for a C string. */
MUST_USE char *arena_string(struct arena *arena, const char *string);

/* Releases all of it; the arena is empty again and may be used again. */
void arena_release(struct arena *arena);

#endif
