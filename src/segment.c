#include "segment.h"

#include "utf8.h"

#include <string.h>
#include <unictype.h>
#include <unigbrk.h>

/*
 * How far grapheme_floor() looks back for a border that is one whatever stands
 * before it. Prose has one at each blank; flags or marks in endless rows don't.
 */
#define LOOK_BACK 4096u

static bool printable(char c)
{
	return c >= ' ' && c <= '~';
}

static bool ascii(char c)
{
	return (unsigned char)c < 0x80;
}

/* A printable ASCII character before another ASCII one is a cluster of its own. */
static bool stands_alone(const char *bytes, size_t at, size_t end)
{
	return printable(bytes[at]) && (at + 1 == end || ascii(bytes[at + 1]));
}

struct graphemes graphemes_in(const char *bytes, struct span span)
{
	return (struct graphemes){
		.bytes = bytes, .at = span.start, .end = span.end, .window = span.start
	};
}

/* A damaged sequence counts as one code point: no break within it. */
static void join_damaged(struct graphemes *walk)
{
	const char *bytes = walk->bytes + walk->window;

	for (size_t at = 0; at < walk->known;) {
		struct utf8 c = utf8_decode(bytes + at, walk->known - at);

		if (!c.valid)
			memset(walk->breaks + at + 1, 0, c.len - 1u);
		at += c.len;
	}
}

/*
 * Decides the breaks from `at`, a border, on. Whether there is one before a
 * character depends on what stands before it alone, so a window's end
 * changes nothing, as long as it doesn't cut a character.
 */
static void look_ahead(struct graphemes *walk)
{
	size_t end = walk->end - walk->at;
	char mended[SEGMENT_WINDOW];

	if (end > SEGMENT_WINDOW)
		end = utf8_start(walk->bytes + walk->at, end, SEGMENT_WINDOW);
	walk->window = walk->at;
	walk->known = end;
	utf8_mend(walk->bytes + walk->at, end, mended);
	u8_grapheme_breaks((const uint8_t *)mended, end, walk->breaks);
	join_damaged(walk);
}

/* The end of the cluster at `at` in the window, or the window's end if it is not seen. */
static size_t cluster_end(const struct graphemes *walk)
{
	size_t known = walk->window + walk->known, points = 1;
	size_t at = walk->at;

	at += utf8_decode(walk->bytes + at, known - at).len;
	while (at < known && !walk->breaks[at - walk->window] && points < SEGMENT_CLUSTER_MAX) {
		at += utf8_decode(walk->bytes + at, known - at).len;
		points++;
	}
	return at;
}

bool graphemes_next(struct graphemes *walk, struct span *cluster)
{
	size_t end;

	if (walk->at >= walk->end)
		return false;
	if (stands_alone(walk->bytes, walk->at, walk->end)) {
		end = walk->at + 1;
	} else {
		if (walk->at >= walk->window + walk->known)
			look_ahead(walk);
		end = cluster_end(walk);
		if (end == walk->window + walk->known && end < walk->end) {
			look_ahead(walk);
			end = cluster_end(walk);
		}
	}
	*cluster = (struct span){ walk->at, end };
	walk->at = end;
	return true;
}

/* True if `b` begins a cluster behind `a` whatever stands before `a`. */
static bool sure_break(uint32_t a, uint32_t b)
{
	int before = uc_graphemeclusterbreak_property(a);

	if (a == '\n' || before == GBP_CONTROL)
		return true;
	return uc_graphemeclusterbreak_property(b) == GBP_OTHER && before != GBP_PREPEND &&
	       before != GBP_ZWJ;
}

/* A sure border at or before `at`, a character's start; else one that is far enough back. */
static size_t anchor(const char *bytes, struct span limits, size_t at)
{
	const char *text = bytes + limits.start;
	size_t len = span_length(limits), here = at - limits.start, from = here;
	uint32_t point;

	if (here == len)
		return at;
	point = utf8_decode(text + here, len - here).point;
	while (here > 0 && from - here < LOOK_BACK) {
		size_t before = utf8_start(text, len, here - 1);
		uint32_t earlier = utf8_decode(text + before, len - before).point;

		if (sure_break(earlier, point))
			break;
		here = before;
		point = earlier;
	}
	return limits.start + here;
}

/* The cluster that holds byte `at`, which is not the limits' end. */
static struct span cluster_around(const char *bytes, struct span limits, size_t at)
{
	size_t start = utf8_start(bytes + limits.start, span_length(limits), at - limits.start);
	struct span cluster = { at, at };
	struct graphemes walk;

	start = anchor(bytes, limits, limits.start + start);
	walk = graphemes_in(bytes, (struct span){ start, limits.end });
	while (graphemes_next(&walk, &cluster) && cluster.end <= at)
		;
	return cluster;
}

size_t grapheme_floor(const char *bytes, struct span limits, size_t at)
{
	if (at <= limits.start)
		return limits.start;
	if (at >= limits.end)
		return limits.end;
	return cluster_around(bytes, limits, at).start;
}

size_t grapheme_ceiling(const char *bytes, struct span limits, size_t at)
{
	struct span cluster;

	if (at <= limits.start)
		return limits.start;
	if (at >= limits.end)
		return limits.end;
	cluster = cluster_around(bytes, limits, at);
	return cluster.start == at ? at : cluster.end;
}

bool point_is_letter(unsigned point)
{
	return uc_is_general_category_withtable(point, UC_CATEGORY_MASK_L);
}

bool point_is_upper(unsigned point)
{
	return uc_is_general_category_withtable(point,
						UC_CATEGORY_MASK_Lu | UC_CATEGORY_MASK_Lt);
}

bool point_is_digit(unsigned point)
{
	return uc_is_general_category_withtable(point, UC_CATEGORY_MASK_Nd);
}

bool point_is_space(unsigned point)
{
	return uc_is_property_white_space(point);
}
