/*
 * A revision is the old line with few members changed. The line is parsed only
 * to know what it says; what goes out is spliced from its bytes, since a number
 * such as 1.10 or an escape such as \/ doesn't survive any library.
 */
#include "json.h"
#include "w3c_parts.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

struct revising {
	const char *line;
	struct span root;
	const struct w3c_revision *revision;
	struct mark old; /* what the old line says */
	/* New values of members, raw JSON. */
	struct buf modified, target, body, diple;
};

static bool same_words(const char *a, const char *b)
{
	return !strcmp(a ? a : "", b ? b : "");
}

static bool same_place(const struct mark *a, const struct mark *b)
{
	return a->placed == b->placed && a->start == b->start && a->end == b->end &&
	       same_words(a->exact, b->exact) && same_words(a->prefix, b->prefix) &&
	       same_words(a->suffix, b->suffix);
}

static bool same_bodies(const struct mark *a, const struct mark *b)
{
	for (enum w3c_body body = 0; body < W3C_BODIES; body++) {
		if (!same_words(w3c_body_words(a, body), w3c_body_words(b, body)))
			return false;
	}
	return true;
}

static void set_string(struct buf *value, const char *words)
{
	json_add_string(value, words, strlen(words));
}

/* Begins an array, or its next element. */
static void add_element(struct buf *array)
{
	buf_add_char(array, array->len ? ',' : '[');
}

static void add_raw(struct buf *out, const struct revising *r, struct span span)
{
	buf_add(out, r->line + span.start, span_length(span));
}

/* A source that isn't said is not a new one. */
static bool new_source(const struct revising *r)
{
	const char *source = r->revision->become->source;

	return source && *source && !same_words(r->old.source, source);
}

/* A target on text: its selectors and its source change, all else of it stays. */
static void revise_one_target(struct revising *r, struct span target)
{
	const struct mark *become = r->revision->become;
	struct buf selectors = BUF_EMPTY, source = BUF_EMPTY;
	struct json_edit edits[2];
	size_t count = 0;

	if (!same_place(&r->old, become)) {
		w3c_add_selectors(&selectors, become);
		edits[count++] = (struct json_edit){ "selector", selectors.at, false };
	}
	if (new_source(r)) {
		set_string(&source, become->source);
		edits[count++] = (struct json_edit){ "source", source.at, false };
	}
	r->target.failed |= selectors.failed || source.failed;
	json_splice(r->line, target, edits, count, &r->target);
	buf_release(&selectors);
	buf_release(&source);
}

/* A quote in pieces: the first piece with a selector is the one that a mark knows. */
static void revise_targets(struct revising *r, struct span targets)
{
	struct json_walk walk = json_walk_in(r->line, targets);
	struct json_member piece;
	struct span selector;
	bool done = false;

	while (json_walk_next(&walk, &piece)) {
		add_element(&r->target);
		if (!done && json_find(r->line, piece.value, "selector", &selector)) {
			revise_one_target(r, piece.value);
			done = true;
		} else {
			add_raw(&r->target, r, piece.value);
		}
	}
	if (r->target.len)
		buf_add_char(&r->target, ']');
	else
		w3c_add_target(&r->target, r->revision->become);
}

static void revise_target(struct revising *r)
{
	const struct mark *become = r->revision->become;
	struct span target;
	bool same_record = same_words(r->old.target, become->target);

	if (same_record && same_place(&r->old, become) && !new_source(r))
		return;
	if (!same_record || become->target || !json_find(r->line, r->root, "target", &target))
		w3c_add_target(&r->target, become);
	else if (r->line[target.start] == '[')
		revise_targets(r, target);
	else
		revise_one_target(r, target);
}

/* A body of ours with other words; what else it says stays. */
static void revise_words(struct revising *r, struct span element, const char *words)
{
	struct buf value = BUF_EMPTY;
	struct json_edit edit = { .name = "value" };

	set_string(&value, words);
	edit.value = value.at;
	r->body.failed |= value.failed;
	json_splice(r->line, element, &edit, 1, &r->body);
	buf_release(&value);
}

/* One old body goes into the new line: as it is, with other words, or not. */
static void revise_body(struct revising *r, struct span element, bool *seen)
{
	const struct mark *become = r->revision->become;
	json_t *tree = json_loadb(r->line + element.start, span_length(element),
				  W3C_PARSE | JSON_DECODE_ANY, NULL);
	enum w3c_body body;
	const char *words, *wanted;

	if (!tree || !w3c_body_of(tree, &body, &words) || !w3c_body_used(become->kind, body) ||
	    seen[body]) {
		add_element(&r->body);
		add_raw(&r->body, r, element);
	} else {
		seen[body] = true;
		wanted = w3c_body_words(become, body);
		if (wanted)
			add_element(&r->body);
		if (wanted && same_words(words, wanted))
			add_raw(&r->body, r, element);
		else if (wanted && body == W3C_LINKING)
			w3c_add_body(&r->body, body, wanted);
		else if (wanted)
			revise_words(r, element, wanted);
	}
	json_decref(tree);
}

