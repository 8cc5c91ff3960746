/*
 * The files of a journal that stand in the state directory, and whose file an error is about.
 */
#include "journal_parts.h"

#include "digest.h"
#include "places.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Files of the state directory are named by the article's path: where, and how they end. */
static const struct {
	const char *directory, *ending;
} kept[JOURNAL_FILES] = {
	[JOURNAL_STATE] = { "sidecars", JOURNAL_ENDING },
	[JOURNAL_PENDING] = { "unsaved", ".jsonl" },
};

bool journal_explain(const struct journal *journal, enum journal_file file, struct err *err)
{
	const struct err raw = *err;
	const char *slash = strrchr(journal->path, '/');

	if (file != JOURNAL_BESIDE)
		snprintf(err->text, sizeof err->text, "%s/%s/%.400s", journal->state,
			 kept[file].directory, raw.text);
	else if (slash)
		snprintf(err->text, sizeof err->text, "%.*s%.400s",
			 (int)(slash + 1 - journal->path), journal->path, raw.text);
	return false;
}

/* Room for a file's name there: a digest and an ending. */
#define KEPT_NAME (65 + sizeof JOURNAL_ENDING)

static void kept_name(const char *real, enum journal_file file, char out[KEPT_NAME])
{
	digest_hex(real, strlen(real), out);
	strcat(out, kept[file].ending);
}

static bool attach(struct journal *journal, enum journal_file file, int directory,
		   struct err *err)
{
	char name[KEPT_NAME];
	struct sidecar *car = &journal->files[file];

	kept_name(journal->path, file, name);
	if (!sidecar_open(car, directory, name, err)) {
		close(directory);
		return journal_explain(journal, file, err);
	}
	car->mode = 0600;
	journal->directories[file] = directory;
	journal->open[file] = true;
	return true;
}

bool journal_attach(struct journal *journal, enum journal_file file, bool make, struct err *err)
{
	char *path;
	int fd;

	if (journal->open[file] || (!make && !journal->state) || !*journal->path)
		return true;
	if (!journal->state)
		return err_set(
			err, ERR_MISSING,
			"no home directory to keep marks in; set HOME or XDG_STATE_HOME");
	if (make) {
		fd = places_make(journal->state, kept[file].directory, err);
		return fd >= 0 && attach(journal, file, fd, err);
	}
	if (asprintf(&path, "%s/%s", journal->state, kept[file].directory) < 0)
		return err_memory(err);
	fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	free(path);
	return fd < 0 || attach(journal, file, fd, err);
}

static bool is_kept(const char *real, enum journal_file file, const char *state)
{
	char name[KEPT_NAME];
	char *path;
	bool there;

	kept_name(real, file, name);
	if (asprintf(&path, "%s/%s/%s", state, kept[file].directory, name) < 0)
		return false;
	there = access(path, F_OK) == 0;
	free(path);
	return there;
}

bool journal_kept(const char *path, const char *state)
{
	char *real = state && access(state, F_OK) == 0 ? realpath(path, NULL) : NULL;
	bool there = real && (is_kept(real, JOURNAL_STATE, state) ||
			      is_kept(real, JOURNAL_PENDING, state));

	free(real);
	return there;
}
