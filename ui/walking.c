#include "walking.h"

#include <stdio.h>

/* The name of the binding that goes on in a walk. */
static const char *walk_binding(const struct walk *walk)
{
	static const char *const kinds[MARK_KINDS] = {
		[MARK_QUOTE] = "quote", [MARK_ENTITY] = "entity", [MARK_CLAIM] = "claim"
	};

	if (walk->kind == WALK_KIND)
		return kinds[walk->of];
	return walk->kind == WALK_MARKS ? "next-mark" : "next";
}

/* What a walk's stops are called, one or several. */
static const char *walk_noun(const struct walk *walk, bool plural)
{
	if (walk->kind == WALK_KIND)
		return plural ? mark_kinds[walk->of].plural : mark_kinds[walk->of].name;
	if (walk->kind == WALK_MARKS)
		return plural ? "marks" : "mark";
	return plural ? "suggestions" : "suggestion";
}

/* Says what the same key will do, and remembers that it was said. */
static void promise(struct viewer *viewer, enum pending_what what, int direction,
		    const char *done)
{
	const struct walk *walk = &viewer->walk;
	const char *binding = direction > 0		 ? walk_binding(walk)
			      : walk->kind == WALK_MARKS ? "previous-mark"
							 : "previous";
	char key[KEYS_NAME];

	keymap_hint(&viewer->keymap, binding, key);
	viewer->pending = (struct pending){ what, walk->kind, walk->of, direction };
	if (what == PENDING_BELOW)
		viewer_say(viewer, "%s%snext %s below: %s", done, *done ? " · " : "",
			   walk_noun(walk, false), key);
	else
		viewer_say(viewer, "%s%sno more %s: %s begins at the %s", done,
			   *done ? " · " : "", walk_noun(walk, true), key,
			   direction > 0 ? "top" : "end");
}

/* True if the same key said before what it does now. */
static bool promised(const struct viewer *viewer, enum pending_what what, enum walk_kind walk,
		     enum mark_kind of, int direction)
{
	const struct pending *said = &viewer->said;

	return said->what == what && said->walk == walk &&
	       (walk != WALK_KIND || said->of == of) && said->direction == direction;
}

void walk_to(struct viewer *viewer, const struct focus *stop)
{
	viewer_unfold(viewer, stop->span);
	viewer_refill(viewer);
	if (!view_shows(&viewer->view, stop->span)) {
		size_t from = viewer->view.top;

		viewer->focus.what = FOCUS_NONE;
		view_jump(&viewer->view, stop->span.start);
		view_scroll(&viewer->view, -(viewer->view.rows / 3));
		viewer_jumped(viewer, from);
	}
	viewer_focus(viewer, stop);
}

static bool find_stop(struct viewer *viewer, int direction, struct focus *stop)
{
	return direction > 0 ? walk_next(viewer->article, &viewer->walk, &viewer->focus,
					 viewer_place(viewer), stop)
			     : walk_previous(viewer->article, &viewer->walk, &viewer->focus,
					     viewer_place(viewer), stop);
}

/* The walk's first stop from the top, or its last from the end. */
static bool find_outermost(struct viewer *viewer, int direction, struct focus *stop)
{
	static const struct focus nothing = { .what = FOCUS_NONE };

	viewer->walk.origin = 0;
	return direction > 0 ? walk_next(viewer->article, &viewer->walk, &nothing, 0, stop)
			     : walk_previous(viewer->article, &viewer->walk, &nothing,
					     viewer->article->text.len, stop);
}

/* There is no stop further on: says so, or that there is none at all, as far as walks look. */
static void say_end(struct viewer *viewer, int direction, const char *done)
{
	const struct article *article = viewer->article;
	struct walk walk = viewer->walk;
	bool all = walk_sees_all(article, &walk, viewer_place(viewer), direction);
	struct focus stop;

	if (all && find_outermost(viewer, direction, &stop)) {
		viewer->walk = walk;
		promise(viewer, PENDING_TOP, direction, done);
		return;
	}
	viewer->walk = walk;
	all &= walk_sees_all(article, &walk, direction > 0 ? 0 : article->text.len, direction);
	viewer_say(viewer, "%s%s%s%s", done, *done ? " · no more " : "no ",
		   walk_noun(&walk, true), all ? "" : " within 4 MiB");
}

