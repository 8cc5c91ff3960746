#include "fold_measure.h"

#include "fold_hash.h"
#include "fold_letters.h"
#include "segment.h"

#include <string.h>

#define HEADLINE_WORDS_MIN   2
#define HEADLINE_WORDS_MAX   26
#define HEADLINE_WORDS_FINAL 4 /* with a stop behind it */
#define HEADLINE_POINTS	     170

/* Of a script that writes no blanks, where a word is a character. */
#define HEADLINE_UNSPACED 80

/* Longer than a headline of a script that writes no stops. */
#define UNSTOPPED_POINTS 110

#define UNSPACED_POINTS 3

#define LABEL_WORDS 3

#define PLACE_FACTOR 0x9E3779B97F4A7C15u

bool fold_is_unspaced(size_t words, size_t points)
{
	return points < words * 2;
}

bool fold_is_short(const struct fold_facts *facts, size_t words)
{
	return facts->words <= words || (fold_is_unspaced(facts->words, facts->points) &&
					 facts->points <= words * UNSPACED_POINTS);
}

bool fold_tokenise(const struct fold_source *source, struct fold_tokens *tokens,
		   struct err *err)
{
	struct fold_walk walk = fold_walk_in(source->bytes, source->span);

	walk.letters = source->letters;
	return fold_scan(&walk, source->seed, tokens, err);
}

uint64_t fold_hash_of(const struct fold_token *tokens, size_t count)
{
	uint64_t hash = count;

	/* Each is mixed with its place, and none waits for the one before. */
	for (size_t i = 0; i < count; i++)
		hash += fold_mix(tokens[i].hash ^ i, PLACE_FACTOR);
	return hash;
}

void fold_facts_of(struct fold_facts *facts, const struct fold_tokens *tokens, size_t count,
		   struct span paragraph)
{
	facts->hash = fold_hash_of(tokens->items, count);
	facts->words = (uint32_t)count;
	facts->tail = (uint32_t)span_length(paragraph);
	if (count)
		facts->tail -= tokens->items[count - 1].end;
}

/* Thai and Lao have no stop: there, length tells. */
static bool is_long_unstopped(uint32_t last, uint32_t points)
{
	return last >= 0x0E00 && last <= 0x0EFF && points >= UNSTOPPED_POINTS;
}

/* How many words begin with what. */
struct cases {
	size_t none, lower, upper, numbers;
};

/*
 * Counted up in two tables by turns: of two words that begin alike, the second would wait for
 * the first.
 */
static struct cases count_cases(const struct fold_tokens *tokens)
{
	size_t odd[FOLD_SIGN + 1] = { 0 }, even[FOLD_SIGN + 1] = { 0 };
	const size_t pairs = tokens->count / 2 * 2;

	for (size_t i = 0; i < pairs; i += 2) {
		even[tokens->items[i].begins]++;
		odd[tokens->items[i + 1].begins]++;
	}
	if (pairs < tokens->count)
		even[tokens->items[pairs].begins]++;
	return (struct cases){ even[FOLD_UNCASED] + odd[FOLD_UNCASED],
			       even[FOLD_LOWER] + odd[FOLD_LOWER],
			       even[FOLD_UPPER] + odd[FOLD_UPPER],
			       even[FOLD_NUMBER] + odd[FOLD_NUMBER] };
}

/*
 * Running text: two in five of what has a case begin in lower case (names, figures and
 * headings don't), and it ends as a sentence does or has one's end inside.
 */
static bool is_prose(const struct fold_tokens *tokens, const struct fold_walk *done,
		     uint32_t points)
{
	const struct cases cases = count_cases(tokens);
	const size_t cased = cases.lower + cases.upper;
	bool opens = false;

	for (size_t i = 0; i < tokens->count && !opens; i++)
		opens = tokens->items[i].marks & FOLD_MARK_OPENS;
	if (!opens && !(fold_traits_of(done->last) & (FOLD_TRAIT_STOP | FOLD_TRAIT_QUOTE)) &&
	    !is_long_unstopped(done->last, points))
		return false;
	if (cases.none > cased)
		return true; /* but for a few names in Latin letters */
	return cased && cases.lower * 5 >= (cased + cases.numbers) * 2;
}

/* Four words in five are capitalised. A script without case has no titles. */
static bool is_title(const struct fold_tokens *tokens)
{
	const struct cases cases = count_cases(tokens);

	return cases.upper && cases.lower * 4 <= cases.upper;
}

/* A headline ends without a stop, or shouts, or is written as titles are. */
static bool is_open(unsigned flags, const struct fold_walk *done,
		    const struct fold_tokens *tokens)
{
	if (flags & FOLD_INTRO || done->inner == ',' || done->inner == ';')
		return false;
	if (!(flags & FOLD_FINAL))
		return true;
	return tokens->count >= HEADLINE_WORDS_FINAL &&
	       (fold_among(done->inner, "!！") || is_title(tokens));
}

static bool is_headline_long(size_t words, uint32_t points)
{
	if (fold_is_unspaced(words, points))
		return points <= HEADLINE_UNSPACED;
	return words <= HEADLINE_WORDS_MAX && points <= HEADLINE_POINTS;
}

