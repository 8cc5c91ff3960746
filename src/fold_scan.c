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
typedef uint64_t halves __attribute__((vector_size(LANES)));

/* So many bytes are looked at: a word, what stands behind it and what behind that. */
#define WINDOW (LANES + 2)

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

/* 14 or 14th; 1980s. */
static inline unsigned number_marks(const char *word, size_t len)
{
	if (len <= 2 || (len <= 4 && word[len - 1] > '9'))
		return FOLD_MARK_DAY;
	if (len == 4 && is_century(word))
		return FOLD_MARK_YEAR;
	return len == 5 && word[4] == 's' && is_century(word) ? FOLD_MARK_DATE : 0;
}

/* How many digits stand first in what is left; they and a mark behind them are left out. */
static size_t take_digits(const char **at, size_t *left, char *mark)
{
	size_t count = 0;

	while (count < *left && (*at)[count] >= '0' && (*at)[count] <= '9')
		count++;
	*mark = count < *left ? (*at)[count] : '\0';
	*at += count + (*mark != '\0');
	*left -= count + (*mark != '\0');
	return count;
}

/* 14.03.2024, 3/14/2024, 2024/03/14; no 1.000.000. */
static bool is_dated(const struct fold_word *word)
{
	const char *at = word->bytes;
	size_t left = word->len, first, second, third;
	char mark, same, end;

	first = take_digits(&at, &left, &mark);
	second = take_digits(&at, &left, &same);
	third = take_digits(&at, &left, &end);
	if (left || end || mark != same || (mark != '.' && mark != '/'))
		return false;
	return second && second <= 2 &&
	       ((first && first <= 2 && third == 4) || (first == 4 && third && third <= 2));
}

static uint8_t marks_of(const struct fold_walk *walk, const struct fold_word *word)
{
	/* Behind the stop of an abbreviation goes on what began before: "4 oz. of flour". */
	bool opens = word->opens && word->begins != FOLD_LOWER && word->begins != FOLD_NUMBER;
	unsigned marks = opens ? FOLD_MARK_OPENS : 0;

	if (word->begins == FOLD_UPPER && word->len > 1 && point_is_upper(walk->last))
		marks |= FOLD_MARK_CAPITALS;
	if (word->begins == FOLD_NUMBER) {
		marks |= number_marks(word->bytes, word->len);
		marks |= is_dated(word) ? FOLD_MARK_DATE : 0;
	}
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
static inline size_t zero_lanes(halves all)
{
	const size_t far = all[0] ? 0 : sizeof all[0];
	const uint64_t half = far ? all[1] : all[0];

	return half ? far + zero_bytes(half) : LANES;
}

/* How many letters and digits `raw` begins with. */
static inline size_t plain_length(lanes raw)
{
	const lanes small = raw | 0x20;

	return zero_lanes((halves)((lanes)(small - 'a') > 25) &
			  (halves)((lanes)(raw - '0') > 9));
}

/* The first `len` of `raw` in small letters, zeros behind. */
static inline struct fold_halves small_letters(lanes raw, size_t len)
{
	static const uint8_t keep[2 * LANES] = {
		0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
		0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF
	};
	lanes mask;
	halves kept;

	memcpy(&mask, keep + LANES - len, sizeof mask);
	kept = (halves)((raw | 0x20) & mask);
	return (struct fold_halves){ kept[0], kept[1] };
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

static inline uint8_t plain_marks(const struct fold_walk *walk, const char *word, size_t len,
				  enum fold_case begins)
{
	unsigned marks = walk->quoted ? FOLD_MARK_QUOTED : 0;

	if (begins == FOLD_NUMBER)
		return (uint8_t)(marks | number_marks(word, len));
	if (len >= 4)
		marks |= FOLD_MARK_LONG;
	if (begins == FOLD_UPPER) {
		marks |= walk->ended ? FOLD_MARK_OPENS : 0;
		marks |= len > 1 && word[len - 1] <= 'Z' ? FOLD_MARK_CAPITALS : 0;
	}
	return (uint8_t)marks;
}

static enum fold_case plain_case(char first)
{
	if (first <= '9')
		return FOLD_NUMBER;
	return first >= 'a' ? FOLD_LOWER : FOLD_UPPER;
}

/* Where WINDOW bytes from the walk's place on can be read: at the end they are copied. */
static inline const char *window_at(const struct fold_walk *walk, char copy[WINDOW])
{
	const size_t left = walk->end - walk->at;

	if (left >= WINDOW)
		return walk->bytes + walk->at;
	memset(copy, ' ', WINDOW);
	return memcpy(copy, walk->bytes + walk->at, left);
}

/*
 * Takes the plain word that `walk` stands at, `word` in its window. False where it is of
 * another kind, or too long, or may go on; nothing is taken then.
 */
static inline bool take_plain(struct fold_walk *walk, const char *word, uint64_t seed,
			      struct fold_token *token)
{
	struct fold_halves letters;
	lanes raw;
	size_t len;

	memcpy(&raw, word, sizeof raw);
	len = plain_length(raw);
	if (!len || len == LANES || goes_on((unsigned char)word[len - 1], word + len))
		return false;
	letters = small_letters(raw, len);
	token->hash = fold_hash_halves(letters, len, seed);
	token->rank = (uint8_t)fold_hash_halves(letters, len, 0);
	token->begins = (uint8_t)plain_case(*word);
	token->marks = plain_marks(walk, word, len, token->begins);
	walk->at += len;
	walk->last = walk->inner = (unsigned char)word[len - 1];
	walk->gap = 0;
	walk->stopped = walk->ended = false;
	walk->joined = true;
	return true;
}

/* True for what may be a sign: fold_walk_next() tells. */
static bool may_be_sign(const struct fold_walk *walk, unsigned char c)
{
	const unsigned char next =
		walk->at + 1 < walk->end ? (unsigned char)walk->bytes[walk->at + 1] : ' ';

	if (c == '#')
		return walk->joined;
	return !walk->joined && (next >= 0x80 || next == '&' || next == '$' || next == '.' ||
				 (next >= '0' && next <= '9'));
}

/* Passes what parts words, as far as it is of ASCII and never a part of one. */
static inline void pass_plain(struct fold_walk *walk)
{
	while (walk->at < walk->end) {
		const unsigned char c = (unsigned char)walk->bytes[walk->at];

		if (!has(c, FOLD_TRAIT_PASSED) ||
		    (has(c, FOLD_TRAIT_SIGN) && may_be_sign(walk, c)))
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
	char window[WINDOW];
	uint8_t gap;

	tokens->count = 0;
	for (;;) {
		pass_plain(walk);
		gap = walk->gap;
		if (!take_plain(walk, window_at(walk, window), seed, &token)) {
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
