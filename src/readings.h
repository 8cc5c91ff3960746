/*
 * A reading list: files read one after another, in which what an earlier one said folds in a
 * later one. Which earlier files share words with a text is asked of an index (corpus.h), in
 * memory or kept on disk; those files are then read, and stand before the text in its folds
 * (fold.h). So a hidden paragraph was compared with its original's bytes as they are now, and
 * nothing that the index says can hide anything.
 *
 *	readings_open(&readings, &options, &err);
 *	readings_note(readings, paths, count, &err);	in batches, in the order of reading
 *	for each path
 *		readings_find(readings, path, &text, &earlier, &err);
 *		earlier_feed(&earlier, &folds, &err);
 *		… the text's own paragraphs
 */
#ifndef READINGS_H
#define READINGS_H

#include "fold.h"
#include "paragraph.h"

/* Longer texts are not compared with others, and no more of them together: bytes and texts. */
#define READINGS_BYTES ((size_t)16 << 20)
#define READINGS_TEXTS 16

struct readings;

struct readings_options {
	const char *index; /* a file; NULL: the list is forgotten at the end */
	enum paragraph_mode mode;
	int patience; /* how long to wait for another process: milliseconds */
	/* Told one sentence where something is left out that a person might expect. */
	void (*say)(void *to, const char *sentence);
	void *to;
};

MUST_USE bool readings_open(struct readings **readings, const struct readings_options *options,
			    struct err *err);
void readings_close(struct readings *readings);

/*
 * Notes files, in the order of reading, for those behind them. All are read before the index is
 * locked, and where nothing is new it is not locked at all; one transaction, or a few where
 * there is much. Standard input ("-" or NULL) is passed over, as is a file that can't be read:
 * whoever reads it will say so. Cost: reading those that are not too long.
 */
MUST_USE bool readings_note(struct readings *readings, const char *const *paths, size_t count,
			    struct err *err);

/* The earlier texts of one, in the order in which they were noted. */
struct earlier {
	struct earlier_text {
		char *name; /* as given, or the whole path: raw */
		struct text text;
		enum paragraph_mode mode;
	} * items;
	size_t count, capacity;
};

/*
 * Finds the texts that share most with `text`, among those noted before `path`; among all,
 * where that is standard input or was not noted. Files that are gone or changed since are no
 * evidence: they are left out. All-zero is empty; what is found stays for as long as the folds
 * that it is fed to, also where this fails. Cost: reading READINGS_BYTES at most.
 */
MUST_USE bool readings_find(struct readings *readings, const char *path,
			    const struct text *text, struct earlier *earlier, struct err *err);
void earlier_release(struct earlier *earlier);

/* Feeds them to `folds`, which is empty, and leaves each: the text itself comes next. */
MUST_USE bool earlier_feed(const struct earlier *earlier, struct folds *folds, struct err *err);

#endif
