/*
 * The line being typed. Whoever opens a prompt says what becomes of its words; the keys that
 * edit them are the same for all.
 */
#ifndef PROMPT_H
#define PROMPT_H

#include "viewer_state.h"

/* What a prompt is for. Its functions get the words, valid until a prompt is opened. */
struct prompt_use {
	const char *label; /* stands before the words */
	void (*enter)(struct viewer *viewer, const char *words);
	void (*leave)(struct viewer *viewer, const char *words); /* by Esc; or NULL */
};

/* Gives the keyboard to a prompt that holds `words` already. `use` is borrowed. */
void prompt_open(struct viewer *viewer, const struct prompt_use *use, const char *words);

/* One key, or pasted text: it is put on one line. */
void prompt_key(struct viewer *viewer, int key);
void prompt_paste(struct viewer *viewer, const char *words, size_t len);

#endif
