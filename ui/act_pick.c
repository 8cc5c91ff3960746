/*
 * Pick: a letter for each row, then for each word of the row that was chosen; that word is
 * selected, and another row and word end the selection there.
 */
#include "acts.h"
#include "viewer_state.h"

#include <string.h>

/* Letters that don't mean a kind, a type or a way out: fifty. */
static const char letters[] = "fjdkghwibnoumyrtxlzpAJBKCHEGFINRSUVWXYZQ1234567890";

/* A new type key takes its letter from these: PICK_LABELS shrinks with them. */
_Static_assert(sizeof letters == PICK_LABELS + 1, "PICK_LABELS counts the letters");

static void add_label(struct pick *pick, size_t at)
{
	if (pick->count < PICK_LABELS)
		pick->labels[pick->count++] = (struct label){ .at = at };
}

static size_t distance(size_t a, size_t b)
{
	return a > b ? a - b : b - a;
}

/* The label without a letter that is nearest to the place; NULL if all have one. */
static struct label *nearest(struct pick *pick, size_t place)
{
	struct label *best = NULL;

	for (size_t n = 0; n < pick->count; n++) {
		struct label *label = &pick->labels[n];

		if (!label->letter &&
		    (!best || distance(label->at, place) < distance(best->at, place)))
			best = label;
	}
	return best;
}

/* The first letters go to what is nearest to the place. */
static void hand_out(struct pick *pick, size_t place)
{
	struct label *label;

	for (size_t n = 0; (label = nearest(pick, place)); n++)
		label->letter = letters[n];
}

/* Rows of text beyond the fiftieth get no letter: those farthest from the place. */
static size_t first_row(const struct viewer *viewer, size_t place)
{
	size_t n = 0;

	while (n < viewer->view.count && viewer->view.items[n].behind <= place)
		n++;
	return n > PICK_LABELS / 2 && viewer->view.count > PICK_LABELS ? n - PICK_LABELS / 2
								       : 0;
}

static void label_rows(struct viewer *viewer)
{
	struct pick *pick = &viewer->pick;
	size_t place = pick->has_first ? viewer->selection.start : viewer_place(viewer);

	pick->rows = true;
	pick->count = 0;
	for (size_t n = first_row(viewer, place); n < viewer->view.count; n++)
		if (viewer->view.items[n].kind == VIEW_TEXT)
			add_label(pick, viewer->view.items[n].at);
	hand_out(pick, place);
}

static void label_words(struct viewer *viewer, struct span row)
{
	struct pick *pick = &viewer->pick;
	struct words words = words_in(viewer->article->text.bytes, row);
	struct span word;

	pick->rows = false;
	pick->row = row;
	pick->count = 0;
	while (words_next(&words, &word))
		add_label(pick, word.start);
	hand_out(pick, row.start);
}

void act_pick(struct viewer *viewer, struct press press)
{
	(void)press;
	viewer_select(viewer, (struct span){ 0, 0 });
	viewer->pick.has_first = false;
	viewer->hand = HAND_PICK;
	label_rows(viewer);
	if (!viewer->pick.count) {
		viewer->hand = HAND_READ;
		viewer_say(viewer, "no words on the screen");
	}
}

static struct span row_at(const struct viewer *viewer, size_t at)
{
	for (size_t n = 0; n < viewer->view.count; n++)
		if (viewer->view.items[n].at == at)
			return viewer->view.items[n].span;
	return (struct span){ at, at };
}

/* The word that begins at `at`, in its whole length: a row may have cut it. */
static struct span word_at(const struct viewer *viewer, size_t at)
{
	const struct text *text = &viewer->article->text;
	struct span word = { at, at };
	struct span paragraph;
	struct words words;

	if (!paragraph_next(text, viewer->article->mode, at, &paragraph))
		return word;
	words = words_in(text->bytes, (struct span){ at, paragraph.end });
	words_next(&words, &word);
	return word;
}

static void pick_word(struct viewer *viewer, size_t at)
{
	struct span word = word_at(viewer, at), span = viewer->selection;

	if (!viewer->pick.has_first) {
		viewer_select(viewer, word);
		viewer->pick.has_first = true;
		label_rows(viewer);
		return;
	}
	/* The words may be picked in either order. */
	if (word.start < span.start)
		span.start = word.start;
	if (word.end > span.end)
		span.end = word.end;
	viewer_select(viewer, span);
	viewer->hand = HAND_READ;
}

static void take_letter(struct viewer *viewer, size_t at)
{
	if (!viewer->pick.rows) {
		pick_word(viewer, at);
		return;
	}
	label_words(viewer, row_at(viewer, at));
	if (!viewer->pick.count) {
		label_rows(viewer);
		viewer_say(viewer, "no words on that row");
	}
}

/* Enter: the focus as a selection, else the place's first word. */
static void take_place(struct viewer *viewer)
{
	size_t place = viewer_place(viewer);
	struct span paragraph, span = viewer->focus.span;
	struct words words;

	if (viewer->focus.what == FOCUS_NONE) {
		span = (struct span){ 0, 0 };
		if (paragraph_next(&viewer->article->text, viewer->article->mode, place,
				   &paragraph)) {
			words = words_in(viewer->article->text.bytes,
					 (struct span){ place > paragraph.start
								? place
								: paragraph.start,
							paragraph.end });
			words_next(&words, &span);
		}
	}
	viewer_select(viewer, span);
	viewer->hand = HAND_READ;
}

bool pick_key(struct viewer *viewer, int key)
{
	struct pick *pick = &viewer->pick;

	if (key == 'q' || key == K_ESCAPE || key == K_CTRL_G) {
		viewer_select(viewer, (struct span){ 0, 0 });
		viewer->hand = HAND_READ;
		return true;
	}
	for (size_t n = 0; n < pick->count; n++)
		if (pick->labels[n].letter == key) {
			take_letter(viewer, pick->labels[n].at);
			return true;
		}
	if (key == K_ENTER && !pick->has_first) {
		take_place(viewer);
		return true;
	}
	if (!pick->has_first) {
		viewer_say(viewer, "type one of the letters; q lets go");
		return true;
	}
	viewer->hand = HAND_READ;
	return false;
}
