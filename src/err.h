/*
 * Errors are values: what can fail returns `bool` and takes a `struct err *`
 * as its last parameter. The library says what happened to which file and
 * what helps; only commands and the status line show it.
 *
 * The text is raw. It may quote a file name or a line of a hostile file, so
 * whoever shows it passes it through plain.h like any other foreign string.
 */
#ifndef ERR_H
#define ERR_H

#include "compiler.h"

#include <stdbool.h>

enum err_kind {
	ERR_NONE = 0,
	ERR_SYSTEM,  /* the system said no: `number` is its errno */
	ERR_FORMAT,  /* bytes are not what they should be */
	ERR_LIMIT,   /* a stated limit would be passed */
	ERR_MEMORY,  /* no memory: marks are saved first, then this is said */
	ERR_MISSING, /* what was asked for is not there */
	ERR_USAGE,   /* the caller asked for what can't be done */
	ERR_STOPPED, /* the user stopped it */
};

struct err {
	enum err_kind kind;
	int number;	/* errno where the system said no, else 0 */
	char text[512]; /* one sentence without its full stop, raw, cut if longer */
};

/* Fills `err` and returns false: a caller fails in one statement. */
bool err_set(struct err *err, enum err_kind kind, const char *format, ...) PRINTF(3, 4);

/*
 * The same for a failed system call: the sentence ends in ": " and what the
 * system says of `number`, an errno, also where all before that had to be cut.
 */
bool err_system(struct err *err, int number, const char *format, ...) PRINTF(3, 4);

/* The same for a failed allocation. */
bool err_memory(struct err *err);

/* Forgets an earlier error. */
void err_clear(struct err *err);

#endif
