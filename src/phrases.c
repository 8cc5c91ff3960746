#include "phrases.h"

#include "array.h"
#include "buf.h"
#include "fold_measure.h"
#include "text.h"
#include "utf8.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct phrase_kind phrase_kinds[] = {
	{ "trigger", PHRASE_TRIGGER, FOLD_TRIGGER_WORDS },
	{ "weak", PHRASE_TRIGGER | PHRASE_WEAK, FOLD_TRIGGER_WORDS },
	{ "label", PHRASE_LABEL, FOLD_PHRASE_WORDS },
	{ "furniture", PHRASE_FURNITURE, FOLD_PHRASE_WORDS },
	{ "notice", PHRASE_NOTICE, FOLD_PHRASE_WORDS },
	{ "stamp", PHRASE_STAMP, FOLD_PHRASE_WORDS },
	{ "cut", PHRASE_CONTINUE, FOLD_PHRASE_WORDS },
	{ "advert", PHRASE_ADVERT, 1 },
	{ "keep", PHRASE_KEEP, FOLD_PHRASE_WORDS },
	{ .name = NULL },
};

struct reading {
	struct phrases *phrases;
	const char *path;
	size_t line;  /* from 1 */
	size_t wrong; /* lines */
	struct fold_tokens tokens;
	struct phrases_tell tell;
};

void phrases_init(struct phrases *phrases)
{
	*phrases = (struct phrases){ .arena = ARENA_EMPTY };
}

void phrases_release(struct phrases *phrases)
{
	free(phrases->items);
	arena_release(&phrases->arena);
	phrases_init(phrases);
}

static bool wrong_kind(const char *name, size_t len, struct err *err)
{
	struct buf names = BUF_EMPTY;

	for (const struct phrase_kind *it = phrase_kinds; it->name; it++)
		buf_printf(&names, "%s%s",
			   it == phrase_kinds ? ""
			   : it[1].name	      ? ", "
					      : " or ",
			   it->name);
	err_set(err, ERR_FORMAT, "\"%.*s\" is no kind of phrase; write %s",
		(int)(len < 30 ? len : 30), name, names.len ? names.at : "");
	buf_release(&names);
	return false;
}

/* The kind before the colon; `words` then is what stands behind it. */
static bool read_kind(struct span *words, const char *line, const struct phrase_kind **kind,
		      struct err *err)
{
	const char *name = line + words->start;
	const char *colon = memchr(name, ':', span_length(*words));
	size_t len;

	if (!colon)
		return err_set(err, ERR_FORMAT,
			       "there is no colon; write a kind, a colon and the phrase, as in "
			       "\"furniture: Send to a friend\"");
	len = (size_t)(colon - name);
	words->start += len + 1;
	while (len && name[len - 1] == ' ')
		len--;
	for (const struct phrase_kind *it = phrase_kinds; it->name; it++) {
		if (strlen(it->name) == len && !memcmp(it->name, name, len)) {
			*kind = it;
			return true;
		}
	}
	return wrong_kind(name, len, err);
}

/* One blank-parted piece of a phrase; `words` were before it. */
static bool check_piece(struct reading *reading, const char *line, struct span piece,
			size_t *words, struct err *err)
{
	const struct fold_source source = { .bytes = line, .span = piece };
	const char c = span_length(piece) == 1 ? line[piece.start] : ' ';

	if ((c == '_' || c == '*' || c == ':') && !*words)
		return err_set(err, ERR_FORMAT,
			       "a phrase can't begin with %c; begin with a word or with #", c);
	if (c == ':' || c == '*')
		return true;
	if (c == '_' || c == '#') {
		++*words;
		return true;
	}
	if (!fold_tokenise(&source, &reading->tokens, err))
		return false;
	*words += reading->tokens.count;
	return true;
}

/* One of the alternatives of a phrase. */
static bool check_words(struct reading *reading, const char *line, struct span all,
			const struct phrase_kind *kind, struct err *err)
{
	size_t words = 0, len;
	bool ended = false;

	for (size_t at = all.start; at < all.end; at += len + 1) {
		const char *blank = memchr(line + at, ' ', all.end - at);

		len = blank ? (size_t)(blank - line) - at : all.end - at;
		if (!len)
			continue;
		if (ended)
			return err_set(err, ERR_FORMAT,
				       "* stands for all the rest; take out what is behind it");
		if (!check_piece(reading, line, (struct span){ at, at + len }, &words, err))
			return false;
		ended = len == 1 && line[at] == '*';
	}
	if (!words)
		return err_set(err, ERR_FORMAT,
			       "a phrase has no words; write some, or take out the | or the "
			       "line");
	if (words > kind->words)
		return err_set(
			err, ERR_FORMAT,
			"%s takes at most %zu word%s; part it by |, or end it earlier, by *",
			kind->name, kind->words, kind->words == 1 ? "" : "s");
	return true;
}

