/*
 * Writing: marks, dismissals, borders. Each acts only on what a frame has shown. Notes are in
 * act_note.c, undo in act_undo.c.
 */
#include "acts.h"
#include "viewer.h"

#include <stdlib.h>
#include <string.h>

const struct mark *mark_focused(const struct viewer *viewer)
{
	return &viewer->article->marks.records.items[viewer->focus.record].mark;
}

bool mark_is_own(struct viewer *viewer)
{
	const struct mark *mark = mark_focused(viewer);

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

/* The words of a speaker as a string; NULL if there is none. Owned by the caller. */
static char *speaker_words(const struct viewer *viewer)
{
	struct span speaker = viewer->focus.speaker;

	return span_empty(speaker) ? NULL
				   : strndup(viewer->article->text.bytes + speaker.start,
					     span_length(speaker));
}

/* An entity whose type nobody said is `other`. */
static enum mark_type type_for(enum mark_kind kind, enum mark_type type)
{
	return kind == MARK_ENTITY && type == TYPE_NONE ? TYPE_OTHER : type;
}

bool mark_make(struct viewer *viewer, struct edit_mark *mark, struct edit *edit)
{
	struct err err;

	if (!saving_ready(viewer, mark))
		return false;
	if (!edit_mark(viewer->article, mark, edit, &err)) {
		viewer_warn(viewer, &err);
		return false;
	}
	mark_written(viewer, edit, &err);
	return true;
}

bool mark_focus(struct viewer *viewer, enum mark_type type)
{
	struct edit_mark mark = { .kind = viewer->focus.kind,
				  .type = type_for(viewer->focus.kind, type),
				  .span = viewer->focus.span };
	struct edit edit;
	char *speaker;
	bool made;

	if (!viewer_may_write(viewer))
		return false;
	speaker = speaker_words(viewer);
	mark.name = speaker;
	made = mark_make(viewer, &mark, &edit);
	free(speaker);
	return made;
}

void mark_show(struct viewer *viewer, uint32_t record)
{
	struct focus focus = focus_on(viewer->article, record);

	viewer_select(viewer, (struct span){ 0, 0 });
	viewer->walk.kind = WALK_MARKS;
	viewer->walk.origin = focus.span.start;
	viewer_focus(viewer, &focus);
}

bool mark_selection(struct viewer *viewer, enum mark_kind kind, enum mark_type type)
{
	struct edit_mark mark = { .kind = kind,
				  .type = type_for(kind, type),
				  .span = viewer->selection };
	struct edit edit;

	if (!viewer_may_write(viewer) || !mark_make(viewer, &mark, &edit))
		return false;
	if (!viewer->message.warning)
		viewer_say(viewer, edit.existed ? "that mark is there already" : "saved");
	mark_show(viewer, edit.record);
	return true;
}

static bool change(struct viewer *viewer, const struct edit_change *what)
{
	struct edit edit;
	struct err err;

	if (!mark_is_own(viewer) || !viewer_may_write(viewer))
		return false;
	if (!edit_change(viewer->article, mark_focused(viewer)->id, what, &edit, &err)) {
		viewer_warn(viewer, &err);
		return false;
	}
	mark_written(viewer, &edit, &err);
	return true;
}

bool mark_retype(struct viewer *viewer, enum mark_type type)
{
	return change(viewer,
		      &(struct edit_change){ .type = type, .span = viewer->focus.span });
}

/* ---- x ---- */

static void dismiss(struct viewer *viewer)
{
	struct edit_mark mark = { .kind = MARK_DISMISSED,
				  .of = viewer->focus.kind,
				  .type = viewer->focus.type,
				  .span = viewer->focus.born };
	struct edit edit;

	if (mark_make(viewer, &mark, &edit))
		walk_on(viewer, edit.saved ? "dismissed" : "unsaved");
}

static void delete (struct viewer *viewer)
{
	struct edit edit;
	struct err err;

	if (!mark_is_own(viewer))
		return;
	if (!edit_delete(viewer->article, mark_focused(viewer)->id, &edit, &err)) {
		viewer_warn(viewer, &err);
		return;
	}
	mark_written(viewer, &edit, &err);
	walk_on(viewer, edit.saved ? "deleted" : "unsaved");
}

void act_no(struct viewer *viewer, struct press press)
{
	if (press.count)
		viewer_say(viewer, "a count means nothing before this key");
	else if (viewer->focus.what == FOCUS_NONE)
		viewer_say(viewer, "nothing is in focus: s e c find a suggestion, ] a mark");
	else if (!viewer_may_write(viewer))
		return;
	else if (viewer->focus.what == FOCUS_SUGGESTION)
		dismiss(viewer);
	else
		delete (viewer);
}

/* ---- borders ---- */

/* The span with one border moved; the other one is never crossed. */
static struct span moved(const struct viewer *viewer, struct span span, int which)
{
	const struct text *text = &viewer->article->text;
	int direction = which == BORDER_START_LEFT || which == BORDER_END_LEFT ? -1 : +1;

	if (which == BORDER_START_LEFT || which == BORDER_START_RIGHT) {
		size_t start = border_step(text, (struct span){ 0, span.end }, BORDER_START,
					   span.start, direction);

		span.start = start < span.end ? start : span.start;
	} else {
		size_t end = border_step(text, (struct span){ span.start, text->len },
					 BORDER_END, span.end, direction);

		span.end = end > span.start ? end : span.end;
	}
	return span;
}

static void move_mark(struct viewer *viewer, struct span span)
{
	struct edit_change what = { .type = viewer->focus.type, .span = span };
	uint32_t record = viewer->focus.record;
	struct focus focus;

	if (!change(viewer, &what))
		return;
	focus = focus_on(viewer->article, record);
	viewer_focus(viewer, &focus);
	if (!viewer->message.warning)
		viewer_say(viewer, "saved");
}

void act_border(struct viewer *viewer, struct press press)
{
	struct focus focus = viewer->focus;

	if (!span_empty(viewer->selection)) {
		viewer_select(viewer, moved(viewer, viewer->selection, press.argument));
		return;
	}
	if (focus.what == FOCUS_NONE) {
		viewer_say(viewer, "nothing is in focus whose borders could move");
		return;
	}
	focus.span = moved(viewer, focus.span, press.argument);
	if (focus.what == FOCUS_MARK)
		move_mark(viewer, focus.span);
	else
		viewer_focus(viewer, &focus);
}
