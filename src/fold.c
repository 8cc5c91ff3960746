/*
 * One pass, in stages for each paragraph:
 *
 *	measure	its words, hashed, and what shape it has
 *	box	is it furniture of the page?
 *	repeat	has it the same words as an earlier one, or as several, or a part of one?
 *	near	has it nearly the same words?
 *	box	is it a line of a box of links, or of headlines that end the text?
 *
 * The words of a paragraph are not kept: whatever hides a paragraph is verified by reading
 * both again, so the cost is linear. What takes memory is the index of 3-grams.
 */
#include "fold.h"

#include "array.h"
#include "fold_parts.h"

#include <stdlib.h>

/* Hidden or wordless paragraphs between two of a run: a bound on looking, far from any use. */
#define LOOK_MAX 64

void folds_init(struct folds *folds)
{
	*folds = (struct folds){ 0 };
}

void folds_release(struct folds *folds)
{
	struct fold_work *work = folds->work;

	if (work) {
		fold_grams_release(&work->grams);
		fold_exact_release(&work->exact);
		if (!work->lent)
			fold_index_release(&work->phrases);
		fold_letters_release(&work->letters);
		fold_diff_free(work->diff);
		free(work->line.items);
		free(work->texts.items);
		for (size_t i = 0; i < FOLD_READ; i++) {
			free(work->read[i].tokens.items);
			free(work->read[i].spelling.items);
		}
		free(work->spelling.items);
		free(work->keys.items);
		free(work->hits);
		free(work->runs.items);
		free(work->items);
		free(work);
	}
	free(folds->items);
	folds_init(folds);
}

/* A copy of what is lent, whose memory stays its owner's: so all stages have one of their own.
 */
static bool take_phrases(const struct folds *folds, struct fold_work *work, struct err *err)
{
	work->lent = folds->index;
	if (work->lent)
		work->phrases = *folds->index;
	else if (!fold_index_make(&work->phrases, hash_seed(), folds->phrases, err))
		return false;
	work->seed = work->exact.seed = work->phrases.seed;
	return true;
}

static bool begin(struct folds *folds, struct err *err)
{
	struct fold_work *work;

	if (folds->work)
		return true;
	work = calloc(1, sizeof *work);
	if (!work)
		return err_memory(err);
	work->trail.start = work->box = work->tail = NOWHERE;
	work->topic = work->opening = NOWHERE;
	work->credit = FOLD_CREDIT_MOST;
	if (!take_phrases(folds, work, err)) {
		fold_index_release(&work->phrases);
		free(work);
		return false;
	}
	folds->work = work;
	return true;
}

struct fold_stretch fold_words_of(const struct fold_job *job, size_t n)
{
	const struct span span = job->folds->items[n].span;

	return (struct fold_stretch){ fold_bytes(job, n),
				      { span.start, span.end - job->work->items[n].tail },
				      &job->work->letters };
}

struct fold_source fold_source_of(const struct fold_job *job, size_t n)
{
	const struct fold_stretch words = fold_words_of(job, n);

	return (struct fold_source){ words.bytes, words.span, job->work->seed, words.letters };
}

size_t fold_stands_after(const struct fold_job *job, size_t n)
{
	const size_t end = fold_text_of(job->folds, n).end;
	size_t last = end - n > LOOK_MAX ? n + LOOK_MAX : end - 1;

	while (n < last) {
		if (fold_stands(job, ++n))
			return n;
	}
	return NOWHERE;
}

size_t fold_stands_before(const struct fold_job *job, size_t n)
{
	size_t first = fold_text_of(job->folds, n).start;

	if (n - first > LOOK_MAX)
		first = n - LOOK_MAX;

	while (n > first) {
		if (fold_stands(job, --n))
			return n;
	}
	return NOWHERE;
}

/* A trail repeats what stands before it, never itself. */
size_t fold_expected(const struct fold_job *job)
{
	const struct fold_trail *trail = &job->work->trail;
	size_t next;

	if (trail->start == NOWHERE || trail->at)
		return NOWHERE;
	next = fold_stands_after(job, trail->target);
	return next < trail->start ? next : NOWHERE;
}

