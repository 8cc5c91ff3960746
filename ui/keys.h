/*
 * Keys: their codes, and their names in settings, help and manual.
 */
#ifndef KEYS_H
#define KEYS_H

#include <stddef.h>

/* A key is a code point, a control character, or one of these. */
enum key {
	KEY_NONE = 0,
	KEY_CTRL_C = 3,
	KEY_CTRL_G = 7,
	KEY_BACKSPACE_ASCII = 8,
	KEY_TAB = 9,
	KEY_RETURN = 13,
	KEY_ESCAPE = 27,
	KEY_DELETE_ASCII = 127,
	KEYS_NAMED = 0x110000, /* behind the last code point */
	KEY_LEFT_ARROW,
	KEY_RIGHT_ARROW,
	KEY_UP_ARROW,
	KEY_DOWN_ARROW,
	KEY_PAGE_UP,
	KEY_PAGE_DOWN,
	KEY_BEGIN,  /* Home */
	KEY_FINISH, /* End */
	KEY_SHIFT_TAB,
	KEY_RUBOUT, /* Backspace */
	KEY_REMOVE, /* Delete */
	KEY_F_ONE,
	KEY_PASTE_BEGIN,
	KEY_PASTE_END,
	KEY_UNKNOWN, /* a sequence without a meaning here: ignored */
};

/* Room for a key's name: "S-Tab", "C-r", "é". */
#define KEY_NAME 16

/* The name of a key. */
void key_name(int key, char out[KEY_NAME]);

/*
 * A key by name: "space", "Enter", "S-Tab", "C-r", "semicolon", "equal", "bracketleft",
 * "hash"… or the character itself. KEY_NONE where there is none.
 */
int key_named(const char *name, size_t len);

#endif
