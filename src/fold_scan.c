#include "fold_scan.h"

#include "array.h"
#include "fold_class.h"
#include "fold_hash.h"
#include "segment.h"

#include <string.h>

/*
 * Sixteen bytes judged at once: a comparison of lanes is 0xFF in each lane where it holds, 0
 * elsewhere.
 */
#define LANES FOLD_HASH_SHORT
typedef uint8_t lanes __attribute__((vector_size(LANES)));

/* A word and what stands beside it. */
struct plain {
	size_t len;
	unsigned char last;
	struct fold_halves bytes; /* in small letters, zeros behind */
};

static bool add(struct fold_tokens *tokens, struct fold_token token, struct err *err)
{
	if (tokens->count == tokens->capacity && !ARRAY_RESERVE(tokens, 1, err))
		return false;
	tokens->items[tokens->count++] = token;
	return true;
}

/* 1900 to 2099 begin so. */
static bool is_century(const void *digits)
{
	return !memcmp(digits, "19", 2) || !memcmp(digits, "20", 2);
}

static uint8_t marks_of(const struct fold_walk *walk, const struct fold_word *word)
{
	/* Behind the stop of an abbreviation goes on what began before: "4 oz. of flour". */
	bool opens = word->opens && word->begins != FOLD_LOWER && word->begins != FOLD_NUMBER;
	unsigned marks = opens ? FOLD_MARK_OPENS : 0;

	if (word->begins == FOLD_UPPER && word->len > 1 && point_is_upper(walk->last))
		marks |= FOLD_MARK_CAPITALS;
	if (word->begins == FOLD_NUMBER && word->len == 4 && is_century(word->bytes))
		marks |= FOLD_MARK_YEAR;
	if (word->len >= 4 && word->begins != FOLD_NUMBER && word->begins != FOLD_SIGN)
		marks |= FOLD_MARK_LONG;
	if (walk->quoted)
		marks |= FOLD_MARK_QUOTED;
	return (uint8_t)marks;
}

/* How many bytes stand before the first that is not zero; `half` is none or more. */
static size_t zero_bytes(uint64_t half)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	return (size_t)__builtin_clzll(half) / 8;
#else
	return (size_t)__builtin_ctzll(half) / 8;
#endif
}

/* How many lanes stand before the first that is not zero. Without branches: words differ. */
static inline size_t zero_lanes(struct fold_halves all)
{
	const size_t far = all.low ? 0 : sizeof all.low;
	const uint64_t half = far ? all.high : all.low;

	return half ? far + zero_bytes(half) : LANES;
}

/* The word at `from`, of which LANES bytes may be read. Length LANES: it may go on. */
static inline struct plain plain_at(const char *from)
{
	static const uint8_t keep[2 * LANES] = {
		0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
		0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF
	};
	struct plain plain = { .len = 0 };
	struct fold_halves other;
	lanes raw, small, mask;

	memcpy(&raw, from, sizeof raw);
	small = raw | 0x20;
	mask = (lanes)((lanes)(small - 'a') > 25) & (lanes)((lanes)(raw - '0') > 9);
	memcpy(&other, &mask, sizeof other);
	plain.len = zero_lanes(other);
	memcpy(&mask, keep + LANES - plain.len, sizeof mask);
	small &= mask;
	memcpy(&plain.bytes, &small, sizeof plain.bytes);
	return plain;
}

static bool has(unsigned char c, unsigned traits)
{
	return c < 0x80 && fold_ascii_traits[c] & traits;
}

/* True if the word that ends before `behind` goes on there, or may do so. */
static bool goes_on(unsigned char last, const char *behind)
{
	const unsigned char c = (unsigned char)behind[0], next = (unsigned char)behind[1];
	const bool strange = next >= 0x80 || next == '&';

	if (c >= 0x80 || c == '&')
		return true;
	if (last > '9')
		return (c == '\'' || c == '`') && (strange || next > '9');
	return (c == '.' || c == ',' || c == ':' || c == '/') &&
	       (strange || (next >= '0' && next <= '9'));
}

static uint8_t plain_marks(const struct fold_walk *walk, const struct plain *plain,
			   enum fold_case begins)
{
	unsigned marks = walk->quoted ? FOLD_MARK_QUOTED : 0;