bool fold_same(const struct fold_job *job, size_t a, size_t b)
{
	const struct fold_facts *facts = job->work->items;

	if (facts[a].hash != facts[b].hash || facts[a].words != facts[b].words)
		return false;
	return b == job->n ? fold_equals(job, a)
			   : fold_words_equal(fold_words_of(job, a), fold_words_of(job, b));
}

void fold_say(const struct fold_job *job, size_t n, enum fold_state state,
	      enum fold_reason reason)
{
	struct fold_paragraph *it = &job->folds->items[n];

	it->state = (uint8_t)state;
	it->why = (uint8_t)reason;
	it->score = state == FOLD_SHOWN ? 0 : 1;
	it->of = FOLD_NONE;
}

/* In capitals, or behind a sentence and none itself: a sentence may end in "Anzeige.", too. */
static bool stands_apart(const struct fold_tokens *line)
{
	const struct fold_token *last = &line->items[line->count - 1];

	return last->marks & FOLD_MARK_CAPITALS ||
	       (line->count > 7 && last->marks & FOLD_MARK_OPENS &&
		!(last->gap & FOLD_GAP_DOT));
}

/* A word of advertisement behind a paragraph is none of its words. */
static void drop_adverts(const struct fold_job *job, struct span paragraph,
			 struct fold_facts *facts)
{
	struct fold_tokens *line = &job->work->line;
	const size_t all = line->count;

	while (line->count > 1) {
		const struct fold_token *last = &line->items[line->count - 1];

		if (!stands_apart(line) ||
		    !(fold_index_word(&job->work->phrases, last->hash) & PHRASE_ADVERT))
			break;
		line->count--;
	}
	if (line->count < all)
		fold_facts_of(facts, line, line->count, paragraph);
}

static bool measure(const struct fold_job *job, struct span paragraph, struct fold_facts *facts,
		    struct err *err)
{
	struct fold_work *work = job->work;
	const struct fold_source source = { job->bytes, paragraph, work->seed, &work->letters };

	if (span_length(paragraph) > FOLD_READ_MAX)
		return true;
	if (!fold_measure(&source, &work->line, facts, err))
		return false;
	if (facts->words)
		drop_adverts(job, paragraph, facts);
	return true;
}

static bool add(const struct fold_job *job, struct span paragraph,
		const struct fold_facts *facts, struct err *err)
{
	struct folds *folds = job->folds;

	if (folds->count == FOLD_NONE - 1)
		return err_memory(err);
	if (!ARRAY_RESERVE(folds, 1, err) || !ARRAY_RESERVE(job->work, 1, err))
		return false;
	folds->items[folds->count++] =
		(struct fold_paragraph){ .span = paragraph, .of = FOLD_NONE };
	job->work->items[job->work->count++] = *facts;
	return true;
}

static bool settle(const struct fold_job *job, struct err *err)
{
	const struct fold_work *work = job->work;
	size_t settled = job->folds->count;

	if (work->waits && work->waiting[0].n < settled)
		settled = work->waiting[0].n;
	if (work->box < settled)
		settled = work->box;
	if (work->tail < settled)
		settled = work->tail;
	if (work->topic < settled)
		settled = work->topic;
	if (settled < job->folds->settled)
		settled = job->folds->settled;
	if (!fold_settle_runs(job, settled, err))
		return false;
	job->folds->settled = settled;
	return true;
}

/*
 * What is left to ask of a repeat asks for no words: unless it has no final stop, since then
 * its place may decide whether it is a title, a label, or kin of a headline.
 */
bool fold_may_be_copied(const struct fold_job *job, size_t n)
{
	return fold_is(job, n, FOLD_FINAL) &&
	       !fold_is(job, n, FOLD_HEADLINE | FOLD_QUESTION | FOLD_TRIGGER);
}

/* Takes the facts from an earlier paragraph with the same bytes. It was remembered, so it is no
 * furniture. */
