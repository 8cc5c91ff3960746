#include "fold_laws.h"

#include "array.h"
#include "article.h"
#include "fold_words.h"
#include "random.h"

#include <stdlib.h>
#include <string.h>

/* A text folded, and how. */
struct trial {
	const struct text *text;
	enum paragraph_mode mode;
	struct folds folds;
	struct {
		struct fold_paragraph *items; /* as they were when they were settled */
		size_t count, capacity;
	} seen;
	struct dice dice;
};

#define HOLDS(condition, law)                                                                  \
	do {                                                                                   \
		if (!(condition))                                                              \
			return (law);                                                          \
	} while (0)

bool fold_laws_read(const struct text *text, enum paragraph_mode mode, struct folds *folds)
{
	struct span span = { 0, 0 };
	struct err err;

	folds_init(folds);
	while (paragraph_next(text, mode, span.end, &span))
		if (!folds_feed(folds, text, span, &err))
			return false;
	return folds_finish(folds, text, &err);
}

/* From its first byte to behind its line end and the blank lines there. */
static struct span with_end(const struct text *text, const struct folds *folds, size_t n)
{
	const struct span span = folds->items[n].span;

	return (struct span){ span.start, paragraph_behind(text, span.end) };
}

static struct span head(const struct text *text, const struct folds *folds)
{
	return (struct span){ 0, folds->count ? folds->items[0].span.start : text->len };
}

void fold_laws_left(const struct text *text, const struct folds *folds, struct buf *out)
{
	buf_add(out, text->bytes, head(text, folds).end);
	for (size_t n = 0; n < folds->count; n++) {
		const struct span span = with_end(text, folds, n);

		if (!folds_hidden(folds, n))
			buf_add(out, text->bytes + span.start, span_length(span));
	}
}

static const char *paragraphs(const struct text *text, const struct folds *folds)
{
	size_t behind = head(text, folds).end;

	HOLDS(line_blank(text, head(text, folds)), "only blanks stand before the paragraphs");
	for (size_t n = 0; n < folds->count; n++) {
		const struct span span = folds->items[n].span, whole = with_end(text, folds, n);
		const struct span rest = { span.end, whole.end };

		HOLDS(span.start == behind, "the paragraphs and their line ends are the text");
		HOLDS(span.start < span.end, "no paragraph is empty");
		HOLDS(!line_blank(text, span), "no paragraph is blank");
		HOLDS(line_blank(text, rest), "only blanks stand behind a paragraph");
		HOLDS(folds_at(folds, span.start) == n && folds_at(folds, span.end - 1) == n,
		      "each byte leads to its paragraph");
		behind = whole.end;
	}
	HOLDS(behind == text->len, "no byte is left over");
	return NULL;
}

static const char *targets(const struct folds *folds)
{
	for (size_t n = 0; n < folds->count; n++) {
		const struct fold_paragraph *it = &folds->items[n];
		const bool repeats = it->state == FOLD_NEAR || it->state == FOLD_DUPLICATE;

		HOLDS(it->state < FOLD_STATES, "a state is one of those there are");
		HOLDS(repeats == (it->of != FOLD_NONE), "what repeats says what it repeats");
		HOLDS(!repeats || it->of < n, "what is repeated stands before");
		HOLDS(!repeats || !folds_hidden(folds, it->of), "what is repeated shows");
		HOLDS(it->score >= 0 && it->score <= 1, "a score is a share");
		HOLDS(it->state != FOLD_SHOWN || it->score == 0, "what shows has no score");
	}
	return NULL;
}

static const char *reasons(const struct folds *folds)
{
	for (size_t n = 0; n < folds->count; n++) {
		const struct fold_paragraph *it = &folds->items[n];
		struct buf why = BUF_EMPTY;
		size_t len;

		fold_why(it, &why);
		len = why.len;
		buf_release(&why);
		HOLDS((len == 0) == (it->state == FOLD_SHOWN), "what doesn't show says why");
	}
	return NULL;
}

