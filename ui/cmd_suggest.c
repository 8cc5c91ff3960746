#include "command_text.h"
#include "commands.h"
#include "row.h"
#include "suggest.h"

#include <stdio.h>

struct suggest_options {
	bool json;
};

/* clang-format off */
static const struct option suggest_rows[] = {
	{ "json", 0, NULL, "print an object for each suggestion",
	  option_flag, offsetof(struct suggest_options, json) },
	{ .name = NULL },
};
/* clang-format on */

/* One file on its way to rows. */
struct sheet {
	const char *file;
	struct text *text;
	struct line_count count;
	struct buf row;
	bool json;
};

static void add_speaker(struct sheet *sheet, struct span speaker)
{
	if (span_empty(speaker)) {
		row_null(&sheet->row, "speaker");
		return;
	}
	row_object(&sheet->row, "speaker");
	row_span(&sheet->row, sheet->text, speaker);
	row_close(&sheet->row);
}

static void add_type(struct buf *row, enum mark_type type)
{
	if (type == TYPE_NONE)
		row_null(row, "type");
	else
		row_string(row, "type", mark_types[type].name);
}

static void add_json(struct sheet *sheet, const struct suggestion *suggestion)
{
	struct buf *row = &sheet->row;

	row_open(row);
	row_string(row, "file", sheet->file);
	row_string(row, "kind", mark_kinds[suggestion->kind].name);
	add_type(row, suggestion->type);
	row_span(row, sheet->text, suggestion->span);
	row_bytes(row, "exact", sheet->text->bytes + suggestion->span.start,
		  span_length(suggestion->span));
	add_speaker(sheet, suggestion->speaker);
	row_score(row, "score", (double)suggestion->score);
	row_close(row);
}

static void add_plain(struct sheet *sheet, const struct suggestion *suggestion)
{
	const struct span span = suggestion->span;
	char score[16];

	snprintf(score, sizeof score, "%.2f", (double)suggestion->score);
	row_plain(&sheet->row,
		  &(struct row_plain){
			  .file = sheet->file,
			  .line = line_number(&sheet->count, sheet->text, span.start),
			  .kind = suggestion->kind,
			  .type = suggestion->type,
			  .words = sheet->text->bytes + span.start,
			  .len = span_length(span),
			  .remark = score,
		  });
}

static void print_suggestion(struct sheet *sheet, const struct suggestion *suggestion,
			     struct output *out)
{
	if (sheet->json)
		add_json(sheet, suggestion);
	else
		add_plain(sheet, suggestion);
	row_print(&sheet->row, out);
}

static bool print_paragraph(struct sheet *sheet, struct span paragraph, struct output *out,
			    struct err *err)
{
	struct suggestions found = { 0 };
	const bool done = suggest_paragraph(sheet->text, paragraph, &found, err);

	for (size_t i = 0; done && i < found.count; i++)
		print_suggestion(sheet, &found.items[i], out);
	suggestions_release(&found);
	return done;
}

static bool print_text(struct sheet *sheet, enum paragraph_mode mode, struct output *out,
		       struct err *err)
{
	struct span paragraph = { 0, 0 };

	while (!out->failed && paragraph_next(sheet->text, mode, paragraph.end, &paragraph)) {
		if (!print_paragraph(sheet, paragraph, out, err))
			return false;
		paragraph.end = paragraph_behind(sheet->text, paragraph.end);
	}
	return true;
}

static void suggest_file(struct program *program, const char *path, void *to)
{
	const struct suggest_options *options = to;
	struct text text;
	struct sheet sheet = {
		.file = path, .text = &text, .row = BUF_EMPTY, .json = options->json
	};
	struct err err;

	if (!command_text(program, path, &text))
		return;
	if (!print_text(&sheet, command_mode(program, &text), &program->out, &err))
		program_trouble(program, &err);
	buf_release(&sheet.row);
	command_text_done(program, path, &text);
}

static void suggest(struct program *program, char **argv)
{
	struct suggest_options options = { 0 };
	struct operands operands;

	if (command_start(program, argv, &options, &operands))
		command_each(program, &operands, suggest_file, &options);
}

const struct command command_suggest = {
	.name = "suggest",
	.operands = "[--json] [FILE...]",
	.help = "prints the quotes, names and claims that it finds",
	.options = suggest_rows,
	.run = suggest,
};
