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
	struct paths found;   /* articles in the one being read */
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

/* Takes `path` over. */
static bool paths_add(struct paths *paths, char *path, struct err *err)
{
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

/* Cuts a sidecar's ending off. False for other names. */
static bool cut_ending(char *path)
{
	const size_t len = strlen(path), ending = strlen(JOURNAL_ENDING);

	if (len <= ending || strcmp(path + len - ending, JOURNAL_ENDING) != 0)
		return false;
	path[len - ending] = '\0';
	return true;
}

static bool take_entry(struct walk *walk, const char *directory, int fd,
		       const struct dirent *entry, struct err *err)
{
	char *path = join(directory, entry->d_name);

	if (!path)
		return err_memory(err);
	if (is_directory(fd, entry)) {
		if (entry->d_name[0] != '.')
			return paths_add(&walk->below, path, err);
	} else if (cut_ending(path) || walk->tree->wanted(walk->tree->to, path)) {
		return paths_add(&walk->found, path, err);
	}
	free(path);
	return true;
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
	struct paths *found = &walk->found;
	bool go = true;

	paths_sort(found);
	for (size_t i = 0; go && i < found->count; i++) {
		/* An article may be found by its sidecar and by its own name. */
		if (!i || strcmp(found->items[i - 1], found->items[i]) != 0)
			go = walk->tree->visit(walk->tree->to, found->items[i]);
	}
	paths_clear(found);
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
