#include "settings.h"

#include "array.h"
#include "ini_file.h"

#include <errno.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Columns that a setting may ask for; the window decides, too. */
#define WIDTH_MIN 20
#define WIDTH_MAX 1000

/* Settings that are words, and where they go. */
static const struct {
	const char *name;
	size_t member;
} words[] = {
	{ "theme", offsetof(struct settings, theme) },
	{ "name", offsetof(struct settings, name) },
	{ "url", offsetof(struct settings, url) },
};

static bool keep(struct settings *settings, const char **to, const char *value, struct err *err)
{
	const char *copy = arena_string(&settings->arena, value);

	if (!copy)
		return err_memory(err);
	*to = copy;
	return true;
}

static bool take_width(struct settings *settings, const char *value, struct err *err)
{
	char *end;
	long width;

	errno = 0;
	width = strtol(value, &end, 10);
	if (errno || end == value || *end || width < WIDTH_MIN || width > WIDTH_MAX)
		return err_set(err, ERR_FORMAT, "width is a number from %d to %d", WIDTH_MIN,
			       WIDTH_MAX);
	settings->width = (int)width;
	return true;
}

static bool take_key(struct settings *settings, const struct ini_entry *entry, struct err *err)
{
	struct settings_key key = { .line = entry->line };

	if (!keep(settings, &key.action, entry->name, err) ||
	    !keep(settings, &key.keys, entry->value, err) || !ARRAY_RESERVE(settings, 1, err))
		return false;
	settings->items[settings->count++] = key;
	return true;
}

static bool take(void *to, const struct ini_entry *entry, struct err *err)
{
	struct settings *settings = to;

	if (!strcmp(entry->section, "keys"))
		return take_key(settings, entry, err);
	if (*entry->section)
		return err_set(err, ERR_FORMAT, "there is no section [%.50s]", entry->section);
	if (!strcmp(entry->name, "width"))
		return take_width(settings, entry->value, err);
	for (size_t n = 0; n < sizeof words / sizeof *words; n++) {
		if (!strcmp(entry->name, words[n].name))
			return keep(settings,
				    (const char **)((char *)settings + words[n].member),
				    entry->value, err);
	}
	return err_set(err, ERR_FORMAT, "there is no setting %.50s", entry->name);
}

bool settings_load(struct settings *settings, const struct places *places, struct err *err)
{
	*settings = (struct settings){ .theme = "", .name = "", .url = "" };
	if (!places->config)
		return true;
	if (asprintf(&settings->path, "%s/config", places->config) < 0) {
		settings->path = NULL;
		return err_memory(err);
	}
	return ini_file_read(settings->path, take, settings, err);
}

void settings_release(struct settings *settings)
{
	free(settings->items);
	free(settings->path);
	arena_release(&settings->arena);
	*settings = (struct settings){ .theme = "", .name = "", .url = "" };
}
