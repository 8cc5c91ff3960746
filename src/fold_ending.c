#include "fold_ending.h"

#include <string.h>

/* So much of the article is looked at, back from the end: bytes. */
#define BODY_MAX ((size_t)256 << 10)

/* From so many of its nouns on an article is German: a capital makes no name. */
#define NOUNS_GERMAN 3

#define LABEL_BYTES 30

/* An address makes a list of the lines beside it, too. */
#define ADDRESS_LINES 3

/* Of a line of which nothing can be said. */
#define FOREIGN_UNKNOWN 0.5

static const struct fold_tokens *line_of(const struct fold_ending *ending)
{
	return &ending->job->work->line;
}

static unsigned known(const struct fold_ending *ending, const struct fold_token *token)
{
	return fold_index_word(&ending->job->work->phrases, token->hash);
}

static bool has_content(const struct fold_ending *ending, const struct fold_token *token)
{
	return token->marks & FOLD_MARK_LONG && !(known(ending, token) & PHRASE_STOP);
}

static bool in_body(const struct fold_ending *ending, uint64_t hash)
{
	size_t cursor = 0;
	uint32_t nothing;

	return map_next(&ending->body, hash, &cursor, &nothing);
}

static bool is_foreign(const struct fold_ending *ending, const struct fold_token *token)
{
	return has_content(ending, token) && !in_body(ending, token->hash);
}

static bool read_line(const struct fold_ending *ending, size_t n, struct err *err)
{
	const struct fold_source source = fold_source_of(ending->job, n);

	return fold_tokenise(&source, &ending->job->work->line, err);
}

static bool is_noun(const struct fold_ending *ending, const struct fold_token *token)
{
	return token->begins == FOLD_UPPER && token[-1].begins == FOLD_LOWER &&
	       known(ending, &token[-1]) & PHRASE_ARTICLE;
}

static bool take_words(struct fold_ending *ending, struct err *err)
{
	const struct fold_tokens *line = line_of(ending);

	for (size_t i = 0; i < line->count; i++) {
		const struct fold_token *token = &line->items[i];

		ending->nouns += i && is_noun(ending, token);
		if (is_foreign(ending, token) && !map_add(&ending->body, token->hash, 0, err))
			return false;
	}
	return true;
}

static bool read_body(struct fold_ending *ending, struct err *err)
{
	const struct fold_paragraph *items = ending->job->folds->items;
	const size_t end = items[ending->first].span.start;
	size_t n = ending->first;

	while (n-- > ending->job->folds->own && end - items[n].span.start < BODY_MAX) {
		if (fold_facts(ending->job, n)->words &&
		    (!read_line(ending, n, err) || !take_words(ending, err)))
			return false;
	}
	return true;
}

/* The share of the line's words that the article does not have. */
static double foreign(const struct fold_ending *ending)
{
	const struct fold_tokens *line = line_of(ending);
	size_t content = 0, missing = 0;

	for (size_t i = 0; i < line->count; i++) {
		if (!has_content(ending, &line->items[i]))
			continue;
		content++;
		missing += !in_body(ending, line->items[i].hash);
	}
	return content ? (double)missing / (double)content : FOREIGN_UNKNOWN;
}

static bool holds(const struct fold_ending *ending, size_t n, const char *bytes)
{
	const struct span span = ending->job->folds->items[n].span;

	return memmem(ending->job->bytes + span.start, span_length(span), bytes, strlen(bytes));
}

static bool is_address(const struct fold_ending *ending, size_t n)
{
	return holds(ending, n, "://") || holds(ending, n, "www.") || holds(ending, n, "@");
}

static bool is_labelled(const struct fold_tokens *line)
{
	for (size_t i = 0; i + 1 < line->count && line->items[i].end <= LABEL_BYTES; i++) {
		if (line->items[i].gap & FOLD_GAP_COLON)
			return true;
	}
	return line->items->begins == FOLD_NUMBER;
}

/* Of a day or a year: a programme, books, awards. */
static bool is_dated(const struct fold_ending *ending)
{
	const struct fold_tokens *line = line_of(ending);

	if (known(ending, line->items) & PHRASE_DATE && is_labelled(line))
		return true;
	for (size_t i = 0; i < line->count; i++) {
		if (line->items[i].marks & FOLD_MARK_YEAR)
			return true;
	}
	return false;
}

static bool is_counted(const struct fold_ending *ending)
{
	const struct fold_token *first = line_of(ending)->items;

	return first->begins == FOLD_NUMBER || first->begins == FOLD_LOWER ||
	       (line_of(ending)->count > 1 && first[1].begins == FOLD_NUMBER &&
		known(ending, first) & PHRASE_DATE);
}

/* A capital behind the first word; in German behind another one, as all nouns have it. */
static bool is_named(const struct fold_ending *ending)
{
	const struct fold_tokens *line = line_of(ending);
	const bool german = ending->nouns >= NOUNS_GERMAN;

	for (size_t i = german ? 2 : 1; i < line->count; i++) {
		const struct fold_token *token = &line->items[i];

		if (token->begins == FOLD_UPPER && is_foreign(ending, token) &&
		    (!german || token[-1].begins == FOLD_UPPER))
			return true;
	}
	return false;
}

static void note_line(struct fold_ending *ending, size_t n)
{
	const struct fold_tokens *line = line_of(ending);
	const bool stamp = fold_is(ending->job, n, FOLD_STAMP);
	const double strange = foreign(ending);

	if (!ending->lines)
		ending->foreign_first = strange;
	if (!ending->first_words && !stamp)
		ending->first_words = line->count;
	ending->foreign += strange;
	ending->words += line->count;
	ending->named += is_named(ending);
	ending->quoted += fold_is(ending->job, n, FOLD_QUOTED);
	ending->labels += is_labelled(line);
	ending->questions += fold_is(ending->job, n, FOLD_QUESTION);
	ending->dated += !stamp && is_dated(ending);
	ending->alike += is_counted(ending) || fold_is(ending->job, n, FOLD_ITEM);
	ending->alike += is_address(ending, n) ? ADDRESS_LINES : 0;
	ending->begins[ending->lines++] = line->items->hash;
}

static bool read_lines(struct fold_ending *ending, struct err *err)
{
	const struct folds *folds = ending->job->folds;

	for (size_t n = ending->first; n < folds->count && ending->lines < FOLD_ENDING_LINES;
	     n++) {
		if (!fold_stands(ending->job, n))
			continue;
		if (!read_line(ending, n, err))
			return false;
		note_line(ending, n);
	}
	return true;
}

bool fold_ending_read(struct fold_ending *ending, const struct fold_job *job, size_t first,
		      struct err *err)
{
	*ending = (struct fold_ending){ .job = job, .first = first };
	map_init(&ending->body);
	return read_body(ending, err) && read_lines(ending, err);
}

void fold_ending_release(struct fold_ending *ending)
{
	map_release(&ending->body);
}

size_t fold_ending_with(const struct fold_ending *ending, const char *bytes)
{
	size_t lines = 0;

	for (size_t n = ending->first; n < ending->job->folds->count; n++)
		lines += fold_stands(ending->job, n) && holds(ending, n, bytes);
	return lines;
}
