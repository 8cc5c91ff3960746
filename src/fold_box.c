/*
 * Furniture of the page on its own evidence, and boxes of links: a line such as "Read more",
 * with headlines behind it. Amid an article a box has to look the part in every line, since
 * what follows may be the article's own: headings, questions of an interview, lists.
 */
#include "fold_parts.h"

#define NOTICE_WORDS	40
#define UNSPACED_POINTS 3
#define LABEL_WORDS_MIN 3
#define LABEL_WORDS_MAX 30

/* A longer "box" is a text of another kind: a list, a poem. */
#define BOX_MAX 40

/* Amid an article: lines of a box, words and code points of a line. */
#define AMID_LINES  8
#define AMID_WORDS  16
#define AMID_POINTS 110

/* Amid an article: a shorter question is an interview's; a shorter last line a heading. */
#define AMID_QUESTION 7
#define AMID_HEADING  4

/* What can carry an article. */
#define PROSE_WORDS  12
#define PROSE_BEFORE 2 /* paragraphs of an article that has begun */

#define STAMP_WORDS   3
#define STAMP_DATE    6
#define STAMP_CAPITAL 26

static bool is_date(const struct fold_job *job)
{
	const struct fold_tokens *line = &job->work->line;
	bool year = false, month = false;

	if (line->count > STAMP_DATE)
		return false;
	for (size_t i = 0; i < line->count; i++) {
		const struct fold_token *token = &line->items[i];

		year |= token->marks & FOLD_MARK_YEAR;
		month |= token->begins == FOLD_NUMBER ||
			 fold_index_word(&job->work->phrases, token->hash) & PHRASE_DATE;
		if (!year && !month && token->begins != FOLD_UPPER)
			return false;
	}
	return (year && month) || (line->count == 1 && line->items[0].begins == FOLD_NUMBER);
}

/* A section's name: one word, or a few in capitals. */
static bool is_section(const struct fold_job *job)
{
	const struct fold_tokens *line = &job->work->line;
	const struct fold_facts *facts = fold_facts(job, job->n);
	size_t capitals = 0;

	if (line->count > STAMP_WORDS || facts->points > STAMP_CAPITAL)
		return false;
	for (size_t i = 0; i < line->count; i++)
		capitals += !!(line->items[i].marks & FOLD_MARK_CAPITALS);
	return capitals == line->count ||
	       (line->count == 1 && line->items[0].begins == FOLD_UPPER);
}

/* Where a word is a character, as many code points as three to a word. */
static bool is_short(const struct fold_facts *facts, size_t words)
{
	return facts->words <= words || (fold_is_unspaced(facts->words, facts->points) &&
					 facts->points <= words * UNSPACED_POINTS);
}

static void note_phrases(const struct fold_job *job, unsigned kinds)
{
	struct fold_facts *facts = fold_facts(job, job->n);
	const bool ended = facts->flags & (FOLD_FINAL | FOLD_QUESTION);
	const struct fold_tokens *line = &job->work->line;
	const bool goes_on = line->items[line->count - 1].gap & FOLD_GAP_ELLIPSIS;
	unsigned flags = facts->flags;

	if (kinds & PHRASE_TRIGGER && is_short(facts, FOLD_TRIGGER_WORDS) &&
	    (!(flags & FOLD_FINAL) || goes_on))
		flags |= kinds & PHRASE_WEAK ? FOLD_TRIGGER | FOLD_WEAK : FOLD_TRIGGER;
	if (kinds & PHRASE_SOURCE)
		flags |= FOLD_KIN;
	if (kinds & PHRASE_STAMP || (!ended && is_date(job)))
		flags |= FOLD_STAMP | FOLD_TIME;
	else if (!ended && is_section(job))
		flags |= FOLD_STAMP;
	if (kinds & PHRASE_KEEP)
		flags |= FOLD_KIN;
	facts->flags = (uint16_t)flags;
}

/* Nothing that shows before it: it may be the title. */
static bool is_first(const struct fold_job *job, size_t n)
{
	return n <= job->work->opening;
}

