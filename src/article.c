/*
 * The life of an article: what is opened, kept under a name, and let go. Folds are in
 * article_folds.c, marks on the text in article_marks.c, suggestions in article_offers.c.
 */
#include "article.h"

#include "article_parts.h"
#include "file.h"

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
