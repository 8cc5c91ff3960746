/*
 * Reading an INI file line by line: what inih leaves to its callers. It joins an
 * indented line to the one before, cuts long ones in two and doesn't tell where it
 * is; this reader takes the indent off, refuses the long and counts.
 */
#ifndef INI_FILE_H
#define INI_FILE_H

#include "compiler.h"
#include "err.h"

#include <stdbool.h>

/* Bytes of the longest line with its end; inih's own buffer holds no more. */
#define INI_LINE_MAX 199

struct ini_entry {
	const char *section; /* or "" */
	const char *name;
	const char *value;
	unsigned line; /* of the file, from 1 */
};

/*
 * Calls `take` for each entry until it returns false, having filled the error. Strings of
 * an entry are borrowed for the call. A file that is not there has no entries. Fails with
 * ERR_SYSTEM, with what `take` said, or with ERR_FORMAT for a line that is no entry or
 * too long, which is passed over; its text begins with the path and the line's number.
 */
MUST_USE bool ini_file_read(const char *path,
			    bool (*take)(void *to, const struct ini_entry *entry,
					 struct err *err),
			    void *to, struct err *err);

#endif
