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
 *
 * Where several texts come one after another, all that reaches from one paragraph to its
 * neighbours (trails, boxes, tails, the title) belongs to one text and ends with it; all that
 * finds a paragraph again by its words goes through every text.
 */
#include "fold.h"

#include "array.h"
#include "fold_keys.h"
#include "fold_read.h"
#include "fold_stages.h"
#include "fold_trail.h"
#include "fold_work.h"

#include <stdlib.h>

#define PROSE_WORDS 12 /* of what can carry an article */

void folds_init(struct folds *folds)
{
	*folds = (struct folds){ 0 };
}

void folds_release(struct folds *folds)
{
	fold_work_free(folds->work);
	free(folds->items);
	folds_init(folds);
}

static bool begin(struct folds *folds, struct err *err)
{
	if (!folds->work)
		folds->work = fold_work_new(folds, err);
	return folds->work;
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
		if (!stands_apart(line) || !(fold_known(job, line->count - 1) & PHRASE_ADVERT))
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

/* What can begin an article, and carry it. */
static void note_article(const struct fold_job *job)
{
	struct fold_work *work = job->work;

	if (work->opening == NOWHERE && !folds_hidden(job->folds, job->n))
		work->opening = job->n;
	if (fold_is(job, job->n, FOLD_FINAL) && fold_facts(job, job->n)->words >= PROSE_WORDS)
		work->prose++;
}

/* What its neighbours tell of it, and it of them. */
static void judge_place(const struct fold_job *job)
{
	fold_settle_topic(job);
	fold_stage_box(job);
	fold_note_tail(job);
	note_article(job);
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
			judge_place(&job);
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

bool folds_leave(struct folds *folds, const struct text *text, struct err *err)
{
	struct fold_work *work;

	if (!folds_finish(folds, text, err))
		return false;
	work = folds->work;
	if (!ARRAY_RESERVE(&work->texts, 1, err))
		return false;
	work->texts.items[work->texts.count++] = (struct fold_text){ text, folds->own };
	work->trail = (struct fold_trail){ .start = NOWHERE };
	work->doubling = (struct fold_doubling){ .blocks = 0 };
	work->now.bytes = work->next.bytes = NULL;
	work->opening = NOWHERE;
	work->tail_lines = work->prose = 0;
	folds->own = folds->count;
	folds->finished = folds->whole = false;
	return true;
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
