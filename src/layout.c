/*
 * Rows are filled greedily: a row takes what fits and ends at the last place where UAX 14
 * allows, or else between clusters. What fits is measured by the walk that painters draw
 * by; there is no second opinion about widths.
 *
 * The line breaking function wants valid UTF-8 and would break at line ends, which are
 * blanks here: it works on a copy of the same length, so its answers are at our offsets.
 */
#include "layout.h"

#include "array.h"
#include "utf8.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unilbrk.h>

/* Something that may hang over a row's end: a blank, tab or line end, as one cluster. */
static bool is_blank(const char *bytes, const struct shown *shown)
{
	char c = bytes[shown->source.start];

	if (c == '\r')
		return !shown->token && bytes[shown->source.end - 1] == '\n';
	return span_length(shown->source) == 1 && (c == ' ' || c == '\t' || c == '\n');
}

static bool is_soft_hyphen(const char *bytes, struct span source)
{
	return span_length(source) == 2 && !memcmp(bytes + source.start, "\xC2\xAD", 2);
}

static void show_nothing(struct shown *shown)
{
	shown->len = shown->columns = 0;
	shown->text[0] = '\0';
}

static void show_hyphen(struct shown *shown)
{
	shown->len = shown->columns = 1;
	memcpy(shown->text, "-", 2);
}

struct layout_walk layout_walk_in(const struct text *text, const struct layout_row *row)
{
	return (struct layout_walk){ .plain = plain_in(text->bytes, row->span, 0),
				     .bytes = text->bytes,
				     .row = *row };
}

bool layout_walk_next(struct layout_walk *walk, struct shown *shown, int *column)
{
	bool blank;

	if (!plain_next(&walk->plain, shown))
		return false;
	blank = is_blank(walk->bytes, shown);
	if (blank && (walk->indentation || walk->column >= walk->row.columns))
		show_nothing(shown);
	if (walk->row.hyphen && shown->source.end == walk->row.span.end &&
	    is_soft_hyphen(walk->bytes, shown->source))
		show_hyphen(shown);
	walk->indentation =
		blank && (walk->indentation || walk->bytes[shown->source.end - 1] == '\n');
	*column = walk->column;
	walk->column += shown->columns;
	/* Tabs stop at the columns of what is shown. */
	walk->plain.column = (size_t)walk->column;
	return true;
}

/* A place where a row may end. */
struct end {
	size_t at;
	int columns; /* of the row that ends here */
	bool hyphen;
};

/* A row being filled. */
struct fill {
	const struct text *text;
	struct span piece;
	const char *breaks; /* libunistring's answers, from piece.start */
	int width;
	size_t start;	    /* of the row */
	int ink;	    /* columns up to the last thing that is no blank */
	struct end word;    /* the last allowed break; at `start`: none yet */
	struct end cluster; /* where the cluster at hand begins */
};

static void begin_row(struct fill *fill, size_t at)
{
	fill->start = at;
	fill->ink = 0;
	fill->word = fill->cluster = (struct end){ .at = at };
}

/* A cluster begins at `at`; `column` is its column. */
static void note_cluster(struct fill *fill, size_t at, int column)
{
	struct span before = { at - 2, at };
	struct end end = { .at = at, .columns = fill->ink };

	fill->cluster = end;
	if (at == fill->start || fill->breaks[at - fill->piece.start] == UC_BREAK_PROHIBITED)
		return;
	if (at - fill->start >= 2 && is_soft_hyphen(fill->text->bytes, before)) {
		end.columns = column + 1;
		end.hyphen = true;
	}
	if (end.columns <= fill->width)
		fill->word = end;
}

/* Finds where the row that begins at `at` ends. */
static struct end fill_row(struct fill *fill, size_t at)
{
	struct layout_row rest = { .span = { at, fill->piece.end }, .columns = INT_MAX };
	struct layout_walk walk = layout_walk_in(fill->text, &rest);
	struct shown shown;
	int column;

	begin_row(fill, at);
	while (layout_walk_next(&walk, &shown, &column)) {
		bool blank = is_blank(fill->text->bytes, &shown);

		if (shown.source.start != fill->cluster.at || shown.source.start == at)
			note_cluster(fill, shown.source.start, column);
		if (blank || !shown.columns)
			continue;
		if (walk.column > fill->width && fill->cluster.at > at)
			return fill->word.at > at ? fill->word : fill->cluster;
		fill->ink = walk.column;
	}
	return (struct end){ .at = fill->piece.end, .columns = fill->ink };
}

static bool add_row(struct layout_rows *rows, size_t start, struct end end, struct err *err)
{
	if (!ARRAY_RESERVE(rows, 1, err))
		return false;
	rows->items[rows->count++] = (struct layout_row){ .span = { start, end.at },
							  .columns = end.columns,
							  .hyphen = end.hyphen };
	return true;
}

/* The piece as the line breaking function wants it, and room for its answers behind. */
static char *copy_for_breaking(const struct text *text, struct span piece)
{
	size_t len = span_length(piece);
	char *copy = malloc(2 * len + 1);

	if (!copy)
		return NULL;
	utf8_mend(text->bytes + piece.start, len, copy);
	for (size_t i = 0; i < len; i++) {
		if (copy[i] == '\n' || copy[i] == '\r')
			copy[i] = ' ';
	}
	u8_possible_linebreaks((const uint8_t *)copy, len, "UTF-8", copy + len);
	return copy;
}

bool layout_rows(const struct text *text, struct span piece, int columns,
		 struct layout_rows *rows, struct err *err)
{
	struct fill fill = { .text = text, .piece = piece, .width = columns };
	size_t at = piece.start;
	char *copy;
	bool done = true;

	rows->count = 0;
	if (span_empty(piece))
		return add_row(rows, at, (struct end){ .at = at }, err);
	copy = copy_for_breaking(text, piece);
	if (!copy)
		return err_memory(err);
	fill.breaks = copy + span_length(piece);
	while (done && at < piece.end) {
		struct end end = fill_row(&fill, at);

		done = add_row(rows, at, end, err);
		at = end.at;
	}
	free(copy);
	return done;
}

void layout_rows_release(struct layout_rows *rows)
{
	free(rows->items);
	*rows = (struct layout_rows){ 0 };
}
