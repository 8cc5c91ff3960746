/*
 * Options of the command line as tables, which parse and also print the help.
 *
 *	struct list { bool json; const char *kind; };
 *	static const struct option rows[] = {
 *		{ "json", 0, NULL, "print JSON Lines", option_flag, offsetof(struct list, json)
 *}, { "kind", 'k', "KIND", "only marks of this kind", option_text, … }, { .name = NULL },
 *	};
 *
 * `--name=VALUE`, `--name VALUE`, `-nVALUE` and `-n VALUE` are the same; letters without
 * an argument may stand together. Options and operands mix; what follows `--` is operands,
 * and a single `-` is one too.
 */
#ifndef OPTION_H
#define OPTION_H

#include "buf.h"
#include "err.h"

#include <stddef.h>

/* Reads the word of an option into its field. A flag's word is "". */
typedef bool option_reader(void *field, const char *word, struct err *err);

struct option {
	const char *name;     /* without its two hyphens; NULL ends a table */
	char letter;	      /* 0: none */
	const char *argument; /* its name in the help; NULL: a flag, which takes none */
	const char *help;     /* in lower case, without a full stop */
	option_reader *read;
	size_t offset; /* of the field in the struct that is filled */
};

option_reader option_flag;   /* bool */
option_reader option_text;   /* const char *, borrowed from argv */
option_reader option_number; /* size_t, decimal digits alone */

/* A table and the struct that its offsets count in. */
struct option_set {
	const struct option *rows;
	void *into;
};

struct operands {
	char **items; /* borrowed: the beginning of argv, rewritten */
	size_t count;
};

/*
 * Parses `argv`, which ends with NULL, by `sets`, of which the last has NULL rows. Where two
 * know one name, the first counts. Operands move to the front of argv in their order.
 * Fails with ERR_USAGE: a sentence that names the option.
 */
MUST_USE bool option_parse(const struct option_set *sets, char **argv,
			   struct operands *operands, struct err *err);

/* Reads decimal digits, all of `len` bytes. False for anything else, and past SIZE_MAX. */
bool option_digits(const char *word, size_t len, size_t *number);

/* Adds a line of help for each row. */
void option_help(const struct option *rows, struct buf *out);

#endif
