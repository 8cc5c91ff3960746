/*
 * Earlier texts, found, read and fed. What the index says is only where to look: a file is read
 * as it is now, and is no evidence if that is not what was noted.
 */
#include "array.h"
#include "brief.h"
#include "readings_parts.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* So many candidates are looked at to find texts that are still there. */
#define CANDIDATES 64

/* So many are asked for at once: the index is locked for a moment, not while files are read. */
#define PORTION READINGS_TEXTS

/* What one paragraph weighs, where many have it, is reason to say that a file is missed. */
#define MISSED_MIN PRINTS_KEPT

/* A candidate that was read. */
struct lead {
	int64_t file;
	struct earlier_text text;
};

/* A text with the earlier ones that were found for it. */
struct search {
	struct readings *readings;
	const char *name; /* of the text, for messages */
	struct lead leads[READINGS_TEXTS];
	size_t count;
	size_t bytes; /* that were read, of use or not */
};

static void say(const struct readings *readings, const char *name, const char *what)
{
	struct buf sentence = BUF_EMPTY;

	brief_name(&sentence, name);
	buf_printf(&sentence, ": %s", what);
	readings->options.say(readings->options.to, sentence.at);
	buf_release(&sentence);
}

static void say_missed(const struct search *search, const struct corpus_hit *hit,
		       const struct corpus_source *source, const char *why)
{
	struct buf what = BUF_EMPTY;

	if (hit->weight < MISSED_MIN || !corpus_first_time(search->readings->corpus, hit->file))
		return;
	brief_name(&what, source->name);
	buf_printf(&what, ", which it repeats, %s: nothing is hidden for it", why);
	say(search->readings, search->name, what.at);
	buf_release(&what);
}

/* Why a file is no evidence; "" if it is. */
struct objection {
	char text[160];
};

static void object(struct objection *why, const char *text)
{
	snprintf(why->text, sizeof why->text, "%s", text);
}

/* The file can't be opened. */
static void object_to_error(struct objection *why, const struct err *err)
{
	char reason[128];

	if (err->kind != ERR_SYSTEM)
		object(why, "has changed");
	else if (err->number == ENOENT || err->number == ENOTDIR)
		object(why, "is gone");
	else
		snprintf(why->text, sizeof why->text, "can't be read (%s)",
			 strerror_r(err->number, reason, sizeof reason));
}

/* Fills `text`, or says why not. Fails only for memory. */
static bool open_source(struct search *search, const struct corpus_source *source,
			struct text *text, struct objection *why, struct err *err)
{
	struct readings_file file;
	struct fingerprint digest;

	if (!readings_open_file(&file, source->path, READINGS_BYTES - search->bytes, err)) {
		object_to_error(why, err);
		return !readings_is_memory(err);
	}
	if (file.bytes > READINGS_BYTES - search->bytes) {
		object(why, file.bytes > READINGS_BYTES ? "has changed"
							: "is too long beside others");
		return true;
	}
	search->bytes += file.bytes;
	digest = readings_digest(&file.text);
	if (memcmp(&digest, &source->digest, sizeof digest) == 0) {
		*text = file.text;
		return true;
	}
	object(why, "has changed");
	text_release(&file.text);
	return true;
}

static bool follow(struct search *search, const struct corpus_hit *hit,
		   struct corpus_source *source, struct err *err)
{
	struct lead *lead = &search->leads[search->count];
	struct objection why = { "" };
	bool done;

	*lead = (struct lead){ .file = hit->file };
	done = open_source(search, source, &lead->text.text, &why, err);
	if (done && *why.text) {
		say_missed(search, hit, source, why.text);
	} else if (done) {
		lead->text.mode = readings_mode(search->readings, &lead->text.text);
		lead->text.name = source->name;
		source->name = NULL;
		search->count++;
	}
	return done;
}

/* The sources of some hits, in turn. */
static bool follow_portion(struct search *search, const struct corpus_hit *hits, size_t count,
			   struct err *err)
{
	struct corpus_source sources[PORTION] = { 0 };
	bool done = corpus_sources(search->readings->corpus, hits, count, sources, err);

	for (size_t i = 0; i < count; i++) {
		if (done && search->count < READINGS_TEXTS)
			done = follow(search, &hits[i], &sources[i], err);
		corpus_source_release(&sources[i]);
	}
	return done;
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
	const size_t all = hits->count < CANDIDATES ? hits->count : CANDIDATES;
	bool done = true;

	for (size_t at = 0; done && at < all && search->count < READINGS_TEXTS; at += PORTION) {
		const size_t count = all - at < PORTION ? all - at : PORTION;

		done = follow_portion(search, hits->items + at, count, err);
	}
	return hand_over(search, earlier, err) && done;
}

static bool find(struct search *search, const struct text *text, const char *whole,
		 struct earlier *earlier, struct err *err)
{
	struct readings *readings = search->readings;
	struct corpus_question question = { .path = whole };
	struct corpus_hits hits = { 0 };
	bool done;

	if (!readings_take_prints(readings, text, PRINTS_ASKED, err))
		return false;
	question.prints = readings->prints.items;
	question.count = readings->prints.count;
	done = corpus_find(readings->corpus, &question, &hits, err) &&
	       follow_all(search, &hits, earlier, err);
	free(hits.items);
	return done;
}

bool readings_find(struct readings *readings, const char *path, const struct text *text,
		   struct earlier *earlier, struct err *err)
{
	struct search search = { .readings = readings, .name = path ? path : "standard input" };
	char *whole;
	bool done;

	if (readings_is_long(text)) {
		say(readings, search.name,
		    "is longer than 16 MiB: not compared with other files");
		return true;
	}
	if (!readings_whole_path(path, &whole, err))
		return false;
	done = find(&search, text, whole, earlier, err);
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
