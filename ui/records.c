#include "records.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "array.h"
#include "command_text.h"

/* A record on a record on a record…: a chain longer than this is a loop, made by hand. */
enum { TARGETS_MAX = 16 };

/* "news.txt.ann.jsonl" names news.txt. */
static char *article_path(const char *path)
{
	const size_t len = strlen(path), ending = strlen(JOURNAL_ENDING);

	if (len > ending && strcmp(path + len - ending, JOURNAL_ENDING) == 0)
		return strndup(path, len - ending);
	return strdup(path);
}

static void say_kept(struct program *program, const struct records *records)
{
	const struct marks *marks = &records->marks;
	struct err err;

	if (!marks->kept)
		return;
	err_set(&err, ERR_FORMAT,
		"%s%s: %zu lines are no records and stay as they are; "
		"the last is line %zu: %s",
		records->path, JOURNAL_ENDING, marks->kept, marks->kept_line, marks->kept_why);
	program_say(program, err.text);
	if (!marks->git_conflict)
		return;
	err_set(&err, ERR_FORMAT,
		"%s%s: git left conflict markers in it; all lines between "
		"them count",
		records->path, JOURNAL_ENDING);
	program_say(program, err.text);
}

static const struct mark_record *root_of(const struct marks *marks,
					 const struct mark_record *record)
{
	for (int n = 0; record->mark.target && n < TARGETS_MAX; n++) {
		const struct mark_record *target = marks_find(marks, record->mark.target);

		if (!target)
			break;
		record = target;
	}
	return record;
}

/* What has no place is told where it was, as far as there is a line. */
static size_t place_of(struct records *records, const struct record_row *row)
{
	const struct mark *mark = &row->record->mark;
	size_t at = records->text.len;

	if (row->on_text && !span_empty(row->anchor.span))
		return row->anchor.span.start;
	if (mark->placed && mark->start < SIZE_MAX)
		text_offset(&records->text, (size_t)mark->start, &at);
	return at < records->text.len || !at ? at : records->text.len - 1;
}

static void place(struct records *records, struct record_row *row)
{
	const struct mark *mark = &row->record->mark;

	row->on_text = !mark->target && (mark->placed || mark->exact);
	if (row->on_text)
		row->anchor = anchor_find(&records->text, mark);
	row->at = place_of(records, row);
}

/* The row of the record `number`; rows still stand in the order of records. */
static const struct record_row *row_of(const struct records *records, size_t number)
{
	const struct mark_record *record = &records->marks.records.items[number];
	size_t low = 0, high = records->count;

	while (low < high) {
		const size_t middle = low + (high - low) / 2;

		if (records->items[middle].record < record)
			low = middle + 1;
		else
			high = middle;
	}
	return low < records->count && records->items[low].record == record
		       ? &records->items[low]
		       : NULL;
}

static void join_roots(struct records *records)
{
	for (size_t n = 0; n < records->count; n++) {
		struct record_row *row = &records->items[n];
		const struct mark_record *root = root_of(&records->marks, row->record);
		const struct record_row *at;

		row->root = (size_t)(root - records->marks.records.items);
		at = row_of(records, row->root);
		if (at)
			row->at = at->at;
	}
}

static int compare(const void *left, const void *right)
{
	const struct record_row *a = left, *b = right;

	if (a->at != b->at)
		return a->at < b->at ? -1 : 1;
	if (a->root != b->root)
		return a->root < b->root ? -1 : 1;
	return a->record < b->record ? -1 : a->record > b->record;
}

static bool fill(struct records *records, struct err *err)
{
	const struct mark_records *all = &records->marks.records;

	for (size_t n = 0; n < all->count; n++) {
		if (!marks_live(&records->marks, &all->items[n]))
			continue;
		if (!ARRAY_RESERVE(records, 1, err))
			return false;
		records->items[records->count] =
			(struct record_row){ .record = &all->items[n] };
		place(records, &records->items[records->count++]);
	}
	join_roots(records);
	if (records->count)
		qsort(records->items, records->count, sizeof *records->items, compare);
	return true;
}

static bool read_marks(struct program *program, struct records *records, struct err *err)
{
	if (!journal_open(&records->journal, records->path, program->places.state,
			  &records->marks, err)) {
		records->journal.marks = NULL;
		return false;
	}
	return journal_read(&records->journal, err);
}

/* An article that is gone leaves its marks behind: those are told, and that it is gone. */
static bool read_text(struct program *program, struct records *records)
{
	if (command_text(program, records->path, &records->text))
		return true;
	text_borrow(&records->text, "", 0);
	return records->marks.records.count && access(records->path, F_OK) < 0 &&
	       errno == ENOENT;
}

static bool open_all(struct program *program, struct records *records)
{
	struct err err;

	if (!read_marks(program, records, &err))
		return program_trouble(program, &err);
	say_kept(program, records);
	if (!read_text(program, records))
		return false;
	return fill(records, &err) || program_trouble(program, &err);
}

bool records_open(struct program *program, const char *path, struct records *records)
{
	struct err err;

	*records = (struct records){ .path = article_path(path) };
	text_borrow(&records->text, "", 0);
	marks_init(&records->marks);
	if (records->path ? open_all(program, records)
			  : err_memory(&err) || program_trouble(program, &err))
		return true;
	records_close(program, records);
	return false;
}

void records_close(struct program *program, struct records *records)
{
	command_text_done(program, records->path, &records->text);
	if (records->journal.marks)
		journal_close(&records->journal);
	marks_release(&records->marks);
	free(records->items);
	free(records->path);
}

/* What a record says: the quoted words, a note's own, a verdict's. */
static const char *words_of(const struct mark *mark)
{
	const char *const words[] = { mark->target ? mark->note : NULL, mark->exact, mark->note,
				      mark->value };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		if (words[i] && *words[i])
			return words[i];
	}
	return "";
}

void records_plain(struct records *records, const struct record_row *row, const char *remark,
		   struct buf *out)
{
	const struct mark *mark = &row->record->mark;
	const char *words = words_of(mark);

	row_plain(out, &(struct row_plain){
			       .file = records->path,
			       .line = line_number(&records->lines, &records->text, row->at),
			       .kind = mark->kind,
			       .type = mark->type,
			       .words = words,
			       .len = strlen(words),
			       .remark = remark,
		       });
}

void records_check(struct records *records, const struct record_row *row, struct buf *out)
{
	const struct anchor *anchor = &row->anchor;

	row_string(out, "state", anchor_state_names[anchor->state]);
	if (span_empty(anchor->span)) {
		row_null(out, "start");
		row_null(out, "end");
	} else {
		row_span(out, &records->text, anchor->span);
	}
	row_string(out, "why", anchor->why);
}
