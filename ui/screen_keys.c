#include "screen_keys.h"

#include "keys.h"

#include <wchar.h>

/* Codes of our own, behind those of curses. */
enum { CODE_PASTE_BEGIN = KEY_MAX + 1, CODE_PASTE_END };

/* Arrows and others are sent in one of two forms by a mode that terminals don't all keep;
 * terminfo names one of them. */
static const struct {
	const char *sequence;
	int code;
} sequences[] = {
	{ "\033[200~", CODE_PASTE_BEGIN },
	{ "\033[201~", CODE_PASTE_END },
	{ "\033[A", KEY_UP },
	{ "\033[B", KEY_DOWN },
	{ "\033[C", KEY_RIGHT },
	{ "\033[D", KEY_LEFT },
	{ "\033[H", KEY_HOME },
	{ "\033[F", KEY_END },
	{ "\033OA", KEY_UP },
	{ "\033OB", KEY_DOWN },
	{ "\033OC", KEY_RIGHT },
	{ "\033OD", KEY_LEFT },
	{ "\033OH", KEY_HOME },
	{ "\033OF", KEY_END },
	{ "\033[Z", KEY_BTAB },
};

static const struct {
	int code; /* of curses */
	int key;  /* ours */
} translations[] = {
	{ KEY_LEFT, K_LEFT },
	{ KEY_RIGHT, K_RIGHT },
	{ KEY_UP, K_UP },
	{ KEY_DOWN, K_DOWN },
	{ KEY_PPAGE, K_PAGE_UP },
	{ KEY_NPAGE, K_PAGE_DOWN },
	{ KEY_HOME, K_HOME },
	{ KEY_FIND, K_HOME },
	{ KEY_END, K_END },
	{ KEY_SELECT, K_END },
	{ KEY_BTAB, K_SHIFT_TAB },
	{ KEY_BACKSPACE, K_BACKSPACE },
	{ KEY_DC, K_DELETE },
	{ KEY_ENTER, K_ENTER },
	{ KEY_F(1), K_F1 },
	/* the corners of a keypad */
	{ KEY_A1, K_HOME },
	{ KEY_A3, K_PAGE_UP },
	{ KEY_C1, K_END },
	{ KEY_C3, K_PAGE_DOWN },
	{ CODE_PASTE_BEGIN, K_PASTE_BEGIN },
	{ CODE_PASTE_END, K_PASTE_END },
};

void screen_keys_define(void)
{
	for (size_t i = 0; i < sizeof sequences / sizeof *sequences; i++)
		define_key(sequences[i].sequence, sequences[i].code);
}

static int translated(int code)
{
	for (size_t i = 0; i < sizeof translations / sizeof *translations; i++)
		if (translations[i].code == code)
			return translations[i].key;
	return K_UNKNOWN;
}

static int character(wint_t read)
{
	if (read == '\b' || read == 0x7f)
		return K_BACKSPACE;
	return read > 0 && read < K_NAMED ? (int)read : K_UNKNOWN;
}

int screen_keys_next(WINDOW *window)
{
	wint_t read;
	int kind;

	/* resizeterm() queues KEY_RESIZE for itself: whoever called it knows. */
	do
		kind = wget_wch(window, &read);
	while (kind == KEY_CODE_YES && read == KEY_RESIZE);
	if (kind == ERR)
		return K_NONE;
	return kind == KEY_CODE_YES ? translated((int)read) : character(read);
}
