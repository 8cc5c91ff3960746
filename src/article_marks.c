/*
 * Where the marks of an article stand: `placed`, kept sorted as lines come in.
 */
#include "article.h"

#include "array.h"

#include <stdlib.h>
#include <string.h>

/* From so many new lines on, sorting all is cheaper than putting each in its place. */
#define PLACE_ONE_BY_ONE 32

bool article_owns(const struct article *article, const struct mark *mark)
{
	return !strcmp(mark->creator, article->who);
}

static bool stands_on_text(const struct mark_record *record)
{
	return !record->mark.deleted && !record->mark.target &&
	       (record->mark.placed || record->mark.exact);
}

static bool is_name(const struct mark *mark)
{
	return mark->kind == MARK_ENTITY ||
	       (mark->kind == MARK_DISMISSED && mark->of == MARK_ENTITY);
}

static struct placed place(struct article *article, uint32_t n)
{
	const struct mark_record *record = &article->marks.records.items[n];
	struct anchor anchor = anchor_find(&article->text, &record->mark);
	struct placed placed = { .span = anchor.span,
				 .record = n,
				 .line = record->line,
				 .state = anchor.state,
				 .why = anchor.why,
				 .own = article_owns(article, &record->mark) };

	if (span_empty(anchor.span))
		placed.span = (struct span){ article->text.len, article->text.len };
	else if (is_name(&record->mark))
		placed.name = suggest_name(&article->text, anchor.span);
	return placed;
}

/* By start, the longer first, then in the order of making. */
static int compare(const void *left, const void *right)
{
	const struct placed *a = left, *b = right;
	int order = span_compare(a->span, b->span);

	if (order)
		return order;
	return a->record < b->record ? -1 : a->record > b->record;
}

static void note_length(struct placed_list *list, const struct placed *placed)
{
	if (span_length(placed->span) > list->longest)
		list->longest = span_length(placed->span);
}

static bool place_all(struct article *article, struct err *err)
{
	struct placed_list *list = &article->placed;
	const struct mark_records *records = &article->marks.records;

	list->count = 0;
	list->longest = 0;
	for (size_t n = 0; n < records->count; n++) {
		if (!stands_on_text(&records->items[n]))
			continue;
		if (!ARRAY_RESERVE(list, 1, err))
			return false;
		list->items[list->count] = place(article, (uint32_t)n);
		note_length(list, &list->items[list->count++]);
	}
	if (list->count)
		qsort(list->items, list->count, sizeof *list->items, compare);
	return true;
}

static void take_out(struct placed_list *list, uint32_t record)
{
	for (size_t n = 0; n < list->count; n++) {
		if (list->items[n].record != record)
			continue;
		memmove(list->items + n, list->items + n + 1,
			(--list->count - n) * sizeof *list->items);
		return;
	}
}

static bool place_one(struct article *article, uint32_t record, struct err *err)
{
	struct placed_list *list = &article->placed;
	struct placed placed;
	size_t n;

	take_out(list, record);
	if (!stands_on_text(&article->marks.records.items[record]))
		return true;
	if (!ARRAY_RESERVE(list, 1, err))
		return false;
	placed = place(article, record);
	for (n = list->count; n && compare(&list->items[n - 1], &placed) > 0; n--)
		list->items[n] = list->items[n - 1];
	list->items[n] = placed;
	list->count++;
	note_length(list, &placed);
	return true;
}

bool article_place(struct article *article, struct err *err)
{
	struct placed_list *list = &article->placed;
	const struct marks *marks = &article->marks;
	bool done = true;

	if (list->lines == marks->lines.count && list->cleared == marks->cleared)
		return true;
	if (list->cleared != marks->cleared ||
	    marks->lines.count - list->lines > PLACE_ONE_BY_ONE)
		done = place_all(article, err);
	else
		for (size_t n = list->lines; done && n < marks->lines.count; n++)
			done = place_one(article, marks->lines.items[n].record, err);
	if (list->cleared != marks->cleared)
		article->last_record = UINT32_MAX;
	list->lines = marks->lines.count;
	list->cleared = marks->cleared;
	article->generation++;
	return done;
}

bool article_poll(struct article *article, struct err *err)
{
	uint64_t generation = article->generation;
	struct err unsaved;

	err_clear(err);
	if (!article->path)
		return false;
	(void)!journal_read(&article->journal, err);
	if (journal_unsaved(&article->journal) && journal_retry(&article->journal, 0, &unsaved))
		article->generation++;
	if (!article_place(article, &unsaved))
		*err = unsaved;
	return article->generation != generation || err->kind != ERR_NONE;
}

size_t article_marks_from(const struct article *article, struct span span)
{
	const struct placed_list *list = &article->placed;
	size_t from = span.start > list->longest ? span.start - list->longest : 0;
	size_t low = 0, high = list->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (list->items[middle].span.start < from)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

const struct placed *article_placed(const struct article *article, uint32_t record)
{
	for (size_t n = 0; n < article->placed.count; n++)
		if (article->placed.items[n].record == record)
			return &article->placed.items[n];
	return NULL;
}

static bool is_lost(const struct article *article, const struct placed *placed)
{
	return span_empty(placed->span) &&
	       article->marks.records.items[placed->record].mark.kind != MARK_DISMISSED;
}

size_t article_lost(const struct article *article)
{
	size_t lost = 0;

	for (size_t n = article->placed.count; n > 0; n--) {
		if (!span_empty(article->placed.items[n - 1].span))
			break;
		lost += is_lost(article, &article->placed.items[n - 1]);
	}
	return lost;
}

void article_count(const struct article *article, size_t counts[MARK_KINDS])
{
	const struct mark_records *records = &article->marks.records;

	memset(counts, 0, MARK_KINDS * sizeof *counts);
	for (size_t n = 0; n < records->count; n++)
		if (marks_live(&article->marks, &records->items[n]))
			counts[records->items[n].mark.kind]++;
	for (size_t n = article->placed.count; n > 0; n--) {
		const struct placed *placed = &article->placed.items[n - 1];

		if (!span_empty(placed->span))
			break;
		counts[records->items[placed->record].mark.kind]--;
	}
}
