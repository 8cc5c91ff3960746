/*
 * What changes under the reader's eyes without a key: text that comes, lines that turn out to
 * repeat, searches and digests in slices, what others write.
 */
#include "viewer.h"

#include "acts.h"
#include "saving.h"

/* Bytes of text that one slice of background work looks at: a few milliseconds. */
#define SLICE ((size_t)256 << 10)

/* After work on folds, and before the rows are made anew: what stands there as text, and would
 * be hidden, stays until it leaves the screen. */
static void linger(struct viewer *viewer)
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

bool viewer_work(struct viewer *viewer)
{
	const struct article *article = viewer->article;
	const uint64_t generation = article->generation;
	const size_t fed = article->folds.count;
	bool more = article_work(viewer->article, view_span(&viewer->view).end, SLICE);
	const bool folded = article->generation != generation || article->folds.count != fed;

	if (folded)
		linger(viewer);
	if (viewer->saving.running)
		saving_slice(viewer);
	else if (viewer->search.running)
		find_slice(viewer);
	else if (viewer->finding && find_work(&viewer->find, SLICE * 4))
		more = true;
	if (folded)
		viewer_refill(viewer);
	return more || viewer->search.running || viewer->saving.running;
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

/* Another program may have moved or deleted the mark in focus. */
static void refresh_focus(struct viewer *viewer)
{
	struct focus focus;

	if (viewer->focus.what != FOCUS_MARK)
		return;
	focus = focus_on(viewer->article, viewer->focus.record);
	if (focus.what == FOCUS_NONE || !span_equal(focus.span, viewer->focus.span))
		viewer_focus(viewer, &focus);
}

static void tell_fate(struct viewer *viewer)
{
	static const char *const words[] = {
		[TEXT_CHANGED] = "the file changed on disk: this is what it was",
		[TEXT_CUT] = "the file was cut short on disk: its end is gone",
		[TEXT_GONE] = "the file is gone from the disk: this is what it was",
	};
	enum text_fate fate = viewer->article->path
				      ? text_fate(&viewer->article->text, viewer->article->path)
				      : TEXT_SAME;

	/* What was read into memory is whole, whatever became of the file. */
	if (fate == TEXT_CUT && !viewer->article->text.mapped)
		fate = TEXT_CHANGED;
	if (fate != TEXT_SAME && fate != viewer->fate) {
		viewer_say(viewer, "%s", words[fate]);
		viewer->message.warning = true;
	}
	viewer->fate = fate;
}

void viewer_poll(struct viewer *viewer)
{
	bool unsaved = journal_unsaved(&viewer->article->journal);
	struct err err;

	if (article_poll(viewer->article, &err)) {
		viewer_follow(viewer);
		refresh_focus(viewer);
		viewer_refill(viewer);
	}
	if (unsaved && !journal_unsaved(&viewer->article->journal))
		viewer_say(viewer, "saved: what was unsaved is on the disk now");
	if (err.kind != ERR_NONE)
		viewer_warn(viewer, &err);
	tell_fate(viewer);
}