	if (begins == FOLD_NUMBER)
		return (uint8_t)(marks |
				 (plain->len == 4 && is_century(&plain->bytes) ? FOLD_MARK_YEAR
									       : 0));
	if (plain->len >= 4)
		marks |= FOLD_MARK_LONG;
	if (begins == FOLD_UPPER) {
		marks |= walk->ended ? FOLD_MARK_OPENS : 0;
		marks |= plain->len > 1 && plain->last <= 'Z' ? FOLD_MARK_CAPITALS : 0;
	}
	return (uint8_t)marks;
}

/*
 * Takes the plain word that `walk` stands at. False where it is of another kind, or too long,
 * or may go on; nothing is taken then.
 */
static inline bool take_plain(struct fold_walk *walk, uint64_t seed, struct fold_token *token)
{
	char window[LANES + 2];
	const char *from = walk->bytes + walk->at;
	const size_t left = walk->end - walk->at;
	struct plain plain;
	unsigned char first;

	if (left < sizeof window) {
		memset(window, ' ', sizeof window);
		from = memcpy(window, from, left);
	}
	plain = plain_at(from);
	if (!plain.len || plain.len == LANES)
		return false;
	first = (unsigned char)from[0];
	plain.last = (unsigned char)from[plain.len - 1];
	if (goes_on(plain.last, from + plain.len))
		return false;
	token->hash = fold_hash_halves(plain.bytes, plain.len, seed);
	token->rank = (uint8_t)fold_hash_halves(plain.bytes, plain.len, 0);
	token->begins = first <= '9' ? FOLD_NUMBER : first >= 'a' ? FOLD_LOWER : FOLD_UPPER;
	token->marks = plain_marks(walk, &plain, token->begins);
	walk->at += plain.len;
	walk->last = walk->inner = plain.last;
	walk->gap = 0;
	walk->stopped = walk->ended = false;
	walk->joined = true;
	return true;
}

/* True for what may be a sign before a number. */
static bool is_sign(const struct fold_walk *walk)
{
	const unsigned char next =
		walk->at + 1 < walk->end ? (unsigned char)walk->bytes[walk->at + 1] : ' ';

	return !walk->joined && (next >= 0x80 || next == '&' || (next >= '0' && next <= '9'));
}

/* Passes what parts words, as far as it is of ASCII and never a part of one. */
static inline void pass_plain(struct fold_walk *walk)
{
	while (walk->at < walk->end) {
		const unsigned char c = (unsigned char)walk->bytes[walk->at];

		if (!has(c, FOLD_TRAIT_PASSED) && (c != '-' || is_sign(walk)))
			return;
		walk->at++;
		if (c == ' ') {
			walk->ended |= walk->stopped;
			walk->joined = false;
		} else {
			fold_walk_note(walk, c, fold_ascii_traits[c]);
		}
	}
}

static struct fold_token token_of(const struct fold_walk *walk, const struct fold_word *word,
				  uint64_t seed)
{
	return (struct fold_token){ .hash = fold_hash_bytes(word->bytes, word->len, seed),
				    .begins = (uint8_t)word->begins,
				    .marks = marks_of(walk, word),
				    .rank = (uint8_t)fold_hash_bytes(word->bytes, word->len,
								     0) };
}

bool fold_scan(struct fold_walk *walk, uint64_t seed, struct fold_tokens *tokens,
	       struct err *err)
{
	const size_t start = walk->at;
	struct fold_token token = { 0 };
	struct fold_word word;
	uint8_t gap;

	tokens->count = 0;
	for (;;) {
		pass_plain(walk);
		gap = walk->gap;
		if (!take_plain(walk, seed, &token)) {
			if (!fold_walk_next(walk, &word))
				break;
			gap = word.gap;
			token = token_of(walk, &word, seed);
		}
		token.end = (uint32_t)(walk->at - start);
		if (tokens->count)
			tokens->items[tokens->count - 1].gap = gap;
		if (!add(tokens, token, err))
			return false;
	}
	if (tokens->count)
		tokens->items[tokens->count - 1].gap = walk->gap;
	return true;
}
