#include "screen_keys.h"

#include "keys.h"

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

static size_t length_by(unsigned char first)
{
	return first < 0xc2 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 1;
}

/* What several codes stand for. Enter comes as LF where it was typed before the terminal's
 * modes were ours. */
static int key_of(uint32_t point)
{
	if (point == '\b' || point == 0x7f)
		return K_BACKSPACE;
	return point == '\n' ? K_ENTER : (int)point;
}

/*
 * Takes a byte of a character: K_NONE until the last. (Curses' own wget_wch() forgets what
 * came of a character that is torn, and swallows good ones behind a bad byte.)
 */
static int take_byte(struct key_source *source, int byte)
{
	struct utf8 got;

	source->bytes[source->len++] = (char)byte;
	got = utf8_decode(source->bytes, source->len);
	if (!got.valid && got.len < source->len)
		ungetch(byte); /* it broke the character, and begins the next */
	else if (!got.valid && source->len < length_by((unsigned char)source->bytes[0]))
		return K_NONE;
	source->len = 0;
	if (!got.valid)
		return K_UNKNOWN;
	return key_of(got.point);
}

int screen_keys_next(struct key_source *source)
{
	int key = K_NONE;

	while (key == K_NONE) {
		int code = wgetch(source->window);

		if (code == ERR)
			return K_NONE;
		if (code < KEY_MIN)
			key = take_byte(source, code);
		else if (code != KEY_RESIZE) /* resizeterm() queues it: its caller knows */
			key = translated(code);
	}
	return key;
}
