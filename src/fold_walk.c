#include "fold_walk.h"

#include "fold_letters.h"
#include "fold_normal.h"
#include "fold_sign.h"

#include <assert.h>
#include <string.h>

struct fold_walk fold_walk_in(const char *bytes, struct span span)
{
	return (struct fold_walk){ .bytes = bytes, .at = span.start, .end = span.end };
}

/* Goes past the character at hand. */
static void advance(struct fold_walk *walk, struct utf8 u)
{
	if ((unsigned char)walk->bytes[walk->at] >= 0x80)
		walk->trailing += u.len - 1u;
	walk->at += u.len;
}

/* What stands between words is told by bits in a row; few texts have two alike in a row. */
static_assert(FOLD_TRAIT_COLON == FOLD_GAP_COLON << 8 && FOLD_TRAIT_BAR == FOLD_GAP_BAR << 8 &&
		      FOLD_TRAIT_DASH == FOLD_GAP_DASH << 8 &&
		      FOLD_TRAIT_ELLIPSIS == FOLD_GAP_ELLIPSIS << 9,
	      "traits tell gaps");

static unsigned gaps_of(unsigned traits)
{
	return (traits >> 8 & (FOLD_GAP_COLON | FOLD_GAP_BAR | FOLD_GAP_DASH)) |
	       (traits >> 9 & FOLD_GAP_ELLIPSIS);
}

static void note_more(struct fold_walk *walk, uint32_t point, unsigned traits)
{
	/* ((AB)): who speaks */
	if (point == ')' && walk->at > 1 && walk->bytes[walk->at - 2] == ')')
		walk->gap |= FOLD_GAP_BAR;
	if (traits & FOLD_TRAIT_DOT) {
		walk->gap |= walk->gap & FOLD_GAP_DOTS ? FOLD_GAP_ELLIPSIS : 0;
		walk->gap |= walk->gap & FOLD_GAP_DOT ? FOLD_GAP_DOTS : FOLD_GAP_DOT;
	}
	if (traits & FOLD_TRAIT_QUOTE)
		walk->quoted = traits & FOLD_TRAIT_OPENS || (point == '"' && !walk->quoted);
}

/* Without branches, as far as may be: marks come in any order. */
static inline void note(struct fold_walk *walk, uint32_t point, unsigned traits)
{
	const bool space = traits & FOLD_TRAIT_SPACE;
	const bool kept = !(traits & (FOLD_TRAIT_SPACE | FOLD_TRAIT_CLOSER));

	walk->joined = false;
	walk->ended |= (space & walk->stopped) | ((traits & FOLD_TRAIT_CLOSE) != 0);
	walk->stopped |= (traits & FOLD_TRAIT_STOP) != 0;
	walk->last = kept ? point : walk->last;
	walk->inner = (kept & !(traits & FOLD_TRAIT_QUOTE)) ? point : walk->inner;
	walk->gap |= (uint8_t)gaps_of(traits);
	if (traits & (FOLD_TRAIT_DOT | FOLD_TRAIT_QUOTE | FOLD_TRAIT_CLOSER))
		note_more(walk, point, traits);
}

static void begin_word(struct fold_walk *walk, struct fold_word *word, enum fold_case begins)
{
	word->begins = begins;
	word->opens = walk->ended;
	word->gap = walk->gap;
	word->len = 0;
	walk->gap = 0;
	walk->stopped = walk->ended = false;
}

static void take(struct fold_walk *walk, struct fold_word *word, struct utf8 u)
{
	/* Written anew: an entity stands in the text by its name. */
	if (u.valid) {
		word->len += utf8_encode(u.point, word->bytes + word->len);
	} else {
		memcpy(word->bytes + word->len, walk->bytes + walk->at, u.len);
		word->len += u.len;
	}
	advance(walk, u);
	walk->last = walk->inner = u.point;
	walk->joined = true;
}

/* The same for a letter or a digit of ASCII: most of a word, whatever else is in it. */
static enum fold_class take_ascii(struct fold_walk *walk, struct fold_word *word)
{
	const char c = walk->bytes[walk->at++];

	word->bytes[word->len++] = c;
	walk->last = walk->inner = (unsigned char)c;
	walk->joined = true;
	return c <= '9' ? FOLD_CLASS_DIGIT : FOLD_CLASS_LETTER;
}

static bool is_superscript(uint32_t point)
{
	return point == 0xB2 || point == 0xB3 || point == 0xB9 ||
	       (point >= 0x2070 && point <= 0x2079);
}

/*
 * Takes the character at hand if the word goes on with it, whose class was `before`. False if
 * not.
 */
static bool take_next(struct fold_walk *walk, struct fold_word *word, enum fold_class *before)
{
	const struct utf8 u = fold_walk_peek(walk);
	const enum fold_class class = fold_walk_letter(walk, u).class;
	const bool digit = *before == FOLD_CLASS_DIGIT;
	const bool apostrophe = class == FOLD_CLASS_APOSTROPHE &&
				*before == FOLD_CLASS_LETTER &&
				fold_comes_next(walk, u, FOLD_CLASS_LETTER);

	if (apostrophe)
		word->bytes[word->len++] = '\'';
	if (apostrophe || class == FOLD_CLASS_NOTHING) {
		advance(walk, u);
		return true;
	}
	if (class != FOLD_CLASS_LETTER && class != FOLD_CLASS_DIGIT &&
	    !(digit && fold_among(u.point, ".,:/") &&
	      fold_comes_next(walk, u, FOLD_CLASS_DIGIT)))
		return false;
	/* 10⁶ is not 106, nor x² x2. */
	if (is_superscript(u.point) && *before != FOLD_CLASS_GAP)
		return false;
	take(walk, word, u);
	*before = class;
	return true;
}

