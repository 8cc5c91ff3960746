/*
 * What is new in the near paragraphs that somebody looks at. A painter asks for the same ones
 * with every frame; what was made stays until so many others were asked for that no screen
 * holds them.
 */
#include "article.h"

#include "array.h"

#include <stdlib.h>

#define KEPT_MAX 128

bool article_near(const struct article *article, size_t at, size_t *n)
{
	const struct folds *folds = &article->folds;

	*n = article->unfolded ? FOLD_NONE : folds_at(folds, at);
	return *n != FOLD_NONE && folds->items[*n].state == FOLD_NEAR &&
	       span_holds(folds->items[*n].span, at);
}

void article_edits_forget(struct article *article)
{
	for (size_t i = 0; i < article->edits.count; i++)
		fold_edits_release(&article->edits.items[i].edits);
	article->edits.count = 0;
}

/* What it repeats may be another paragraph now, while it is not settled. */
static const struct fold_edits *find(const struct article *article, size_t n)
{
	const uint32_t of = article->folds.items[n].of;

	for (size_t i = 0; i < article->edits.count; i++) {
		const struct kept_edits *kept = &article->edits.items[i];

		if (kept->n == n && kept->of == of)
			return &kept->edits;
	}
	return NULL;
}

static const struct fold_edits *make(struct article *article, size_t n)
{
	struct kept_edits *kept;
	struct err err;

	if (article->edits.count == KEPT_MAX)
		article_edits_forget(article);
	if (!ARRAY_RESERVE(&article->edits, 1, &err))
		return NULL;
	kept = &article->edits.items[article->edits.count];
	*kept = (struct kept_edits){ .n = n, .of = article->folds.items[n].of };
	if (!fold_edits_make(&kept->edits, &article->folds, &article->text, n, &err)) {
		fold_edits_release(&kept->edits);
		return NULL;
	}
	article->edits.count++;
	return &kept->edits;
}

const struct fold_edits *article_edits(struct article *article, size_t n)
{
	const struct fold_edits *found = find(article, n);

	return found ? found : make(article, n);
}
