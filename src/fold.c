/*
 * One pass, in three stages for each paragraph:
 *
 *	measure	its words, hashed, and what shape it has (fold_words.c)
 *	repeat	has it the same words as an earlier one, and is that a copy, or does the
 *		article say it twice?
 *	box	is it a line of a box of links that ends the text?
 *
 * Equal words alone are no reason to hide: timetables, refrains, "Yes." and labels repeat
 * and belong there. A repeat is a copy if it is long prose, or if it follows the last copy
 * as its original follows that one's: a *run*. A run becomes sure (*anchored*) with its
 * first long paragraph; short repeats before that wait. Going back from a long one, those
 * that wait fold with it as far as they lead into it as their originals do.
 *
 * The words of a paragraph are not kept: equal hashes are verified by reading both again,
 * so the cost is linear and a paragraph takes about 100 bytes, whatever its length.
 */
#include "fold.h"

#include "array.h"
#include "fold_words.h"

#include <stdlib.h>
#include <string.h>

/*
 * Prose of ALONE_WORDS (or so many code points) is not written twice by chance. A question
 * is put to several people; only a long one counts.
 */
#define ALONE_WORDS    16
#define ALONE_POINTS   110
#define QUESTION_WORDS 25

/* Shorter prose is a copy where the run expects it. */
#define RUN_WORDS  12
#define RUN_POINTS 60

/* A line waits for at most so many further ones. */
#define WAIT_MAX 10

/* Hidden or wordless paragraphs between two of a run: a bound on looking, far from any use. */
#define LOOK_MAX 64

/* A longer "box" is a text of another kind: a list, a poem. */
#define BOX_MAX 40

#define NOWHERE ((size_t)FOLD_NONE)

const char *const fold_state_names[FOLD_STATES] = {
	[FOLD_SHOWN] = "shown",
	[FOLD_NEAR] = "near",
	[FOLD_DUPLICATE] = "duplicate",
	[FOLD_BOILERPLATE] = "boilerplate",
};

enum why { WHY_NONE, WHY_SAME, WHY_TYPOGRAPHY, WHY_RUN, WHY_TRIGGER };

static const char *const reasons[] = {
	[WHY_NONE] = "",
	[WHY_SAME] = "same: all its words stood there before",
	[WHY_TYPOGRAPHY] = "typography: the same words, written with other characters",
	[WHY_RUN] = "run: the same words, between paragraphs that repeat too",
	[WHY_TRIGGER] = "trigger: a box of links to other articles ends the text",
};

/* A stretch of repeats whose originals follow one another. */
struct run {
	size_t start;  /* its first repeat; NOWHERE: there is no run */
	size_t target; /* what its last one repeats */
	bool anchored;
};

struct fold_words {
	struct fold_facts *items; /* of the paragraphs, by their numbers */
	size_t count, capacity;
	struct map seen; /* hash of the words -> the first paragraph that has them */
	struct run run;
	size_t waiting; /* the first that waits, NOWHERE if none does */
	size_t box;	/* the line that opened a box of links, or NOWHERE */
	bool prose;	/* there was prose */
};

/* What the stages work on. */
struct work {
	struct folds *folds;
	struct fold_words *words;
	const struct text *text;
};

void folds_init(struct folds *folds)
{
	*folds = (struct folds){ 0 };
}

void folds_release(struct folds *folds)
{
	if (folds->words) {
		map_release(&folds->words->seen);
		free(folds->words->items);
		free(folds->words);
	}
	free(folds->items);
	folds_init(folds);
}

static bool begin(struct folds *folds, struct err *err)
{
	struct fold_words *words;

	if (folds->words)
		return true;
	words = calloc(1, sizeof *words);
	if (!words)
		return err_memory(err);
	map_init(&words->seen);
	words->run.start = words->waiting = words->box = NOWHERE;
	folds->words = words;
	return true;
}

static bool is(const struct work *work, size_t n, enum fold_flag flag)
{
	return work->words->items[n].flags & flag;
}

/* Visible, with words: what a run can repeat. */
static bool stands(const struct folds *folds, size_t n)
{
	return folds->words->items[n].words && !folds_hidden(folds, n);
}

static size_t stands_after(const struct folds *folds, size_t n)
{
	size_t last = folds->count - n > LOOK_MAX ? n + LOOK_MAX : folds->count - 1;

	while (n < last) {
		if (stands(folds, ++n))
			return n;
	}
	return NOWHERE;
}

