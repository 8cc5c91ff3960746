/*
 * With a reading list, files are noted in batches before the first of a batch is read: the
 * index is locked for that alone, never while somebody slow takes the output. Batches begin
 * small, so that output begins soon, and grow, so that the index is written in large steps.
 */
#include "file_list.h"

#include "array.h"
#include "tree.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define BATCH_FIRST ((size_t)16)
#define BATCH_MOST  ((size_t)4096)

/* A file that is written meanwhile is no article: the output, and the index with what SQLite
 * has beside it. */
struct written {
	bool there;
	dev_t device;
	ino_t inode;
};

struct list {
	struct program *program;
	struct written output, index;
	struct readings *readings;
	file_list_each *each;
	void *to;
	size_t most; /* of this batch */
	struct {
		struct waiting {
			char *path; /* owned */
			bool named;
		} * items;
		size_t count, capacity;
	} batch;
	struct {
		const char **items;
		size_t count, capacity;
	} paths; /* of the batch, to be noted */
	bool failed;
};

bool file_list_index(void *field, const char *word, struct err *err)
{
	if (!*word)
		return err_set(err, ERR_USAGE, "an index needs a name");
	return option_text(field, word, err);
}

static void say(void *to, const char *sentence)
{
	program_say(to, sentence);
}

bool file_list_readings(struct program *program, const struct across *across,
			const struct across_listener *listener, struct readings **readings)
{
	struct readings_options options = { .index = across->index,
					    .mode = program->shared.paragraphs,
					    .patience = listener->patience,
					    .say = listener->say,
					    .to = listener->to };
	struct err err;

	*readings = NULL;
	if ((!across->wanted && !across->index) || program->shared.unfolded)
		return true;
	return readings_open(readings, &options, &err) || program_trouble(program, &err);
}

bool file_list_text(struct program *program, const struct listed *file, struct text *text)
{
	struct err err;

	if (command_begin_try(file->path, text, &err))
		return true;
	if (file->named || err.kind != ERR_FORMAT)
		program_trouble(program, &err);
	return false;
}

static bool note_batch(struct list *list, struct err *err)
{
	list->paths.count = 0;
	if (!ARRAY_RESERVE(&list->paths, list->batch.count, err))
		return false;
	for (size_t i = 0; i < list->batch.count; i++)
		list->paths.items[list->paths.count++] = list->batch.items[i].path;
	return readings_note(list->readings, list->paths.items, list->paths.count, err);
}

static void read_one(struct list *list, const struct waiting *file)
{
	const struct listed listed = { file->path, file->named, list->readings };

	if (!list->failed && !list->program->out.failed)
		list->each(list->program, &listed, list->to);
}

static void read_batch(struct list *list)
{
	struct err err;

	if (!list->failed && !note_batch(list, &err))
		list->failed = !program_trouble(list->program, &err);
	for (size_t i = 0; i < list->batch.count; i++) {
		read_one(list, &list->batch.items[i]);
		free(list->batch.items[i].path);
	}
	list->batch.count = 0;
	if (list->most < BATCH_MOST)
		list->most *= 2;
}

static bool add(struct list *list, const char *path, bool named, struct err *err)
{
	struct waiting *next;

	if (!ARRAY_RESERVE(&list->batch, 1, err))
		return false;
	next = &list->batch.items[list->batch.count];
	*next = (struct waiting){ strdup(path), named };
	if (!next->path)
		return err_memory(err);
	list->batch.count++;
	return true;
}

/* Standard input ends a batch: what is noted behind it is not earlier. */
static void take(struct list *list, const char *path, bool named)
{
	struct err err;

	if (!list->readings) {
		list->each(list->program, &(struct listed){ path, named, NULL }, list->to);
		return;
	}
	if (!add(list, path, named, &err))
		list->failed = !program_trouble(list->program, &err);
	if (list->batch.count >= list->most || path_is_input(path))
		read_batch(list);
}

static bool take_found(void *to, const char *path)
{
	struct list *list = to;

	if (path_is_input(path))
		path = "./-";
	take(list, path, false);
	return !list->failed && !list->program->out.failed;
}

static struct written written_to(const struct stat *stat)
{
	return (struct written){ true, stat->st_dev, stat->st_ino };
}

static bool is_written(const struct written *written, const struct stat *stat)
{
	return written->there && written->device == stat->st_dev &&
	       written->inode == stat->st_ino;
}

/* "-journal" behind the name of the index. */
static bool is_journal(const struct list *list, const char *path)
{
	static const char ending[] = "-journal";
	const size_t len = strlen(path), cut = sizeof ending - 1;
	char *index;
	struct stat now;
	bool is;

	if (!list->index.there || len <= cut || strcmp(path + len - cut, ending) != 0)
		return false;
	index = strndup(path, len - cut);
	is = index && !stat(index, &now) && is_written(&list->index, &now);
	free(index);
	return is;
}

static bool is_text(void *to, const char *path)
{
	const struct list *list = to;
	const char *slash = strrchr(path, '/');
	struct stat stat;

	return (slash ? slash[1] : path[0]) != '.' && !lstat(path, &stat) &&
	       S_ISREG(stat.st_mode) && !is_written(&list->output, &stat) &&
	       !is_written(&list->index, &stat) && !is_journal(list, path);
}

static void say_unread(void *to, const struct err *err)
{
	const struct list *list = to;

	program_trouble(list->program, err);
}

static void take_operand(struct program *program, const char *path, void *to)
{
	const struct tree tree = { to, take_found, is_text, say_unread, .marked = false };
	struct list *list = to;
	struct stat stat_of_path;

	(void)program;
	if (list->failed)
		return;
	if (!path_is_input(path) && !stat(path, &stat_of_path) && S_ISDIR(stat_of_path.st_mode))
		tree_walk(&tree, path);
	else
		take(list, path, true);
}

static void note_written(struct list *list, const struct across *across)
{
	struct stat now;

	if (!fstat(list->program->out.fd, &now) && S_ISREG(now.st_mode))
		list->output = written_to(&now);
	if (across->index && !stat(across->index, &now))
		list->index = written_to(&now);
}

void file_list(struct program *program, const struct operands *operands,
	       const struct across *across, file_list_each *each, void *to)
{
	const struct across_listener listener = { say, program, PATIENCE_SHELL };
	struct list list = { .program = program, .each = each, .to = to, .most = BATCH_FIRST };

	if (!file_list_readings(program, across, &listener, &list.readings))
		return;
	note_written(&list, across);
	command_each(program, operands, take_operand, &list);
	if (list.batch.count)
		read_batch(&list);
	readings_close(list.readings);
	free(list.batch.items);
	free(list.paths.items);
}
