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

struct list {
	struct program *program;
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

static bool is_text(void *to, const char *path)
{
	const char *slash = strrchr(path, '/');
	struct stat stat;

	(void)to;
	return (slash ? slash[1] : path[0]) != '.' && !lstat(path, &stat) &&
	       S_ISREG(stat.st_mode);
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

void file_list(struct program *program, const struct operands *operands,
	       const struct across *across, file_list_each *each, void *to)
{
	const struct across_listener listener = { say, program, PATIENCE_SHELL };
	struct list list = { .program = program, .each = each, .to = to, .most = BATCH_FIRST };

	if (!file_list_readings(program, across, &listener, &list.readings))
		return;
	command_each(program, operands, take_operand, &list);
	if (list.batch.count)
		read_batch(&list);
	readings_close(list.readings);
	free(list.batch.items);
	free(list.paths.items);
}
