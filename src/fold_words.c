#include "fold_words.h"

#include "fold_class.h"
#include "segment.h"

#include <string.h>
#include <unictype.h>

/* Bytes compared at once. */
#define SAME_STEP 64u

static struct utf8 peek(const struct fold_walk *walk)
{
	const char *at = walk->bytes + walk->at;
	size_t len = walk->end - walk->at;
	struct utf8 u = { .point = ' ' };

	if (walk->at >= walk->end)
		return u;
	if (*at == '&' && fold_entity(at, len, &u))
		return u;
	return utf8_decode(at, len);
}

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

/* What the punctuation between two words tells of them. */
static void note_gap(struct fold_walk *walk, uint32_t point, unsigned traits)
{
	if (traits & FOLD_TRAIT_COLON)
		walk->gap |= FOLD_GAP_COLON;
	if (traits & FOLD_TRAIT_BAR ||
	    /* ((AB)): who speaks */
	    (point == ')' && walk->at > 1 && walk->bytes[walk->at - 2] == ')'))
		walk->gap |= FOLD_GAP_BAR;
	if (traits & FOLD_TRAIT_DASH)
		walk->gap |= FOLD_GAP_DASH;
	if (traits & FOLD_TRAIT_ELLIPSIS ||
	    (traits & FOLD_TRAIT_DOT && walk->gap & FOLD_GAP_DOTS))
		walk->gap |= FOLD_GAP_ELLIPSIS;
	if (traits & FOLD_TRAIT_DOT)
		walk->gap |= walk->gap & FOLD_GAP_DOT ? FOLD_GAP_DOTS : FOLD_GAP_DOT;
	if (traits & FOLD_TRAIT_QUOTE)
		walk->quoted = traits & FOLD_TRAIT_OPENS || (point == '"' && !walk->quoted);
}

void fold_walk_note(struct fold_walk *walk, uint32_t point, unsigned traits)
{
	walk->joined = false;
	if (traits & FOLD_TRAIT_SPACE) {
		walk->ended |= walk->stopped;
		return;
	}
	if (!(traits & FOLD_TRAIT_CLOSER)) {
		walk->last = point;
		if (!(traits & FOLD_TRAIT_QUOTE))
			walk->inner = point;
	}
	note_gap(walk, point, traits);
	if (!(traits & FOLD_TRAIT_STOP))
		return;
	walk->stopped = true;
	walk->ended |= (traits & FOLD_TRAIT_CLOSE) != 0;
}

/* Passes a character that is part of no word. */
static void pass(struct fold_walk *walk, struct utf8 u)
{
	advance(walk, u);
	fold_walk_note(walk, u.point, fold_traits_of(u.point));
}

/* Emoji, stars and what else measures nothing. */
static bool is_picture(uint32_t point)
{
	return uc_is_general_category_withtable(point, UC_CATEGORY_MASK_So) &&
	       !fold_among(point, "°℃℉№");
}

