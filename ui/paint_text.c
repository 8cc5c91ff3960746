/*
 * Each row is painted cluster by cluster, in the styles of paint_layers.c; then what stands
 * beside and over its words.
 */
#include "paint_text.h"

#include "paint_fold.h"
#include "paint_layers.h"

struct area paint_column(int columns, int width)
{
	int room = columns - PAINT_GUTTER;
	int wide = width < room ? width : room;

	if (wide < 2)
		return (struct area){ .column = 0, .columns = columns };
	return (struct area){ .column = PAINT_GUTTER + (room - wide) / 2, .columns = wide };
}

static void park(struct canvas *canvas, const struct scene *scene, struct spot spot, size_t at)
{
	bool focus = scene->focus.what != FOCUS_NONE && at == scene->focus.span.start;
	bool selection = !span_empty(scene->selection) && at == scene->selection.start;

	if ((focus || selection) && spot.column < canvas->columns) {
		canvas->cursor_row = spot.row;
		canvas->cursor_column = spot.column;
	}
}

static void paint_words(struct canvas *canvas, struct area line, const struct scene *scene,
			const struct view_row *row)
{
	struct layout_walk walk = view_row_walk(scene->view, row);
	struct spot spot = { line.row, line.column };
	struct layers layers;
	struct shown shown;
	int column;

	layers_collect(&layers, scene, row->span);
	while (layout_walk_next(&walk, &shown, &column)) {
		spot.column = line.column + column;
		park(canvas, scene, spot, shown.source.start);
		spot.column = canvas_put(canvas, spot, line.column + line.columns, &shown,
					 layers_style(&layers, &shown));
	}
}

/* The order of the gutter's letters, the first wins. */
static const enum mark_kind gutter_kinds[] = { MARK_CLAIM, MARK_QUOTE, MARK_ENTITY, MARK_NOTE };

static int gutter_order(enum mark_kind kind)
{
	int n = 0;

	while (n < 4 && gutter_kinds[n] != kind)
		n++;
	return n;
}

/* What marks say of a row. */
struct beginning {
	size_t marks;		    /* that begin on it */
	const struct placed *first; /* the one whose letter stands; NULL: none */
	enum mark_kind kind;
};

static struct beginning beginning_of(const struct scene *scene, struct span row)
{
	const struct article *article = scene->article;
	const struct placed_list *list = &article->placed;
	struct beginning it = { 0 };
	int best = 4;

	for (size_t n = article_marks_from(article, row);
	     n < list->count && list->items[n].span.start < row.end; n++) {
		const struct placed *placed = &list->items[n];
		const enum mark_kind kind =
			article->marks.records.items[placed->record].mark.kind;
		const int order = gutter_order(kind);

		if (!span_holds(row, placed->span.start) || !layers_show(scene, placed) ||
		    order > 3)
			continue;
		it.marks++;
		if (order < best) {
			best = order;
			it.first = placed;
			it.kind = kind;
		}
	}
	return it;
}

/* The sign of a paragraph that repeats with a change, where the marks leave room for it. */
static void paint_near(struct canvas *canvas, struct spot spot, const struct scene *scene,
		       const struct view_row *row)
{
	size_t n;

	if (row->first && article_near(scene->article, row->at, &n))
		canvas_string(canvas, spot, spot.column + 1, PAINT_NEAR, STYLE_TEXT);
}

/* The letter of what begins on the row, and a + if there is more. */
static void paint_gutter(struct canvas *canvas, struct spot spot, const struct scene *scene,
			 const struct view_row *row)
{
	const struct beginning it = beginning_of(scene, row->span);

	if (it.first) {
		const char letters[3] = { mark_kinds[it.kind].letter,
					  it.marks > 1 ? '+' : '\0' };

		spot.column = canvas_string(canvas, spot, spot.column + PAINT_GUTTER, letters,
					    layers_mark(it.first, it.kind));
	}
	if (it.marks < PAINT_GUTTER)
		paint_near(canvas, spot, scene, row);
}

static void paint_label(struct canvas *canvas, struct spot spot, char letter)
{
	const char string[2] = { letter };

	canvas_string(canvas, spot, canvas->columns, string, STYLE_LABEL);
}

static void paint_row_label(struct canvas *canvas, struct spot spot, const struct scene *scene,
			    const struct view_row *row)
{
	for (size_t n = 0; n < scene->label_count; n++)
		if (scene->label_rows && scene->labels[n].at == row->at)
			paint_label(canvas, spot, scene->labels[n].letter);
}

/* The letters on the words of a row: over their first cell. */
static void paint_word_labels(struct canvas *canvas, struct area line,
			      const struct scene *scene, const struct view_row *row)
{
	struct layout_walk walk = view_row_walk(scene->view, row);
	struct shown shown;
	int column;

	if (scene->label_rows || !scene->label_count)
		return;
	while (layout_walk_next(&walk, &shown, &column))
		for (size_t n = 0; n < scene->label_count; n++)
			if (scene->labels[n].at == shown.source.start && shown.columns)
				paint_label(canvas,
					    (struct spot){ line.row, line.column + column },
					    scene->labels[n].letter);
}

static void paint_row(struct canvas *canvas, struct area line, const struct scene *scene,
		      const struct view_row *row)
{
	struct spot gutter = { line.row, line.column - PAINT_GUTTER };

	if (row->kind == VIEW_FOLD) {
		paint_fold(canvas, line, &row->fold);
		return;
	}
	if (row->kind == VIEW_BLANK)
		return;
	paint_words(canvas, line, scene, row);
	paint_word_labels(canvas, line, scene, row);
	if (gutter.column < 0)
		return;
	paint_gutter(canvas, gutter, scene, row);
	paint_row_label(canvas, gutter, scene, row);
}

void paint_text(struct canvas *canvas, struct area area, const struct scene *scene)
{
	if (scene->view->count)
		article_offers(scene->article, scene->view->items[0].at);
	for (size_t n = 0; n < scene->view->count && (int)n < area.rows; n++) {
		struct area line = { area.row + (int)n, area.column, 1, area.columns };

		paint_row(canvas, line, scene, &scene->view->items[n]);
	}
}
