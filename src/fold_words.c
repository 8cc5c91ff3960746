#include "fold_words.h"

#include "compiler.h"
#include "fold_class.h"

#include <string.h>

/* Bytes compared at once. */
#define SAME_STEP 64u

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
	while (same > 1 && !(left[same - 1] == ' ' && fold_is_plain(left[same - 2])))
		same--;
	return same > 1 ? same - 1 : 0;
}

static struct fold_walk walk_from(struct fold_stretch words, size_t behind)
{
	const struct span left = { words.span.start + behind, words.span.end };
	struct fold_walk walk = fold_walk_in(words.bytes, left);

	walk.letters = words.letters;
	return walk;
}

/* True if all words of `a` are the next ones of `b`, which is then behind them. */
static bool leads(struct fold_walk *a, struct fold_walk *b)
{
	struct fold_word word_a UNSET, word_b UNSET;

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

bool fold_bytes_equal(struct fold_stretch a, struct fold_stretch b)
{
	return span_length(a.span) == span_length(b.span) &&
	       !memcmp(a.bytes + a.span.start, b.bytes + b.span.start, span_length(a.span));
}

/* True if the words of both are the same, though not the bytes. */
static bool same_words(struct fold_stretch a, struct fold_stretch b)
{
	const size_t same = same_start(a, b);
	struct fold_walk walk_a = walk_from(a, same);
	struct fold_walk walk_b = walk_from(b, same);

	return leads(&walk_a, &walk_b) && leads(&walk_b, &walk_a);
}

bool fold_words_equal(struct fold_stretch a, struct fold_stretch b)
{
	return fold_bytes_equal(a, b) || same_words(a, b);
}
