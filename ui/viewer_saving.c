/*
 * Marks in a huge file wait for its name: the digest is made in slices, between keys.
 */
#include "viewer.h"

#include <stdlib.h>
#include <string.h>

/* Bytes that are hashed while the key waits: some ten milliseconds. */
#define AT_ONCE ((size_t)4 << 20)
/* And in one slice of the loop. */
#define SLICE ((size_t)2 << 20)

static char *copy(const char *string)
{
	return string ? strdup(string) : NULL;
}

bool saving_ready(struct viewer *viewer, const struct edit_mark *mark)
{
	struct saving *saving = &viewer->saving;

	if (saving->running) {
		viewer_say(viewer, "a mark is still being saved");
		return false;
	}
	if (article_source(viewer->article, AT_ONCE))
		return true;
	saving->running = true;
	saving->mark = *mark;
	saving->mark.name = saving->name = copy(mark->name);
	saving->mark.note = saving->note = copy(mark->note);
	saving->mark.target = saving->target = copy(mark->target);
	viewer_say(viewer, "saving: the file is being read for its name");
	return false;
}

static void make_waiting(struct viewer *viewer)
{
	struct saving *saving = &viewer->saving;
	struct edit edit;
	bool focused = viewer->focus.what == FOCUS_SUGGESTION &&
		       span_equal(viewer->focus.span, saving->mark.span);

	saving->running = false;
	if (mark_make(viewer, &saving->mark, &edit) && focused)
		walk_on(viewer, edit.saved ? "saved" : "unsaved");
	else if (viewer->marked && !viewer->message.warning)
		viewer_say(viewer, "saved");
	free(saving->name);
	free(saving->note);
	free(saving->target);
	saving->name = saving->note = saving->target = NULL;
}

void saving_slice(struct viewer *viewer)
{
	if (article_source(viewer->article, SLICE))
		make_waiting(viewer);
}

void saving_finish(struct viewer *viewer)
{
	if (viewer->saving.running && article_source(viewer->article, SIZE_MAX))
		make_waiting(viewer);
}
