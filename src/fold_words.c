#include "fold_words.h"

#include "fold_class.h"
#include "segment.h"

#include <string.h>
#include <unictype.h>

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

static void note_last(struct fold_walk *walk, uint32_t point)
{
	if (fold_among(point, ")]}）】"))
		return;
	walk->last = point;
	if (!fold_is_quotation(point))
		walk->inner = point;
}

/* What the punctuation between two words tells of them. */
static void note_gap(struct fold_walk *walk, uint32_t point)
{
	if (fold_among(point, ":："))
		walk->gap |= FOLD_GAP_COLON;
	else if (fold_among(point, "|»›>→►▶➤☛"))
		walk->gap |= FOLD_GAP_BAR;
	else if (point == ')' && walk->at > 1 && walk->bytes[walk->at - 2] == ')')
		walk->gap |= FOLD_GAP_BAR; /* ((AB)): who speaks */
	else if (fold_among(point, "-–—"))
		walk->gap |= FOLD_GAP_DASH;
	else if (point == 0x2026 || (point == '.' && walk->gap & FOLD_GAP_DOTS))
		walk->gap |= FOLD_GAP_ELLIPSIS;
	if (point == '.')
		walk->gap |= walk->gap & FOLD_GAP_DOT ? FOLD_GAP_DOTS : FOLD_GAP_DOT;
	if (fold_is_quotation(point))
		walk->quoted = fold_among(point, "“„«‹「『") || (point == '"' && !walk->quoted);
}

/* Passes a character that is part of no word. */
static void pass(struct fold_walk *walk, struct utf8 u)
{
	walk->at += u.len;
	walk->joined = false;
	if (point_is_space(u.point)) {
		walk->ended |= walk->stopped;
		return;
	}
	note_last(walk, u.point);
	note_gap(walk, u.point);
	if (!fold_is_stop(u.point))
		return;
	walk->stopped = true;
	/* These scripts put no blank behind a stop. */
	walk->ended |= fold_among(u.point, "。！？");
}

static enum fold_case case_of(uint32_t point, enum fold_class class)
{
	if (class == FOLD_CLASS_DIGIT)
		return FOLD_NUMBER;
	if (class == FOLD_CLASS_SYMBOL || class == FOLD_CLASS_SIGN ||
	    class == FOLD_CLASS_COMPARE)
		return FOLD_SIGN;
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
	walk->at += u.len;
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

/* Takes what makes a word of letters and digits, as it stands. */
static void collect(struct fold_walk *walk, struct fold_word *word)
{
	enum fold_class before = FOLD_CLASS_GAP;

	while (walk->at < walk->end && word->len + UTF8_MAX <= FOLD_WORD_RAW) {
		const struct utf8 u = peek(walk);
		enum fold_class class = fold_class_of(u.point);
		bool inner = before == FOLD_CLASS_DIGIT && fold_among(u.point, ".,:/") &&
			     comes_next(walk, u, FOLD_CLASS_DIGIT);

		if (class == FOLD_CLASS_NOTHING ||
		    (class == FOLD_CLASS_APOSTROPHE && before == FOLD_CLASS_LETTER &&
		     comes_next(walk, u, FOLD_CLASS_LETTER))) {
			walk->at += u.len;
			continue;
		}
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
	return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
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

	while (len < most && len <= FOLD_WORD_RAW - UTF8_MAX && is_plain(from[len]))
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

/* Signs count before a number; a minus only where no word ends. */
static bool is_sign(const struct fold_walk *walk, struct utf8 u, enum fold_class class)
{
	struct fold_walk ahead = *walk;

	if (class == FOLD_CLASS_SIGN)
		return !walk->joined && comes_next(walk, u, FOLD_CLASS_DIGIT);
	if (class != FOLD_CLASS_COMPARE)
		return false;
	while (ahead.at + 1 < ahead.end && ahead.bytes[ahead.at + 1] == ' ')
		ahead.at++;
	return comes_next(&ahead, (struct utf8){ .len = 1 }, FOLD_CLASS_DIGIT);
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

		if (take_plain(walk, word))
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
			take_single(walk, word, u, class);
			return true;
		}
		pass(walk, u);
	}
	return false;
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
	struct fold_walk walk_a = fold_walk_in(a.bytes, a.span);
	struct fold_walk walk_b = fold_walk_in(b->bytes, b->span);

	if (!leads(&walk_a, &walk_b))
		return false;
	b->span.start = walk_b.at;
	return true;
}

bool fold_words_equal(struct fold_stretch a, struct fold_stretch b)
{
	struct fold_walk walk_a = fold_walk_in(a.bytes, a.span);
	struct fold_walk walk_b = fold_walk_in(b.bytes, b.span);
	struct fold_word word;

	return leads(&walk_a, &walk_b) && !fold_walk_next(&walk_b, &word);
}
