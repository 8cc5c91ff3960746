/*
 * What changes under the reader's eyes: text that comes, lines that turn out to repeat.
 */
#include "viewer.h"

void viewer_linger(struct viewer *viewer)
{
	const struct article *article = viewer->article;
	struct hidden hidden;
	struct err err;

	for (size_t i = 0; i < viewer->view.count; i++) {
		const struct view_row *row = &viewer->view.items[i];
		const struct fold_paragraph *it;

		if (row->kind == VIEW_FOLD || !article_hidden(article, row->at, &hidden))
			continue;
		it = &article->folds.items[folds_at(&article->folds, row->at)];
		if (!article_linger(
			    viewer->article,
			    (struct span){ it->span.start,
					   paragraph_behind(&article->text, it->span.end) },
			    &err))
			viewer_warn(viewer, &err);
	}
}

bool viewer_growing(const struct viewer *viewer)
{
	return viewer->article->text.growing;
}

void viewer_grow(struct viewer *viewer)
{
	struct err err;

	if (!article_grow(viewer->article, &err))
		viewer_warn(viewer, &err);
	if (viewer->finding)
		find_grown(&viewer->find);
	viewer_refill(viewer);
}
