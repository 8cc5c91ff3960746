/*
 * Earlier paragraphs joined, cut short or parted anew: nothing new stands in them. Each is
 * verified word by word.
 */
#include "fold_keys.h"
#include "fold_read.h"
#include "fold_stages.h"
#include "fold_trail.h"

/* The first paragraph that may yet be hidden: no part of what another one joins. */
static size_t first_unsure(const struct fold_job *job)
{
	return job->work->waits ? job->work->waiting[0].n : job->n;
}

/* The words of earlier paragraphs one after another make the whole line: the last of them. */
static size_t joined_from(const struct fold_job *job, size_t of)
{
	struct fold_stretch rest = fold_words_of(job, job->n);
	const size_t end = rest.span.end;
	size_t last = NOWHERE;

	while (of < first_unsure(job) && rest.span.start < end &&
	       fold_words_lead(fold_words_of(job, of), &rest)) {
		last = of;
		of = fold_stands_after(job, of);
	}
	return rest.span.start == end ? last : NOWHERE;
}

static void follow(const struct fold_job *job, size_t of, size_t last)
{
	struct fold_trail *trail = &job->work->trail;

	if (trail->start == NOWHERE || fold_expected(job) != of)
		trail->start = job->n;
	fold_settle_leading(job, job->n, of);
	trail->target = last;
	trail->at = 0;
	trail->longs++;
}

/* The same as joined_from() by their hashes: whether it is worth reading. */
static bool may_be_joined(const struct fold_job *job, size_t of)
{
	const struct fold_token *line = job->work->line.items;
	size_t left = job->work->line.count;

	while (left && of < first_unsure(job)) {
		const struct fold_facts *facts = fold_facts(job, of);

		if (facts->words > left || fold_hash_of(line, facts->words) != facts->hash)
			return false;
		line += facts->words;
		left -= facts->words;
		of = left ? fold_stands_after(job, of) : of;
	}
	return !left;
}

static bool joins(const struct fold_job *job, size_t of)
{
	size_t last = NOWHERE;

	if (fold_stands(job, of) && may_be_joined(job, of))
		last = joined_from(job, of);

	if (last == NOWHERE || last == of)
		return false;
	fold_hide_copy(job, job->n, of, FOLD_BECAUSE_JOINED);
	fold_facts(job, job->n)->to = (uint32_t)last;
	follow(job, of, last);
	return true;
}

static bool is_joined(const struct fold_job *job)
{
	static const size_t heads[] = { FOLD_NEAR_WORDS, 3, 2, 1 };
	struct fold_hit found[FOLD_GRAM_MOST];

	if (job->work->line.count < FOLD_NEAR_WORDS)
		return false;
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		size_t count = fold_find_head(job, heads[i], found);

		for (size_t k = 0; k < count; k++) {
			/* Of long ones the first words are not enough. */
			if (found[k].weight && heads[i] < FOLD_NEAR_WORDS)
				continue;
			if (joins(job, found[k].paragraph))
				return true;
		}
	}
	return false;
}

/* How many words stand before the ellipsis that ends the line, "Read more" perhaps behind it.
 */
static size_t words_before_cut(const struct fold_job *job)
{
	const struct fold_tokens *line = &job->work->line;
	size_t at = line->count;

	while (at && !(line->items[at - 1].gap & FOLD_GAP_ELLIPSIS))
		at--;
	if (!at || at == line->count)
		return at;
	return fold_index_whole(&job->work->phrases, line, at) & PHRASE_CONTINUE ? at : 0;
}

static bool is_cut(const struct fold_job *job)
{
	const struct span span = job->folds->items[job->n].span;
	size_t words = words_before_cut(job);
	struct fold_hit found[FOLD_GRAM_MOST];
	struct fold_stretch shown = { job->bytes, { span.start, 0 }, &job->work->letters };
	size_t count;

	if (words < FOLD_NEAR_WORDS)
		return false;
	shown.span.end = span.start + job->work->line.items[words - 1].end;
	count = fold_find_head(job, FOLD_NEAR_WORDS, found);
	for (size_t i = 0; i < count; i++) {
		const size_t of = found[i].paragraph;
		struct fold_stretch whole = fold_words_of(job, of);

		if (!fold_stands(job, of) || !fold_may_lead(job, words, of) ||
		    !fold_words_lead(shown, &whole))
			continue;
		fold_hide_copy(job, job->n, of, FOLD_BECAUSE_CUT);
		job->folds->items[job->n].score =
			(float)words / (float)fold_facts(job, of)->words;
		follow(job, of, of);
		return true;
	}
	return false;
}

/* All pieces of a paragraph are there: they fold, and what leads into the first. */
static void close_pieces(const struct fold_job *job)
{
	struct fold_work *work = job->work;
	const size_t of = work->trail.target;
	size_t first = job->n;

	while (fold_waits_for_piece(job)) {
		first = work->waiting[--work->waits].n;
		fold_hide_copy(job, first, of, FOLD_BECAUSE_PIECES);
	}
	fold_settle_leading(job, first, of);
	work->trail.at = 0;
	work->trail.longs++;
}

/* `rest` is what follows the line in paragraph `of`. */
static void take_piece(const struct fold_job *job, size_t of, struct span rest)
{
	struct fold_trail *trail = &job->work->trail;

	trail->target = of;
	trail->at = rest.start;
	fold_wait(job, of, FOLD_WAITS_PIECE);
	if (rest.start >= rest.end)
		close_pieces(job);
}

bool fold_stage_piece(const struct fold_job *job)
{
	const struct fold_trail *trail = &job->work->trail;
	struct fold_stretch rest;

	/* One may still wait though the trail has broken off. */
	if (!fold_waits_for_piece(job) || !trail->at)
		return false;
	rest = fold_words_of(job, trail->target);
	rest.span.start = trail->at;
	if (!fold_words_lead(fold_words_of(job, job->n), &rest))
		return false;
	take_piece(job, trail->target, rest.span);
	return true;
}

static bool begins(const struct fold_job *job, size_t of)
{
	struct fold_stretch rest;

	if (!fold_stands(job, of) || fold_facts(job, of)->words <= job->work->line.count ||
	    !fold_may_lead(job, job->work->line.count, of))
		return false;
	rest = fold_words_of(job, of);
	if (!fold_leads(job, &rest, of))
		return false;
	if (fold_waits_for_piece(job))
		fold_settle_shown(job);
	if (fold_expected(job) != of)
		fold_trail_anew(job, job->n);
	take_piece(job, of, rest.span);
	return true;
}

static bool begins_paragraph(const struct fold_job *job)
{
	struct fold_hit found[FOLD_GRAM_MOST];
	size_t next = fold_expected(job), count;

	if (next != NOWHERE && job->work->trail.longs && begins(job, next))
		return true;
	if (job->work->line.count < 3)
		return false;
	count = fold_find_head(
		job, job->work->line.count < FOLD_NEAR_WORDS ? 3 : FOLD_NEAR_WORDS, found);
	for (size_t i = 0; i < count; i++) {
		if (begins(job, found[i].paragraph))
			return true;
	}
	return false;
}

bool fold_stage_split(const struct fold_job *job)
{
	return is_joined(job) || is_cut(job) || begins_paragraph(job);
}
