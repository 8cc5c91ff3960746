#include "readings_parts.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

bool readings_open(struct readings **opened, const struct readings_options *options,
		   struct err *err)
{
	struct readings *readings = calloc(1, sizeof *readings);

	if (!readings)
		return err_memory(err);
	readings->options = *options;
	if (!corpus_open(&readings->corpus, options->index, options->patience, err)) {
		free(readings);
		return false;
	}
	readings->options.index = NULL; /* borrowed until here */
	*opened = readings;
	return true;
}

void readings_close(struct readings *readings)
{
	if (!readings)
		return;
	corpus_close(readings->corpus);
	fold_prints_release(&readings->prints);
	free(readings);
}

bool readings_whole_path(const char *path, char **whole, struct err *err)
{
	const bool input = !path || !strcmp(path, "-");

	*whole = input ? NULL : realpath(path, NULL);
	return input || *whole || errno != ENOMEM || err_memory(err);
}

bool readings_is_memory(const struct err *err)
{
	return err->kind == ERR_MEMORY || (err->kind == ERR_SYSTEM && err->number == ENOMEM);
}

/* Looks before it opens: whoever writes to a named pipe would take that for his reader. */
bool readings_open_file(struct readings_file *file, const char *path, size_t most,
			struct err *err)
{
	struct stat now;

	file->bytes = 0;
	text_borrow(&file->text, "", 0);
	if (stat(path, &now) < 0)
		return err_system(err, errno, "%s: can't be opened", path);
	if (!S_ISREG(now.st_mode))
		return err_set(err, ERR_FORMAT, "%s: is no regular file", path);
	file->bytes = (size_t)now.st_size;
	if (file->bytes > most)
		return true;
	if (!text_open(&file->text, path, err))
		return false;
	file->bytes = file->text.len + file->text.bom;
	if (file->bytes > most)
		text_release(&file->text);
	return true;
}

bool readings_is_long(const struct text *text)
{
	return text->mapped || text->len + text->bom > READINGS_BYTES;
}

struct fingerprint readings_digest(const struct text *text)
{
	return hash_fingerprint(text->bytes - text->bom, text->len + text->bom);
}

enum paragraph_mode readings_mode(const struct readings *readings, const struct text *text)
{
	const enum paragraph_mode mode = readings->options.mode;

	return mode == PARAGRAPH_AUTO ? paragraph_detect(text) : mode;
}

bool readings_take_prints(struct readings *readings, const struct text *text, size_t most,
			  struct err *err)
{
	const enum paragraph_mode mode = readings_mode(readings, text);
	struct fold_stretch paragraph = { .bytes = text->bytes };
	size_t at = 0;

	readings->prints.count = 0;
	while (paragraph_next(text, mode, at, &paragraph.span)) {
		if (!fold_prints_add(&readings->prints, paragraph, most, err))
			return false;
		at = paragraph_behind(text, paragraph.span.end);
	}
	fold_prints_sort(&readings->prints);
	return true;
}
