#include "edit_step.h"

#include "utf8.h"
#include "w3c.h"

#include <string.h>

bool step_begin(struct step *step, struct article *article, const char *subject,
		struct edit *edit, struct err *err)
{
	struct err locked;

	*step = (struct step){
		.article = article, .edit = edit, .undoes = "", .lines = BUF_EMPTY
	};
	*edit = (struct edit){ .record = EDIT_NO_RECORD, .saved = true };
	if (!article->path)
		return err_set(
			err, ERR_USAGE,
			"standard input has no place for marks: save it to a file first");
	if (!stamp_step(step->id, err))
		return false;
	stamp_time(step->now);
	step->subject = subject ? arena_string(&step->arena, subject) : NULL;
	if (subject && !step->subject)
		return err_memory(err);
	/* Where nothing can be locked the commit holds the lines as unsaved and says why. */
	(void)!journal_begin(&article->journal, article->patience, &locked);
	if (article_place(article, err))
		return true;
	journal_end(&article->journal);
	arena_release(&step->arena);
	return false;
}

bool step_find(const struct step *step, uint32_t *record, struct err *err)
{
	const struct marks *marks = &step->article->marks;
	const struct mark_record *found = marks_find(marks, step->subject);

	if (!found)
		return err_set(err, ERR_MISSING, "%s: that mark is gone from the sidecar",
			       step->article->name);
	*record = (uint32_t)(found - marks->records.items);
	return true;
}

/* Tells which record the step made. */
static void tell_record(struct step *step)
{
	const struct marks *marks = &step->article->marks;
	const struct mark_record *record = marks_find(marks, step->first);

	if (record)
		step->edit->record = (uint32_t)(record - marks->records.items);
}

bool step_end(struct step *step, bool done, struct err *err)
{
	struct article *article = step->article;

	done = done && buf_ok(&step->lines, err);
	if (done && step->lines.len)
		step->edit->saved = journal_commit(&article->journal, &step->lines, err);
	journal_end(&article->journal);
	if (done && step->lines.len) {
		struct err placing;

		done = article_place(article, &placing) || err_memory(err);
		article->last_record = EDIT_NO_RECORD;
	}
	if (done && *step->first && step->edit->record == EDIT_NO_RECORD)
		tell_record(step);
	buf_release(&step->lines);
	arena_release(&step->arena);
	return done;
}

bool step_new(struct step *step, struct mark *mark, struct err *err)
{
	char id[STAMP_ID];

	if (!stamp_id(id, err))
		return false;
	mark->id = arena_string(&step->arena, id);
	if (!mark->id)
		return err_memory(err);
	mark->rev = 1;
	mark->creator = step->article->who;
	mark->created = mark->modified = step->now;
	mark->step = step->id;
	mark->undoes = "";
	if (!mark->source)
		mark->source = "";
	if (!*step->first)
		memcpy(step->first, id, sizeof id);
	step->edit->records++;
	return w3c_write(mark, &step->lines, err);
}

bool step_revise(struct step *step, uint32_t n, const struct step_revision *revision,
		 struct err *err)
{
	const struct marks *marks = &step->article->marks;
	const struct mark_record *record = &marks->records.items[n];
	size_t base = revision->base == STEP_WINNER ? record->line : revision->base;
	struct w3c_revision change = { .rev = record->mark.rev + 1,
				       .deleted = revision->deleted,
				       .modified = step->now,
				       .step = step->id,
				       .undoes = step->undoes,
				       .become = revision->become };
	struct buf old = BUF_EMPTY;
	bool done;

	step->edit->records++;
	done = journal_line(&step->article->journal, &marks->lines.items[base], &old, err) &&
	       w3c_revise(old.at, old.len, &change, &step->lines, err);
	buf_release(&old);
	return done;
}

const char *step_words(struct step *step, struct span span)
{
	struct buf words = BUF_EMPTY;
	struct err err;
	const char *copy;

	utf8_replace(&words, step->article->text.bytes + span.start, span_length(span));
	copy = buf_ok(&words, &err) ? arena_copy(&step->arena, words.at, words.len) : NULL;
	buf_release(&words);
	return copy;
}

static struct span context_before(const struct text *text, struct span span)
{
	struct span before = { span.start, span.start };

	for (int n = 0; n < MARK_CONTEXT && before.start; n++) {
		size_t start = utf8_start(text->bytes, text->len, before.start - 1);

		if (!text->bytes[start])
			break;
		before.start = start;
	}
	return before;
}

static struct span context_behind(const struct text *text, struct span span)
{
	struct span behind = { span.end, span.end };

	for (int n = 0; n < MARK_CONTEXT && behind.end < text->len; n++) {
		if (!text->bytes[behind.end])
			break;
		behind.end += utf8_decode(text->bytes + behind.end, text->len - behind.end).len;
	}
	return behind;
}

struct span step_context(const struct text *text, struct span span, int side)
{
	return side < 0 ? context_before(text, span) : context_behind(text, span);
}
