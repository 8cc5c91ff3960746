#include "fold_words.h"

#include "hash.h"
#include "segment.h"
#include "utf8.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

enum class {
	CLASS_GAP,
	CLASS_NOTHING, /* invisible: parts no words */
	CLASS_APOSTROPHE,
	CLASS_LETTER,
	CLASS_DIGIT,
	CLASS_SINGLE,  /* a word by itself, of a script without blanks */
	CLASS_SYMBOL,  /* a word by itself */
	CLASS_SIGN,    /* the same, but only before a digit */
	CLASS_COMPARE, /* the same, blanks may stand between */
};

struct range {
	uint32_t first, last;
	enum class class;
};

/* What the general category does not tell, ascending. */
static const struct range ranges[] = {
	{ 0x0024, 0x0025, CLASS_SYMBOL },     /* $ % */
	{ 0x0027, 0x0027, CLASS_APOSTROPHE }, /* ' */
	{ 0x002B, 0x002B, CLASS_SIGN },	      /* + */
	{ 0x002D, 0x002D, CLASS_SIGN },	      /* hyphen-minus */
	{ 0x003C, 0x003C, CLASS_COMPARE },    /* < */
	{ 0x003E, 0x003E, CLASS_COMPARE },    /* > */
	{ 0x0060, 0x0060, CLASS_APOSTROPHE }, /* grave accent, typed for a quote */
	{ 0x007C, 0x007C, CLASS_GAP },	      /* | between parts of a line */
	{ 0x00AD, 0x00AD, CLASS_NOTHING },    /* soft hyphen */
	{ 0x00B4, 0x00B4, CLASS_APOSTROPHE }, /* acute accent, the same */
	{ 0x02BC, 0x02BC, CLASS_APOSTROPHE }, /* modifier letter */
	{ 0x0E00, 0x0E7F, CLASS_SINGLE },     /* Thai */
	{ 0x200B, 0x200F, CLASS_NOTHING },    /* zero width */
	{ 0x2013, 0x2013, CLASS_SIGN },	      /* en dash */
	{ 0x2018, 0x2019, CLASS_APOSTROPHE }, /* single quotation marks */
	{ 0x2030, 0x2030, CLASS_SYMBOL },     /* per mille */
	{ 0x2060, 0x2060, CLASS_NOTHING },    /* word joiner */
	{ 0x2190, 0x21FF, CLASS_GAP },	      /* arrows */
	{ 0x2212, 0x2212, CLASS_SIGN },	      /* minus */
	{ 0x25A0, 0x25FF, CLASS_GAP },	      /* geometric shapes: bullets */
	{ 0x261B, 0x261B, CLASS_GAP },	      /* pointing hand */
	{ 0x2794, 0x27BE, CLASS_GAP },	      /* arrows */
	{ 0x3041, 0x30FF, CLASS_SINGLE },     /* kana */
	{ 0x3400, 0x4DBF, CLASS_SINGLE },     /* Han */
	{ 0x4E00, 0x9FFF, CLASS_SINGLE },     /* Han */
	{ 0xAC00, 0xD7A3, CLASS_SINGLE },     /* Hangul */
	{ 0xFEFF, 0xFEFF, CLASS_NOTHING },    /* zero width no-break space */
	{ 0x20000, 0x3FFFD, CLASS_SINGLE },   /* Han */
};

static bool in_category(uint32_t point, uint32_t mask)
{
	return uc_is_general_category_withtable(point, mask);
}

/* clang-format off */
static enum class class_by_category(uint32_t point)
{
	const uint32_t letters = UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M |
				 UC_CATEGORY_MASK_Nl | UC_CATEGORY_MASK_No;
	const uint32_t symbols = UC_CATEGORY_MASK_Sm | UC_CATEGORY_MASK_Sc |
				 UC_CATEGORY_MASK_So;

