/*
 * libvterm ignores mode 2026, so the marks of frames are looked for in the
 * bytes on their way in. They may be cut anywhere by a read: the search keeps
 * its place from call to call.
 */
#include "terminal.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <vterm.h>

static const char frame_mark[] = "\033[?2026"; /* then h begins, l ends */

struct terminal {
	VTerm *vt;
	VTermScreen *screen;
	size_t matched; /* bytes of frame_mark just seen */
	bool in_frame;
	size_t frames;
	bool alternate;
	bool cursor_shown;
	char *dump; /* owned: the latest */
};

static int property_changed(VTermProp property, VTermValue *value, void *user)
{
	struct terminal *t = user;

	if (property == VTERM_PROP_ALTSCREEN)
		t->alternate = value->boolean;
	if (property == VTERM_PROP_CURSORVISIBLE)
		t->cursor_shown = value->boolean;
	return 1;
}

static const VTermScreenCallbacks callbacks = { .settermprop = property_changed };

struct terminal *terminal_new(int columns, int rows, terminal_reply *reply, void *user)
{
	struct terminal *t = calloc(1, sizeof(*t));

	assert(t);
	t->vt = vterm_new(rows, columns);
	vterm_set_utf8(t->vt, 1);
	vterm_output_set_callback(t->vt, reply, user);
	t->screen = vterm_obtain_screen(t->vt);
	vterm_screen_enable_altscreen(t->screen, 1);
	vterm_screen_set_callbacks(t->screen, &callbacks, t);
	/* All of the above must be in place before the reset, not after it. */
	vterm_screen_reset(t->screen, 1);
	return t;
}

void terminal_free(struct terminal *t)
{
	if (!t)
		return;
	vterm_free(t->vt);
	free(t->dump);
	free(t);
}

/* Returns true if `byte` is the last of a frame. */
static bool ends_frame(struct terminal *t, char byte)
{
	bool whole = t->matched == sizeof(frame_mark) - 1;

	if (!whole && byte == frame_mark[t->matched]) {
		t->matched++;
		return false;
	}
	t->matched = byte == frame_mark[0];
	if (whole && byte == 'h')
		t->in_frame = true;
	if (!whole || byte != 'l')
		return false;
	t->in_frame = false;
	t->frames++;
	return true;
}

size_t terminal_feed(struct terminal *t, const char *bytes, size_t length)
{
	size_t taken = 0;

	while (taken < length && !ends_frame(t, bytes[taken]))
		taken++;
	/* What came without marks and at once is a small frame. */
	if (taken == length && length && !t->in_frame)
		t->frames++;
	taken += taken < length;
	vterm_input_write(t->vt, bytes, taken);
	return taken;
}

void terminal_resize(struct terminal *t, int columns, int rows)
{
	vterm_set_size(t->vt, rows, columns);
}

bool terminal_in_frame(const struct terminal *t)
{
	return t->in_frame;
}

size_t terminal_frames(const struct terminal *t)
{
	return t->frames;
}

bool terminal_alternate(const struct terminal *t)
{
	return t->alternate;
}

bool terminal_cursor_shown(const struct terminal *t)
{
	return t->cursor_shown;
}

struct terminal_place terminal_cursor(const struct terminal *t)
{
	VTermPos at;

	vterm_state_get_cursorpos(vterm_obtain_state(t->vt), &at);
	return (struct terminal_place){ .row = at.row, .column = at.col };
}

static void put_utf8(FILE *out, uint32_t point)
{
	static const uint32_t lead[] = { 0x00, 0xC0, 0xE0, 0xF0 };
	int tail = (point >= 0x80) + (point >= 0x800) + (point >= 0x10000);

	putc((int)(lead[tail] | point >> 6 * tail), out);
	while (tail-- > 0)
		putc((int)(0x80 | (point >> 6 * tail & 0x3F)), out);
}

static void put_text(FILE *out, const VTermScreenCell *cell)
{
	/* libvterm's sign for the second half of a wide character. */
	if (cell->chars[0] == (uint32_t)-1)
		return;
	if (!cell->chars[0])
		putc(' ', out);
	for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell->chars[i]; i++)
		put_utf8(out, cell->chars[i]);
}

static char style_letter(const VTermScreenCell *cell)
{
	const bool bold = cell->attrs.bold;

	if (cell->attrs.reverse)
		return bold ? 'R' : 'r';
	if (cell->attrs.underline)
		return bold ? 'U' : 'u';
	if (cell->attrs.italic)
		return bold ? 'I' : 'i';
	return bold ? 'b' : '.';
}

static char colour_letter(const VTermColor *colour)
{
	if (colour->type & VTERM_COLOR_DEFAULT_MASK)
		return '.';
	if (!VTERM_COLOR_IS_INDEXED(colour) || colour->indexed.idx > 15)
		return '#';
	return "0123456789abcdef"[colour->indexed.idx];
}

static void put_cell(FILE *out, enum terminal_aspect aspect, const VTermScreenCell *cell)
{
	switch (aspect) {
	case TERMINAL_TEXT:
		put_text(out, cell);
		break;
	case TERMINAL_STYLE:
		putc(style_letter(cell), out);
		break;
	case TERMINAL_FOREGROUND:
		putc(colour_letter(&cell->fg), out);
		break;
	case TERMINAL_BACKGROUND:
		putc(colour_letter(&cell->bg), out);
		break;
	}
}

static void put_row(const struct terminal *t, FILE *out, enum terminal_aspect aspect, int row)
{
	int rows = 0, columns = 0;

	vterm_get_size(t->vt, &rows, &columns);
	for (VTermPos at = { .row = row }; at.col < columns; at.col++) {
		VTermScreenCell cell = { 0 };

		vterm_screen_get_cell(t->screen, at, &cell);
		put_cell(out, aspect, &cell);
	}
}

/* Returns a row as an owned string, blanks at its end left out. */
static char *dump_row(const struct terminal *t, enum terminal_aspect aspect, int row)
{
	const char blank = aspect == TERMINAL_TEXT ? ' ' : '.';
	char *line = NULL;
	size_t length = 0;
	FILE *out = open_memstream(&line, &length);

	assert(out);
	put_row(t, out, aspect, row);
	fclose(out);
	while (length > 0 && line[length - 1] == blank)
		length--;
	line[length] = '\0';
	return line;
}

const char *terminal_dump(struct terminal *t, enum terminal_aspect aspect)
{
	int rows = 0, columns = 0;
	char *dump = NULL;
	size_t length = 0;
	FILE *out = open_memstream(&dump, &length);

	assert(out);
	vterm_get_size(t->vt, &rows, &columns);
	for (int row = 0; row < rows; row++) {
		char *line = dump_row(t, aspect, row);

		fprintf(out, "%s\n", line);
		free(line);
	}
	fclose(out);
	free(t->dump);
	t->dump = dump;
	return dump;
}

const char *terminal_row(struct terminal *t, int row)
{
	free(t->dump);
	t->dump = dump_row(t, TERMINAL_TEXT, row);
	return t->dump;
}
