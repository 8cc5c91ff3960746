/*
 * Writing: marks, dismissals, borders. Each acts only on what a frame has shown. A kind key
 * that takes nothing goes to what it could take. Notes are in act_note.c, undo in act_undo.c.
 */
#include "acts.h"
#include "marking.h"
#include "saving.h"
#include "walking.h"

#include <stdlib.h>
#include <string.h>

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

static bool take_focus(struct viewer *viewer, enum mark_type type)
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
	made = saving_make(viewer, &mark, &edit);
	free(speaker);
	return made;
}

static bool take_selection(struct viewer *viewer, enum mark_kind kind, enum mark_type type)
{
	struct edit_mark mark = { .kind = kind,
				  .type = type_for(kind, type),
				  .span = viewer->selection };
	struct edit edit;

	if (!viewer_may_write(viewer) || !saving_make(viewer, &mark, &edit))
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
	if (!edit_change(viewer->article, viewer_mark(viewer)->id, what, &edit, &err)) {
		viewer_warn(viewer, &err);
		return false;
	}
	mark_written(viewer, &edit, &err);
	return true;
}

static bool retype(struct viewer *viewer, enum mark_type type)
{
	return change(viewer,
		      &(struct edit_change){ .type = type, .span = viewer->focus.span });
}

/* ---- kinds and types ---- */

void act_kind(struct viewer *viewer, struct press press)
{
	enum mark_kind kind = (enum mark_kind)press.argument;
	bool focused = viewer->focus.what == FOCUS_SUGGESTION && viewer->focus.kind == kind;

	if (!span_empty(viewer->selection))
		take_selection(viewer, kind, kind == MARK_ENTITY ? TYPE_OTHER : TYPE_NONE);
	else if (press.count)
		walk_to_nth(viewer, kind, press.count);
	else if (!focused)
		walk_to_kind(viewer, kind);
	else if (take_focus(viewer, viewer->focus.type))
		walk_on(viewer, "saved");
}

void act_type(struct viewer *viewer, struct press press)
{
	enum mark_type type = (enum mark_type)press.argument;
	bool entity = viewer->focus.what != FOCUS_NONE && viewer->focus.kind == MARK_ENTITY;

	if (press.count)
		viewer_say(viewer, "a count means nothing before a type");
	else if (!span_empty(viewer->selection))
		take_selection(viewer, MARK_ENTITY, type);
	else if (!entity)
		walk_to_kind(viewer, MARK_ENTITY);
	else if (viewer->focus.what == FOCUS_MARK ? retype(viewer, type)
						  : take_focus(viewer, type))
		walk_on(viewer, "saved");
}

/* ---- x ---- */

static void dismiss(struct viewer *viewer)
{
	struct edit_mark mark = { .kind = MARK_DISMISSED,
				  .of = viewer->focus.kind,
				  .type = viewer->focus.type,
				  .span = viewer->focus.born };
	struct edit edit;

	if (saving_make(viewer, &mark, &edit))
		walk_on(viewer, edit.saved ? "dismissed" : "unsaved");
}

static void delete (struct viewer *viewer)
{
	struct edit edit;
	struct err err;

	if (!mark_is_own(viewer))
		return;
	if (!edit_delete(viewer->article, viewer_mark(viewer)->id, &edit, &err)) {
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
