#include "marking.h"

bool mark_is_own(struct viewer *viewer)
{
	const struct mark *mark = viewer_mark(viewer);

	if (article_owns(viewer->article, mark))
		return true;
	viewer_say(viewer, "this is a mark of %s: only its maker changes it",
		   *mark->creator ? mark->creator : "somebody else");
	return false;
}

/* Saved, but not where a person would look for it. */
static void tell_elsewhere(struct viewer *viewer)
{
	const struct journal *journal = &viewer->article->journal;

	viewer->told_elsewhere = true;
	viewer_say(viewer, "saved in %.80s/sidecars: %.150s", journal->state,
		   journal->trouble.text);
	viewer->message.warning = true;
}

void mark_written(struct viewer *viewer, const struct edit *edit, const struct err *err)
{
	viewer->marked = true;
	viewer->beginner = false;
	viewer->undo_asked = false;
	viewer->asked = false;
	if (!edit->saved) {
		viewer_say(viewer, "unsaved: %s", err->text);
		viewer->message.warning = true;
	} else if (journal_elsewhere(&viewer->article->journal) && !viewer->told_elsewhere) {
		tell_elsewhere(viewer);
	}
	viewer_refill(viewer);
}

bool mark_write(struct viewer *viewer, const struct edit_mark *mark, struct edit *edit)
{
	struct err err;

	if (!edit_mark(viewer->article, mark, edit, &err)) {
		viewer_warn(viewer, &err);
		return false;
	}
	mark_written(viewer, edit, &err);
	return true;
}

void mark_show(struct viewer *viewer, uint32_t record)
{
	struct focus focus = focus_on(viewer->article, record);

	viewer_select(viewer, (struct span){ 0, 0 });
	viewer->walk.kind = WALK_MARKS;
	viewer->walk.origin = focus.span.start;
	viewer_focus(viewer, &focus);
}
