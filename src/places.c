#include "places.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* A relative path would mean another directory in each place the program starts in. */
static const char *absolute(const char *path)
{
	return path && path[0] == '/' ? path : NULL;
}

static bool join(char **out, const char *base, const char *name, struct err *err)
{
	if (asprintf(out, "%s%s", base, name) >= 0)
		return true;
	*out = NULL;
	return err_memory(err);
}

/* One row of the specification: a variable and its default below the home. */
static bool find(char **out, const char *variable, const char *home, const char *fallback,
		 const char *name, struct err *err)
{
	char *base = NULL;
	bool done;

	if (absolute(variable))
		return join(out, variable, name, err);
	if (!home)
		return true;
	done = join(&base, home, fallback, err) && join(out, base, name, err);
	free(base);
	return done;
}

bool places_find(struct places *places, char *(*get)(const char *name), struct err *err)
{
	const char *home = absolute(get("HOME"));
	const char *config = get("XDG_CONFIG_HOME");
	const char *state = get("XDG_STATE_HOME");

	*places = (struct places){ .home = NULL };
	if (find(&places->config, config, home, "/.config", "/diple", err) &&
	    find(&places->others, config, home, "/.config", "", err) &&
	    find(&places->state, state, home, "/.local/state", "/diple", err) &&
	    find(&places->home, home, NULL, "", "", err))
		return true;
	places_release(places);
	return false;
}

void places_release(struct places *places)
{
	free(places->config);
	free(places->others);
	free(places->state);
	free(places->home);
	*places = (struct places){ .home = NULL };
}

/*
 * Makes each directory of the path that is missing. What fails here is told by
 * the errno left behind; whether it matters shows when the whole is opened.
 */
static int make_missing(char *path)
{
	int number = ENOENT;

	for (char *slash = strchr(path + 1, '/');; slash = strchr(slash + 1, '/')) {
		if (slash)
			*slash = '\0';
		if (mkdir(path, 0700) < 0 && errno != EEXIST)
			number = errno;
		if (!slash)
			return number;
		*slash = '/';
	}
}

int places_make(const char *base, const char *name, struct err *err)
{
	const int flags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;
	char *path;
	int fd, number = ENOENT;

	if (asprintf(&path, "%s/%s", base, name) < 0) {
		err_memory(err);
		return -1;
	}
	fd = open(path, flags);
	if (fd < 0 && errno == ENOENT) {
		number = make_missing(path);
		fd = open(path, flags);
	}
	if (fd < 0)
		err_system(err, errno == ENOENT ? number : errno,
			   "%s: the directory can't be made", path);
	free(path);
	return fd;
}
