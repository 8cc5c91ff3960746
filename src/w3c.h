/*
 * One sidecar line, one complete W3C Web Annotation, to and from `struct mark`.
 *
 * What another program wrote stays: a revision copies unknown members from the
 * old line byte for byte (numbers and escapes too), since no JSON library
 * gives back what it read.
 *
 * JSON escapes as \u what may not be shown (plain_hidden()), so that a sidecar is
 * safe to print.
 */
#ifndef W3C_H
#define W3C_H

#include "arena.h"
#include "buf.h"
#include "json.h"
#include "mark.h"

/* A longer line is damage and is skipped without being kept in memory. */
#define W3C_LINE_MAX ((size_t)16 << 20)
/* Deeper nesting is damage. */
#define W3C_DEPTH_MAX 64

/*
 * Reads a line (without its line end) into `mark`, whose strings live in `arena`.
 * Fails with ERR_FORMAT, saying why, for what is no annotation with an id:
 * not UTF-8, no JSON, a member twice, too deep, a rev out of range.
 */
MUST_USE bool w3c_read(const char *line, size_t len, struct arena *arena, struct mark *mark,
		       struct err *err);

/*
 * Adds the line of a new record, of any kind but foreign, to `out`, with its LF.
 * Damaged UTF-8 in its strings becomes U+FFFD.
 */
MUST_USE bool w3c_write(const struct mark *mark, struct buf *out, struct err *err);

/* What a revision changes. */
struct w3c_revision {
	int32_t rev;
	bool deleted;
	const char *modified;
	const char *step;
	const char *undoes;	   /* or "" */
	const struct mark *become; /* NULL: the record says what the old line says */
};

/*
 * Adds to `out` the old line as a new revision, with its LF. With `become`, what its
 * place, type, speaker, priority and bodies say differently takes the place of the
 * old; everything else of the old line stays, in its order. `become` is best a copy of
 * what w3c_read() gave with few members changed. A new place drops `diple.anchor`.
 */
MUST_USE bool w3c_revise(const char *line, size_t len, const struct w3c_revision *revision,
			 struct buf *out, struct err *err);

/*
 * The same line with members `file` and `check` added, for `list --json`; `more` is raw JSON
 * members without braces, such as "\"file\":\"a\"". Escapes what may not be shown. Adds no
 * line end.
 */
MUST_USE bool w3c_extend(const char *line, size_t len, const char *more, struct buf *out,
			 struct err *err);

#endif
