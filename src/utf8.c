#include "utf8.h"

#include <string.h>

/* Table 3-7 of the Unicode Standard: what may follow which first byte. */
struct lead {
	uint8_t len;	   /* bytes of the character; 0 for what begins none */
	uint8_t low, high; /* the second byte's range */
	uint8_t mask;	   /* the first byte's bits that count */
};

static const struct lead leads[] = {
	{ 0, 0, 0, 0 },		 /* 0: 80..C1, F5..FF */
	{ 2, 0x80, 0xBF, 0x1F }, /* 1: C2..DF */
	{ 3, 0xA0, 0xBF, 0x0F }, /* 2: E0, no overlong forms */
	{ 3, 0x80, 0xBF, 0x0F }, /* 3: E1..EC, EE, EF */
	{ 3, 0x80, 0x9F, 0x0F }, /* 4: ED, no surrogates */
	{ 4, 0x90, 0xBF, 0x07 }, /* 5: F0, no overlong forms */
	{ 4, 0x80, 0xBF, 0x07 }, /* 6: F1..F3 */
	{ 4, 0x80, 0x8F, 0x07 }, /* 7: F4, nothing past 10FFFF */
	{ 1, 0x00, 0xFF, 0x7F }, /* 8: 00..7F, behind which anything stands */
};

/* The row of the table above for each first byte. */
static const uint8_t lead_row[256] = {
	8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, /* 00 */
	8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, /* 10 */
	8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, /* 20 */
	8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, /* 30 */
	8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, /* 40 */
	8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, /* 50 */
	8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, /* 60 */
	8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, /* 70 */
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, /* 80 */
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, /* 90 */
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, /* A0 */
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, /* B0 */
	0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, /* C0 */
	1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, /* D0 */
	2, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4, 3, 3, /* E0 */
	5, 6, 6, 6, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, /* F0 */
};

static bool continues(char byte)
{
	return ((unsigned char)byte & 0xC0) == 0x80;
}

static bool ascii(char byte)
{
	return (unsigned char)byte < 0x80;
}

static struct utf8 damaged(size_t len)
{
	return (struct utf8){ UTF8_REPLACEMENT, (uint8_t)len, false };
}

/*
 * One to three bytes, where three can be read: nearly all characters. Without branches, since
 * in some texts they take turns. False where they are damaged, or others.
 */
static bool decode_short(const unsigned char *at, const struct lead *lead, struct utf8 *u)
{
	const uint32_t all =
		(uint32_t)(at[0] & lead->mask) << 12 | (at[1] & 0x3Fu) << 6 | (at[2] & 0x3Fu);
	const bool second = (at[1] >= lead->low) & (at[1] <= lead->high);
	const bool third = (lead->len < 3) | ((at[2] & 0xC0) == 0x80);

	*u = (struct utf8){ all >> 6 * ((3u - lead->len) & 3u), lead->len, true };
	return (lead->len - 1u < 3) & second & third;
}

struct utf8 utf8_decode(const char *bytes, size_t len)
{
	const unsigned char *at = (const unsigned char *)bytes;
	const struct lead *lead = &leads[lead_row[at[0]]];
	uint32_t point;
	struct utf8 u;

	if (len > 2 && decode_short(at, lead, &u))
		return u;
	if (at[0] < 0x80)
		return (struct utf8){ at[0], 1, true };
	if (!lead->len || len < 2 || at[1] < lead->low || at[1] > lead->high)
		return damaged(1);
	point = (uint32_t)(at[0] & lead->mask) << 6 | (at[1] & 0x3Fu);
	for (size_t n = 2; n < lead->len; n++) {
		if (n >= len || !continues(bytes[n]))
			return damaged(n);
		point = point << 6 | (at[n] & 0x3Fu);
	}
	return (struct utf8){ point, lead->len, true };
}

static char continuation(uint32_t bits)
{
	return (char)(0x80 | (bits & 0x3F));
}

size_t utf8_encode(uint32_t point, char out[UTF8_MAX])
{
	if (point < 0x80) {
		out[0] = (char)point;
		return 1;
	}
	if (point < 0x800) {
		out[0] = (char)(0xC0 | point >> 6);
		out[1] = continuation(point);
		return 2;
	}
	if (point < 0x10000) {
		out[0] = (char)(0xE0 | point >> 12);
		out[1] = continuation(point >> 6);
		out[2] = continuation(point);
		return 3;
	}
	out[0] = (char)(0xF0 | point >> 18);
	out[1] = continuation(point >> 12);
	out[2] = continuation(point >> 6);
	out[3] = continuation(point);
	return 4;
}

/*
 * Counting without decoding. Each byte begins a code point (or a damaged
 * sequence) unless it is a continuation that the one to three bytes before it
 * asked for; a first byte is never taken as a continuation. So whether a
 * byte *follows* depends on its nearest neighbours only, in damaged text too,
 * and sixteen bytes can be judged at once: a comparison of lanes is 0xFF in
 * each lane where it holds, 0 elsewhere.
 */
