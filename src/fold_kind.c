/*
 * What a changed word is: told by the word, and by those beside it.
 */
#include "fold_diff.h"

#include "fold_change.h"

struct place {
	const struct fold_forms *phrases;
	const struct fold_tokens *tokens;
	size_t at;
};

/* The kinds of the word `by` words away; 0 where there is none. */
static unsigned known_at(const struct place *place, ptrdiff_t by)
{
	const size_t at = place->at + (size_t)by; /* wraps before the first word */

	return at < place->tokens->count
		       ? fold_index_word(place->phrases, place->tokens->items[at].hash)
		       : 0;
}

static const struct fold_token *token_at(const struct place *place, ptrdiff_t by)
{
	const size_t at = place->at + (size_t)by;

	return at < place->tokens->count ? &place->tokens->items[at] : NULL;
}

static bool has_mark(const struct place *place, ptrdiff_t by, unsigned marks)
{
	const struct fold_token *token = token_at(place, by);

	return token && token->marks & marks;
}

static bool is_parted(const struct place *place, ptrdiff_t by, unsigned gaps)
{
	const struct fold_token *token = token_at(place, by);

	return token && token->gap & gaps;
}

/* True if a month stands `by` words away; one that is a word of its own has a capital. */
static bool is_month(const struct place *place, ptrdiff_t by)
{
	const unsigned known = known_at(place, by);

	if (!(known & PHRASE_MONTH))
		return false;
	return !(known & (PHRASE_CAPITAL | PHRASE_SHORT)) ||
	       token_at(place, by)->begins != FOLD_LOWER;
}

/* 2024-03-14: the second or third of three. */
static bool follows_year(const struct place *place)
{
	if (!is_parted(place, -1, FOLD_GAP_DASH))
		return false;
	return has_mark(place, -1, FOLD_MARK_YEAR) ||
	       (has_mark(place, -1, FOLD_MARK_DAY) && is_parted(place, -2, FOLD_GAP_DASH) &&
		has_mark(place, -2, FOLD_MARK_YEAR));
}

/*
 * 14 March, 14th of March, March 14. A weekday tells nothing of the number beside it: "on
 * Tuesday 12 boats".
 */
static bool is_day(const struct place *place)
{
	const unsigned apart = FOLD_GAP_COLON | FOLD_GAP_BAR | FOLD_GAP_DASH;

	if (!has_mark(place, 0, FOLD_MARK_DAY))
		return false;
	if (follows_year(place))
		return true;
	if (!is_parted(place, 0, apart) &&
	    (is_month(place, 1) || (known_at(place, 1) & PHRASE_OF && is_month(place, 2))))
		return true;
	return is_month(place, -1) && !is_parted(place, -1, apart);
}

static bool is_number(const struct place *place, ptrdiff_t by)
{
	return has_mark(place, by, FOLD_MARK_DAY | FOLD_MARK_YEAR);
}

/* True for a word of the calendar, if it means it here. */
static bool is_of_calendar(const struct place *place, unsigned known)
{
	const struct fold_token *token = token_at(place, 0);
	const bool counted = is_number(place, -1) || is_number(place, 1);

	if (!(known & PHRASE_DATE))
		return false;
	if (known & PHRASE_SHORT)
		return token->begins != FOLD_LOWER &&
		       (counted || (token->begins == FOLD_UPPER && token->gap & FOLD_GAP_DOT));
	if (known & PHRASE_CAPITAL)
		return token->begins == FOLD_UPPER && !(token->marks & FOLD_MARK_OPENS);
	/* "mai" is a month in French, and "never" in Italian. */
	return !(known & PHRASE_NEGATION) || counted || token->begins == FOLD_UPPER;
}

static bool is_date(const struct place *place, unsigned known)
{
	return has_mark(place, 0, FOLD_MARK_YEAR | FOLD_MARK_DATE) || is_day(place) ||
	       is_of_calendar(place, known);
}

/* German writes all nouns with a capital; "von der" stands in a name. */
static bool is_german_noun(const struct place *place)
{
	const struct fold_token *before = token_at(place, -1);

	return before && !before->gap && before->begins == FOLD_LOWER &&
	       known_at(place, -1) & PHRASE_ARTICLE && !(known_at(place, -2) & PHRASE_OF_NAME);
}

/* A capital amid a sentence; at its beginning any word has one, so another has to follow, and
 * not behind a colon or dash. */
static bool is_name(const struct place *place, unsigned known)
{
	const struct fold_token *token = token_at(place, 0), *next = token_at(place, 1);

	if (token->begins != FOLD_UPPER)
		return false;
	if (place->at && !(token->marks & FOLD_MARK_OPENS))
		return !is_german_noun(place);
	return !(known & PHRASE_STOP) && !token->gap && next && next->begins == FOLD_UPPER &&
	       !(next->marks & FOLD_MARK_OPENS);
}

unsigned fold_kind_of(const struct fold_forms *phrases, const struct fold_tokens *tokens,
		      size_t i)
{
	const struct fold_token *token = &tokens->items[i];
	const struct place place = { phrases, tokens, i };
	unsigned known = fold_index_word(phrases, token->hash);

	if (is_date(&place, known))
		return 1u << FOLD_KIND_DATE;
	if (token->begins == FOLD_NUMBER || token->begins == FOLD_SIGN || known & PHRASE_NUMBER)
		return 1u << FOLD_KIND_NUMBER;
	if (known & PHRASE_NEGATION)
		return 1u << FOLD_KIND_NEGATION;
	if (known & PHRASE_REPORT)
		return 1u << FOLD_KIND_ATTRIBUTION;
	if (token->marks & FOLD_MARK_QUOTED)
		return 1u << FOLD_KIND_QUOTE;
	return 1u << (is_name(&place, known) ? FOLD_KIND_NAME : FOLD_KIND_WORDS);
}