static void begin_walk(struct viewer *viewer, enum walk_kind kind, enum mark_kind of)
{
	viewer->walk.kind = kind;
	viewer->walk.of = of;
	viewer->walk.origin = viewer_place(viewer);
}

/* A walk is how the focus was reached: a key that left the focus alone leaves its walk, too. */
static void keep_walk(struct viewer *viewer, const struct walk *walk, const struct focus *focus)
{
	if (focus->what != FOCUS_NONE && viewer->focus.what == focus->what &&
	    viewer->focus.kind == focus->kind && span_equal(viewer->focus.span, focus->span))
		viewer->walk = *walk;
}

void walk_to_kind(struct viewer *viewer, enum mark_kind kind)
{
	bool below = promised(viewer, PENDING_BELOW, WALK_KIND, kind, +1);
	bool top = promised(viewer, PENDING_TOP, WALK_KIND, kind, +1);
	const struct walk walk = viewer->walk;
	const struct focus focus = viewer->focus;
	struct focus stop;

	if ((!below && !top) || walk.kind != WALK_KIND || walk.of != kind)
		begin_walk(viewer, WALK_KIND, kind);
	if (top ? !find_outermost(viewer, +1, &stop) : !find_stop(viewer, +1, &stop))
		say_end(viewer, +1, "");
	else if (below || top || view_shows(&viewer->view, stop.span))
		walk_to(viewer, &stop);
	else
		promise(viewer, PENDING_BELOW, +1, "");
	keep_walk(viewer, &walk, &focus);
}

void walk_to_nth(struct viewer *viewer, enum mark_kind kind, long nth)
{
	struct focus stop = viewer->focus, next;
	long found = 0;

	begin_walk(viewer, WALK_KIND, kind);
	while (found < nth &&
	       walk_next(viewer->article, &viewer->walk, &stop, viewer_place(viewer), &next)) {
		stop = next;
		found++;
	}
	if (found == nth)
		walk_to(viewer, &stop);
	else
		viewer_say(viewer, "only %ld %s from here", found,
			   found == 1 ? mark_kinds[kind].name : mark_kinds[kind].plural);
}

/* Goes and scrolls at once, with a count over several stops. */
static void step(struct viewer *viewer, int direction, long count)
{
	struct focus stop;
	bool top = promised(viewer, PENDING_TOP, viewer->walk.kind, viewer->walk.of, direction);

	for (long n = 0; n < (count ? count : 1); n++) {
		if (top && !n ? !find_outermost(viewer, direction, &stop)
			      : !find_stop(viewer, direction, &stop)) {
			say_end(viewer, direction, "");
			return;
		}
		walk_to(viewer, &stop);
	}
}

void walk_step(struct viewer *viewer, int direction, long count)
{
	bool goes_on = viewer->focus.what != FOCUS_NONE && viewer->walk.kind != WALK_NONE;

	if (!goes_on && !promised(viewer, PENDING_TOP, WALK_ALL, viewer->walk.of, direction))
		begin_walk(viewer, WALK_ALL, viewer->walk.of);
	step(viewer, direction, count);
}

void walk_marks(struct viewer *viewer, int direction, long count)
{
	const struct walk walk = viewer->walk;
	const struct focus focus = viewer->focus;

	if (viewer->walk.kind != WALK_MARKS)
		begin_walk(viewer, WALK_MARKS, viewer->walk.of);
	step(viewer, direction, count);
	keep_walk(viewer, &walk, &focus);
}

void walk_on(struct viewer *viewer, const char *done)
{
	struct message trouble = viewer->message;
	struct focus next;

	if (viewer->walk.kind == WALK_NONE) {
		viewer_unfocus(viewer);
		viewer_say(viewer, "%s", done);
	} else if (!find_stop(viewer, +1, &next)) {
		viewer_unfocus(viewer);
		say_end(viewer, +1, done);
	} else if (view_shows(&viewer->view, next.span)) {
		viewer_focus(viewer, &next);
		viewer_say(viewer, "%s", done);
	} else {
		viewer_unfocus(viewer);
		promise(viewer, PENDING_BELOW, +1, done);
	}
	/* That a mark is unsaved matters more than where the next one stands. */
	if (trouble.warning)
		viewer->message = trouble;
}
