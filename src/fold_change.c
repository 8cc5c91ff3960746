/*
 * Where the words changed. Both paragraphs are read again and compared by the code that gave
 * the verdict, so that what is listed here is what `changed` says.
 *
 * A word or two that are the same between two longer changes are there by chance: they are
 * taken into the change, so that "Ada Holm of Lindvik → Eva Lund of Tollen" is one.
 */
#include "fold_change.h"

#include "array.h"
#include "fold_job.h"
#include "fold_side.h"

#include <stdlib.h>
#include <string.h>

#define BRIDGE_WORDS 2

struct comparison {
	const struct folds *folds;
	struct fold_edits *edits;
	struct fold_side old, new;
	struct fold_diff *diff;
	struct fold_part piece; /* of the old words */
	size_t bridge;		/* the new word behind the last edit */
};

void fold_edits_release(struct fold_edits *edits)
{
	free(edits->items);
	*edits = (struct fold_edits){ 0 };
}

/* Words of advertisement at the end are not counted. */
static bool read_side(const struct comparison *it, struct fold_side *side, size_t first,
		      size_t last, struct err *err)
{
	const struct fold_work *work = it->folds->work;
	const struct fold_paragraph *items = it->folds->items;
	struct fold_source source = { .bytes = side->bytes, .seed = work->seed };

	side->span = (struct span){ items[first].span.start, items[last].span.end };
	source.span =
		(struct span){ side->span.start, side->span.end - work->items[last].tail };
	return fold_tokenise(&source, &side->tokens, err);
}

static unsigned kinds_in(const struct comparison *it, struct fold_part old,
			 struct fold_part new)
{
	const struct fold_forms *phrases = &it->folds->work->phrases;
	unsigned kinds = 0;

	for (size_t i = old.first; i < old.end; i++)
		kinds |= fold_old_kind_of(phrases, &it->old.tokens, i, it->piece);
	for (size_t i = new.first; i < new.end; i++)
		kinds |= fold_kind_of(phrases, &it->new.tokens, i);
	return kinds;
}

static size_t size_of(const struct fold_edit *edit)
{
	const size_t old = span_length(edit->old), new = span_length(edit->new);

	return old > new ? old : new;
}

/* True if the bytes before the edit, back to `old` and `new`, are the same. */
static bool same_before(const struct comparison *it, const struct fold_edit *edit, size_t len)
{
	return edit->old.start - it->old.span.start >= len &&
	       edit->new.start - it->new.span.start >= len &&
	       !memcmp(it->old.bytes + edit->old.start - len,
		       it->new.bytes + edit->new.start - len, len);
}

/* Marks are told with their letter, which is the same in both. */
static void take_letter(const struct comparison *it, struct fold_edit *edit)
{
	size_t old = edit->old.start - fold_side_letter(&it->old, edit->old.start);
	size_t new = edit->new.start - fold_side_letter(&it->new, edit->new.start);
	const size_t len = old > new ? old : new;

	if (len && same_before(it, edit, len))
		old = new = len;
	edit->old.start -= old;
	edit->new.start -= new;
	if (!span_empty(edit->old))
		edit->old.end = fold_side_behind_marks(&it->old, edit->old.end);
	if (!span_empty(edit->new))
		edit->new.end = fold_side_behind_marks(&it->new, edit->new.end);
}

/* True if what stands between the last edit and `edit` is less than either. */
static bool is_bridged(const struct comparison *it, const struct fold_edit *edit, size_t word)
{
	const struct fold_edits *edits = it->edits;
	const struct fold_edit *last;
	size_t between;

	if (!edits->count)
		return false;
	last = &edits->items[edits->count - 1];
	if (edit->new.start < last->new.end || edit->old.start < last->old.end)
		return true;
	if (word - it->bridge > BRIDGE_WORDS)
		return false;
	between = edit->new.start - last->new.end;
	return between < size_of(last) && between < size_of(edit);
}

static bool add_edit(struct comparison *it, struct fold_part old, struct fold_part new,
		     struct err *err)
{
	const bool alone = old.first == old.end || new.first == new.end;
	struct fold_edit edit = {
		.old = alone ? fold_side_alone(&it->old, old, &it->new, new.first)
			     : fold_side_span(&it->old, old),
		.new = alone ? fold_side_alone(&it->new, new, &it->old, old.first)
			     : fold_side_span(&it->new, new),
		.kinds = kinds_in(it, old, new),
	};

	take_letter(it, &edit);
	if (is_bridged(it, &edit, new.first)) {
		struct fold_edit *last = &it->edits->items[it->edits->count - 1];

		last->old.end = edit.old.end;
		last->new.end = edit.new.end;
		last->kinds |= edit.kinds;
	} else {
		if (!ARRAY_RESERVE(it->edits, 1, err))
			return false;
		it->edits->items[it->edits->count++] = edit;
	}
	it->bridge = new.end;
	return true;
}

