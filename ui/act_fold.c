/*
 * Folds, explanations, and what of the suggestions is shown.
 */
#include "acts.h"
#include "pane_card.h"
#include "viewer.h"

/* The nth fold of the text, from 1. */
static bool nth_fold(const struct viewer *viewer, long nth, struct hidden *fold)
{
	const struct article *article = viewer->article;
	size_t n = 0;

	while (n < article->folds.settled) {
		if (!folds_hidden(&article->folds, n) ||
		    !article_fold(article, article->folds.items[n].span.start, fold)) {
			n++;
			continue;
		}
		if (!--nth)
			return true;
		n = fold->run.last + 1;
	}
	return false;
}

/* The fold that holds the place, else the next on the screen. */
static bool fold_here(const struct viewer *viewer, struct hidden *fold)
{
	size_t place = viewer_place(viewer);

	if (article_fold(viewer->article, place, fold))
		return true;
	for (size_t n = 0; n < viewer->view.count; n++) {
		const struct view_row *row = &viewer->view.items[n];

		if (row->at >= place && article_fold(viewer->article, row->at, fold))
			return true;
	}
	return false;
}

void act_fold(struct viewer *viewer, struct press press)
{
	struct hidden fold;
	struct err err;

	if (press.count ? !nth_fold(viewer, press.count, &fold) : !fold_here(viewer, &fold)) {
		viewer_say(viewer,
			   press.count ? "there is no such fold" : "no fold on the screen");
		return;
	}
	if (!article_linger_end(viewer->article, fold.span) &&
	    !article_toggle(viewer->article, &fold, &err))
		viewer_warn(viewer, &err);
	if (press.count)
		view_show(&viewer->view, fold.span);
	viewer_refill(viewer);
}

void act_fold_all(struct viewer *viewer, struct press press)
{
	(void)press;
	article_toggle_all(viewer->article);
	viewer_refill(viewer);
	viewer_say(viewer, viewer->article->toggled.open ? "all folds are open"
							 : "all folds are closed");
}

void act_why(struct viewer *viewer, struct press press)
{
	struct hidden fold;

	(void)press;
	if (viewer->focus.what == FOCUS_MARK)
		pane_card(&viewer->pane, viewer->article, viewer->focus.record,
			  viewer->columns);
	else if (viewer->focus.what == FOCUS_SUGGESTION)
		pane_why_focus(&viewer->pane, viewer->article, &viewer->focus, viewer->columns);
	else if (fold_here(viewer, &fold))
		pane_why_fold(&viewer->pane, viewer->article, &fold, viewer->columns);
	else {
		viewer_say(viewer, "nothing to explain here: no focus, no fold");
		return;
	}
	viewer_pane(viewer, true);
}

void act_show(struct viewer *viewer, struct press press)
{
	static const char *const words[] = { "suggestions: all", "suggestions: none",
					     "your own marks only" };

	(void)press;
	viewer->walk.shown = (viewer->walk.shown + 1) % 3;
	viewer_say(viewer, "%s", words[viewer->walk.shown]);
	if (viewer->focus.what == FOCUS_SUGGESTION && viewer->walk.shown != SHOW_ALL)
		viewer_unfocus(viewer);
	if (viewer->focus.what == FOCUS_MARK && viewer->walk.shown == SHOW_OWN &&
	    !article_owns(viewer->article,
			  &viewer->article->marks.records.items[viewer->focus.record].mark))
		viewer_unfocus(viewer);
}
