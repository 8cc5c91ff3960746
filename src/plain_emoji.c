#include "plain_emoji.h"

#include "plain_table.h"
#include "utf8.h"

#define BLACK_FLAG 0x1F3F4u
#define CANCEL_TAG 0xE007Fu
#define JOINER	   0x200Du
#define SELECTOR   0xFE0Fu
#define TAGS_MAX   5u /* of a region's flag, such as gbeng */

/* The code point at span.start; `len` 0 at the end. */
static struct utf8 first(const char *bytes, struct span span)
{
	if (span_empty(span))
		return (struct utf8){ 0 };
	return utf8_decode(bytes + span.start, span_length(span));
}

static bool is_regional(uint32_t point)
{
	return point >= 0x1F1E6 && point <= 0x1F1FF;
}

static bool is_skin_tone(uint32_t point)
{
	return point >= 0x1F3FB && point <= 0x1F3FF;
}

/* Behind the tags at span.start that name a region; span.start if they don't. */
static size_t behind_tags(const char *bytes, struct span span)
{
	struct span left = span;

	for (size_t count = 0; count <= TAGS_MAX; count++) {
		struct utf8 c = first(bytes, left);
		uint32_t sign = c.point - 0xE0000;

		left.start += c.len;
		if (c.point == CANCEL_TAG && count)
			return left.start;
		if (!(sign >= '0' && sign <= '9') && !(sign >= 'a' && sign <= 'z'))
			break;
	}
	return span.start;
}

/* Behind one picture; span.start if none stands there. */
static size_t behind_picture(const char *bytes, struct span span)
{
	struct utf8 base = first(bytes, span), c;
	struct span left = { span.start + base.len, span.end };

	if (!plain_is_emoji(base.point))
		return span.start;
	if (base.point == BLACK_FLAG) {
		size_t behind = behind_tags(bytes, left);

		if (behind > left.start)
			return behind;
	}
	c = first(bytes, left);
	if (is_skin_tone(c.point) ||
	    (c.point == SELECTOR && plain_selects(SELECTOR, base.point)))
		left.start += c.len;
	return left.start;
}

static struct emoji flag_at(const char *bytes, struct span span)
{
	struct utf8 a = first(bytes, span);
	struct span left = { span.start + a.len, span.end };
	struct utf8 b = first(bytes, left);

	if (!is_regional(a.point) || !is_regional(b.point))
		return (struct emoji){ 0, span.start, span.start };
	return (struct emoji){ 1, left.start + b.len, left.start + b.len };
}

struct emoji emoji_at(const char *bytes, struct span span)
{
	size_t end = behind_picture(bytes, span);
	struct emoji emoji = { 1, end, end };

	if (end == span.start)
		return flag_at(bytes, span);
	for (;;) {
		struct span left = { emoji.end, span.end };
		struct utf8 joiner = first(bytes, left);

		left.start += joiner.len;
		if (joiner.point != JOINER)
			return emoji;
		end = behind_picture(bytes, left);
		if (end == left.start)
			return emoji;
		emoji.count++;
		emoji.end = end;
	}
}
