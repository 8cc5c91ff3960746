#include "explain.h"

#include "fold_change.h"
#include "plain.h"

/* Of a paragraph, as much as tells which it is: bytes. */
#define WORDS_SHOWN 60

static void add_original(const struct explained *it, struct buf *out)
{
	buf_add_string(out, " of ");
	if (it->of_file) {
		plain_add_string(out, it->of_file);
		buf_add_char(out, ':');
	}
	buf_printf(out, "%zu", it->of);
}

static void add_verdict(const struct explained *it, struct buf *out)
{
	const struct fold_paragraph *verdict = &it->verdict;

	plain_add_string(out, it->file);
	buf_printf(out, ":%zu: %s", it->line, fold_state_names[verdict->state]);
	if (verdict->of != FOLD_NONE)
		add_original(it, out);
	if (verdict->state != FOLD_SHOWN) {
		buf_printf(out, " (%.2f): ", (double)verdict->score);
		fold_why(verdict, out);
	}
}

static bool add_changes(const struct explained *it, struct buf *out, struct err *err)
{
	struct fold_edits edits = { 0 };
	const bool done = fold_edits_make(&edits, it->folds, it->text, it->n, err);

	for (size_t i = 0; done && i < edits.count; i++) {
		buf_add_string(out, "\n  ");
		fold_edit_say(&edits, &edits.items[i], out);
	}
	fold_edits_release(&edits);
	return done;
}

bool explain(const struct explained *it, struct buf *out, struct err *err)
{
	add_verdict(it, out);
	buf_add_string(out, " \"");
	fold_words_say(it->text->bytes, it->verdict.span, WORDS_SHOWN, out);
	buf_add_char(out, '"');
	return it->verdict.of == FOLD_NONE || add_changes(it, out, err);
}
