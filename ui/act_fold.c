/*
 * Folds, explanations, and what of the suggestions is shown.
 */
#include "acts.h"
#include "pane_card.h"
#include "pane_fold.h"
#include "viewer_state.h"

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

/* Something of the screen that folding can explain: a fold, or a near paragraph. */
struct reason {
	bool near;
	struct hidden fold;
	size_t n;	  /* the near paragraph */
	struct span span; /* bytes */
};

static bool reason_at(const struct article *article, size_t at, struct reason *reason)
{
	reason->near = article_near(article, at, &reason->n);
	if (reason->near)
		reason->span = article->folds.items[reason->n].span;
	else if (article_fold(article, at, &reason->fold))
		reason->span = reason->fold.span;
	else
		return false;
	return true;
}

/* Goes over those on the screen, from the top. */
struct reason_walk {
	const struct viewer *viewer;
	size_t row; /* the next to be looked at */
	size_t end; /* of the last one that was found */
};

static bool reason_next(struct reason_walk *walk, struct reason *reason)
{
	const struct view *view = &walk->viewer->view;

	while (walk->row < view->count) {
		const size_t at = view->items[walk->row++].at;

		if (at >= walk->end && reason_at(walk->viewer->article, at, reason)) {
			walk->end = reason->span.end;
			return true;
		}
	}
	return false;
}

static bool nth_reason(const struct viewer *viewer, long nth, struct reason *reason)
{
	struct reason_walk walk = { .viewer = viewer };

	while (reason_next(&walk, reason))
		if (!--nth)
			return true;
	return false;
}

/* The first on the screen that begins at or behind `from`. */
static bool reason_from(const struct viewer *viewer, size_t from, struct reason *reason)
{
	struct reason_walk walk = { .viewer = viewer };

	while (reason_next(&walk, reason))
		if (reason->span.start >= from)
			return true;
	return false;
}

/* The one that holds the place, else the next on the screen. */
static bool reason_here(const struct viewer *viewer, struct reason *reason)
{
	const size_t place = viewer_place(viewer);

	return reason_at(viewer->article, place, reason) || reason_from(viewer, place, reason);
}

/* Counts those on the screen, and which of them this one is. */
static struct told told_of(const struct viewer *viewer, const struct reason *reason)
{
	struct reason_walk walk = { .viewer = viewer };
	struct told told = { .span = reason->span };
	struct reason other;

	while (reason_next(&walk, &other)) {
		told.of++;
		if (other.span.start <= reason->span.start)
			told.nth = told.of;
	}
	return told;
}

static void tell(struct viewer *viewer, const struct reason *reason)
{
	if (reason->near)
		pane_why_near(&viewer->pane, viewer->article, reason->n, viewer->columns);
	else
		pane_why_fold(&viewer->pane, viewer->article, &reason->fold, viewer->columns);
	viewer_pane(viewer, true);
	viewer->told = told_of(viewer, reason);
}

/* While a pane is open: the next reason takes the place of one; else the pane closes. */
static void tell_next(struct viewer *viewer)
{
	struct reason reason;

	if (viewer->told.of && reason_from(viewer, viewer->told.span.end, &reason))
		tell(viewer, &reason);
	else
		viewer_pane(viewer, false);
}

/* What the focus is, where it has nothing to do with folding. */
static bool tell_focus(struct viewer *viewer)
{
	struct reason reason;

	if (viewer->focus.what == FOCUS_NONE ||
	    reason_at(viewer->article, viewer->focus.span.start, &reason))
		return false;
	if (viewer->focus.what == FOCUS_MARK)
		pane_card(&viewer->pane, viewer->article, viewer->focus.record,
			  viewer->columns);
	else
		pane_why_focus(&viewer->pane, viewer->article, &viewer->focus, viewer->columns);
	viewer_pane(viewer, true);
	return true;
}

void act_why(struct viewer *viewer, struct press press)
{
	struct reason reason;

	if (press.count && nth_reason(viewer, press.count, &reason))
		tell(viewer, &reason);
	else if (press.count)
		viewer_say(viewer, "the screen has no such fold or repeat");
	else if (viewer->hand == HAND_PANE)
		tell_next(viewer);
	else if (tell_focus(viewer))
		return;
	else if (reason_here(viewer, &reason))
		tell(viewer, &reason);
	else
		viewer_say(viewer, "nothing to explain here: no focus, no fold, no repeat");
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
