/*
 * Asking which files share words.
 */
#include "array.h"
#include "corpus_parts.h"

#include <stdlib.h>
#include <string.h>

/* More hits tell nothing new. */
#define HITS_MOST ((size_t)1 << 20)

/* Words that so many files have in common are a way of speaking, or often printed. */
#define RARE_MOST 8

/* The files under one print, a hit each. */
static bool find_print(struct corpus *corpus, uint64_t print, int64_t before,
		       struct corpus_hits *hits, struct err *err)
{
	sqlite3_stmt *const it = corpus_statement(corpus, CORPUS_FIND_PRINT);
	const size_t first = hits->count;
	bool row, done;

	sqlite3_bind_int64(it, 1, (sqlite3_int64)print);
	sqlite3_bind_int64(it, 2, before);
	while ((done = corpus_next(corpus, CORPUS_FIND_PRINT, &row, err)) && row) {
		done = ARRAY_RESERVE(hits, 1, err);
		if (!done)
			break;
		hits->items[hits->count++] =
			(struct corpus_hit){ sqlite3_column_int64(it, 0), 1 };
	}
	sqlite3_reset(it);
	for (size_t i = first; i < hits->count && hits->count - first <= RARE_MOST; i++)
		hits->items[i].weight++;
	return done;
}

static int by_file(const void *a, const void *b)
{
	const struct corpus_hit *left = a, *right = b;

	return left->file < right->file ? -1 : left->file > right->file;
}

static int by_weight(const void *a, const void *b)
{
	const struct corpus_hit *left = a, *right = b;

	if (left->weight != right->weight)
		return left->weight > right->weight ? -1 : 1;
	return by_file(a, b);
}

static void sum_up(struct corpus_hits *hits)
{
	size_t left = 0;

	if (!hits->count)
		return;
	qsort(hits->items, hits->count, sizeof *hits->items, by_file);
	for (size_t i = 0; i < hits->count; i++) {
		if (left && hits->items[left - 1].file == hits->items[i].file)
			hits->items[left - 1].weight += hits->items[i].weight;
		else
			hits->items[left++] = hits->items[i];
	}
	hits->count = left;
	qsort(hits->items, hits->count, sizeof *hits->items, by_weight);
	while (hits->count && hits->items[hits->count - 1].weight < CORPUS_WEIGHT_MIN)
		hits->count--;
}

/* One transaction for all questions: the lock is taken once. */
static bool begin_reading(struct corpus *corpus, struct err *err)
{
	corpus_rollback(corpus);
	return corpus_finish(corpus, CORPUS_BEGIN_READING, err);
}

/* Files before this one count. */
static bool place_of(struct corpus *corpus, const char *path, int64_t *place, struct err *err)
{
	struct corpus_noted noted = { 0 };
	bool done = !path || corpus_look_up(corpus, path, &noted, err);

	*place = noted.there ? noted.id : INT64_MAX;
	return done;
}

static bool find_all(struct corpus *corpus, const struct corpus_question *question,
		     struct corpus_hits *hits, struct err *err)
{
	int64_t place;

	if (!place_of(corpus, question->path, &place, err))
		return false;
	for (size_t i = 0; i < question->count && hits->count < HITS_MOST; i++) {
		if (!find_print(corpus, question->prints[i], place, hits, err))
			return false;
	}
	return true;
}

bool corpus_find(struct corpus *corpus, const struct corpus_question *question,
		 struct corpus_hits *hits, struct err *err)
{
	bool done;

	hits->count = 0;
	done = begin_reading(corpus, err) && find_all(corpus, question, hits, err) &&
	       corpus_finish(corpus, CORPUS_COMMIT, err);
	corpus_rollback(corpus);
	sum_up(hits);
	return done;
}

static char *copy_column(sqlite3_stmt *from, int column)
{
	const unsigned char *text = sqlite3_column_text(from, column);

	return text ? strdup((const char *)text) : NULL;
}

static bool read_source(struct corpus *corpus, int64_t file, struct corpus_source *source,
			struct err *err)
{
	sqlite3_stmt *const it = corpus_statement(corpus, CORPUS_FILE);
	bool row, done;

	sqlite3_bind_int64(it, 1, file);
	done = corpus_next(corpus, CORPUS_FILE, &row, err);
	if (row) {
		source->path = copy_column(it, 0);
		source->digest = corpus_digest(it);
		source->name =
			copy_column(it, sqlite3_column_type(it, 2) == SQLITE_NULL ? 0 : 2);
	}
	sqlite3_reset(it);
	if (!done || (source->path && source->name))
		return done;
	return row ? err_memory(err) : corpus_damaged(corpus, err);
}

bool corpus_sources(struct corpus *corpus, const struct corpus_hit *hits, size_t count,
		    struct corpus_source *sources, struct err *err)
{
	bool done = begin_reading(corpus, err);

	for (size_t i = 0; i < count; i++) {
		sources[i] = (struct corpus_source){ 0 };
		done = done && read_source(corpus, hits[i].file, &sources[i], err);
	}
	done = done && corpus_finish(corpus, CORPUS_COMMIT, err);
	corpus_rollback(corpus);
	return done;
}

void corpus_source_release(struct corpus_source *source)
{
	free(source->path);
	free(source->name);
	*source = (struct corpus_source){ 0 };
}

bool corpus_first_time(struct corpus *corpus, int64_t file)
{
	struct err err;

	sqlite3_bind_int64(corpus_statement(corpus, CORPUS_TELL), 1, file);
	return !corpus_finish(corpus, CORPUS_TELL, &err) || sqlite3_changes(corpus->db) > 0;
}