static bool is_label(const struct fold_job *job)
{
	const struct fold_facts *facts = fold_facts(job, job->n);

	if (is_first(job, job->n) || facts->words < LABEL_WORDS_MIN ||
	    facts->words > LABEL_WORDS_MAX)
		return false;
	/* A headline may be two sentences, if most words are capitalised. */
	if (facts->flags & FOLD_FINAL && facts->flags & FOLD_PROSE)
		return false;
	return facts->flags & FOLD_ARROW ||
	       fold_index_labelled(&job->work->phrases, &job->work->line);
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

/* A single word with a stop is said by somebody: "Next!" */
static bool is_said(const struct fold_job *job)
{
	const struct fold_tokens *line = &job->work->line;

	return line->count == 1 && fold_is(job, job->n, FOLD_FINAL | FOLD_QUESTION) &&
	       !(line->items[0].gap & FOLD_GAP_ELLIPSIS);
}

/* Tags amid an article; a text of tags is a source. */
static bool is_leftover(const struct fold_job *job)
{
	return fold_is(job, job->n, FOLD_MARKUP) && job->work->prose >= PROSE_BEFORE;
}

bool fold_stage_furniture(const struct fold_job *job)
{
	const struct fold_tokens *line = &job->work->line;
	const struct fold_index *phrases = &job->work->phrases;
	const bool fits = is_short(fold_facts(job, job->n), FOLD_PHRASE_WORDS);
	unsigned kinds = fits ? fold_index_whole(phrases, line, 0) : 0;

	note_phrases(job, kinds);
	if (fold_is(job, job->n, FOLD_TRIGGER) && !is_first(job, job->n))
		return true;
	if (kinds & PHRASE_KEEP)
		return false;
	if (is_leftover(job) || (kinds & PHRASE_FURNITURE && !is_said(job)))
		fold_say(job, job->n, FOLD_BOILERPLATE, FOLD_BECAUSE_FURNITURE);
	else if (line->count <= NOTICE_WORDS && fold_index_noticed(phrases, line) &&
		 !names_source(job))
		fold_say(job, job->n, FOLD_BOILERPLATE, FOLD_BECAUSE_NOTICE);
	else if (is_label(job))
		fold_say(job, job->n, FOLD_BOILERPLATE, FOLD_BECAUSE_LABEL);
	else
		return false;
	return true;
}

static bool is_own_copy(const struct fold_job *job, size_t n)
{
	const struct fold_paragraph *it = &job->folds->items[n];

	return it->state == FOLD_DUPLICATE &&
	       (it->of < job->work->box || fold_facts(job, n)->words > AMID_WORDS);
}

/* True if the line can stand in the open box. */
static bool fits(const struct fold_job *job, size_t n)
{
	if (job->folds->items[n].state == FOLD_BOILERPLATE || fold_is(job, n, FOLD_TRIGGER))
		return true;
	if (is_own_copy(job, n) || fold_is(job, n, FOLD_KIN | FOLD_DASHED))
		return false;
	return fold_is(job, n, FOLD_HEADLINE | FOLD_STAMP);
}

static bool looks_the_part(const struct fold_job *job, size_t n)
{
	const struct fold_facts *facts = fold_facts(job, n);

	return !is_own_copy(job, n) &&
	       !(facts->flags & FOLD_QUESTION && facts->words <= AMID_QUESTION);
}

/* A longer line is a headline only if another one follows it. */
static bool is_sure(const struct fold_job *job, size_t n)
{
	const struct fold_facts *facts = fold_facts(job, n);

	return is_short(facts, AMID_WORDS) && facts->points <= AMID_POINTS;
}

/* Where the open box ends if the article goes on behind it; its beginning if it is none. */
static size_t end_amid(const struct fold_job *job)
{
	const size_t box = job->work->box;
	size_t last = box, lines = 0;

	for (size_t n = box + 1; n <= job->work->box_last; n++) {
		if (folds_hidden(job->folds, n) && !is_own_copy(job, n)) {
			last = n;
			continue;
		}
		if (!fold_facts(job, n)->words)
			continue;
		if (!looks_the_part(job, n))
			break;
		if (is_sure(job, n))
			last = n;
		lines++;
	}
	if (lines > AMID_LINES)
		return NOWHERE;
	if (last > box && fold_facts(job, last)->words <= AMID_HEADING &&
	    !folds_hidden(job->folds, last) && !fold_is(job, last, FOLD_TIME) &&
	    fold_facts(job, last - 1)->words > AMID_HEADING)
		last--;
	return last;
}

/* Whatever repeats or resembles what was hidden only now. */
static void mend_targets(const struct fold_job *job, size_t from)
{
	struct fold_paragraph *items = job->folds->items;

	for (size_t n = from; n < job->folds->count; n++) {
		if (items[n].of == FOLD_NONE || items[n].of < from ||
		    !folds_hidden(job->folds, items[n].of))
			continue;
		if (items[n].state == FOLD_DUPLICATE)
			fold_say(job, n, FOLD_BOILERPLATE, FOLD_BECAUSE_TRIGGER);
		else
			fold_say(job, n, FOLD_SHOWN, FOLD_BECAUSE_NOTHING);
		items[n].changed = 0;
	}
}

void fold_hide_lines(const struct fold_job *job, size_t first, size_t last,
		     enum fold_reason reason)
{
	for (size_t n = first; n <= last; n++) {
		if (!fold_facts(job, n)->words ||
		    job->folds->items[n].state == FOLD_BOILERPLATE)
			continue;
		fold_say(job, n, FOLD_BOILERPLATE, reason);
		job->folds->items[n].changed = 0;
	}
	mend_targets(job, first);
}

/* Closes the open box; returns where to look on for another one. */
static size_t close_box(const struct fold_job *job, bool amid)
{
	struct fold_work *work = job->work;
	const size_t box = work->box, last = amid ? end_amid(job) : work->box_last;

	/* No heading ends an article: the links behind a last one are lost. */
	if (last == NOWHERE || (last == box && fold_is(job, box, FOLD_WEAK) &&
				(amid || work->prose < PROSE_BEFORE))) {
		work->box = NOWHERE;
		return box + 1;
	}
	fold_hide_lines(job, box, last, FOLD_BECAUSE_TRIGGER);
	work->box = NOWHERE;
	return last + 1;
}

static size_t box_line(const struct fold_job *job, size_t n)
{
	struct fold_work *work = job->work;

	if (!fold_facts(job, n)->words)
		return n + 1;
	if (work->box == NOWHERE) {
		if (fold_is(job, n, FOLD_TRIGGER) && !folds_hidden(job->folds, n) &&
		    !is_first(job, n))
			work->box = work->box_last = n;
		return n + 1;
	}
	if (!fits(job, n) || n - work->box > BOX_MAX)
		return close_box(job, true);
	work->box_last = n;
	return n + 1;
}

static void note_kin(const struct fold_job *job)
{
	struct fold_work *work = job->work;
	size_t limit = work->box == NOWHERE ? work->tail : work->box;

	if (!fold_is(job, job->n, FOLD_HEADLINE | FOLD_QUESTION))
		return;
	if (fold_find_kin(job, limit < job->n ? limit : job->n))
		fold_facts(job, job->n)->flags |= FOLD_KIN;
}

void fold_stage_box(const struct fold_job *job)
{
	struct fold_work *work = job->work;

	note_kin(job);
	for (size_t n = job->n; n <= job->n;)
		n = box_line(job, n);
	fold_note_tail(job);
	if (work->opening == NOWHERE && !folds_hidden(job->folds, job->n))
		work->opening = job->n;
	if (fold_is(job, job->n, FOLD_FINAL) && fold_facts(job, job->n)->words >= PROSE_WORDS)
		work->prose++;
}

void fold_finish_box(const struct fold_job *job)
{
	while (job->work->box != NOWHERE) {
		size_t n = close_box(job, false);

		while (n < job->folds->count)
			n = box_line(job, n);
	}
}
