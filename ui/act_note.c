/*
 * Notes: on a mark, or on the selected words.
 */
#include "acts.h"
#include "viewer.h"

#include <stdlib.h>

void act_note(struct viewer *viewer, struct press press)
{
	(void)press;
	if (span_empty(viewer->selection) && viewer->focus.what != FOCUS_MARK) {
		viewer_say(viewer,
			   "a note wants a mark or a selection: ] finds marks, v selects");
		return;
	}
	if (span_empty(viewer->selection) &&
	    !article_owns(viewer->article, mark_focused(viewer))) {
		act_later(viewer, press);
		return;
	}
	prompt_open(viewer, PROMPT_NOTE,
		    "note: ", viewer->note_draft ? viewer->note_draft : "");
}

void note_enter(struct viewer *viewer, const char *words)
{
	struct edit_mark note = { .kind = MARK_NOTE,
				  .span = viewer->selection,
				  .note = words,
				  .target = EDIT_ON_TEXT };
	bool on_text = !span_empty(viewer->selection);
	struct edit edit;

	if (!*words)
		return;
	if (!on_text && viewer->focus.what != FOCUS_MARK) {
		viewer_say(viewer, "the mark of this note is gone: a opens the note again");
		return;
	}
	if (!on_text)
		note.target = viewer->focus.record;
	if (!mark_make(viewer, &note, &edit))
		return;
	free(viewer->note_draft);
	viewer->note_draft = NULL;
	if (edit.saved)
		viewer_say(viewer, "saved");
	if (on_text)
		mark_show(viewer, edit.record);
}
