#include "fold_sign.h"

#include <string.h>

/* A mark is short: AAA, BBB, AB. */
#define GRADE_MAX 4

#define STARS_MIN 2

#define MINUS 0x2212 /* never a hyphen */

/* The place behind `u`. */
static struct fold_walk behind(const struct fold_walk *walk, struct utf8 u)
{
	struct fold_walk ahead = *walk;

	ahead.at += u.len;
	return ahead;
}

bool fold_comes_next(const struct fold_walk *walk, struct utf8 u, enum fold_class class)
{
	const struct fold_walk ahead = behind(walk, u);

	return fold_walk_letter(walk, fold_walk_peek(&ahead)).class == class;
}

static bool goes_on(const struct fold_walk *walk, struct utf8 u)
{
	return fold_comes_next(walk, u, FOLD_CLASS_DIGIT) ||
	       fold_comes_next(walk, u, FOLD_CLASS_LETTER);
}

/* The place behind `u` and what blanks follow it. */
static struct fold_walk behind_blanks(const struct fold_walk *walk, struct utf8 u)
{
	struct fold_walk ahead = behind(walk, u);

	while (ahead.at < ahead.end && ahead.bytes[ahead.at] == ' ')
		ahead.at++;
	return ahead;
}

/* True if a number or a sum of money stands behind `u`, perhaps with blanks between. */
static bool counts_next(const struct fold_walk *walk, struct utf8 u, bool blanks)
{
	const struct fold_walk ahead = blanks ? behind_blanks(walk, u) : behind(walk, u);
	const struct utf8 next = fold_walk_peek(&ahead);
	const struct fold_letter letter = fold_walk_letter(walk, next);

	return letter.class == FOLD_CLASS_DIGIT ||
	       (letter.flags & FOLD_LETTER_MONEY &&
		fold_comes_next(&ahead, next, FOLD_CLASS_DIGIT));
}

/* Read off the bytes, since a walk may begin within a line. */
static bool leads_line(const struct fold_walk *walk)
{
	size_t at = walk->at;

	while (at && (walk->bytes[at - 1] == ' ' || walk->bytes[at - 1] == '\t'))
		at--;
	return !at || walk->bytes[at - 1] == '\n' || walk->bytes[at - 1] == '\r';
}

/* What leads a line adorns it, and what stands behind the last word ends an article. */
static bool stands_amid(const struct fold_walk *walk, struct utf8 u)
{
	const struct fold_walk ahead = behind_blanks(walk, u);

	return ahead.at < ahead.end && !leads_line(walk);
}

/* Of ratings, marks at school and groups of blood. */
static bool is_grade_letter(char c)
{
	return c && strchr("ABCDEFO", c);
}

/* True if the word before the walk's place is of such letters, and short. */
static bool is_grade(const struct fold_walk *walk)
{
	size_t at = walk->at, len = 0;

	while (at && len <= GRADE_MAX && is_grade_letter(walk->bytes[at - 1])) {
		at--;
		len++;
	}
	return len && len <= GRADE_MAX &&
	       (!at || (!fold_is_plain(walk->bytes[at - 1]) &&
			(unsigned char)walk->bytes[at - 1] < 0x80));
}

/* "A-", "O−", but not "A-level" or "A--". */
static bool is_minus_behind(const struct fold_walk *walk, struct utf8 u)
{
	return walk->joined && is_grade(walk) && !goes_on(walk, u) &&
	       !fold_comes_next(walk, u, FOLD_CLASS_SIGN);
}

/* "C++", "5+", "3 + 5", and "+5". */
static bool is_plus(const struct fold_walk *walk, struct utf8 u)
{
	return (walk->joined && !goes_on(walk, u)) || stands_amid(walk, u) ||
	       counts_next(walk, u, false);
}

/* A script without blanks has a word before it anyway. */
static bool is_joined_by_letters(const struct fold_walk *walk)
{
	return walk->joined &&
	       fold_letter(walk->letters, walk->last).class != FOLD_CLASS_SINGLE;
}