static void revise_bodies(struct revising *r)
{
	const struct mark *become = r->revision->become;
	bool seen[W3C_BODIES] = { false };
	struct json_member member;
	struct span old;

	if (json_find(r->line, r->root, "body", &old)) {
		struct json_walk walk = json_walk_in(r->line, old);

		if (r->line[old.start] != '[')
			revise_body(r, old, seen);
		else
			while (json_walk_next(&walk, &member))
				revise_body(r, member.value, seen);
	}
	for (enum w3c_body body = 0; body < W3C_BODIES; body++) {
		const char *words = w3c_body_words(become, body);

		if (!words || seen[body])
			continue;
		add_element(&r->body);
		w3c_add_body(&r->body, body, words);
	}
	if (r->body.len)
		buf_add_char(&r->body, ']');
}

/* Edits of `diple`, with room for their values. */
struct diple_edits {
	struct json_edit items[12];
	size_t count;
	struct buf values[12];
};

/* The member is to be these words; none where they are NULL or empty. */
static void edit_words(struct diple_edits *edits, const char *name, const char *words)
{
	struct buf *value = &edits->values[edits->count];

	if (words && *words)
		set_string(value, words);
	edits->items[edits->count++] =
		(struct json_edit){ name, value->len ? value->at : NULL, false };
}

static void edit_become(struct diple_edits *edits, const struct mark *old,
			const struct mark *become)
{
	const char *speaker = w3c_speaker_member(old->kind);

	if (old->type != become->type)
		edit_words(edits, "type", mark_types[become->type].name);
	if (!same_words(old->speaker, become->speaker))
		edit_words(edits, speaker, become->speaker);
	if (!same_words(old->priority, become->priority))
		edit_words(edits, "priority", become->priority);
	/* It tells of the old place's surroundings: worse than none at a new place. */
	if (!same_place(old, become))
		edit_words(edits, "anchor", NULL);
}

static void revise_diple(struct revising *r)
{
	const struct w3c_revision *revision = r->revision;
	struct diple_edits edits = { .count = 0 };
	struct span diple = { 0, 0 };
	char rev[16];

	for (size_t n = 0; n < sizeof edits.values / sizeof *edits.values; n++)
		edits.values[n] = (struct buf)BUF_EMPTY;
	if (!json_find(r->line, r->root, "diple", &diple) || r->line[diple.start] != '{')
		edits.items[edits.count++] = (struct json_edit){ "v", "1", false };
	snprintf(rev, sizeof rev, "%" PRId32, revision->rev);
	edits.items[edits.count++] = (struct json_edit){ "rev", rev, false };
	edit_words(&edits, "step", revision->step);
	edit_words(&edits, "undoes", revision->undoes);
	edits.items[edits.count++] =
		(struct json_edit){ "deleted", revision->deleted ? "true" : NULL, false };
	if (revision->become)
		edit_become(&edits, &r->old, revision->become);
	json_splice(r->line, diple, edits.items, edits.count, &r->diple);
	for (size_t n = 0; n < sizeof edits.values / sizeof *edits.values; n++) {
		r->diple.failed |= edits.values[n].failed;
		buf_release(&edits.values[n]);
	}
}

static bool revise(struct revising *r, struct buf *out, struct err *err)
{
	struct json_edit edits[5];
	size_t count = 0, start = out->len;

	set_string(&r->modified, r->revision->modified);
	revise_diple(r);
	edits[count++] = (struct json_edit){ "modified", r->modified.at, false };
	if (r->revision->become) {
		revise_target(r);
		if (r->target.len)
			edits[count++] = (struct json_edit){ "target", r->target.at, false };
	}
	if (r->revision->become && !same_bodies(&r->old, r->revision->become)) {
		revise_bodies(r);
		edits[count++] =
			(struct json_edit){ "body", r->body.len ? r->body.at : NULL, false };
		/* The model allows either, never both. */
		edits[count++] = (struct json_edit){ "bodyValue", NULL, false };
	}
	edits[count++] = (struct json_edit){ "diple", r->diple.at, false };
	if (!buf_ok(&r->modified, err) || !buf_ok(&r->target, err) || !buf_ok(&r->body, err) ||
	    !buf_ok(&r->diple, err))
		return false;
	json_splice(r->line, r->root, edits, count, out);
	return w3c_end_line(out, start, err);
}

bool w3c_revise(const char *line, size_t len, const struct w3c_revision *revision,
		struct buf *out, struct err *err)
{
	struct arena arena = ARENA_EMPTY;
	struct revising r = { .line = line,
			      .root = { 0, len },
			      .revision = revision,
			      .modified = BUF_EMPTY,
			      .target = BUF_EMPTY,
			      .body = BUF_EMPTY,
			      .diple = BUF_EMPTY };
	bool done = w3c_read(line, len, &arena, &r.old, err) && revise(&r, out, err);

	buf_release(&r.modified);
	buf_release(&r.target);
	buf_release(&r.body);
	buf_release(&r.diple);
	arena_release(&arena);
	return done;
}
