/*
 * What all questions to the database share.
 */
#include "corpus_parts.h"

#include <string.h>

sqlite3_stmt *corpus_statement(const struct corpus *corpus, enum corpus_statement which)
{
	return corpus->statements[which];
}

void corpus_bind_text(sqlite3_stmt *to, int n, const char *text)
{
	sqlite3_bind_text(to, n, text, -1, SQLITE_STATIC);
}

bool corpus_finish(struct corpus *corpus, enum corpus_statement which, struct err *err)
{
	sqlite3_stmt *const it = corpus_statement(corpus, which);
	const bool done = sqlite3_step(it) == SQLITE_DONE || corpus_fail(corpus, err);

	sqlite3_reset(it);
	sqlite3_clear_bindings(it);
	return done;
}

bool corpus_next(struct corpus *corpus, enum corpus_statement which, bool *row, struct err *err)
{
	const int code = sqlite3_step(corpus_statement(corpus, which));

	*row = code == SQLITE_ROW;
	return *row || code == SQLITE_DONE || corpus_fail(corpus, err);
}

void corpus_rollback(struct corpus *corpus)
{
	if (!sqlite3_get_autocommit(corpus->db))
		sqlite3_exec(corpus->db, "ROLLBACK", NULL, NULL, NULL);
	corpus->rows.count = corpus->files.count = 0;
}

struct fingerprint corpus_digest(sqlite3_stmt *from)
{
	struct fingerprint digest = { { 0 } };

	if (sqlite3_column_bytes(from, 1) == sizeof digest.bytes)
		memcpy(digest.bytes, sqlite3_column_blob(from, 1), sizeof digest.bytes);
	return digest;
}

bool corpus_look_up(struct corpus *corpus, const char *path, struct corpus_noted *noted,
		    struct err *err)
{
	sqlite3_stmt *const it = corpus_statement(corpus, CORPUS_FILE_AT);
	bool done;

	*noted = (struct corpus_noted){ 0 };
	corpus_bind_text(it, 1, path);
	done = corpus_next(corpus, CORPUS_FILE_AT, &noted->there, err);
	if (noted->there) {
		noted->id = sqlite3_column_int64(it, 0);
		noted->digest = corpus_digest(it);
	}
	sqlite3_reset(it);
	return done;
}
