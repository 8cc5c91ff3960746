/*
 * Keys as curses reads them, translated to those of keys.h.
 */
#ifndef SCREEN_KEYS_H
#define SCREEN_KEYS_H

#include <curses.h>

/* Teaches curses the sequences that terminfo doesn't name. Curses must be running. */
void screen_keys_define(void);

/* The next waiting key of `window`, which doesn't wait, or K_NONE. */
int screen_keys_next(WINDOW *window);

#endif
