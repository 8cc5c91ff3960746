#include "array.h"
#include "commands.h"
#include "folded.h"
#include "row.h"

#include <stdlib.h>

struct fold_options {
	bool json, exit_code;
	size_t hidden; /* in all files */
};

/* clang-format off */
static const struct option fold_rows[] = {
	{ "json", 0, NULL, "print an object for each paragraph",
	  option_flag, offsetof(struct fold_options, json) },
	{ "exit-code", 0, NULL, "status 1 if anything is folded",
	  option_flag, offsetof(struct fold_options, exit_code) },
	{ .name = NULL },
};
/* clang-format on */

/* One file on its way to rows. */
struct sheet {
	const char *file;
	struct text *text;
	struct folded folded;
	struct line_count count;
	struct buf row;
	struct {
		size_t *items; /* on which line each paragraph begins */
		size_t count, capacity;
	} lines;
};

static void add_verdict(struct sheet *sheet, const struct fold_paragraph *paragraph)
{
	struct buf *row = &sheet->row, why = BUF_EMPTY;

	row_string(row, "state", fold_state_names[paragraph->state]);
	if (paragraph->of == FOLD_NONE)
		row_null(row, "of");
	else
		row_number(row, "of", sheet->lines.items[paragraph->of]);
	if (paragraph->state == FOLD_SHOWN)
		row_null(row, "score");
	else
		row_score(row, "score", (double)paragraph->score);
	fold_why(paragraph, &why);
	row_bytes(row, "why", why.len ? why.at : "", why.len);
	buf_release(&why);
}

static bool print_row(struct sheet *sheet, size_t n, struct output *out, struct err *err)
{
	const struct fold_paragraph *paragraph = &sheet->folded.folds.items[n];
	const size_t line = line_number(&sheet->count, sheet->text, paragraph->span.start);

	if (!ARRAY_RESERVE(&sheet->lines, 1, err))
		return false;
	sheet->lines.items[sheet->lines.count++] = line;
	row_open(&sheet->row);
	row_string(&sheet->row, "file", sheet->file);
	row_number(&sheet->row, "n", line);
	row_span(&sheet->row, sheet->text, paragraph->span);
	add_verdict(sheet, paragraph);
	row_close(&sheet->row);
	row_print(&sheet->row, out);
	return true;
}

static bool print_rows(struct sheet *sheet, struct output *out, size_t *hidden, struct err *err)
{
	size_t n;

	while (!out->failed && folded_next(&sheet->folded, &n, err)) {
		*hidden += folds_hidden(&sheet->folded.folds, n);
		if (!print_row(sheet, n, out, err))
			return false;
	}
	return err->kind == ERR_NONE;
}

static void fold_json(struct program *program, const char *path, struct fold_options *options)
{
	struct text text;
	struct sheet sheet = { .file = path, .text = &text, .row = BUF_EMPTY };
	struct err err = { .kind = ERR_NONE };

	if (!command_begin(program, path, &text))
		return;
	folded_init(&sheet.folded, program, &text);
	if (!print_rows(&sheet, &program->out, &options->hidden, &err))
		program_trouble(program, &err);
	folded_release(&sheet.folded);
	buf_release(&sheet.row);
	free(sheet.lines.items);
	command_text_done(program, path, &text);
}

static void fold_file(struct program *program, const char *path, void *to)
{
	struct fold_options *options = to;

	if (options->json)
		fold_json(program, path, options);
	else
		options->hidden += folded_print(program, path);
}

static void fold(struct program *program, char **argv)
{
	struct fold_options options = { 0 };
	struct operands operands;

	if (!command_start(program, argv, &options, &operands))
		return;
	command_each(program, &operands, fold_file, &options);
	if (options.exit_code && options.hidden)
		program_deny(program);
}

const struct command command_fold = {
	.name = "fold",
	.operands = "[--json] [--exit-code] [FILE...]",
	.help = "prints the text without what it repeats",
	.options = fold_rows,
	.run = fold,
};
