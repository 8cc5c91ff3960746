/*
 * Opening an index: it is ours, or it is refused before anything is written. A name is never
 * taken for a URI, and nothing that the file brings along (triggers, views) runs.
 */
#include "brief.h"
#include "corpus_parts.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define APPLICATION 0x6469706C /* "dipl" */
#define VERSION	    1

/* What every SQLite database begins with, its NUL too; and where it says whose it is. */
static const char magic[16] = "SQLite format 3", mark[4] = "dipl";
#define MARK_AT 68
#define HEAD	72

static const char schema[] =
	"CREATE TABLE files(id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE,"
	" digest BLOB NOT NULL, prints BLOB NOT NULL);"
	"CREATE TABLE prints(print INTEGER NOT NULL, file INTEGER NOT NULL,"
	" PRIMARY KEY(print, file)) WITHOUT ROWID;"
	"PRAGMA application_id = 0x6469706C;"
	"PRAGMA user_version = 1;";

static const char scratch[] =
	"PRAGMA temp_store = MEMORY;"
	"PRAGMA cache_size = -65536;"
	"CREATE TEMP TABLE given(file INTEGER PRIMARY KEY, name TEXT NOT NULL);"
	"CREATE TEMP TABLE told(file INTEGER PRIMARY KEY);";

static const char *const statements[CORPUS_STATEMENTS] = {
	[CORPUS_BEGIN_READING] = "BEGIN",
	[CORPUS_BEGIN] = "BEGIN IMMEDIATE",
	[CORPUS_COMMIT] = "COMMIT",
	[CORPUS_FILE_AT] = "SELECT id, digest FROM main.files WHERE path = ?1",
	[CORPUS_FILE] = "SELECT path, digest, name FROM main.files"
			" LEFT JOIN temp.given ON given.file = files.id WHERE id = ?1",
	[CORPUS_PRINTS] = "SELECT prints FROM main.files WHERE id = ?1",
	[CORPUS_ADD_FILE] = "INSERT INTO main.files(path, digest, prints) VALUES(?1, ?2, ?3)",
	[CORPUS_CHANGE_FILE] = "UPDATE main.files SET digest = ?2, prints = ?3 WHERE path = ?1",
	[CORPUS_ADD_PRINT] = "INSERT OR IGNORE INTO main.prints VALUES(?1, ?2)",
	[CORPUS_DROP_PRINT] = "DELETE FROM main.prints WHERE print = ?1 AND file = ?2",
	[CORPUS_FIND_PRINT] = "SELECT file FROM main.prints WHERE print = ?1 AND file < ?2"
			      " ORDER BY file LIMIT 64",
	[CORPUS_NAME] = "INSERT OR REPLACE INTO temp.given VALUES(?1, ?2)",
	[CORPUS_TELL] = "INSERT OR IGNORE INTO temp.told VALUES(?1)",
};

static bool refuse(const char *name, struct err *err)
{
	return err_set(err, ERR_FORMAT, "%s: is no index of diple", name);
}

/* Ours, or nothing yet: it is written with its mark in one step. */
static bool is_ours(const unsigned char *head, size_t len)
{
	return !len || (len == HEAD && !memcmp(head, magic, sizeof magic) &&
			!memcmp(head + MARK_AT, mark, sizeof mark));
}

static bool check_head(int fd, const char *name, struct err *err)
{
	unsigned char head[HEAD];
	struct stat stat;
	ssize_t got;

	if (fstat(fd, &stat) < 0)
		return err_system(err, errno, "%s: can't be read", name);
	if (!S_ISREG(stat.st_mode))
		return refuse(name, err);
	got = pread(fd, head, sizeof head, 0);
	if (got < 0)
		return err_system(err, errno, "%s: can't be read", name);
	return is_ours(head, (size_t)got) || refuse(name, err);
}

/* Of a file that can't be made SQLite says only that it isn't there. */
static int open_or_make(const char *path)
{
	const int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK;
	int fd = open(path, flags);

	return fd < 0 && errno == ENOENT ? open(path, flags | O_CREAT, 0644) : fd;
}

/*
 * SQLite would take a short file for an empty database, wait for a named pipe, and write into
 * another program's database where that program was killed amid its work. So of what is
 * damaged behind this it may be said that it can be deleted.
 */
static bool check_file(const char *path, const char *name, struct err *err)
{
	int fd = open_or_make(path);
	bool fits;

	if (fd < 0)
		return err_system(err, errno, "%s: can't be used as an index", name);
	fits = check_head(fd, name, err);
	close(fd);
	return fits;
}

static bool run(struct corpus *corpus, const char *sql, struct err *err)
{
	return sqlite3_exec(corpus->db, sql, NULL, NULL, NULL) == SQLITE_OK ||
	       corpus_fail(corpus, err);
}

