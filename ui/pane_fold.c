#include "pane_fold.h"

#include "paint_fold.h"

/* Of a paragraph, as much as tells which it is; of the one that is repeated, more: bytes. */
#define WORDS_SHOWN 60
#define OLD_SHOWN   600

/* So many paragraphs of a fold are told one by one. */
#define TOLD_MAX 200

/* Neighbours that are hidden for one reason. */
struct group {
	size_t first, last;
};

/* What is being written. */
struct telling {
	struct pane *pane;
	const struct article *article;
	int columns;
	struct line_count here, there; /* lines of what repeats, and of what it repeats */
	const struct text *other;      /* which `there` counts in */
	struct buf words;	       /* of the next line */
};

static const struct fold_paragraph *item(const struct telling *it, size_t n)
{
	return &it->article->folds.items[n];
}

static size_t line_of(struct telling *it, size_t n)
{
	return line_number(&it->here, &it->article->text, item(it, n)->span.start);
}

static const struct text *text_of(const struct telling *it, size_t n)
{
	const struct text *earlier = folds_place(&it->article->folds, n).text;

	return earlier ? earlier : &it->article->text;
}

static size_t line_there(struct telling *it, size_t n)
{
	const struct text *text = text_of(it, n);

	if (text != it->other)
		it->there = (struct line_count){ 0 };
	it->other = text;
	return line_number(&it->there, text, item(it, n)->span.start);
}

static void tell(struct telling *it, enum style style)
{
	pane_add(it->pane, it->columns, style, it->words.at, it->words.len);
	buf_clear(&it->words);
}

static void add_lines(struct buf *out, size_t first, size_t last)
{
	if (first == last)
		buf_printf(out, "line %zu", first);
	else
		buf_printf(out, "lines %zu–%zu", first, last);
}

/* Of what is repeated, if that is another one. */
static void add_file(struct telling *it, size_t n)
{
	const char *file = article_file_of(it->article, n);

	if (file)
		buf_printf(&it->words, " of %s", file);
}

static void tell_edits(struct telling *it, const struct fold_edits *edits)
{
	for (size_t i = 0; i < edits->count; i++) {
		buf_add_string(&it->words, "  ");
		fold_edit_say(edits, &edits->items[i], &it->words);
		tell(it, STYLE_TEXT);
	}
}

/* The number of its line, and how it begins. */
static void tell_paragraph(struct telling *it, size_t n)
{
	const struct fold_paragraph *paragraph = item(it, n);
	struct fold_edits edits = { 0 };
	struct err err;

	buf_printf(&it->words, "  %zu  ", line_of(it, n));
	fold_words_say(it->article->text.bytes, paragraph->span, WORDS_SHOWN, &it->words);
	tell(it, STYLE_KNOWN);
	if (fold_edits_make(&edits, &it->article->folds, &it->article->text, n, &err))
		tell_edits(it, &edits);
	fold_edits_release(&edits);
}

/* The neighbours of `n` in the run that are hidden for the same reason. */
static struct group group_from(const struct telling *it, size_t n, size_t last)
{
	struct group group = { n, n };

	while (group.last < last && item(it, group.last + 1)->why == item(it, n)->why)
		group.last++;
	return group;
}

static void tell_group(struct telling *it, const struct fold_run *run, struct group group)
{
	const struct fold_paragraph *first = item(it, group.first);
	const size_t line = line_of(it, group.first);

	add_lines(&it->words, line, line_of(it, group.last));
	if (first->of != FOLD_NONE) {
		const size_t last =
			group.last == run->last ? run->of_last : item(it, group.last)->of;
		const size_t there = line_there(it, first->of);

		buf_add_string(&it->words,
			       group.first == group.last ? " repeats " : " repeat ");
		add_lines(&it->words, there, line_there(it, last));
		add_file(it, first->of);
	}
	buf_add_string(&it->words, ", ");
	fold_why(first, &it->words);
	tell(it, STYLE_KEY);
}

static void tell_sentence(struct telling *it, const struct fold_run *run)
{
	struct fold_names of = { .lines = true };

	if (run->of_first != FOLD_NONE) {
		of.file = article_file_of(it->article, run->of_first);
		of.first = line_there(it, run->of_first);
		of.last = line_there(it, run->of_last);
	}
	fold_sentence(run, of, &it->words);
	tell(it, STYLE_TITLE);
}

void pane_why_fold(struct pane *pane, const struct article *article, const struct hidden *fold,
		   int columns)
{
	const struct fold_run *run = &fold->run;
	const size_t hides = run->last - run->first + 1;
	struct telling it = {
		.pane = pane, .article = article, .columns = columns, .words = BUF_EMPTY
	};
	size_t told = 0;

	pane_clear(pane);
	tell_sentence(&it, run);
	for (size_t n = run->first; n <= run->last && told < TOLD_MAX;) {
		const struct group group = group_from(&it, n, run->last);

		tell_group(&it, run, group);
		for (; n <= group.last && told < TOLD_MAX; n++, told++)
			tell_paragraph(&it, n);
	}
	if (told < hides) {
		buf_printf(&it.words, "… and %zu more", hides - told);
		tell(&it, STYLE_KNOWN);
	}
	buf_release(&it.words);
}

static void tell_near(struct telling *it, size_t n, const struct fold_edits *edits)
{
	const bool inside = item(it, n)->why == FOLD_BECAUSE_INSIDE;
	const size_t of = item(it, n)->of, there = line_there(it, of);
	const size_t last = line_there(it, folds_of_last(&it->article->folds, n));

	buf_printf(&it->words, "line %zu %s ", line_of(it, n),
		   inside ? "stands word for word in" : "repeats");
	add_lines(&it->words, there, last);
	add_file(it, of);
	if (edits->too_long)
		buf_add_string(&it->words, " with changes; it is too long to compare");
	else if (!inside)
		buf_printf(&it->words, " with %zu change%s", edits->count,
			   edits->count == 1 ? "" : "s");
	tell(it, STYLE_TITLE);
	tell_edits(it, edits);
	buf_printf(&it->words, "%.0f %% of its words stand in ",
		   100 * (double)item(it, n)->score);
	add_lines(&it->words, there, last);
	buf_add_string(&it->words, ": ");
	fold_words_say(text_of(it, of)->bytes, item(it, of)->span, OLD_SHOWN, &it->words);
	tell(it, STYLE_KNOWN);
}

void pane_why_near(struct pane *pane, struct article *article, size_t n, int columns)
{
	const struct fold_edits *edits = article_edits(article, n);
	struct telling it = {
		.pane = pane, .article = article, .columns = columns, .words = BUF_EMPTY
	};

	pane_clear(pane);
	if (edits)
		tell_near(&it, n, edits);
	buf_release(&it.words);
}
