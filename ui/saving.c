#include "saving.h"

#include "marking.h"
#include "prompt.h"
#include "walking.h"

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

static void hold(struct saving *saving, const struct edit_mark *mark)
{
	saving->mark = *mark;
	saving->mark.name = saving->name = copy(mark->name);
	saving->mark.note = saving->note = copy(mark->note);
	saving->mark.target = saving->target = copy(mark->target);
}

static void drop(struct saving *saving)
{
	free(saving->name);
	free(saving->note);
	free(saving->target);
	saving->name = saving->note = saving->target = NULL;
}

/* The mark that waits is made when the file's name is there: now, or in a slice. */
static bool has_source(struct viewer *viewer)
{
	if (article_source(viewer->article, AT_ONCE))
		return true;
	viewer->saving.running = true;
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
	if (mark_write(viewer, &saving->mark, &edit) && focused)
		walk_on(viewer, edit.saved ? "saved" : "unsaved");
	else if (viewer->marked && !viewer->message.warning)
		viewer_say(viewer, "saved");
	drop(saving);
}

/* The name under which a text from a pipe is kept was typed, "" for none. */
static void enter_name(struct viewer *viewer, const char *path)
{
	struct err err;

	if (!*path)
		viewer_say(viewer, "not marked: a mark wants a file to stand beside");
	else if (!article_keep(viewer->article, path, &err))
		viewer_warn(viewer, &err);
	else if (has_source(viewer))
		make_waiting(viewer);
	if (!viewer->saving.running)
		drop(&viewer->saving);
}

static void leave_name(struct viewer *viewer, const char *path)
{
	(void)path;
	enter_name(viewer, "");
}

/* True if the mark may be made now; false if it waits, or another one does: that is said. */
static bool is_ready(struct viewer *viewer, const struct edit_mark *mark)
{
	static const struct prompt_use name = { "save this text as: ", enter_name, leave_name };
	struct saving *saving = &viewer->saving;

	if (saving->running) {
		viewer_say(viewer, "a mark is still being saved");
		return false;
	}
	if (viewer_growing(viewer)) {
		viewer_say(viewer, "the text still comes: it can be marked when all is there");
		return false;
	}
	if (!viewer->article->path) {
		hold(saving, mark);
		prompt_open(viewer, &name, "");
		return false;
	}
	if (has_source(viewer))
		return true;
	hold(saving, mark);
	return false;
}

bool saving_make(struct viewer *viewer, const struct edit_mark *mark, struct edit *edit)
{
	return is_ready(viewer, mark) && mark_write(viewer, mark, edit);
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
