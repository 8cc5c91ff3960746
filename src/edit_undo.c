/*
 * Undo and redo: both reverse a step by appending, so they reach back as far as the
 * sidecar does.
 */
#include "edit.h"

#include "edit_step.h"
#include "w3c.h"

#include <stdlib.h>

/* Whether the line that comes back says that its record is deleted. */
static bool line_deleted(const struct article *article, size_t line, bool *deleted,
			 struct err *err)
{
	struct buf bytes = BUF_EMPTY;
	struct arena arena = ARENA_EMPTY;
	struct mark mark;
	bool done;

	done = journal_line(&article->journal, &article->marks.lines.items[line], &bytes,
			    err) &&
	       w3c_read(bytes.at, bytes.len, &arena, &mark, err);
	if (done)
		*deleted = mark.deleted;
	arena_release(&arena);
	buf_release(&bytes);
	return done;
}

static bool reverse_record(struct step *step, const struct mark_reversal *reversal,
			   struct err *err)
{
	struct step_revision revision = { .base = STEP_WINNER, .deleted = true };

	if (reversal->line != MARKS_NONE) {
		revision.base = reversal->line;
		if (!line_deleted(step->article, reversal->line, &revision.deleted, err))
			return false;
	}
	return step_revise(step, reversal->record, &revision, err);
}

static bool reverse_step(struct step *step, size_t which, struct err *err)
{
	const struct marks *marks = &step->article->marks;
	struct mark_reversal *reversals = NULL;
	size_t count = 0;
	bool done = marks_reversals(marks, which, &reversals, &count, err);

	step->undoes = marks->steps.items[which].id;
	for (size_t n = 0; done && n < count; n++)
		done = reverse_record(step, &reversals[n], err);
	if (done && count)
		step->edit->record = reversals[0].record;
	free(reversals);
	return done;
}

static size_t undone_next(const struct article *article)
{
	return marks_undo(&article->marks, article->who, 0);
}

static size_t redone_next(const struct article *article)
{
	return marks_redo(&article->marks, article->who);
}

/* Finds the step under the lock; looks before locking, so that nothing to undo makes no file.
 */
static bool reverse(struct article *article, struct edit *edit,
		    size_t (*find)(const struct article *article), struct err *err)
{
	const char *verb = find == undone_next ? "undo" : "redo";
	struct step step;
	size_t which;

	article_poll(article, err);
	if (find(article) == MARKS_NONE)
		return err_set(err, ERR_MISSING, "nothing to %s", verb);
	if (!step_begin(&step, article, NULL, edit, err))
		return false;
	which = find(article);
	return step_end(&step,
			which == MARKS_NONE ? err_set(err, ERR_MISSING, "nothing to %s", verb)
					    : reverse_step(&step, which, err),
			err);
}

bool edit_undo(struct article *article, struct edit *edit, struct err *err)
{
	return reverse(article, edit, undone_next, err);
}

bool edit_redo(struct article *article, struct edit *edit, struct err *err)
{
	return reverse(article, edit, redone_next, err);
}

bool edit_undo_is_old(const struct article *article)
{
	size_t which = marks_undo(&article->marks, article->who, 0);

	return which != MARKS_NONE && which < article->old_steps;
}
