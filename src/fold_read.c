/*
 * Earlier paragraphs read again as words. Where all lines are alike they are held against the
 * same few ones, so these are kept.
 */
#include "fold_parts.h"

static struct fold_read *place_of(const struct fold_job *job, size_t n)
{
	return &job->work->read[n % FOLD_READ];
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