static enum fold_case case_of(uint32_t point, enum fold_class class)
{
	if (class == FOLD_CLASS_DIGIT)
		return FOLD_NUMBER;
	if (class == FOLD_CLASS_SYMBOL)
		return is_picture(point) ? FOLD_UNCASED : FOLD_SIGN;
	if (class == FOLD_CLASS_SIGN || class == FOLD_CLASS_COMPARE)
		return FOLD_SIGN;
	if (point < 0x80)
		return point >= 'a' ? FOLD_LOWER : FOLD_UPPER;
	if (uc_is_general_category_withtable(point, UC_CATEGORY_MASK_Ll))
		return FOLD_LOWER;
	return point_is_upper(point) ? FOLD_UPPER : FOLD_UNCASED;
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

/* True if the class behind the character at hand, `u`, is `class`. */
static bool comes_next(const struct fold_walk *walk, struct utf8 u, enum fold_class class)
{
	struct fold_walk ahead = *walk;

	ahead.at += u.len;
	return fold_class_of(peek(&ahead).point) == class;
}

static bool is_superscript(uint32_t point)
{
	return point == 0xB2 || point == 0xB3 || point == 0xB9 ||
	       (point >= 0x2070 && point <= 0x2079);
}

/* Takes what makes a word of letters and digits, as it stands. */
static void collect(struct fold_walk *walk, struct fold_word *word)
{
	enum fold_class before = FOLD_CLASS_GAP;

	while (walk->at < walk->end && word->len + UTF8_MAX <= FOLD_WORD_RAW) {
		const struct utf8 u = peek(walk);
		enum fold_class class = fold_class_of(u.point);
		bool inner = before == FOLD_CLASS_DIGIT && fold_among(u.point, ".,:/") &&
			     comes_next(walk, u, FOLD_CLASS_DIGIT);

		if (class == FOLD_CLASS_APOSTROPHE && before == FOLD_CLASS_LETTER &&
		    comes_next(walk, u, FOLD_CLASS_LETTER)) {
			word->bytes[word->len++] = '\'';
			class = FOLD_CLASS_NOTHING;
		}
		if (class == FOLD_CLASS_NOTHING) {
			advance(walk, u);
			continue;
		}
		/* 10⁶ is not 106. */
		if (before == FOLD_CLASS_DIGIT && is_superscript(u.point))
			return;
		if (class != FOLD_CLASS_LETTER && class != FOLD_CLASS_DIGIT && !inner)
			return;
		take(walk, word, u);
		before = class;
	}
}

/* A word of one character. Dashes that stand for a minus are all written "-". */
static void take_single(struct fold_walk *walk, struct fold_word *word, struct utf8 u,
			enum fold_class class)
{
	begin_word(walk, word, case_of(u.point, class));
	take(walk, word, u);
	walk->joined = class == FOLD_CLASS_SINGLE;
	if (class == FOLD_CLASS_SIGN && u.point != '+') {
		word->bytes[0] = '-';
		word->len = 1;
	}
}

static bool is_plain(unsigned char c)
{
	return c < 0x80 && fold_ascii_traits[c] & FOLD_TRAIT_PLAIN;
}

/* A character of a simple word, and how that is written there. */
struct letter {
	uint32_t point, small; /* small: 0 if it is none */
	size_t len;
};

/* A digit, or a Latin or Cyrillic letter that needs no tables. */
static struct letter simple_letter(const char *at, size_t left)
{
	const unsigned char c = left ? (unsigned char)*at : ' ';
	struct letter it = { .len = 1 };

	if (is_plain(c)) {
		it.point = c;
		it.small = c >= 'A' && c <= 'Z' ? c | 0x20u : c;
	} else if (c >= 0xC3 && c <= 0xD1 && left > 1 && (at[1] & 0xC0) == 0x80) {
		it.point = (c & 0x1Fu) << 6 | ((unsigned char)at[1] & 0x3Fu);
		it.small = fold_small_letter(it.point);
		it.len = 2;
	}
	return it;
}

/* How many bytes the apostrophe at `at` has; 0: none of the usual ones stands there. */
static size_t apostrophe(const char *at, size_t left)
{
	if (left && *at == '\'')
		return 1;
	return left >= 3 && !memcmp(at, "’", 3) ? 3 : 0;
}

size_t fold_gap_length(const char *at, size_t left)
{
	const unsigned char *c = (const unsigned char *)at;

	if (left >= 3 && c[0] == 0xE2 && c[1] == 0x80)
		return c[2] >= 0x94 && c[2] <= 0xA7 && c[2] != 0x98 && c[2] != 0x99 ? 3 : 0;
	return left >= 2 && c[0] == 0xC2 && (c[1] == 0xA0 || c[1] == 0xAB || c[1] == 0xBB) ? 2
											   : 0;
}

static bool is_digit(uint32_t point)
{
	return point >= '0' && point <= '9';
}

/* True if a word that ends in `last` may go on with what stands at `at`, no simple letter. */
static bool may_go_on(uint32_t last, const char *at, size_t left)
{
	const unsigned char c = left ? (unsigned char)*at : ' ';
	const size_t mark = c == '`' ? 1 : apostrophe(at, left);

	if (mark)
		return !is_digit(last) && left > mark &&
		       (at[mark] & 0x80 || at[mark] == '&' || at[mark] > '9');
	if (c >= 0x80)
		return !fold_gap_length(at, left);
	return c == '&' || (is_digit(last) && strchr(".,:/", c));
}

/* The letter behind an apostrophe that stands between two; `taken` are the bytes before it. */
static struct letter letter_behind(const char *at, size_t left, uint32_t last, size_t *taken)
{
	const size_t mark = is_digit(last) ? 0 : apostrophe(at, left);
	struct letter it = { .small = 0 };

