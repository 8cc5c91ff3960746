#include "pane_card.h"

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
