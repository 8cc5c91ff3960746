/*
 * Who marks: the first that says so.
 */
#include "settings.h"

#include <ini.h>
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* user.name of a git configuration file, as far as found. */
struct git_user {
	char *name; /* owned */
};

static int take_git(void *to, const char *section, const char *name, const char *value)
{
	struct git_user *user = to;
	size_t len = strlen(value);

	if (strcasecmp(section, "user") || strcasecmp(name, "name"))
		return 1;
	free(user->name);
	if (len > 1 && value[0] == '"' && value[len - 1] == '"')
		user->name = strndup(value + 1, len - 2);
	else
		user->name = strdup(value);
	return 1;
}

/* git's syntax is near enough to INI: what inih can't read it skips. */
static char *git_name_in(const char *base, const char *file)
{
	struct git_user user = { NULL };
	char *path;

	if (!base || asprintf(&path, "%s/%s", base, file) < 0)
		return NULL;
	ini_parse(path, take_git, &user);
	free(path);
	return user.name;
}

static char *git_name(const struct places *places)
{
	char *name = git_name_in(places->home, ".gitconfig");

	return name && *name ? name : git_name_in(places->config, "../git/config");
}

static char *login(void)
{
	const struct passwd *user = getpwuid(geteuid());

	return strdup(user && *user->pw_name ? user->pw_name : "someone");
}

bool settings_name(const struct settings *settings, const struct places *places,
		   struct settings_who who, char **out, struct err *err)
{
	const char *said[] = { who.given, who.variable, settings->name };

	*out = NULL;
	for (size_t n = 0; !*out && n < sizeof said / sizeof *said; n++)
		if (said[n] && *said[n])
			*out = strdup(said[n]);
	if (!*out)
		*out = git_name(places);
	if (*out && !**out) {
		free(*out);
		*out = NULL;
	}
	if (!*out)
		*out = login();
	return *out ? true : err_memory(err);
}
