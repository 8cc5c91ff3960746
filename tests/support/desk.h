/*
 * A view over an article of hand-made folds, and a model of it that keeps all rows.
 */
#ifndef TESTS_DESK_H
#define TESTS_DESK_H

#include "buf.h"
#include "view.h"

/* All rows of the text, found by going through it once. */
struct model {
	struct view_row *items;
	size_t count, capacity;
};

struct desk {
	struct buf bytes; /* what the text is to be, until desk_open() */
	struct article article;
	struct view view;
	struct model model; /* see desk_model() */
};

/* A desk that holds "line 001" and so on, and one that holds `string`. */
struct desk desk_numbered(size_t lines);
struct desk desk_with(const char *string);

/* Opens a view of that size, of lines unless another mode was set. The desk must hold still
 * until it is closed. */
void desk_open(struct desk *desk, int rows, int columns);
void desk_close(struct desk *desk);

/* Fills the view anew. */
void desk_fill(struct desk *desk);

/* Closes folds over the paragraphs whose place in `states` is an x; one place each. */
void desk_fold(struct desk *desk, const char *states);

/* Makes the model anew, for the view's width and the folds as they are now. */
void desk_model(struct desk *desk);

/* The row of the model that holds byte `at`. */
size_t desk_row(const struct desk *desk, size_t at);

/* What is on the screen: 't' a row of text, 'p' the first of a paragraph, '-' blank, 'f' fold.
 * Valid until the next call. */
const char *desk_kinds(struct desk *desk);

#endif
