/*
 * A list of directories still to be read, not a function that calls itself: names come
 * from whoever made the directories, and so does their depth. Since no symbolic link is
 * followed, there is no loop.
 */
#include "tree.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "array.h"
#include "journal.h"

struct paths {
	char **items; /* each owned */
	size_t count, capacity;
};

struct walk {
	const struct tree *tree;
	struct paths waiting; /* directories, the next one last */
	struct paths found;   /* sidecars of the one being read */
	struct paths below;   /* its directories */
};

static void paths_clear(struct paths *paths)
{
	while (paths->count)
		free(paths->items[--paths->count]);
}

static void paths_release(struct paths *paths)
{
	paths_clear(paths);
	free(paths->items);
}

/* Takes `path` over, NULL for want of memory. */
static bool paths_add(struct paths *paths, char *path, struct err *err)
{
	if (!path)
		return err_memory(err);
	if (!ARRAY_RESERVE(paths, 1, err)) {
		free(path);
		return false;
	}
	paths->items[paths->count++] = path;
	return true;
}

static int compare(const void *left, const void *right)
{
	const char *const *a = left, *const *b = right;

	return strcmp(*a, *b);
}

static void paths_sort(struct paths *paths)
{
	if (paths->count)
		qsort(paths->items, paths->count, sizeof *paths->items, compare);
}

/* "." stays out of the paths that are shown. */
static char *join(const char *directory, const char *name)
{
	struct buf path = BUF_EMPTY;
	char *joined;

	if (strcmp(directory, ".") != 0)
		buf_printf(&path, "%s%s", directory,
			   directory[strlen(directory) - 1] == '/' ? "" : "/");
	buf_add_string(&path, name);
	joined = path.failed ? NULL : strdup(path.at);
	buf_release(&path);
	return joined;
}

static bool is_directory(int fd, const struct dirent *entry)
{
	struct stat stat;

	if (entry->d_type != DT_UNKNOWN)
		return entry->d_type == DT_DIR;
	return !fstatat(fd, entry->d_name, &stat, AT_SYMLINK_NOFOLLOW) && S_ISDIR(stat.st_mode);
}

static bool is_sidecar(const char *name)
{
	const size_t len = strlen(name), ending = strlen(JOURNAL_ENDING);

	return len > ending && strcmp(name + len - ending, JOURNAL_ENDING) == 0;
}

static bool take_entry(struct walk *walk, const char *directory, int fd,
		       const struct dirent *entry, struct err *err)
{
	if (is_directory(fd, entry))
		return entry->d_name[0] == '.' ||
		       paths_add(&walk->below, join(directory, entry->d_name), err);
	return !is_sidecar(entry->d_name) ||
	       paths_add(&walk->found, join(directory, entry->d_name), err);
}

static bool read_entries(struct walk *walk, const char *directory, DIR *stream, struct err *err)
{
	const struct dirent *entry;

	while (errno = 0, (entry = readdir(stream))) {
		if (!take_entry(walk, directory, dirfd(stream), entry, err))
			return false;
	}
	return !errno || err_system(err, errno, "%s: can't be read", directory);
}

static bool read_directory(struct walk *walk, const char *directory, int follow,
			   struct err *err)
{
	const int fd = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC | follow);
	DIR *stream = fd < 0 ? NULL : fdopendir(fd);
	bool done;

	if (!stream) {
		err_system(err, errno, "%s: can't be read", directory);
		if (fd >= 0)
			close(fd);
		return false;
	}
	done = read_entries(walk, directory, stream, err);
	closedir(stream);
	return done;
}

static bool visit_found(struct walk *walk)
{
	bool go = true;

	paths_sort(&walk->found);
	for (size_t i = 0; go && i < walk->found.count; i++)
		go = walk->tree->visit(walk->tree->to, walk->found.items[i]);
	paths_clear(&walk->found);
	return go;
}

/* The first by name is taken first, so it goes to the list's end. */
static bool keep_below(struct walk *walk, struct err *err)
{
	struct paths *below = &walk->below;

	paths_sort(below);
	while (below->count) {
		if (!paths_add(&walk->waiting, below->items[--below->count], err))
			return false;
	}
	return true;
}

static bool take_directory(struct walk *walk, const char *directory, int follow)
{
	struct err err;

	if (!read_directory(walk, directory, follow, &err))
		walk->tree->trouble(walk->tree->to, &err);
	if (!visit_found(walk))
		return false;
	if (keep_below(walk, &err))
		return true;
	walk->tree->trouble(walk->tree->to, &err);
	return false;
}

void tree_walk(const struct tree *tree, const char *top)
{
	struct walk walk = { .tree = tree };
	bool go = take_directory(&walk, top, 0);

	while (go && walk.waiting.count) {
		char *directory = walk.waiting.items[--walk.waiting.count];

		go = take_directory(&walk, directory, O_NOFOLLOW);
		free(directory);
	}
	paths_release(&walk.waiting);
	paths_release(&walk.found);
	paths_release(&walk.below);
}
