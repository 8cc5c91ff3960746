/*
 * What a key reaches. Time is in viewer_time.c, opening in viewer_open.c, what is painted in
 * viewer_paint.c.
 */
#include "viewer.h"

#include "acts.h"
#include "prompt.h"

static enum mode mode_of(const struct viewer *viewer)
{
	if (viewer->hand == HAND_PANE)
		return MODE_PANE;
	return span_empty(viewer->selection) ? MODE_READ : MODE_SELECT;
}

static bool take_digit(struct viewer *viewer, int key)
{
	const bool counts = viewer->hand == HAND_READ || viewer->hand == HAND_PANE;

	if (!counts || key < '0' || key > '9' || (key == '0' && !viewer->count))
		return false;
	if (viewer->count < 100000000)
		viewer->count = viewer->count * 10 + (key - '0');
	return true;
}

static void run_key(struct viewer *viewer, int key)
{
	const struct binding *row = keymap_find(&viewer->keymap, mode_of(viewer), key);
	struct press press = { .key = key, .count = viewer->count };

	viewer->count = 0;
	if (!row && viewer->hand == HAND_PANE) {
		viewer_pane(viewer, false);
		row = keymap_find(&viewer->keymap, mode_of(viewer), key);
	}
	if (row) {
		press.argument = row->argument;
		row->act(viewer, press);
	} else {
		act_inapt(viewer, press);
	}
}

static void swallow(struct viewer *viewer, int key)
{
	if (key == K_ENTER || key == K_ESCAPE || key == K_CTRL_G)
		viewer->hand = HAND_READ;
	else
		viewer_say(viewer, "! does nothing yet: Enter or Esc ends what it swallows");
}

static void begin_key(struct viewer *viewer)
{
	viewer->message.words[0] = '\0';
	viewer->message.warning = false;
	viewer->just_marked = viewer->marked;
	viewer->marked = false;
}

void viewer_key(struct viewer *viewer, int key)
{
	bool beginner = viewer->beginner;

	begin_key(viewer);
	viewer->said = viewer->pending;
	viewer->pending.what = PENDING_NONE;
	if (viewer->hand == HAND_PROMPT)
		prompt_key(viewer, key);
	else if (viewer->hand == HAND_LETTER)
		act_letter(viewer, (struct press){ .key = key });
	else if (viewer->hand == HAND_SWALLOW)
		swallow(viewer, key);
	else if ((viewer->hand != HAND_PICK || !pick_key(viewer, key)) &&
		 !take_digit(viewer, key))
		run_key(viewer, key);
	viewer_follow(viewer);
	if (beginner && !viewer->beginner)
		viewer_first_mark(viewer);
}

void viewer_paste(struct viewer *viewer, const char *words, size_t len)
{
	begin_key(viewer);
	if (viewer->hand == HAND_PROMPT)
		prompt_paste(viewer, words, len);
	else
		viewer_say(viewer, "pasted text is dropped: only a prompt takes it");
}

void viewer_interrupt(struct viewer *viewer)
{
	begin_key(viewer);
	if (viewer->search.running) {
		viewer->search.running = false;
		viewer_say(viewer, "search stopped");
	} else if (viewer->hand == HAND_PROMPT) {
		prompt_key(viewer, K_ESCAPE);
	} else {
		viewer->hand = HAND_READ;
		viewer_say(viewer, "q leaves");
	}
}

void viewer_shown(struct viewer *viewer)
{
	viewer->shown = true;
	viewer->dropped = 0;
}
