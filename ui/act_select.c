/*
 * A selection's end: by a character, a row, a sentence, a paragraph. The start stays, and the
 * end never comes before the first character behind it.
 */
#include "acts.h"
#include "viewer_state.h"

/* A larger count is a slip of the hand. */
#define COUNT_MAX 10000

static const char *bytes_of(const struct viewer *viewer)
{
	return viewer->article->text.bytes;
}

static struct span whole(const struct viewer *viewer)
{
	return (struct span){ 0, viewer->article->text.len };
}

static size_t by_character(const struct viewer *viewer, size_t end, int direction)
{
	if (direction > 0)
		return end < viewer->article->text.len
			       ? grapheme_ceiling(bytes_of(viewer), whole(viewer), end + 1)
			       : end;
	return end ? grapheme_floor(bytes_of(viewer), whole(viewer), end - 1) : end;
}

static bool paragraph_at(const struct viewer *viewer, size_t at, struct span *paragraph)
{
	return paragraph_next(&viewer->article->text, viewer->article->mode, at, paragraph);
}

/* To the end of the sentence that the end stands in, or of the one before. */
static size_t by_sentence(const struct viewer *viewer, size_t end, int direction)
{
	struct span paragraph, sentence;
	struct sentences walk;
	size_t best = end;

	if (direction > 0 ? !paragraph_at(viewer, end, &paragraph)
			  : !paragraph_before(&viewer->article->text, viewer->article->mode,
					      end, &paragraph))
		return end;
	walk = sentences_in(bytes_of(viewer), paragraph);
	while (sentences_next(&walk, &sentence)) {
		if (direction > 0 && sentence.end > end)
			return sentence.end;
		if (direction < 0 && sentence.end < end)
			best = sentence.end;
	}
	return best == end && direction < 0 ? paragraph.start : best;
}

static size_t by_paragraph(const struct viewer *viewer, size_t end, int direction)
{
	const struct text *text = &viewer->article->text;
	struct span paragraph;

	if (direction > 0)
		return paragraph_at(viewer, end, &paragraph) ? paragraph.end : end;
	if (!paragraph_before(text, viewer->article->mode, end, &paragraph) ||
	    !paragraph_before(text, viewer->article->mode, paragraph.start, &paragraph))
		return 0;
	return paragraph.end;
}

/* Index of the screen's row that holds the byte before `end`, or `count`. */
static size_t row_of(const struct view *view, size_t end)
{
	size_t n = 0;

	while (n < view->count && !(view->items[n].at < end && end <= view->items[n].behind))
		n++;
	return n;
}

/* The column at which byte `at` stands in a row. */
static int column_of(const struct viewer *viewer, const struct view_row *row, size_t at)
{
	struct layout_walk walk = view_row_walk(&viewer->view, row);
	struct shown shown;
	int column = 0;

	while (layout_walk_next(&walk, &shown, &column) && shown.source.start < at)
		;
	return shown.source.start < at ? column + shown.columns : column;
}

/* The byte behind what stands left of `column` in a row. */
static size_t byte_at(const struct viewer *viewer, const struct view_row *row, int column)
{
	struct layout_walk walk = view_row_walk(&viewer->view, row);
	size_t at = row->span.start;
	struct shown shown;
	int where;

	while (layout_walk_next(&walk, &shown, &where) && where + shown.columns <= column)
		at = shown.source.end;
	return at;
}

/* The same column a row further; the screen scrolls where it must. */
static size_t by_row(struct viewer *viewer, size_t end, int direction)
{
	struct view *view = &viewer->view;
	size_t n = row_of(view, end), to;
	int column;

	if (n == view->count)
		return end;
	column = column_of(viewer, &view->items[n], end);
	if (direction > 0 ? n + 1 >= view->count : n == 0) {
		if (!view_scroll(view, direction))
			return end;
		viewer_refill(viewer);
		n = row_of(view, end);
	}
	to = direction > 0 ? n + 1 : n - 1;
	if (n == view->count || to >= view->count)
		return end;
	return view->items[to].kind == VIEW_TEXT ? byte_at(viewer, &view->items[to], column)
						 : view->items[to].behind;
}

static size_t extended(struct viewer *viewer, size_t end, int by, int direction)
{
	switch (by) {
	case BY_CHARACTER:
		return by_character(viewer, end, direction);
	case BY_ROW:
		return by_row(viewer, end, direction);
	case BY_SENTENCE:
		return by_sentence(viewer, end, direction);
	default:
		return by_paragraph(viewer, end, direction);
	}
}

void act_extend(struct viewer *viewer, struct press press)
{
	int direction = press.argument < 0 ? -1 : +1;
	int by = press.argument * direction - 1;
	struct span span = viewer->selection;
	size_t least = by_character(viewer, span.start, +1);

	for (long n = 0; n < (press.count ? press.count : 1) && n < COUNT_MAX; n++)
		span.end = extended(viewer, span.end, by, direction);
	if (span.end < least)
		span.end = least;
	viewer_select(viewer, span);
	viewer_refill(viewer);
	if (!span_holds(view_span(&viewer->view), span.end - 1)) {
		view_show(&viewer->view, (struct span){ span.end - 1, span.end });
		viewer_refill(viewer);
	}
}
