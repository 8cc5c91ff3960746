/*
 * What all questions to the database share.
 */
#include "corpus_parts.h"

#include <string.h>

bool corpus_damaged(const struct corpus *corpus, struct err *err)
{
	return err_set(err, ERR_FORMAT, "%s: is damaged; delete it, and it is made anew",
		       corpus->name);
}

/* Of what the system said SQLite tells only that it said no. */
static bool fail_for(const struct corpus *corpus, const char *why, struct err *err)
{
	const int number = sqlite3_system_errno(corpus->db);

	if (number)
		return err_system(err, number, "%s: can't be used as an index", corpus->name);
	return err_set(err, ERR_SYSTEM, "%s: can't be used as an index: %s", corpus->name, why);
}

bool corpus_fail(const struct corpus *corpus, struct err *err)
{
	switch (sqlite3_errcode(corpus->db)) {
	case SQLITE_NOMEM:
		return err_memory(err);
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return err_set(err, ERR_SYSTEM, "%s: another program is writing it; try again",
			       corpus->name);
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		return corpus_damaged(corpus, err);
	case SQLITE_READONLY:
		return fail_for(corpus, "it or its directory is read-only", err);
	default:
		return fail_for(corpus, sqlite3_errmsg(corpus->db), err);
	}
}

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
