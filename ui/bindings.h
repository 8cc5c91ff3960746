/*
 * The table of keys, as data: the dispatcher, the help screen, the status line's hints and
 * the manual are all drawn from it. The rows are in keymap.c; a new row and its action are
 * all that a new key needs.
 */
#ifndef BINDINGS_H
#define BINDINGS_H

#include "err.h"
#include "keys.h"
#include "settings.h"

/* What the keyboard is for at the moment; a row names those in which it holds. */
enum mode {
	MODE_READ = 1,	 /* the text, with a focus or none */
	MODE_SELECT = 2, /* words are selected */
	MODE_PANE = 4,	 /* help, a card or an explanation is open */
};

enum binding_group {
	GROUP_READ,
	GROUP_FIND,
	GROUP_MARK,
	GROUP_WALK,
	GROUP_SELECT,
	GROUP_FOLD,
	GROUP_REST,
	GROUP_LATER, /* says that it does nothing yet; not in the help */
	BINDING_GROUPS,
};

extern const char *const binding_groups[BINDING_GROUPS]; /* headings of help and manual */

struct viewer;

/* A key as it arrived at its action. */
struct press {
	int key;
	long count;   /* 0: none was typed */
	int argument; /* of the row */
};

struct binding {
	unsigned modes;
	enum binding_group group;
	const char *keys; /* names, parted by blanks: "space f PageDown" */
	void (*act)(struct viewer *viewer, struct press press);
	int argument;
	const char *name; /* in the settings; NULL: can't be changed */
	const char *help;
};

/* Which row each key means, with the user's settings applied. */
struct keymap {
	const struct binding *rows; /* borrowed, ends with keys NULL */
	struct keymap_slot {
		int key;
		unsigned modes;
		unsigned row;
		unsigned line; /* of the settings; 0: built in */
	} * slots;
	size_t count, capacity;
	struct settings_key *changed; /* borrowed from the settings */
	size_t changes;
	const char *path; /* of the settings, for messages; borrowed */
};

/*
 * Applies `settings` to the rows. Unknown actions, unknown keys and two actions for one key
 * are an ERR_FORMAT that names the lines.
 */
MUST_USE bool keymap_init(struct keymap *keymap, const struct binding *rows,
			  const struct settings *settings, struct err *err);
void keymap_release(struct keymap *keymap);

/* The row of a key in a mode, or NULL. */
const struct binding *keymap_find(const struct keymap *keymap, enum mode mode, int key);

/* The keys of a row as they are now, as names parted by blanks. */
const char *keymap_keys(const struct keymap *keymap, const struct binding *row);

/* The first key of the row called `name`, for hints: "s"; "" if it has none. */
void keymap_hint(const struct keymap *keymap, const char *name, char out[KEYS_NAME]);

#endif