static unsigned shape(const struct fold_tokens *tokens, const struct fold_walk *done,
		      uint32_t points)
{
	const unsigned traits = fold_traits_of(done->inner);
	unsigned flags = 0;

	if (is_prose(tokens, done, points))
		flags |= FOLD_PROSE;
	if (traits & FOLD_TRAIT_QUESTION)
		flags |= FOLD_QUESTION;
	/* An ellipsis ends no sentence, and a question only where it is quoted. */
	if (traits & FOLD_TRAIT_FINAL || (done->inner == '?' && done->last != done->inner))
		flags |= FOLD_FINAL;
	if (traits & FOLD_TRAIT_COLON)
		flags |= FOLD_INTRO;
	if (tokens->count >= HEADLINE_WORDS_MIN && is_headline_long(tokens->count, points) &&
	    is_open(flags, done, tokens))
		flags |= FOLD_HEADLINE;
	return flags;
}

/* True if the line ends as it began: with a bracket. */
static bool is_bracketed(uint32_t first, const char *at, size_t len)
{
	while (len && point_is_space((unsigned char)at[len - 1]))
		len--;
	return len &&
	       ((first == '(' && at[len - 1] == ')') || (first == '[' && at[len - 1] == ']'));
}

/* ">>", but no prompt of a program: behind ">>>" a headline begins, without signs of code. */
static bool is_pointed(const char *at, size_t len)
{
	if (len < 5 || memcmp(at, ">>", 2) != 0)
		return false;
	if (at[2] != '>')
		return true;
	return !(at[4] >= 'a' && at[4] <= 'z') && !memchr(at, '=', len) &&
	       !memchr(at, '(', len);
}

/* An arrow or a dash before the first word. A line with » and « is a German quotation. */
static unsigned opening(const char *bytes, struct span paragraph)
{
	const char *at = bytes + paragraph.start;
	size_t len = span_length(paragraph);
	struct utf8 u;

	while (len && (*at == ' ' || *at == '\t')) {
		at++;
		len--;
	}
	if (!len || ((*at | 0x20) >= 'a' && (*at | 0x20) <= 'z'))
		return 0;
	u = utf8_decode(at, len);
	if (fold_among(u.point, "–—―") || is_bracketed(u.point, at, len))
		return FOLD_DASHED;
	if (fold_among(u.point, "►▶➤→☛") || is_pointed(at, len))
		return FOLD_ARROW;
	return u.point == 0xBB && !memmem(at, len, "«", strlen("«")) ? FOLD_ARROW : 0;
}

/* "Breakfast: porridge", "Ada Holm: We sail." A number alone is none. */
static bool is_labelled(const struct fold_tokens *tokens)
{
	if (tokens->count && tokens->items[0].begins == FOLD_NUMBER)
		return false;
	for (size_t i = 0; i < LABEL_WORDS && i + 1 < tokens->count; i++) {
		if (tokens->items[i].gap & FOLD_GAP_COLON)
			return true;
	}
	return false;
}

static bool is_quoted(const struct fold_tokens *tokens)
{
	for (size_t i = 0; i < tokens->count; i++) {
		if (!(tokens->items[i].marks & FOLD_MARK_QUOTED))
			return false;
	}
	return tokens->count;
}

/*
 * Lines that somebody broke: each begins as a sentence does, and one had room for the next
 * word. A refrain is no copy.
 */
static bool is_verse(const struct fold_tokens *tokens, const char *bytes)
{
	size_t start = 0, longest = 0, least = SIZE_MAX;

	if (!tokens->count || !memchr(bytes, '\n', tokens->items[tokens->count - 1].end))
		return false;
	for (size_t i = 1; i < tokens->count; i++) {
		const size_t from = tokens->items[i - 1].end, to = tokens->items[i].end;
		const char *end = memchr(bytes + from, '\n', to - from);
		size_t len;

		if (!end)
			continue;
		if (tokens->items[i].begins == FOLD_LOWER)
			return false;
		len = (size_t)(end - bytes) - start;
		longest = len > longest ? len : longest;
		start += len + 1;
		least = len + to - start < least ? len + to - start : least;
	}
	if (least != SIZE_MAX && tokens->items[tokens->count - 1].end - start > longest)
		longest = tokens->items[tokens->count - 1].end - start;
	return least < longest;
}

bool fold_measure(const struct fold_source *source, struct fold_tokens *tokens,
		  struct fold_facts *facts, struct err *err)
{
	const struct span span = source->span;
	struct fold_walk walk = fold_walk_in(source->bytes, span);

	walk.letters = source->letters;
	if (!fold_scan(&walk, source->seed, tokens, err))
		return false;
	facts->points = (uint32_t)(span_length(span) - walk.trailing);
	facts->flags =
		(uint16_t)(shape(tokens, &walk, facts->points) | opening(source->bytes, span));
	if (is_labelled(tokens))
		facts->flags |= FOLD_LABELLED;
	if (is_quoted(tokens))
		facts->flags |= FOLD_QUOTED;
	if (is_verse(tokens, source->bytes + span.start))
		facts->flags = (uint16_t)((facts->flags & ~(unsigned)FOLD_PROSE) | FOLD_VERSE);
	fold_facts_of(facts, tokens, tokens->count, span);
	return true;
}
