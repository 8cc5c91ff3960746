/*
 * The life of an article: opening, folding in slices, what folds hide. Marks on the text
 * are in article_marks.c, suggestions in article_offers.c.
 */
#include "article.h"

#include "array.h"
#include "article_parts.h"
#include "file.h"
#include "layout.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Texts up to this size are folded before the first screen: a few milliseconds. */
#define FOLD_AT_ONCE ((size_t)64 << 10)

static char *copy(const char *string)
{
	return strdup(string ? string : "");
}

static bool take_options(struct article *article, const struct article_options *options,
			 struct err *err)
{
	bool pipe = !options->path || !strcmp(options->path, "-");

	article->name = copy(pipe ? "standard input" : options->path);
	article->path = pipe ? NULL : copy(options->path);
	article->who = copy(options->who);
	article->url = copy(options->url);
	article->state = options->state ? copy(options->state) : NULL;
	article->unfolded = options->unfolded;
	article->folds.phrases = options->phrases;
	article->patience = options->patience;
	article->await = options->await;
	if (!article->name || !article->who || !article->url || (!pipe && !article->path) ||
	    (options->state && !article->state))
		return err_memory(err);
	return true;
}

static bool open_text(struct article *article, const struct article_options *options,
		      struct err *err)
{
	const enum paragraph_mode mode = options->mode;

	if (!article->path && options->growing)
		return article_begin_input(article, mode, err);
	if (article->path && !text_open(&article->text, article->path, err))
		return false;
	if (!article->path && !article_read_input(article, err))
		return false;
	article->mode = mode == PARAGRAPH_AUTO ? paragraph_detect(&article->text) : mode;
	return true;
}

/* A mapped text is folded ahead of the reader only: nothing else is read for it, either. */
static bool take_earlier(struct article *article, struct readings *readings, struct err *err)
{
	if (!readings || article->unfolded || article->text.mapped)
		return true;
	return readings_find(readings, article->path, &article->text, &article->earlier, err) &&
	       earlier_feed(&article->earlier, &article->folds, err);
}

static bool open_marks(struct article *article, struct err *err)
{
	if (article->path &&
	    (!journal_open(&article->journal, article->path, article->state, &article->marks,
			   err) ||
	     !journal_read(&article->journal, err) || !article_place(article, err)))
		return false;
	article->old_steps = article->marks.steps.count;
	return true;
}

bool article_open(struct article **opened, const struct article_options *options,
		  struct err *err)
{
	struct article *article = calloc(1, sizeof *article);

	if (!article)
		return err_memory(err);
	text_borrow(&article->text, "", 0);
	folds_init(&article->folds);
	marks_init(&article->marks);
	digest_init(&article->digest);
	article->last_record = UINT32_MAX;
	if (!take_options(article, options, err) || !open_text(article, options, err) ||
	    !take_earlier(article, options->readings, err) || !open_marks(article, err)) {
		article_free(article);
		return false;
	}
	article_work(article, 0, FOLD_AT_ONCE);
	if (!article_await_prose(article, err)) {
		article_free(article);
		return false;
	}
	*opened = article;
	return true;
}

void article_free(struct article *article)
{
	if (!article)
		return;
	if (article->journal.marks)
		journal_close(&article->journal);
	marks_release(&article->marks);
	folds_release(&article->folds);
	earlier_release(&article->earlier);
	text_release(&article->text);
	article_edits_forget(article);
	free(article->edits.items);
	free(article->offers.items);
	free(article->placed.items);
	free(article->toggled.items);
	free(article->lingering.items);
	free(article->name);
	free(article->path);
	free(article->who);
	free(article->url);
	free(article->state);
	free(article);
}

static void finish_folding(struct article *article)
{
	struct err err;

	article->folds.finished =
		!folds_finish(&article->folds, &article->text, &err) || article->folds.finished;
}

/*
 * Feeds the next paragraphs, about `most` bytes; without memory, folding just ends there. It
 * goes by pieces, so that no paragraph is too long for a slice.
 */
static void fold_some(struct article *article, size_t most)
{
	size_t until = article->fed + most;
	struct layout_piece piece;
	struct err err;

	while (article->fed < until && article->fed < article->text.len) {
		layout_piece_at(&article->text, article->mode, article->fed, &piece);
		if (piece.first)
			article->feeding = piece.span.start;
		if (!piece.blank && piece.last &&
		    !folds_feed(&article->folds, &article->text,
				(struct span){ article->feeding, piece.span.end }, &err)) {
			article->folds.finished = true;
			return;
		}
		article->fed = piece.behind;
	}
	if (article->fed >= article->text.len && !article->text.growing)
		finish_folding(article);
}

