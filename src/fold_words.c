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
	CLASS_SINGLE, /* a word by itself, of a script without blanks */
	CLASS_SYMBOL, /* a word by itself */
	CLASS_SIGN,   /* the same, but only before a digit */
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
	{ 0x2212, 0x2212, CLASS_SIGN },	      /* minus */
	{ 0x25A0, 0x25FF, CLASS_GAP },	      /* geometric shapes: bullets */
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

static enum class class_by_category(uint32_t point) {
	if (in_category(point, UC_CATEGORY_MASK_Nd)) return CLASS_DIGIT;
	if (in_category(point, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M | UC_CATEGORY_MASK_Nl |
				       UC_CATEGORY_MASK_No)) return CLASS_LETTER;
	if (in_category(point, UC_CATEGORY_MASK_Sm | UC_CATEGORY_MASK_Sc |
				       UC_CATEGORY_MASK_So)) return CLASS_SYMBOL;
	return CLASS_GAP;
}

static enum class classify(uint32_t point) {
	size_t low = 0, high = sizeof ranges / sizeof *ranges;

	if ((point | 0x20) >= 'a' && (point | 0x20) <= 'z') return CLASS_LETTER;
	if (point == ' ') return CLASS_GAP;
	while (low < high){ size_t middle = (low + high) / 2;

			    if (point > ranges[middle].last) low = middle + 1;
			    else if (point < ranges[middle].first) high = middle;
			    else return ranges[middle].class; }
return class_by_category(point);
}

static bool is_one_of(uint32_t point, const char *points)
{
	size_t len = strlen(points);

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
	if (walk->at < walk->end)
		return utf8_decode(walk->bytes + walk->at, walk->end - walk->at);
	return (struct utf8){ .point = ' ' };
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
	if (class == CLASS_SYMBOL || class == CLASS_SIGN)
		return FOLD_SIGN;
	if (in_category(point, UC_CATEGORY_MASK_Ll))
		return FOLD_LOWER;
	return point_is_upper(point) ? FOLD_UPPER : FOLD_UNCASED;
}

static void begin_word(struct fold_walk *walk, struct fold_word *word, enum fold_case begins)
{
	word->begins = begins;
	word->opens = walk->ended;
	word->len = 0;
	walk->stopped = walk->ended = false;
}

static void take(struct fold_walk *walk, struct fold_word *word, struct utf8 u)
{
	memcpy(word->bytes + word->len, walk->bytes + walk->at, u.len);
	word->len += u.len;
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

bool fold_walk_next(struct fold_walk *walk, struct fold_word *word)
{
	while (walk->at < walk->end) {
		const struct utf8 u = peek(walk);
		enum class class = classify(u.point);

		if (class == CLASS_LETTER || class == CLASS_DIGIT) {
			begin_word(walk, word, case_of(u.point, class));
			collect(walk, word);
			normalise(word);
			return true;
		}
		if (class == CLASS_SINGLE || class == CLASS_SYMBOL ||
		    (class == CLASS_SIGN && !walk->joined &&
		     comes_next(walk, u, CLASS_DIGIT))) {
			take_single(walk, word, u, class);
			return true;
		}
		pass(walk, u);
	}
	return false;
}

bool fold_words_equal(const char *bytes, struct span a, struct span b)
{
	struct fold_walk walk_a = fold_walk_in(bytes, a), walk_b = fold_walk_in(bytes, b);
	struct fold_word word_a, word_b;

	for (;;) {
		bool more = fold_walk_next(&walk_a, &word_a);

		if (more != fold_walk_next(&walk_b, &word_b))
			return false;
		if (!more)
			return true;
		if (word_a.len != word_b.len ||
		    memcmp(word_a.bytes, word_b.bytes, word_a.len) != 0)
			return false;
	}
}

/* What is counted on the way through a paragraph. */
struct counts {
	uint64_t hash;
	uint32_t words, cases[FOLD_SIGN + 1], opened;
};

static void count(struct counts *counts, const struct fold_word *word)
{
	/* A word's length is hashed with it: "a bc" is not "ab c". */
	counts->hash = hash_bytes(word->bytes, word->len, counts->hash + word->len);
	if (counts->words == UINT32_MAX)
		return;
	counts->words++;
	counts->cases[word->begins]++;
	counts->opened += word->opens;
}

/*
 * Running text: two in five of what has a case begin in lower case (names, figures and
 * headings don't), and it ends as a sentence does or has one's end inside.
 */
static bool is_prose(const struct counts *counts, const struct fold_walk *done)
{
	const uint32_t *n = counts->cases;
	uint64_t cased = (uint64_t)n[FOLD_LOWER] + n[FOLD_UPPER];
	bool lower = cased ? (uint64_t)n[FOLD_LOWER] * 5 >= (cased + n[FOLD_NUMBER]) * 2
			   : n[FOLD_UNCASED] > 0;

	return lower && (is_stop(done->last) || is_quotation(done->last) || counts->opened);
}

#define HEADLINE_WORDS_MIN 2
#define HEADLINE_WORDS_MAX 26
#define HEADLINE_POINTS	   170

static bool is_headline(const struct counts *counts, uint32_t points, uint32_t inner)
{
	return counts->words >= HEADLINE_WORDS_MIN && counts->words <= HEADLINE_WORDS_MAX &&
	       points <= HEADLINE_POINTS && !is_one_of(inner, ".。।۔:：");
}

#define TRIGGER_WORDS 9
#define TRIGGER_BYTES 96

static bool is_trigger(const char *bytes, struct span paragraph)
{
	struct fold_walk walk = fold_walk_in(bytes, paragraph);
	struct fold_word word;
	char joined[TRIGGER_BYTES];
	size_t len = 0;

	while (fold_walk_next(&walk, &word)) {
		if (len + word.len > sizeof joined)
			return false;
		memcpy(joined + len, word.bytes, word.len);
		len += word.len;
	}
	return walk.inner != '.' && fold_phrase_opens_box(joined, len);
}

struct fold_facts fold_measure(const char *bytes, struct span paragraph, uint64_t seed)
{
	struct fold_walk walk = fold_walk_in(bytes, paragraph);
	struct counts counts = { .hash = seed };
	struct fold_facts facts = { 0 };
	struct fold_word word;
	size_t points = utf8_count(bytes + paragraph.start, span_length(paragraph));

	while (fold_walk_next(&walk, &word))
		count(&counts, &word);
	facts.hash = counts.hash;
	facts.words = counts.words;
	facts.points = points < UINT32_MAX ? (uint32_t)points : UINT32_MAX;
	if (is_prose(&counts, &walk))
		facts.flags |= FOLD_PROSE;
	if (is_one_of(walk.inner, "?？؟"))
		facts.flags |= FOLD_QUESTION;
	if (is_headline(&counts, facts.points, walk.inner))
		facts.flags |= FOLD_HEADLINE;
	if (facts.words && facts.words <= TRIGGER_WORDS * 2 && is_trigger(bytes, paragraph))
		facts.flags |= FOLD_TRIGGER;
	return facts;
}
