#include "plain_piece.h"

#include "plain_emoji.h"
#include "plain_table.h"
#include "utf8.h"

#include <stdio.h>
#include <string.h>
#include <wchar.h>

#define TAB_COLUMNS   8u
#define DOTTED_CIRCLE 0x25CCu /* what a mark without a base stands on */

struct piece {
	const struct plain *walk;
	struct shown *shown;
	size_t at;	   /* behind what was taken */
	size_t marks;	   /* taken, joiners and selectors too */
	uint32_t base;	   /* the code point that it stands on */
	uint32_t previous; /* the last code point taken */
};

/* The code point at `at`, also behind the cluster; `len` 0 at the end of all. */
static struct utf8 decode(const struct plain *walk, size_t at)
{
	if (at >= walk->clusters.end)
		return (struct utf8){ 0 };
	return utf8_decode(walk->clusters.bytes + at, walk->clusters.end - at);
}

static int columns_of(uint32_t point)
{
	return wcwidth((wchar_t)point);
}

static enum plain_way way_of(struct utf8 c)
{
	enum plain_way way = c.valid ? plain_way(c.point) : PLAIN_REPLACE;

	/* What the C library can't measure, curses can't place. */
	return way == PLAIN_SHOW && columns_of(c.point) < 0 ? PLAIN_REPLACE : way;
}

static bool is_mark(struct utf8 c)
{
	return way_of(c) == PLAIN_SHOW && columns_of(c.point) == 0;
}

static void put_token(struct shown *shown, const char *token)
{
	shown->token = true;
	shown->len = shown->columns = (uint8_t)strlen(token);
	memcpy(shown->text, token, shown->len + 1u);
}

static void put_replacement(struct shown *shown)
{
	put_token(shown, "\xEF\xBF\xBD");
	shown->columns = 1;
}

static void put_count(struct shown *shown, size_t count)
{
	char token[PLAIN_MAX];

	snprintf(token, sizeof token, "+%zu", count);
	put_token(shown, token);
}

static void put_code(struct shown *shown, uint32_t point)
{
	char token[PLAIN_MAX];

	if (point < 0x100)
		snprintf(token, sizeof token, "<%02X>", (unsigned)point);
	else
		snprintf(token, sizeof token, "<%04X>", (unsigned)point);
	put_token(shown, token);
}

static void put_blanks(struct shown *shown, size_t count)
{
	memset(shown->text, ' ', count);
	shown->text[count] = '\0';
	shown->len = shown->columns = (uint8_t)count;
}

static void put_line_end(struct shown *shown, enum plain_line_ends ends)
{
	put_blanks(shown, 1);
	if (ends == PLAIN_ENDS_KEPT) {
		shown->text[0] = '\n';
		shown->columns = 0;
	}
}

/* Adds a code point to the piece's text. */
static void put_point(struct piece *piece, uint32_t point)
{
	struct shown *shown = piece->shown;

	shown->len = (uint8_t)(shown->len + utf8_encode(point, shown->text + shown->len));
	shown->text[shown->len] = '\0';
	piece->previous = point;
}

/* The same for one that stands at piece->at. */
static void take(struct piece *piece, struct utf8 c)
{
	put_point(piece, c.point);
	piece->at += c.len;
}

static bool take_mark(struct piece *piece, struct utf8 c)
{
	if (piece->marks == PLAIN_MARKS || piece->shown->len + UTF8_MAX >= PLAIN_MAX)
		return false;
	piece->marks++;
	take(piece, c);
	return true;
}

/* Takes what follows and has no column of its own; false where something else begins. */
static bool take_follower(struct piece *piece)
{
	struct utf8 c = decode(piece->walk, piece->at);

	switch (way_of(c)) {
	case PLAIN_SHOW:
		return columns_of(c.point) == 0 && take_mark(piece, c);
	case PLAIN_SELECTOR:
		return piece->previous == piece->base && plain_selects(c.point, piece->base) &&
		       take_mark(piece, c);
	case PLAIN_JOINER:
		return plain_joins(piece->previous) &&
		       plain_joins(decode(piece->walk, piece->at + c.len).point) &&
		       take_mark(piece, c);
	default:
		return false;
	}
}

