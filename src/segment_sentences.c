/*
 * Sentences of news prose, by a few rules and a table of abbreviations.
 *
 * A full stop is looked at from both sides: the word before it says whether it
 * may end a sentence, the word behind it whether one can begin there. Where
 * both are in doubt the sentence goes on: a quote that is offered a sentence too
 * long is shortened with one key, half a sentence looks like a mistake.
 */
#include "segment.h"
#include "utf8.h"

#include <string.h>
#include <unictype.h>

enum stop {
	STOP_ENDS,
	STOP_NEVER,	    /* a name or a number follows: Mr. Hale, Jan. 3 */
	STOP_BEFORE_NUMBER, /* only before a number: No. 5 */
	STOP_MAYBE,	    /* may end one too: by 5 p.m. The */
};

struct abbreviation {
	const char *word; /* without its last full stop */
	enum stop stop;
};

/* clang-format off */
static const struct abbreviation abbreviations[] = {
	/* English: titles */
	{ "Mr", STOP_NEVER }, { "Mrs", STOP_NEVER }, { "Ms", STOP_NEVER },
	{ "Mx", STOP_NEVER }, { "Messrs", STOP_NEVER }, { "Dr", STOP_NEVER },
	{ "Prof", STOP_NEVER }, { "Sen", STOP_NEVER }, { "Sens", STOP_NEVER },
	{ "Rep", STOP_NEVER }, { "Reps", STOP_NEVER }, { "Gov", STOP_NEVER },
	{ "Gen", STOP_NEVER }, { "Lt", STOP_NEVER }, { "Col", STOP_NEVER },
	{ "Capt", STOP_NEVER }, { "Cmdr", STOP_NEVER }, { "Adm", STOP_NEVER },
	{ "Maj", STOP_NEVER }, { "Sgt", STOP_NEVER }, { "Rev", STOP_NEVER },
	{ "Hon", STOP_NEVER }, { "Pres", STOP_NEVER }, { "Supt", STOP_NEVER },
	{ "St", STOP_NEVER }, { "Mt", STOP_NEVER }, { "Ft", STOP_NEVER },
	{ "Jr", STOP_MAYBE }, { "Sr", STOP_MAYBE }, { "Esq", STOP_MAYBE },
	/* English: months and days */
	{ "Jan", STOP_NEVER }, { "Feb", STOP_NEVER }, { "Mar", STOP_NEVER },
	{ "Apr", STOP_NEVER }, { "Jun", STOP_NEVER }, { "Jul", STOP_NEVER },
	{ "Aug", STOP_NEVER }, { "Sep", STOP_NEVER }, { "Sept", STOP_NEVER },
	{ "Oct", STOP_NEVER }, { "Nov", STOP_NEVER }, { "Dec", STOP_NEVER },
	{ "Mon", STOP_MAYBE }, { "Tue", STOP_MAYBE }, { "Wed", STOP_MAYBE },
	{ "Thu", STOP_MAYBE }, { "Fri", STOP_MAYBE },
	/* English: the rest */
	{ "No", STOP_BEFORE_NUMBER }, { "Nos", STOP_BEFORE_NUMBER },
	{ "no", STOP_BEFORE_NUMBER }, { "p", STOP_BEFORE_NUMBER },
	{ "pp", STOP_BEFORE_NUMBER }, { "vol", STOP_BEFORE_NUMBER },
	{ "Vol", STOP_BEFORE_NUMBER }, { "Fig", STOP_BEFORE_NUMBER },
	{ "fig", STOP_BEFORE_NUMBER }, { "Sec", STOP_BEFORE_NUMBER },
	{ "vs", STOP_NEVER }, { "v", STOP_NEVER }, { "cf", STOP_NEVER },
	{ "ca", STOP_NEVER }, { "approx", STOP_NEVER }, { "e.g", STOP_NEVER },
	{ "i.e", STOP_NEVER }, { "etc", STOP_MAYBE }, { "al", STOP_MAYBE },
	{ "a.m", STOP_MAYBE }, { "p.m", STOP_MAYBE }, { "A.M", STOP_MAYBE },
	{ "P.M", STOP_MAYBE }, { "Inc", STOP_MAYBE }, { "Ltd", STOP_MAYBE },
	{ "Co", STOP_MAYBE }, { "Corp", STOP_MAYBE }, { "Bros", STOP_MAYBE },
	{ "Ave", STOP_MAYBE }, { "Blvd", STOP_MAYBE }, { "Dept", STOP_MAYBE },
	{ "Univ", STOP_MAYBE }, { "U.S", STOP_MAYBE }, { "U.K", STOP_MAYBE },
	{ "U.N", STOP_MAYBE }, { "E.U", STOP_MAYBE }, { "D.C", STOP_MAYBE },
	{ "U.S.A", STOP_MAYBE }, { "Ph.D", STOP_MAYBE },
	/* German */
	{ "Hr", STOP_NEVER }, { "Fr", STOP_NEVER }, { "bzw", STOP_NEVER },
	{ "vgl", STOP_NEVER }, { "Nr", STOP_BEFORE_NUMBER },
	{ "Abs", STOP_BEFORE_NUMBER }, { "Art", STOP_BEFORE_NUMBER },
	{ "Str", STOP_MAYBE }, { "usw", STOP_MAYBE }, { "z.B", STOP_NEVER },
	{ "d.h", STOP_NEVER }, { "u.a", STOP_NEVER }, { "o.g", STOP_NEVER },
	{ "Jh", STOP_MAYBE }, { "Mio", STOP_NEVER }, { "Mrd", STOP_NEVER },
	{ "sog", STOP_NEVER }, { "ehem", STOP_NEVER }, { "dt", STOP_NEVER },
	/* French */
	{ "MM", STOP_NEVER }, { "Mme", STOP_NEVER }, { "Mlle", STOP_NEVER },
	{ "Me", STOP_NEVER }, { "av", STOP_NEVER }, { "env", STOP_NEVER },
	{ "janv", STOP_NEVER }, { "f\xC3\xA9vr", STOP_NEVER }, { "juill", STOP_NEVER },
	/* Spanish */
	{ "Sra", STOP_NEVER }, { "Sres", STOP_NEVER }, { "Dra", STOP_NEVER },
	{ "Ud", STOP_NEVER }, { "Uds", STOP_NEVER }, { "EE.UU", STOP_MAYBE },
	{ "EE", STOP_NEVER }, { "UU", STOP_MAYBE }, { "Gral", STOP_NEVER },
};

