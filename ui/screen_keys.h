/*
 * Keys as curses reads them, translated to those of keys.h.
 */
#ifndef SCREEN_KEYS_H
#define SCREEN_KEYS_H

#include "utf8.h"

#include <curses.h>

struct key_source {
	WINDOW *window;	      /* one that doesn't wait */
	char bytes[UTF8_MAX]; /* of a character that hasn't come whole */
	size_t len;
};

/* Teaches curses the sequences that terminfo doesn't name. Curses must be running. */
void screen_keys_define(void);

/* The next waiting key, K_NONE where none has come whole; K_UNKNOWN for what is no UTF-8. */
int screen_keys_next(struct key_source *source);

#endif
