/*
 * A token is a word with what belongs to it: the full stops of initials, a hyphen or an
 * apostrophe before a capital. What stands between two of them is told as the gap.
 */
#include "suggest_tokens.h"

#include "array.h"
#include "segment.h"
#include "utf8.h"

#include <string.h>

static uint32_t point_at(const struct passage *passage, size_t at, uint8_t *len)
{
	struct utf8 u;

	if (at >= passage->span.end) {
		*len = 0;
		return ' ';
	}
	u = utf8_decode(passage->bytes + at, passage->span.end - at);
	*len = u.len;
	return u.point;
}

static bool in_word(uint32_t point)
{
	return point_is_letter(point) || point_is_digit(point);
}

static bool is_apostrophe(uint32_t point)
{
	return point == '\'' || point == 0x2019;
}

static bool is_hyphen(uint32_t point)
{
	return point == '-' || point == 0x2010 || point == 0x2011;
}

/* True for the marks of letters such as e + U+0301, and for soft hyphens. */
static bool continues(uint32_t point)
{
	return in_word(point) || (point >= 0x300 && point <= 0x36F) || point == 0xAD;
}

/* True if a letter in the span is not in upper case. */
static bool has_lower(const struct passage *passage, struct span span)
{
	uint8_t len;

	for (size_t at = span.start; at < span.end; at += len) {
		uint32_t point = point_at(passage, at, &len);

		if (!len)
			break;
		if (point_is_letter(point) && !point_is_upper(point))
			return true;
	}
	return false;
}

static void lower(struct token *token, const struct passage *passage)
{
	size_t len = span_length(token->span);

	if (len >= sizeof token->lower)
		len = 0;
	for (size_t i = 0; i < len; i++) {
		char c = passage->bytes[token->span.start + i];

		token->lower[i] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
	}
	token->lower[len] = '\0';
}

bool token_listed(const struct token *token, enum suggest_list list)
{
	return suggest_listed(list, token->lower, strlen(token->lower));
}

/*
 * True if the mark at `at` is inside the token: an initial's full stop, a hyphen or an
 * apostrophe before a capital (Kim-Lavrov, O'Neill, but not Moscow-based, not Russia's), or
 * the hyphen of al-Assad.
 */
static bool joins(const struct passage *passage, const struct token *token, size_t at)
{
	uint8_t len, next_len;
	uint32_t mark = point_at(passage, at, &len);
	uint32_t next = point_at(passage, at + len, &next_len);
	size_t letters = at - token->span.start;

	if (is_apostrophe(mark))
		return token->capital && point_is_upper(next);
	if (!is_hyphen(mark) || !(point_is_upper(next) || point_is_digit(next)))
		return false;
	return token->capital || (letters == 2 && passage->bytes[at - 1] == 'l');
}

/* Puts the full stops of "U.S." and "J." into the token. */
static size_t past_initials(const struct passage *passage, const struct token *token, size_t at)
{
	uint8_t len, first;
	size_t end = at;

	point_at(passage, token->span.start, &first);
	if (!token->capital || at != token->span.start + first)
		return at;
	while (point_at(passage, end, &len) == '.') {
		at = ++end;
		if (!point_is_upper(point_at(passage, end, &len)))
			break;
		end += len;
	}
	return at;
}

/* Takes the token that begins at token->span.start. */
static void take_token(const struct passage *passage, struct token *token)
{
	size_t at = token->span.start;
	uint8_t len;
	uint32_t point = point_at(passage, at, &len);

	token->capital = point_is_upper(point);
	for (at += len;; at += len) {
		point = point_at(passage, at, &len);
		if (!len || !(continues(point) || joins(passage, token, at)))
			break;
		token->inner |= point_is_upper(point);
	}
	/* al-Assad counts as capitalised, iPhone too. */
	token->capital |= token->inner;
	token->span.end = past_initials(passage, token, at);
	token->small = has_lower(passage, token->span);
	lower(token, passage);
}

/* Passes 's, and the rest of "he'll". */
static size_t past_ending(const struct passage *passage, struct token *token)
{
	size_t at = token->span.end;
	uint8_t len;

	if (!is_apostrophe(point_at(passage, at, &len)))
		return at;
	at += len;
	while (point_is_letter(point_at(passage, at, &len)) && len)
		at += len;
	token->possessive = at > token->span.end + 1 && passage->bytes[at - 1] == 's';
	return at;
}

/* A straight quotation mark before a word opens; behind one, as in `," she said`, it closes. */
static bool opens(const struct passage *passage, size_t at)
{
	uint8_t len;

	return in_word(point_at(passage, at + 1, &len)) && len;
}

/* What the character at `at`, between tokens, makes of the gap. */
static enum gap widen(enum gap gap, const struct passage *passage, size_t at,
		      const struct token *before)
{
	uint8_t len;
	uint32_t point = point_at(passage, at, &len);

	if (point_is_space(point) || gap == GAP_SENTENCE)
		return gap;
	switch (point) {
	case '.':
		if (before && token_listed(before, LIST_ABBREVIATION))
			return gap;
		return GAP_SENTENCE;
	case '!':
	case '?':
	case ':':
	case 0x2018: /* ‘ */
	case 0x201C: /* “ */
	case 0x201E: /* „ */
	case 0x2026: /* … */
	case 0xAB:   /* « */
		return GAP_SENTENCE;
	case '"':
		return opens(passage, at) ? GAP_SENTENCE : GAP_BREAK;
	default:
		return GAP_BREAK;
	}
}

/* True for an ampersand between blanks, which is a joiner. */
static bool is_ampersand(const struct passage *passage, size_t at)
{
	return at > passage->span.start && at + 1 < passage->span.end &&
	       !memcmp(passage->bytes + at - 1, " & ", 3);
}

bool tokens_take(const struct passage *passage, struct tokens *tokens, struct err *err)
{
	enum gap gap = GAP_SENTENCE;
	size_t at = passage->span.start;
	uint8_t len;

	while (at < passage->span.end) {
		uint32_t point = point_at(passage, at, &len);
		struct token token = { .span = { at, at + 1 }, .gap = gap };

		if (!in_word(point) && !is_ampersand(passage, at)) {
			gap = widen(gap, passage, at,
				    tokens->count ? &tokens->items[tokens->count - 1] : NULL);
			at += len;
			continue;
		}
		if (point == '&')
			memcpy(token.lower, "&", 2);
		else
			take_token(passage, &token);
		at = past_ending(passage, &token);
		gap = at > token.span.end ? GAP_BREAK : GAP_JOIN;
		if (!ARRAY_RESERVE(tokens, 1, err))
			return false;
		tokens->items[tokens->count++] = token;
	}
	return true;
}
