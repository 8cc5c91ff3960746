/*
 * Where words begin and end is read off a row of bits, one a byte, so that finding the next
 * word does not wait for the bytes of this one.
 */
#include "fold_plain.h"

#include "array.h"
#include "fold_hash.h"

#include <string.h>

/*
 * Sixteen bytes judged at once: a comparison of lanes is 0xFF in each lane where it holds, 0
 * elsewhere.
 */
#define LANES FOLD_HASH_SHORT
typedef uint8_t lanes __attribute__((vector_size(LANES)));
typedef uint64_t halves __attribute__((vector_size(LANES)));

/* So many bytes are looked at: a word, and two behind it. */
#define WINDOW (LANES + 2)

/* The bytes that a row of bits tells of. */
#define BLOCK 64u

/* Tokens for which room is made at once. */
#define ROOM 64

/* A word, and what was found behind it. */
struct word {
	const char *bytes;
	size_t at; /* where it begins, and how long it is */
	size_t len;
	size_t skip; /* bytes to the next plain word; 0: something else is between */
	bool ends;   /* a stop with a blank behind it is */
};

/* The lowest bit of each byte, that of the first one lowest. */
static inline uint64_t gather(uint64_t bytes)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	bytes = __builtin_bswap64(bytes);
#endif
	return ((bytes & 0x0101010101010101u) * 0x0102040810204080u) >> 56;
}

static inline uint64_t letters_of_lanes(const char *bytes)
{
	lanes raw, small;
	halves found;

	memcpy(&raw, bytes, sizeof raw);
	small = raw | 0x20;
	found = (halves)((lanes)(small - 'a' <= 25) | (lanes)(raw - '0' <= 9));
	return gather(found[0]) | gather(found[1]) << 8;
}

static uint64_t letters_of_block(const char *bytes)
{
	uint64_t found = 0;

	for (unsigned i = 0; i < BLOCK / LANES; i++)
		found |= letters_of_lanes(bytes + i * LANES) << i * LANES;
	return found;
}

/* Of the last `left` bytes of the walk: those before them can be read, too, or all are few. */
static uint64_t letters_at_end(const struct fold_walk *walk, size_t left)
{
	char copy[BLOCK];

	if (walk->end >= BLOCK)
		return letters_of_block(walk->bytes + walk->end - BLOCK) >> (BLOCK - left);
	memset(copy, ' ', BLOCK);
	memcpy(copy, walk->bytes + walk->end - left, left);
	return letters_of_block(copy);
}

static uint64_t letters_at(const struct fold_walk *walk, size_t at)
{
	const size_t left = at < walk->end ? walk->end - at : 0;

	if (left >= BLOCK)
		return letters_of_block(walk->bytes + at);
	return left ? letters_at_end(walk, left) : 0;
}

static void move_to(struct fold_bits *bits, const struct fold_walk *walk, size_t block)
{
	bits->low = block == bits->block + BLOCK ? bits->high : letters_at(walk, block);
	bits->high = letters_at(walk, block + BLOCK);
	bits->block = block;
}

/* The bits from byte `at` on: more than there are bytes in a window. */
static inline uint64_t bits_from(struct fold_bits *bits, const struct fold_walk *walk,
				 size_t at)
{
	size_t by = at - bits->block;

	if (by >= BLOCK) {
		move_to(bits, walk, bits->block + by / BLOCK * BLOCK);
		by %= BLOCK;
	}
	return bits->low >> by | bits->high << 1 << (BLOCK - 1 - by);
}

struct fold_scanner fold_scanner_on(struct fold_walk *walk, uint64_t seed,
				    struct fold_tokens *tokens)
{
	return (struct fold_scanner){ .walk = walk,
				      .tokens = tokens,
				      .seed = seed,
				      .start = walk->at,
				      .bits = { letters_at(walk, walk->at),
						letters_at(walk, walk->at + BLOCK),
						walk->at } };
}

/* 1900 to 2099 begin so. */
static bool is_century(const void *digits)
{
	return !memcmp(digits, "19", 2) || !memcmp(digits, "20", 2);
}

unsigned fold_number_marks(const char *word, size_t len)
{
	if (len <= 2 || (len <= 4 && word[len - 1] > '9'))
		return FOLD_MARK_DAY; /* 14 or 14th */
	if (len == 4 && is_century(word))
		return FOLD_MARK_YEAR;
	return len == 5 && word[4] == 's' && is_century(word) ? FOLD_MARK_DATE : 0;
}

/* The first `len` of the word in small letters, zeros behind. */
static inline struct fold_halves small_letters(const struct word *word)
{
	static const uint8_t keep[2 * LANES] = {
		0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
		0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF
	};
	lanes mask, raw;
	halves kept;

	memcpy(&raw, word->bytes, sizeof raw);
	memcpy(&mask, keep + LANES - word->len, sizeof mask);
	kept = (halves)((raw | 0x20) & mask);
	return (struct fold_halves){ kept[0], kept[1] };
}

