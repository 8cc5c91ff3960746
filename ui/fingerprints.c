#include "fingerprints.h"

#include "fold_prints.h"
#include "row.h"

/* One file on its way to rows. */
struct sheet {
	const char *file;
	const struct text *text;
	struct line_count count;
	struct buf row, words;
};

static bool print_row(struct sheet *sheet, struct span paragraph, struct output *out,
		      struct err *err)
{
	const struct fold_stretch words = { sheet->text->bytes, paragraph, NULL };
	struct fingerprint fingerprint;
	char hex[FINGERPRINT_HEX];

	if (!fold_fingerprint(words, &sheet->words, &fingerprint, err))
		return err->kind == ERR_NONE;
	fingerprint_hex(&fingerprint, hex);
	row_open(&sheet->row);
	row_string(&sheet->row, "fingerprint", hex);
	row_string(&sheet->row, "file", sheet->file);
	row_number(&sheet->row, "n", line_number(&sheet->count, sheet->text, paragraph.start));
	row_close(&sheet->row);
	row_print(&sheet->row, out);
	return true;
}

static bool print_rows(struct sheet *sheet, struct program *program, struct err *err)
{
	const enum paragraph_mode mode = command_mode(program, sheet->text);
	struct span paragraph;
	size_t at = 0;

	while (!program->out.failed && paragraph_next(sheet->text, mode, at, &paragraph)) {
		if (!print_row(sheet, paragraph, &program->out, err))
			return false;
		at = paragraph_behind(sheet->text, paragraph.end);
	}
	return true;
}

void fingerprints_print(struct program *program, const struct listed *file)
{
	struct sheet sheet = { .file = file->path, .row = BUF_EMPTY, .words = BUF_EMPTY };
	struct text text;
	struct err err;

	if (!file_list_text(program, file, &text))
		return;
	sheet.text = &text;
	if (!command_rest(program, &text, &err) || !print_rows(&sheet, program, &err))
		program_trouble(program, &err);
	buf_release(&sheet.row);
	buf_release(&sheet.words);
	command_text_done(program, file->path, &text);
}