static bool list_changes(struct comparison *it, struct err *err)
{
	const size_t olds = it->old.tokens.count, news = it->new.tokens.count;
	struct fold_part old = { 0, 0 }, new = { 0, 0 };

	while (old.end < olds || new.end < news) {
		old.first = old.end;
		new.first = new.end;
		while (old.end < olds && !it->diff->old_same[old.end])
			old.end++;
		while (new.end < news && !it->diff->new_same[new.end])
			new.end++;
		if (old.end == old.first && new.end == new.first) {
			old.end++;
			new.end++;
		} else if (!add_edit(it, old, new, err)) {
			return false;
		}
	}
	return true;
}

static bool compare_words(struct comparison *it, struct err *err)
{
	bool done;

	if (it->old.tokens.count > FOLD_DIFF_WORDS || it->new.tokens.count > FOLD_DIFF_WORDS) {
		it->edits->too_long = true;
		return true;
	}
	it->diff = calloc(1, sizeof *it->diff);
	if (!it->diff)
		return err_memory(err);
	done = fold_diff_words(it->diff, &it->old.tokens, &it->new.tokens, err);
	if (done) {
		it->piece = fold_diff_piece(it->diff, &it->old.tokens, &it->new.tokens);
		done = list_changes(it, err);
	}
	fold_diff_free(it->diff);
	return done;
}

/* The word `i` with what stands before it; behind the last word, what is left. */
static struct span unit_of(const struct fold_side *side, size_t i)
{
	const size_t end = i < side->tokens.count ? fold_side_end(side, i + 1) : side->span.end;
	struct span unit = { fold_side_end(side, i), end };

	if (!i)
		fold_side_skip_blanks(side, &unit);
	return unit;
}

/* The same characters, however many blanks part them. */
static bool look_alike(const struct comparison *it, struct span old, struct span new)
{
	for (;;) {
		const bool blanks = fold_side_skip_blanks(&it->old, &old);

		if (blanks != !!fold_side_skip_blanks(&it->new, &new) || span_empty(old) ||
		    span_empty(new))
			return span_empty(old) && span_empty(new);
		if (it->old.bytes[old.start++] != it->new.bytes[new.start++])
			return false;
	}
}

static bool list_typography(struct comparison *it, struct err *err)
{
	struct fold_edits *edits = it->edits;
	bool goes_on = false;

	for (size_t i = 0; i <= it->new.tokens.count; i++) {
		struct fold_edit edit = { unit_of(&it->old, i), unit_of(&it->new, i),
					  1u << FOLD_KIND_TYPOGRAPHY };

		if (look_alike(it, edit.old, edit.new)) {
			goes_on = false;
			continue;
		}
		fold_side_skip_blanks(&it->old, &edit.old);
		fold_side_skip_blanks(&it->new, &edit.new);
		if (!goes_on) {
			if (!ARRAY_RESERVE(edits, 1, err))
				return false;
			edits->items[edits->count++] = edit;
		}
		edits->items[edits->count - 1].old.end = edit.old.end;
		edits->items[edits->count - 1].new.end = edit.new.end;
		goes_on = true;
	}
	return true;
}

/* Of a copy of one paragraph, neither cut nor in pieces. */
static bool compare_characters(struct comparison *it, struct err *err)
{
	if (it->old.tokens.count != it->new.tokens.count)
		return true;
	return list_typography(it, err);
}

/* What the verdict was given without a comparison is not compared now. */
static bool was_compared(const struct fold_paragraph *paragraph)
{
	return paragraph->why != FOLD_BECAUSE_CHANGED || paragraph->changed;
}

/* Of the text at hand, or of an earlier one. */
static const char *bytes_of(const struct folds *folds, const struct text *text, uint32_t n)
{
	const struct text *earlier = NULL;

	if (n != FOLD_NONE && folds->work)
		earlier = folds_place(folds, n).text;
	return earlier ? earlier->bytes : text->bytes;
}

bool fold_edits_make(struct fold_edits *edits, const struct folds *folds,
		     const struct text *text, size_t n, struct err *err)
{
	const struct fold_paragraph *paragraph = &folds->items[n];
	struct comparison it = { .folds = folds, .edits = edits };
	bool done;

	edits->new_bytes = it.new.bytes = text->bytes;
	edits->old_bytes = it.old.bytes = bytes_of(folds, text, paragraph->of);
	edits->paragraph = paragraph->span;
	edits->count = 0;
	edits->too_long = paragraph->state == FOLD_NEAR && !was_compared(paragraph);
	if (!folds->work || paragraph->of == FOLD_NONE || edits->too_long)
		return true;
	done = read_side(&it, &it.old, paragraph->of, folds_of_last(folds, n), err) &&
	       read_side(&it, &it.new, n, n, err);
	if (done)
		done = paragraph->state == FOLD_NEAR ? compare_words(&it, err)
						     : compare_characters(&it, err);
	free(it.old.tokens.items);
	free(it.new.tokens.items);
	return done;
}