/* Words that begin sentences and hardly ever names: behind STOP_MAYBE they decide. */
static const char *const openers[] = {
	"A", "After", "Although", "An", "And", "As", "At", "Before", "But", "By",
	"For", "From", "He", "Her", "His", "However", "I", "If", "In", "It", "Its",
	"Later", "Many", "Meanwhile", "Most", "No", "Not", "On", "One", "Other", "Our",
	"She", "Since", "So", "Some", "That", "The", "Their", "Then", "There", "These",
	"They", "This", "Those", "Three", "Though", "To", "Two", "Under", "We",
	"What", "When", "Where", "While", "Who", "With", "You",
	"Das", "Der", "Die", "Doch", "Ein", "Eine", "Er", "Es", "Sie", "Wir",
	"Elle", "Elles", "Il", "Ils", "Le", "Les", "Une", "El", "La", "Los",
};

/* German puts a full stop behind ordinals: der 2. Weltkrieg, am 3. Oktober. */
static const char *const before_ordinals[] = {
	"der", "die", "das", "den", "dem", "des", "im", "vom", "zum", "beim", "bis",
};
static const char *const months[] = {
	"Januar", "Februar", "M\xC3\xA4rz", "April", "Mai", "Juni", "Juli", "August",
	"September", "Oktober", "November", "Dezember", "Jahrhundert",
};
/* clang-format on */

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

