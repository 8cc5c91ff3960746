/*
 * What the viewer shows: rows, pane, and the last row.
 */
#include "viewer.h"

#include "prompt.h"
#include "status.h"

#include <stdio.h>
#include <string.h>

/* The keys that act now, by what is in hand; the important ones first. */
static const struct hint hints_read[] = {
	{ "quote", "quote" }, { "entity", "name" }, { "claim", "claim" },
	{ "pick", "words" },  { "help", "help" },   { NULL, NULL },
};
static const struct hint hints_mark[] = {
	{ "enter", "card" },	 { "note", "note" }, { "no", "delete" },
	{ "next-mark", "next" }, { NULL, NULL },
};
static const struct hint hints_other[] = {
	{ "enter", "card" },
	{ "next-mark", "next" },
	{ NULL, NULL },
};
static const struct hint hints_select[] = {
	{ "quote", "quote" },	 { "entity", "name" }, { "claim", "claim" }, { "note", "note" },
	{ "end-right", "grow" }, { "drop", "let go" }, { NULL, NULL },
};
static const struct hint hints_pick[] = {
	{ NULL, "type a letter" },
	{ "drop", "let go" },
	{ NULL, NULL },
};
static const struct hint hints_pick_end[] = {
	{ NULL, "type a letter for its end" },
	{ "quote", "quote" },
	{ "entity", "name" },
	{ "claim", "claim" },
	{ "drop", "let go" },
	{ NULL, NULL },
};
static const struct hint hints_pane[] = {
	{ NULL, "j k scroll" },
	{ "quit", "close" },
	{ NULL, NULL },
};
static const struct hint hints_told[] = {
	{ NULL, "j k scroll" },
	{ "why", "next" },
	{ "quit", "close" },
	{ NULL, NULL },
};
static const struct hint hints_offer[MARK_KINDS][4] = {
	[MARK_QUOTE] = { { "quote", "take" }, { "no", "no" }, { "next", "next" } },
	[MARK_ENTITY] = { { "entity", "take" }, { "no", "no" }, { "next", "next" } },
	[MARK_CLAIM] = { { "claim", "take" }, { "no", "no" }, { "next", "next" } },
};

/* True if the place is told by a search: that is what its reader wants to know. */
static bool has_number(const struct viewer *viewer)
{
	return viewer->search.running || (viewer->finding && !span_empty(viewer->hit));
}

static const struct hint *hints_for_focus(const struct viewer *viewer)
{
	const struct mark_record *records = viewer->article->marks.records.items;

	if (viewer->focus.what == FOCUS_SUGGESTION)
		return hints_offer[viewer->focus.kind];
	if (viewer->focus.what == FOCUS_MARK)
		return article_owns(viewer->article, &records[viewer->focus.record].mark)
			       ? hints_mark
			       : hints_other;
	return viewer->beginner && !has_number(viewer) ? status_first_hints : hints_read;
}

static const struct hint *hints_now(const struct viewer *viewer)
{
	if (viewer->hand == HAND_PICK)
		return viewer->pick.has_first ? hints_pick_end : hints_pick;
	if (viewer->hand == HAND_PANE)
		return viewer->told.nth < viewer->told.of ? hints_told : hints_pane;
	return span_empty(viewer->selection) ? hints_for_focus(viewer) : hints_select;
}

/* Kind, type and maker of the focus, never its words. */
static void focus_words(const struct viewer *viewer, char *out, size_t size)
{
	const struct focus *focus = &viewer->focus;
	const char *label = mark_types[focus->type].label;
	const struct mark *mark;

	out[0] = '\0';
	if (focus->what == FOCUS_NONE)
		return;
	if (focus->what == FOCUS_SUGGESTION) {
		snprintf(out, size, "%s?%s%s", mark_kinds[focus->kind].name,
			 focus->type ? " " : "", focus->type ? label : "");
		return;
	}
	mark = &viewer->article->marks.records.items[focus->record].mark;
	snprintf(out, size, "%s%s%s%s%s", mark_kinds[focus->kind].name, focus->type ? " " : "",
		 focus->type ? label : "", article_owns(viewer->article, mark) ? "" : " by ",
		 article_owns(viewer->article, mark) ? "" : mark->creator);
}

/* "3 of 12", of what a pane explains or of as many hits as are known so far; else how far
 * through the text. */
