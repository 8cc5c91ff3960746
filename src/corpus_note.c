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

/* A print takes six bytes in a blob, high byte first. */
#define PRINT_BYTES 6

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
	corpus->rows.count = corpus->files.count = 0;
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

	*lacks = !noted.there || memcmp(&noted.digest, &file->digest, sizeof noted.digest) != 0;
	if (done && noted.there)
		done = take_name(corpus, noted.id, file->name, err);
	return done;
}

static unsigned char *write_prints(const struct corpus_file *file)
{
	unsigned char *bytes = malloc(file->count * PRINT_BYTES + 1), *at = bytes;

	for (size_t i = 0; bytes && i < file->count; i++) {
		for (int shift = 8 * (PRINT_BYTES - 1); shift >= 0; shift -= 8)
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
	sqlite3_bind_blob64(it, 3, prints, file->count * PRINT_BYTES, free);
	return corpus_finish(corpus, which, err);
}

static uint64_t read_print(const unsigned char *bytes)
{
	uint64_t print = 0;

	for (size_t i = 0; i < PRINT_BYTES; i++)
		print = print << 8 | bytes[i];
	return print;
}

/* All that stand in a file's row, which is left meanwhile as it is. */
static bool drop_prints(struct corpus *corpus, int64_t file, struct err *err)
{
	sqlite3_stmt *const it = corpus_statement(corpus, CORPUS_PRINTS);
	const unsigned char *bytes;
	bool row, done;

	sqlite3_bind_int64(it, 1, file);
	done = corpus_next(corpus, CORPUS_PRINTS, &row, err);
	bytes = row ? sqlite3_column_blob(it, 0) : NULL;
	for (int left = bytes ? sqlite3_column_bytes(it, 0) : 0; done && left >= PRINT_BYTES;
	     left -= PRINT_BYTES, bytes += PRINT_BYTES)
		done = change_row(corpus, CORPUS_DROP_PRINT,
				  (struct corpus_row){ read_print(bytes), file }, err);
	sqlite3_reset(it);
	return done;
}

/* Their turn comes when there are many, or with corpus_commit(). */
static bool gather(struct corpus *corpus, int64_t id, const struct corpus_file *file,
		   struct err *err)
{
	if (!ARRAY_RESERVE(&corpus->rows, file->count, err) ||
	    !ARRAY_RESERVE(&corpus->files, 1, err))
		return false;
	corpus->files.items[corpus->files.count++] = id;
	for (size_t i = 0; i < file->count; i++)
		corpus->rows.items[corpus->rows.count++] =
			(struct corpus_row){ file->prints[i], id };
	return corpus->rows.count < ROWS_MOST || flush(corpus, err);
}

static bool is_gathered(const struct corpus *corpus, int64_t id)
{
	for (size_t i = 0; i < corpus->files.count; i++) {
		if (corpus->files.items[i] == id)
			return true;
	}
	return false;
}

/* A file that changes twice in a batch: its rows are written, so that they can be dropped. */
static bool change_file(struct corpus *corpus, int64_t id, const struct corpus_file *file,
			struct err *err)
{
	return (!is_gathered(corpus, id) || flush(corpus, err)) &&
	       drop_prints(corpus, id, err) &&
	       write_file(corpus, CORPUS_CHANGE_FILE, file, err) &&
	       gather(corpus, id, file, err);
}

static bool add_file(struct corpus *corpus, int64_t *id, const struct corpus_file *file,
		     struct err *err)
{
	if (!write_file(corpus, CORPUS_ADD_FILE, file, err))
		return false;
	*id = sqlite3_last_insert_rowid(corpus->db);
	return gather(corpus, *id, file, err);
}

bool corpus_put(struct corpus *corpus, const struct corpus_file *file, struct err *err)
{
	struct corpus_noted noted;
	bool done = corpus_look_up(corpus, file->path, &noted, err);

	if (done && !noted.there)
		done = add_file(corpus, &noted.id, file, err);
	else if (done && memcmp(&noted.digest, &file->digest, sizeof noted.digest) != 0)
		done = change_file(corpus, noted.id, file, err);
	return done && take_name(corpus, noted.id, file->name, err);
}
