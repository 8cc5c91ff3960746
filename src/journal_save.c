/*
 * Saving, from the best place to the last: beside the article; in the state
 * directory; held in memory and in the pending file, as unsaved. Locks are
 * taken in that order, so that no two programs wait for each other.
 */
#include "journal_parts.h"

#include <stdio.h>

/* New lines go to the state directory from now on; `trouble` says why. */
static bool lock_elsewhere(struct journal *journal, int patience, struct err *err)
{
	if (!journal_attach(journal, JOURNAL_STATE, true, err) ||
	    !journal_lock_file(journal, JOURNAL_STATE, patience, err))
		return false;
	journal->home = JOURNAL_STATE;
	return true;
}

static bool lock_home(struct journal *journal, int patience, struct err *err)
{
	if (!*journal->path)
		return err_set(err, ERR_USAGE,
			       "standard input has no place for marks; "
			       "save the text under a name first");
	if (journal->home == JOURNAL_STATE)
		return lock_elsewhere(journal, patience, err);
	if (journal_lock_file(journal, JOURNAL_BESIDE, patience, err))
		return true;
	/* Another program that is writing, or no memory, is no reason to go elsewhere. */
	if (err->kind == ERR_LIMIT || err->kind == ERR_MEMORY)
		return false;
	journal->trouble = *err;
	return lock_elsewhere(journal, patience, err);
}

/* Locks the pending file if there is one, which takes in what others left in it. */
static bool lock_pending(struct journal *journal, struct err *err)
{
	struct sidecar *car = &journal->files[JOURNAL_PENDING];

	return journal_attach(journal, JOURNAL_PENDING, false, err) &&
	       journal->open[JOURNAL_PENDING] &&
	       journal_read_file(journal, JOURNAL_PENDING, err) && car->fd >= 0 &&
	       journal_lock_file(journal, JOURNAL_PENDING, 0, err);
}

/* What was unsaved goes to the file that is locked, and the pending file goes. */
static bool flush(struct journal *journal, struct err *err)
{
	struct sidecar *home = &journal->files[journal->home];
	struct sidecar *pending = &journal->files[JOURNAL_PENDING];
	struct err ignored;
	uint64_t offset;
	bool done;

	if (!journal_unsaved(journal))
		return true;
	/* Without that lock our own lines are saved all the same; the file stays. */
	(void)!lock_pending(journal, &ignored);
	done = home->suspect ? sidecar_rescue(home, &journal->unsaved, &offset, err)
			     : sidecar_append(home, &journal->unsaved, &offset, err);
	if (done) {
		marks_settle(journal->marks, (uint8_t)journal->home, offset);
		buf_clear(&journal->unsaved);
		if (pending->locked)
			(void)!sidecar_remove(pending, &ignored);
	}
	sidecar_unlock(pending);
	return done || journal_explain(journal, journal->home, err);
}

bool journal_begin(struct journal *journal, int patience, struct err *err)
{
	if (lock_home(journal, patience, err)) {
		if (journal_read(journal, err)) {
			/* A commit tries once more, and says so itself. */
			(void)!flush(journal, &journal->trouble);
			return true;
		}
		journal_end(journal);
	}
	journal->trouble = *err;
	return false;
}

void journal_end(struct journal *journal)
{
	for (enum journal_file file = 0; file < JOURNAL_FILES; file++)
		sidecar_unlock(&journal->files[file]);
}

/* To the disk, beside the article or elsewhere. */
static bool save(struct journal *journal, const struct buf *lines, uint64_t *offset,
		 struct err *err)
{
	struct err ignored;

	if (!journal->files[journal->home].locked) {
		*err = journal->trouble;
		return false;
	}
	if (sidecar_append(&journal->files[journal->home], lines, offset, err))
		return true;
	journal_explain(journal, journal->home, err);
	journal->trouble = *err;
	if (journal->home == JOURNAL_STATE || !lock_elsewhere(journal, 0, &ignored))
		return false;
	if (sidecar_append(&journal->files[JOURNAL_STATE], lines, offset, &ignored))
		return true;
	journal->home = JOURNAL_BESIDE;
	return false;
}

static bool write_pending(struct journal *journal, const struct buf *lines, struct err *err)
{
	struct sidecar *car = &journal->files[JOURNAL_PENDING];
	uint64_t offset;
	bool done;

	if (!*journal->path || !journal_attach(journal, JOURNAL_PENDING, true, err) ||
	    !journal_lock_file(journal, JOURNAL_PENDING, 0, err))
		return false;
	done = sidecar_append(car, lines, &offset, err);
	sidecar_unlock(car);
	return done;
}

/* Keeps the lines as unsaved; `err` says why already, and now also where they are. */
static bool hold(struct journal *journal, const struct buf *lines, struct err *err)
{
	const struct err why = *err;
	struct err failure;
	bool written = write_pending(journal, lines, &failure);
	const struct marks_input input = { .offset = journal->unsaved.len,
					   .file = JOURNAL_PENDING,
					   .unsaved = true };

	buf_add(&journal->unsaved, lines->at, lines->len);
	if (!buf_ok(&journal->unsaved, err) ||
	    !journal_take(journal, lines->at, lines->len, input, err))
		return false;
	if (written)
		snprintf(err->text, sizeof err->text,
			 "%.300s; unsaved marks are kept in %.140s/unsaved and tried again",
			 why.text, journal->state);
	else
		snprintf(err->text, sizeof err->text,
			 "%.300s; unsaved marks are in memory only and are tried again",
			 why.text);
	return false;
}

bool journal_commit(struct journal *journal, const struct buf *lines, struct err *err)
{
	struct marks_input input = { .unsaved = false };
	struct err ignored;

	if (!buf_ok(lines, err))
		return false;
	if (!lines->len)
		return true;
	if (!save(journal, lines, &input.offset, err))
		return hold(journal, lines, err);
	input.file = (uint8_t)journal->home;
	/* They are on disk whatever happens here; without memory the next reading takes them.
	 */
	if (!journal_take(journal, lines->at, lines->len, input, &ignored))
		journal->files[journal->home].seen = input.offset;
	return true;
}

bool journal_retry(struct journal *journal, int patience, struct err *err)
{
	if (!journal_unsaved(journal))
		return true;
	if (!journal_begin(journal, patience, err))
		return false;
	journal_end(journal);
	if (!journal_unsaved(journal))
		return true;
	*err = journal->trouble;
	return false;
}
