/*
 * What the parts of the corpus share. Nobody else includes this.
 *
 *	corpus.c	opens and closes
 *	corpus_run.c	statements
 *	corpus_note.c	batches of files
 *	corpus_find.c	questions
 */
#ifndef CORPUS_PARTS_H
#define CORPUS_PARTS_H

#include "corpus.h"

#include <sqlite3.h>

enum corpus_statement {
	CORPUS_BEGIN_READING,
	CORPUS_BEGIN,
	CORPUS_COMMIT,
	CORPUS_FILE_AT,
	CORPUS_FILE,
	CORPUS_PRINTS,
	CORPUS_ADD_FILE,
	CORPUS_CHANGE_FILE,
	CORPUS_ADD_PRINT,
	CORPUS_DROP_PRINT,
	CORPUS_FIND_PRINT,
	CORPUS_NAME,
	CORPUS_TELL,
	CORPUS_STATEMENTS,
};

struct corpus {
	sqlite3 *db;
	char *name; /* for messages */
	sqlite3_stmt *statements[CORPUS_STATEMENTS];
	struct {
		struct corpus_row {
			uint64_t print;
			int64_t file;
		} * items;
		size_t count, capacity;
	} rows; /* of the batch, not written yet */
	struct {
		int64_t *items;
		size_t count, capacity;
	} files; /* that these rows are of */
};

/* What stands of a file in the index. */
struct corpus_noted {
	bool there;
	int64_t id;
	struct fingerprint digest;
};

sqlite3_stmt *corpus_statement(const struct corpus *corpus, enum corpus_statement which);
void corpus_bind_text(sqlite3_stmt *to, int n, const char *text);

/* Runs a statement that answers nothing, and makes it ready again. */
MUST_USE bool corpus_finish(struct corpus *corpus, enum corpus_statement which,
			    struct err *err);
/* The next row of an answer. False where it failed. */
MUST_USE bool corpus_next(struct corpus *corpus, enum corpus_statement which, bool *row,
			  struct err *err);

/* The digest in a row's second column. One of another length is none: it equals no file's. */
struct fingerprint corpus_digest(sqlite3_stmt *from);

MUST_USE bool corpus_look_up(struct corpus *corpus, const char *path,
			     struct corpus_noted *noted, struct err *err);

/* Both return false. What SQLite could not do: */
bool corpus_fail(const struct corpus *corpus, struct err *err);
/* What is in the file can't be: */
bool corpus_damaged(const struct corpus *corpus, struct err *err);

#endif
