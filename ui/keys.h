/*
 * Keys: their codes, and their names in settings, help and manual.
 */
#ifndef KEYS_H
#define KEYS_H

#include <stddef.h>

/* A key is a code point, a control character, or one of these. */
enum key {
	K_NONE = 0,
	K_CTRL_C = 3,
	K_CTRL_G = 7,
	K_TAB = 9,
	K_ENTER = 13,
	K_ESCAPE = 27,
	K_NAMED = 0x110000, /* no key: the others are behind it, as it is behind the code points
			     */
	K_LEFT,
	K_RIGHT,
	K_UP,
	K_DOWN,
	K_PAGE_UP,
	K_PAGE_DOWN,
	K_HOME,
	K_END,
	K_SHIFT_TAB,
	K_BACKSPACE, /* Ctrl-H and DEL, too: terminals don't agree which of them it sends */
	K_DELETE,
	K_F1,
	K_PASTE_BEGIN,
	K_PASTE_END,
	K_UNKNOWN, /* a sequence without a meaning here: ignored */
};

/* Room for a key's name: "Backspace", "C-r", "é". */
#define KEYS_NAME 16

/*
 * The name of a key: a word ("space", "S-Tab"), "C-r" for a control character, else the
 * character itself. "" for what can't be bound: K_NONE, pastes, K_UNKNOWN.
 */
void keys_name(int key, char out[KEYS_NAME]);

/*
 * A key by name: what keys_name() gives, or a word for a character that a settings file can't
 * hold as itself: "semicolon", "equal", "bracketleft", "hash"… Words in either case.
 * K_NONE where there is none.
 */
int keys_find(const char *name, size_t len);

#endif
