#include "pane_card.h"

#include "paint_fold.h"
#include "segment.h"

#include <string.h>

/* Of the words of a record or a paragraph, as much as tells which it is. */
#define WORDS_SHOWN 400

/* How many bytes of `words` are shown: whole characters. */
static size_t length_shown(const char *words, size_t len)
{
	if (len <= WORDS_SHOWN)
		return len;
	return grapheme_floor(words, (struct span){ 0, len }, WORDS_SHOWN);
}

/* One member of a record: its name and what it says; nothing where it says nothing. */
static void add_member(struct pane *pane, int columns, const char *name, const char *words)
{
	if (words && *words)
		pane_printf(pane, columns, STYLE_TEXT, "%-10s %.*s", name,
			    (int)length_shown(words, strlen(words)), words);
}

static void add_notes(struct pane *pane, const struct article *article, const char *id,
		      int columns)
{
	const struct mark_records *records = &article->marks.records;

	for (size_t n = 0; n < records->count; n++) {
		const struct mark *mark = &records->items[n].mark;

		if (mark->target && !strcmp(mark->target, id) && mark->note &&
		    marks_live(&article->marks, &records->items[n]))
			pane_printf(pane, columns, STYLE_NOTE, "note by %s: %s", mark->creator,
				    mark->note);
	}
}

static const char *saved_words(const struct mark_record *record)
{
	if (record->unsaved)
		return "unsaved: not on disk beside the article yet";
	return record->conflict
		       ? "conflict: two revisions of equal number; the next edit settles it"
		       : NULL;
}

void pane_card(struct pane *pane, const struct article *article, uint32_t n, int columns)
{
	const struct mark_record *record = &article->marks.records.items[n];
	const struct mark *mark = &record->mark;
	const struct placed *placed = article_placed(article, n);

	pane_clear(pane);
	pane_printf(pane, columns, STYLE_TITLE, "%s %s", mark_kinds[mark->kind].name,
		    mark_types[mark->type].label);
	add_member(pane, columns, "words", mark->exact);
	add_member(pane, columns, "speaker", mark->name);
	add_member(pane, columns, "statement", mark->statement);
	add_member(pane, columns, "says", mark->note);
	add_member(pane, columns, "by", mark->creator);
	add_member(pane, columns, "made", mark->created);
	if (strcmp(mark->created, mark->modified))
		add_member(pane, columns, "changed", mark->modified);
	if (placed)
		pane_printf(pane, columns, STYLE_TEXT, "%-10s %s (%s)", "place",
			    anchor_state_names[placed->state], placed->why);
	add_member(pane, columns, "state", saved_words(record));
	add_member(pane, columns, "id", mark->id);
	add_notes(pane, article, mark->id, columns);
}

void pane_why_focus(struct pane *pane, const struct article *article, const struct focus *focus,
		    int columns)
{
	size_t len = span_length(focus->span);

	pane_clear(pane);
	pane_printf(pane, columns, STYLE_TITLE, "Why this %s is suggested",
		    mark_kinds[focus->kind].name);
	pane_add(pane, columns, STYLE_TEXT, article->text.bytes + focus->span.start,
		 length_shown(article->text.bytes + focus->span.start, len));
	pane_printf(pane, columns, STYLE_TEXT, "score %.2f of 1", (double)focus->score);
	if (focus->type != TYPE_NONE)
		pane_printf(pane, columns, STYLE_TEXT, "taken for: %s",
			    mark_types[focus->type].label);
}

static void add_paragraph(struct pane *pane, const struct article *article, size_t n,
			  int columns)
{
	const struct folds *folds = &article->folds;
	const struct fold_paragraph *paragraph = &folds->items[n];
	size_t len = span_length(paragraph->span);
	struct buf words = BUF_EMPTY;

	buf_printf(&words, "%zu ", folds_place(folds, n).n + 1);
	if (paragraph->of != FOLD_NONE) {
		const char *file = article_file_of(article, paragraph->of);

		buf_printf(&words, "= %s%s%zu ", file ? file : "", file ? " " : "",
			   folds_place(folds, paragraph->of).n + 1);
	}
	buf_add_char(&words, '(');
	fold_why(paragraph, &words);
	buf_add_string(&words, ") ");
	buf_add(&words, article->text.bytes + paragraph->span.start,
		length_shown(article->text.bytes + paragraph->span.start, len));
	pane_add(pane, columns, STYLE_TEXT, words.at, words.len);
	buf_release(&words);
}

void pane_why_fold(struct pane *pane, const struct article *article, const struct hidden *fold,
		   int columns)
{
	struct buf sentence = BUF_EMPTY;

	pane_clear(pane);
	fold_sentence(fold, &sentence);
	pane_add(pane, columns, STYLE_TITLE, sentence.at, sentence.len);
	for (size_t n = fold->run.first; n <= fold->run.last; n++)
		add_paragraph(pane, article, n, columns);
	buf_release(&sentence);
}
