#include "paint_fold.h"

void fold_sentence(const struct hidden *fold, struct buf *out)
{
	const struct fold_run *run = &fold->run;
	size_t hides = run->last - run->first + 1;

	if (run->state == FOLD_BOILERPLATE)
		buf_printf(out, hides == 1 ? "%zu line of teasers" : "%zu lines of teasers",
			   hides);
	else
		buf_printf(out, hides == 1 ? "%zu paragraph repeats" : "%zu paragraphs repeat",
			   hides);
	if (fold->of_first == FOLD_NONE)
		return;
	if (fold->file)
		buf_printf(out, " %s", fold->file);
	buf_printf(out, " %zu", fold->of_first + 1);
	if (fold->of_last != fold->of_first)
		buf_printf(out, "–%zu", fold->of_last + 1);
}

void paint_fold(struct canvas *canvas, struct area line, const struct hidden *fold)
{
	struct buf words = BUF_EMPTY;

	buf_add_string(&words, "··· ");
	fold_sentence(fold, &words);
	buf_add_string(&words, " ···");
	canvas_write(canvas, (struct spot){ line.row, line.column }, line.column + line.columns,
		     words.at, words.len, STYLE_FOLD);
	buf_release(&words);
}