	if (in_category(point, UC_CATEGORY_MASK_Nd))
		return CLASS_DIGIT;
	if (in_category(point, letters))
		return CLASS_LETTER;
	return in_category(point, symbols) ? CLASS_SYMBOL : CLASS_GAP;
}

static enum class classify(uint32_t point)
{
	size_t low = 0, high = sizeof ranges / sizeof *ranges;

	if ((point | 0x20) >= 'a' && (point | 0x20) <= 'z')
		return CLASS_LETTER;
	if (point == ' ')
		return CLASS_GAP;
	while (low < high) {
		size_t middle = (low + high) / 2;

		if (point > ranges[middle].last)
			low = middle + 1;
		else if (point < ranges[middle].first)
			high = middle;
		else
			return ranges[middle].class;
	}
	return class_by_category(point);
}
/* clang-format on */

static bool is_one_of(uint32_t point, const char *points)
{
	size_t len = strlen(points);

	if (point < 0x80)
		return point && memchr(points, (int)point, len);
	while (len) {
		const struct utf8 u = utf8_decode(points, len);

		if (u.point == point)
			return true;
		points += u.len;
		len -= u.len;
	}
	return false;
}

static bool is_stop(uint32_t point)
{
	return is_one_of(point, ".!?…。！？।؟۔");
}

static bool is_quotation(uint32_t point)
{
	return is_one_of(point, "\"'“”„‟‘’‚«»‹›「」『』");
}

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
	if (is_one_of(point, ")]}）】"))
		return;
	walk->last = point;
	if (!is_quotation(point))
		walk->inner = point;
}

/* What the punctuation between two words tells of them. */
static void note_gap(struct fold_walk *walk, uint32_t point)
{
	if (is_one_of(point, ":："))
		walk->gap |= FOLD_GAP_COLON;
	else if (is_one_of(point, "|»›>→►▶➤☛"))
		walk->gap |= FOLD_GAP_BAR;
	else if (point == ')' && walk->at > 1 && walk->bytes[walk->at - 2] == ')')
		walk->gap |= FOLD_GAP_BAR; /* ((AB)): who speaks */
	else if (is_one_of(point, "-–—"))
		walk->gap |= FOLD_GAP_DASH;
	else if (point == 0x2026 || (point == '.' && walk->gap & FOLD_GAP_DOTS))
		walk->gap |= FOLD_GAP_ELLIPSIS;
	if (point == '.')
		walk->gap |= walk->gap & FOLD_GAP_DOT ? FOLD_GAP_DOTS : FOLD_GAP_DOT;
	if (is_quotation(point))
		walk->quoted = is_one_of(point, "“„«‹「『") || (point == '"' && !walk->quoted);
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
	if (!is_stop(u.point))
		return;
	walk->stopped = true;
	/* These scripts put no blank behind a stop. */
	walk->ended |= is_one_of(u.point, "。！？");
}