#define BLOCK  128u
#define BEHIND 3u /* bytes before a block that its first bytes may belong to */
#define LANES  16u

typedef uint8_t lanes __attribute__((vector_size(LANES)));

static lanes load(const uint8_t *from)
{
	lanes all;

	memcpy(&all, from, sizeof all);
	return all;
}

static lanes continuing(lanes byte)
{
	return (lanes)((byte & 0xC0) == 0x80);
}

/* Where `next` is what table 3-7 allows as the second byte behind `lead`. */
static lanes second(lanes lead, lanes next)
{
	lanes refused = (lanes)(lead < 0xC2) | (lanes)(lead > 0xF4) |
			((lanes)(lead == 0xE0) & (lanes)(next < 0xA0)) |
			((lanes)(lead == 0xED) & (lanes)(next > 0x9F)) |
			((lanes)(lead == 0xF0) & (lanes)(next < 0x90)) |
			((lanes)(lead == 0xF4) & (lanes)(next > 0x8F));

	return continuing(next) & ~refused;
}

/* Where the byte at[3] of each lane belongs to a character begun by one before it. */
static lanes follows(const uint8_t *at)
{
	lanes a = load(at), b = load(at + 1), c = load(at + 2), d = load(at + 3);
	lanes last = continuing(d);

	return second(c, d) | (second(b, c) & (lanes)(b >= 0xE0) & last) |
	       (second(a, b) & (lanes)(a >= 0xF0) & continuing(c) & last);
}

/* How many of block[BEHIND..BEHIND + BLOCK) follow. */
static size_t followers(const uint8_t block[BEHIND + BLOCK])
{
	lanes counts = { 0 };
	size_t count = 0;

	for (size_t at = 0; at < BLOCK; at += LANES)
		counts -= follows(block + at); /* 0xFF is -1 */
	for (size_t lane = 0; lane < LANES; lane++)
		count += counts[lane];
	return count;
}

static bool block_ascii(const char *bytes)
{
	uint64_t words[BLOCK / sizeof(uint64_t)], all = 0;

	memcpy(words, bytes, BLOCK);
	for (size_t n = 0; n < BLOCK / sizeof(uint64_t); n++)
		all |= words[n];
	return !(all & 0x8080808080808080u);
}

/* How many code points begin in the block at `at`, which may be cut by the end. */
static size_t block_count(const char *bytes, size_t len, size_t at)
{
	size_t room = len - at < BLOCK ? len - at : BLOCK;
	size_t behind = at < BEHIND ? at : BEHIND;
	uint8_t block[BEHIND + BLOCK] = { 0 };

	if (room == BLOCK && block_ascii(bytes + at))
		return BLOCK;
	memcpy(block + BEHIND - behind, bytes + at - behind, behind + room);
	return room - followers(block);
}

size_t utf8_count(const char *bytes, size_t len)
{
	size_t count = 0;

	for (size_t at = 0; at < len; at += BLOCK)
		count += block_count(bytes, len, at);
	return count;
}

size_t utf8_skip(const char *bytes, size_t len, size_t *points)
{
	size_t at = 0, done = 0, start;

	while (len - at > BLOCK) {
		size_t here = block_count(bytes, len, at);

		if (here > *points - done)
			break;
		done += here;
		at += BLOCK;
	}
	/* The block may begin within a character that was counted before it. */
	start = utf8_start(bytes, len, at);
	if (start < at)
		at = start + utf8_decode(bytes + start, len - start).len;
	for (; at < len && done < *points; done++)
		at += utf8_decode(bytes + at, len - at).len;
	*points = done;
	return at;
}

size_t utf8_start(const char *bytes, size_t len, size_t at)
{
	if (at >= len || !continues(bytes[at]))
		return at;
	for (size_t back = 1; back < UTF8_MAX && back <= at; back++) {
		size_t start = at - back;

		if (continues(bytes[start]))
			continue;
		return utf8_decode(bytes + start, len - start).len > back ? start : at;
	}
	return at;
}

void utf8_mend(const char *bytes, size_t len, char *out)
{
	size_t at = 0;

	while (at < len) {
		struct utf8 c;

		if (ascii(bytes[at])) {
			out[at] = bytes[at];
			at++;
			continue;
		}
		c = utf8_decode(bytes + at, len - at);
		if (c.valid)
			memcpy(out + at, bytes + at, c.len);
		else
			memset(out + at, 'x', c.len);
		at += c.len;
	}
}

void utf8_replace(struct buf *out, const char *bytes, size_t len)
{
	for (size_t at = 0; at < len;) {
		struct utf8 c = utf8_decode(bytes + at, len - at);
		char encoded[UTF8_MAX];

		buf_add(out, encoded, utf8_encode(c.point, encoded));
		at += c.len;
	}
}
