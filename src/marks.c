#include "array.h"
#include "marks_parts.h"
#include "w3c.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A note on a note on a note…: a hostile circle of targets ends here. */
#define TARGETS_MAX 64

void marks_init(struct marks *marks)
{
	*marks = (struct marks){ .arena = ARENA_EMPTY };
	map_init(&marks->ids);
	map_init(&marks->step_ids);
	map_init(&marks->names);
}

void marks_release(struct marks *marks)
{
	for (size_t n = 0; n < marks->records.count; n++)
		free(marks->records.items[n].memory);
	free(marks->records.items);
	free(marks->lines.items);
	free(marks->steps.items);
	free(marks->people.items);
	map_release(&marks->ids);
	map_release(&marks->step_ids);
	map_release(&marks->names);
	arena_release(&marks->arena);
	*marks = (struct marks){ .arena = ARENA_EMPTY };
}

void marks_clear(struct marks *marks)
{
	const struct marks_source source = marks->source;
	const uint64_t cleared = marks->cleared;

	marks_release(marks);
	marks_init(marks);
	marks->source = source;
	marks->cleared = cleared + 1;
}

static uint64_t id_hash(const struct marks *marks, const char *id)
{
	return hash_bytes(id, strlen(id), marks->ids.seed);
}

static struct mark_record *find(const struct marks *marks, const char *id)
{
	size_t cursor = 0;
	uint32_t n;

	while (map_next(&marks->ids, id_hash(marks, id), &cursor, &n)) {
		if (!strcmp(marks->records.items[n].mark.id, id))
			return &marks->records.items[n];
	}
	return NULL;
}

const struct mark_record *marks_find(const struct marks *marks, const char *id)
{
	return find(marks, id);
}

bool marks_live(const struct marks *marks, const struct mark_record *record)
{
	for (int hops = 0; record && hops < TARGETS_MAX; hops++) {
		if (record->mark.deleted)
			return false;
		record = record->mark.target ? find(marks, record->mark.target) : NULL;
	}
	return true;
}

static void keep(struct marks *marks, const struct marks_input *input, const char *why)
{
	marks->kept++;
	marks->kept_line = marks->taken[input->file];
	snprintf(marks->kept_why, sizeof marks->kept_why, "%.*s",
		 (int)sizeof marks->kept_why - 1, why);
}

/* One line on its way in. */
struct arrival {
	const struct marks_input *input;
	struct mark mark;
	uint64_t hash;
	uint32_t line; /* its index to be */
};

static bool win(struct mark_record *record, const struct arrival *arrival, struct err *err)
{
	struct mark mark;
	char *memory = mark_copy(&mark, &arrival->mark);

	if (!memory)
		return err_memory(err);
	free(record->memory);
	record->mark = mark;
	record->memory = memory;
	record->hash = arrival->hash;
	record->line = arrival->line;
	record->unsaved = arrival->input->unsaved;
	return true;
}

static bool begin_record(struct marks *marks, const struct arrival *arrival, struct err *err)
{
	uint32_t n = (uint32_t)marks->records.count;
	struct mark_record *record;

	if (!ARRAY_RESERVE(&marks->records, 1, err))
		return false;
	record = &marks->records.items[n];
	*record = (struct mark_record){ .memory = NULL };
	if (!win(record, arrival, err))
		return false;
	if (!map_add(&marks->ids, id_hash(marks, record->mark.id), n, err)) {
		free(record->memory);
		return false;
	}
	marks->records.count++;
	return true;
}

/* Which of two lines is greater, where nothing else decides: the winner's is read again. */
static bool compare_bytes(const struct marks *marks, const struct mark_record *record,
			  const struct arrival *arrival, int *order, struct err *err)
{
	struct mark_rank winner = { .modified = "" };
	const struct mark_rank arrived = { 0, "", arrival->input->line, arrival->input->len };
	struct buf bytes = BUF_EMPTY;
	bool done = marks->source.line(marks->source.from, &marks->lines.items[record->line],
				       &bytes, err) &&
		    buf_ok(&bytes, err);

	winner.line = bytes.at;
	winner.len = bytes.len;
	*order = mark_compare(&arrived, &winner);
	buf_release(&bytes);
	return done;
}

