#include "array.h"
#include "commands.h"
#include "explain.h"
#include "fingerprints.h"
#include "folded.h"
#include "row.h"

#include <stdlib.h>

struct fold_options {
	bool json, explain, exit_code, fingerprints;
	struct across across;
	size_t hidden; /* in all files */
};

/* clang-format off */
static const struct option rows[] = {
	{ "json", 0, NULL, "print an object for each paragraph",
	  option_flag, offsetof(struct fold_options, json) },
	{ "explain", 0, NULL, "tell for each paragraph why, and what changed",
	  option_flag, offsetof(struct fold_options, explain) },
	{ "exit-code", 0, NULL, "status 1 if anything is folded",
	  option_flag, offsetof(struct fold_options, exit_code) },
	ACROSS_ROWS(struct fold_options),
	{ "fingerprints", 0, NULL, "print the fingerprint of each paragraph, and fold nothing",
	  option_flag, offsetof(struct fold_options, fingerprints) },
	{ .name = NULL },
};
/* clang-format on */

/* One file on its way to rows. */
struct sheet {
	const struct listed *file;
	struct text *text;
	bool explain, unfolded;
	struct folded folded;
	struct line_count count;
	struct buf row;
	struct {
		size_t *items; /* on which line each paragraph begins, in its own file */
		size_t count, capacity;
	} lines;
};

/* The verdict on a paragraph; where nothing is to be folded, all are shown. */
static struct fold_paragraph verdict_on(const struct sheet *sheet, size_t n)
{
	struct fold_paragraph verdict = sheet->folded.folds.items[n];

	if (sheet->unfolded)
		verdict = (struct fold_paragraph){ .span = verdict.span, .of = FOLD_NONE };
	return verdict;
}

static void add_verdict(struct sheet *sheet, const struct fold_paragraph *paragraph)
{
	struct buf *row = &sheet->row, why = BUF_EMPTY;
	const char *file = NULL;

	row_string(row, "state", fold_state_names[paragraph->state]);
	if (paragraph->of == FOLD_NONE)
		row_null(row, "of");
	else
		row_number(row, "of", sheet->lines.items[paragraph->of]);
	if (paragraph->state == FOLD_SHOWN)
		row_null(row, "score");
	else
		row_score(row, "score", (double)paragraph->score);
	folded_why(&sheet->folded, paragraph, &why);
	row_bytes(row, "why", why.len ? why.at : "", why.len);
	buf_release(&why);
	if (paragraph->of != FOLD_NONE)
		file = folded_file_of(&sheet->folded, paragraph->of);
	if (file)
		row_string(row, "of_file", file);
}

static bool add_line(struct sheet *sheet, size_t line, struct err *err)
{
	if (!ARRAY_RESERVE(&sheet->lines, 1, err))
		return false;
	sheet->lines.items[sheet->lines.count++] = line;
	return true;
}

/* On which lines of their files the paragraphs of the earlier texts begin. */
static bool number_earlier(struct sheet *sheet, struct err *err)
{
	const struct folds *folds = &sheet->folded.folds;
	const struct text *text = NULL;
	struct line_count count = { 0 };

	for (size_t n = 0; n < folds->own; n++) {
		const struct fold_place place = folds_place(folds, n);

		if (place.text != text)
			count = (struct line_count){ 0 };
		text = place.text;
		if (!add_line(sheet, line_number(&count, text, folds->items[n].span.start),
			      err))
			return false;
	}
	return true;
}

static void add_object(struct sheet *sheet, size_t n, const struct fold_paragraph *paragraph)
{
	row_open(&sheet->row);
	row_string(&sheet->row, "file", sheet->file->path);
	row_number(&sheet->row, "n", sheet->lines.items[n]);
	row_span(&sheet->row, sheet->text, paragraph->span);
	add_verdict(sheet, paragraph);
	row_close(&sheet->row);
}

static bool add_explanation(struct sheet *sheet, const struct fold_paragraph *paragraph,
			    size_t n, struct err *err)
{
	struct explained it = {
		.file = sheet->file->path,
		.text = sheet->text,
		.folds = &sheet->folded.folds,
		.n = n,
		.verdict = *paragraph,
		.line = sheet->lines.items[n],
	};

	if (paragraph->of != FOLD_NONE) {
		it.of = sheet->lines.items[paragraph->of];
		it.of_file = folded_file_of(&sheet->folded, paragraph->of);
	}

	return explain(&it, &sheet->row, err);
}

static bool print_row(struct sheet *sheet, size_t n, struct output *out, struct err *err)
{
	const struct fold_paragraph paragraph = verdict_on(sheet, n);
	const size_t line = line_number(&sheet->count, sheet->text, paragraph.span.start);

	if (!add_line(sheet, line, err))
		return false;
	if (!sheet->explain)
		add_object(sheet, n, &paragraph);
	else if (!add_explanation(sheet, &paragraph, n, err))
		return false;
	row_print(&sheet->row, out);
	return true;
}

static bool print_rows(struct sheet *sheet, struct output *out, size_t *hidden, struct err *err)
{
	size_t n;

	while (!out->failed && folded_next(&sheet->folded, &n, err)) {
		*hidden += !sheet->unfolded && folds_hidden(&sheet->folded.folds, n);
		if (!print_row(sheet, n, out, err))
			return false;
	}
	return err->kind == ERR_NONE;
}

/* A row for each paragraph, hidden or not. */
static void fold_rows(struct program *program, const struct listed *file,
		      struct fold_options *options)
{
	struct text text;
	struct sheet sheet = { .file = file,
			       .text = &text,
			       .explain = options->explain,
			       .unfolded = program->shared.unfolded,
			       .row = BUF_EMPTY };
	struct err err = { .kind = ERR_NONE };

	if (!file_list_text(program, file, &text))
		return;
	folded_init(&sheet.folded, program, &text);
	if (!folded_take_earlier(&sheet.folded, file, &err) || !number_earlier(&sheet, &err) ||
	    !print_rows(&sheet, &program->out, &options->hidden, &err))
		program_trouble(program, &err);
	folded_release(&sheet.folded);
	buf_release(&sheet.row);
	free(sheet.lines.items);
	command_text_done(program, file->path, &text);
}

static void fold_file(struct program *program, const struct listed *file, void *to)
{
	struct fold_options *options = to;

	if (options->fingerprints)
		fingerprints_print(program, file);
	else if (options->json || options->explain)
		fold_rows(program, file, options);
	else
		options->hidden += folded_print(program, file);
}

static bool check_options(struct program *program, const struct fold_options *options)
{
	if (options->json && options->explain)
		return program_misuse(program, "--json and --explain can't both be given");
	if (options->fingerprints && options->explain)
		return program_misuse(program,
				      "--fingerprints and --explain can't both be given");
	if (options->fingerprints && (options->across.wanted || options->across.index))
		return program_misuse(program, "--fingerprints folds nothing across files");
	return true;
}

static void fold(struct program *program, char **argv)
{
	struct fold_options options = { 0 };
	struct operands operands;

	if (!command_start(program, argv, &options, &operands) ||
	    !check_options(program, &options))
		return;
	file_list(program, &operands, &options.across, fold_file, &options);
	if (options.exit_code && options.hidden)
		program_deny(program);
}

const struct command command_fold = {
	.name = "fold",
	.operands = "[--json | --explain] [--exit-code] [--across] [--index FILE] "
		    "[--fingerprints] [PATH...]",
	.help = "prints the text without what it repeats",
	.options = rows,
	.run = fold,
};
