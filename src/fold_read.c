/*
 * Earlier paragraphs read again as words. Where all lines are alike they are held against the
 * same few ones, so these are kept.
 */
#include "fold_read.h"

#include "array.h"

#include <string.h>

/* So much of a paragraph is fetched at once, a line of the cache at a time. */
#define EXPECTED_BYTES 512u
#define EXPECTED_STEP  64u

static struct fold_read *place_of(const struct fold_job *job, size_t n)
{
	return &job->work->read[n % FOLD_READ];
}

/* What stands behind is fetched by the machine itself once reading goes on. */
void fold_expect_reading(const struct fold_job *job, size_t n)
{
	const struct span span = job->folds->items[n].span;
	const char *at = fold_bytes(job, n) + span.start;
	const size_t len = span_length(span);

	if (place_of(job, n)->of == n + 1)
		return;
	for (size_t i = 0; i < len && i < EXPECTED_BYTES; i += EXPECTED_STEP)
		__builtin_prefetch(at + i);
}

const struct fold_tokens *fold_read_again(const struct fold_job *job, size_t n, struct err *err)
{
	const struct fold_source source = fold_source_of(job, n);
	struct fold_read *read = place_of(job, n);

	if (read->of != n + 1) {
		read->of = 0;
		if (!fold_tokenise(&source, &read->tokens, err))
			return NULL;
		read->of = n + 1;
	}
	return &read->tokens;
}

bool fold_may_read(const struct fold_job *job, size_t n)
{
	const size_t len = span_length(job->folds->items[n].span);

	if (place_of(job, n)->of == n + 1)
		return true;
	if (len > job->work->credit)
		return false;
	job->work->credit -= len;
	return true;
}

void fold_earn(const struct fold_job *job, size_t len)
{
	const size_t credit = job->work->credit + len * FOLD_CREDIT_FACTOR;

	job->work->credit = credit < FOLD_CREDIT_MOST ? credit : FOLD_CREDIT_MOST;
}

/* Read whole only when it is asked for again: to a single question a few words are enough. */
static const struct fold_tokens *read_often(const struct fold_job *job, size_t n)
{
	struct fold_read *read = place_of(job, n);
	const bool asked = read->asked == n + 1;
	struct err err;

	read->asked = n + 1;
	if (read->of == n + 1)
		return &read->tokens;
	return asked && fold_facts(job, n)->words <= FOLD_DIFF_WORDS
		       ? fold_read_again(job, n, &err)
		       : NULL;
}

bool fold_may_lead(const struct fold_job *job, size_t words, size_t of)
{
	const struct fold_token *line = job->work->line.items;
	const struct fold_tokens *other = read_often(job, of);

	if (!other)
		return true;
	if (words > other->count)
		return false;
	for (size_t i = 0; i < words; i++) {
		if (line[i].hash != other->items[i].hash)
			return false;
	}
	return true;
}

/* Writes the words of paragraph `n` one after another, as they are compared. */
static bool spell(const struct fold_job *job, size_t n, struct fold_spelling *to)
{
	const struct fold_stretch words = fold_words_of(job, n);
	struct fold_walk walk = fold_walk_in(words.bytes, words.span);
	struct fold_word word;
	struct err err;

	walk.letters = words.letters;
	to->of = to->count = 0;
	while (fold_walk_next(&walk, &word)) {
		if (!ARRAY_RESERVE(to, word.len + 1, &err))
			return false;
		memcpy(to->items + to->count, word.bytes, word.len);
		to->items[to->count + word.len] = '\n';
		to->count += word.len + 1;
	}
	to->of = n + 1;
	return true;
}

/* What is asked for again is kept; NULL for anything else. */
static const struct fold_spelling *spelt_often(const struct fold_job *job, size_t n)
{
	struct fold_spelling *it = &place_of(job, n)->spelling;
	const bool asked = it->asked == n + 1;

	it->asked = n + 1;
	if (it->of == n + 1 ||
	    (asked && fold_facts(job, n)->words <= FOLD_DIFF_WORDS && spell(job, n, it)))
		return it;
	return NULL;
}

/* The line's own. */
static const struct fold_spelling *spelt_line(const struct fold_job *job)
{
	struct fold_spelling *it = &job->work->spelling;

	return it->of == job->n + 1 || spell(job, job->n, it) ? it : NULL;
}

bool fold_equals(const struct fold_job *job, size_t of)
{
	const struct fold_stretch old = fold_words_of(job, of),
				  new = fold_words_of(job, job->n);
	const struct fold_spelling *a, *b;

	if (fold_bytes_equal(old, new))
		return true;
	a = spelt_often(job, of);
	b = a ? spelt_line(job) : NULL;
	return b ? a->count == b->count && !memcmp(a->items, b->items, a->count)
		 : fold_words_equal(old, new);
}

bool fold_leads(const struct fold_job *job, struct fold_stretch *rest, size_t of)
{
	const struct fold_tokens *tokens = read_often(job, of);
	const size_t words = job->work->line.count;
	const struct fold_spelling *a = tokens ? spelt_often(job, of) : NULL;
	const struct fold_spelling *b = a ? spelt_line(job) : NULL;

	if (!b || words > tokens->count)
		return fold_words_lead(fold_words_of(job, job->n), rest);
	if (a->count < b->count || memcmp(a->items, b->items, b->count) != 0)
		return false;
	rest->span.start += tokens->items[words - 1].end;
	return true;
}

bool fold_same(const struct fold_job *job, size_t a, size_t b)
{
	const struct fold_facts *facts = job->work->items;

	if (facts[a].hash != facts[b].hash || facts[a].words != facts[b].words)
		return false;
	return b == job->n ? fold_equals(job, a)
			   : fold_words_equal(fold_words_of(job, a), fold_words_of(job, b));
}
