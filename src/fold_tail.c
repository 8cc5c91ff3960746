/*
 * Headlines of other articles that end the text, without a line that says so. They are told
 * from a list of the article's own by their words: another article's are not in this one.
 */
#include "fold_stages.h"

#include <string.h>

#define TAIL_LINES_MIN 3
#define TAIL_LINES_MAX 14

/* The first screen of a text waits for few lines: a tail that begins there has no more. */
#define SCREEN_LINES	  24
#define TAIL_LINES_SCREEN 10

#define TAIL_SPAN   64 /* furniture between them counted: nothing waits for ever */
#define TAIL_WORDS  6  /* of a line, on average */
#define TAIL_PROSE  2  /* paragraphs before it */
#define FIRST_WORDS 4

/* From so many words on prose is no headline, and from so many nothing is. */
#define SENTENCES_WORDS 16
#define HEADLINE_WORDS	26

/* Shares of the tail's words that the article may have, the second for a long article. */
#define OVERLAP	     0.45
#define OVERLAP_LONG 0.2
#define LONG_WORDS   1200 /* different ones */

/* A first line with so few foreign words heads a list of the article. */
#define FOREIGN_MIN 0.35

/* So much of the article is looked at, back from the tail: bytes. */
#define BODY_MAX ((size_t)256 << 10)

struct tail {
	const struct fold_job *job;
	size_t first;
	struct map body; /* hash of a word -> nothing */
	size_t lines, words;
	size_t labels,
		questions; /* lines that begin with a label, that end in a question mark */
	size_t alike;	   /* lines of a list: they begin or are parted alike */
	size_t dated;	   /* lines of a day or a year */
	double foreign, foreign_first;
	size_t first_words;
	uint64_t begins[TAIL_LINES_MAX];
};

/*
 * A line of several sentences is the article's, though its end is cut or a link. Characters
 * tell nothing of whose a headline is: that takes words.
 */
static bool fits(const struct fold_job *job)
{
	const struct fold_facts *facts = fold_facts(job, job->n);
	const unsigned state = job->folds->items[job->n].state;

	if (state == FOLD_BOILERPLATE)
		return true;
	if (state != FOLD_SHOWN || facts->flags & (FOLD_KIN | FOLD_DASHED) ||
	    (facts->flags & FOLD_PROSE && facts->words >= SENTENCES_WORDS) ||
	    facts->words > HEADLINE_WORDS)
		return false;
	return facts->flags & (FOLD_HEADLINE | FOLD_STAMP);
}

void fold_note_tail(const struct fold_job *job)
{
	struct fold_work *work = job->work;
	size_t most = TAIL_LINES_MAX;

	if (!fits(job) || work->prose < TAIL_PROSE) {
		work->tail = NOWHERE;
		work->tail_lines = 0;
		return;
	}
	if (!work->tail_lines)
		work->tail = job->n;
	work->tail_lines += !folds_hidden(job->folds, job->n);
	if (work->tail < SCREEN_LINES)
		most = TAIL_LINES_SCREEN;
	if (work->tail != NOWHERE && job->n - work->tail > TAIL_SPAN)
		work->tail_lines = TAIL_LINES_MAX + 1;
	if (!work->tail_lines || work->tail_lines > most)
		work->tail = NOWHERE;
}

static bool has_content(const struct tail *tail, const struct fold_token *token)
{
	return token->marks & FOLD_MARK_LONG &&
	       !(fold_index_word(&tail->job->work->phrases, token->hash) & PHRASE_STOP);
}

static bool in_body(const struct tail *tail, uint64_t hash)
{
	size_t cursor = 0;
	uint32_t nothing;

	return map_next(&tail->body, hash, &cursor, &nothing);
}

static bool read_line(const struct tail *tail, size_t n, struct err *err)
{
	struct fold_work *work = tail->job->work;
	const struct fold_source source = fold_source_of(tail->job, n);

	return fold_tokenise(&source, &work->line, err);
}

static bool read_body(struct tail *tail, struct err *err)
{
	const struct fold_paragraph *items = tail->job->folds->items;
	const struct fold_tokens *line = &tail->job->work->line;
	size_t n = tail->first;

	while (n-- > tail->job->folds->own &&
	       items[tail->first].span.start - items[n].span.start < BODY_MAX) {
		if (!fold_facts(tail->job, n)->words)
			continue;
		if (!read_line(tail, n, err))
			return false;
		for (size_t i = 0; i < line->count; i++) {
			if (has_content(tail, &line->items[i]) &&
			    !in_body(tail, line->items[i].hash) &&
			    !map_add(&tail->body, line->items[i].hash, 0, err))
				return false;
		}
	}
	return true;
}

/* The share of the line's words that the article does not have. */
static double foreign(const struct tail *tail)
{
	const struct fold_tokens *line = &tail->job->work->line;
	size_t content = 0, missing = 0;

	for (size_t i = 0; i < line->count; i++) {
		if (!has_content(tail, &line->items[i]))
			continue;
		content++;
		missing += !in_body(tail, line->items[i].hash);
	}
	return content ? (double)missing / (double)content : 0.5;
}

static bool holds(const struct tail *tail, size_t n, const char *part)
{
	const struct span span = tail->job->folds->items[n].span;

	return memmem(tail->job->bytes + span.start, span_length(span), part, strlen(part));
}