static const char *one_run(const struct folds *folds, size_t n, const struct fold_run *run)
{
	HOLDS(run->first <= n && n <= run->last && run->last < folds->count,
	      "a run holds its paragraph");
	HOLDS(run->state == folds->items[n].state, "a run is of one kind");
	HOLDS((run->state == FOLD_DUPLICATE) == (run->of_first != FOLD_NONE),
	      "a run of copies says of what");
	HOLDS(run->of_first == folds->items[run->first].of, "a run begins as its first does");
	HOLDS(run->of_last == FOLD_NONE ||
		      (run->of_last < run->first && !folds_hidden(folds, run->of_last)),
	      "what a run repeats shows, before it");
	return NULL;
}

static const char *runs(const struct folds *folds)
{
	struct fold_run last = { .first = SIZE_MAX }, run;
	const char *broken = NULL;

	for (size_t n = folds->own; n < folds->count && !broken; n++) {
		const bool hidden = folds_hidden(folds, n);

		HOLDS(folds_run(folds, n, &run) == hidden, "runs hold what is hidden");
		if (!hidden)
			continue;
		broken = one_run(folds, n, &run);
		HOLDS(last.first == SIZE_MAX || run.first == last.first ||
			      run.first > last.last,
		      "no two runs overlap");
		HOLDS(run.first != last.first || run.last == last.last,
		      "all of a run belong to the same");
		last = run;
	}
	return broken;
}

static bool same_verdict(const struct fold_paragraph *a, const struct fold_paragraph *b)
{
	return a->span.start == b->span.start && a->span.end == b->span.end && a->of == b->of &&
	       a->state == b->state && a->why == b->why && a->changed == b->changed &&
	       a->score >= b->score && a->score <= b->score;
}

static const char *same_verdicts(const struct folds *a, const struct folds *b, const char *law)
{
	HOLDS(a->count == b->count, law);
	for (size_t n = 0; n < a->count; n++)
		HOLDS(same_verdict(&a->items[n], &b->items[n]), law);
	return NULL;
}

static const char *run_mid_way(const struct folds *folds, size_t n)
{
	struct fold_run run;

	HOLDS(folds_run(folds, n, &run) == folds_hidden(folds, n),
	      "runs hold what is hidden so far");
	HOLDS(!folds_hidden(folds, n) || (run.first <= n && n <= run.last),
	      "a run so far holds its paragraph");
	return NULL;
}

/* Keeps what was settled by now. */
static bool note_settled(struct trial *trial)
{
	const struct folds *folds = &trial->folds;
	struct err err;

	if (!ARRAY_RESERVE(&trial->seen, folds->settled - trial->seen.count, &err))
		return false;
	while (trial->seen.count < folds->settled) {
		trial->seen.items[trial->seen.count] = folds->items[trial->seen.count];
		trial->seen.count++;
	}
	return true;
}

/* Feeds all, and somebody looks at it between two paragraphs. */
static const char *feed(struct trial *trial, bool *done)
{
	struct span span = { 0, 0 };
	const char *broken = NULL;
	struct err err;

	while (!broken && paragraph_next(trial->text, trial->mode, span.end, &span)) {
		if (!folds_feed(&trial->folds, trial->text, span, &err) || !note_settled(trial))
			return NULL;
		broken = run_mid_way(&trial->folds,
				     dice_below(&trial->dice, trial->folds.count));
	}
	*done = folds_finish(&trial->folds, trial->text, &err);
	return broken;
}

static const char *settled(const struct trial *trial)
{
	HOLDS(trial->folds.settled == trial->folds.count, "in the end all is settled");
	for (size_t n = 0; n < trial->seen.count; n++)
		HOLDS(same_verdict(&trial->seen.items[n], &trial->folds.items[n]),
		      "what is settled changes no more");
	return NULL;
}

