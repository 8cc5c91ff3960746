#ifndef RUN_H
#define RUN_H

#include <stddef.h>

/*
 * What a person types at a shell, run to its end without a terminal, and what came of it.
 *
 *	run_expect(home, "diple fold news.txt", &(struct expected){ .out = "One.\n" });
 *
 * The shell knows the program, $DIPLE or build/diple, as `diple`. HOME and the current
 * directory are `home`, standard input is empty; the environment is that of session.h, with ada
 *as DIPLE_USER. The test fails where nothing can be run at all.
 */
struct ran {
	int status;  /* exit status, or 128 + the number of the signal that ended it */
	char *out;   /* standard output, with a NUL behind it: owned */
	size_t len;  /* bytes of it, which may hold NULs */
	char *words; /* standard error, likewise: owned */
};

struct ran *run(const char *home, const char *script);
void run_free(struct ran *ran);

struct expected {
	int status;
	const char *out;   /* all of standard output; NULL: empty */
	const char *words; /* all of standard error, without its last line end; NULL: empty */
};

/* Runs, and fails the test where anything else comes of it. */
void run_expect(const char *home, const char *script, const struct expected *expected);

/* cmocka's set-up and tear-down for tests whose state is an empty `home`. */
int run_setup(void **state);
int run_teardown(void **state);

#endif
