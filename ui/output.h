/*
 * The one place that writes to standard output and standard error.
 *
 * To a terminal everything goes in its safe form (plain.h), line ends kept. To a pipe or
 * a file an article's bytes go unchanged. Messages are always made safe.
 *
 * Writing never reports an error by itself. An output that failed takes nothing more, and
 * output_close() says so once. A reader that left (EPIPE) is no more than that: there is
 * nobody to tell. SIGPIPE must be ignored.
 */
#ifndef OUTPUT_H
#define OUTPUT_H

#include "buf.h"

struct output {
	int fd;
	bool terminal;
	bool failed;	    /* takes nothing more: long work may stop */
	bool left;	    /* by its reader: no error to be told */
	bool amid_line;	    /* the last byte added was no line end */
	bool parts;	    /* a line end comes before what is added next */
	struct buf waiting; /* not written yet */
	struct err err;	    /* what failed */
};

void output_init(struct output *output, int fd);

/* Adds bytes of an article, or of JSON: unchanged unless to a terminal. */
void output_bytes(struct output *output, const char *bytes, size_t len);

/* What is added next begins on a line of its own. Nothing comes of it if nothing is added. */
void output_part(struct output *output);

/* Writes what waits. */
void output_flush(struct output *output);

/* Writes "diple: ", `text` in its safe form and a line end, at once. */
void output_message(struct output *output, const char *text);

/*
 * Writes what waits, closes and releases. False if anything was not written; `err` says
 * why, its kind is ERR_NONE where the reader left.
 */
MUST_USE bool output_close(struct output *output, struct err *err);

#endif
