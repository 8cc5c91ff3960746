#include "canvas.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#define MOST 1000 /* rows or columns: more than any terminal has */

/* Stands where text was cut. */
static const struct shown ellipsis = { .len = 3, .columns = 1, .text = "…" };

static const struct cell blank = { .columns = 1, .style = STYLE_TEXT };

static int clamped(int n, int least, int most)
{
	return n < least ? least : n > most ? most : n;
}

static struct cell *cell_at(const struct canvas *canvas, int row, int column)
{
	return &canvas->cells[(size_t)row * (size_t)canvas->columns + (size_t)column];
}

bool canvas_init(struct canvas *canvas, int rows, int columns, struct err *err)
{
	size_t count;

	canvas->rows = clamped(rows, 1, MOST);
	canvas->columns = clamped(columns, 1, MOST);
	count = (size_t)canvas->rows * (size_t)canvas->columns;
	canvas->cells = calloc(count, sizeof *canvas->cells);
	if (!canvas->cells)
		return err_memory(err);
	canvas_clear(canvas);
	return true;
}

void canvas_release(struct canvas *canvas)
{
	free(canvas->cells);
	*canvas = (struct canvas){ .cursor_row = -1, .cursor_column = -1 };
}

void canvas_clear(struct canvas *canvas)
{
	size_t count = (size_t)canvas->rows * (size_t)canvas->columns;

	for (size_t i = 0; i < count; i++)
		canvas->cells[i] = blank;
	canvas->cursor_row = -1;
	canvas->cursor_column = -1;
}

static void blank_cell(struct cell *cell)
{
	memset(cell->text, 0, sizeof cell->text);
	cell->columns = 1;
}

static bool is_right_half(const struct canvas *canvas, int row, int column)
{
	return column < canvas->columns && cell_at(canvas, row, column)->columns == 0;
}

/* Before columns from…to of a row are written: nothing wide may stand half outside of them. */
static void part(struct canvas *canvas, int row, int from, int to)
{
	if (is_right_half(canvas, row, from)) {
		blank_cell(cell_at(canvas, row, from - 1));
		blank_cell(cell_at(canvas, row, from));
	}
	if (is_right_half(canvas, row, to)) {
		blank_cell(cell_at(canvas, row, to - 1));
		blank_cell(cell_at(canvas, row, to));
	}
}

static void fill_row(struct canvas *canvas, struct spot at, int end, enum style style)
{
	part(canvas, at.row, at.column, end);
	for (; at.column < end; at.column++) {
		struct cell *cell = cell_at(canvas, at.row, at.column);

		*cell = blank;
		cell->style = (uint8_t)style;
	}
}

/* Where a stretch ends that begins at `start`, perhaps outside of 0…most. */
static int end_within(int start, int length, int most)
{
	int64_t end = (int64_t)start + length;

	return end < 0 ? 0 : end > most ? most : (int)end;
}

void canvas_fill(struct canvas *canvas, struct area area, enum style style)
{
	int below = end_within(area.row, area.rows, canvas->rows);
	int column = clamped(area.column, 0, canvas->columns);
	int end = end_within(area.column, area.columns, canvas->columns);

	if (column >= end)
		return;
	for (int row = clamped(area.row, 0, canvas->rows); row < below; row++)
		fill_row(canvas, (struct spot){ row, column }, end, style);
}

/* ASCII, a byte a column: tokens, tabs, and most of all text. A blank is no text at all, so
 * that equal cells have equal bytes. */
static void put_narrow(struct cell *cells, const struct shown *shown, enum style style)
{
	for (int i = 0; i < shown->columns; i++) {
		cells[i] = blank;
		cells[i].style = (uint8_t)style;
		if (shown->text[i] != ' ')
			cells[i].text[0] = shown->text[i];
	}
}

static void put_cluster(struct cell *cells, const struct shown *shown, enum style style)
{
	cells[0] = blank;
	memcpy(cells[0].text, shown->text, shown->len);
	cells[0].columns = shown->columns;
	cells[0].style = (uint8_t)style;
	if (shown->columns == 2) {
		cells[1] = blank;
		cells[1].columns = 0;
		cells[1].style = (uint8_t)style;
	}
}

static int within(const struct canvas *canvas, int limit)
{
	return limit < canvas->columns ? limit : canvas->columns;
}

int canvas_put(struct canvas *canvas, struct spot at, int limit, const struct shown *shown,
	       enum style style)
{
	struct cell *cells;

	limit = within(canvas, limit);
	if (at.row < 0 || at.row >= canvas->rows || at.column < 0 || !shown->columns ||
	    at.column > limit - shown->columns)
		return at.column;
	part(canvas, at.row, at.column, at.column + shown->columns);
	cells = cell_at(canvas, at.row, at.column);
	if (shown->len == shown->columns) {
		put_narrow(cells, shown, style);
	} else {
		assert(shown->columns <= 2 && shown->len < PLAIN_MAX);
		put_cluster(cells, shown, style);
	}
	return at.column + shown->columns;
}

int canvas_write(struct canvas *canvas, struct spot at, int limit, const char *bytes,
		 size_t len, enum style style)
{
	struct plain walk = plain_in(bytes, (struct span){ 0, len }, 0);
	struct shown shown;

	limit = within(canvas, limit);
	if (at.row < 0 || at.row >= canvas->rows || at.column < 0 || at.column >= limit)
		return at.column;
	while (plain_next(&walk, &shown)) {
		if (shown.columns > limit - at.column) {
			at.column = limit - 1;
			return canvas_put(canvas, at, limit, &ellipsis, style);
		}
		at.column = canvas_put(canvas, at, limit, &shown, style);
	}
	return at.column;
}

int canvas_string(struct canvas *canvas, struct spot at, int limit, const char *string,
		  enum style style)
{
	return canvas_write(canvas, at, limit, string, strlen(string), style);
}

const struct cell *canvas_cell(const struct canvas *canvas, int row, int column)
{
	assert(row >= 0 && row < canvas->rows && column >= 0 && column < canvas->columns);
	return cell_at(canvas, row, column);
}

static void add_text(const struct cell *cell, struct buf *out)
{
	if (cell->columns)
		buf_add_string(out, cell->text[0] ? cell->text : " ");
}

static void add_style(const struct cell *cell, struct buf *out)
{
	buf_add_char(out, style_rows[cell->style].letter);
}

/* Adds each row by `add`, an LF behind it, without the `padding` at its end. */
static void dump(const struct canvas *canvas, struct buf *out, char padding,
		 void (*add)(const struct cell *cell, struct buf *out))
{
	for (int row = 0; row < canvas->rows; row++) {
		size_t start = out->len;

		for (int column = 0; column < canvas->columns; column++)
			add(cell_at(canvas, row, column), out);
		while (out->len > start && out->at[out->len - 1] == padding)
			buf_cut(out, out->len - 1);
		buf_add_char(out, '\n');
	}
}

void canvas_text(const struct canvas *canvas, struct buf *out)
{
	dump(canvas, out, ' ', add_text);
}

void canvas_styles(const struct canvas *canvas, struct buf *out)
{
	dump(canvas, out, style_rows[STYLE_TEXT].letter, add_style);
}