static void place_words(const struct viewer *viewer, char *out, size_t size)
{
	const struct find *find = &viewer->find;
	size_t number = viewer->finding && !span_empty(viewer->hit)
				? find_number(find, viewer->hit.start)
				: 0;

	if (viewer->told.of)
		snprintf(out, size, "%zu of %zu", viewer->told.nth, viewer->told.of);
	else if (viewer->search.running)
		snprintf(out, size, "searching…");
	else if (number)
		snprintf(out, size, "%zu of %zu%s", number, find->count,
			 find->complete && find->count < FIND_HITS_MAX ? "" : "+");
	else if (view_at_end(&viewer->view))
		snprintf(out, size, viewer_growing(viewer) ? "more comes" : "END");
	else
		snprintf(out, size, viewer_growing(viewer) ? "%u%% so far" : "%u%%",
			 view_progress(&viewer->view));
}

/* The last part of the file's name: the directories say little and take much. */
static const char *short_name(const char *name)
{
	const char *slash = strrchr(name, '/');

	return slash && slash[1] ? slash + 1 : name;
}

static void paint_status(struct viewer *viewer, struct canvas *canvas, struct area line)
{
	char focus[128], place[64], count[32];
	struct status status = { .name = short_name(viewer->article->name),
				 .place = place,
				 .focus = focus,
				 .keymap = &viewer->keymap,
				 .hints = hints_now(viewer) };

	focus_words(viewer, focus, sizeof focus);
	place_words(viewer, place, sizeof place);
	article_count(viewer->article, status.counts);
	status.lost = article_lost(viewer->article);
	if (*viewer->message.words) {
		status.message = viewer->message.words;
		status.warning = viewer->message.warning;
	} else if (viewer->count) {
		snprintf(count, sizeof count, ":%ld", viewer->count);
		status.message = count;
	} else if (status.hints == status_first_hints) {
		status.name = status.place = "";
	}
	status_paint(canvas, line, &status);
}

static void paint_prompt(struct viewer *viewer, struct canvas *canvas, struct area line)
{
	const struct prompt *prompt = &viewer->prompt;
	int limit = line.column + line.columns;
	int at = canvas_string(canvas, (struct spot){ line.row, line.column }, limit,
			       prompt->use->label, STYLE_KEY);
	size_t room = limit - at > 1 ? (size_t)(limit - at - 1) : 0, from = 0;

	/* What stands before the cursor scrolls out of a narrow window. */
	while (from < prompt->at &&
	       plain_columns(prompt->words.at + from, prompt->at - from) > room)
		from = grapheme_ceiling(prompt->words.at, (struct span){ 0, prompt->words.len },
					from + 1);
	canvas_write(canvas, (struct spot){ line.row, at }, limit, prompt->words.at + from,
		     prompt->words.len - from, STYLE_STATUS);
	canvas->cursor_row = line.row;
	canvas->cursor_column =
		at + (int)plain_columns(prompt->words.at + from, prompt->at - from);
}

static void paint_rows(struct viewer *viewer, struct canvas *canvas)
{
	struct area area = paint_column(canvas->columns, viewer->options.width);
	struct scene scene = { .article = viewer->article,
			       .view = &viewer->view,
			       .shown = viewer->walk.shown,
			       .focus = viewer->focus,
			       .selection = viewer->selection,
			       .find = viewer->finding ? &viewer->find : NULL,
			       .hit = viewer->hit };

	if (viewer->hand == HAND_PICK) {
		scene.labels = viewer->pick.labels;
		scene.label_count = viewer->pick.count;
		scene.label_rows = viewer->pick.rows;
	}
	area.rows = canvas->rows > 1 ? canvas->rows - 1 : 1;
	paint_text(canvas, area, &scene);
}

static void paint_pane(struct viewer *viewer, struct canvas *canvas)
{
	int rows = pane_rows(&viewer->pane, canvas->rows - 1);

	pane_paint(&viewer->pane, canvas,
		   (struct area){ canvas->rows - 1 - rows, 0, rows, canvas->columns });
}

void viewer_paint(struct viewer *viewer, struct canvas *canvas)
{
	struct area line = { canvas->rows - 1, 0, 1, canvas->columns };

	canvas_clear(canvas);
	paint_rows(viewer, canvas);
	if (canvas->rows < 2)
		return;
	if (viewer->hand == HAND_PANE)
		paint_pane(viewer, canvas);
	if (viewer->hand == HAND_PROMPT)
		paint_prompt(viewer, canvas, line);
	else
		paint_status(viewer, canvas, line);
}
