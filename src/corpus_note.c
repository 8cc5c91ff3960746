/*
 * Noting. The prints of a batch are gathered and put in in their order, so that each page of
 * the tree is touched once a batch.
 */
#include "array.h"
#include "corpus_parts.h"

#include <stdlib.h>
#include <string.h>

/* So many rows wait at most: memory. */
#define ROWS_MOST ((size_t)1 << 20)

bool corpus_begin(struct corpus *corpus, struct err *err)
{
	corpus_rollback(corpus);
	return corpus_finish(corpus, CORPUS_BEGIN, err);
}

static int by_print(const void *a, const void *b)
{
	const struct corpus_row *left = a, *right = b;

	if (left->print != right->print)
		return left->print < right->print ? -1 : 1;
	return left->file < right->file ? -1 : left->file > right->file;
}

static bool change_row(struct corpus *corpus, enum corpus_statement which,
		       struct corpus_row row, struct err *err)
{
	sqlite3_bind_int64(corpus_statement(corpus, which), 1, (sqlite3_int64)row.print);
	sqlite3_bind_int64(corpus_statement(corpus, which), 2, row.file);
	return corpus_finish(corpus, which, err);
}

static bool flush(struct corpus *corpus, struct err *err)
{
	const size_t count = corpus->rows.count;

	if (count)
		qsort(corpus->rows.items, count, sizeof *corpus->rows.items, by_print);
	for (size_t i = 0; i < count; i++) {
		if (!change_row(corpus, CORPUS_ADD_PRINT, corpus->rows.items[i], err))
			return false;
	}
	corpus->rows.count = 0;
	return true;
}

bool corpus_commit(struct corpus *corpus, struct err *err)
{
	return flush(corpus, err) && corpus_finish(corpus, CORPUS_COMMIT, err);
}

static bool take_name(struct corpus *corpus, int64_t file, const char *name, struct err *err)
{
	sqlite3_bind_int64(corpus_statement(corpus, CORPUS_NAME), 1, file);
	corpus_bind_text(corpus_statement(corpus, CORPUS_NAME), 2, name);
	return corpus_finish(corpus, CORPUS_NAME, err);
}

bool corpus_lacks(struct corpus *corpus, const struct corpus_file *file, bool *lacks,
		  struct err *err)
{
	struct corpus_noted noted;
	bool done = corpus_look_up(corpus, file->path, &noted, err);

	free(noted.prints.items);
	*lacks = !noted.there || memcmp(&noted.digest, &file->digest, sizeof noted.digest) != 0;
	if (done && noted.there)
		done = take_name(corpus, noted.id, file->name, err);
	return done;
}

static unsigned char *write_prints(const struct corpus_file *file)
{
	unsigned char *bytes = malloc(file->count * CORPUS_PRINT_BYTES + 1), *at = bytes;

	for (size_t i = 0; bytes && i < file->count; i++) {
		for (int shift = 8 * (CORPUS_PRINT_BYTES - 1); shift >= 0; shift -= 8)
			*at++ = (unsigned char)(file->prints[i] >> shift);
	}
	return bytes;
}

static bool write_file(struct corpus *corpus, enum corpus_statement which,
		       const struct corpus_file *file, struct err *err)
{
	sqlite3_stmt *const it = corpus_statement(corpus, which);
	unsigned char *prints = write_prints(file);

	if (!prints)
		return err_memory(err);
	corpus_bind_text(it, 1, file->path);
	sqlite3_bind_blob(it, 2, file->digest.bytes, sizeof file->digest.bytes, SQLITE_STATIC);
	sqlite3_bind_blob64(it, 3, prints, file->count * CORPUS_PRINT_BYTES, free);
	return corpus_finish(corpus, which, err);
}

static bool drop_prints(struct corpus *corpus, const struct corpus_noted *noted,
			struct err *err)
{
	for (size_t i = 0; i < noted->prints.count; i++) {
		const struct corpus_row row = { noted->prints.items[i], noted->id };

		if (!change_row(corpus, CORPUS_DROP_PRINT, row, err))
			return false;
	}
	return true;
}

/* Their turn comes when there are many, or with corpus_commit(). */
static bool gather(struct corpus *corpus, int64_t id, const struct corpus_file *file,
		   struct err *err)
{
	if (!ARRAY_RESERVE(&corpus->rows, file->count, err))
		return false;
	for (size_t i = 0; i < file->count; i++)
		corpus->rows.items[corpus->rows.count++] =
			(struct corpus_row){ file->prints[i], id };
	return corpus->rows.count < ROWS_MOST || flush(corpus, err);
}

/* A file that is noted twice in a batch: what was gathered of it is not its any more. */
static void forget_gathered(struct corpus *corpus, int64_t id)
{
	size_t left = 0;

	for (size_t i = 0; i < corpus->rows.count; i++) {
		if (corpus->rows.items[i].file != id)
			corpus->rows.items[left++] = corpus->rows.items[i];
	}
	corpus->rows.count = left;
}

bool corpus_put(struct corpus *corpus, const struct corpus_file *file, struct err *err)
{
	struct corpus_noted noted;
	bool done = corpus_look_up(corpus, file->path, &noted, err);

	if (done && noted.there) {
		forget_gathered(corpus, noted.id);
		done = drop_prints(corpus, &noted, err) &&
		       write_file(corpus, CORPUS_CHANGE_FILE, file, err);
	} else if (done) {
		done = write_file(corpus, CORPUS_ADD_FILE, file, err);
		noted.id = sqlite3_last_insert_rowid(corpus->db);
	}
	free(noted.prints.items);
	return done && take_name(corpus, noted.id, file->name, err) &&
	       gather(corpus, noted.id, file, err);
}
