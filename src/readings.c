#include "readings.h"

#include "array.h"
#include "corpus.h"
#include "fold_prints.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* So many candidates are looked at to find texts that are still there. */
#define CANDIDATES 64

/* What one paragraph weighs, where many have it, is reason to say that a file is missed. */
#define MISSED_MIN PRINTS_KEPT

struct readings {
	struct corpus *corpus;
	struct readings_options options;
	struct fold_prints prints;
};

bool readings_open(struct readings **opened, const struct readings_options *options,
		   struct err *err)
{
	struct readings *readings = calloc(1, sizeof *readings);

	if (!readings)
		return err_memory(err);
	readings->options = *options;
	if (!corpus_open(&readings->corpus, options->index, options->patience, err)) {
		free(readings);
		return false;
	}
	readings->options.index = NULL; /* borrowed until here */
	*opened = readings;
	return true;
}

void readings_close(struct readings *readings)
{
	if (!readings)
		return;
	corpus_close(readings->corpus);
	fold_prints_release(&readings->prints);
	free(readings);
}

static void say(const struct readings *readings, const char *name, const char *what)
{
	struct err sentence;

	err_set(&sentence, ERR_NONE, "%s: %s", name, what);
	readings->options.say(readings->options.to, sentence.text);
}

static struct fingerprint digest_of(const struct text *text)
{
	return hash_fingerprint(text->bytes - text->bom, text->len + text->bom);
}

static enum paragraph_mode mode_of(const struct readings *readings, const struct text *text)
{
	const enum paragraph_mode mode = readings->options.mode;

	return mode == PARAGRAPH_AUTO ? paragraph_detect(text) : mode;
}

static bool take_prints(struct readings *readings, const struct text *text, size_t most,
			struct err *err)
{
	const enum paragraph_mode mode = mode_of(readings, text);
	struct fold_stretch paragraph = { .bytes = text->bytes };
	size_t at = 0;

	readings->prints.count = 0;
	while (paragraph_next(text, mode, at, &paragraph.span)) {
		if (!fold_prints_add(&readings->prints, paragraph, most, err))
			return false;
		at = paragraph_behind(text, paragraph.span.end);
	}
	fold_prints_sort(&readings->prints);
	return true;
}

static bool is_long(const struct text *text)
{
	return text->mapped || text->len > READINGS_BYTES;
}

/* A long file is noted without prints: it has a place in the order, but is never found. */
static bool note_text(struct readings *readings, struct corpus_file *file,
		      const struct text *text, struct err *err)
{
	bool lacks;

	if (!is_long(text))
		file->digest = digest_of(text);
	if (!corpus_lacks(readings->corpus, file, &lacks, err))
		return false;
	if (!lacks)
		return true;
	readings->prints.count = 0;
	if (!is_long(text) && !take_prints(readings, text, PRINTS_KEPT, err))
		return false;
	file->prints = readings->prints.items;
	file->count = readings->prints.count;
	return corpus_put(readings->corpus, file, err);
}

static bool note(struct readings *readings, const char *name, struct err *err)
{
	char *path = name && strcmp(name, "-") ? realpath(name, NULL) : NULL;
	struct corpus_file file = { .path = path, .name = name };
	struct text text;
	bool done = true;

	if (path && text_open(&text, path, err)) {
		done = note_text(readings, &file, &text, err);
		text_release(&text);
	}
	free(path);
	return done;
}

bool readings_note(struct readings *readings, const char *const *paths, size_t count,
		   struct err *err)
{
	if (!corpus_begin(readings->corpus, err))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (!note(readings, paths[i], err))
			return false;
	}
	return corpus_commit(readings->corpus, err);
}

/* A candidate that is to be read. */
struct lead {
	int64_t file;
	struct earlier_text text;
};

/* A text with the earlier ones that were found for it, and what they take. */
struct search {
	struct readings *readings;
	const char *name; /* of the text, for messages */
	struct lead leads[READINGS_TEXTS];
	size_t count, bytes;
};

static void say_missed(const struct search *search, const struct corpus_hit *hit,
		       const struct corpus_source *source, const char *why)
{
	struct err sentence;

	if (hit->weight < MISSED_MIN || !corpus_first_time(search->readings->corpus, hit->file))
		return;
	err_set(&sentence, ERR_NONE, "%s, which it repeats, %s: shown in full", source->name,
		why);
	say(search->readings, search->name, sentence.text);
}