/* How far the text may be folded now. */
static size_t fold_until(const struct article *article, size_t seen)
{
	if (!article->text.mapped)
		return article->text.len;
	if (seen > article->fed && seen - article->fed > ARTICLE_AHEAD)
		return article->fed;
	return seen + ARTICLE_AHEAD < article->text.len ? seen + ARTICLE_AHEAD
							: article->text.len;
}

bool article_work(struct article *article, size_t seen, size_t most)
{
	size_t settled = article->folds.settled, until = fold_until(article, seen);

	if (article->unfolded || article->folds.finished ||
	    (article->fed >= until && article->fed < article->text.len))
		return false;
	fold_some(article, most);
	article->generation += article->folds.settled != settled;
	return !article->folds.finished && article->fed < until;
}

bool article_opening(const struct article *article, size_t *at)
{
	return article->folds.whole && fold_first_prose(&article->text, article->mode, at);
}

/* All of the text's bytes, the byte order mark too, to a new file that stays. */
static bool write_text(const struct text *text, const char *path, struct err *err)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	size_t done;
	int number;

	if (fd < 0)
		return err_system(err, errno, "%s: can't be made", path);
	number = file_write(fd, text->bytes - text->bom, text->len + text->bom, &done);
	if (!number && fsync(fd) < 0)
		number = errno;
	if (close(fd) < 0 && !number)
		number = errno;
	if (!number)
		return true;
	unlink(path);
	return err_system(err, number, "%s: can't be written", path);
}

bool article_keep(struct article *article, const char *path, struct err *err)
{
	char *name = copy(path), *kept = copy(path);

	if (!name || !kept || !write_text(&article->text, path, err)) {
		free(name);
		free(kept);
		return name && kept ? false : err_memory(err);
	}
	free(article->name);
	article->name = name;
	article->path = kept;
	return open_marks(article, err);
}

const char *article_source(struct article *article, size_t most)
{
	if (*article->url)
		return article->url;
	return digest_work(&article->digest, &article->text, most) ? article->digest.name
								   : NULL;
}

/* Number of the entry in `toggled`, or its count. */
static size_t toggled_at(const struct article *article, size_t first)
{
	size_t n = 0;

	while (n < article->toggled.count && article->toggled.items[n] != first)
		n++;
	return n;
}

static bool is_open(const struct article *article, const struct hidden *fold)
{
	bool differs = toggled_at(article, fold->span.start) < article->toggled.count;

	return article->toggled.open != differs;
}

const char *article_file_of(const struct article *article, size_t n)
{
	const struct fold_place place = folds_place(&article->folds, n);

	return place.text ? article->earlier.items[place.nth].name : NULL;
}

static void name_original(const struct article *article, struct hidden *fold)
{
	const struct fold_run *run = &fold->run;

	fold->file = NULL;
	fold->of_first = fold->of_last = FOLD_NONE;
	if (run->state != FOLD_DUPLICATE || run->of_first == FOLD_NONE)
		return;
	fold->file = article_file_of(article, run->of_first);
	fold->of_first = folds_place(&article->folds, run->of_first).n;
	fold->of_last = folds_place(&article->folds, run->of_last).n;
}

bool article_fold(const struct article *article, size_t at, struct hidden *fold)
{
	const struct folds *folds = &article->folds;
	size_t n = article->unfolded ? FOLD_NONE : folds_at(folds, at);
	struct hidden found;

	if (n == FOLD_NONE || !folds_run(folds, n, &found.run))
		return false;
	found.span.start = folds->items[found.run.first].span.start;
	found.span.end =
		paragraph_behind(&article->text, folds->items[found.run.last].span.end);
	if (!span_holds(found.span, at))
		return false;
	name_original(article, &found);
	*fold = found;
	return true;
}

bool article_hidden(const struct article *article, size_t at, struct hidden *hidden)
{
	struct hidden fold;

	if (!article_fold(article, at, &fold) || is_open(article, &fold) ||
	    !article_cut_lingering(article, at, &fold))
		return false;
	*hidden = fold;
	return true;
}

bool article_toggle(struct article *article, const struct hidden *fold, struct err *err)
{
	struct hidden whole = *fold;
	size_t n;

	article_fold(article, fold->span.start, &whole);
	n = toggled_at(article, whole.span.start);
	if (n < article->toggled.count) {
		article->toggled.items[n] = article->toggled.items[--article->toggled.count];
	} else {
		if (!ARRAY_RESERVE(&article->toggled, 1, err))
			return false;
		article->toggled.items[article->toggled.count++] = whole.span.start;
	}
	article->generation++;
	return true;
}

void article_toggle_all(struct article *article)
{
	article->toggled.open = !article->toggled.open;
	article->toggled.count = article->lingering.count = 0;
	article->generation++;
}
