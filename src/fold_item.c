/*
 * Lines of a list: books with their authors, publishers and prices, acts by their years,
 * telephone numbers. Some headlines look so, but hardly ever most of a box.
 */
#include "fold_stages.h"

#define WORDS_MIN  3
#define NAMES_MOST 4 /* words of an author's name */
#define FIELDS	   3 /* so many commas part fields */

#define COMMAS ",،，、"

/* "The Salt Road by Ada Holm" */
static bool ends_in_author(const struct fold_job *job)
{
	const struct fold_tokens *line = &job->work->line;
	size_t at = line->count - 1;

	while (at && line->items[at].begins == FOLD_UPPER && line->count - at <= NAMES_MOST)
		at--;
	return at && at + 1 < line->count && fold_known(job, at) & PHRASE_BY;
}

/* True if a comma stands before word `i`. */
static bool follows_comma(const struct fold_job *job, size_t i)
{
	const struct fold_token *before = &job->work->line.items[i - 1];
	const char *at = job->bytes + job->folds->items[job->n].span.start + before->end;
	const size_t left = before[1].end - before->end;

	return fold_among(utf8_next(at, left).point, COMMAS);
}

/* "Quay Act 1988", "Salt Roads. Faber, 2009", but not "The best quays in 2009" */
static bool ends_in_year(const struct fold_job *job)
{
	const struct fold_tokens *line = &job->work->line;
	const size_t last = line->count - 1;

	return line->items[last].marks & FOLD_MARK_YEAR &&
	       (line->items[last - 1].begins == FOLD_UPPER ||
		fold_known(job, last - 1) & PHRASE_OF);
}

/* "900 123 456" */
static bool has_telephone(const struct fold_job *job)
{
	const struct fold_tokens *line = &job->work->line;

	for (size_t i = 0; i + 1 < line->count; i++) {
		if (line->items[i].begins == FOLD_NUMBER && !line->items[i].gap &&
		    line->items[i + 1].begins == FOLD_NUMBER && !follows_comma(job, i + 1))
			return true;
	}
	return false;
}

/* When a headline was printed. */
static bool has_date(const struct fold_job *job)
{
	for (size_t i = 0; i < job->work->line.count; i++) {
		if (fold_known(job, i) & PHRASE_DATE)
			return true;
	}
	return false;
}

static bool has_fields(const struct fold_job *job)
{
	const struct span span = job->folds->items[job->n].span;
	const char *at = job->bytes + span.start;
	size_t left = span_length(span), commas = 0;

	while (left) {
		const struct utf8 u = utf8_next(at, left);

		commas += fold_among(u.point, COMMAS);
		at += u.len;
		left -= u.len;
	}
	return commas >= FIELDS && !fold_is(job, job->n, FOLD_PROSE);
}

bool fold_is_item(const struct fold_job *job)
{
	return job->work->line.count >= WORDS_MIN &&
	       (ends_in_author(job) || ends_in_year(job) || has_telephone(job) ||
		has_fields(job)) &&
	       !has_date(job);
}
