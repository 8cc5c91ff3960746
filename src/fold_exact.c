#include "fold_exact.h"

#include "hash.h"

#include <string.h>

struct fold_raw fold_raw(const struct fold_exact *exact, const char *bytes, struct span span)
{
	return (struct fold_raw){
		bytes, span, hash_bytes(bytes + span.start, span_length(span), exact->seed)
	};
}

/* Paragraph `n` may be one of an earlier text. */
static bool is_same(const struct fold_raw *raw, const struct folds *folds, size_t n)
{
	const char *bytes = n < folds->own ? folds_place(folds, n).text->bytes : raw->bytes;
	const struct span other = folds->items[n].span;

	return span_length(other) == span_length(raw->span) &&
	       !memcmp(bytes + other.start, raw->bytes + raw->span.start, span_length(other));
}

void fold_exact_expect(const struct fold_exact *exact, const struct fold_raw *raw)
{
	fold_grams_expect(&exact->seen, raw->hash);
}

uint32_t fold_exact_find(const struct fold_exact *exact, const struct fold_raw *raw,
			 const struct folds *folds)
{
	struct fold_hit found[FOLD_GRAM_MOST];
	size_t count = fold_grams_find(&exact->seen, raw->hash, found);

	for (size_t i = 0; i < count; i++) {
		if (is_same(raw, folds, found[i].paragraph))
			return found[i].paragraph;
	}
	return FOLD_NONE;
}

bool fold_exact_add(struct fold_exact *exact, const struct fold_raw *raw, uint32_t n,
		    struct err *err)
{
	return fold_grams_add(&exact->seen, raw->hash, (struct fold_hit){ .paragraph = n },
			      err);
}

void fold_exact_release(struct fold_exact *exact)
{
	fold_grams_release(&exact->seen);
}
