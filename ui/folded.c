#include "folded.h"

void folded_init(struct folded *folded, const struct text *text, enum paragraph_mode mode)
{
	*folded = (struct folded){ .text = text, .mode = mode };
	folds_init(&folded->folds);
}

void folded_release(struct folded *folded)
{
	folds_release(&folded->folds);
	earlier_release(&folded->earlier);
}

bool folded_take_earlier(struct folded *folded, const struct listed *file, struct err *err)
{
	const char *path = path_is_input(file->path) ? NULL : file->path;

	if (!file->readings)
		return true;
	if (!readings_find(file->readings, path, folded->text, &folded->earlier, err) ||
	    !earlier_feed(&folded->earlier, &folded->folds, err))
		return false;
	folded->next = folded->folds.own;
	return true;
}

const char *folded_file_of(const struct folded *folded, size_t n)
{
	const struct fold_place place = folds_place(&folded->folds, n);

	return place.text ? folded->earlier.items[place.nth].name : NULL;
}

void folded_why(const struct folded *folded, size_t n, struct buf *out)
{
	const struct fold_paragraph *paragraph = &folded->folds.items[n];
	const char *file = NULL;

	fold_why(paragraph, out);
	if (paragraph->of != FOLD_NONE)
		file = folded_file_of(folded, paragraph->of);
	if (file)
		buf_printf(out, "; in %s", file);
}

static bool feed(struct folded *folded, struct err *err)
{
	struct span paragraph;

	if (!paragraph_next(folded->text, folded->mode, folded->fed, &paragraph))
		return folds_finish(&folded->folds, folded->text, err);
	folded->fed = paragraph_behind(folded->text, paragraph.end);
	return folds_feed(&folded->folds, folded->text, paragraph, err);
}

bool folded_next(struct folded *folded, size_t *n, struct err *err)
{
	struct folds *folds = &folded->folds;

	err_clear(err);
	while (folded->next >= folds->settled) {
		if (folds->finished)
			return false;
		if (!feed(folded, err))
			return false;
	}
	*n = folded->next++;
	return true;
}

static void print_span(struct output *out, const struct text *text, struct span span)
{
	output_bytes(out, text->bytes + span.start, span_length(span));
}

/* What stands before the first paragraph: a byte order mark, unless on a terminal; blank lines.
 */
static void print_head(struct output *out, const struct text *text, enum paragraph_mode mode)
{
	struct span first;

	if (!paragraph_next(text, mode, 0, &first))
		first.start = text->len;
	if (!out->terminal)
		output_bytes(out, text->bytes - text->bom, text->bom);
	print_span(out, text, (struct span){ 0, first.start });
}

static bool print_shown(struct output *out, struct folded *folded, size_t *hidden,
			struct err *err)
{
	size_t n;

	while (!out->failed && folded_next(folded, &n, err)) {
		const struct span span = folded->folds.items[n].span;

		if (folds_hidden(&folded->folds, n))
			++*hidden;
		else
			print_span(out, folded->text,
				   (struct span){ span.start,
						  paragraph_behind(folded->text, span.end) });
	}
	return err->kind == ERR_NONE;
}

static size_t print_text(struct program *program, const struct listed *file,
			 const struct text *text)
{
	const enum paragraph_mode mode = command_mode(program, text);
	struct err err = { .kind = ERR_NONE };
	struct folded folded;
	size_t hidden = 0;

	print_head(&program->out, text, mode);
	folded_init(&folded, text, mode);
	if (!folded_take_earlier(&folded, file, &err) ||
	    !print_shown(&program->out, &folded, &hidden, &err))
		program_trouble(program, &err);
	folded_release(&folded);
	return hidden;
}

/* The whole, as it is in the file. */
static void print_unfolded(struct output *out, const struct text *text)
{
	if (!out->terminal)
		output_bytes(out, text->bytes - text->bom, text->bom);
	print_span(out, text, (struct span){ 0, text->len });
}

size_t folded_print(struct program *program, const struct listed *file)
{
	size_t hidden = 0;
	struct text text;

	if (!file_list_text(program, file, &text))
		return 0;
	if (program->shared.unfolded)
		print_unfolded(&program->out, &text);
	else
		hidden = print_text(program, file, &text);
	command_text_done(program, file->path, &text);
	return hidden;
}
