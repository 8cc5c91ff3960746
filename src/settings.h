/*
 * The user's settings: $XDG_CONFIG_HOME/diple/config, an INI file. Nothing in an
 * article's directory ever configures the program.
 *
 *	theme = dark            dark, light, plain, or a file in themes/
 *	name  = ada             who marks
 *	width = 72              columns of text, at most
 *	url   = https://…       source of the next articles (seldom)
 *	[keys]
 *	page-forward = space f
 */
#ifndef SETTINGS_H
#define SETTINGS_H

#include "arena.h"
#include "err.h"
#include "places.h"

struct settings_key {
	const char *action; /* a binding's name, unchecked */
	const char *keys;   /* names of keys, parted by blanks, unchecked */
	unsigned line;	    /* of the file */
};

struct settings {
	const char *theme; /* "" where not set */
	const char *name;
	const char *url;
	int width;		    /* 0 where not set */
	struct settings_key *items; /* of [keys], in the order of the file */
	size_t count, capacity;
	char *path; /* of the file, for messages */
	struct arena arena;
};

/*
 * Reads the file; one that isn't there gives empty settings. A line that is wrong is an
 * ERR_FORMAT with the file's name and the first such line's number; what stands before
 * it counts.
 */
MUST_USE bool settings_load(struct settings *settings, const struct places *places,
			    struct err *err);
void settings_release(struct settings *settings);

/*
 * Who marks: `given` (--as), `variable` (DIPLE_USER), the settings, user.name in the user's
 * own git configuration file (read, git is never run), the login; the first that is not
 * empty. The name is copied to `out`, owned by the caller.
 */
struct settings_who {
	const char *given;    /* or NULL */
	const char *variable; /* or NULL */
};
MUST_USE bool settings_name(const struct settings *settings, const struct places *places,
			    struct settings_who who, char **out, struct err *err);

#endif
