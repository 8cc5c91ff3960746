/*
 * Reading: where the top row goes. Motions are less's, key by key.
 */
#include "acts.h"
#include "viewer_state.h"

/* `g G % '` leave nothing in hand: what is relative counts from the top row again. */
static void forget(struct viewer *viewer)
{
	viewer_unfocus(viewer);
	viewer->remembered = false;
	viewer->hit = (struct span){ 0, 0 };
}

static void scroll(struct viewer *viewer, long rows)
{
	view_scroll(&viewer->view, rows);
	viewer_refill(viewer);
}

void act_line(struct viewer *viewer, struct press press)
{
	scroll(viewer, press.argument * (press.count ? press.count : 1));
}

void act_page(struct viewer *viewer, struct press press)
{
	scroll(viewer, press.argument * (press.count ? press.count : viewer->view.rows));
}

/* A count is remembered for d and u both. Half a page is half of all rows, rounded up. */
void act_half(struct viewer *viewer, struct press press)
{
	if (press.count)
		viewer->half = (int)press.count;
	scroll(viewer, press.argument * (viewer->half ? viewer->half : (viewer->rows + 1) / 2));
	if (press.argument < 0 && !viewer->beginner && viewer->just_marked)
		viewer_say(viewer, "U undoes");
}

/* A jump by a reading key. */
static void jumped(struct viewer *viewer, size_t from)
{
	forget(viewer);
	viewer_jumped(viewer, from);
}

/* `line` from 1; 0 is the first one, too, and in an empty text it is no error. */
static void go_line(struct viewer *viewer, long line)
{
	size_t from = viewer->view.top;

	if (!view_line(&viewer->view, line ? (size_t)line : 1) && line)
		viewer_say(viewer, "there is no line %ld", line);
	jumped(viewer, from);
}

void act_begin(struct viewer *viewer, struct press press)
{
	go_line(viewer, press.count);
}

void act_end(struct viewer *viewer, struct press press)
{
	if (press.count) {
		go_line(viewer, press.count);
		return;
	}
	viewer->bookmarks.back = viewer->view.top;
	view_end(&viewer->view);
	forget(viewer);
	viewer_refill(viewer);
}

void act_percent(struct viewer *viewer, struct press press)
{
	size_t from = viewer->view.top;

	view_percent(&viewer->view, press.count > 100 ? 100 : (unsigned)press.count);
	jumped(viewer, from);
}

/* The number of a bookmark's letter, or -1. */
static int letter_number(int key)
{
	if (key >= 'a' && key <= 'z')
		return key - 'a';
	return key >= 'A' && key <= 'Z' ? key - 'A' + 26 : -1;
}

static void go_to_letter(struct viewer *viewer, int key)
{
	struct bookmarks *marks = &viewer->bookmarks;
	int n = letter_number(key);
	size_t to = marks->back;

	if (key == '$') {
		act_end(viewer, (struct press){ .key = key });
		return;
	}
	if (key != '\'' && key != '^' && (n < 0 || !marks->set[n])) {
		viewer_say(viewer, "no bookmark of that name");
		return;
	}
	if (key != '\'')
		to = key == '^' ? 0 : marks->at[n];
	viewer_go(viewer, to);
	forget(viewer);
}

static void set_letter(struct viewer *viewer, int key)
{
	int n = letter_number(key);

	if (n < 0) {
		viewer_say(viewer, "a bookmark's name is a letter");
		return;
	}
	viewer->bookmarks.at[n] = viewer->view.top;
	viewer->bookmarks.set[n] = true;
}

void act_letter(struct viewer *viewer, struct press press)
{
	if (viewer->hand != HAND_LETTER) {
		viewer->hand = HAND_LETTER;
		viewer->letter_for = press.argument;
		viewer_say(viewer, press.argument == 'm'
					   ? "bookmark letter (marking is s e c v)"
					   : "go back to which letter? ' is where you were");
		return;
	}
	viewer->hand = HAND_READ;
	if (press.key == K_ESCAPE || press.key == K_CTRL_G)
		return;
	if (viewer->letter_for == 'm')
		set_letter(viewer, press.key);
	else
		go_to_letter(viewer, press.key);
}

void act_where(struct viewer *viewer, struct press press)
{
	const struct text *text = &viewer->article->text;
	struct line_count count = { 0 };

	(void)press;
	viewer_say(viewer, "%s: line %zu, byte %zu of %zu (%u%%)", viewer->article->name,
		   line_number(&count, text, viewer->view.top), viewer->view.top, text->len,
		   view_progress(&viewer->view));
}

void act_repaint(struct viewer *viewer, struct press press)
{
	(void)press;
	viewer->repaint = true;
}

void act_enter(struct viewer *viewer, struct press press)
{
	if (viewer->focus.what == FOCUS_SUGGESTION && viewer->walk.kind == WALK_ALL)
		act_kind(viewer,
			 (struct press){ press.key, press.count, (int)viewer->focus.kind });
	else if (viewer->focus.what == FOCUS_MARK && viewer->walk.kind == WALK_MARKS)
		act_card(viewer, press);
	else
		act_line(viewer, (struct press){ press.key, press.count, +1 });
}
