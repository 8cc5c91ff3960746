#include "journal_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The real path of what need not exist: then its directory's, and its name. */
static char *real_path(const char *path, struct err *err)
{
	char *real = realpath(path, NULL), *directory, *joined = NULL;
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;

	if (real)
		return real;
	if (errno != ENOENT || !*name) {
		err_system(err, errno, "%s: can't be found", path);
		return NULL;
	}
	directory = slash ? strndup(path, (size_t)(slash + 1 - path)) : strdup(".");
	real = directory ? realpath(directory, NULL) : NULL;
	if (!real)
		err_system(err, errno, "%s: its directory can't be found", path);
	else if (asprintf(&joined, "%s/%s", strcmp(real, "/") ? real : "", name) < 0) {
		joined = NULL;
		err_memory(err);
	}
	free(directory);
	free(real);
	return joined;
}

/*
 * Where a group writes an article together, in a directory that hands its group on, the
 * group writes the marks, too.
 */
static void share(struct journal *journal)
{
	struct sidecar *car = &journal->files[JOURNAL_BESIDE];
	struct stat article, directory;

	if (!stat(journal->path, &article) && article.st_mode & S_IWGRP &&
	    !fstat(journal->directories[JOURNAL_BESIDE], &directory) &&
	    directory.st_mode & S_ISGID) {
		car->mode = article.st_mode & 0666;
		car->group = article.st_gid;
	}
}

static bool open_beside(struct journal *journal, struct err *err)
{
	struct sidecar *car = &journal->files[JOURNAL_BESIDE];
	char *slash = strrchr(journal->path, '/'), *name;
	int directory;

	*slash = '\0';
	directory = open(slash == journal->path ? "/" : journal->path,
			 O_PATH | O_DIRECTORY | O_CLOEXEC);
	*slash = '/';
	if (directory < 0)
		return err_system(err, errno, "%s: its directory can't be opened",
				  journal->path);
	journal->directories[JOURNAL_BESIDE] = directory;
	if (asprintf(&name, "%s%s", slash + 1, JOURNAL_ENDING) < 0)
		return err_memory(err);
	journal->open[JOURNAL_BESIDE] = sidecar_open(car, directory, name, err);
	free(name);
	if (!journal->open[JOURNAL_BESIDE])
		return journal_explain(journal, JOURNAL_BESIDE, err);
	share(journal);
	if (!car->writable) {
		journal->home = JOURNAL_STATE;
		err_system(&journal->trouble, EACCES, "%s%s: can't be written", journal->path,
			   JOURNAL_ENDING);
	}
	return true;
}

static bool give_line(const void *from, const struct mark_line *line, struct buf *out,
		      struct err *err)
{
	return journal_line(from, line, out, err);
}

bool journal_open(struct journal *journal, const char *path, const char *state,
		  struct marks *marks, struct err *err)
{
	*journal = (struct journal){ .marks = marks, .unsaved = BUF_EMPTY };
	for (enum journal_file file = 0; file < JOURNAL_FILES; file++) {
		journal->directories[file] = -1;
		journal->files[file] = (struct sidecar){ .fd = -1 };
	}
	marks->source = (struct marks_source){ journal, give_line };
	journal->path = *path ? real_path(path, err) : strdup("");
	journal->state = state ? strdup(state) : NULL;
	if (journal->path && (journal->state || !state) &&
	    (!*path || open_beside(journal, err)))
		return true;
	if (journal->path && !journal->state && state)
		err_memory(err);
	journal_close(journal);
	return false;
}

void journal_close(struct journal *journal)
{
	for (enum journal_file file = 0; file < JOURNAL_FILES; file++) {
		sidecar_close(&journal->files[file]);
		if (journal->directories[file] >= 0)
			close(journal->directories[file]);
		journal->directories[file] = -1;
		journal->open[file] = false;
	}
	free(journal->path);
	free(journal->state);
	journal->path = journal->state = NULL;
	buf_release(&journal->unsaved);
	journal->marks->source = (struct marks_source){ .from = NULL };
}
