#include "folded.h"

void folded_init(struct folded *folded, const struct text *text, enum paragraph_mode mode)
{
	*folded = (struct folded){ .text = text, .mode = mode };
	folds_init(&folded->folds);
	folded->more = paragraph_next(text, mode, 0, &folded->ahead);
}

void folded_release(struct folded *folded)
{
	folds_release(&folded->folds);
}

static bool feed(struct folded *folded, struct err *err)
{
	const struct span paragraph = folded->ahead;

	if (!folded->more)
		return folds_finish(&folded->folds, folded->text, err);
	folded->more =
		paragraph_next(folded->text, folded->mode,
			       paragraph_behind(folded->text, paragraph.end), &folded->ahead);
	if (folded->more)
		folds_expect(&folded->folds, folded->text, folded->ahead);
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

static size_t print_text(struct program *program, const struct text *text)
{
	const enum paragraph_mode mode = command_mode(program, text);
	struct err err = { .kind = ERR_NONE };
	struct folded folded;
	size_t hidden = 0;

	print_head(&program->out, text, mode);
	folded_init(&folded, text, mode);
	if (!print_shown(&program->out, &folded, &hidden, &err))
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

size_t folded_print(struct program *program, const char *path)
{
	size_t hidden = 0;
	struct text text;

	if (!command_text(program, path, &text))
		return 0;
	if (program->shared.unfolded)
		print_unfolded(&program->out, &text);
	else
		hidden = print_text(program, &text);
	command_text_done(program, path, &text);
	return hidden;
}
