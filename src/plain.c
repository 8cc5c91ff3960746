/*
 * The walk over a string: clusters, piece by piece, and columns. Printable ASCII, most of what
 * there is, takes a shorter way.
 */
#include "plain.h"

#include "plain_piece.h"
#include "plain_table.h"

#include <string.h>

static bool printable(char c)
{
	return c >= ' ' && c <= '~';
}

/* No table needs to be asked. */
static size_t show_ascii(const struct plain *walk, struct shown *shown)
{
	shown->text[0] = walk->clusters.bytes[walk->at];
	shown->len = shown->columns = 1;
	return walk->at + 1;
}

struct plain plain_in(const char *bytes, struct span span, size_t column)
{
	return (struct plain){ .clusters = graphemes_in(bytes, span),
			       .cluster = { span.start, span.start },
			       .at = span.start,
			       .column = column };
}

bool plain_next(struct plain *walk, struct shown *shown)
{
	if (walk->at >= walk->cluster.end) {
		if (!graphemes_next(&walk->clusters, &walk->cluster))
			return false;
		walk->at = walk->cluster.start;
	}
	*shown = (struct shown){ .source = walk->cluster };
	if (span_length(walk->cluster) == 1 && printable(walk->clusters.bytes[walk->at]))
		walk->at = show_ascii(walk, shown);
	else
		walk->at = plain_piece(walk, shown);
	walk->column += shown->columns;
	if (shown->text[0] == '\n')
		walk->column = 0;
	return true;
}

/*
 * Skips printable ASCII, which is its own safe form, and returns how much of it
 * there was. What stands before another character may be the base of a mark.
 */
static size_t skip_run(struct plain *walk)
{
	const char *bytes = walk->clusters.bytes;
	size_t start = walk->clusters.at, at = start, end = walk->clusters.end;

	if (walk->at < walk->cluster.end)
		return 0;
	while (at < end && printable(bytes[at]))
		at++;
	if (at > start && at < end && (unsigned char)bytes[at] >= 0x80)
		at--;
	walk->clusters.at = at;
	walk->column += at - start;
	return at - start;
}

void plain_add(struct buf *out, const char *bytes, size_t len, enum plain_line_ends ends)
{
	struct plain walk = plain_in(bytes, (struct span){ 0, len }, 0);
	struct shown shown;

	walk.ends = ends;
	for (;;) {
		const char *run = bytes + walk.clusters.at;

		buf_add(out, run, skip_run(&walk));
		if (!plain_next(&walk, &shown))
			break;
		buf_add(out, shown.text, shown.len);
	}
}

void plain_add_string(struct buf *out, const char *string)
{
	plain_add(out, string, strlen(string), PLAIN_ENDS_BLANK);
}

size_t plain_columns(const char *bytes, size_t len)
{
	struct plain walk = plain_in(bytes, (struct span){ 0, len }, 0);
	struct shown shown;

	do
		skip_run(&walk);
	while (plain_next(&walk, &shown));
	return walk.column;
}

bool plain_hidden(uint32_t point)
{
	return plain_way(point) != PLAIN_SHOW;
}