/* True if the word, which no blank ends, goes on behind its plain part, or may do so. */
static bool goes_on(const struct word *word)
{
	const char last = word->bytes[word->len - 1];
	const unsigned char c = (unsigned char)word->bytes[word->len];
	const unsigned char next = (unsigned char)word->bytes[word->len + 1];
	const bool strange = next >= 0x80 || next == '&';

	if (c >= 0x80 || c == '&')
		return true;
	if (last > '9')
		return (c == '\'' || c == '`') && (strange || next > '9');
	return (c == '.' || c == ',' || c == ':' || c == '/') &&
	       (strange || (next >= '0' && next <= '9'));
}

/*
 * `marks` are those that the words before it leave to it. Without branches: words differ. Each
 * field by itself: a whole one at once would be put together in memory first.
 */
static inline void set_token(struct fold_token *token, const struct word *word, uint64_t seed,
			     unsigned marks)
{
	const struct fold_halves letters = small_letters(word);
	const char first = *word->bytes, last = word->bytes[word->len - 1];
	const bool upper = first >= 'A' && first <= 'Z';
	const unsigned opens = upper ? FOLD_MARK_OPENS : 0;

	token->hash = fold_hash_halves(letters, word->len, seed);
	token->rank = (uint8_t)fold_hash_halves(letters, word->len, 0);
	token->begins = upper ? FOLD_UPPER : first > '9' ? FOLD_LOWER : FOLD_NUMBER;
	token->gap = word->ends ? FOLD_GAP_DOT : 0;
	token->marks =
		(uint8_t)((marks & (FOLD_MARK_QUOTED | opens)) |
			  (word->len >= 4 ? FOLD_MARK_LONG : 0) |
			  ((upper & (word->len > 1) & (last <= 'Z')) ? FOLD_MARK_CAPITALS : 0));
	if (first <= '9')
		token->marks = (uint8_t)((marks & FOLD_MARK_QUOTED) |
					 fold_number_marks(word->bytes, word->len));
}

/* Where WINDOW bytes from `at` on can be read: at the end they are copied. */
static inline const char *window_at(const struct fold_walk *walk, size_t at, char copy[WINDOW])
{
	const size_t left = walk->end - at;

	if (left >= WINDOW)
		return walk->bytes + at;
	memset(copy, ' ', WINDOW);
	return memcpy(copy, walk->bytes + at, left);
}

/*
 * Looks behind the word; `row` begins with it. That alone tells where the next one begins, so
 * that it need not wait for what is read here.
 */
static inline void look_behind(struct word *word, uint64_t row)
{
	const char c = word->bytes[word->len], next = word->bytes[word->len + 1];

	word->skip = (size_t)__builtin_ctzll(row >> word->len | UINT64_C(1) << LANES);
	word->ends = false;
	if (word->skip == 1 && c == ' ')
		return;
	if (word->skip == 2 && (c == '.' || c == ',') && next == ' ')
		word->ends = c == '.';
	else
		word->skip = 0;
}

/* Finds the plain word that begins at byte word->at; false if there is none. */
static inline bool find(struct fold_bits *bits, const struct fold_walk *walk, struct word *word,
			char copy[WINDOW])
{
	const uint64_t row = bits_from(bits, walk, word->at);

	word->len = (size_t)__builtin_ctzll(~row | UINT64_C(1) << LANES);
	if (!word->len || word->len == LANES)
		return false;
	word->bytes = window_at(walk, word->at, copy);
	look_behind(word, row);
	return word->skip || !goes_on(word);
}

/* The walk has taken words up to byte `at`. */
static void pass(struct fold_walk *walk, size_t at)
{
	walk->at = at;
	walk->last = walk->inner = (unsigned char)walk->bytes[at - 1];
	walk->gap = 0;
	walk->stopped = walk->ended = false;
	walk->joined = true;
}

/*
 * The words from the walk's place on, as long as there is room for them. What it works on is
 * copied: it could not be kept in registers otherwise.
 */
static void take_row(struct fold_scanner *scanner, unsigned quoted)
{
	struct fold_walk *walk = scanner->walk;
	struct fold_bits bits = scanner->bits;
	struct fold_token *token = scanner->tokens->items + scanner->tokens->count;
	struct fold_token *const end = scanner->tokens->items + scanner->tokens->capacity;
	const uint64_t seed = scanner->seed;
	struct word word = { .at = walk->at, .skip = 1, .ends = walk->ended };
	size_t done = walk->at;
	char copy[WINDOW];

	while (token < end && word.skip) {
		const unsigned marks = quoted | (word.ends ? FOLD_MARK_OPENS : 0);

		if (!find(&bits, walk, &word, copy))
			break;
		set_token(token, &word, seed, marks);
		done = word.at + word.len;
		token->end = (uint32_t)(done - scanner->start);
		token++;
		word.at = done + word.skip;
	}
	scanner->bits = bits;
	scanner->tokens->count = (size_t)(token - scanner->tokens->items);
	if (done > walk->at)
		pass(walk, done);
}

bool fold_take_plain(struct fold_scanner *scanner, struct err *err)
{
	const struct fold_walk *walk = scanner->walk;
	struct fold_tokens *tokens = scanner->tokens;

	if (tokens->count == tokens->capacity && !ARRAY_RESERVE(tokens, ROOM, err))
		return false;
	if (tokens->count)
		tokens->items[tokens->count - 1].gap = walk->gap;
	take_row(scanner, walk->quoted ? FOLD_MARK_QUOTED : 0);
	return true;
}