static bool copy_facts(const struct fold_job *job, struct fold_facts *facts)
{
	struct fold_work *work = job->work;
	const uint32_t of = fold_exact_find(&work->exact, job->raw, job->folds);

	if (of == FOLD_NONE || fold_is_foreign_furniture(job, of) ||
	    !fold_may_be_copied(job, of))
		return false;
	*facts = work->items[of];
	facts->flags &= (uint16_t)~FOLD_KIN;
	facts->to = facts->grams = 0;
	work->line.count = 0;
	return true;
}

static bool judge(const struct fold_job *job, struct err *err)
{
	if (!fold_expect(job, err))
		return false;
	if (!job->folds->whole && fold_stage_furniture(job)) {
		fold_settle_run(job);
		return true;
	}
	return fold_stage_piece(job) || fold_stage_same(job) || fold_stage_split(job) ||
	       fold_stage_near(job, err);
}

/* Its words are read after all where the same words are no reason to be done with it. */
static bool judge_copy(const struct fold_job *job, struct err *err)
{
	if (fold_stage_piece(job) || fold_stage_same(job))
		return true;
	return measure(job, job->raw->span, fold_facts(job, job->n), err) && judge(job, err);
}

/* What is too long to be read is not hashed, either: no bytes. */
static struct fold_raw raw_of(const struct fold_work *work, const char *bytes,
			      struct span paragraph)
{
	if (span_length(paragraph) > FOLD_READ_MAX)
		return (struct fold_raw){ .bytes = NULL };
	return fold_raw(&work->exact, bytes, paragraph);
}

void folds_expect(struct folds *folds, const struct text *text, struct span paragraph)
{
	struct fold_work *work = folds->work;

	if (!work)
		return;
	work->now = work->next;
	work->next = raw_of(work, text->bytes, paragraph);
	if (work->next.bytes)
		fold_exact_expect(&work->exact, &work->next);
}

/* The paragraph's bytes with their hash, as they were expected if they were. */
static struct fold_raw take_raw(struct fold_work *work, const char *bytes,
				struct span paragraph)
{
	const struct fold_raw now = work->now;

	if (now.bytes == bytes && span_equal(now.span, paragraph))
		return now;
	return raw_of(work, bytes, paragraph);
}

bool folds_feed(struct folds *folds, const struct text *text, struct span paragraph,
		struct err *err)
{
	struct fold_raw raw = { .bytes = NULL };
	struct fold_job job = { folds, NULL, text->bytes, &raw, folds->count };
	struct fold_facts facts = { 0 };
	bool copied;

	if (!begin(folds, err))
		return false;
	job.work = folds->work;
	if (job.n == folds->own &&
	    !fold_looks_whole(text, &job.work->phrases, &folds->whole, err))
		return false;
	raw = take_raw(job.work, text->bytes, paragraph);
	copied = raw.bytes && copy_facts(&job, &facts);
	if ((!copied && !measure(&job, paragraph, &facts, err)) ||
	    !add(&job, paragraph, &facts, err))
		return false;
	fold_earn(&job, span_length(paragraph));
	if (facts.words) {
		if (!(copied ? judge_copy(&job, err) : judge(&job, err)))
			return false;
		if (!folds->whole)
			fold_stage_box(&job);
	}
	return settle(&job, err);
}

bool folds_finish(struct folds *folds, const struct text *text, struct err *err)
{
	struct fold_job job = { .folds = folds, .bytes = text->bytes, .n = folds->count };

	if (!begin(folds, err))
		return false;
	job.work = folds->work;
	if (!folds->finished) {
		fold_settle_run(&job);
		fold_settle_shown(&job);
		fold_finish_box(&job);
		if (!fold_finish_tail(&job, err))
			return false;
	}
	job.work->box = job.work->tail = job.work->topic = NOWHERE;
	folds->finished = true;
	return settle(&job, err);
}

size_t folds_at(const struct folds *folds, size_t at)
{
	size_t low = folds->own, high = folds->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (folds->items[middle].span.start <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return low > folds->own ? low - 1 : NOWHERE;
}