static bool ask(struct corpus *corpus, const char *sql, int *answer, struct err *err)
{
	sqlite3_stmt *statement = NULL;
	bool done = sqlite3_prepare_v2(corpus->db, sql, -1, &statement, NULL) == SQLITE_OK &&
		    sqlite3_step(statement) == SQLITE_ROW;

	if (done)
		*answer = sqlite3_column_int(statement, 0);
	else
		corpus_fail(corpus, err);
	sqlite3_finalize(statement);
	return done;
}

/* True if it is ours or empty, which `made` tells. */
static bool check_owner(struct corpus *corpus, bool *made, struct err *err)
{
	int application, version, tables;

	if (!ask(corpus, "PRAGMA application_id", &application, err) ||
	    !ask(corpus, "PRAGMA user_version", &version, err) ||
	    !ask(corpus, "SELECT count(*) FROM main.sqlite_master", &tables, err))
		return false;
	*made = application == APPLICATION;
	if (*made && version != VERSION)
		return err_set(err, ERR_FORMAT, "%s: is of another version of diple",
			       corpus->name);
	return *made || (!application && !version && !tables) || refuse(corpus->name, err);
}

/* The same as it was at one moment: another process may just be making it. */
static bool look(struct corpus *corpus, bool *made, struct err *err)
{
	bool done = run(corpus, "BEGIN", err) && check_owner(corpus, made, err);

	corpus_rollback(corpus);
	return done;
}

/* Looks again under the lock: another process may have been as quick. */
static bool make_tables(struct corpus *corpus, struct err *err)
{
	bool made, done;

	done = run(corpus, "BEGIN IMMEDIATE", err) && check_owner(corpus, &made, err) &&
	       (made || run(corpus, schema, err)) && run(corpus, "COMMIT", err);
	corpus_rollback(corpus);
	return done;
}

static bool prepare(struct corpus *corpus, struct err *err)
{
	bool made;

	if (!look(corpus, &made, err) || (!made && !make_tables(corpus, err)) ||
	    !run(corpus, scratch, err))
		return false;
	for (size_t i = 0; i < CORPUS_STATEMENTS; i++) {
		if (sqlite3_prepare_v3(corpus->db, statements[i], -1, SQLITE_PREPARE_PERSISTENT,
				       &corpus->statements[i], NULL) != SQLITE_OK)
			return corpus_fail(corpus, err);
	}
	return true;
}

/* "./" before a name: then it is neither a URI nor one of those with a meaning. */
static bool open_database(struct corpus *corpus, const char *path, struct err *err)
{
	const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
	char *name = NULL;
	bool done;

	if (path && asprintf(&name, "%s%s", *path == '/' ? "" : "./", path) < 0)
		return err_memory(err);
	done = sqlite3_open_v2(path ? name : ":memory:", &corpus->db, flags, NULL) == SQLITE_OK;
	free(name);
	if (!corpus->db)
		return err_memory(err);
	return done || corpus_fail(corpus, err);
}

static void disarm(struct corpus *corpus, int patience)
{
	sqlite3_busy_timeout(corpus->db, patience);
	sqlite3_db_config(corpus->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(corpus->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
	sqlite3_db_config(corpus->db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
	sqlite3_db_config(corpus->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
}

static char *name_for_messages(const char *path)
{
	struct buf name = BUF_EMPTY;
	char *copy;

	brief_name(&name, path ? path : "the reading list");
	copy = name.failed ? NULL : strdup(name.at);
	buf_release(&name);
	return copy;
}

static bool open_index(struct corpus *corpus, const char *path, int patience, struct err *err)
{
	corpus->name = name_for_messages(path);
	if (!corpus->name)
		return err_memory(err);
	if ((path && !check_file(path, corpus->name, err)) || !open_database(corpus, path, err))
		return false;
	disarm(corpus, patience);
	return prepare(corpus, err);
}

bool corpus_open(struct corpus **opened, const char *path, int patience, struct err *err)
{
	struct corpus *corpus = calloc(1, sizeof *corpus);

	if (!corpus)
		return err_memory(err);
	if (!open_index(corpus, path, patience, err)) {
		corpus_close(corpus);
		return false;
	}
	*opened = corpus;
	return true;
}

void corpus_close(struct corpus *corpus)
{
	if (!corpus)
		return;
	for (size_t i = 0; i < CORPUS_STATEMENTS; i++)
		sqlite3_finalize(corpus->statements[i]);
	sqlite3_close(corpus->db);
	free(corpus->rows.items);
	free(corpus->files.items);
	free(corpus->name);
	free(corpus);
}