	*taken = 0;
	if (mark)
		it = simple_letter(at + mark, left - mark);
	if (!it.small || is_digit(it.point))
		return (struct letter){ .small = 0 };
	*taken = mark;
	return it;
}

static size_t put_letter(const struct letter *it, char *out)
{
	if (it->len == 1) {
		*out = (char)it->small;
		return 1;
	}
	out[0] = (char)(0xC0 | it->small >> 6);
	out[1] = (char)(0x80 | (it->small & 0x3F));
	return 2;
}

/*
 * Most words are of simple letters, with apostrophes between them: they need no classes. False
 * where the word is of another kind, or may go on; the walk stays then.
 */
static bool take_simple(struct fold_walk *walk, struct fold_word *word)
{
	const char *at = walk->bytes + walk->at, *const end = walk->bytes + walk->end;
	struct letter it = simple_letter(at, (size_t)(end - at)), last;
	const enum fold_case begins = is_digit(it.point)     ? FOLD_NUMBER
				      : it.point == it.small ? FOLD_LOWER
							     : FOLD_UPPER;
	size_t len = 0, trailing = 0, mark;

	if (!it.small)
		return false;
	while (it.small && len + UTF8_MAX < FOLD_WORD_RAW) {
		len += put_letter(&it, word->bytes + len);
		at += it.len;
		trailing += it.len - 1;
		last = it;
		it = simple_letter(at, (size_t)(end - at));
		if (it.small)
			continue;
		it = letter_behind(at, (size_t)(end - at), last.point, &mark);
		if (!mark)
			break;
		word->bytes[len++] = '\'';
		at += mark;
		trailing += mark - 1;
	}
	if (it.small || may_go_on(last.point, at, (size_t)(end - at)))
		return false;
	begin_word(walk, word, begins);
	word->len = len;
	walk->at = (size_t)(at - walk->bytes);
	walk->trailing += trailing;
	walk->last = walk->inner = last.point;
	walk->joined = true;
	return true;
}

/* True if a number or a sum of money stands behind `u`, perhaps with blanks between. */
static bool counts_next(const struct fold_walk *walk, struct utf8 u, bool blanks)
{
	struct fold_walk ahead = *walk;
	struct utf8 next;

	ahead.at += u.len;
	while (blanks && ahead.at < ahead.end && ahead.bytes[ahead.at] == ' ')
		ahead.at++;
	next = peek(&ahead);
	return fold_class_of(next.point) == FOLD_CLASS_DIGIT ||
	       (fold_among(next.point, ".$€£¥₹") && comes_next(&ahead, next, FOLD_CLASS_DIGIT));
}

/* "C++", "5+", but not "5+7". */
static bool is_plus_behind(const struct fold_walk *walk, struct utf8 u)
{
	return walk->joined && !comes_next(walk, u, FOLD_CLASS_DIGIT) &&
	       !comes_next(walk, u, FOLD_CLASS_LETTER);
}

/*
 * A sign that changes what stands beside it: "-5", "−$5", ".5", "< 5", "5+", "C#". A hyphen
 * counts only where no word ends; one with a blank behind it is a dash.
 */
static bool is_sign(const struct fold_walk *walk, struct utf8 u, enum fold_class class)
{
	const unsigned dots = FOLD_GAP_DOT | FOLD_GAP_DOTS | FOLD_GAP_ELLIPSIS;

	if (u.point == '#')
		return walk->joined;
	if (u.point == '.')
		return !walk->joined && !(walk->gap & dots) &&
		       comes_next(walk, u, FOLD_CLASS_DIGIT);
	if (class == FOLD_CLASS_COMPARE)
		return counts_next(walk, u, true);
	if (class != FOLD_CLASS_SIGN)
		return false;
	if (u.point == '+' && is_plus_behind(walk, u))
		return true;
	return !walk->joined && counts_next(walk, u, u.point == 0x2212);
}

static void pass_blanks(struct fold_walk *walk)
{
	if (walk->at < walk->end && walk->bytes[walk->at] == ' ') {
		walk->ended |= walk->stopped;
		walk->joined = false;
	}
	while (walk->at < walk->end && walk->bytes[walk->at] == ' ')
		walk->at++;
}

bool fold_walk_next(struct fold_walk *walk, struct fold_word *word)
{
	for (pass_blanks(walk); walk->at < walk->end; pass_blanks(walk)) {
		struct utf8 u;
		enum fold_class class;

		if (take_simple(walk, word))
			return true;
		u = peek(walk);
		class = fold_class_of(u.point);
		if (class == FOLD_CLASS_LETTER || class == FOLD_CLASS_DIGIT) {
			begin_word(walk, word, case_of(u.point, class));
			collect(walk, word);
			fold_normalise(word);
			return true;
		}
		if (class == FOLD_CLASS_SINGLE || class == FOLD_CLASS_SYMBOL ||
		    is_sign(walk, u, class)) {
			take_single(walk, word, u,
				    class == FOLD_CLASS_GAP ? FOLD_CLASS_SYMBOL : class);
			return true;
		}
		pass(walk, u);
	}
	return false;
}

/*
 * How much of `a` and `b` need not be read word by word, since the bytes are the same: up to
 * a blank behind a plain word, where no word of either goes on and none depends on more.
 */
static size_t same_start(struct fold_stretch a, struct fold_stretch b)
{
	const char *left = a.bytes + a.span.start, *right = b.bytes + b.span.start;
	const size_t len_a = span_length(a.span), len_b = span_length(b.span);
	const size_t len = len_a < len_b ? len_a : len_b;
	size_t same = 0;

	while (len - same >= SAME_STEP && !memcmp(left + same, right + same, SAME_STEP))
		same += SAME_STEP;
	while (same < len && left[same] == right[same])
		same++;
	if (same == len_a && same == len_b)
		return same;
	while (same > 1 && !(left[same - 1] == ' ' && is_plain((unsigned char)left[same - 2])))
		same--;
	return same > 1 ? same - 1 : 0;
}

static struct fold_walk walk_from(struct fold_stretch words, size_t behind)
{
	return fold_walk_in(words.bytes,
			    (struct span){ words.span.start + behind, words.span.end });
}

/* True if all words of `a` are the next ones of `b`, which is then behind them. */
static bool leads(struct fold_walk *a, struct fold_walk *b)
{
	struct fold_word word_a, word_b;

	while (fold_walk_next(a, &word_a)) {
		if (!fold_walk_next(b, &word_b) || word_a.len != word_b.len ||
		    memcmp(word_a.bytes, word_b.bytes, word_a.len) != 0)
			return false;
	}
	return true;
}

bool fold_words_lead(struct fold_stretch a, struct fold_stretch *b)
{
	const size_t same = same_start(a, *b);
	struct fold_walk walk_a = walk_from(a, same);
	struct fold_walk walk_b = walk_from(*b, same);

	if (!leads(&walk_a, &walk_b))
		return false;
	b->span.start = walk_b.at;
	return true;
}

bool fold_words_equal(struct fold_stretch a, struct fold_stretch b)
{
	const size_t same = same_start(a, b);
	struct fold_walk walk_a = walk_from(a, same);
	struct fold_walk walk_b = walk_from(b, same);

	if (walk_a.at == walk_a.end && walk_b.at == walk_b.end)
		return true;
	return leads(&walk_a, &walk_b) && leads(&walk_b, &walk_a);
}
