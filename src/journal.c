#include "journal_parts.h"

#include <string.h>

/* While files are replaced under our eyes one reading begins anew at most so often. */
#define READINGS_MAX 16

bool journal_take(struct journal *journal, const char *lines, size_t len,
		  struct marks_input from, struct err *err)
{
	const char *end = lines + len, *lf;

	while ((lf = memchr(lines, '\n', (size_t)(end - lines)))) {
		from.line = lines;
		from.len = (size_t)(lf - lines);
		if (!marks_take(journal->marks, &from, err))
			return false;
		from.offset += from.len + 1;
		lines = lf + 1;
	}
	return true;
}

/* What an earlier session couldn't save is ours to save: held as if it were of this one. */
static bool hold_pending(struct journal *journal, struct marks_input *input)
{
	if (!input->line)
		return err_set(&journal->failure, ERR_LIMIT, "an unsaved line is too long");
	input->offset = journal->unsaved.len;
	input->unsaved = true;
	buf_add(&journal->unsaved, input->line, input->len);
	buf_add_char(&journal->unsaved, '\n');
	return buf_ok(&journal->unsaved, &journal->failure);
}

static bool take_line(void *to, uint64_t offset, const char *line, size_t len)
{
	struct journal *journal = to;
	struct marks_input input = { line, len, offset, (uint8_t)journal->reading, false };

	if (journal->reading == JOURNAL_PENDING && !hold_pending(journal, &input))
		return false;
	journal->changes++;
	return marks_take(journal->marks, &input, &journal->failure);
}

static bool take_again(void *to)
{
	struct journal *journal = to;
	const struct marks_input unsaved = { .file = JOURNAL_PENDING, .unsaved = true };

	if (journal->reading == JOURNAL_PENDING)
		return true;
	journal->changes++;
	journal->again = true;
	marks_clear(journal->marks);
	for (enum journal_file file = JOURNAL_BESIDE; file <= JOURNAL_STATE; file++)
		sidecar_rewind(&journal->files[file]);
	return journal_take(journal, journal->unsaved.at, journal->unsaved.len, unsaved,
			    &journal->failure);
}

static struct sidecar_reader reader_of(struct journal *journal, enum journal_file file)
{
	journal->reading = file;
	err_clear(&journal->failure);
	return (struct sidecar_reader){ journal, take_line, take_again };
}

/* What the marks said counts more than that reading stopped. */
static bool read_failed(const struct journal *journal, enum journal_file file, struct err *err)
{
	if (journal->failure.kind != ERR_NONE) {
		*err = journal->failure;
		return false;
	}
	return journal_explain(journal, file, err);
}

bool journal_read_file(struct journal *journal, enum journal_file file, struct err *err)
{
	const struct sidecar_reader reader = reader_of(journal, file);

	return sidecar_read(&journal->files[file], &reader, err) ||
	       read_failed(journal, file, err);
}

bool journal_lock_file(struct journal *journal, enum journal_file file, int patience,
		       struct err *err)
{
	const struct sidecar_reader reader = reader_of(journal, file);

	return sidecar_lock(&journal->files[file], patience, &reader, err) ||
	       read_failed(journal, file, err);
}

/* Both sidecars; and again, where the second turned out to be another file than before. */
static bool read_sidecars(struct journal *journal, struct err *err)
{
	for (int reading = 0; reading < READINGS_MAX; reading++) {
		journal->again = false;
		for (enum journal_file file = JOURNAL_BESIDE; file <= JOURNAL_STATE; file++) {
			if (journal->open[file] && !journal_read_file(journal, file, err))
				return false;
		}
		if (!journal->again)
			break;
	}
	return true;
}

bool journal_read(struct journal *journal, struct err *err)
{
	if (!journal_attach(journal, JOURNAL_STATE, false, err) || !read_sidecars(journal, err))
		return false;
	if (journal->begun)
		return true;
	journal->begun = true;
	if (!journal_attach(journal, JOURNAL_PENDING, false, err))
		return false;
	return !journal->open[JOURNAL_PENDING] ||
	       journal_read_file(journal, JOURNAL_PENDING, err);
}

bool journal_unsaved(const struct journal *journal)
{
	return journal->unsaved.len > 0;
}

bool journal_elsewhere(const struct journal *journal)
{
	return journal->home == JOURNAL_STATE;
}

bool journal_line(const struct journal *journal, const struct mark_line *line, struct buf *out,
		  struct err *err)
{
	const struct buf *unsaved = &journal->unsaved;

	if (!line->unsaved) {
		struct err raw;

		if (sidecar_fetch(&journal->files[line->file], line->offset, line->len, out,
				  &raw))
			return true;
		*err = raw;
		return journal_explain(journal, line->file, err);
	}
	if (line->offset > unsaved->len || line->len > unsaved->len - line->offset)
		return err_set(err, ERR_MISSING, "an unsaved line is not there any more");
	buf_add(out, unsaved->at + line->offset, line->len);
	return buf_ok(out, err);
}
