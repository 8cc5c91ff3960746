#include "viewer_state.h"

#include <stdarg.h>
#include <stdio.h>

void viewer_say(struct viewer *viewer, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(viewer->message.words, sizeof viewer->message.words, format, args);
	va_end(args);
	viewer->message.warning = false;
}

void viewer_warn(struct viewer *viewer, const struct err *err)
{
	viewer_say(viewer, "%s", err->text);
	viewer->message.warning = true;
}

const struct mark *viewer_mark(const struct viewer *viewer)
{
	return &viewer->article->marks.records.items[viewer->focus.record].mark;
}

void viewer_focus(struct viewer *viewer, const struct focus *focus)
{
	viewer->focus = *focus;
	viewer->shown = false;
	if (focus->what == FOCUS_NONE)
		return;
	viewer->place = focus->span.start;
	viewer->remembered = true;
	if (focus->what == FOCUS_MARK)
		snprintf(viewer->focus_id, sizeof viewer->focus_id, "%s",
			 viewer_mark(viewer)->id);
}

void viewer_unfocus(struct viewer *viewer)
{
	viewer_focus(viewer, &(struct focus){ .what = FOCUS_NONE });
}

size_t viewer_place(const struct viewer *viewer)
{
	if (viewer->focus.what != FOCUS_NONE)
		return viewer->focus.span.start;
	if (viewer->remembered && span_holds(view_span(&viewer->view), viewer->place))
		return viewer->place;
	return viewer->view.top;
}

bool viewer_may_write(struct viewer *viewer)
{
	if (viewer->shown)
		return true;
	viewer->dropped++;
	viewer_say(viewer,
		   viewer->dropped == 1
			   ? "%u key dropped: it came before its focus was shown"
			   : "%u keys dropped: they came before their focus was shown",
		   viewer->dropped);
	return false;
}

void viewer_pane(struct viewer *viewer, bool open)
{
	viewer->hand = open ? HAND_PANE : HAND_READ;
	viewer->told = (struct told){ .of = 0 };
	/* What a pane covers was not shown: a key that writes wants a frame without it. */
	viewer->shown = false;
}

/* A focus on a mark goes with it where lines that came in gave records other indexes. */
static void follow_focus(struct viewer *viewer)
{
	const struct marks *marks = &viewer->article->marks;
	const struct mark_record *record;
	struct focus focus = { .what = FOCUS_NONE };

	if (viewer->focus.what != FOCUS_MARK)
		return;
	record = marks_find(marks, viewer->focus_id);
	if (record)
		focus = focus_on(viewer->article, (uint32_t)(record - marks->records.items));
	viewer_focus(viewer, &focus);
}

void viewer_follow(struct viewer *viewer)
{
	const struct marks *marks = &viewer->article->marks;
	size_t before = viewer->records;

	viewer->records = marks->records.count;
	if (viewer->cleared == marks->cleared)
		return;
	viewer->cleared = marks->cleared;
	follow_focus(viewer);
	if (viewer->records >= before)
		return;
	viewer_say(viewer, "the sidecar was removed or replaced on the disk: marks are gone");
	viewer->message.warning = true;
}

bool viewer_growing(const struct viewer *viewer)
{
	return viewer->article->text.growing;
}

void viewer_remark(void *to, const char *sentence)
{
	struct viewer *viewer = to;

	snprintf(viewer->remark, sizeof viewer->remark, "%s", sentence);
}
