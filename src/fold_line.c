/*
 * What a line tells by itself: furniture of the page, a notice, a label with another article's
 * headline; or what a box of links is made of, a trigger and stamps.
 */
#include "fold_stages.h"

#define LABEL_WORDS_MIN 3
#define LABEL_WORDS_MAX 30

#define STAMP_WORDS   3
#define STAMP_DATE    6
#define STAMP_CAPITAL 26

#define SCORE_WORDS 8
#define INTRO_WORDS 6
#define TOPIC_WORDS 2
#define TOPIC_PROSE 12 /* words */

static bool is_date(const struct fold_job *job)
{
	const struct fold_tokens *line = &job->work->line;
	bool year = false, month = false;

	if (line->count > STAMP_DATE)
		return false;
	for (size_t i = 0; i < line->count; i++) {
		const struct fold_token *token = &line->items[i];

		year |= token->marks & FOLD_MARK_YEAR;
		month |= (token->begins == FOLD_NUMBER && !(token->marks & FOLD_MARK_YEAR)) ||
			 fold_known(job, i) & PHRASE_DATE;
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

/* The result of a match, a row of a table. */
static bool is_score(const struct fold_job *job)
{
	const struct fold_tokens *line = &job->work->line;
	size_t numbers = 0;

	if (line->count > SCORE_WORDS)
		return false;
	for (size_t i = 0; i < line->count; i++)
		numbers += !!(line->items[i].marks & FOLD_MARK_DAY);
	return numbers > 1 && numbers * 3 >= line->count;
}

/* "He died an hour later": whoever it is was named before. */
static bool begins_with_pronoun(const struct fold_job *job)
{
	return !(job->work->line.items[0].marks & FOLD_MARK_QUOTED) &&
	       fold_known(job, 0) & PHRASE_PRONOUN;
}

static void note_phrases(const struct fold_job *job, unsigned kinds)
{
	struct fold_facts *facts = fold_facts(job, job->n);
	const bool ended = facts->flags & (FOLD_FINAL | FOLD_QUESTION);
	const struct fold_tokens *line = &job->work->line;
	const bool goes_on = line->items[line->count - 1].gap & FOLD_GAP_ELLIPSIS;
	unsigned flags = facts->flags;

	if (kinds & PHRASE_TRIGGER && fold_is_short(facts, FOLD_TRIGGER_WORDS) &&
	    (!(flags & FOLD_FINAL) || goes_on))
		flags |= kinds & PHRASE_WEAK ? FOLD_TRIGGER | FOLD_WEAK : FOLD_TRIGGER;
	if (kinds & PHRASE_SOURCE || begins_with_pronoun(job))
		flags |= FOLD_KIN;
	if (flags & FOLD_HEADLINE && fold_is_item(job))
		flags |= FOLD_ITEM;
	if (kinds & PHRASE_STAMP || (!ended && is_date(job)))
		flags |= FOLD_STAMP | FOLD_TIME;
	else if (!ended && is_section(job))
		flags |= FOLD_STAMP;
	if (kinds & PHRASE_KEEP || (!(flags & FOLD_STAMP) && is_score(job)))
		flags |= FOLD_KIN;
	facts->flags = (uint16_t)flags;
}

static bool is_label(const struct fold_job *job)
{
	const struct fold_facts *facts = fold_facts(job, job->n);

	if (fold_is_first(job, job->n) || facts->words < LABEL_WORDS_MIN ||
	    facts->words > LABEL_WORDS_MAX)
		return false;
	/* A headline may be two sentences, if most words are capitalised. */
	if (facts->flags & FOLD_FINAL && facts->flags & FOLD_PROSE)
		return false;
	return facts->flags & FOLD_ARROW ||
	       fold_index_labelled(&job->work->phrases, &job->work->line);
}

/* A single word with a stop is said by somebody: "Next!" */
static bool is_said(const struct fold_job *job)
{
	const struct fold_tokens *line = &job->work->line;

	return line->count == 1 && fold_is(job, job->n, FOLD_FINAL | FOLD_QUESTION) &&
	       !(line->items[0].gap & FOLD_GAP_ELLIPSIS);
}

/*
 * The name of a network, "Privacy": amid an article it may be a heading. What stands behind
 * other furniture, or before all prose, is a menu's.
 */
static void note_topic(const struct fold_job *job)
{
	size_t before = job->n;

	if (!job->work->prose || fold_facts(job, job->n)->words > TOPIC_WORDS)
		return;
	while (before > job->folds->own && !fold_facts(job, --before)->words)
		;
	if (job->folds->items[before].state != FOLD_BOILERPLATE)
		job->work->topic = job->n;
}

void fold_settle_topic(const struct fold_job *job)
{
	struct fold_work *work = job->work;

	if (work->topic >= job->n)
		return;
	if (fold_is(job, job->n, FOLD_PROSE) && fold_is(job, job->n, FOLD_FINAL) &&
	    fold_facts(job, job->n)->words >= TOPIC_PROSE && !folds_hidden(job->folds, job->n))
		fold_say(job, work->topic, FOLD_SHOWN, FOLD_BECAUSE_NOTHING);
	work->topic = NOWHERE;
}

/* "print(x)", but not "comments (3)" or "comments(3)": a line of a program. */
static bool is_call(const struct fold_job *job)
{
	const struct fold_tokens *line = &job->work->line;
	const struct span span = job->folds->items[job->n].span;
	const size_t end = line->items[0].end;

	return line->items[0].begins == FOLD_LOWER && end < span_length(span) &&
	       job->bytes[span.start + end] == '(' &&
	       (line->count == 1 || line->items[1].begins != FOLD_NUMBER);
}

/* The article quotes what a page says: "it showed one sentence to all visitors:" */
static bool is_introduced(const struct fold_job *job)
{
	const size_t intro = fold_intro_before(job, job->n);

	return intro != NOWHERE && fold_facts(job, intro)->words >= INTRO_WORDS;
}

/* A sentence is furniture if it is spoken by the page itself. */
static bool is_furniture(const struct fold_job *job, unsigned kinds)
{
	const struct fold_tokens *line = &job->work->line;
	const bool sentence =
		fold_is(job, job->n, FOLD_PROSE) && fold_is(job, job->n, FOLD_FINAL);

	if (!(kinds & PHRASE_FURNITURE) || is_introduced(job) || is_said(job) || is_call(job) ||
	    (kinds & PHRASE_LEAD && sentence))
		return false;
	return !sentence || (fold_is_short(fold_facts(job, job->n), FOLD_PHRASE_WORDS) &&
			     !(line->items[0].marks & FOLD_MARK_QUOTED) &&
			     !fold_is_reported(job) && !fold_is_told(job));
}

bool fold_stage_furniture(const struct fold_job *job)
{
	const struct fold_tokens *line = &job->work->line;
	const struct fold_forms *phrases = &job->work->phrases;
	const bool fits = fold_is_short(fold_facts(job, job->n), FOLD_FURNITURE_WORDS);
	unsigned kinds = fits ? fold_index_whole(phrases, line, 0) : 0;

	note_phrases(job, kinds);
	if (fold_is(job, job->n, FOLD_TRIGGER) && !fold_is_first(job, job->n))
		return true;
	if (kinds & PHRASE_KEEP)
		return false;
	if (is_furniture(job, kinds)) {
		if (kinds & PHRASE_TOPIC)
			note_topic(job);
		fold_say(job, job->n, FOLD_BOILERPLATE, FOLD_BECAUSE_FURNITURE);
	} else if (fold_is_notice(job) && !is_introduced(job)) {
		fold_say(job, job->n, FOLD_BOILERPLATE, FOLD_BECAUSE_NOTICE);
	} else if (is_label(job)) {
		fold_say(job, job->n, FOLD_BOILERPLATE, FOLD_BECAUSE_LABEL);
	} else {
		return false;
	}
	return true;
}
