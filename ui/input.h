/*
 * From what a terminal sends to what a person typed: lone escape, sequences torn in two by a
 * slow line, Alt-keys, pasted text.
 *
 * Esc acts at once. `[` or `O` within a second after it begins a sequence, which is
 * swallowed to its final byte and never runs as keys, except that 200~ still opens a paste.
 * An Esc with a key behind it in the same read is an Alt-key, and does nothing.
 */
#ifndef INPUT_H
#define INPUT_H

#include "buf.h"
#include "keys.h"

enum input_state {
	INPUT_PLAIN,
	INPUT_ESCAPED,	/* an escape came a moment ago */
	INPUT_SEQUENCE, /* inside a control sequence */
	INPUT_SINGLE,	/* behind ESC O: one more */
	INPUT_PASTE,
};

struct input {
	enum input_state state;
	bool in_paste;	    /* a sequence inside a paste goes back to it */
	bool silent;	    /* the escape came with a key behind it: it didn't act */
	long since;	    /* when the escape came, milliseconds */
	char parameters[8]; /* of the sequence */
	size_t len;
	struct buf pasted; /* UTF-8 */
};

enum input_kind { INPUT_NOTHING, INPUT_KEY, INPUT_PASTED };

/* Pasted text beyond this is dropped. */
#define INPUT_PASTE_MAX ((size_t)64 << 10)

void input_init(struct input *input);
void input_release(struct input *input);

/* One key as the screen reads it. */
struct input_key {
	int key;
	long now;  /* milliseconds of a clock that never goes back */
	bool more; /* another key is waiting behind it, from the same read */
};

/*
 * What it means: nothing yet, the key *key, or a paste that ended: then `pasted` holds it until
 * the next call.
 */
enum input_kind input_take(struct input *input, const struct input_key *typed, int *key);

#endif
