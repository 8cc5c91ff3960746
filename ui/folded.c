#include "folded.h"

#include <string.h>

/* Of a paragraph that is longer and still not whole, a quarter more is waited for before it is
 * read again: so reading it in parts costs no more than a few times reading it. */
#define PART ((size_t)64 << 10)

void folded_init(struct folded *folded, struct program *program, struct text *text)
{
	*folded = (struct folded){ .program = program,
				   .text = text,
				   .mode = program->shared.paragraphs };
	folds_init(&folded->folds);
	folded->folds.phrases = program_phrases(program);
	folded->folds.index = program_index(program);
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
	if (!command_rest(folded->program, folded->text, err) ||
	    !readings_find(file->readings, path, folded->text, &folded->earlier, err) ||
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

void folded_why(const struct folded *folded, const struct fold_paragraph *paragraph,
		struct buf *out)
{
	const char *file = NULL;

	fold_why(paragraph, out);
	if (paragraph->of != FOLD_NONE)
		file = folded_file_of(folded, paragraph->of);
	if (file)
		buf_printf(out, "; in %s", file);
}

static bool await_more(struct folded *folded, struct err *err)
{
	const size_t unread = folded->text->len - folded->fed;
	const size_t until = folded->text->len + (unread > PART ? unread / 4 : 1);

	while (folded->text->growing && folded->text->len < until) {
		if (!command_more(folded->program, folded->text, err))
			return false;
	}
	return true;
}

/* What decides about the text as a whole has to be there before its first paragraph is fed. */
static bool await_head(struct folded *folded, struct err *err)
{
	const struct text *text = folded->text;

	while (text->growing && (text->len < FOLD_HEAD || (folded->mode == PARAGRAPH_AUTO &&
							   !paragraph_detected(text)))) {
		if (!command_more(folded->program, folded->text, err))
			return false;
	}
	if (folded->mode == PARAGRAPH_AUTO)
		folded->mode = paragraph_detect(text);
	folded->begun = true;
	return true;
}

static bool find_next(struct folded *folded, struct span *paragraph)
{
	if (!folded->looked)
		return paragraph_next(folded->text, folded->mode, folded->fed, paragraph);
	folded->looked = false;
	*paragraph = folded->ahead;
	return folded->more;
}

static void look_ahead(struct folded *folded)
{
	if (folded->text->growing)
		return;
	folded->looked = true;
	folded->more = paragraph_next(folded->text, folded->mode, folded->fed, &folded->ahead);
	if (folded->more)
		folds_expect(&folded->folds, folded->text, folded->ahead);
}

/* Feeds a paragraph that is there to its end, or waits. */
static bool feed(struct folded *folded, struct err *err)
{
	const struct text *text = folded->text;
	struct span paragraph;
	size_t behind;

	if (!folded->begun && !await_head(folded, err))
		return false;
	if (!find_next(folded, &paragraph))
		return text->growing ? await_more(folded, err)
				     : folds_finish(&folded->folds, text, err);
	behind = paragraph_behind(text, paragraph.end);
	if (text->growing && behind == text->len)
		return await_more(folded, err);
	folded->fed = behind;
	look_ahead(folded);
	return folds_feed(&folded->folds, text, paragraph, err);
}

bool folded_next(struct folded *folded, size_t *n, struct err *err)
{
	struct folds *folds = &folded->folds;

	err_clear(err);
	while (folded->next >= folds->settled) {
		if (folds->finished || folded->program->out.failed)
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

static void print_mark(struct output *out, const struct text *text)
{
	if (!out->terminal)
		output_bytes(out, text->bytes - text->bom, text->bom);
}

static bool print_shown(struct folded *folded, struct output *out, size_t *hidden,
			struct err *err)
{
	const struct text *text = folded->text;
	bool begun = false;
	size_t n;

	while (!out->failed && folded_next(folded, &n, err)) {
		const struct span span = folded->folds.items[n].span;

		/* Blank lines before the first paragraph belong to none. */
		if (!begun)
			print_span(out, text, (struct span){ 0, span.start });
		begun = true;
		if (folds_hidden(&folded->folds, n))
			++*hidden;
		else
			print_span(
				out, text,
				(struct span){ span.start, paragraph_behind(text, span.end) });
	}
	if (!begun && err->kind == ERR_NONE)
		print_span(out, text, (struct span){ 0, text->len });
	return err->kind == ERR_NONE;
}

static bool print_folded(struct program *program, const struct listed *file, struct text *text,
			 size_t *hidden, struct err *err)
{
	struct folded folded;
	bool done;

	folded_init(&folded, program, text);
	done = folded_take_earlier(&folded, file, err) &&
	       print_shown(&folded, &program->out, hidden, err);
	folded_release(&folded);
	return done;
}

/* The whole, as it is in the file: by lines, so that no character is torn. */
static bool print_unfolded(struct program *program, struct text *text, struct err *err)
{
	size_t done = 0, looked = 0;

	err_clear(err);
	for (;;) {
		const char *new = text->bytes + looked;
		const char *lf = memrchr(new, '\n', text->len - looked);

		if (lf || !text->growing) {
			size_t end = text->growing ? (size_t)(lf - text->bytes) + 1 : text->len;

			print_span(&program->out, text, (struct span){ done, end });
			done = end;
		}
		if (!text->growing || program->out.failed)
			return true;
		looked = text->len;
		if (!command_more(program, text, err))
			return false;
	}
}

size_t folded_print(struct program *program, const struct listed *file)
{
	size_t hidden = 0;
	struct text text;
	struct err err;

	if (!file_list_text(program, file, &text))
		return 0;
	output_part(&program->out);
	print_mark(&program->out, &text);
	if (program->shared.unfolded ? !print_unfolded(program, &text, &err)
				     : !print_folded(program, file, &text, &hidden, &err))
		program_trouble(program, &err);
	command_text_done(program, file->path, &text);
	return hidden;
}
