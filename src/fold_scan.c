#include "fold_scan.h"

#include "array.h"
#include "fold_hash.h"
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
		fold_walk_pass(walk);
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
