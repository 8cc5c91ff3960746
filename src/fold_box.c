/*
 * Boxes of links: a line such as "Read more", with headlines behind it. Amid an article a box
 * has to look the part in every line, since what follows may be the article's own: headings,
 * questions of an interview, lists.
 */
#include "fold_keys.h"
#include "fold_stages.h"

/* A longer "box" is a text of another kind: a list, a poem. */
#define BOX_MAX 40

/* Amid an article: lines of a box, words and code points of a line. */
#define AMID_LINES  8
#define AMID_WORDS  16
#define AMID_POINTS 110

/* So many lines of no more words are a list of the article's. */
#define LIST_LINES 2
#define LIST_WORDS 3

/* Amid an article: a shorter question is an interview's; a shorter last line a heading. */
#define AMID_QUESTION 7
#define AMID_HEADING  4

static bool is_own_copy(const struct fold_job *job, size_t n)
{
	const struct fold_paragraph *it = &job->folds->items[n];

	return it->state == FOLD_DUPLICATE &&
	       (it->of < job->work->box || fold_facts(job, n)->words > AMID_WORDS);
}

/* A paragraph of the article again, with a change. */
static bool is_own_change(const struct fold_job *job, size_t n)
{
	const struct fold_paragraph *it = &job->folds->items[n];

	return it->state == FOLD_NEAR && it->of < job->work->box &&
	       fold_is(job, it->of, FOLD_PROSE);
}

/* True if the line can stand in the open box. */
static bool fits(const struct fold_job *job, size_t n)
{
	if (job->folds->items[n].state == FOLD_BOILERPLATE || fold_is(job, n, FOLD_TRIGGER))
		return true;
	if (is_own_copy(job, n) || is_own_change(job, n) ||
	    fold_is(job, n, FOLD_KIN | FOLD_DASHED | FOLD_QUOTED))
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

	return fold_is_short(facts, AMID_WORDS) && facts->points <= AMID_POINTS;
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

/*
 * True if the lines of the box are no headlines: short all of them, or items of a list. A weak
 * heading opens no box of sections' names alone.
 */
static bool is_own_list(const struct fold_job *job)
{
	const size_t last = job->work->box_last;
	size_t lines = 0, items = 0, longer = 0, menus = 0;

	for (size_t n = job->work->box + 1; n <= last; n++) {
		const struct fold_facts *facts = fold_facts(job, n);
		const bool menu = folds_hidden(job->folds, n) || facts->flags & FOLD_TRIGGER;
		const bool other = menu || facts->flags & FOLD_STAMP;

		menus += menu;
		longer += other || !fold_is_short(facts, LIST_WORDS);
		items += !other && facts->flags & FOLD_ITEM;
		lines += facts->words && !other;
	}
	if (!lines)
		return !menus && fold_is(job, job->work->box, FOLD_WEAK);
	return lines >= LIST_LINES && (items * 2 > lines || !longer);
}

/* Closes the open box; returns where to look on for another one. */
static size_t close_box(const struct fold_job *job, bool amid)
{
	struct fold_work *work = job->work;
	const size_t box = work->box, last = amid ? end_amid(job) : work->box_last;

	if (last == NOWHERE || (last == box && fold_is(job, box, FOLD_WEAK)) ||
	    is_own_list(job)) {
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
		    !fold_is_first(job, n))
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
	note_kin(job);
	for (size_t n = job->n; n <= job->n;)
		n = box_line(job, n);
}

void fold_finish_box(const struct fold_job *job)
{
	while (job->work->box != NOWHERE) {
		size_t n = close_box(job, false);

		while (n < job->folds->count)
			n = box_line(job, n);
	}
}
