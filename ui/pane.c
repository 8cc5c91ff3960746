#include "pane.h"

#include "array.h"
#include "layout.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void pane_clear(struct pane *pane)
{
	buf_clear(&pane->words);
	pane->count = 0;
	pane->top = 0;
}

void pane_release(struct pane *pane)
{
	buf_release(&pane->words);
	free(pane->lines);
	*pane = (struct pane)PANE_EMPTY;
}

static bool reserve_lines(struct pane *pane, size_t more)
{
	struct err err;

	return array_reserve((void **)&pane->lines, &pane->capacity,
			     (struct array_need){ pane->count, more, sizeof *pane->lines },
			     &err);
}

/* One row; the blanks that hang over its end would look cut. */
static void add_line(struct pane *pane, enum style style, size_t base, struct span row)
{
	const char *words = pane->words.at + base;

	while (!span_empty(row) && words[row.end - 1] == ' ')
		row.end--;
	pane->lines[pane->count++] =
		(struct pane_line){ style, !row.start, base + row.start, span_length(row) };
}

void pane_add(struct pane *pane, int columns, enum style style, const char *words, size_t len)
{
	size_t start = pane->words.len;
	struct layout_rows rows = { 0 };
	struct text text;
	struct err err;

	text_borrow(&text, words, len);
	buf_add(&pane->words, words, len);
	if (!pane->words.failed &&
	    layout_rows(&text, (struct span){ 0, len }, columns < 2 ? 2 : columns, &rows,
			&err) &&
	    reserve_lines(pane, rows.count))
		for (size_t n = 0; n < rows.count; n++)
			add_line(pane, style, start, rows.items[n].span);
	layout_rows_release(&rows);
	text_release(&text);
}

void pane_printf(struct pane *pane, int columns, enum style style, const char *format, ...)
{
	struct buf words = BUF_EMPTY;
	va_list args;
	int len;
	char *room;

	va_start(args, format);
	len = vsnprintf(NULL, 0, format, args);
	va_end(args);
	room = len < 0 ? NULL : buf_room(&words, (size_t)len + 1);
	if (room) {
		va_start(args, format);
		vsnprintf(room, (size_t)len + 1, format, args);
		va_end(args);
		pane_add(pane, columns, style, room, (size_t)len);
	}
	buf_release(&words);
}

/* How many lines from `n` on were added as one. */
static size_t lines_of_one(const struct pane *pane, size_t n)
{
	size_t end = n + 1;

	while (end < pane->count && !pane->lines[end].first)
		end++;
	return end - n;
}

void pane_fit(struct pane *pane, int columns)
{
	struct pane old = *pane;
	size_t top = old.count ? old.lines[old.top].start : 0;

	*pane = (struct pane)PANE_EMPTY;
	for (size_t n = 0, lines; n < old.count; n += lines) {
		const struct pane_line *line = &old.lines[n];
		size_t end;

		lines = lines_of_one(&old, n);
		end = n + lines < old.count ? old.lines[n + lines].start : old.words.len;
		pane_add(pane, columns, line->style, old.words.at + line->start,
			 end - line->start);
	}
	while (pane->top + 1 < pane->count && pane->lines[pane->top + 1].start <= top)
		pane->top++;
	pane_release(&old);
}

int pane_rows(const struct pane *pane, int rows)
{
	/* Text that is worth a look stays on a screen that is high enough for both. */
	int most = rows > 10 ? rows - 4 : rows;

	return (int)pane->count < most ? (int)pane->count : most;
}

void pane_scroll(struct pane *pane, long lines, int rows)
{
	size_t last = (int)pane->count > rows ? pane->count - (size_t)rows : 0;
	size_t by = (size_t)(lines < 0 ? -lines : lines);

	if (lines < 0)
		pane->top = pane->top > by ? pane->top - by : 0;
	else
		pane->top = pane->top + by < last ? pane->top + by : last;
}

void pane_paint(const struct pane *pane, struct canvas *canvas, struct area area)
{
	canvas_fill(canvas, area, STYLE_TEXT);
	for (int row = 0; row < area.rows && pane->top + (size_t)row < pane->count; row++) {
		const struct pane_line *line = &pane->lines[pane->top + (size_t)row];

		canvas_write(canvas, (struct spot){ area.row + row, area.column },
			     area.column + area.columns, pane->words.at + line->start,
			     line->len, line->style);
	}
}