/* A blank line too long to be looked at as a whole is a paragraph to who lays it out. */
static bool has_vast_blank(const struct text *text)
{
	for (size_t at = 0; at < text->len;) {
		const struct span line = line_at(text, at);

		if (span_length(line) > FOLD_READ_MAX / 32 && line_blank(text, line))
			return true;
		at = line.end;
	}
	return false;
}

/* An article works in slices; somebody looks at it between them. */
static const char *sliced(struct trial *trial)
{
	struct article article = { .text = *trial->text, .mode = trial->mode };
	const char *broken;
	struct hidden fold;

	if (has_vast_blank(trial->text))
		return NULL;
	folds_init(&article.folds);
	do
		article_fold(&article, dice_below(&trial->dice, trial->text->len + 1), &fold);
	while (article_work(&article, 0, 1 + dice_below(&trial->dice, 600)));
	broken = same_verdicts(&article.folds, &trial->folds,
			       "the same text folds the same way, in slices too");
	folds_release(&article.folds);
	return broken;
}

static bool says(const struct fold_paragraph *paragraph, const char *word)
{
	struct buf why = BUF_EMPTY;
	bool does;

	fold_why(paragraph, &why);
	does = why.len >= strlen(word) && memcmp(why.at, word, strlen(word)) == 0;
	buf_release(&why);
	return does;
}

/* What stands alone as a piece now may be told from what it begins once all pieces follow. */
static bool has_pieces_shown(const struct folds *folds)
{
	for (size_t n = 0; n < folds->count; n++)
		if (says(&folds->items[n], "inside"))
			return true;
	return false;
}

/* Shorter copies fold only beside others; of a copy written otherwise it isn't said which. */
#define ALONE_BYTES 110

/*
 * Where lines were hidden, others come nearer to each other, to the text's beginning and to its
 * end. What is told by its neighbours is told anew: the title in the first lines, short lines
 * and pieces that follow one another as their originals do, boxes and headlines that end the
 * text. What its own words tell is told at once.
 */
static bool depends_on_place(const struct fold_paragraph *paragraph)
{
	static const char *const reasons[] = { "title",	 "run",	 "doubled",
					       "pieces", "tail", "trigger" };

	for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
		if (says(paragraph, reasons[i]))
			return true;
	return says(paragraph, "typography") && span_length(paragraph->span) < ALONE_BYTES;
}

static bool hides_nothing(const struct folds *folds)
{
	for (size_t n = 0; n < folds->count; n++)
		if (folds_hidden(folds, n) && !depends_on_place(&folds->items[n]))
			return false;
	return true;
}

/* Fewer lines may be no whole page any more, where nothing was hidden by guess. */
static bool no_page_now(const struct folds *before, const struct folds *now)
{
	return before->whole && !now->whole;
}

static const char *nothing_more(const struct trial *trial)
{
	struct buf left = BUF_EMPTY;
	const char *broken = NULL;
	struct folds folds;
	struct text text;

	if (has_pieces_shown(&trial->folds))
		return NULL;
	fold_laws_left(trial->text, &trial->folds, &left);
	text_borrow(&text, left.len ? left.at : "", left.len);
	if (fold_laws_read(&text, trial->mode, &folds) && !hides_nothing(&folds) &&
	    !no_page_now(&trial->folds, &folds))
		broken = "the deduplicated text folds no further";
	folds_release(&folds);
	text_release(&text);
	buf_release(&left);
	return broken;
}

static bool ends_in(const struct buf *buf, const char *end)
{
	const size_t len = strlen(end);

	return buf->len > len && memcmp(buf->at + buf->len - len, end, len) == 0;
}

/*
 * The words as folding compares them, a blank before and behind each. One that advertises
 * behind a paragraph is none of its words; fold_texts.c knows only this one.
 */
static void add_words(const struct text *text, struct span span, struct buf *out)
{
	static const char advert[] = " advertisement ";
	struct fold_walk walk = fold_walk_in(text->bytes, span);
	struct fold_word word = { .len = 0 };
	size_t start;

	if (!out->len)
		buf_add_char(out, ' ');
	start = out->len;
	while (fold_walk_next(&walk, &word)) {
		buf_add(out, word.bytes, word.len);
		buf_add_char(out, ' ');
	}
	while (out->len - start >= sizeof advert && ends_in(out, advert))
		buf_cut(out, out->len - sizeof advert + 2);
}

