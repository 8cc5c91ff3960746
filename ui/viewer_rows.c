/*
 * What of the text is on the screen, and what opens so that it can be seen.
 */
#include "viewer_state.h"

/* A focus lives while it stays on the screen and no fold hides it. */
static void keep_focus(struct viewer *viewer)
{
	struct hidden hidden;
	struct span screen = view_span(&viewer->view);

	if (viewer->focus.what == FOCUS_NONE)
		return;
	if (!span_overlaps(screen, viewer->focus.span) ||
	    article_hidden(viewer->article, viewer->focus.span.start, &hidden))
		viewer_unfocus(viewer);
}

void viewer_refill(struct viewer *viewer)
{
	struct err err;
	bool filled = view_fill(&viewer->view, &err);

	if (filled && article_linger_on(viewer->article, view_span(&viewer->view)))
		filled = view_fill(&viewer->view, &err);
	if (!filled)
		viewer_warn(viewer, &err);
	keep_focus(viewer);
}

void viewer_jumped(struct viewer *viewer, size_t from)
{
	if (!view_near(&viewer->view, from, viewer->view.top))
		viewer->bookmarks.back = from;
	viewer_refill(viewer);
}

void viewer_go(struct viewer *viewer, size_t at)
{
	size_t from = viewer->view.top;

	view_jump(&viewer->view, at);
	viewer_jumped(viewer, from);
}

void viewer_resize(struct viewer *viewer, int rows, int columns)
{
	struct area area = paint_column(columns, viewer->options.width);

	viewer->rows = rows;
	viewer->columns = columns;
	view_resize(&viewer->view, rows > 1 ? rows - 1 : 1, area.columns);
	pane_fit(&viewer->pane, columns);
	pane_scroll(&viewer->pane, 0, pane_rows(&viewer->pane, rows - 1));
	viewer_refill(viewer);
}

void viewer_unfold(struct viewer *viewer, struct span span)
{
	const struct folds *folds = &viewer->article->folds;
	size_t n = folds_at(folds, span.start);
	struct hidden hidden;
	struct err err;
	bool opened = false;

	for (n = n == FOLD_NONE ? folds->own : n;
	     n < folds->count && folds->items[n].span.start < span.end; n++) {
		if (!article_hidden(viewer->article, folds->items[n].span.start, &hidden) ||
		    !span_overlaps(hidden.span, span))
			continue;
		if (!article_toggle(viewer->article, &hidden, &err))
			viewer_warn(viewer, &err);
		opened = true;
	}
	if (opened)
		viewer_refill(viewer);
}

void viewer_select(struct viewer *viewer, struct span span)
{
	viewer->selection = span;
	viewer->shown = false;
	if (!span_empty(span))
		viewer_unfold(viewer, span);
}