/* A hyphen counts only where no word ends; one with a blank behind it is a dash. */
static bool is_minus(const struct fold_walk *walk, struct utf8 u)
{
	if (is_joined_by_letters(walk))
		return is_minus_behind(walk, u);
	return counts_next(walk, u, u.point == MINUS) ||
	       (u.point == MINUS && fold_comes_next(walk, u, FOLD_CLASS_LETTER));
}

/* ".5" is no 5, and "!ready" is not ready. */
static bool is_before_word(const struct fold_walk *walk, struct utf8 u)
{
	const unsigned dots = FOLD_GAP_DOT | FOLD_GAP_DOTS | FOLD_GAP_ELLIPSIS;
	const size_t next = walk->at + u.len;

	if (walk->joined)
		return false;
	if (u.point == '.')
		return !(walk->gap & dots) && fold_comes_next(walk, u, FOLD_CLASS_DIGIT);
	return next < walk->end && ((walk->bytes[next] >= 'a' && walk->bytes[next] <= 'z') ||
				    walk->bytes[next] == '=');
}

/* ">=", "x<y" */
static bool is_operator(const struct fold_walk *walk, struct utf8 u)
{
	const size_t behind = walk->at + u.len;

	return (walk->joined && goes_on(walk, u)) ||
	       (behind < walk->end && walk->bytes[behind] == '=') ||
	       (walk->at && walk->bytes[walk->at - 1] == '=');
}

/* "a < b", but not "<b>" or ">>". */
static bool is_parted(const struct fold_walk *walk, struct utf8 u)
{
	const size_t behind = walk->at + u.len;

	return walk->at && walk->bytes[walk->at - 1] == ' ' && behind < walk->end &&
	       walk->bytes[behind] == ' ' && stands_amid(walk, u);
}

/* 5′ and f″, but not "don′t". */
static bool is_prime(const struct fold_walk *walk, struct utf8 u)
{
	return walk->joined && !fold_comes_next(walk, u, FOLD_CLASS_LETTER);
}

/* "2*3", and the grade A*. */
static bool is_star(const struct fold_walk *walk, struct utf8 u)
{
	return walk->joined && (goes_on(walk, u) || is_grade(walk));
}

bool fold_is_sign(const struct fold_walk *walk, struct utf8 u, struct fold_letter letter)
{
	switch (letter.class) {
	case FOLD_CLASS_SINGLE:
	case FOLD_CLASS_SYMBOL:
		return true;
	case FOLD_CLASS_BULLET:
		return stands_amid(walk, u);
	case FOLD_CLASS_PRIME:
		return is_prime(walk, u);
	case FOLD_CLASS_COMPARE:
		return counts_next(walk, u, true) || is_operator(walk, u) || is_parted(walk, u);
	case FOLD_CLASS_SIGN:
		return u.point == '+' ? is_plus(walk, u) : is_minus(walk, u);
	default:
		if (u.point == '#')
			return walk->joined;
		if (u.point == '*')
			return is_star(walk, u);
		return (u.point == '.' || u.point == '!') && is_before_word(walk, u);
	}
}

bool fold_may_be_sign(const struct fold_walk *walk, unsigned char c)
{
	const unsigned char next =
		walk->at + 1 < walk->end ? (unsigned char)walk->bytes[walk->at + 1] : ' ';

	if (c == '#')
		return walk->joined;
	if (c == '*')
		return walk->joined || next == '*';
	if (c == '!')
		return !walk->joined && ((next >= 'a' && next <= 'z') || next == '=');
	if (walk->joined && c != '-')
		return false;
	if (walk->joined && walk->last < 0x80)
		return is_grade_letter(walk->bytes[walk->at - 1]);
	return next >= 0x80 || next == '&' || next == '$' || next == '.' ||
	       (next >= '0' && next <= '9');
}

/* Asked of the first star alone: of a run that is none, each would look at all behind it. */
size_t fold_stars(const struct fold_walk *walk)
{
	const char *bytes = walk->bytes;
	size_t at = walk->at;

	if ((at && bytes[at - 1] != ' ') || leads_line(walk))
		return 0;
	while (at < walk->end && bytes[at] == '*')
		at++;
	if (at - walk->at < STARS_MIN || (at < walk->end && bytes[at] != ' '))
		return 0;
	return at - walk->at;
}
