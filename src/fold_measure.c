#include "fold_measure.h"

#include "fold_class.h"
#include "fold_hash.h"

#include <string.h>

#define HEADLINE_WORDS_MIN 2
#define HEADLINE_WORDS_MAX 26
#define HEADLINE_POINTS	   170

#define PLACE_FACTOR 0x9E3779B97F4A7C15u

bool fold_tokenise(const struct fold_source *source, struct fold_tokens *tokens,
		   struct err *err)
{
	struct fold_walk walk = fold_walk_in(source->bytes, source->span);

	return fold_scan(&walk, source->seed, tokens, err);
}

void fold_facts_of(struct fold_facts *facts, const struct fold_tokens *tokens, size_t count,
		   struct span paragraph)
{
	uint64_t hash = count;

	/* Each is mixed with its place, and none waits for the one before. */
	for (size_t i = 0; i < count; i++)
		hash += fold_mix(tokens->items[i].hash ^ i, PLACE_FACTOR);
	facts->hash = hash;
	facts->words = (uint32_t)count;
	facts->tail = (uint32_t)span_length(paragraph);
	if (count)
		facts->tail -= tokens->items[count - 1].end;
}

/*
 * Running text: two in five of what has a case begin in lower case (names, figures and
 * headings don't), and it ends as a sentence does or has one's end inside.
 */
static bool is_prose(const struct fold_tokens *tokens, const struct fold_walk *done)
{
	uint64_t cases[FOLD_SIGN + 1] = { 0 }, cased;
	bool opens = false;

	for (size_t i = 0; i < tokens->count; i++) {
		cases[tokens->items[i].begins]++;
		opens |= tokens->items[i].marks & FOLD_MARK_OPENS;
	}
	if (!opens && !(fold_traits_of(done->last) & (FOLD_TRAIT_STOP | FOLD_TRAIT_QUOTE)))
		return false;
	cased = cases[FOLD_LOWER] + cases[FOLD_UPPER];
	return cased ? cases[FOLD_LOWER] * 5 >= (cased + cases[FOLD_NUMBER]) * 2
		     : cases[FOLD_UNCASED] > 0;
}

static unsigned shape(const struct fold_tokens *tokens, const struct fold_walk *done,
		      uint32_t points)
{
	const unsigned traits = fold_traits_of(done->inner);
	unsigned flags = 0;

	if (is_prose(tokens, done))
		flags |= FOLD_PROSE;
	if (traits & FOLD_TRAIT_QUESTION)
		flags |= FOLD_QUESTION;
	/* An ellipsis ends no sentence, and a question only where it is quoted. */
	if (traits & FOLD_TRAIT_FINAL || (done->inner == '?' && done->last != done->inner))
		flags |= FOLD_FINAL;
	if (traits & FOLD_TRAIT_COLON)
		flags |= FOLD_INTRO;
	if (!(flags & (FOLD_FINAL | FOLD_INTRO)) && done->inner != ',' && done->inner != ';' &&
	    tokens->count >= HEADLINE_WORDS_MIN && tokens->count <= HEADLINE_WORDS_MAX &&
	    points <= HEADLINE_POINTS)
		flags |= FOLD_HEADLINE;
	return flags;
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
	if (!len || (*at >= '?' && *at <= '~'))
		return 0;
	u = utf8_decode(at, len);
	if (fold_among(u.point, "–—―"))
		return FOLD_DASHED;
	if (fold_among(u.point, "►▶➤→☛") || (len > 1 && !memcmp(at, ">>", 2)))
		return FOLD_ARROW;
	return u.point == 0xBB && !memmem(at, len, "«", strlen("«")) ? FOLD_ARROW : 0;
}

bool fold_measure(const struct fold_source *source, struct fold_tokens *tokens,
		  struct fold_facts *facts, struct err *err)
{
	const struct span span = source->span;
	struct fold_walk walk = fold_walk_in(source->bytes, span);

	if (!fold_scan(&walk, source->seed, tokens, err))
		return false;
	facts->points = (uint32_t)(span_length(span) - walk.trailing);
	facts->flags =
		(uint16_t)(shape(tokens, &walk, facts->points) | opening(source->bytes, span));
	fold_facts_of(facts, tokens, tokens->count, span);
	return true;
}
