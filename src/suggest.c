#include "suggest.h"

#include "suggest_finder.h"
#include "utf8.h"

#include <stdlib.h>

typedef bool finder(const struct passage *passage, struct err *err);

static finder *const finders[] = { suggest_quotes, suggest_entities, suggest_claims };

/* By start; the longer first; then quote, entity, claim. */
static int compare(const void *left, const void *right)
{
	const struct suggestion *a = left, *b = right;
	int order = span_compare(a->span, b->span);

	return order ? order : (int)a->kind - (int)b->kind;
}

bool suggest_paragraph(const struct text *text, struct span paragraph, struct suggestions *out,
		       struct err *err)
{
	struct passage passage = { .bytes = text->bytes, .span = paragraph, .out = out };
	size_t before = out->count;

	if (span_length(paragraph) > SUGGEST_MAX)
		passage.span.end =
			utf8_start(text->bytes, paragraph.end, paragraph.start + SUGGEST_MAX);
	for (size_t i = 0; i < sizeof finders / sizeof *finders; i++) {
		if (!finders[i](&passage, err))
			return false;
	}
	if (out->count > before)
		qsort(out->items + before, out->count - before, sizeof *out->items, compare);
	return true;
}

void suggestions_release(struct suggestions *suggestions)
{
	free(suggestions->items);
	*suggestions = (struct suggestions){ 0 };
}
