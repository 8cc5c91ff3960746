/*
 * Who marks. Git's settings are read from the user's own two files, the later
 * of which git itself would believe first; git is never run, and a repository
 * never says who somebody is.
 */
#include "settings.h"

#include "ini_file.h"
#include "utf8.h"

#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

static const char blanks[] = " \t\r\n";

/*
 * A copy without blanks at its ends, as a sidecar would hold it: damaged bytes as U+FFFD.
 * NULL where nothing is left, or no memory (in err).
 */
static char *trimmed(const char *name, struct err *err)
{
	struct buf mended = BUF_EMPTY;
	size_t len;

	name = name ? name + strspn(name, blanks) : "";
	len = strlen(name);
	while (len && strchr(blanks, name[len - 1]))
		len--;
	if (!len)
		return NULL;
	utf8_replace(&mended, name, len);
	if (buf_ok(&mended, err))
		return mended.at;
	buf_release(&mended);
	return NULL;
}

/* Git's quoting: marks around what holds blanks or signs, a backslash before a sign. */
static void unquote(char *value)
{
	char *to = value;
	bool quoted = false;

	for (const char *from = value; *from; from++) {
		if (!quoted && (*from == '#' || *from == ';'))
			break;
		if (*from == '"') {
			quoted = !quoted;
			continue;
		}
		if (*from == '\\' && from[1])
			from++;
		*to++ = *from;
	}
	*to = '\0';
}

/* The last of several counts, as in git. */
static bool take_git(void *to, const struct ini_entry *entry, struct err *err)
{
	char **name = to, *copy;

	if (strcasecmp(entry->section, "user") || strcasecmp(entry->name, "name"))
		return true;
	copy = strdup(entry->value);
	if (!copy)
		return err_memory(err);
	unquote(copy);
	free(*name);
	*name = copy;
	return true;
}

static char *from_git(const char *directory, const char *file, struct err *err)
{
	char *path, *found = NULL, *name;
	struct err ignored;

	if (!directory)
		return NULL;
	if (asprintf(&path, "%s/%s", directory, file) < 0) {
		err_memory(err);
		return NULL;
	}
	/* What is wrong in git's file is git's to tell: what stands before it counts. */
	(void)!ini_file_read(path, take_git, &found, &ignored);
	free(path);
	name = trimmed(found, err);
	free(found);
	return name;
}

static char *from_login(struct err *err)
{
	char room[4096];
	struct passwd entry, *found = NULL;

	getpwuid_r(geteuid(), &entry, room, sizeof room, &found);
	return trimmed(found ? entry.pw_name : "someone", err);
}

bool settings_name(const struct settings *settings, const struct places *places,
		   struct settings_who who, char **out, struct err *err)
{
	err_clear(err);
	*out = trimmed(who.given, err);
	if (!*out && err->kind == ERR_NONE)
		*out = trimmed(who.variable, err);
	if (!*out && err->kind == ERR_NONE)
		*out = trimmed(settings->name, err);
	if (!*out && err->kind == ERR_NONE)
		*out = from_git(places->home, ".gitconfig", err);
	if (!*out && err->kind == ERR_NONE)
		*out = from_git(places->others, "git/config", err);
	if (!*out && err->kind == ERR_NONE)
		*out = from_login(err);
	return *out != NULL;
}
