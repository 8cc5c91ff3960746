/*
 * The settings file, by inih: it parses, and a reader of ours counts the lines, since errors
 * must name them.
 */
#include "settings.h"

#include "array.h"

#include <errno.h>
#include <ini.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WIDTH_MIN 20
#define WIDTH_MAX 500

/* What is known while the file is being read. */
struct reading {
	struct settings *settings;
	FILE *file;
	unsigned line;
	struct err *err;
	bool failed;
};

static char *read_line(char *line, int size, void *stream)
{
	struct reading *reading = stream;

	reading->line++;
	return fgets(line, size, reading->file);
}

static bool fail(struct reading *reading, const char *what, const char *value)
{
	reading->failed = true;
	return err_set(reading->err, ERR_FORMAT, "%s: line %u: %s: %s", reading->settings->path,
		       reading->line, what, value);
}

static bool take_word(struct reading *reading, const char **where, const char *value)
{
	*where = arena_string(&reading->settings->arena, value);
	if (*where)
		return true;
	reading->failed = true;
	return err_memory(reading->err);
}

static bool take_theme(struct reading *reading, const char *value)
{
	return take_word(reading, &reading->settings->theme, value);
}

static bool take_name(struct reading *reading, const char *value)
{
	return take_word(reading, &reading->settings->name, value);
}

static bool take_url(struct reading *reading, const char *value)
{
	return take_word(reading, &reading->settings->url, value);
}

static bool take_width(struct reading *reading, const char *value)
{
	char *end;
	long width = strtol(value, &end, 10);

	if (!*value || *end || width < WIDTH_MIN || width > WIDTH_MAX)
		return fail(reading, "a width is a number of columns from 20 to 500, not",
			    value);
	reading->settings->width = (int)width;
	return true;
}

/* A setting: a row is the whole of its wiring. */
static const struct {
	const char *name;
	bool (*take)(struct reading *reading, const char *value);
} rows[] = {
	{ "theme", take_theme },
	{ "name", take_name },
	{ "width", take_width },
	{ "url", take_url },
};

static bool take_key(struct reading *reading, const char *action, const char *keys)
{
	struct settings *settings = reading->settings;
	struct settings_key key = { .line = reading->line };
	struct array_need need = { settings->count, 1, sizeof key };

	if (!take_word(reading, &key.action, action) || !take_word(reading, &key.keys, keys))
		return false;
	if (!array_reserve((void **)&settings->keys, &settings->capacity, need, reading->err)) {
		reading->failed = true;
		return false;
	}
	settings->keys[settings->count++] = key;
	return true;
}

static int take(void *to, const char *section, const char *name, const char *value)
{
	struct reading *reading = to;

	if (reading->failed)
		return 0;
	if (!strcmp(section, "keys"))
		return take_key(reading, name, value);
	if (*section)
		return fail(reading, "there is no section", section);
	for (size_t n = 0; n < sizeof rows / sizeof *rows; n++)
		if (!strcmp(rows[n].name, name))
			return rows[n].take(reading, value);
	return fail(reading, "there is no setting", name);
}

static bool read_file(struct settings *settings, FILE *file, struct err *err)
{
	struct reading reading = { .settings = settings, .file = file, .err = err };
	int line = ini_parse_stream(read_line, &reading, take, &reading);

	if (reading.failed)
		return false;
	if (line > 0)
		return err_set(err, ERR_FORMAT, "%s: line %d: neither a section nor name = value",
			       settings->path, line);
	return line == 0 || err_memory(err);
}

bool settings_load(struct settings *settings, const struct places *places, struct err *err)
{
	FILE *file;
	bool done;

	*settings = (struct settings){ .theme = "", .name = "", .url = "" };
	if (!places->config)
		return true;
	if (asprintf(&settings->path, "%s/config", places->config) < 0) {
		settings->path = NULL;
		return err_memory(err);
	}
	file = fopen(settings->path, "re");
	if (!file)
		return errno == ENOENT || errno == ENOTDIR
			       ? true
			       : err_system(err, errno, "%s: can't be read", settings->path);
	done = read_file(settings, file, err);
	fclose(file);
	return done;
}

void settings_release(struct settings *settings)
{
	free(settings->keys);
	free(settings->path);
	arena_release(&settings->arena);
	*settings = (struct settings){ .theme = "", .name = "", .url = "" };
}
