/*
 * Undo and redo, and showing what came back.
 */
#include "acts.h"
#include "walking.h"

/* Focuses what came back; where something went, shows where it was. */
static void show_undone(struct viewer *viewer, const char *verb, const struct edit *edit)
{
	const struct mark_record *record = &viewer->article->marks.records.items[edit->record];
	const char *kind = mark_kinds[record->mark.kind].name;
	struct focus focus = focus_on(viewer->article, edit->record);
	size_t at;

	viewer_select(viewer, (struct span){ 0, 0 });
	if (focus.what != FOCUS_NONE && record->mark.kind != MARK_DISMISSED) {
		viewer->walk.kind = WALK_MARKS;
		walk_to(viewer, &focus);
		viewer_say(viewer, "%s: the %s is back as it was", verb, kind);
		return;
	}
	viewer_unfocus(viewer);
	if (record->mark.placed &&
	    text_offset(&viewer->article->text, (size_t)record->mark.start, &at)) {
		focus.span = (struct span){ at, at + 1 };
		walk_to(viewer, &focus);
	}
	viewer_say(viewer, "%s: the %s %s", verb, kind,
		   record->mark.deleted ? "is gone" : "is back");
}

/* One step; false where there is none, or it is to be asked for again. */
static bool undo_one(struct viewer *viewer, int direction)
{
	struct edit edit;
	struct err err;
	bool done;

	if (direction < 0 && !viewer->undo_asked && edit_undo_is_old(viewer->article)) {
		viewer->undo_asked = true;
		viewer_say(viewer, "here this session began: again undoes older steps");
		return false;
	}
	done = direction < 0 ? edit_undo(viewer->article, &edit, &err)
			     : edit_redo(viewer->article, &edit, &err);
	if (!done) {
		viewer_warn(viewer, &err);
		return false;
	}
	viewer_refill(viewer);
	show_undone(viewer, direction < 0 ? "undone" : "redone", &edit);
	if (!edit.saved)
		viewer_warn(viewer, &err);
	return true;
}

void act_undo(struct viewer *viewer, struct press press)
{
	long n = 0;

	while (n < (press.count ? press.count : 1) && undo_one(viewer, press.argument))
		n++;
	if (n && n < press.count && !viewer->undo_asked)
		viewer_say(viewer, "only %ld of %ld steps were there", n, press.count);
}
