/*
 * The rows of a view's text, one at a time, in either direction.
 *
 * A row is found from any byte in it, so the row below is the one that holds byte
 * row.behind, and the row above the one that holds byte row.at - 1. The paragraphs
 * that were laid out last are remembered, so that walking within one is cheap.
 */
#ifndef VIEW_ROWS_H
#define VIEW_ROWS_H

#include "view.h"

/* NULL if there is no memory. */
MUST_USE struct view_cache *view_cache_new(void);
void view_cache_free(struct view_cache *cache);

/*
 * The row that holds byte `at`; behind the text's end the last one. The text must not be
 * empty. Fails only with ERR_MEMORY. Cost: at worst that of laying out one piece.
 */
MUST_USE bool view_row_at(const struct view *view, size_t at, struct view_row *row,
			  struct err *err);

/* Moves `row` down (up) by at most `most` rows, and returns by how many: fewer at an end. */
size_t view_rows_down(const struct view *view, struct view_row *row, size_t most);
size_t view_rows_up(const struct view *view, struct view_row *row, size_t most);

#endif
