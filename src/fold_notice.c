/*
 * Notices: rights, cookies, letters. A phrase may stand anywhere in the line, so what is around
 * it has to speak for a page, too: a sentence of an article may have the same words.
 */
#include "fold_stages.h"

/* A longer line is a paragraph. */
#define LINE_WORDS 40

/* No phrase has more words. */
#define NOTICE_WORDS 6

/* Words: "There was an error." is the page's. */
#define TOLD_BEHIND 3

/* Behind the year a sentence of a notice soon ends: a caption goes on. */
#define OWNER_WORDS 8

struct notice {
	unsigned kind;
	struct span words;
};

/* The kinds of all phrases that are exactly these words. */
static unsigned kinds_of(const struct fold_job *job, struct span words)
{
	const struct fold_tokens part = { job->work->line.items, words.end, 0 };

	return fold_index_whole(&job->work->phrases, &part, words.start);
}

static bool ends_sentence(const struct fold_tokens *line, size_t at)
{
	return at == line->count || line->items[at].marks & FOLD_MARK_OPENS;
}

/* True if a sentence goes on in small letters behind word `at`: the words are its subject. */
static bool goes_on(const struct fold_job *job, size_t at)
{
	const struct fold_tokens *line = &job->work->line;

	return !ends_sentence(line, at) && line->items[at].begins == FOLD_LOWER &&
	       fold_is(job, job->n, FOLD_PROSE);
}

/* A year and an owner. With a whole sentence behind them it is a picture's caption. */
static bool is_dated(const struct fold_job *job, size_t end)
{
	const struct fold_tokens *line = &job->work->line;
	const size_t most = end + OWNER_WORDS;

	if (!(line->items[end - 1].marks & FOLD_MARK_YEAR) || goes_on(job, end))
		return false;
	if (!fold_is(job, job->n, FOLD_PROSE))
		return true;
	for (size_t i = end; i < most; i++) {
		if (ends_sentence(line, i))
			return true;
	}
	return false;
}

bool fold_is_reported(const struct fold_job *job)
{
	const struct fold_tokens *line = &job->work->line;

	for (size_t i = 0; i < line->count; i++) {
		if (line->items[i].begins == FOLD_LOWER && fold_known(job, i) & PHRASE_REPORT)
			return true;
	}
	return false;
}

bool fold_is_told(const struct fold_job *job)
{
	const struct fold_tokens *line = &job->work->line;

	for (size_t i = 1; i < line->count && !ends_sentence(line, i); i++) {
		if (i >= TOLD_BEHIND && fold_known(job, i) & PHRASE_PAST)
			return true;
	}
	return false;
}

static bool appeals(const struct fold_job *job)
{
	for (size_t i = 0; i < job->work->line.count; i++) {
		if (kinds_of(job, (struct span){ i, i + 1 }) & PHRASE_APPEAL)
			return true;
	}
	return false;
}

/* Where no blanks are written, the words may be the beginning of longer ones. */
static bool is_part(const struct fold_job *job, size_t at)
{
	const struct fold_tokens *line = &job->work->line;
	const struct span span = job->folds->items[job->n].span;
	const char *behind = job->bytes + span.start + line->items[at - 1].end;

	return at < line->count && fold_is(job, job->n, FOLD_FINAL) &&
	       fold_class_of(
		       utf8_next(behind, span_length(span) - line->items[at - 1].end).point) ==
		       FOLD_CLASS_SINGLE;
}

static bool counts(const struct fold_job *job, const struct notice *notice)
{
	const bool quoted = job->work->line.items[notice->words.start].marks & FOLD_MARK_QUOTED;

	if (is_part(job, notice->words.end) || (quoted && notice->words.start))
		return false;
	/* With other words before it, it tells who made the picture or the text. */
	if (notice->kind & PHRASE_DATED)
		return !notice->words.start && is_dated(job, notice->words.end);
	if (notice->kind & PHRASE_CLOSED)
		return !goes_on(job, notice->words.end);
	return !quoted && (!(notice->kind & PHRASE_OFFER) || appeals(job));
}

static bool notice_at(const struct fold_job *job, size_t at)
{
	const size_t count = job->work->line.count;

	for (size_t i = 1; i <= NOTICE_WORDS && at + i <= count; i++) {
		const struct notice notice = { kinds_of(job, (struct span){ at, at + i }),
					       { at, at + i } };

		if (notice.kind & PHRASE_NOTICE && counts(job, &notice))
			return true;
	}
	return false;
}

/* Who wrote the text is evidence. */
static bool names_source(const struct fold_job *job)
{
	const struct fold_tokens *line = &job->work->line;

	for (size_t i = 0; i < line->count; i++) {
		if (fold_index_whole(&job->work->phrases, line, i) & PHRASE_SOURCE)
			return true;
	}
	return false;
}

bool fold_is_notice(const struct fold_job *job)
{
	const struct fold_tokens *line = &job->work->line;

	if (line->count > LINE_WORDS || !fold_index_noticed(&job->work->phrases, line) ||
	    names_source(job) || fold_is_reported(job) ||
	    (fold_is(job, job->n, FOLD_FINAL) && fold_is_told(job)))
		return false;
	for (size_t i = 0; i < line->count; i++) {
		if (notice_at(job, i))
			return true;
	}
	return false;
}
