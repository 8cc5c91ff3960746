/*
 * The program's own directories, after the XDG base directory specification:
 * $XDG_CONFIG_HOME/diple and so on, with their defaults under $HOME. A relative or
 * empty variable counts as unset; without a home they are NULL.
 */
#ifndef PLACES_H
#define PLACES_H

#include "compiler.h"
#include "err.h"

struct places {
	char *config; /* settings, themes */
	char *state;  /* unsaved marks, sidecars of read-only places */
	char *others; /* where other programs keep their settings: $XDG_CONFIG_HOME itself */
	char *home;
};

/* Looks variables up through `get`, such as getenv. Paths are owned by `places`. */
MUST_USE bool places_find(struct places *places, char *(*get)(const char *name),
			  struct err *err);
void places_release(struct places *places);

/*
 * Opens directory `name` (which may hold slashes) below `base`, making what is missing
 * with mode 0700. An O_RDONLY descriptor, or -1 and an error.
 */
MUST_USE int places_make(const char *base, const char *name, struct err *err);

#endif
