/*
 * What a key reaches, focus and selection, background work. Opening is in viewer_open.c, what
 * is painted in viewer_paint.c.
 */
#include "viewer.h"

#include "acts.h"
#include "prompt.h"
#include "saving.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Bytes of text that one slice of background work looks at: a few milliseconds. */
#define SLICE ((size_t)256 << 10)

/* ---- messages ---- */

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

/* ---- focus and selection ---- */

const struct mark *mark_focused(const struct viewer *viewer)
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
			 mark_focused(viewer)->id);
}

void viewer_unfocus(struct viewer *viewer)
{
	viewer_focus(viewer, &(struct focus){ .what = FOCUS_NONE });
}

void viewer_select(struct viewer *viewer, struct span span)
{
	viewer->selection = span;
	viewer->shown = false;
	if (!span_empty(span))
		viewer_unfold(viewer, span);
}

void viewer_unfold(struct viewer *viewer, struct span span)
{
	const struct folds *folds = &viewer->article->folds;
	size_t n = folds_at(folds, span.start);
	struct hidden hidden;
	struct err err;
	bool opened = false;

	for (n = n == FOLD_NONE ? folds->own : n;
	     n < folds->count && folds->items[n].span.start < span.end; n++) {
		if (!article_hidden(viewer->article, folds->items[n].span.start, &hidden) ||
		    !span_overlaps(hidden.span, span))
			continue;
		if (!article_toggle(viewer->article, &hidden, &err))
			viewer_warn(viewer, &err);
		opened = true;
	}
	if (opened)
		viewer_refill(viewer);
}

void viewer_pane(struct viewer *viewer, bool open)
{
	viewer->hand = open ? HAND_PANE : HAND_READ;
	viewer->told = (struct told){ .of = 0 };
	/* What a pane covers was not shown: a key that writes wants a frame without it. */
	viewer->shown = false;
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

/* ---- the view ---- */

/* A focus lives while it stays on the screen and no fold hides it. */
static void keep_focus(struct viewer *viewer)
{
	struct hidden hidden;
	struct span screen = view_span(&viewer->view);

	if (viewer->focus.what == FOCUS_NONE)
		return;
	if (!span_overlaps(screen, viewer->focus.span) ||
	    article_hidden(viewer->article, viewer->focus.span.start, &hidden))
		viewer_unfocus(viewer);
}

void viewer_refill(struct viewer *viewer)
{
	struct err err;
	bool filled = view_fill(&viewer->view, &err);

	if (filled && article_linger_on(viewer->article, view_span(&viewer->view)))
		filled = view_fill(&viewer->view, &err);
	if (!filled)
		viewer_warn(viewer, &err);
	keep_focus(viewer);
}

void viewer_jumped(struct viewer *viewer, size_t from)
{
	if (!view_near(&viewer->view, from, viewer->view.top))
		viewer->bookmarks.back = from;
	viewer_refill(viewer);
}

void viewer_go(struct viewer *viewer, size_t at)
{
	size_t from = viewer->view.top;

	view_jump(&viewer->view, at);
	viewer_jumped(viewer, from);
}

void viewer_resize(struct viewer *viewer, int rows, int columns)
{
	struct area area = paint_column(columns, viewer->options.width);

	viewer->rows = rows;
	viewer->columns = columns;
	view_resize(&viewer->view, rows > 1 ? rows - 1 : 1, area.columns);
	pane_fit(&viewer->pane, columns);
	pane_scroll(&viewer->pane, 0, pane_rows(&viewer->pane, rows - 1));
	viewer_refill(viewer);
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

/* After a key and a poll: all lines may have come again, and fewer than there were. */
static void follow_marks(struct viewer *viewer)
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

/* The same where another program moved or deleted it. */
static void refresh_focus(struct viewer *viewer)
{
	struct focus focus;

	if (viewer->focus.what != FOCUS_MARK)
		return;
	focus = focus_on(viewer->article, viewer->focus.record);
	if (focus.what == FOCUS_NONE || !span_equal(focus.span, viewer->focus.span))
		viewer_focus(viewer, &focus);
}

/* ---- keys ---- */

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
	follow_marks(viewer);
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

/* ---- time ---- */

bool viewer_work(struct viewer *viewer)
{
	const struct article *article = viewer->article;
	const uint64_t generation = article->generation;
	const size_t fed = article->folds.count;
	bool more = article_work(viewer->article, view_span(&viewer->view).end, SLICE);
	const bool folded = article->generation != generation || article->folds.count != fed;

	if (folded)
		viewer_linger(viewer);
	if (viewer->saving.running)
		saving_slice(viewer);
	else if (viewer->search.running)
		find_slice(viewer);
	else if (viewer->finding && find_work(&viewer->find, SLICE * 4))
		more = true;
	if (folded)
		viewer_refill(viewer);
	return more || viewer->search.running || viewer->saving.running;
}

static void tell_fate(struct viewer *viewer)
{
	static const char *const words[] = {
		[TEXT_CHANGED] = "the file changed on disk: this is what it was",
		[TEXT_CUT] = "the file was cut short on disk: its end is gone",
		[TEXT_GONE] = "the file is gone from the disk: this is what it was",
	};
	enum text_fate fate = viewer->article->path
				      ? text_fate(&viewer->article->text, viewer->article->path)
				      : TEXT_SAME;

	/* What was read into memory is whole, whatever became of the file. */
	if (fate == TEXT_CUT && !viewer->article->text.mapped)
		fate = TEXT_CHANGED;
	if (fate != TEXT_SAME && fate != viewer->fate) {
		viewer_say(viewer, "%s", words[fate]);
		viewer->message.warning = true;
	}
	viewer->fate = fate;
}

void viewer_poll(struct viewer *viewer)
{
	bool unsaved = journal_unsaved(&viewer->article->journal);
	struct err err;

	if (article_poll(viewer->article, &err)) {
		follow_marks(viewer);
		refresh_focus(viewer);
		viewer_refill(viewer);
	}
	if (unsaved && !journal_unsaved(&viewer->article->journal))
		viewer_say(viewer, "saved: what was unsaved is on the disk now");
	if (err.kind != ERR_NONE)
		viewer_warn(viewer, &err);
	tell_fate(viewer);
}

void viewer_shown(struct viewer *viewer)
{
	viewer->shown = true;
	viewer->dropped = 0;
}