static enum fold_case case_of(uint32_t point, enum class class)
{
	if (class == CLASS_DIGIT)
		return FOLD_NUMBER;
	if (class == CLASS_SYMBOL || class == CLASS_SIGN || class == CLASS_COMPARE)
		return FOLD_SIGN;
	if (in_category(point, UC_CATEGORY_MASK_Ll))
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
static bool comes_next(const struct fold_walk *walk, struct utf8 u, enum class class)
{
	struct fold_walk ahead = *walk;

	ahead.at += u.len;
	return classify(peek(&ahead).point) == class;
}

/* Takes what makes a word of letters and digits, as it stands. */
static void collect(struct fold_walk *walk, struct fold_word *word)
{
	enum class before = CLASS_GAP;

	while (walk->at < walk->end && word->len + UTF8_MAX <= FOLD_WORD_RAW) {
		const struct utf8 u = peek(walk);
		enum class class = classify(u.point);
		bool inner = before == CLASS_DIGIT && is_one_of(u.point, ".,:/") &&
			     comes_next(walk, u, CLASS_DIGIT);

		if (class == CLASS_NOTHING ||
		    (class == CLASS_APOSTROPHE && before == CLASS_LETTER &&
		     comes_next(walk, u, CLASS_LETTER))) {
			walk->at += u.len;
			continue;
		}
		if (class != CLASS_LETTER && class != CLASS_DIGIT && !inner)
			return;
		take(walk, word, u);
		before = class;
	}
}

static bool lower_ascii(struct fold_word *word)
{
	for (size_t i = 0; i < word->len; i++) {
		char c = word->bytes[i];

		if (c & '\x80')
			return false;
		if (c >= 'A' && c <= 'Z')
			word->bytes[i] = (char)(c | 0x20);
	}
	return true;
}

/* Case folding leaves U+0307 behind the i of a Turkish capital; other systems don't. */
static void drop_dots_above_i(struct fold_word *word)
{
	char *dot, *from = word->bytes;

	while ((dot = memmem(from, word->len - (size_t)(from - word->bytes), "i\xCC\x87", 3))) {
		from = dot + 1;
		word->len -= 2;
		memmove(from, from + 2, word->len - (size_t)(from - word->bytes));
	}
}

static void normalise(struct fold_word *word)
{
	char raw[FOLD_WORD_RAW];
	size_t len = sizeof word->bytes, raw_len = word->len;
	uint8_t *folded;

	if (lower_ascii(word))
		return;
	utf8_mend(word->bytes, raw_len, raw);
	folded = u8_casefold((const uint8_t *)raw, raw_len, NULL, UNINORM_NFKC,
			     (uint8_t *)word->bytes, &len);
	if (folded == (uint8_t *)word->bytes) {
		word->len = len;
		drop_dots_above_i(word);
		return;
	}
	/* Without memory the word stays as it is written: at worst a repeat is not found. */
	memcpy(word->bytes, raw, raw_len);
	free(folded);
}

/* A word of one character. Dashes that stand for a minus are all written "-". */
static void take_single(struct fold_walk *walk, struct fold_word *word, struct utf8 u,
			enum class class)
{
	begin_word(walk, word, case_of(u.point, class));
	take(walk, word, u);
	walk->joined = class == CLASS_SINGLE;
	if (class == CLASS_SIGN && u.point != '+') {
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
static bool is_sign(const struct fold_walk *walk, struct utf8 u, enum class class)
{
	struct fold_walk ahead = *walk;

	if (class == CLASS_SIGN)
		return !walk->joined && comes_next(walk, u, CLASS_DIGIT);
	if (class != CLASS_COMPARE)
		return false;
	while (ahead.at + 1 < ahead.end && ahead.bytes[ahead.at + 1] == ' ')
		ahead.at++;
	return comes_next(&ahead, (struct utf8){ .len = 1 }, CLASS_DIGIT);
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
		enum class class;

		if (take_plain(walk, word))
			return true;
		u = peek(walk);
		class = classify(u.point);
		if (class == CLASS_LETTER || class == CLASS_DIGIT) {
			begin_word(walk, word, case_of(u.point, class));
			collect(walk, word);
			normalise(word);
			return true;
		}
		if (class == CLASS_SINGLE || class == CLASS_SYMBOL || is_sign(walk, u, class)) {
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

bool fold_words_lead(const char *bytes, struct span a, struct span *b)
{
	struct fold_walk walk_a = fold_walk_in(bytes, a), walk_b = fold_walk_in(bytes, *b);

	if (!leads(&walk_a, &walk_b))
		return false;
	b->start = walk_b.at;
	return true;
}

bool fold_words_equal(const char *bytes, struct span a, struct span b)
{
	struct fold_walk walk_a = fold_walk_in(bytes, a), walk_b = fold_walk_in(bytes, b);
	struct fold_word word;

	return leads(&walk_a, &walk_b) && !fold_walk_next(&walk_b, &word);
}
