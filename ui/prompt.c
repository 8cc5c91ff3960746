#include "prompt.h"

#include "utf8.h"

#include <string.h>

/* A typed line holds at most so much. */
#define WORDS_MAX ((size_t)16 << 10)

enum {
	CTRL_A = 1,
	CTRL_E = 5,
	CTRL_U = 21,
	CTRL_W = 23,
};

void prompt_open(struct viewer *viewer, const struct prompt_use *use, const char *words)
{
	struct prompt *prompt = &viewer->prompt;

	viewer->hand = HAND_PROMPT;
	prompt->use = use;
	prompt->count = 0;
	buf_clear(&prompt->words);
	buf_add_string(&prompt->words, words);
	prompt->at = prompt->words.len;
}

static struct span typed(const struct prompt *prompt)
{
	return (struct span){ 0, prompt->words.len };
}

static void insert(struct viewer *viewer, const char *words, size_t len)
{
	struct prompt *prompt = &viewer->prompt;
	struct buf *buf = &prompt->words;

	if (buf->len + len > WORDS_MAX || !buf_room(buf, len)) {
		viewer_say(viewer, "that is too long");
		return;
	}
	memmove(buf->at + prompt->at + len, buf->at + prompt->at, buf->len - prompt->at);
	memcpy(buf->at + prompt->at, words, len);
	buf_grew(buf, len);
	prompt->at += len;
}

static void insert_key(struct viewer *viewer, int key)
{
	char bytes[UTF8_MAX];
	size_t len = utf8_encode((uint32_t)key, bytes);

	insert(viewer, bytes, len);
}

static void cut(struct prompt *prompt, size_t from, size_t to)
{
	memmove(prompt->words.at + from, prompt->words.at + to, prompt->words.len - to);
	buf_cut(&prompt->words, prompt->words.len - (to - from));
	prompt->at = from;
}

static size_t left_of(const struct prompt *prompt)
{
	return prompt->at ? grapheme_floor(prompt->words.at, typed(prompt), prompt->at - 1) : 0;
}

static size_t right_of(const struct prompt *prompt)
{
	return prompt->at < prompt->words.len
		       ? grapheme_ceiling(prompt->words.at, typed(prompt), prompt->at + 1)
		       : prompt->at;
}

static size_t word_before(const struct prompt *prompt)
{
	size_t at = prompt->at;

	while (at && prompt->words.at[at - 1] == ' ')
		at--;
	while (at && prompt->words.at[at - 1] != ' ')
		at--;
	return at;
}

static void leave(struct viewer *viewer)
{
	struct prompt *prompt = &viewer->prompt;

	viewer->hand = HAND_READ;
	if (prompt->use->leave)
		prompt->use->leave(viewer, prompt->words.at);
}

static void enter(struct viewer *viewer)
{
	struct prompt *prompt = &viewer->prompt;

	viewer->hand = HAND_READ;
	prompt->use->enter(viewer, prompt->words.at);
}

/* Keys that edit; false for one that doesn't. */
static bool edit(struct prompt *prompt, int key)
{
	switch (key) {
	case K_LEFT:
		prompt->at = left_of(prompt);
		return true;
	case K_RIGHT:
		prompt->at = right_of(prompt);
		return true;
	case K_HOME:
	case CTRL_A:
		prompt->at = 0;
		return true;
	case K_END:
	case CTRL_E:
		prompt->at = prompt->words.len;
		return true;
	case K_BACKSPACE:
		cut(prompt, left_of(prompt), prompt->at);
		return true;
	case K_DELETE:
		cut(prompt, prompt->at, right_of(prompt));
		return true;
	case CTRL_U:
		cut(prompt, 0, prompt->at);
		return true;
	case CTRL_W:
		cut(prompt, word_before(prompt), prompt->at);
		return true;
	default:
		return false;
	}
}

void prompt_key(struct viewer *viewer, int key)
{
	struct prompt *prompt = &viewer->prompt;

	if (key == K_ENTER)
		enter(viewer);
	else if (key == K_ESCAPE || key == K_CTRL_G)
		leave(viewer);
	else if (key == K_BACKSPACE && !prompt->words.len)
		leave(viewer);
	else if (!edit(prompt, key) && key >= ' ' && key < K_NAMED)
		insert_key(viewer, key);
}

void prompt_paste(struct viewer *viewer, const char *words, size_t len)
{
	size_t start = viewer->prompt.at;

	insert(viewer, words, len);
	/* One line: the line ends of a pasted page become blanks. */
	for (size_t at = start; at < viewer->prompt.at; at++)
		if (viewer->prompt.words.at[at] == '\n' || viewer->prompt.words.at[at] == '\r')
			viewer->prompt.words.at[at] = ' ';
}
