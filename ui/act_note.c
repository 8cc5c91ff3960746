/*
 * Notes: on a mark, or on the selected words.
 */
#include "acts.h"
#include "marking.h"
#include "prompt.h"
#include "saving.h"

#include <stdlib.h>
#include <string.h>

/* The mark is remembered by its id: while words are typed the focus may go, or indexes change.
 */
static bool remember_target(struct viewer *viewer)
{
	bool on_text = !span_empty(viewer->selection);

	free(viewer->note_target);
	viewer->note_target = on_text ? NULL : strdup(viewer_mark(viewer)->id);
	viewer->note_span = viewer->selection;
	return on_text || viewer->note_target;
}

/* As a draft. */
static void keep(struct viewer *viewer, const char *words)
{
	char *draft = *words ? strdup(words) : NULL;

	free(viewer->note_draft);
	viewer->note_draft = draft;
}

static void enter(struct viewer *viewer, const char *words)
{
	struct edit_mark note = { .kind = MARK_NOTE,
				  .span = viewer->note_span,
				  .note = words,
				  .target = viewer->note_target };
	struct edit edit;

	/* Until it is made it is a draft: what was typed is never lost. */
	keep(viewer, words);
	if (!*words || !saving_make(viewer, &note, &edit))
		return;
	keep(viewer, "");
	if (!viewer->message.warning)
		viewer_say(viewer, "saved");
	if (!note.target)
		mark_show(viewer, edit.record);
}

/* A note that was left is kept: `a` opens it again. */
static void leave(struct viewer *viewer, const char *words)
{
	keep(viewer, words);
	if (viewer->note_draft)
		viewer_say(viewer, "the note is kept as a draft: a opens it again");
}

void act_note(struct viewer *viewer, struct press press)
{
	static const struct prompt_use note = { "note: ", enter, leave };
	bool on_text = !span_empty(viewer->selection);

	if (!on_text && viewer->focus.what != FOCUS_MARK) {
		viewer_say(viewer,
			   "a note wants a mark or a selection: ] finds marks, v selects");
		return;
	}
	if (!on_text && !article_owns(viewer->article, viewer_mark(viewer))) {
		act_later(viewer, press);
		return;
	}
	if (viewer_may_write(viewer) && remember_target(viewer))
		prompt_open(viewer, &note, viewer->note_draft ? viewer->note_draft : "");
}
