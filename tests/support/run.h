#ifndef RUN_H
#define RUN_H

#include <stddef.h>

/*
 * A program that is run to its end without a terminal, and what came of it.
 *
 *	struct ran *ran = run(home, (const char *[]){ "fold", "news.txt", NULL });
 *	assert_string_equal(ran->out, "…");
 *	run_free(ran);
 *
 * HOME and the current directory are `home`; the environment is that of session.h. The
 * test fails where nothing can be run at all.
 */
struct ran {
	int status;  /* exit status, or 128 + the number of the signal that ended it */
	char *out;   /* standard output, with a NUL behind it: owned */
	size_t len;  /* bytes of it, which may hold NULs */
	char *words; /* standard error, likewise: owned */
};

/* $DIPLE, or build/diple, with these arguments and nothing on standard input. */
struct ran *run(const char *home, const char *const *arguments);

/* The same with `input` on standard input. */
struct ran *run_input(const char *home, const char *const *arguments, const char *input);

/*
 * A shell script that finds the program as "$DIPLE". `environment` is as in spawn.h, or
 * NULL.
 */
struct ran *run_script(const char *home, const char *script, const char *const *environment);

void run_free(struct ran *ran);

#endif
