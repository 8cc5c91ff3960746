#include "paint_fold.h"

#define BIT(reason) (1u << FOLD_BECAUSE_##reason)

/* What lines that are no part of the article are called; the last row fits all. */
static const struct {
	unsigned reasons;
	const char *one, *many;
} parts[] = {
	{ BIT(TRIGGER) | BIT(LABEL) | BIT(TAIL), "1 teaser", "teasers" },
	{ BIT(NOTICE), "1 notice", "notices" },
	{ ~0u, "1 line of page furniture", "page furniture" },
};

static void say_parts(const struct fold_run *run, struct buf *out)
{
	unsigned left = run->reasons;
	const char *before = "";

	for (size_t i = 0; left; i++) {
		if (!(left & parts[i].reasons))
			continue;
		left &= ~parts[i].reasons;
		if (run->first == run->last) {
			buf_add_string(out, parts[i].one);
			return;
		}
		if (!*before)
			buf_printf(out, "%zu lines of ", run->last - run->first + 1);
		buf_printf(out, "%s%s", before, parts[i].many);
		before = left & (left - 1) ? ", " : " and ";
	}
}

/* The same in a word or two. */
static void say_parts_briefly(const struct fold_run *run, struct buf *out)
{
	const size_t hides = run->last - run->first + 1;
	const char *what = !(run->reasons & ~parts[0].reasons)	 ? "teaser"
			   : !(run->reasons & ~parts[1].reasons) ? "notice"
								 : "page line";

	buf_printf(out, "%zu %s%s", hides, what, hides == 1 ? "" : "s");
}

/* By line or paragraph, and in which file. */
static void say_original(struct fold_names of, struct buf *out)
{
	if (of.lines)
		buf_add_string(out, of.first == of.last ? " line" : " lines");
	else if (of.file)
		buf_printf(out, " %s", of.file);
	buf_printf(out, " %zu", of.first);
	if (of.last != of.first)
		buf_printf(out, "–%zu", of.last);
	if (of.lines && of.file)
		buf_printf(out, " of %s", of.file);
}

static void say_copies_briefly(const struct fold_run *run, struct fold_names of,
			       struct buf *out)
{
	const size_t hides = run->last - run->first + 1;

	buf_printf(out, hides == 1 ? "%zu repeats" : "%zu repeat", hides);
	if (run->reasons == BIT(TITLE))
		buf_add_string(out, " title");
	else if (run->of_first != FOLD_NONE)
		say_original(of, out);
}

static void say_copies(const struct fold_run *run, struct fold_names of, struct buf *out)
{
	const size_t hides = run->last - run->first + 1;

	if (run->reasons == BIT(TITLE)) {
		buf_printf(out,
			   hides == 1 ? "%zu line repeats the title"
				      : "%zu lines repeat the title",
			   hides);
		return;
	}
	buf_printf(out, hides == 1 ? "%zu paragraph repeats" : "%zu paragraphs repeat", hides);
	if (run->of_first == FOLD_NONE)
		return;
	if (run->reasons == BIT(CUT) && hides == 1)
		buf_add_string(out, " the beginning of");
	say_original(of, out);
}

void fold_sentence(const struct fold_run *run, struct fold_names of, struct buf *out)
{
	if (run->state == FOLD_BOILERPLATE)
		say_parts(run, out);
	else
		say_copies(run, of, out);
}

/* The sentence between dots; where that is too wide a brief one, at last without dots behind.
 */
static void say_in(int columns, const struct fold_run *run, struct fold_names of,
		   struct buf *words)
{
	buf_add_string(words, "··· ");
	fold_sentence(run, of, words);
	buf_add_string(words, " ···");
	if (plain_columns(words->at, words->len) <= (size_t)columns)
		return;
	buf_clear(words);
	buf_add_string(words, "··· ");
	if (run->state == FOLD_BOILERPLATE)
		say_parts_briefly(run, words);
	else
		say_copies_briefly(run, of, words);
	if (plain_columns(words->at, words->len) + 4 <= (size_t)columns)
		buf_add_string(words, " ···");
}

void paint_fold(struct canvas *canvas, struct area line, const struct hidden *fold)
{
	const struct fold_names of = { .first = fold->of_first + 1,
				       .last = fold->of_last + 1,
				       .file = fold->file };
	struct buf words = BUF_EMPTY;

	say_in(line.columns, &fold->run, of, &words);
	canvas_write(canvas, (struct spot){ line.row, line.column }, line.column + line.columns,
		     words.at, words.len, STYLE_FOLD);
	buf_release(&words);
}
