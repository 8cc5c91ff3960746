/*
 * Files are read first and noted then: the index is locked while it is written, and never
 * while somebody's disk is slow. What is noted already doesn't lock it at all.
 */
#include "array.h"
#include "readings_parts.h"

#include <stdlib.h>

/* So many files and prints wait at most: memory. */
#define FILES_MOST  ((size_t)1 << 12)
#define PRINTS_MOST ((size_t)1 << 20)

/* Files that are new or have changed, in the order of reading. */
struct batch {
	struct readings *readings;
	struct {
		struct waiting {
			char *path; /* owned */
			const char *name;
			struct fingerprint digest;
			size_t count; /* of its prints, which follow those of the file before */
		} * items;
		size_t count, capacity;
	} files;
	struct {
		uint64_t *items;
		size_t count, capacity;
	} prints;
};

static void empty(struct batch *batch)
{
	while (batch->files.count)
		free(batch->files.items[--batch->files.count].path);
	batch->prints.count = 0;
}

static bool put_all(struct batch *batch, struct err *err)
{
	const uint64_t *prints = batch->prints.items;

	for (size_t i = 0; i < batch->files.count; i++) {
		const struct waiting *it = &batch->files.items[i];
		const struct corpus_file file = { it->path, it->name, it->digest, prints,
						  it->count };

		if (!corpus_put(batch->readings->corpus, &file, err))
			return false;
		prints += it->count;
	}
	return true;
}

static bool write_batch(struct batch *batch, struct err *err)
{
	struct corpus *corpus = batch->readings->corpus;
	bool done = !batch->files.count || (corpus_begin(corpus, err) && put_all(batch, err) &&
					    corpus_commit(corpus, err));

	if (!done)
		corpus_rollback(corpus);
	empty(batch);
	return done;
}

/* The path is the batch's if this succeeds. */
static bool add(struct batch *batch, struct waiting *file, struct err *err)
{
	const struct fold_prints *prints = &batch->readings->prints;

	file->count = prints->count;
	if (!ARRAY_RESERVE(&batch->files, 1, err) ||
	    !ARRAY_RESERVE(&batch->prints, file->count, err))
		return false;
	batch->files.items[batch->files.count++] = *file;
	file->path = NULL;
	for (size_t i = 0; i < file->count; i++)
		batch->prints.items[batch->prints.count++] = prints->items[i];
	return (batch->files.count < FILES_MOST && batch->prints.count < PRINTS_MOST) ||
	       write_batch(batch, err);
}

/* A long file is noted without prints: it has a place in the order, but is never found. */
static bool sample(struct readings *readings, const struct readings_file *read, struct err *err)
{
	readings->prints.count = 0;
	return read->bytes > READINGS_BYTES ||
	       readings_take_prints(readings, &read->text, PRINTS_KEPT, err);
}

static bool take_read(struct batch *batch, const struct readings_file *read,
		      struct waiting *file, struct err *err)
{
	struct corpus_file noted = { .path = file->path, .name = file->name };
	bool lacks;

	if (read->bytes <= READINGS_BYTES)
		noted.digest = readings_digest(&read->text);
	file->digest = noted.digest;
	return corpus_lacks(batch->readings->corpus, &noted, &lacks, err) &&
	       (!lacks || (sample(batch->readings, read, err) && add(batch, file, err)));
}

static bool take(struct batch *batch, const char *name, struct err *err)
{
	struct waiting file = { .name = name };
	struct readings_file read;
	bool done;

	if (!readings_whole_path(name, &file.path, err))
		return false;
	if (!file.path)
		return true;
	if (readings_open_file(&read, file.path, READINGS_BYTES, err)) {
		done = take_read(batch, &read, &file, err);
		text_release(&read.text);
	} else {
		done = !readings_is_memory(err);
	}
	free(file.path);
	return done;
}

bool readings_note(struct readings *readings, const char *const *paths, size_t count,
		   struct err *err)
{
	struct batch batch = { .readings = readings };
	bool done = true;

	for (size_t i = 0; i < count && done; i++)
		done = take(&batch, paths[i], err);
	done = done && write_batch(&batch, err);
	empty(&batch);
	free(batch.files.items);
	free(batch.prints.items);
	return done;
}
