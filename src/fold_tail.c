/*
 * Headlines of other articles that end the text, without a line that says so. They are told
 * from a list of the article's own by their words: another article's are not in this one.
 */
#include "fold_ending.h"
#include "fold_stages.h"

#define TAIL_LINES_MIN 3
#define TAIL_LINES_MAX FOLD_ENDING_LINES

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
#define OVERLAP	     0.25
#define OVERLAP_LONG 0.2
#define LONG_WORDS   1200 /* different ones */

/* A first line with so few foreign words heads a list of the article. */
#define FOREIGN_MIN 0.35

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
	if (state != FOLD_SHOWN || facts->flags & (FOLD_KIN | FOLD_DASHED | FOLD_FINAL) ||
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

/* True if half of the lines begin with the same word. */
static bool begin_alike(const struct fold_ending *ending)
{
	for (size_t i = 0; i < ending->lines; i++) {
		size_t same = 0;

		for (size_t k = 0; k < ending->lines; k++)
			same += ending->begins[k] == ending->begins[i];
		if (same * 2 >= ending->lines && same > 1)
			return true;
	}
	return false;
}

/* True if half of the lines are parted by the same sign. Many a headline has a colon. */
static bool parted_alike(const struct fold_ending *ending)
{
	static const char *const signs[] = { " – ", " — ", " -- ", " - ",  " / ", " … ",
					     "\t",  " x ", " (",   " by ", " as " };

	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
		if (fold_ending_with(ending, signs[i]) * 2 >= ending->lines)
			return true;
	}
	return fold_ending_with(ending, ": ") * 4 >= ending->lines * 3 ||
	       fold_ending_with(ending, ", ") * 4 >= ending->lines * 3;
}

static bool is_own_list(const struct fold_ending *ending)
{
	const size_t half = (ending->lines + 1) / 2;
	const bool labels = ending->labels >= half;
	const bool long_lines = ending->words >= ending->lines * (TAIL_WORDS + 1);

	if (fold_intro_before(ending->job, ending->first) != NOWHERE ||
	    ending->foreign_first < FOREIGN_MIN)
		return true;
	if (begin_alike(ending) || ending->questions >= half || ending->dated >= half ||
	    ending->quoted >= half)
		return true;
	if (labels && !long_lines)
		return true;
	return (ending->alike >= half || parted_alike(ending)) && !(labels && long_lines);
}

/* A poem, demands, steps and captions name nobody, as a rule; headlines say who or where. */
static bool has_names(const struct fold_ending *ending)
{
	return ending->named * 2 >= ending->lines;
}

static bool is_foreign(const struct fold_ending *ending)
{
	double large = (double)ending->body.count / LONG_WORDS;
	double most = OVERLAP + OVERLAP_LONG * (large < 1 ? large : 1);

	return ending->lines >= TAIL_LINES_MIN && ending->words >= ending->lines * TAIL_WORDS &&
	       ending->first_words >= FIRST_WORDS && has_names(ending) &&
	       !is_own_list(ending) && 1 - ending->foreign / (double)ending->lines <= most;
}

bool fold_finish_tail(const struct fold_job *job, struct err *err)
{
	const size_t first = job->work->tail;
	struct fold_ending ending;
	bool done;

	if (first == NOWHERE || job->work->tail_lines < TAIL_LINES_MIN)
		return true;
	done = fold_ending_read(&ending, job, first, err);
	if (done && is_foreign(&ending))
		fold_hide_lines(job, first, job->folds->count - 1, FOLD_BECAUSE_TAIL);
	fold_ending_release(&ending);
	return done;
}
