/*
 * The bytes of an article. They never change while the program runs: small
 * files are read into memory, large ones are mapped, so that a file past
 * 1 GiB opens without being read whole.
 *
 * Inside the program places are byte offsets into `bytes`, which begins behind
 * a byte order mark. Code points are counted only where something leaves or
 * enters the program: text_points() and text_offset() are that border.
 * CR and LF count like any other character.
 */
#ifndef TEXT_H
#define TEXT_H

#include "compiler.h"
#include "err.h"
#include "span.h"

#include <stdint.h>
#include <sys/stat.h>

/* Files up to this size are read; a change on disk can't reach what was read. */
#define TEXT_READ_MAX ((size_t)64 << 20)

struct text_index;

struct text {
	const char *bytes; /* never NULL; not NUL-terminated where mapped */
	size_t len;	   /* bytes */
	size_t bom;	   /* bytes of the byte order mark in front of `bytes`: 0 or 3 */
	bool growing;	   /* more may come: text_more() */
	bool mapped;	   /* a truncation of the file reaches us as SIGBUS */
	struct stat stat;  /* of the file when it was opened; zeros for memory and pipes */
	struct text_index *index;
	void *base; /* what text_release() gives back: all of the file; NULL if borrowed */
	size_t size;
};

/*
 * Opens a regular file. A directory, FIFO, device, binary file (NUL in the
 * first 8 KiB), vanished or unreadable one gets a clear sentence with its name.
 */
MUST_USE bool text_open(struct text *text, const char *path, struct err *err);

/*
 * Reads descriptor `fd` into memory, in parts; `name` is for messages. text_begin() waits for
 * the head, 8 KiB, or for the end: what is binary is refused. While the text is growing,
 * text_more() waits for what comes next, whatever its size; its bytes may move, offsets hold.
 * After an error what was read is still there, and is all; the text is to be released.
 */
MUST_USE bool text_begin(struct text *text, int fd, const char *name, struct err *err);
MUST_USE bool text_more(struct text *text, int fd, const char *name, struct err *err);

/* The same without waiting yet: empty, and growing. text_more() then refuses a binary head. */
void text_start(struct text *text);

/*
 * A text over borrowed memory, which must outlive it. A byte order mark is left
 * out as in files. Never fails; release is harmless.
 */
void text_borrow(struct text *text, const char *bytes, size_t len);

void text_release(struct text *text);

/* What became of the file since it was opened. */
enum text_fate {
	TEXT_SAME,
	TEXT_CHANGED, /* other bytes, or another file, stand under the name now */
	TEXT_CUT,     /* shorter than it was: a mapped text has lost its end */
	TEXT_GONE,
};
enum text_fate text_fate(const struct text *text, const char *path);

/*
 * How many code points stand before byte `offset` (clamped to the length).
 * A place inside a character counts as its start. The first call far into a
 * text counts from the last known place, about 1 GB a second; then it is cheap.
 */
size_t text_points(struct text *text, size_t offset);

/* The byte offset of code point `points`. False where the text has fewer. */
bool text_offset(struct text *text, size_t points, size_t *offset);

/* True if `span` lies in the text and both its ends stand between characters. */
bool text_span_valid(const struct text *text, struct span span);

#endif
