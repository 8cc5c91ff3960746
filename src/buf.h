/*
 * A growing string of bytes.
 *
 * Invariants: `at` is never NULL and at[len] is NUL, so a buf can be handed
 * to whoever wants a C string; bytes before `len` may hold NULs of their own.
 *
 * Adding never reports an error by itself. A buf that ran out of memory is
 * *failed*: it takes nothing more, and buf_ok() says so once, at the end, where
 * the caller has something to do about it.
 */
#ifndef BUF_H
#define BUF_H

#include "compiler.h"
#include "err.h"

#include <stddef.h>

struct buf {
	char *at;
	size_t len;
	size_t capacity; /* 0 while `at` is a constant empty string */
	bool failed;
};

#define BUF_EMPTY                                                                              \
	{                                                                                      \
		.at = ""                                                                       \
	}

/* Life: start from BUF_EMPTY; releasing an empty or released buf is harmless. */
void buf_release(struct buf *buf);

/* Empties it, keeps its memory, and forgets a failure. */
void buf_clear(struct buf *buf);

/* Cuts it to its first `len` bytes; a larger `len` changes nothing. */
void buf_cut(struct buf *buf, size_t len);

/* True if nothing failed since the last clear; else fills `err`. */
MUST_USE bool buf_ok(const struct buf *buf, struct err *err);

/* Adding. `bytes` must not point into the buf itself. Amortised constant cost a byte. */
void buf_add(struct buf *buf, const void *bytes, size_t len);
void buf_add_string(struct buf *buf, const char *string);
void buf_add_char(struct buf *buf, char c);
void buf_printf(struct buf *buf, const char *format, ...) PRINTF(2, 3);

/*
 * Makes room for `len` more bytes and returns where they go, NULL if there
 * is no memory. The caller writes at most that much and then calls
 * buf_grew() with what it wrote.
 */
char *buf_room(struct buf *buf, size_t len);
void buf_grew(struct buf *buf, size_t len);

#endif
