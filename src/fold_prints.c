#include "fold_prints.h"

#include "array.h"
#include "fold.h"

#include <stdlib.h>
#include <string.h>

/* Fewer words are no evidence. */
#define WORDS_MIN 8

bool fold_fingerprint(struct fold_stretch words, struct buf *scratch,
		      struct fingerprint *fingerprint, struct err *err)
{
	struct fold_walk walk = fold_walk_in(words.bytes, words.span);
	struct fold_word word;

	buf_clear(scratch);
	while (fold_walk_next(&walk, &word)) {
		buf_add(scratch, word.bytes, word.len);
		buf_add_char(scratch, '\n');
	}
	err_clear(err);
	if (!buf_ok(scratch, err) || !scratch->len)
		return false;
	*fingerprint = hash_fingerprint(scratch->at, scratch->len);
	return true;
}

void fold_prints_release(struct fold_prints *prints)
{
	free(prints->items);
	free(prints->tokens.items);
	*prints = (struct fold_prints){ 0 };
}

/* 48 bits: an index is a third smaller for it, and of a hundred million prints no two meet. */
static uint64_t gram(const struct fold_token *tokens)
{
	const uint64_t words[] = { tokens[0].hash, tokens[1].hash, tokens[2].hash };

	return hash_bytes(words, sizeof words, 0) >> 16;
}

/* Of many numbers the smallest, in order, each once. */
struct smallest {
	uint64_t *items;
	size_t count, most;
};

/* Most numbers are larger than those that are kept, and done with at once. */
static void keep(struct smallest *kept, uint64_t number)
{
	size_t at = kept->count;

	if (at == kept->most && (!at || number >= kept->items[at - 1]))
		return;
	while (at && kept->items[at - 1] > number)
		at--;
	if (at && kept->items[at - 1] == number)
		return;
	if (kept->count < kept->most)
		kept->count++;
	memmove(kept->items + at + 1, kept->items + at,
		(kept->count - at - 1) * sizeof *kept->items);
	kept->items[at] = number;
}

bool fold_prints_add(struct fold_prints *prints, struct fold_stretch paragraph, size_t most,
		     struct err *err)
{
	const struct fold_source source = { paragraph.bytes, paragraph.span, 0,
					    paragraph.letters };
	struct fold_facts facts = { 0 };
	struct smallest kept;

	if (span_length(paragraph.span) > FOLD_READ_MAX)
		return true;
	if (!fold_measure(&source, &prints->tokens, &facts, err))
		return false;
	if (facts.words < WORDS_MIN || !(facts.flags & FOLD_PROSE))
		return true;
	if (!ARRAY_RESERVE(prints, most, err))
		return false;
	kept = (struct smallest){ .items = prints->items + prints->count, .most = most };
	for (size_t i = 0; i + 2 < prints->tokens.count; i++)
		keep(&kept, gram(prints->tokens.items + i));
	prints->count += kept.count;
	return true;
}

static int by_value(const void *a, const void *b)
{
	const uint64_t left = *(const uint64_t *)a, right = *(const uint64_t *)b;

	return left < right ? -1 : left > right;
}

void fold_prints_sort(struct fold_prints *prints)
{
	size_t left = 0;

	if (prints->count)
		qsort(prints->items, prints->count, sizeof *prints->items, by_value);
	for (size_t i = 0; i < prints->count; i++) {
		if (!left || prints->items[left - 1] != prints->items[i])
			prints->items[left++] = prints->items[i];
	}
	prints->count = left;
}
