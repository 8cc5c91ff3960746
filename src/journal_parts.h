/*
 * What reading and saving share. Only the journal*.c files include this.
 */
#ifndef JOURNAL_PARTS_H
#define JOURNAL_PARTS_H

#include "journal.h"

/*
 * Opens a file of the state directory if it isn't open; with `make` its directory is made
 * where it is missing. True without it: not there is no error.
 */
MUST_USE bool journal_attach(struct journal *journal, enum journal_file file, bool make,
			     struct err *err);

/* Takes in what is new in one file, which is open. */
MUST_USE bool journal_read_file(struct journal *journal, enum journal_file file,
				struct err *err);

/* Locks one file, which is open, and takes in what is new in it. */
MUST_USE bool journal_lock_file(struct journal *journal, enum journal_file file, int patience,
				struct err *err);

/* The marks take whole lines, as they stand at `from.offset` of their file or of memory. */
MUST_USE bool journal_take(struct journal *journal, const char *lines, size_t len,
			   struct marks_input from, struct err *err);

/* Puts the directory in front of an error that begins with a file's name. Returns false. */
bool journal_explain(const struct journal *journal, enum journal_file file, struct err *err);

#endif