/* Why the file is no evidence; NULL if `text` was opened and is. */
static const char *open_source(const struct search *search, const struct corpus_source *source,
			       struct text *text)
{
	struct fingerprint digest;
	struct err err;

	if (!text_open(text, source->path, &err))
		return err.kind == ERR_SYSTEM ? "is gone" : "has changed";
	if (!is_long(text)) {
		digest = digest_of(text);
		if (memcmp(&digest, &source->digest, sizeof digest) == 0) {
			if (search->bytes + text->len <= READINGS_BYTES)
				return NULL;
			text_release(text);
			return "is too long beside others";
		}
	}
	text_release(text);
	return "has changed";
}

static bool follow(struct search *search, const struct corpus_hit *hit, struct err *err)
{
	struct lead *lead = &search->leads[search->count];
	struct corpus_source source;
	const char *why;

	if (!corpus_source(search->readings->corpus, hit->file, &source, err))
		return false;
	*lead = (struct lead){ .file = hit->file };
	why = open_source(search, &source, &lead->text.text);
	if (why) {
		say_missed(search, hit, &source, why);
	} else {
		lead->text.mode = mode_of(search->readings, &lead->text.text);
		lead->text.name = source.name;
		source.name = NULL;
		search->bytes += lead->text.text.len;
		search->count++;
	}
	corpus_source_release(&source);
	return true;
}

static int by_age(const void *a, const void *b)
{
	const struct lead *left = a, *right = b;

	return left->file < right->file ? -1 : left->file > right->file;
}

/* What was read is earlier's from here on, also where this fails. */
static bool hand_over(struct search *search, struct earlier *earlier, struct err *err)
{
	bool done = ARRAY_RESERVE(earlier, READINGS_TEXTS, err);

	qsort(search->leads, search->count, sizeof *search->leads, by_age);
	for (size_t i = 0; i < search->count; i++) {
		if (done) {
			earlier->items[earlier->count++] = search->leads[i].text;
			continue;
		}
		text_release(&search->leads[i].text.text);
		free(search->leads[i].text.name);
	}
	return done;
}

static bool follow_all(struct search *search, const struct corpus_hits *hits,
		       struct earlier *earlier, struct err *err)
{
	bool done = true;

	for (size_t i = 0;
	     done && i < hits->count && i < CANDIDATES && search->count < READINGS_TEXTS; i++)
		done = follow(search, &hits->items[i], err);
	return hand_over(search, earlier, err) && done;
}

bool readings_find(struct readings *readings, const char *path, const struct text *text,
		   struct earlier *earlier, struct err *err)
{
	struct search search = { .readings = readings, .name = path ? path : "standard input" };
	struct corpus_question question = { .path = NULL };
	struct corpus_hits hits = { 0 };
	char *whole;
	bool done;

	if (is_long(text)) {
		say(readings, search.name,
		    "is longer than 16 MiB: not compared with other files");
		return true;
	}
	question.path = whole = path ? realpath(path, NULL) : NULL;
	done = take_prints(readings, text, PRINTS_ASKED, err);
	question.prints = readings->prints.items;
	question.count = readings->prints.count;
	done = done && corpus_find(readings->corpus, &question, &hits, err) &&
	       follow_all(&search, &hits, earlier, err);
	free(hits.items);
	free(whole);
	return done;
}

void earlier_release(struct earlier *earlier)
{
	for (size_t i = 0; i < earlier->count; i++) {
		text_release(&earlier->items[i].text);
		free(earlier->items[i].name);
	}
	free(earlier->items);
	*earlier = (struct earlier){ 0 };
}

static bool feed(const struct earlier_text *it, struct folds *folds, struct err *err)
{
	struct span paragraph;
	size_t at = 0;

	while (paragraph_next(&it->text, it->mode, at, &paragraph)) {
		if (!folds_feed(folds, &it->text, paragraph, err))
			return false;
		at = paragraph_behind(&it->text, paragraph.end);
	}
	return folds_leave(folds, &it->text, err);
}

bool earlier_feed(const struct earlier *earlier, struct folds *folds, struct err *err)
{
	for (size_t i = 0; i < earlier->count; i++) {
		if (!feed(&earlier->items[i], folds, err))
			return false;
	}
	return true;
}
