#include "stages.h"

#include "array.h"
#include "fold.h"
#include "hash.h"
#include "paragraph.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What the exact stage keeps. */
struct exact {
	struct map seen; /* hash of the bytes -> the first paragraph that has them */
	struct span *items;
	size_t count, capacity;
};

static bool is_known(const struct exact *exact, const struct text *text, struct span span,
		     uint64_t hash)
{
	size_t cursor = 0;
	uint32_t n;

	while (map_next(&exact->seen, hash, &cursor, &n)) {
		const struct span other = exact->items[n];

		if (span_length(other) == span_length(span) &&
		    memcmp(text->bytes + other.start, text->bytes + span.start,
			   span_length(span)) == 0)
			return true;
	}
	return false;
}

static bool take_exact(struct exact *exact, const struct text *text, struct span span,
		       struct err *err)
{
	const uint64_t hash =
		hash_bytes(text->bytes + span.start, span_length(span), exact->seen.seed);

	if (!is_known(exact, text, span, hash) &&
	    !map_add(&exact->seen, hash, (uint32_t)exact->count, err))
		return false;
	if (!ARRAY_RESERVE(exact, 1, err))
		return false;
	exact->items[exact->count++] = span;
	return true;
}

/* The same bytes again: each paragraph hashed, looked up and verified. */
static bool run_exact(const struct text *text, enum paragraph_mode mode, struct err *err)
{
	struct exact exact = { .items = NULL };
	struct span span = { 0, 0 };
	bool done = true;

	map_init(&exact.seen);
	while (done && paragraph_next(text, mode, span.end, &span))
		done = take_exact(&exact, text, span, err);
	map_release(&exact.seen);
	free(exact.items);
	return done;
}

/* Finds the paragraphs, and does nothing with them. */
static bool run_split(const struct text *text, enum paragraph_mode mode, struct err *err)
{
	struct span span = { 0, 0 };

	(void)err;
	while (paragraph_next(text, mode, span.end, &span))
		;
	return true;
}

static bool run_fold(const struct text *text, enum paragraph_mode mode, struct err *err)
{
	struct span span = { 0, 0 };
	struct folds folds;
	bool done = true;

	folds_init(&folds);
	while (done && paragraph_next(text, mode, span.end, &span))
		done = folds_feed(&folds, text, span, err);
	done = done && folds_finish(&folds, text, err);
	folds_release(&folds);
	return done;
}

static const struct stage {
	const char *name;
	bool (*run)(const struct text *text, enum paragraph_mode mode, struct err *err);
} stages[] = {
	{ "split", run_split },
	{ "exact", run_exact },
	{ "fold", run_fold },
};

static bool run_on(const struct stage *stage, const char *path, struct err *err)
{
	struct text text;
	bool done;

	if (!text_open(&text, path, err))
		return false;
	done = stage->run(&text, paragraph_detect(&text), err);
	text_release(&text);
	return done;
}

int stages_run(const char *name, const char *path)
{
	struct err err;

	for (size_t i = 0; i < sizeof stages / sizeof *stages; i++) {
		if (strcmp(stages[i].name, name) != 0)
			continue;
		if (run_on(&stages[i], path, &err))
			return 0;
		fprintf(stderr, "%s: %s\n", name, err.text);
		return 1;
	}
	fprintf(stderr, "%s: there is no such stage\n", name);
	return 2;
}
