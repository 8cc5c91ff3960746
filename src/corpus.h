/*
 * The index of a reading list: which files share words. One SQLite database, on disk or in
 * memory; two tables, which other programs may read:
 *
 *	files   id, in the order in which files were first noted; path; digest of the bytes
 *	        (XXH3-128); prints, those below once more, to be found when they change
 *	prints  print, file: a sample of the file's 3-grams (fold_prints.h)
 *
 * It answers a question and proves nothing: files may be gone or changed since, prints may
 * meet by chance or by art. Whoever asks reads the files.
 *
 * Several processes may use one. Files are noted in batches, each in a transaction:
 *
 *	if (corpus_lacks(corpus, &file, &lacks, &err) && lacks)		for each file
 *		…
 *	done = corpus_begin(corpus, &err);
 *	done = done && corpus_put(corpus, &file, &err);			for each that is lacking
 *	done = done && corpus_commit(corpus, &err);
 *	if (!done)
 *		corpus_rollback(corpus);
 *
 * A file keeps its place in the order when it changes, and only earlier ones are ever found
 * for it: so of two files that repeat each other one is shown.
 */
#ifndef CORPUS_H
#define CORPUS_H

#include "compiler.h"
#include "err.h"
#include "hash.h"

#include <stddef.h>
#include <stdint.h>

struct corpus;

/*
 * Opens the index at `path`, made if it isn't there; NULL: one in memory. Another program's
 * file is refused and stays as it is. `patience`: how long to wait for another process,
 * milliseconds. The error names the file.
 */
MUST_USE bool corpus_open(struct corpus **corpus, const char *path, int patience,
			  struct err *err);
void corpus_close(struct corpus *corpus);

/* A file that is noted; all borrowed. */
struct corpus_file {
	const char *path; /* absolute, and the same for one file always */
	const char *name; /* as it was given; kept until the corpus is closed */
	struct fingerprint digest;
	const uint64_t *prints; /* sorted, each once */
	size_t count;
};

/* Waits for the lock. */
MUST_USE bool corpus_begin(struct corpus *corpus, struct err *err);
MUST_USE bool corpus_commit(struct corpus *corpus, struct err *err);
/* Ends a batch that was begun and not committed, if there is one: nothing of it is noted. */
void corpus_rollback(struct corpus *corpus);

/* Takes the name. `lacks`: the file, as it is, is not noted yet; prints are not looked at. */
MUST_USE bool corpus_lacks(struct corpus *corpus, const struct corpus_file *file, bool *lacks,
			   struct err *err);

/* Notes it, in place of what was noted of it before; as it is noted already, only its name. */
MUST_USE bool corpus_put(struct corpus *corpus, const struct corpus_file *file,
			 struct err *err);

/* Files that have some of the prints asked for; the weightiest first, then the oldest. */
struct corpus_hits {
	struct corpus_hit {
		int64_t file;
		size_t weight; /* 2 for each print in common; 1 if more than 8 files have it */
	} * items;
	size_t count, capacity;
};

/* Less is no reason to look: one print, or two that many texts have. */
#define CORPUS_WEIGHT_MIN 3

/*
 * Fills `hits`, which is released by free(hits->items), with files of some weight that were
 * noted before `path`, or with all if `path` is NULL or was not noted. Of a print that many
 * files have, the oldest 64 count. Cost: the prints asked for, hardly the size of the index.
 */
struct corpus_question {
	const char *path;
	const uint64_t *prints;
	size_t count;
};
MUST_USE bool corpus_find(struct corpus *corpus, const struct corpus_question *question,
			  struct corpus_hits *hits, struct err *err);

/* What is known of a file; both strings owned by the caller. All-zero is empty. */
struct corpus_source {
	char *path;
	char *name; /* as given since the corpus was opened; else the path */
	struct fingerprint digest;
};

/* Fills as many sources as there are hits, at one moment; all are to be released, also where
 * this fails. */
MUST_USE bool corpus_sources(struct corpus *corpus, const struct corpus_hit *hits, size_t count,
			     struct corpus_source *sources, struct err *err);
void corpus_source_release(struct corpus_source *source);

/* True the first time it is asked for a file since the corpus was opened. */
bool corpus_first_time(struct corpus *corpus, int64_t file);

#endif
