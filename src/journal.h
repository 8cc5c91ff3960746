/*
 * Where the marks of one article are kept.
 *
 * Beside the article's real file stands its sidecar, NAME.ann.jsonl. Where that
 * can't be written or made, marks go to $XDG_STATE_HOME/diple/sidecars/, and
 * every command reads both. What can't be written anywhere is *unsaved*: it is
 * held here, and in unsaved/ of the state directory, until a later try succeeds.
 *
 *	journal_open(&journal, "news.txt", state, &err);
 *	journal_read(&journal, &err);              now and every two seconds
 *	…
 *	journal_begin(&journal, patience, &err);   locks, takes in what is new
 *	journal_commit(&journal, &lines, &err);    on disk, or held as unsaved
 *	journal_end(&journal);
 */
#ifndef JOURNAL_H
#define JOURNAL_H

#include "marks.h"
#include "sidecar.h"

#define JOURNAL_ENDING ".ann.jsonl"

enum journal_file {
	JOURNAL_BESIDE,	 /* the sidecar beside the article */
	JOURNAL_STATE,	 /* the one in the state directory */
	JOURNAL_PENDING, /* unsaved/ */
	JOURNAL_FILES,
};

struct journal {
	struct marks *marks; /* borrowed: takes the lines in */
	struct sidecar files[JOURNAL_FILES];
	bool open[JOURNAL_FILES];
	int directories[JOURNAL_FILES]; /* descriptors, -1 where not there */
	char *path;		   /* the article's real path, owned; "" for standard input */
	char *state;		   /* the program's state directory, owned, or NULL */
	struct buf unsaved;	   /* whole lines that are on no sidecar yet */
	struct err trouble;	   /* why, or why they go elsewhere */
	enum journal_file home;	   /* the file that new lines go to */
	uint64_t changes;	   /* grows with each line that came from elsewhere */
	enum journal_file reading; /* whose lines are coming in */
	bool begun;		   /* the pending file of earlier sessions was read */
	bool again;		   /* a file was replaced: the others have to come again */
	struct err failure;	   /* of the marks while they took lines */
};

/*
 * `path` names the article, which need not exist any more; the sidecar is looked for
 * beside its real file. "" is standard input, which has no beside: all its lines stay
 * unsaved, in memory. `marks` become readers of this journal, which must hold still until
 * it is closed. `state` is the program's state directory or NULL (no home). A
 * sidecar that can't be used (a link, a FIFO) is an error; one that isn't there is not.
 */
MUST_USE bool journal_open(struct journal *journal, const char *path, const char *state,
			   struct marks *marks, struct err *err);

/* Unsaved lines that are left are in the pending file already. */
void journal_close(struct journal *journal);

/*
 * Takes in what others wrote; `changes` tells whether anything came. The first time also what
 * earlier sessions left unsaved.
 */
MUST_USE bool journal_read(struct journal *journal, struct err *err);

/*
 * Locks the file that new lines go to and takes in what is new, so that what is decided
 * now is decided on the latest state. Waits at most `patience` milliseconds for another
 * program. Falls back to the state directory where the sidecar can't be written. Where
 * nothing can be locked: false, and a commit then holds its lines as unsaved. What is
 * unsaved from before is saved first.
 */
MUST_USE bool journal_begin(struct journal *journal, int patience, struct err *err);

/*
 * Saves whole lines. True: on disk. False: held as unsaved, in the pending file too where
 * that is possible; `err` says what failed and what to do. The marks take them in both ways,
 * unless there is no memory.
 */
MUST_USE bool journal_commit(struct journal *journal, const struct buf *lines, struct err *err);
void journal_end(struct journal *journal);

/* Tries again to save what is unsaved. True if nothing is left unsaved. */
MUST_USE bool journal_retry(struct journal *journal, int patience, struct err *err);

/* True if lines are held that no sidecar has. */
bool journal_unsaved(const struct journal *journal);

/* True if new lines go to the state directory, not beside the article. */
bool journal_elsewhere(const struct journal *journal);

/*
 * True if the state directory `state`, or NULL, keeps marks on the article `path`: so a search
 * of directories finds also those that have no sidecar beside them.
 */
bool journal_kept(const char *path, const char *state);

/* The bytes of a line, from its file or from memory, without its LF. */
MUST_USE bool journal_line(const struct journal *journal, const struct mark_line *line,
			   struct buf *out, struct err *err);

#endif
