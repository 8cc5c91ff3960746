#include "keys.h"

#include "utf8.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

struct key_row {
	int key;
	const char *name;
};

/* Keys that are called by a word. The first name of a key is the one shown. */
static const struct key_row words[] = {
	{ ' ', "space" },
	{ K_TAB, "Tab" },
	{ K_SHIFT_TAB, "S-Tab" },
	{ K_ENTER, "Enter" },
	{ K_ENTER, "Return" },
	{ K_ESCAPE, "Esc" },
	{ K_ESCAPE, "Escape" },
	{ K_LEFT, "Left" },
	{ K_RIGHT, "Right" },
	{ K_UP, "Up" },
	{ K_DOWN, "Down" },
	{ K_PAGE_UP, "PageUp" },
	{ K_PAGE_DOWN, "PageDown" },
	{ K_HOME, "Home" },
	{ K_END, "End" },
	{ K_BACKSPACE, "Backspace" },
	{ K_DELETE, "Delete" },
	{ K_F1, "F1" },
};

/*
 * Characters that may also be called by a word: those that INI files take for their own, and
 * those that are easily overlooked in a list of keys.
 */
static const struct key_row characters[] = {
	{ ';', "semicolon" },	 { '=', "equal" },	{ '[', "bracketleft" },
	{ ']', "bracketright" }, { '#', "hash" },	{ ',', "comma" },
	{ '.', "period" },	 { ':', "colon" },	{ '\'', "apostrophe" },
	{ '"', "quotedbl" },	 { '`', "grave" },	{ '-', "minus" },
	{ '_', "underscore" },	 { '\\', "backslash" }, { '|', "bar" },
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

static int find_name(const struct key_row *rows, size_t count, const char *name, size_t len)
{
	for (size_t i = 0; i < count; i++)
		if (strlen(rows[i].name) == len && !strncasecmp(rows[i].name, name, len))
			return rows[i].key;
	return K_NONE;
}

/* A control character keeps the low five bits of its letter: "C-a" is 1, "C-_" is 31. */
#define CONTROL_BITS 0x1f

static void name_character(int key, char out[KEYS_NAME])
{
	char bytes[UTF8_MAX];
	size_t len = utf8_encode((uint32_t)key, bytes);

	memcpy(out, bytes, len);
	out[len] = '\0';
}

void keys_name(int key, char out[KEYS_NAME])
{
	out[0] = '\0';
	for (size_t i = 0; i < COUNT(words); i++) {
		if (words[i].key == key) {
			snprintf(out, KEYS_NAME, "%s", words[i].name);
			return;
		}
	}
	if (key > 0 && key < ' ')
		snprintf(out, KEYS_NAME, "C-%c", key <= 26 ? key + 'a' - 1 : key + '@');
	else if (key > ' ' && key < K_NAMED)
		name_character(key, out);
}

/* A terminal sends the same for Ctrl-H as for Backspace. */
static int control(char letter)
{
	int key = letter & CONTROL_BITS;

	return letter < '@' || letter > 'z' ? K_NONE : key == '\b' ? K_BACKSPACE : key;
}

static int single_character(const char *name, size_t len)
{
	struct utf8 first = utf8_decode(name, len);

	if (!first.valid || first.len != len || first.point <= ' ' || first.point == 0x7f)
		return K_NONE;
	return (int)first.point;
}

int keys_find(const char *name, size_t len)
{
	int key = find_name(words, COUNT(words), name, len);

	if (key == K_NONE)
		key = find_name(characters, COUNT(characters), name, len);
	if (key != K_NONE || !len)
		return key;
	if (len == 3 && name[1] == '-' && (name[0] == 'C' || name[0] == 'c'))
		return control(name[2]);
	return single_character(name, len);
}
