/*
 * Formulas: the same words under several headings that count on, "Article 5", "Article 6".
 * They are no copies, since a copy repeats the heading too.
 */
#include "fold_stages.h"

#include <string.h>

/* A heading stands so many paragraphs before its formula, at most. */
#define LOOK_BACK  4
#define RULES_MOST 4 /* lines without words between two paragraphs: bounds the walk back */

#define HEADING_WORDS  8
#define HEADING_COUNTS 2 /* its number is one of so many first words */

static bool is_roman(const struct fold_word *word)
{
	return word->begins == FOLD_UPPER && strspn(word->bytes, "ivxlcdm") >= word->len;
}

static bool counts(const struct fold_word *word)
{
	return word->begins == FOLD_NUMBER || is_roman(word);
}

/* True if both begin alike up to a number in which they differ. */
static bool count_on(const struct fold_job *job, size_t a, size_t b)
{
	const struct fold_stretch words_a = fold_words_of(job, a);
	const struct fold_stretch words_b = fold_words_of(job, b);
	struct fold_walk walk_a = fold_walk_in(words_a.bytes, words_a.span);
	struct fold_walk walk_b = fold_walk_in(words_b.bytes, words_b.span);

	for (size_t i = 0; i < HEADING_COUNTS; i++) {
		struct fold_word word_a, word_b;

		if (!fold_walk_next(&walk_a, &word_a) || !fold_walk_next(&walk_b, &word_b))
			return false;
		if (word_a.len != word_b.len ||
		    memcmp(word_a.bytes, word_b.bytes, word_a.len) != 0)
			return counts(&word_a) && counts(&word_b);
	}
	return false;
}

static bool may_head(const struct fold_job *job, size_t n)
{
	return fold_facts(job, n)->words <= HEADING_WORDS &&
	       !(fold_is(job, n, FOLD_PROSE) && fold_is(job, n, FOLD_FINAL));
}

/* The paragraph before `n` in its text, rules and the like passed over, if it shows. */
static size_t before(const struct fold_job *job, size_t n)
{
	const size_t first = fold_text_of(job->folds, n).start;

	for (size_t i = 0; i < RULES_MOST && n-- > first; i++) {
		if (folds_hidden(job->folds, n))
			return NOWHERE;
		if (fold_facts(job, n)->words)
			return n;
	}
	return NOWHERE;
}

bool fold_is_formula(const struct fold_job *job, size_t of)
{
	size_t a = job->n, b = of;

	for (size_t i = 0; i < LOOK_BACK; i++) {
		a = before(job, a);
		b = before(job, b);
		if (a == NOWHERE || b == NOWHERE || a <= of)
			return false;
		if (may_head(job, a) && may_head(job, b) && count_on(job, a, b))
			return true;
	}
	return false;
}
