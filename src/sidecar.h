/*
 * One append-only file of lines that several programs write at once: the
 * protocol that keeps every acknowledged line.
 *
 * Reading takes no lock: a half-arrived line has no LF yet. Appending holds an
 * OFD write lock on the file's inode, checks after locking that the name still
 * leads to that inode, takes in what others wrote, never glues to a torn tail,
 * writes once and calls fdatasync. What is acknowledged is on disk.
 *
 * Lines are bytes here. marks.h knows what they mean.
 *
 *	sidecar_open(&car, directory, "news.txt.ann.jsonl", &err);
 *	sidecar_read(&car, &reader, &err);
 *	…
 *	if (sidecar_lock(&car, 5000, &reader, &err)) {
 *		saved = sidecar_append(&car, &lines, &offset, &err);
 *		sidecar_unlock(&car);
 *	}
 */
#ifndef SIDECAR_H
#define SIDECAR_H

#include "buf.h"
#include "compiler.h"
#include "err.h"

#include <stdint.h>
#include <sys/stat.h>
#include <sys/types.h>

/* Who takes the lines in. */
struct sidecar_reader {
	void *to;
	/*
	 * One whole line without its LF, and where it begins in the file. `len` may be
	 * 0. A line longer than W3C_LINE_MAX comes with `line` NULL. False stops reading.
	 */
	bool (*line)(void *to, uint64_t offset, const char *line, size_t len);
	/* The file was replaced, cut or removed: what came before doesn't count; all comes
	 * again. */
	bool (*again)(void *to);
};

struct sidecar {
	int directory; /* borrowed: everything is opened relative to it */
	char *name;    /* owned */
	int fd;	       /* -1 while the file is not there */
	dev_t device;
	ino_t inode;
	uint64_t seen; /* bytes taken in: behind the last LF */
	uint64_t torn; /* bytes behind the last LF when last looked at: a torn tail */
	bool writable; /* may be appended to, or made */
	bool suspect;  /* an fdatasync failed: what the kernel says of it can't be believed */
	bool created;  /* by us, and its directory isn't synced yet */
	bool replaced; /* another file than before stands there: all lines come again */
	bool locked;
	mode_t mode; /* for a new file */
	gid_t group; /* (gid_t)-1: the user's own */
};

/*
 * `directory` is an O_PATH or O_RDONLY descriptor that outlives the sidecar. The members
 * `mode` and `group`, set to the user's own, are for the day the file is made. A file that is
 * not there is no error. A symbolic link, a FIFO, a directory is: ERR_FORMAT. No permission to
 * write makes it readable only.
 */
MUST_USE bool sidecar_open(struct sidecar *car, int directory, const char *name,
			   struct err *err);
void sidecar_close(struct sidecar *car);

/* From now on as if nothing had been taken in: the next read gives all lines, without again().
 */
void sidecar_rewind(struct sidecar *car);

/* Takes in what is new since last time, up to the last LF. */
MUST_USE bool sidecar_read(struct sidecar *car, const struct sidecar_reader *reader,
			   struct err *err);

/*
 * Locks, trying for `patience` milliseconds, checks the inode, makes the file
 * if it is not there, and takes in what is new. On failure nothing is locked.
 */
MUST_USE bool sidecar_lock(struct sidecar *car, int patience,
			   const struct sidecar_reader *reader, struct err *err);

/*
 * Appends whole lines (each ends in LF), all or nothing, and waits for the disk. Only
 * while locked. The lines count as seen: the reader doesn't get them; *offset is where
 * they begin. After a failed fdatasync the file is suspect and takes no more. What was
 * written of lines that failed is cut off again.
 */
MUST_USE bool sidecar_append(struct sidecar *car, const struct buf *lines, uint64_t *offset,
			     struct err *err);

void sidecar_unlock(struct sidecar *car);

/*
 * Saves a suspect or damaged disk's file anew: all its bytes and `lines` into a fresh
 * inode, synced, renamed over the name. Only while locked; the lock moves along. *offset
 * is where `lines` begin. A file with several hard links is left alone.
 */
MUST_USE bool sidecar_rescue(struct sidecar *car, const struct buf *lines, uint64_t *offset,
			     struct err *err);

/* Reads `len` bytes at `offset` back, into `out`. */
MUST_USE bool sidecar_fetch(const struct sidecar *car, uint64_t offset, size_t len,
			    struct buf *out, struct err *err);

/* Removes the file, while locked; that unlocks. */
MUST_USE bool sidecar_remove(struct sidecar *car, struct err *err);

#endif
