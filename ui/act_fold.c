/*
 * Folds, explanations, and what of the suggestions is shown.
 */
#include "acts.h"
#include "pane_card.h"
#include "pane_fold.h"
#include "viewer.h"

/* The nth fold of the text, from 1. */
static bool nth_fold(const struct viewer *viewer, long nth, struct hidden *fold)
{
	const struct article *article = viewer->article;
	size_t n = article->folds.own;

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

/* The place, then the rows behind it on the screen: the next after `at`; false at the end. */
static bool next_place(const struct viewer *viewer, size_t *at)
{
	for (size_t n = 0; n < viewer->view.count; n++) {
		if (viewer->view.items[n].at > *at) {
			*at = viewer->view.items[n].at;
			return true;
		}
	}
	return false;
}

/* The fold that holds the place, else the next on the screen. */
static bool fold_here(const struct viewer *viewer, struct hidden *fold)
{
	size_t at = viewer_place(viewer);

	do {
		if (article_fold(viewer->article, at, fold))
			return true;
	} while (next_place(viewer, &at));
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

/* The same, or a paragraph that repeats with a change, whichever comes first. */
static bool why_here(struct viewer *viewer)
{
	size_t at = viewer_place(viewer), n;
	struct hidden fold;

	do {
		if (article_fold(viewer->article, at, &fold)) {
			pane_why_fold(&viewer->pane, viewer->article, &fold, viewer->columns);
			return true;
		}
		if (article_near(viewer->article, at, &n)) {
			pane_why_near(&viewer->pane, viewer->article, n, viewer->columns);
			return true;
		}
	} while (next_place(viewer, &at));
	return false;
}

void act_why(struct viewer *viewer, struct press press)
{
	(void)press;
	if (viewer->focus.what == FOCUS_MARK)
		pane_card(&viewer->pane, viewer->article, viewer->focus.record,
			  viewer->columns);
	else if (viewer->focus.what == FOCUS_SUGGESTION)
		pane_why_focus(&viewer->pane, viewer->article, &viewer->focus, viewer->columns);
	else if (!why_here(viewer)) {
		viewer_say(viewer, "nothing to explain here: no focus, no fold, no repeat");
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
