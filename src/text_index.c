/*
 * Byte offsets to code points and back.
 *
 * points[n] says how many code points stand before the n-th *post*, the start
 * of the character at byte n * STRIDE. Posts are set as far as somebody asked,
 * never further. Without memory for them all counting begins at the start.
 */
#include "text.h"
#include "utf8.h"

#include <stdlib.h>

#define STRIDE 65536u

struct post {
	size_t at;     /* bytes */
	size_t points; /* code points before it */
};

struct text_index {
	struct post asked; /* the last answer: who goes through a text asks just behind it */
	size_t count;	   /* posts set so far */
	size_t room;	   /* for posts: a text may grow */
	size_t points[];
};

/* The byte at which post `n` stands. */
static size_t post_at(const struct text *text, size_t n)
{
	return utf8_start(text->bytes, text->len, n * STRIDE);
}

/* With its first post set; NULL without memory. */
static struct text_index *index_of(struct text *text)
{
	size_t posts = text->len / STRIDE + 1;
	struct text_index *index = text->index;

	if (index && posts <= index->room)
		return index;
	if (index && posts < index->room * 2)
		posts = index->room * 2;
	index = realloc(index, sizeof *index + posts * sizeof index->points[0]);
	if (!index)
		return NULL;
	if (!text->index) {
		*index = (struct text_index){ .count = 1 };
		index->points[0] = 0;
	}
	index->room = posts;
	text->index = index;
	return index;
}

/* Sets the next post; false at the text's end. */
static bool set_post(const struct text *text, struct text_index *index)
{
	size_t n = index->count, from, to;

	if (n > text->len / STRIDE)
		return false;
	from = post_at(text, n - 1);
	to = post_at(text, n);
	index->points[n] = index->points[n - 1] + utf8_count(text->bytes + from, to - from);
	index->count++;
	return true;
}

/* The last post, or answer, at or before byte `at`, which is a character's start. */
static struct post post_before_byte(struct text *text, size_t at)
{
	struct text_index *index = index_of(text);
	size_t n = at / STRIDE;

	if (!index)
		return (struct post){ 0, 0 };
	while (index->count <= n && set_post(text, index))
		;
	if (index->asked.at <= at && index->asked.at > n * STRIDE)
		return index->asked;
	return (struct post){ post_at(text, n), index->points[n] };
}

static void remember(const struct text *text, struct post answer)
{
	if (text->index)
		text->index->asked = answer;
}

/* The last post with at most `points` before it. */
static struct post post_before_point(struct text *text, size_t points)
{
	struct text_index *index = index_of(text);
	size_t low = 0, high;

	if (!index)
		return (struct post){ 0, 0 };
	while (index->points[index->count - 1] <= points && set_post(text, index))
		;
	high = index->count;
	while (high > low + 1) {
		size_t middle = low + (high - low) / 2;

		if (index->points[middle] <= points)
			low = middle;
		else
			high = middle;
	}
	return (struct post){ post_at(text, low), index->points[low] };
}

size_t text_points(struct text *text, size_t offset)
{
	size_t at = offset < text->len ? offset : text->len;
	struct post from, answer;

	at = utf8_start(text->bytes, text->len, at);
	from = post_before_byte(text, at);
	answer.at = at;
	answer.points = from.points + utf8_count(text->bytes + from.at, at - from.at);
	remember(text, answer);
	return answer.points;
}

bool text_offset(struct text *text, size_t points, size_t *offset)
{
	struct post from = post_before_point(text, points);
	size_t wanted = points - from.points, found = wanted;
	size_t len = utf8_skip(text->bytes + from.at, text->len - from.at, &found);

	if (found < wanted)
		return false;
	*offset = from.at + len;
	return true;
}
