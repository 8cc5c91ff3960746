/*
 * A piece of a long paragraph, changed. What the paragraph says before and behind it is left
 * out, which is no news in each of its words.
 */
#include "fold_change.h"
#include "fold_diff.h"

/* The number of words before the first that is the same; all, if none is. */
static size_t changed_before(const bool *same, size_t count)
{
	size_t n = 0;

	while (n < count && !same[n])
		n++;
	return n;
}

static size_t changed_behind(const bool *same, size_t count)
{
	size_t n = 0;

	while (n < count && !same[count - 1 - n])
		n++;
	return n;
}

static bool is_border(const struct fold_tokens *words, size_t i)
{
	return !i || i == words->count || words->items[i].marks & FOLD_MARK_OPENS;
}

/* Sets *at to the border of a sentence that is at most `most` words away, in steps of `step`.
 */
static bool find_border(const struct fold_tokens *words, size_t *at, size_t most, int step)
{
	for (size_t i = 0; i <= most; i++) {
		if (is_border(words, *at))
			return true;
		*at = step > 0 ? *at + 1 : *at - 1;
	}
	return false;
}

struct fold_part fold_diff_piece(const struct fold_diff *diff, const struct fold_tokens *old,
				 const struct fold_tokens *new)
{
	const size_t before = changed_before(diff->old_same, old->count);
	const struct fold_part all = { 0, old->count };
	struct fold_part piece = { before,
				   old->count - changed_behind(diff->old_same, old->count) };

	if (before == old->count ||
	    !find_border(old, &piece.first, changed_before(diff->new_same, new->count), -1) ||
	    !find_border(old, &piece.end, changed_behind(diff->new_same, new->count), 1))
		return all;
	return (piece.end - piece.first) * 2 < old->count ? piece : all;
}

unsigned fold_old_kind_of(const struct fold_forms *phrases, const struct fold_tokens *old,
			  size_t i, struct fold_part piece)
{
	if (i < piece.first || i >= piece.end)
		return 1u << FOLD_KIND_WORDS;
	return fold_kind_of(phrases, old, i);
}
