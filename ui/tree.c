/*
 * A list of what still waits, not a function that calls itself: names come from whoever made
 * the directories, and so does their depth. Since no symbolic link is
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

struct entry {
	char *path; /* owned */
	bool directory;
};

struct entries {
	struct entry *items;
	size_t count, capacity;
};

struct walk {
	const struct tree *tree;
	struct entries waiting; /* the next one last */
};

/* Takes `path` over. */
static bool add(struct entries *entries, char *path, bool directory, struct err *err)
{
	if (!ARRAY_RESERVE(entries, 1, err)) {
		free(path);
		return false;
	}
	entries->items[entries->count++] = (struct entry){ path, directory };
	return true;
}

/* A directory stands where the paths below it do. */
static unsigned char byte_at(const struct entry *entry, size_t at)
{
	return (unsigned char)(!entry->path[at] && entry->directory ? '/' : entry->path[at]);
}

/* The last path comes first: it waits longest. */
static int backwards(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;
	size_t at = 0;

	while (a->path[at] && a->path[at] == b->path[at])
		at++;
	return (int)byte_at(b, at) - (int)byte_at(a, at);
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

/* An article may be found by its sidecar: its `path` is cut to that of the article then. */
static bool is_wanted(const struct walk *walk, char *path)
{
	if (cut_ending(path))
		return walk->tree->marked;
	return walk->tree->wanted(walk->tree->to, path);
}

static bool take_entry(struct walk *walk, const char *directory, int fd,
		       const struct dirent *entry, struct err *err)
{
	const bool below = is_directory(fd, entry);
	char *path;

	if (below && entry->d_name[0] == '.')
		return true;
	path = join(directory, entry->d_name);
	if (!path)
		return err_memory(err);
	if (below || is_wanted(walk, path))
		return add(&walk->waiting, path, below, err);
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

/* Puts what stands in the directory on top of what waits. */
static void take_directory(struct walk *walk, const char *directory, int follow)
{
	struct entries *waiting = &walk->waiting;
	const size_t before = waiting->count;
	struct err err;

	if (!read_directory(walk, directory, follow, &err))
		walk->tree->trouble(walk->tree->to, &err);
	if (waiting->count > before)
		qsort(waiting->items + before, waiting->count - before, sizeof *waiting->items,
		      backwards);
}

/* An article that its sidecar named, too, waits twice. */
static void drop_twin(struct entries *waiting, const char *path)
{
	const struct entry *next;

	if (!waiting->count)
		return;
	next = &waiting->items[waiting->count - 1];
	if (!next->directory && !strcmp(next->path, path))
		free(waiting->items[--waiting->count].path);
}

static bool take_next(struct walk *walk)
{
	const struct entry next = walk->waiting.items[--walk->waiting.count];
	bool go = true;

	if (next.directory) {
		take_directory(walk, next.path, O_NOFOLLOW);
	} else {
		drop_twin(&walk->waiting, next.path);
		go = walk->tree->visit(walk->tree->to, next.path);
	}
	free(next.path);
	return go;
}

void tree_walk(const struct tree *tree, const char *top)
{
	struct walk walk = { .tree = tree };

	take_directory(&walk, top, 0);
	while (walk.waiting.count && take_next(&walk))
		;
	while (walk.waiting.count)
		free(walk.waiting.items[--walk.waiting.count].path);
	free(walk.waiting.items);
}
