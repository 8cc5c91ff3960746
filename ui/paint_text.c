/*
 * Each row is painted cluster by cluster. What lies over it (marks, suggestions, hits, focus)
 * is first collected as layers; a cluster takes the style of the topmost layer that
 * holds its first byte: of two of one rank the shorter one, which is the inner one.
 */
#include "paint_text.h"

#include "paint_fold.h"

/* More layers than these on one row are left out: the innermost could not be told apart. */
#define LAYERS_MAX 128
#define HITS_MAX   64

struct layer {
	struct span span;
	enum style style;
	int rank;
};

enum { RANK_SUGGESTION, RANK_MARK, RANK_HIT, RANK_HIT_NOW, RANK_FOCUS, RANK_SELECTION };

struct layers {
	struct span row;
	size_t count;
	struct layer items[LAYERS_MAX];
};

struct area paint_column(int columns, int width)
{
	int room = columns - PAINT_GUTTER;
	int wide = width < room ? width : room;

	if (wide < 2)
		return (struct area){ .column = 0, .columns = columns };
	return (struct area){ .column = PAINT_GUTTER + (room - wide) / 2, .columns = wide };
}

static void add_layer(struct layers *layers, struct span span, enum style style, int rank)
{
	if (layers->count < LAYERS_MAX && span_overlaps(span, layers->row))
		layers->items[layers->count++] = (struct layer){ span, style, rank };
}

static enum style style_of_offer(enum mark_kind kind)
{
	switch (kind) {
	case MARK_QUOTE:
		return STYLE_SUGGEST_QUOTE;
	case MARK_CLAIM:
		return STYLE_SUGGEST_CLAIM;
	default:
		return STYLE_SUGGEST_ENTITY;
	}
}

static enum style style_of_mark(const struct placed *placed, enum mark_kind kind)
{
	if (!placed->own)
		return STYLE_OTHERS;
	switch (kind) {
	case MARK_QUOTE:
		return STYLE_QUOTE;
	case MARK_ENTITY:
		return STYLE_ENTITY;
	case MARK_CLAIM:
		return STYLE_CLAIM;
	default:
		return STYLE_NOTE;
	}
}

static void add_offers(struct layers *layers, const struct scene *scene)
{
	const struct offers *offers = &scene->article->offers;

	for (size_t n = 0; scene->shown == SHOW_ALL && n < offers->count; n++) {
		const struct offer *offer = &offers->items[n];

		if (offer->suggestion.span.start >= layers->row.end)
			break;
		if (!offer->hidden)
			add_layer(layers, offer->suggestion.span,
				  style_of_offer(offer->suggestion.kind), RANK_SUGGESTION);
	}
}

/* True if a placed record shows: dismissals don't, and `t` may hide others' marks. */
static bool shows(const struct scene *scene, const struct placed *placed)
{
	return (placed->own || scene->shown != SHOW_OWN) &&
	       scene->article->marks.records.items[placed->record].mark.kind != MARK_DISMISSED;
}

static void add_marks(struct layers *layers, const struct scene *scene)
{
	const struct article *article = scene->article;
	const struct placed_list *list = &article->placed;

	for (size_t n = article_marks_from(article, layers->row);
	     n < list->count && list->items[n].span.start < layers->row.end; n++) {
		const struct placed *placed = &list->items[n];
		enum mark_kind kind = article->marks.records.items[placed->record].mark.kind;

		if (shows(scene, placed))
			add_layer(layers, placed->span, style_of_mark(placed, kind), RANK_MARK);
	}
}

static void add_hits(struct layers *layers, const struct scene *scene)
{
	struct span hits[HITS_MAX];
	size_t count = scene->find ? find_in(scene->find, layers->row, hits, HITS_MAX) : 0;

	add_layer(layers, scene->hit, STYLE_HIT_NOW, RANK_HIT_NOW);
	for (size_t n = 0; n < count; n++)
		add_layer(layers, hits[n], STYLE_HIT, RANK_HIT);
}

static void collect(struct layers *layers, const struct scene *scene, struct span row)
{
	layers->row = row;
	layers->count = 0;
	if (scene->focus.what != FOCUS_NONE)
		add_layer(layers, scene->focus.span, STYLE_FOCUS, RANK_FOCUS);
	add_layer(layers, scene->selection, STYLE_SELECTION, RANK_SELECTION);
	add_marks(layers, scene);
	add_hits(layers, scene);
	add_offers(layers, scene);
}

static bool above(const struct layer *a, const struct layer *b)
{
	if (a->rank != b->rank)
		return a->rank > b->rank;
	return span_length(a->span) < span_length(b->span);
}

static const struct layer *topmost(const struct layers *layers, size_t at)
{
	const struct layer *top = NULL;

	for (size_t n = 0; n < layers->count; n++) {
		const struct layer *layer = &layers->items[n];

		if (span_holds(layer->span, at) && (!top || above(layer, top)))
			top = layer;
	}
	return top;
}

static enum style style_at(const struct layers *layers, const struct shown *shown, bool folded)
{
	const struct layer *top = topmost(layers, shown->source.start);

	if (top && (top->rank > RANK_SUGGESTION || !shown->token))
		return top->style;
	if (shown->token)
		return STYLE_TOKEN;
	return folded ? STYLE_UNFOLDED : STYLE_TEXT;
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
	struct hidden fold;
	bool folded = article_fold(scene->article, row->at, &fold);
	struct layers layers;
	struct shown shown;
	int column;

	collect(&layers, scene, row->span);
	while (layout_walk_next(&walk, &shown, &column)) {
		spot.column = line.column + column;
		park(canvas, scene, spot, shown.source.start);
		spot.column = canvas_put(canvas, spot, line.column + line.columns, &shown,
					 style_at(&layers, &shown, folded));
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

/* The letter of what begins on the row, and a + if there is more. */
static void paint_gutter(struct canvas *canvas, struct spot spot, const struct scene *scene,
			 struct span row)
{
	const struct article *article = scene->article;
	const struct placed_list *list = &article->placed;
	const struct placed *first = NULL;
	size_t begin = 0;
	int best = 4;

	for (size_t n = article_marks_from(article, row);
	     n < list->count && list->items[n].span.start < row.end; n++) {
		const struct placed *placed = &list->items[n];
		int order =
			gutter_order(article->marks.records.items[placed->record].mark.kind);

		if (!span_holds(row, placed->span.start) || !shows(scene, placed) || order > 3)
			continue;
		begin++;
		if (order < best) {
			best = order;
			first = placed;
		}
	}
	if (first) {
		char letters[3] = { mark_kinds[gutter_kinds[best]].letter,
				    begin > 1 ? '+' : '\0' };

		canvas_string(canvas, spot, spot.column + PAINT_GUTTER, letters,
			      style_of_mark(first, gutter_kinds[best]));
	}
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
	paint_gutter(canvas, gutter, scene, row->span);
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
