#include "support/edits.h"

#include "fold_change.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

void edits_say(const struct reading *reading, size_t n, struct buf *out)
{
	struct fold_edits edits = { 0 };
	struct err err;

	assert_true(fold_edits_make(&edits, &reading->folds, &reading->text, n, &err));
	if (edits.too_long)
		buf_add_string(out, "too long\n");
	for (size_t i = 0; i < edits.count; i++) {
		const struct fold_edit *edit = &edits.items[i];

		buf_add(out, edits.old_bytes + edit->old.start, span_length(edit->old));
		buf_add_char(out, '|');
		buf_add(out, edits.new_bytes + edit->new.start, span_length(edit->new));
		buf_add_string(out, " = ");
		fold_kinds_say(edit->kinds, out);
		buf_add_char(out, '\n');
	}
	fold_edits_release(&edits);
}

void assert_edits(const char *text, const char *expected)
{
	struct reading reading;
	struct buf said = BUF_EMPTY;

	folding_read(&reading, text, strlen(text));
	edits_say(&reading, reading.folds.count - 1, &said);
	assert_string_equal(said.at, expected);
	buf_release(&said);
	folding_release(&reading);
}

void assert_changes(const struct change *changes)
{
	for (; changes->old; changes++) {
		struct buf text = BUF_EMPTY, told = BUF_EMPTY;

		buf_printf(&text, BOATS("%s") "\n" BOATS("%s"), changes->old, changes->new);
		buf_printf(&told, "%s%s", changes->told, *changes->told ? "\n" : "");
		assert_edits(text.at, told.at);
		buf_release(&text);
		buf_release(&told);
	}
}
