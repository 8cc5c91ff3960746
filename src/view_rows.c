#include "view_rows.h"

#include <stdint.h>
#include <stdlib.h>

/*
 * About a screen of short paragraphs, since each motion passes over the screen's rows a
 * few times; few enough to be searched one by one.
 */
#define SLOTS 64

struct slot {
	struct layout_piece piece;
	struct layout_rows rows;
	int columns;   /* that it was laid out for; 0: nothing here */
	uint64_t used; /* when, on the cache's clock */
};

struct view_cache {
	struct slot slots[SLOTS];
	uint64_t clock;
};

struct view_cache *view_cache_new(void)
{
	return calloc(1, sizeof(struct view_cache));
}

void view_cache_free(struct view_cache *cache)
{
	if (!cache)
		return;
	for (size_t n = 0; n < SLOTS; n++)
		layout_rows_release(&cache->slots[n].rows);
	free(cache);
}

static struct slot *slot_holding(struct view_cache *cache, size_t at, int columns)
{
	for (size_t n = 0; n < SLOTS; n++) {
		struct slot *slot = &cache->slots[n];

		if (slot->columns == columns && slot->piece.span.start <= at &&
		    at < slot->piece.behind)
			return slot;
	}
	return NULL;
}

static struct slot *slot_oldest(struct view_cache *cache)
{
	struct slot *oldest = cache->slots;

	for (size_t n = 1; n < SLOTS; n++)
		if (cache->slots[n].used < oldest->used)
			oldest = &cache->slots[n];
	return oldest;
}

/* Lays out `piece` into the cache. NULL if there is no memory. */
static struct slot *slot_fill(const struct view *view, const struct layout_piece *piece,
			      struct err *err)
{
	struct slot *slot = slot_oldest(view->cache);

	slot->columns = 0;
	if (!layout_rows(&view->article->text, piece->span, view->columns, &slot->rows, err))
		return NULL;
	slot->piece = *piece;
	slot->columns = view->columns;
	return slot;
}

/* The last row that begins at or before `at`. */
static size_t row_holding(const struct layout_rows *rows, size_t at)
{
	size_t low = 0, high = rows->count;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;

		if (rows->items[middle].span.start <= at)
			low = middle;
		else
			high = middle;
	}
	return low;
}

static void row_of_text(const struct slot *slot, size_t at, struct view_row *row)
{
	size_t n = row_holding(&slot->rows, at);
	const struct layout_row *laid = &slot->rows.items[n];
	bool last = n + 1 == slot->rows.count;

	*row = (struct view_row){
		.kind = VIEW_TEXT,
		.at = laid->span.start,
		.behind = last ? slot->piece.behind : laid->span.end,
		.span = laid->span,
		.first = n == 0 && slot->piece.first,
		.hyphen = laid->hyphen,
		.columns = laid->columns,
	};
}

static void row_of_blank(const struct layout_piece *piece, struct view_row *row)
{
	*row = (struct view_row){
		.kind = VIEW_BLANK,
		.at = piece->span.start,
		.behind = piece->behind,
		.span = { piece->span.start, piece->span.start },
	};
}

static void row_of_fold(const struct hidden *fold, struct view_row *row)
{
	*row = (struct view_row){
		.kind = VIEW_FOLD,
		.at = fold->span.start,
		.behind = fold->span.end,
		.span = { fold->span.start, fold->span.start },
		.first = true,
		.fold = *fold,
	};
}

bool view_row_at(const struct view *view, size_t at, struct view_row *row, struct err *err)
{
	const struct article *article = view->article;
	struct layout_piece piece;
	struct hidden fold;
	struct slot *slot;

	if (at >= article->text.len)
		at = article->text.len - 1;
	if (article_hidden(article, at, &fold)) {
		row_of_fold(&fold, row);
		return true;
	}
	slot = slot_holding(view->cache, at, view->columns);
	if (!slot) {
		layout_piece_at(&article->text, article->mode, at, &piece);
		if (piece.blank) {
			row_of_blank(&piece, row);
			return true;
		}
		slot = slot_fill(view, &piece, err);
		if (!slot)
			return false;
	}
	slot->used = ++view->cache->clock;
	row_of_text(slot, at, row);
	return true;
}

size_t view_rows_down(const struct view *view, struct view_row *row, size_t most)
{
	struct err ignored;
	size_t moved = 0;

	while (moved < most && row->behind < view->article->text.len &&
	       view_row_at(view, row->behind, row, &ignored))
		moved++;
	return moved;
}

size_t view_rows_up(const struct view *view, struct view_row *row, size_t most)
{
	struct err ignored;
	size_t moved = 0;

	while (moved < most && row->at > 0 && view_row_at(view, row->at - 1, row, &ignored))
		moved++;
	return moved;
}
