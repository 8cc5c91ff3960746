#include "fold_scan.h"

#include "array.h"
#include "fold_hash.h"
#include "fold_letters.h"
#include "fold_plain.h"
#include "segment.h"

static bool add(struct fold_tokens *tokens, struct fold_token token, struct err *err)
{
	if (tokens->count == tokens->capacity && !ARRAY_RESERVE(tokens, 1, err))
		return false;
	tokens->items[tokens->count++] = token;
	return true;
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
		marks |= fold_number_marks(word->bytes, word->len);
		marks |= is_dated(word) ? FOLD_MARK_DATE : 0;
	}
	if (word->len >= 4 && word->begins != FOLD_NUMBER && word->begins != FOLD_SIGN)
		marks |= FOLD_MARK_LONG;
	if (walk->quoted)
		marks |= FOLD_MARK_QUOTED;
	return (uint8_t)marks;
}

static bool has(unsigned char c, unsigned traits)
{
	return c < 0x80 && fold_ascii_traits[c] & traits;
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

/* Passes a character beyond ASCII that is part of no word; false if none stands there. */
static bool pass_beyond(struct fold_walk *walk)
{
	const struct utf8 u = utf8_decode(walk->bytes + walk->at, walk->end - walk->at);
	const struct fold_letter letter = fold_letter(walk->letters, u.point);

	if (!(letter.flags & FOLD_LETTER_PASSED))
		return false;
	walk->at += u.len;
	walk->trailing += u.len - 1u;
	fold_walk_note(walk, u.point, letter.traits);
	return true;
}

/* Passes what parts words, up to what may be a sign. */
static inline void pass_plain(struct fold_walk *walk)
{
	while (walk->at < walk->end) {
		const unsigned char c = (unsigned char)walk->bytes[walk->at];

		if (c >= 0x80 && pass_beyond(walk))
			continue;
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

/* Takes a word of any kind, if there is one more. */
static bool take_any(struct fold_scanner *scanner, bool *taken, struct err *err)
{
	struct fold_walk *walk = scanner->walk;
	struct fold_tokens *tokens = scanner->tokens;
	struct fold_word word UNSET;

	*taken = fold_walk_next(walk, &word);
	if (!*taken)
		return true;
	if (tokens->count)
		tokens->items[tokens->count - 1].gap = word.gap;
	return add(tokens,
		   (struct fold_token){
			   .hash = fold_hash_bytes(word.bytes, word.len, scanner->seed),
			   .end = (uint32_t)(walk->at - scanner->start),
			   .rank = (uint8_t)fold_hash_bytes(word.bytes, word.len, 0),
			   .begins = (uint8_t)word.begins,
			   .marks = marks_of(walk, &word) },
		   err);
}

bool fold_scan(struct fold_walk *walk, uint64_t seed, struct fold_tokens *tokens,
	       struct err *err)
{
	struct fold_scanner scanner = fold_scanner_on(walk, seed, tokens);
	size_t before;
	bool more = true;

	tokens->count = 0;
	while (more) {
		pass_plain(walk);
		before = tokens->count;
		if (!fold_take_plain(&scanner, err))
			return false;
		if (tokens->count == before && !take_any(&scanner, &more, err))
			return false;
	}
	if (tokens->count)
		tokens->items[tokens->count - 1].gap = walk->gap;
	return true;
}
