#include "reader.h"

#include "files.h"
#include "utf8.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { FILES_MAX = 4 };

static struct viewer_options options_for(struct reader *reader, const char *const *files,
					 size_t count, const char *who)
{
	return (struct viewer_options){
		.files = files,
		.count = count,
		.settings = &reader->settings,
		.state = reader->state,
		.width = 72,
		.article = { .who = who, .url = "", .state = reader->state },
	};
}

static const char *names[FILES_MAX] = { "a.txt", "b.txt", "c.txt", "d.txt" };

static void open_viewer(struct reader *reader, size_t count, const char *who)
{
	static char *paths[FILES_MAX];
	struct viewer_options options;
	struct err err = { 0 };

	for (size_t n = 0; n < count; n++) {
		free(paths[n]);
		paths[n] = files_path(reader->home, names[n]);
	}
	options = options_for(reader, (const char *const *)paths, count, who);
	if (!viewer_open(&reader->viewer, &options, &err))
		fail_msg("viewer: %s", err.text);
	viewer_resize(&reader->viewer, reader->canvas.rows, reader->canvas.columns);
}

struct reader *reader_open_all(const char *const *texts, int rows, int columns)
{
	struct reader *reader = calloc(1, sizeof *reader);
	struct err err;
	size_t count = 0;

	assert_non_null(reader);
	reader->home = files_new();
	reader->path = files_path(reader->home, "a.txt");
	reader->state = files_path(reader->home, "state");
	reader->dump = (struct buf)BUF_EMPTY;
	for (; texts[count]; count++)
		files_put_text(reader->home, names[count], texts[count]);
	assert_true(canvas_init(&reader->canvas, rows, columns, &err));
	open_viewer(reader, count, "ada");
	return reader;
}

struct reader *reader_open(const char *text, int rows, int columns)
{
	const char *const texts[] = { text, NULL };

	return reader_open_all(texts, rows, columns);
}

void reader_close(struct reader *reader)
{
	viewer_release(&reader->viewer);
	canvas_release(&reader->canvas);
	buf_release(&reader->dump);
	files_remove(reader->home);
	free(reader->path);
	free(reader->state);
	free(reader);
}

void reader_again(struct reader *reader, const char *who)
{
	size_t count = reader->viewer.options.count;

	viewer_release(&reader->viewer);
	open_viewer(reader, count, who);
}

void reader_resize(struct reader *reader, int rows, int columns)
{
	struct err err;

	canvas_release(&reader->canvas);
	assert_true(canvas_init(&reader->canvas, rows, columns, &err));
	viewer_resize(&reader->viewer, rows, columns);
}

static void frame(struct reader *reader)
{
	while (viewer_work(&reader->viewer))
		;
	viewer_paint(&reader->viewer, &reader->canvas);
	viewer_shown(&reader->viewer);
}

static void press_all(struct reader *reader, const char *keys, bool frames)
{
	if (frames)
		frame(reader);
	while (*(keys += strspn(keys, " "))) {
		size_t len = strcspn(keys, " ");
		int key = keys_find(keys, len);

		assert_int_not_equal(key, K_NONE);
		viewer_key(&reader->viewer, key);
		if (frames)
			frame(reader);
		keys += len;
	}
	frame(reader);
}

void reader_press(struct reader *reader, const char *keys)
{
	press_all(reader, keys, true);
}

void reader_burst(struct reader *reader, const char *keys)
{
	frame(reader);
	press_all(reader, keys, false);
}

void reader_type(struct reader *reader, const char *words)
{
	size_t len = strlen(words);

	for (size_t at = 0; at < len;) {
		struct utf8 c = utf8_decode(words + at, len - at);

		viewer_key(&reader->viewer, (int)c.point);
		at += c.len;
	}
	frame(reader);
}

const char *reader_screen(struct reader *reader)
{
	frame(reader);
	buf_clear(&reader->dump);
	canvas_text(&reader->canvas, &reader->dump);
	return reader->dump.at;
}

const char *reader_styles(struct reader *reader)
{
	frame(reader);
	buf_clear(&reader->dump);
	canvas_styles(&reader->canvas, &reader->dump);
	return reader->dump.at;
}

const char *reader_row(struct reader *reader, int row)
{
	const char *screen = reader_screen(reader);
	size_t skip;

	if (row < 0)
		row += reader->canvas.rows;
	while (row--)
		screen += strcspn(screen, "\n") + 1;
	skip = (size_t)(screen - reader->dump.at);
	buf_cut(&reader->dump, skip + strcspn(screen, "\n"));
	return reader->dump.at + skip;
}

static const char *words(struct reader *reader, struct span span)
{
	buf_clear(&reader->dump);
	buf_add(&reader->dump, reader->viewer.article->text.bytes + span.start,
		span_length(span));
	return reader->dump.at;
}

const char *reader_focus(struct reader *reader)
{
	bool none = reader->viewer.focus.what == FOCUS_NONE;

	return words(reader, none ? (struct span){ 0, 0 } : reader->viewer.focus.span);
}

const char *reader_selection(struct reader *reader)
{
	return words(reader, reader->viewer.selection);
}

const char *reader_marks(struct reader *reader)
{
	const struct article *article = reader->viewer.article;

	buf_clear(&reader->dump);
	for (size_t n = 0; n < article->placed.count; n++) {
		const struct mark *mark =
			&article->marks.records.items[article->placed.items[n].record].mark;

		buf_printf(&reader->dump, "%s%s%s %s (%s)\n", mark_kinds[mark->kind].name,
			   mark->type ? " " : "", mark_types[mark->type].name, mark->exact,
			   mark->creator);
	}
	return reader->dump.at;
}

size_t reader_lines(const struct reader *reader)
{
	return files_lines(reader->home, "a.txt.ann.jsonl");
}
