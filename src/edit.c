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

static bool equal(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

static bool same_mark(const struct article *article, const struct mark *a, const struct mark *b)
{
	return !a->deleted && a->placed == b->placed && a->kind == b->kind &&
	       a->type == b->type && a->of == b->of && a->start == b->start &&
	       a->end == b->end && equal(a->target, b->target) && equal(a->note, b->note) &&
	       article_owns(article, a);
}

/* The live record that says the same already, or EDIT_NO_RECORD. */
static uint32_t find_same(const struct article *article, const struct mark *mark)
{
	const struct mark_records *records = &article->marks.records;

	for (size_t n = 0; n < records->count; n++)
		if (same_mark(article, &records->items[n].mark, mark))
			return (uint32_t)n;
	return EDIT_NO_RECORD;
}

static bool add_note(struct step *step, const char *target, const char *words, struct err *err)
{
	struct mark note = { .kind = MARK_NOTE, .target = target, .note = words };

	return find_same(step->article, &note) != EDIT_NO_RECORD || step_new(step, &note, err);
}

/* Writes the mark, unless it is there, and its note. */
static bool write_mark(struct step *step, const struct edit_mark *request, struct mark *mark,
		       struct err *err)
{
	uint32_t same = find_same(step->article, mark);
	bool note = request->note && request->kind != MARK_NOTE;

	step->edit->existed = same != EDIT_NO_RECORD;
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
	struct step step;
	uint32_t target;
	bool done;

	if (!request->target) {
		if (!check_words(article, request->span, err))
			return false;
		/* Hashing a huge text is not for others to wait for under the lock. */
		article_source(article, SIZE_MAX);
	}
	if (!step_begin(&step, article, request->target, edit, err))
		return false;
	mark.target = step.subject;
	done = request->target ? step_find(&step, &target, err)
			       : quote_words(&step, &mark, request->span) || err_memory(err);
	done = done && write_mark(&step, request, &mark, err);
	return step_end(&step, done, err);
}

/* The step's subject, as it is under the lock, if this person may change it. */
static bool find_own(struct step *step, uint32_t *record, struct err *err)
{
	const struct mark *mark;

	if (!step_find(step, record, err))
		return false;
	mark = &step->article->marks.records.items[*record].mark;
	if (!article_owns(step->article, mark))
		return err_set(err, ERR_USAGE,
			       "this is a mark of %s: only its maker changes it",
			       *mark->creator ? mark->creator : "somebody else");
	return mark->rev < MARK_REV_MAX ||
	       err_set(err, ERR_LIMIT, "this mark was changed too often");
}

bool edit_delete(struct article *article, const char *id, struct edit *edit, struct err *err)
{
	const struct step_revision revision = { .base = STEP_WINNER, .deleted = true };
	struct step step;
	bool done;

	if (!step_begin(&step, article, id, edit, err))
		return false;
	done = find_own(&step, &edit->record, err);
	if (done)
		edit->existed = article->marks.records.items[edit->record].mark.deleted;
	done = done && (edit->existed || step_revise(&step, edit->record, &revision, err));
	return step_end(&step, done, err);
}

/* Writes the revision. Moves of one mark's borders in a row go on with one step. */
static bool write_change(struct step *step, const struct edit_change *change, bool *moved,
			 struct err *err)
{
	struct article *article = step->article;
	uint32_t record = step->edit->record;
	struct mark become = article->marks.records.items[record].mark;
	const struct step_revision revision = { .base = STEP_WINNER, .become = &become };

	if (become.deleted)
		return err_set(err, ERR_MISSING, "this mark was deleted");
	*moved = change->type == become.type;
	if (*moved && article->last_record == record)
		memcpy(step->id, article->last_step, sizeof step->id);
	become.type = change->type;
	return (quote_words(step, &become, change->span) || err_memory(err)) &&
	       step_revise(step, record, &revision, err);
}

bool edit_change(struct article *article, const char *id, const struct edit_change *change,
		 struct edit *edit, struct err *err)
{
	struct step step;
	bool moved = false, done;

	if (!check_words(article, change->span, err) ||
	    !step_begin(&step, article, id, edit, err))
		return false;
	done = find_own(&step, &edit->record, err) && write_change(&step, change, &moved, err);
	done = step_end(&step, done, err);
	if (done && moved) {
		article->last_record = edit->record;
		memcpy(article->last_step, step.id, sizeof step.id);
	}
	return done;
}
