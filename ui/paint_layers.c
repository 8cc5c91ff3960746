/*
 * What lies over a row (marks, suggestions, hits, focus) is first collected as layers; a
 * cluster takes the style of the topmost layer that holds its first byte: of two of one rank
 * the shorter one, which is the inner one.
 *
 * Below all layers lies what was read before. Its words are dimmed from one change to the next,
 * blanks and all, so that few changes of style are sent; suggestions in it are dimmed with it,
 * while marks, hits and focus are what the reader did and stand out everywhere.
 */
#include "paint_layers.h"

#define HITS_MAX 64

enum { RANK_SUGGESTION, RANK_MARK, RANK_HIT, RANK_HIT_NOW, RANK_FOCUS, RANK_SELECTION };

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

enum style layers_mark(const struct placed *placed, enum mark_kind kind)
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

bool layers_show(const struct scene *scene, const struct placed *placed)
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

		if (layers_show(scene, placed))
			add_layer(layers, placed->span, layers_mark(placed, kind), RANK_MARK);
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

/* In an open fold all was read before, or is no part of the article. */
static void collect_known(struct layers *layers, const struct scene *scene, size_t at)
{
	struct hidden fold;
	size_t n;

	layers->edits = NULL;
	layers->edit = 0;
	layers->folded = article_fold(scene->article, at, &fold);
	if (article_near(scene->article, at, &n))
		layers->edits = article_edits(scene->article, n);
}

void layers_collect(struct layers *layers, const struct scene *scene, struct span row)
{
	layers->row = row;
	layers->count = 0;
	collect_known(layers, scene, row.start);
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

/* True if all of a cluster was there before. Places ascend from call to call. */
static bool is_old(struct layers *layers, struct span cluster)
{
	const struct fold_edits *edits = layers->edits;

	while (layers->edit < edits->count &&
	       edits->items[layers->edit].new.end <= cluster.start)
		layers->edit++;
	return layers->edit == edits->count ||
	       edits->items[layers->edit].new.start >= cluster.end;
}

/* How a suggestion, or what is none, looks in a near paragraph or an open fold. */
static const struct {
	enum style style, known, new;
} amid[] = {
	{ STYLE_SUGGEST_QUOTE, STYLE_KNOWN_QUOTE, STYLE_NEW_QUOTE },
	{ STYLE_SUGGEST_ENTITY, STYLE_KNOWN_ENTITY, STYLE_NEW_ENTITY },
	{ STYLE_SUGGEST_CLAIM, STYLE_KNOWN_CLAIM, STYLE_NEW_CLAIM },
	{ STYLE_TEXT, STYLE_KNOWN, STYLE_NEW },
};

static enum style amid_known(struct layers *layers, struct span cluster, enum style style)
{
	const bool near = layers->edits && !layers->edits->too_long;
	size_t n = 0;

	if (!near && !layers->folded)
		return style;
	while (amid[n].style != style)
		n++;
	return !near || is_old(layers, cluster) ? amid[n].known : amid[n].new;
}

enum style layers_style(struct layers *layers, const struct shown *shown)
{
	const size_t at = shown->source.start;
	const struct layer *top = topmost(layers, at);
	enum style style = STYLE_TEXT;

	if (top && top->rank > RANK_SUGGESTION)
		return top->style;
	if (shown->token)
		return STYLE_TOKEN;
	if (top)
		style = top->style;
	return amid_known(layers, shown->source, style);
}