static size_t stands_before(const struct folds *folds, size_t n)
{
	size_t first = n > LOOK_MAX ? n - LOOK_MAX : 0;

	while (n > first) {
		if (stands(folds, --n))
			return n;
	}
	return NOWHERE;
}

static bool same(const struct work *work, size_t a, size_t b)
{
	const struct fold_facts *facts = work->words->items;
	const struct fold_paragraph *items = work->folds->items;

	return facts[a].hash == facts[b].hash && facts[a].words == facts[b].words &&
	       fold_words_equal(work->text->bytes, items[a].span, items[b].span);
}

/* What the run would repeat next. It repeats what stands before it, never itself. */
static size_t expected(const struct work *work)
{
	const struct run *run = &work->words->run;
	size_t next;

	if (run->start == NOWHERE)
		return NOWHERE;
	next = stands_after(work->folds, run->target);
	return next < run->start ? next : NOWHERE;
}

static size_t first_seen(const struct work *work, size_t n)
{
	size_t cursor = 0;
	uint32_t earlier;

	while (map_next(&work->words->seen, work->words->items[n].hash, &cursor, &earlier)) {
		if (same(work, earlier, n))
			return earlier;
	}
	return NOWHERE;
}

static bool same_bytes(const struct work *work, size_t a, size_t b)
{
	const struct span left = work->folds->items[a].span, right = work->folds->items[b].span;

	return span_length(left) == span_length(right) &&
	       !memcmp(work->text->bytes + left.start, work->text->bytes + right.start,
		       span_length(left));
}

static bool is_copy_alone(const struct work *work, size_t n)
{
	const struct fold_facts *facts = &work->words->items[n];

	if (!is(work, n, FOLD_PROSE))
		return false;
	if (is(work, n, FOLD_QUESTION))
		return facts->words >= QUESTION_WORDS;
	return facts->words >= ALONE_WORDS || facts->points >= ALONE_POINTS;
}

static bool is_copy_in_run(const struct work *work, size_t n)
{
	const struct fold_facts *facts = &work->words->items[n];

	return work->words->run.anchored ||
	       (is(work, n, FOLD_PROSE) && facts->words >= RUN_WORDS &&
		facts->points >= RUN_POINTS);
}

static void hide_copy(const struct work *work, size_t n, size_t of)
{
	struct fold_paragraph *it = &work->folds->items[n];
	enum why why = is_copy_alone(work, n) ? WHY_SAME : WHY_RUN;

	it->state = FOLD_DUPLICATE;
	it->of = (uint32_t)of;
	it->score = 1;
	it->why = (uint8_t)(same_bytes(work, n, of) ? why : WHY_TYPOGRAPHY);
}

/* Those that wait lead into the copy `n` of `of` as long as their originals lead there too. */
static void settle_leading(const struct work *work, size_t n, size_t of)
{
	size_t first = work->words->waiting;

	work->words->waiting = NOWHERE;
	while (first != NOWHERE && n > first) {
		if (!work->words->items[--n].words)
			continue;
		of = stands_before(work->folds, of);
		if (of == NOWHERE || of >= first || !same(work, of, n))
			return;
		hide_copy(work, n, of);
	}
}

static void wait(struct fold_words *words, size_t n)
{
	if (words->waiting == NOWHERE)
		words->waiting = n;
	if (n - words->waiting > WAIT_MAX)
		words->waiting = n - WAIT_MAX;
}

static void judge_repeat(const struct work *work, size_t n, size_t of, bool in_run)
{
	struct run *run = &work->words->run;

	if (!in_run)
		*run = (struct run){ .start = n };
	run->target = of;
	if (!is_copy_alone(work, n) && !(in_run && is_copy_in_run(work, n))) {
		wait(work->words, n);
		return;
	}
	hide_copy(work, n, of);
	settle_leading(work, n, of);
	run->anchored = true;
}

static bool stage_repeat(const struct work *work, size_t n, struct err *err)
{
	struct fold_words *words = work->words;
	size_t next = expected(work);
	bool in_run = next != NOWHERE && same(work, next, n);
	size_t of = in_run ? next : first_seen(work, n);

	if (of != NOWHERE) {
		judge_repeat(work, n, of, in_run);
		return true;
	}
	words->run.start = words->waiting = NOWHERE;
	return map_add(&words->seen, words->items[n].hash, (uint32_t)n, err);
}

/*
 * A box goes only if it ends the text: amid an article, a line such as "Related" may head
 * a list that belongs there.
 */
