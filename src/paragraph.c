#include "paragraph.h"

#include "utf8.h"

#include <string.h>

#define SAMPLE_SIZE 65536u /* bytes that decide between line and block */
#define WRAPPED_MAX 100u   /* code points of the longest line that is still hard-wrapped */

bool paragraph_mode_named(const char *name, enum paragraph_mode *mode)
{
	static const char *const names[] = {
		[PARAGRAPH_AUTO] = "auto",
		[PARAGRAPH_LINE] = "line",
		[PARAGRAPH_BLOCK] = "block",
	};

	for (size_t n = 0; n < sizeof names / sizeof names[0]; n++)
		if (!strcmp(name, names[n])) {
			*mode = (enum paragraph_mode)n;
			return true;
		}
	return false;
}

/*
 * The last LF before `place`, or NULL. Windows grow from the place back: lines are short, and
 * a checked memrchr() looks at all it is given before it begins.
 */
static const char *lf_before(const char *bytes, size_t place)
{
	const char *found = NULL;
	size_t window = 256;

	while (place && !found) {
		size_t len = window < place ? window : place;

		place -= len;
		found = memrchr(bytes + place, '\n', len);
		window *= 2;
	}
	return found;
}

struct span line_at(const struct text *text, size_t at)
{
	size_t place = at < text->len ? at : text->len;
	const char *before = lf_before(text->bytes, place);
	const char *behind = memchr(text->bytes + place, '\n', text->len - place);

	return (struct span){ before ? (size_t)(before - text->bytes) + 1 : 0,
			      behind ? (size_t)(behind - text->bytes) + 1 : text->len };
}

static bool is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

bool line_blank(const struct text *text, struct span span)
{
	for (size_t at = span.start; at < span.end; at++)
		if (!is_blank(text->bytes[at]))
			return false;
	return true;
}

/* Where the line's end begins: its LF, or the CR before that. */
static size_t content_end(const struct text *text, struct span line)
{
	size_t end = line.end;

	if (end == line.start || text->bytes[end - 1] != '\n')
		return end;
	end--;
	return end > line.start && text->bytes[end - 1] == '\r' ? end - 1 : end;
}

/* The line that ends where `line` begins; line.start is not 0. */
static struct span line_before(const struct text *text, struct span line)
{
	return line_at(text, line.start - 1);
}

/* The paragraph that holds the line, which is not blank. */
static struct span whole(const struct text *text, enum paragraph_mode mode, struct span line)
{
	struct span first = line, last = line;

	while (mode == PARAGRAPH_BLOCK && first.start > 0) {
		struct span before = line_before(text, first);

		if (line_blank(text, before))
			break;
		first = before;
	}
	while (mode == PARAGRAPH_BLOCK && last.end < text->len) {
		struct span behind = line_at(text, last.end);

		if (line_blank(text, behind))
			break;
		last = behind;
	}
	return (struct span){ first.start, content_end(text, last) };
}

bool paragraph_next(const struct text *text, enum paragraph_mode mode, size_t from,
		    struct span *paragraph)
{
	struct span line = line_at(text, from);

	for (;; line = line_at(text, line.end)) {
		if (!line_blank(text, line)) {
			struct span found = whole(text, mode, line);

			if (found.end > from) {
				*paragraph = found;
				return true;
			}
			line = line_at(text, found.end);
		}
		if (line.end >= text->len)
			return false;
	}
}

bool paragraph_before(const struct text *text, enum paragraph_mode mode, size_t to,
		      struct span *paragraph)
{
	size_t place = to < text->len ? to : text->len;
	struct span line;

	if (place == 0)
		return false;
	line = line_at(text, place - 1);
	while (line_blank(text, line)) {
		if (line.start == 0)
			return false;
		line = line_before(text, line);
	}
	*paragraph = whole(text, mode, line);
	return true;
}

size_t paragraph_behind(const struct text *text, size_t end)
{
	struct span line = line_at(text, end);

	while (line.end < text->len) {
		struct span next = line_at(text, line.end);

		if (!line_blank(text, next))
			break;
		line = next;
	}
	return line.end;
}

/* What the head of a text says about how it was wrapped. */
struct sample {
	bool blank;	 /* there are blank lines */
	bool wide;	 /* a line is longer than hard-wrapped ones */
	size_t blocks;	 /* runs of lines that are not blank */
	size_t singles;	 /* those of one line */
	size_t smallest; /* lines of the smallest other one; 0 if there is none */
};

static void take_block(struct sample *sample, size_t lines)
{
	if (!lines)
		return;
	sample->blocks++;
	if (lines == 1)
		sample->singles++;
	else if (!sample->smallest || lines < sample->smallest)
		sample->smallest = lines;
}

static struct sample take_sample(const struct text *text)
{
	struct sample sample = { 0 };
	struct text head = *text;
	size_t lines = 0;

	head.len = text->len < SAMPLE_SIZE ? text->len : SAMPLE_SIZE;
	for (size_t at = 0; at < head.len && !sample.wide;) {
		struct span line = line_at(&head, at);
		size_t len = content_end(&head, line) - line.start;

		sample.wide = utf8_count(head.bytes + line.start, len) > WRAPPED_MAX;
		if (line_blank(&head, line)) {
			sample.blank = true;
			take_block(&sample, lines);
			lines = 0;
		} else {
			lines++;
		}
		at = line.end;
	}
	take_block(&sample, lines);
	return sample;
}

/* The median block is known by its neighbours: no list of them is kept. */
static bool median_two_or_more(const struct sample *sample)
{
	size_t others = sample->blocks - sample->singles;

	/* In an even number the median is the mean of the middle two: 1 and 3 are 2. */
	return others > sample->singles ||
	       (others && others == sample->singles && sample->smallest >= 3);
}

enum paragraph_mode paragraph_detect(const struct text *text)
{
	struct sample sample = take_sample(text);

	return sample.blank && !sample.wide && median_two_or_more(&sample) ? PARAGRAPH_BLOCK
									   : PARAGRAPH_LINE;
}

bool paragraph_detected(const struct text *text)
{
	struct text lines = *text;

	/* A CR at the end is part of a line's end once the LF is there. */
	if (lines.len && lines.bytes[lines.len - 1] == '\r')
		lines.len--;
	return !text->growing || text->len >= SAMPLE_SIZE || take_sample(&lines).wide;
}

static size_t count_lines(const char *bytes, size_t len)
{
	const char *const end = bytes + len;
	size_t lines = 0;

	while ((bytes = memchr(bytes, '\n', (size_t)(end - bytes)))) {
		bytes++;
		lines++;
	}
	return lines;
}

size_t line_number(struct line_count *count, const struct text *text, size_t at)
{
	if (at < count->at)
		*count = (struct line_count){ 0 };
	count->lines += count_lines(text->bytes + count->at, at - count->at);
	count->at = at;
	return count->lines + 1;
}