/* How the arrival stands against the winner: below, equal, above 0. */
static bool compare(const struct marks *marks, const struct mark_record *record,
		    const struct arrival *arrival, int *order, struct err *err)
{
	const struct mark_rank winner = { record->mark.rev, record->mark.modified, "", 0 };
	const struct mark_rank arrived = { arrival->mark.rev, arrival->mark.modified, "", 0 };

	*order = mark_compare(&arrived, &winner);
	if (*order || arrival->hash == record->hash)
		return true;
	*order = -1;
	return !marks->source.line || compare_bytes(marks, record, arrival, order, err);
}

static bool contend(struct marks *marks, struct mark_record *record,
		    const struct arrival *arrival, struct err *err)
{
	int32_t rev = record->mark.rev;
	int order;

	if (!compare(marks, record, arrival, &order, err))
		return false;
	if (order > 0 && !win(record, arrival, err))
		return false;
	if (arrival->mark.rev > rev)
		record->conflict = false;
	else if (arrival->mark.rev == rev && order)
		record->conflict = true;
	if (!order && record->unsaved && !arrival->input->unsaved) {
		record->unsaved = false;
		record->line = arrival->line;
	}
	return true;
}

static bool take_record(struct marks *marks, struct arrival *arrival, struct err *err)
{
	const struct marks_input *input = arrival->input;
	struct mark_record *record = find(marks, arrival->mark.id);
	struct mark_line line = { .rev = arrival->mark.rev,
				  .len = (uint32_t)input->len,
				  .offset = input->offset,
				  .file = input->file,
				  .unsaved = input->unsaved };

	if (marks->lines.count >= UINT32_MAX - 1 || !ARRAY_RESERVE(&marks->lines, 1, err) ||
	    !marks_step_of(marks, &arrival->mark, &line.step, err))
		return err_memory(err);
	arrival->line = (uint32_t)marks->lines.count;
	line.record = record ? (uint32_t)(record - marks->records.items)
			     : (uint32_t)marks->records.count;
	if (record ? !contend(marks, record, arrival, err) : !begin_record(marks, arrival, err))
		return false;
	marks->lines.items[marks->lines.count++] = line;
	return true;
}

static bool is_blank(const char *line, size_t len)
{
	while (len && (line[len - 1] == ' ' || line[len - 1] == '\t'))
		len--;
	return !len;
}

/* Git's markers, as they stand where a merge without `union` left both sides. */
static bool is_git_marker(const char *line, size_t len)
{
	static const char *const markers[] = { "<<<<<<< ", "||||||| ", ">>>>>>> " };

	for (size_t n = 0; n < sizeof markers / sizeof *markers; n++) {
		if (len >= 8 && !memcmp(line, markers[n], 8))
			return true;
	}
	return len == 7 && !memcmp(line, "=======", 7);
}

static bool take_line(struct marks *marks, const struct marks_input *input, struct err *err)
{
	struct arena arena = ARENA_EMPTY;
	struct arrival arrival = { .input = input };
	struct err why;
	bool done = true;

	if (w3c_read(input->line, input->len, &arena, &arrival.mark, &why)) {
		arrival.hash = hash_bytes(input->line, input->len, marks->ids.seed);
		done = take_record(marks, &arrival, err);
	} else if (why.kind == ERR_MEMORY) {
		done = err_memory(err);
	} else {
		keep(marks, input, why.text);
	}
	arena_release(&arena);
	return done;
}

bool marks_take(struct marks *marks, const struct marks_input *input, struct err *err)
{
	struct marks_input line = *input;

	assert(line.file < MARKS_FILES);
	marks->taken[line.file]++;
	if (!line.line) {
		keep(marks, &line, "longer than a line may be");
		return true;
	}
	/* A CRLF checkout of the same line is the same line. */
	if (line.len && line.line[line.len - 1] == '\r')
		line.len--;
	if (is_blank(line.line, line.len))
		return true;
	if (is_git_marker(line.line, line.len)) {
		marks->git_conflict = true;
		keep(marks, &line, "a conflict that git left");
		return true;
	}
	return take_line(marks, &line, err);
}

void marks_settle(struct marks *marks, uint8_t file, uint64_t offset)
{
	for (size_t n = 0; n < marks->lines.count; n++) {
		struct mark_line *line = &marks->lines.items[n];

		if (!line->unsaved)
			continue;
		line->unsaved = false;
		line->file = file;
		line->offset += offset;
	}
	for (size_t n = 0; n < marks->records.count; n++)
		marks->records.items[n].unsaved = false;
}