static bool check_phrase(struct reading *reading, const char *line, struct span all,
			 const struct phrase_kind *kind, struct err *err)
{
	size_t at = all.start;

	for (;;) {
		const char *bar = memchr(line + at, '|', all.end - at);
		const size_t end = bar ? (size_t)(bar - line) : all.end;

		if (!check_words(reading, line, (struct span){ at, end }, kind, err))
			return false;
		if (!bar)
			return true;
		at = end + 1;
	}
}

static bool keep(struct phrases *phrases, unsigned kind, const char *words, struct err *err)
{
	/* One more for the row that ends them. */
	if (!ARRAY_RESERVE(phrases, 2, err))
		return false;
	phrases->items[phrases->count++] = (struct fold_phrase){ kind, words, NULL };
	phrases->items[phrases->count] = (struct fold_phrase){ .kind = 0 };
	return true;
}

static bool is_text(const char *bytes, size_t len)
{
	while (len) {
		const struct utf8 u = utf8_decode(bytes, len);

		if (!u.valid || !u.point)
			return false;
		bytes += u.len;
		len -= u.len;
	}
	return true;
}

/* A line without blanks at its ends, those within it as spaces. */
static bool take_line(struct reading *reading, char *line, size_t len, struct err *err)
{
	struct span words = { 0, len };
	const struct phrase_kind *kind = NULL;

	if (!len || *line == '#')
		return true;
	if (len > PHRASES_LINE_MAX)
		return err_set(err, ERR_FORMAT, "longer than %zu bytes; part it into several",
			       PHRASES_LINE_MAX);
	if (!is_text(line, len))
		return err_set(err, ERR_FORMAT, "is not UTF-8; save the file as UTF-8");
	return read_kind(&words, line, &kind, err) &&
	       check_phrase(reading, line, words, kind, err) &&
	       keep(reading->phrases, kind->kind, line + words.start, err);
}

static void tell_line(struct reading *reading, const struct err *why)
{
	struct err err;

	if (++reading->wrong > PHRASES_TOLD_MAX)
		return;
	err_set(&err, why->kind, "%s: line %zu: %.300s", reading->path, reading->line,
		why->text);
	reading->tell.tell(reading->tell.to, &err);
}

static bool is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static void take_lines(struct reading *reading, char *bytes, size_t len)
{
	struct err err;

	for (size_t at = 0, end; at < len; at = end + 1) {
		const char *lf = memchr(bytes + at, '\n', len - at);
		size_t start = at, stop;

		end = stop = lf ? (size_t)(lf - bytes) : len;
		reading->line++;
		bytes[end] = '\0';
		for (size_t i = start; i < stop; i++)
			if (is_blank(bytes[i]))
				bytes[i] = ' ';
		while (start < stop && bytes[start] == ' ')
			start++;
		while (stop > start && bytes[stop - 1] == ' ')
			bytes[--stop] = '\0';
		if (!take_line(reading, bytes + start, stop - start, &err))
			tell_line(reading, &err);
	}
}

static bool check_size(const struct text *text, const char *path, struct err *err)
{
	if (text->len <= PHRASES_FILE_MAX)
		return true;
	return err_set(err, ERR_LIMIT,
		       "%s: is larger than %zu bytes, and is left out; keep only what you need",
		       path, PHRASES_FILE_MAX);
}

static bool read_file(struct reading *reading, struct err *err)
{
	struct text text;
	char *bytes;
	bool done;

	if (!text_open(&text, reading->path, err))
		return err->kind == ERR_SYSTEM &&
		       (err->number == ENOENT || err->number == ENOTDIR);
	done = check_size(&text, reading->path, err);
	if (done) {
		bytes = arena_copy(&reading->phrases->arena, text.bytes, text.len);
		done = bytes || err_memory(err);
	}
	if (done)
		take_lines(reading, bytes, text.len);
	text_release(&text);
	return done;
}

void phrases_load(struct phrases *phrases, const struct places *places,
		  struct phrases_tell tell)
{
	struct reading reading = { .phrases = phrases, .tell = tell };
	char *path;
	struct err err;

	if (!places->config)
		return;
	if (asprintf(&path, "%s/phrases", places->config) < 0) {
		err_memory(&err);
		tell.tell(tell.to, &err);
		return;
	}
	reading.path = path;
	if (!read_file(&reading, &err))
		tell.tell(tell.to, &err);
	if (reading.wrong > PHRASES_TOLD_MAX) {
		err_set(&err, ERR_FORMAT, "%s: %zu more lines are wrong", path,
			reading.wrong - PHRASES_TOLD_MAX);
		tell.tell(tell.to, &err);
	}
	free(reading.tokens.items);
	free(path);
}
