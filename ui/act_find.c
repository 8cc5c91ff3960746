/*
 * Searching. A search looks for its next hit in slices, so that keys are answered meanwhile.
 */
#include "acts.h"
#include "prompt.h"
#include "viewer_state.h"

#include <string.h>

/* Bytes that one slice looks through: a few milliseconds. */
#define SLICE ((size_t)1 << 20)
/* Hits that one slice passes, where a count asks for the nth. */
#define HITS 1000

/* A hit was found: it goes to the top, its fold opens. */
static void arrive(struct viewer *viewer, struct span hit)
{
	viewer->search.running = false;
	viewer_unfold(viewer, hit);
	viewer->hit = hit;
	viewer->place = hit.start;
	viewer->remembered = true;
	viewer_go(viewer, hit.start);
	if (viewer->find.too_hard)
		viewer_say(viewer, "the pattern is too hard: a paragraph was left out");
}

static void find_nothing(struct viewer *viewer)
{
	viewer->search.running = false;
	viewer_say(viewer, "not found %s: %s", viewer->search.backward ? "above" : "below",
		   viewer->find.pattern);
}

void find_slice(struct viewer *viewer)
{
	struct search *search = &viewer->search;
	enum find_result result = FIND_FOUND;
	struct span hit;

	for (int n = 0; n < HITS && search->running && result == FIND_FOUND; n++) {
		result = search->backward
				 ? find_previous(&viewer->find, &search->from, SLICE, &hit)
				 : find_next(&viewer->find, &search->from, SLICE, &hit);
		if (result == FIND_NOTHING)
			find_nothing(viewer);
		if (result != FIND_FOUND)
			return;
		if (--search->left <= 0)
			arrive(viewer, hit);
		search->from = search->backward ? hit.start : hit.start + 1;
	}
}

static void begin(struct viewer *viewer, size_t from, bool backward, long count)
{
	viewer_unfocus(viewer);
	viewer->search = (struct search){
		.running = true, .backward = backward, .from = from, .left = count ? count : 1
	};
	find_slice(viewer);
	if (viewer->finding)
		find_work(&viewer->find, SLICE);
}

/* True if the place is the focus or what is remembered, not just the top row. */
static bool has_place(const struct viewer *viewer)
{
	return viewer_place(viewer) != viewer->view.top || viewer->focus.what != FOCUS_NONE;
}

/* Where `n` begins: behind the place, of the top row behind the whole row. */
static size_t behind_place(const struct viewer *viewer)
{
	size_t place = viewer_place(viewer);

	if (has_place(viewer) || place == viewer->hit.start || !viewer->view.count)
		return place + 1;
	return viewer->view.items[0].behind;
}

void act_again(struct viewer *viewer, struct press press)
{
	bool backward = viewer->backward != (press.argument < 0);

	if (!viewer->finding) {
		viewer_say(viewer, "no search yet: / begins one");
		return;
	}
	begin(viewer, backward ? viewer_place(viewer) : behind_place(viewer), backward,
	      press.count);
}

/* Where a new search begins: at the focus; as in less, the screen is part of it either way. */
static size_t search_from(const struct viewer *viewer, bool backward)
{
	if (viewer->focus.what != FOCUS_NONE)
		return viewer->focus.span.start;
	return backward ? view_span(&viewer->view).end : viewer->view.top;
}

static bool set_pattern(struct viewer *viewer, const char *pattern)
{
	struct find_options options = { pattern, strlen(pattern), viewer->options.jit };
	struct find find;
	struct err err;

	if (!find_init(&find, &viewer->article->text, viewer->article->mode, &options, &err)) {
		viewer_warn(viewer, &err);
		return false;
	}
	if (viewer->finding)
		find_release(&viewer->find);
	viewer->find = find;
	viewer->finding = true;
	return true;
}

static void enter(struct viewer *viewer, bool backward, const char *pattern)
{
	long count = viewer->prompt.count;
	size_t from = search_from(viewer, backward);

	if (!*pattern) {
		viewer->backward = backward;
		act_again(viewer, (struct press){ .count = count, .argument = +1 });
		return;
	}
	if (!set_pattern(viewer, pattern))
		return;
	viewer->backward = backward;
	viewer->hit = (struct span){ 0, 0 };
	begin(viewer, from, backward, count);
}

static void enter_forward(struct viewer *viewer, const char *pattern)
{
	enter(viewer, false, pattern);
}

static void enter_backward(struct viewer *viewer, const char *pattern)
{
	enter(viewer, true, pattern);
}

void act_find(struct viewer *viewer, struct press press)
{
	static const struct prompt_use forward = { .label = "/", .enter = enter_forward };
	static const struct prompt_use backward = { .label = "?", .enter = enter_backward };

	prompt_open(viewer, press.argument > 0 ? &forward : &backward, "");
	viewer->prompt.count = press.count;
}