/* Longer than any word of the tables, in bytes. */
#define WORD_MAX 16u

struct sentences sentences_in(const char *bytes, struct span span)
{
	return (struct sentences){ bytes, span.start, span.end };
}

static bool equals(const char *bytes, struct span span, const char *word)
{
	size_t len = strlen(word);

	return span_length(span) == len && !memcmp(bytes + span.start, word, len);
}

static bool in_table(const char *bytes, struct span span, const char *const *table,
		     size_t count)
{
	for (size_t n = 0; n < count; n++)
		if (equals(bytes, span, table[n]))
			return true;
	return false;
}

static struct utf8 point_at(const struct sentences *walk, size_t at)
{
	return utf8_decode(walk->bytes + at, walk->end - at);
}

static size_t skip_blanks(const struct sentences *walk, size_t at)
{
	while (at < walk->end) {
		struct utf8 c = point_at(walk, at);

		if (!point_is_space(c.point))
			break;
		at += c.len;
	}
	return at;
}

static bool is_quote(uint32_t point)
{
	return point == '"' || point == '\'' || (point >= 0x2018 && point <= 0x201F) ||
	       point == 0xAB || point == 0xBB || point == 0x2039 || point == 0x203A;
}

static bool is_closer(uint32_t point)
{
	return is_quote(point) || point == ')' || point == ']' || point == 0x300D ||
	       point == 0x300F || point == 0xFF09;
}

/* Chinese and Japanese full stops: no blank follows them. */
static bool is_wide_stop(uint32_t point)
{
	return point == 0x3002 || point == 0xFF01 || point == 0xFF1F;
}

static bool is_stop(uint32_t point)
{
	return point == '.' || point == '!' || point == '?' || point == 0x2026 ||
	       is_wide_stop(point);
}

static size_t skip_while(const struct sentences *walk, size_t at, bool (*is)(uint32_t))
{
	while (at < walk->end) {
		struct utf8 c = point_at(walk, at);

		if (!is(c.point))
			break;
		at += c.len;
	}
	return at;
}

/* What ends a word, seen from either side; full stops and letters don't. */
static bool parts_words(char c)
{
	return c == '\0' || c == ' ' || (c >= '\t' && c <= '\r') || strchr("\"'()[]/-,;:!?", c);
}

/* The word that ends at `at`, looked at no further back than the tables need. */
static struct span word_before(const struct sentences *walk, size_t start, size_t at)
{
	struct span word = { at, at };

	while (word.start > start && !parts_words(walk->bytes[word.start - 1]) &&
	       at - word.start <= WORD_MAX)
		word.start--;
	/* Quotation marks and blanks outside ASCII are no part of a word. */
	for (size_t from = word.start; from < at;) {
		struct utf8 c = point_at(walk, from);

		from += c.len;
		if (is_quote(c.point) || point_is_space(c.point))
			word.start = from;
	}
	return word;
}

static struct span word_behind(const struct sentences *walk, size_t at)
{
	struct span word = { at, at };

	while (word.end < walk->end && !parts_words(walk->bytes[word.end]) &&
	       word.end - at <= WORD_MAX)
		word.end++;
	return word;
}

/* A letter alone, as in "J. Doe" and "z. B."; "I" is a word. */
static bool is_initial(const struct sentences *walk, struct span word)
{
	struct utf8 c;

	if (span_empty(word))
		return false;
	c = point_at(walk, word.start);
	return c.len == span_length(word) && c.point != 'I' && point_is_letter(c.point);
}

/* Initials that stick together: "J.R.R. Tolkien". */
static bool is_initials(const struct sentences *walk, struct span word)
{
	if (span_length(word) < 3)
		return false;
	for (size_t at = word.start; at < word.end; at++)
		if (((at - word.start) % 2 == 1) != (walk->bytes[at] == '.'))
			return false;
	return true;
}

