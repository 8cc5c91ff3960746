/*
 * Somebody who reads a.txt of a test's own home in the viewer, and what they leave behind.
 *
 *	files_put_text(home, "a.txt", "One said: \"Yes.\"\n");
 *	s = visit(home);
 *	session_press(s, "s");
 *	…
 *	visit_end(s);
 */
#ifndef VISIT_H
#define VISIT_H

#include "session.h"

/* Where the marks on a.txt are kept. */
#define VISIT_SIDECAR "a.txt.ann.jsonl"

/* ada opens a.txt on a terminal of 80 by 24, or of that size. Owned: visit_end(). */
struct session *visit(const char *home);
struct session *visit_sized(const char *home, int columns, int rows);

/* Somebody else does. */
struct session *visit_as(const char *home, const char *who);

/* ada opens the sample article of the project. */
struct session *visit_sample(const char *home);

/* Leaves by q: the status must be 0, the terminal as it was. */
void visit_end(struct session *s);

/* Puts the sample article into `home` as a.txt. */
void visit_put_sample(const char *home);

/* A shell runs `script`, in which diple is "$DIPLE", as ada. */
struct session *visit_shell(const char *home, const char *script);

/* Leaves diple by q in a script that goes on with "echo status $?": the same must hold. */
void visit_shell_end(struct session *s);

#endif
