#include "fold_prints.h"

#include "array.h"
#include "fold.h"

#include <stdlib.h>

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
	free(prints->grams.items);
	*prints = (struct fold_prints){ 0 };
}

/* 48 bits: an index is a third smaller for it, and of a hundred million prints no two meet. */
static uint64_t gram(const struct fold_token *tokens)
{
	const uint64_t words[] = { tokens[0].hash, tokens[1].hash, tokens[2].hash };

	return hash_bytes(words, sizeof words, 0) >> 16;
}

static int by_value(const void *a, const void *b)
{
	const uint64_t left = *(const uint64_t *)a, right = *(const uint64_t *)b;

	return left < right ? -1 : left > right;
}

/* Sorts, and leaves each once: how many there are. */
static size_t sort_once(uint64_t *items, size_t count)
{
	size_t left = 0;

	if (count)
		qsort(items, count, sizeof *items, by_value);
	for (size_t i = 0; i < count; i++) {
		if (!left || items[left - 1] != items[i])
			items[left++] = items[i];
	}
	return left;
}

static bool take_grams(struct fold_prints *prints, struct err *err)
{
	const size_t grams = prints->tokens.count - 2;

	prints->grams.count = 0;
	if (!ARRAY_RESERVE(&prints->grams, grams, err))
		return false;
	for (size_t i = 0; i < grams; i++)
		prints->grams.items[i] = gram(prints->tokens.items + i);
	prints->grams.count = sort_once(prints->grams.items, grams);
	return true;
}

bool fold_prints_add(struct fold_prints *prints, struct fold_stretch paragraph, size_t most,
		     struct err *err)
{
	const struct fold_source source = { paragraph.bytes, paragraph.span, 0,
					    paragraph.letters };
	struct fold_facts facts = { 0 };

	if (span_length(paragraph.span) > FOLD_READ_MAX)
		return true;
	if (!fold_measure(&source, &prints->tokens, &facts, err))
		return false;
	if (facts.words < WORDS_MIN || !(facts.flags & FOLD_PROSE))
		return true;
	if (!take_grams(prints, err))
		return false;
	if (most > prints->grams.count)
		most = prints->grams.count;
	if (!ARRAY_RESERVE(prints, most, err))
		return false;
	for (size_t i = 0; i < most; i++)
		prints->items[prints->count++] = prints->grams.items[i];
	return true;
}

void fold_prints_sort(struct fold_prints *prints)
{
	prints->count = sort_once(prints->items, prints->count);
}