/* One or two digits where German says "der 2." or "3. Oktober", or that number a list. */
static bool is_ordinal(const struct sentences *walk, size_t start, struct span word,
		       size_t next)
{
	size_t before = word.start;

	if (span_length(word) < 1 || span_length(word) > 2)
		return false;
	for (size_t at = word.start; at < word.end; at++)
		if (walk->bytes[at] < '0' || walk->bytes[at] > '9')
			return false;
	if (word.start == start ||
	    in_table(walk->bytes, word_behind(walk, next), months, COUNT(months)))
		return true;
	while (before > start && walk->bytes[before - 1] == ' ')
		before--;
	return in_table(walk->bytes, word_before(walk, start, before), before_ordinals,
			COUNT(before_ordinals));
}

static enum stop stop_behind(const struct sentences *walk, struct span word)
{
	for (size_t n = 0; n < COUNT(abbreviations); n++)
		if (equals(walk->bytes, word, abbreviations[n].word))
			return abbreviations[n].stop;
	return is_initial(walk, word) || is_initials(walk, word) ? STOP_MAYBE : STOP_ENDS;
}

/* True if the single full stop at `at` may end the sentence, given what follows at `next`. */
static bool full_stop_ends(const struct sentences *walk, size_t start, size_t at, size_t next)
{
	struct span word = word_before(walk, start, at);
	struct span behind = word_behind(walk, next);

	if (is_ordinal(walk, start, word, next))
		return false;
	switch (stop_behind(walk, word)) {
	case STOP_NEVER:
		return false;
	case STOP_BEFORE_NUMBER:
		return !point_is_digit(point_at(walk, next).point);
	case STOP_MAYBE:
		return is_quote(point_at(walk, next).point) ||
		       in_table(walk->bytes, behind, openers, COUNT(openers));
	case STOP_ENDS:
		break;
	}
	return true;
}

/* Signs that may stand before a sentence's first word. */
static bool is_opener(uint32_t point)
{
	return (point < 0x80 && strchr("([$#@*", (int)point)) || point == 0xA1 ||
	       point == 0xA3 || point == 0xBF || point >= 0x2000;
}

/* True if a sentence can begin with this: anything but a small letter or a sign within one. */
static bool can_begin(uint32_t point)
{
	if (point_is_letter(point))
		return !uc_is_general_category_withtable(point, UC_CATEGORY_MASK_Ll);
	return point_is_digit(point) || is_quote(point) || is_opener(point);
}

/*
 * With a stop sign at `at`: where the sentence ends if it ends here, else 0, and
 * where to look on.
 */
static size_t end_at(const struct sentences *walk, size_t start, size_t at, size_t *on)
{
	bool wide = is_wide_stop(point_at(walk, at).point);
	size_t stops = skip_while(walk, at, is_stop);
	size_t end = skip_while(walk, stops, is_closer);
	size_t next = skip_blanks(walk, end);

	*on = end;
	if (next == walk->end || wide)
		return end;
	if (next == end || !can_begin(point_at(walk, next).point))
		return 0;
	if (stops == at + 1 && walk->bytes[at] == '.' && !full_stop_ends(walk, start, at, next))
		return 0;
	return end;
}

/* Where the blanks at the end of the stretch begin; it is not all blank. */
static size_t trim(const struct sentences *walk, size_t end)
{
	for (;;) {
		size_t last = utf8_start(walk->bytes, end, end - 1);

		if (!point_is_space(utf8_decode(walk->bytes + last, end - last).point))
			return end;
		end = last;
	}
}

bool sentences_next(struct sentences *walk, struct span *sentence)
{
	size_t start = skip_blanks(walk, walk->at), at = start, end = 0;

	if (start == walk->end)
		return false;
	while (at < walk->end && !end) {
		struct utf8 c = point_at(walk, at);

		if (is_stop(c.point))
			end = end_at(walk, start, at, &at);
		else
			at += c.len;
	}
	walk->at = end ? end : walk->end;
	*sentence = (struct span){ start, end ? end : trim(walk, walk->end) };
	return true;
}
