/*
 * What lies over the words of one row, and below them: which style a cluster takes.
 *
 *	layers_collect(&layers, scene, row->span);
 *	while (layout_walk_next(&walk, &shown, &column))
 *		style = layers_style(&layers, &shown);
 */
#ifndef PAINT_LAYERS_H
#define PAINT_LAYERS_H

#include "paint_text.h"

/* More layers than these on one row are left out: the innermost could not be told apart. */
#define LAYERS_MAX 128

struct layer {
	struct span span;
	enum style style;
	int rank; /* the higher lies above */
};

struct layers {
	struct span row;
	bool folded;			/* the row is one of an open fold */
	const struct fold_edits *edits; /* of a near paragraph, else NULL: borrowed */
	size_t edit;			/* the next that may hold what is asked for */
	size_t count;
	struct layer items[LAYERS_MAX];
};

/* Of the row that holds the bytes `row`. Good until another row is collected. */
void layers_collect(struct layers *layers, const struct scene *scene, struct span row);

/* The style of something shown on the row; what is asked for comes in reading order. */
enum style layers_style(struct layers *layers, const struct shown *shown);

/* True if a placed record shows: dismissals don't, and `t` may hide others' marks. */
bool layers_show(const struct scene *scene, const struct placed *placed);

/* How such a record looks. */
enum style layers_mark(const struct placed *placed, enum mark_kind kind);

#endif