/* Without "Read more" or the like behind dots. */
static struct span worth(const struct text *text, const struct fold_paragraph *it)
{
	struct fold_walk walk = fold_walk_in(text->bytes, it->span);
	struct fold_word word = { .len = 0 };
	size_t end = it->span.end, before = it->span.start;

	if (!says(it, "cut"))
		return it->span;
	while (fold_walk_next(&walk, &word)) {
		if (word.gap & FOLD_GAP_ELLIPSIS)
			end = before;
		before = walk.at;
	}
	return (struct span){ it->span.start, end };
}

/* The text of a paragraph, which may be an earlier one. */
static const struct text *text_of(const struct trial *trial, size_t n)
{
	const struct text *earlier = folds_place(&trial->folds, n).text;

	return earlier ? earlier : trial->text;
}

static const char *one_copy(const struct trial *trial, size_t n)
{
	const struct folds *folds = &trial->folds;
	const struct fold_paragraph *it = &folds->items[n];
	struct buf words = BUF_EMPTY, known = BUF_EMPTY;
	bool there;

	add_words(trial->text, worth(trial->text, it), &words);
	for (size_t old = it->of; old < n; old++)
		if (!folds_hidden(folds, old))
			add_words(text_of(trial, old), folds->items[old].span, &known);
	there = memmem(known.at, known.len, words.at, words.len);
	buf_release(&words);
	buf_release(&known);
	return there ? NULL : "every word of a copy shows, from what it repeats on";
}

static const char *copies(const struct trial *trial)
{
	const char *broken = NULL;

	for (size_t n = trial->folds.own; n < trial->folds.count && !broken; n++)
		if (trial->folds.items[n].state == FOLD_DUPLICATE)
			broken = one_copy(trial, n);
	return broken;
}

static const char *check(struct trial *trial)
{
	const char *broken = paragraphs(trial->text, &trial->folds);

	if (!broken)
		broken = targets(&trial->folds);
	if (!broken)
		broken = reasons(&trial->folds);
	if (!broken)
		broken = runs(&trial->folds);
	if (!broken)
		broken = settled(trial);
	if (!broken)
		broken = sliced(trial);
	if (!broken)
		broken = copies(trial);
	if (!broken)
		broken = nothing_more(trial);
	return broken;
}

const char *fold_laws_broken(const struct text *text, enum paragraph_mode mode, uint64_t seed)
{
	struct trial trial = { .text = text, .mode = mode, .dice = { seed } };
	const char *broken;
	bool done = false;

	folds_init(&trial.folds);
	broken = feed(&trial, &done);
	if (done && !broken)
		broken = check(&trial);
	folds_release(&trial.folds);
	free(trial.seen.items);
	return broken;
}

static bool feed_all(struct folds *folds, const struct text *text, enum paragraph_mode mode)
{
	struct span span = { 0, 0 };
	struct err err;

	while (paragraph_next(text, mode, span.end, &span))
		if (!folds_feed(folds, text, span, &err))
			return false;
	return true;
}

const char *fold_laws_broken_across(const struct text *earlier, const struct text *text,
				    enum paragraph_mode mode)
{
	struct trial trial = { .text = text, .mode = mode };
	const char *broken = NULL;
	struct err err;

	folds_init(&trial.folds);
	if (feed_all(&trial.folds, earlier, mode) && folds_leave(&trial.folds, earlier, &err) &&
	    feed_all(&trial.folds, text, mode) && folds_finish(&trial.folds, text, &err)) {
		broken = targets(&trial.folds);
		if (!broken)
			broken = reasons(&trial.folds);
		if (!broken)
			broken = runs(&trial.folds);
		if (!broken)
			broken = copies(&trial);
	}
	folds_release(&trial.folds);
	return broken;
}