/* Takes what makes a word of letters and digits, as it stands. */
static void collect(struct fold_walk *walk, struct fold_word *word)
{
	enum fold_class before = FOLD_CLASS_GAP;
	bool more = true;

	while (more && walk->at < walk->end && word->len + UTF8_MAX <= FOLD_WORD_RAW) {
		if (fold_is_plain(walk->bytes[walk->at]))
			before = take_ascii(walk, word);
		else
			more = take_next(walk, word, &before);
	}
}

/* A word of one character. Dashes that stand for a minus are all written "-". */
static void take_single(struct fold_walk *walk, struct fold_word *word, struct utf8 u,
			struct fold_letter letter)
{
	if (letter.class == FOLD_CLASS_BULLET || letter.class == FOLD_CLASS_COMPARE)
		note(walk, u.point, letter.traits);
	begin_word(walk, word, letter.begins);
	take(walk, word, u);
	walk->joined = letter.class == FOLD_CLASS_SINGLE;
	if (letter.class == FOLD_CLASS_SIGN && u.point != '+') {
		word->bytes[0] = '-';
		word->len = 1;
	}
}

/* Stars that are a mark: another number of them is another mark. */
static bool take_stars(struct fold_walk *walk, struct fold_word *word)
{
	const size_t count = fold_stars(walk);

	if (!count)
		return false;
	begin_word(walk, word, FOLD_SIGN);
	word->len = count < FOLD_WORD_RAW ? count : FOLD_WORD_RAW;
	memset(word->bytes, '*', word->len);
	walk->at += count;
	walk->last = walk->inner = '*';
	walk->joined = true;
	return true;
}

/*
 * Most words are ASCII with a blank, comma or stop behind: they need no classes. False where
 * the word is of another kind, or may go on; nothing is taken then.
 */
static bool take_plain(struct fold_walk *walk, struct fold_word *word)
{
	const unsigned char *from = (const unsigned char *)walk->bytes + walk->at;
	size_t len = 0, most = walk->end - walk->at;
	unsigned char first = *from, c;

	while (len < most && len <= FOLD_WORD_RAW - UTF8_MAX && fold_is_plain((char)from[len]))
		len++;
	if (!len || len > FOLD_WORD_RAW - UTF8_MAX)
		return false;
	c = from[len - 1];
	if (len < most && (from[len] >= 0x80 || from[len] == '&' || from[len] == '\'' ||
			   from[len] == '`' || (c <= '9' && strchr(".,:/", from[len]))))
		return false;
	begin_word(walk, word,
		   first <= '9'	  ? FOLD_NUMBER
		   : first >= 'a' ? FOLD_LOWER
				  : FOLD_UPPER);
	for (size_t i = 0; i < len; i++)
		word->bytes[i] = (char)(from[i] >= 'A' ? from[i] | 0x20 : from[i]);
	word->len = len;
	walk->at += len;
	walk->last = walk->inner = c;
	walk->joined = true;
	return true;
}

/* Passes a character that is part of no word. */
static inline void pass(struct fold_walk *walk, struct utf8 u, struct fold_letter letter)
{
	advance(walk, u);
	note(walk, u.point, letter.traits);
}

/* Passes a character beyond ASCII that is part of no word; false if none stands there. */
static bool pass_beyond(struct fold_walk *walk)
{
	const struct utf8 u = utf8_decode(walk->bytes + walk->at, walk->end - walk->at);
	const struct fold_letter letter = fold_walk_letter(walk, u);

	if (letter.flags & FOLD_LETTER_PASSED)
		pass(walk, u, letter);
	return letter.flags & FOLD_LETTER_PASSED;
}

void fold_walk_pass(struct fold_walk *walk)
{
	while (walk->at < walk->end) {
		const unsigned char c = (unsigned char)walk->bytes[walk->at];

		if (c >= 0x80 && pass_beyond(walk))
			continue;
		if (c >= 0x80 || !(fold_ascii_traits[c] & FOLD_TRAIT_PASSED) ||
		    (fold_ascii_traits[c] & FOLD_TRAIT_SIGN && fold_may_be_sign(walk, c)))
			return;
		walk->at++;
		if (c == ' ') {
			walk->ended |= walk->stopped;
			walk->joined = false;
		} else {
			note(walk, c, fold_ascii_traits[c]);
		}
	}
}

bool fold_walk_next(struct fold_walk *walk, struct fold_word *word)
{
	struct fold_letter letter;
	struct utf8 u;

	for (;; pass(walk, u, letter)) {
		fold_walk_pass(walk);
		if (walk->at >= walk->end)
			return false;
		if (fold_is_plain(walk->bytes[walk->at]) && take_plain(walk, word))
			return true;
		u = fold_walk_peek(walk);
		letter = fold_walk_letter(walk, u);
		if (letter.class == FOLD_CLASS_LETTER || letter.class == FOLD_CLASS_DIGIT) {
			begin_word(walk, word, letter.begins);
			collect(walk, word);
			fold_normalise(word, walk->letters);
			return true;
		}
		if (fold_is_sign(walk, u, letter)) {
			take_single(walk, word, u, letter);
			return true;
		}
		if (u.point == '*' && take_stars(walk, word))
			return true;
	}
}
