/*
 * Making, changing and deleting records. Every function follows one way: lock, take in
 * what others wrote, decide, write the lines of one step, wait for the disk.
 * Undo and redo are in edit_undo.c.
 */
#include "edit.h"

#include "edit_step.h"
#include "w3c.h"

#include <string.h>

/* More words than this are no mark: the line would come near the sidecar's limit. */
#define WORDS_MAX ((size_t)1 << 20)

static bool check_words(const struct article *article, struct span span, struct err *err)
{
	if (span_empty(span) || !text_span_valid(&article->text, span))
		return err_set(err, ERR_USAGE, "%s: there are no such words", article->name);
	if (span_length(span) > WORDS_MAX)
		return err_set(err, ERR_LIMIT, "%s: a mark holds at most 1 MiB of text",
			       article->name);
	if (memchr(article->text.bytes + span.start, '\0', span_length(span)))
		return err_set(err, ERR_USAGE, "%s: words with a NUL byte can't be marked",
			       article->name);
	return true;
}

/* The mark's words and place; strings live in the step. */
static bool quote_words(struct step *step, struct mark *mark, struct span span)
{
	struct text *text = &step->article->text;

	mark->placed = true;
	mark->start = text_points(text, span.start);
	mark->end = text_points(text, span.end);
	mark->exact = step_words(step, span);
	mark->prefix = step_words(step, step_context(text, span, -1));
	mark->suffix = step_words(step, step_context(text, span, +1));
	mark->source = article_source(step->article, SIZE_MAX);
	return mark->exact && mark->prefix && mark->suffix;
}

static bool same_mark(const struct article *article, const struct mark *a, const struct mark *b)
{
	return !a->deleted && !a->target && a->placed && a->kind == b->kind &&
	       a->type == b->type && a->of == b->of && a->start == b->start &&
	       a->end == b->end && article_owns(article, a);
}

/* The live record that says the same already, or EDIT_ON_TEXT. */
static uint32_t find_same(const struct article *article, const struct mark *mark)
{
	const struct mark_records *records = &article->marks.records;

	for (size_t n = 0; n < records->count; n++)
		if (same_mark(article, &records->items[n].mark, mark))
			return (uint32_t)n;
	return EDIT_ON_TEXT;
}

static bool add_note(struct step *step, const char *target, const char *words, struct err *err)
{
	struct mark note = { .kind = MARK_NOTE, .target = target, .note = words };

	return step_new(step, &note, err);
}

/* Writes the mark, unless it is there, and its note. */
static bool write_mark(struct step *step, const struct edit_mark *request, struct mark *mark,
		       struct err *err)
{
	uint32_t same = mark->target ? EDIT_ON_TEXT : find_same(step->article, mark);
	bool note = request->note && request->kind != MARK_NOTE;

	step->edit->existed = same != EDIT_ON_TEXT;
	step->edit->record = same;
	if (step->edit->existed)
		mark->id = step->article->marks.records.items[same].mark.id;
	else if (!step_new(step, mark, err))
		return false;
	return !note || add_note(step, mark->id, request->note, err);
}

bool edit_mark(struct article *article, const struct edit_mark *request, struct edit *edit,
	       struct err *err)
{
	struct mark mark = { .kind = request->kind,
			     .type = request->type,
			     .of = request->of,
			     .name = request->name,
			     .note = request->kind == MARK_NOTE ? request->note : NULL,
			     .value = request->kind == MARK_DISMISSED ? "reject" : NULL };
	bool on_text = request->kind != MARK_NOTE || request->target == EDIT_ON_TEXT;
	struct step step;
	bool done;

	if (on_text && !check_words(article, request->span, err))
		return false;
	if (!step_begin(&step, article, edit, request->patience, err))
		return false;
	if (!on_text)
		mark.target = article->marks.records.items[request->target].mark.id;
	done = (!on_text || quote_words(&step, &mark, request->span) || err_memory(err)) &&
	       write_mark(&step, request, &mark, err);
	return step_end(&step, done, err);
}

static bool own_record(const struct article *article, uint32_t record, struct err *err)
{
	const struct mark *mark = &article->marks.records.items[record].mark;

	if (!article_owns(article, mark))
		return err_set(err, ERR_USAGE,
			       "this is a mark of %s: only its maker changes it",
			       *mark->creator ? mark->creator : "somebody else");
	return mark->rev < MARK_REV_MAX ||
	       err_set(err, ERR_LIMIT, "this mark was changed too often");
}

bool edit_delete(struct article *article, uint32_t record, int patience, struct edit *edit,
		 struct err *err)
{
	struct step step;
	bool done;

	if (!own_record(article, record, err) ||
	    !step_begin(&step, article, edit, patience, err))
		return false;
	edit->record = record;
	edit->existed = article->marks.records.items[record].mark.deleted;
	done = edit->existed ||
	       step_revise(&step, record,
			   &(struct step_revision){ .base = STEP_WINNER, .deleted = true },
			   err);
	return step_end(&step, done, err);
}

/* True if this change only moves borders, as the step before it did on the same mark. */
static bool goes_on(const struct article *article, uint32_t record, bool moved)
{
	return moved && article->last_record == record;
}

bool edit_change(struct article *article, uint32_t record, const struct edit_change *change,
		 struct edit *edit, struct err *err)
{
	struct mark become;
	struct step step;
	bool moved, done;

	if (!own_record(article, record, err))
		return false;
	become = article->marks.records.items[record].mark;
	moved = !change->note && change->type == become.type;
	if (!change->note && !check_words(article, change->span, err))
		return false;
	if (!step_begin(&step, article, edit, EDIT_PATIENCE_SCREEN, err))
		return false;
	if (goes_on(article, record, moved))
		memcpy(step.id, article->last_step, sizeof step.id);
	become = article->marks.records.items[record].mark;
	become.type = change->type;
	if (change->note)
		become.note = change->note;
	edit->record = record;
	done = (change->note || quote_words(&step, &become, change->span) || err_memory(err)) &&
	       step_revise(&step, record,
			   &(struct step_revision){ .base = STEP_WINNER, .become = &become },
			   err);
	done = step_end(&step, done, err);
	if (done && moved) {
		article->last_record = record;
		memcpy(article->last_step, step.id, sizeof step.id);
	}
	return done;
}