static void take_followers(struct piece *piece)
{
	while (piece->at < piece->walk->cluster.end && take_follower(piece))
		;
}

/* Takes joined pictures or a flag: all, or where they are too long the first. */
static void take_emoji(struct piece *piece, struct emoji emoji)
{
	size_t start = piece->at;
	size_t end = emoji.end - start < PLAIN_MAX ? emoji.end : emoji.first_end;
	size_t spacing = 0;

	while (piece->at < end) {
		struct utf8 c = decode(piece->walk, piece->at);

		spacing += columns_of(c.point) > 0;
		take(piece, c);
	}
	if (spacing > 1)
		piece->shown->columns = 2;
}

/* A base and what stands on it. */
static void take_base(struct piece *piece, struct utf8 c)
{
	struct span rest = { piece->at, piece->walk->cluster.end };
	struct emoji emoji = emoji_at(piece->walk->clusters.bytes, rest);

	piece->base = c.point;
	piece->shown->columns = columns_of(c.point) > 1 ? 2 : 1;
	if (emoji.count)
		take_emoji(piece, emoji);
	else
		take(piece, c);
	take_followers(piece);
}

/* Marks that begin a cluster have nothing to stand on. */
static void take_circle(struct piece *piece)
{
	piece->base = DOTTED_CIRCLE;
	piece->shown->columns = 1;
	put_point(piece, DOTTED_CIRCLE);
	take_followers(piece);
}

/* Counts the marks at piece->at instead of showing them. */
static void count_marks(struct piece *piece)
{
	size_t count = 0;

	for (; piece->at < piece->walk->cluster.end; count++) {
		struct utf8 c = decode(piece->walk, piece->at);

		if (!is_mark(c))
			break;
		piece->at += c.len;
	}
	put_count(piece->shown, count);
}

/* Counts the pictures that the joiner `c` joins to the first one; false if there are none. */
static bool count_pictures(struct piece *piece, struct utf8 c)
{
	struct span rest = { piece->at + c.len, piece->walk->cluster.end };
	struct emoji emoji;

	if (span_empty(rest))
		return false;
	emoji = emoji_at(piece->walk->clusters.bytes, rest);
	if (!emoji.count)
		return false;
	put_count(piece->shown, emoji.count);
	piece->at = emoji.end;
	return true;
}

static void show_letter(struct piece *piece, struct utf8 c)
{
	if (columns_of(c.point) > 0)
		take_base(piece, c);
	else if (piece->at == piece->walk->cluster.start)
		take_circle(piece);
	else
		count_marks(piece);
}

static void show_control(struct piece *piece, struct utf8 c)
{
	const struct plain *walk = piece->walk;
	bool before_lf = c.point == '\r' && decode(walk, piece->at + 1).point == '\n';

	piece->at += before_lf ? 2 : 1;
	if (c.point == '\n' || before_lf)
		put_line_end(piece->shown, walk->ends);
	else if (c.point == '\t')
		put_blanks(piece->shown, TAB_COLUMNS - walk->column % TAB_COLUMNS);
	else
		put_token(piece->shown, (char[]){ '^', (char)(c.point ^ 0x40), '\0' });
}

/* What takes the place of one code point. */
static void show_instead(struct piece *piece, struct utf8 c, enum plain_way way)
{
	if (way == PLAIN_REPLACE)
		put_replacement(piece->shown);
	else if (way != PLAIN_NOTHING)
		put_code(piece->shown, c.point);
	piece->at += c.len;
}

size_t plain_piece(const struct plain *walk, struct shown *shown)
{
	struct piece piece = { .walk = walk, .shown = shown, .at = walk->at };
	struct utf8 c = decode(walk, piece.at);
	enum plain_way way = way_of(c);

	if (way == PLAIN_SHOW)
		show_letter(&piece, c);
	else if (way == PLAIN_CARET)
		show_control(&piece, c);
	else if (way != PLAIN_JOINER || !count_pictures(&piece, c))
		show_instead(&piece, c, way);
	return piece.at;
}