static bool is_labelled(const struct fold_token *first, size_t count)
{
	for (size_t i = 0; i + 1 < count && first[i].end <= 30; i++) {
		if (first[i].gap & FOLD_GAP_COLON)
			return true;
	}
	return first->begins == FOLD_NUMBER;
}

/* Of a day or a year: a programme, books, awards. */
static bool is_dated(const struct tail *tail)
{
	const struct fold_tokens *line = &tail->job->work->line;
	const unsigned first = fold_index_word(&tail->job->work->phrases, line->items->hash);

	if (first & PHRASE_DATE && is_labelled(line->items, line->count))
		return true;
	for (size_t i = 0; i < line->count; i++) {
		if (line->items[i].marks & FOLD_MARK_YEAR)
			return true;
	}
	return false;
}

static void note_line(struct tail *tail, size_t n)
{
	const struct fold_tokens *line = &tail->job->work->line;
	const struct fold_token *first = line->items;
	double strange = foreign(tail);

	if (!tail->lines)
		tail->foreign_first = strange;
	if (!tail->first_words && !fold_is(tail->job, n, FOLD_STAMP))
		tail->first_words = line->count;
	tail->foreign += strange;
	tail->words += line->count;
	tail->labels += is_labelled(first, line->count);
	tail->questions += fold_is(tail->job, n, FOLD_QUESTION);
	tail->dated += !fold_is(tail->job, n, FOLD_STAMP) && is_dated(tail);
	tail->alike += first->begins == FOLD_NUMBER || first->begins == FOLD_LOWER ||
		       (line->count > 1 && first[1].begins == FOLD_NUMBER &&
			fold_index_word(&tail->job->work->phrases, first->hash) & PHRASE_DATE);
	if (holds(tail, n, "://") || holds(tail, n, "www.") || holds(tail, n, "@"))
		tail->alike += TAIL_LINES_MIN;
	tail->begins[tail->lines++] = first->hash;
}

static bool read_lines(struct tail *tail, struct err *err)
{
	const struct folds *folds = tail->job->folds;

	for (size_t n = tail->first; n < folds->count && tail->lines < TAIL_LINES_MAX; n++) {
		if (!fold_stands(tail->job, n))
			continue;
		if (!read_line(tail, n, err))
			return false;
		note_line(tail, n);
	}
	return true;
}

/* True if half of the lines begin with the same word. */
static bool begin_alike(const struct tail *tail)
{
	for (size_t i = 0; i < tail->lines; i++) {
		size_t same = 0;

		for (size_t k = 0; k < tail->lines; k++)
			same += tail->begins[k] == tail->begins[i];
		if (same * 2 >= tail->lines && same > 1)
			return true;
	}
	return false;
}

static size_t lines_with(const struct tail *tail, const char *sign)
{
	size_t lines = 0;

	for (size_t n = tail->first; n < tail->job->folds->count; n++)
		lines += fold_stands(tail->job, n) && holds(tail, n, sign);
	return lines;
}

/* True if half of the lines are parted by the same sign. Many a headline has a colon. */
static bool parted_alike(const struct tail *tail)
{
	static const char *const signs[] = { " – ", " — ", " -- ", " - ", " / ",
					     " … ", "\t",  " x ",  " (",  " by " };

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		if (lines_with(tail, signs[i]) * 2 >= tail->lines)
			return true;
	}
	return lines_with(tail, ": ") * 4 >= tail->lines * 3 ||
	       lines_with(tail, ", ") * 4 >= tail->lines * 3;
}

static bool is_own_list(const struct tail *tail)
{
	const size_t before = fold_stands_before(tail->job, tail->first);
	const bool labels = tail->labels * 2 >= tail->lines;
	const bool long_lines = tail->words >= tail->lines * (TAIL_WORDS + 1);

	if ((before != NOWHERE && fold_is(tail->job, before, FOLD_INTRO)) ||
	    tail->foreign_first < FOREIGN_MIN)
		return true;
	if (begin_alike(tail) || tail->questions * 2 >= tail->lines ||
	    tail->dated * 2 >= tail->lines)
		return true;
	if (labels && !long_lines)
		return true;
	return (tail->alike * 2 >= tail->lines || parted_alike(tail)) &&
	       !(labels && long_lines);
}

static bool is_foreign(const struct tail *tail)
{
	double large = (double)tail->body.count / LONG_WORDS;
	double most = OVERLAP + OVERLAP_LONG * (large < 1 ? large : 1);

	return tail->lines >= TAIL_LINES_MIN && tail->words >= tail->lines * TAIL_WORDS &&
	       tail->first_words >= FIRST_WORDS && !is_own_list(tail) &&
	       1 - tail->foreign / (double)tail->lines <= most;
}

bool fold_finish_tail(const struct fold_job *job, struct err *err)
{
	struct tail tail = { .job = job, .first = job->work->tail };
	bool done;

	if (tail.first == NOWHERE || job->work->tail_lines < TAIL_LINES_MIN)
		return true;
	map_init(&tail.body);
	done = read_body(&tail, err) && read_lines(&tail, err);
	if (done && is_foreign(&tail))
		fold_hide_lines(job, tail.first, job->folds->count - 1, FOLD_BECAUSE_TAIL);
	map_release(&tail.body);
	return done;
}