static void stage_box(const struct work *work, size_t n)
{
	struct fold_words *words = work->words;
	bool fits = is(work, n, FOLD_HEADLINE) || is(work, n, FOLD_TRIGGER);

	words->prose |= is(work, n, FOLD_PROSE);
	if (words->box != NOWHERE && (!fits || n - words->box > BOX_MAX))
		words->box = NOWHERE;
	if (words->box == NOWHERE && words->prose && is(work, n, FOLD_TRIGGER) &&
	    !folds_hidden(work->folds, n))
		words->box = n;
}

static void settle(struct folds *folds)
{
	const struct fold_words *words = folds->words;

	folds->settled = folds->count;
	if (words->waiting < folds->settled)
		folds->settled = words->waiting;
	if (words->box < folds->settled)
		folds->settled = words->box;
}

static bool add(struct folds *folds, struct span paragraph, struct fold_facts facts,
		struct err *err)
{
	struct fold_words *words = folds->words;

	if (folds->count == FOLD_NONE - 1)
		return err_memory(err);
	if (!ARRAY_RESERVE(folds, 1, err) || !ARRAY_RESERVE(words, 1, err))
		return false;
	folds->items[folds->count++] =
		(struct fold_paragraph){ .span = paragraph, .of = FOLD_NONE };
	words->items[words->count++] = facts;
	return true;
}

bool folds_feed(struct folds *folds, const struct text *text, struct span paragraph,
		struct err *err)
{
	struct work work = { .folds = folds, .text = text };
	struct fold_facts facts = { 0 };
	size_t n = folds->count;

	if (!begin(folds, err))
		return false;
	work.words = folds->words;
	if (span_length(paragraph) <= FOLD_READ_MAX)
		facts = fold_measure(text->bytes, paragraph, work.words->seen.seed);
	if (!add(folds, paragraph, facts, err))
		return false;
	if (facts.words) {
		if (!stage_repeat(&work, n, err))
			return false;
		stage_box(&work, n);
	}
	settle(folds);
	return true;
}

static void hide_box(struct folds *folds)
{
	for (size_t n = folds->words->box; n < folds->count; n++) {
		struct fold_paragraph *it = &folds->items[n];

		if (!folds->words->items[n].words)
			continue;
		*it = (struct fold_paragraph){ .span = it->span,
					       .of = FOLD_NONE,
					       .score = 1,
					       .state = FOLD_BOILERPLATE,
					       .why = WHY_TRIGGER };
	}
}

/* True if a box was opened and holds more than what opens it. */
static bool box_ends_text(const struct fold_words *words)
{
	for (size_t n = words->box; n < words->count; n++) {
		if (words->items[n].words && !(words->items[n].flags & FOLD_TRIGGER))
			return true;
	}
	return false;
}

bool folds_finish(struct folds *folds, const struct text *text, struct err *err)
{
	(void)text;
	if (!begin(folds, err))
		return false;
	if (!folds->finished && box_ends_text(folds->words))
		hide_box(folds);
	folds->words->waiting = folds->words->box = NOWHERE;
	settle(folds);
	folds->finished = true;
	return true;
}

bool folds_hidden(const struct folds *folds, size_t n)
{
	return folds->items[n].state == FOLD_DUPLICATE ||
	       folds->items[n].state == FOLD_BOILERPLATE;
}

const char *fold_why(const struct fold_paragraph *paragraph)
{
	return reasons[paragraph->why];
}

size_t folds_at(const struct folds *folds, size_t at)
{
	size_t low = 0, high = folds->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (folds->items[middle].span.start <= at)
			low = middle + 1;
		else
			high = middle;
	}
	return low ? low - 1 : NOWHERE;
}

/* True if hidden paragraph `n` and the one behind it are shown as one line. */
static bool belongs(const struct folds *folds, size_t n)
{
	const struct fold_paragraph *a = &folds->items[n], *b = a + 1;

	if (n + 1 >= folds->count || a->state != b->state || !folds_hidden(folds, n))
		return false;
	return a->state != FOLD_DUPLICATE || stands_after(folds, a->of) == b->of;
}

bool folds_run(const struct folds *folds, size_t n, struct fold_run *run)
{
	size_t first = n, last = n;

	if (n >= folds->count || !folds_hidden(folds, n))
		return false;
	while (first > 0 && belongs(folds, first - 1))
		first--;
	while (belongs(folds, last))
		last++;
	*run = (struct fold_run){ .first = first,
				  .last = last,
				  .state = folds->items[n].state,
				  .of_first = folds->items[first].of,
				  .of_last = folds->items[last].of };
	return true;
}
