#include "json.h"
#include "w3c_parts.h"

#include <string.h>

/* Offsets are whole numbers that a double holds exactly. */
#define OFFSET_MAX 9007199254740992.0

struct reading {
	struct arena *arena;
	struct mark *mark;
	bool failed; /* no memory */
};

/* Copies a string for good; NULL stays NULL, and so does what is no string. */
static const char *keep(struct reading *reading, const char *string)
{
	const char *copy = string ? arena_string(reading->arena, string) : NULL;

	if (string && !copy)
		reading->failed = true;
	return copy;
}

static const char *keep_or_empty(struct reading *reading, const char *string)
{
	const char *copy = keep(reading, string && *string ? string : NULL);

	return copy ? copy : "";
}

/* Where the model allows one or several, the first. */
static json_t *first(json_t *value)
{
	return json_is_array(value) ? json_array_get(value, 0) : value;
}

static const char *string_in(const json_t *object, const char *name)
{
	return json_string_value(first(json_object_get(object, name)));
}

static bool has_type(const json_t *object, const char *name)
{
	json_t *type = json_object_get(object, "type");
	size_t count = json_is_array(type) ? json_array_size(type) : 1;

	for (size_t n = 0; n < count; n++) {
		json_t *one = json_is_array(type) ? json_array_get(type, n) : type;

		if (json_is_string(one) && !strcmp(json_string_value(one), name))
			return true;
	}
	return false;
}

/* A whole number from 0 to `most`. */
static bool whole(const json_t *value, double most, uint64_t *number)
{
	double real = json_is_real(value) ? json_real_value(value) : -1;

	if (!(real >= 0 && real <= most) || (double)(uint64_t)real != real)
		return false;
	*number = (uint64_t)real;
	return true;
}

static const char *agent(json_t *value)
{
	json_t *one = first(value);
	const char *names[] = { json_string_value(one), string_in(one, "name"),
				string_in(one, "nickname"), string_in(one, "id") };

	for (size_t n = 0; n < sizeof names / sizeof *names; n++) {
		if (names[n])
			return names[n];
	}
	return NULL;
}

static void read_selector(struct reading *reading, const json_t *selector)
{
	struct mark *mark = reading->mark;
	uint64_t start, end;

	if (!mark->placed && has_type(selector, "TextPositionSelector") &&
	    whole(json_object_get(selector, "start"), OFFSET_MAX, &start) &&
	    whole(json_object_get(selector, "end"), OFFSET_MAX, &end) && start <= end) {
		mark->placed = true;
		mark->start = start;
		mark->end = end;
	}
	if (!mark->exact && has_type(selector, "TextQuoteSelector")) {
		mark->exact = keep(reading, string_in(selector, "exact"));
		mark->prefix = keep(reading, string_in(selector, "prefix"));
		mark->suffix = keep(reading, string_in(selector, "suffix"));
	}
}

/* Of several targets the first with a selector: w3c_revise() takes the same. */
static const json_t *target_of(json_t *targets)
{
	for (size_t n = 0; n < json_array_size(targets); n++) {
		const json_t *target = json_array_get(targets, n);

		if (json_object_get(target, "selector"))
			return target;
	}
	return first(targets);
}

static void read_target(struct reading *reading, json_t *targets)
{
	const json_t *target = target_of(targets);
	json_t *selector = json_object_get(target, "selector");
	json_t *source = first(json_object_get(target, "source"));

	if (!source) {
		const char *id = json_string_value(target);

		reading->mark->target = keep(reading, id ? id : string_in(target, "id"));
		return;
	}
	reading->mark->source = keep(reading, json_is_string(source) ? json_string_value(source)
								     : string_in(source, "id"));
	if (!json_is_array(selector))
		read_selector(reading, selector);
	for (size_t n = 0; n < json_array_size(selector); n++)
		read_selector(reading, json_array_get(selector, n));
}

/* The member of a mark that a body's words go to. */
static const char **slot_of(struct mark *mark, enum w3c_body body)
{
	switch (body) {
	case W3C_DESCRIBING:
		return &mark->statement;
	case W3C_IDENTIFYING:
		return &mark->name;
	case W3C_ASSESSING:
	case W3C_MODERATING:
		return &mark->value;
	case W3C_LINKING:
		return &mark->link;
	default:
		return &mark->note;
	}
}

static void read_body(struct reading *reading, const json_t *element)
{
	struct mark *mark = reading->mark;
	enum w3c_body body;
	const char *words, **slot;

	if (!w3c_body_of(element, &body, &words) || !w3c_body_used(mark->kind, body))
		return;
	if (body == W3C_TAGGING) {
		if (mark->type == TYPE_NONE)
			mark_type_named(words, &mark->type);
		return;
	}
	slot = slot_of(mark, body);
	if (!*slot)
		*slot = keep(reading, words);
}

static void read_bodies(struct reading *reading, const json_t *root)
{
	json_t *body = json_object_get(root, "body");

	if (!json_is_array(body))
		read_body(reading, body);
	for (size_t n = 0; n < json_array_size(body); n++)
		read_body(reading, json_array_get(body, n));
	if (!reading->mark->note)
		reading->mark->note = keep(reading, string_in(root, "bodyValue"));
}

static bool read_diple(struct reading *reading, const json_t *diple, struct err *err)
{
	struct mark *mark = reading->mark;
	const char *kind = string_in(diple, "kind"), *of = string_in(diple, "of");
	const char *type = string_in(diple, "type");
	json_t *rev = json_object_get(diple, "rev");
	uint64_t number = 1;

	if (rev && (!whole(rev, MARK_REV_MAX, &number) || !number))
		return err_set(err, ERR_FORMAT, "a rev that is no number from 1 to %d",
			       MARK_REV_MAX);
	mark->rev = (int32_t)number;
	if (!kind || !mark_kind_named(kind, &mark->kind))
		mark->kind = MARK_FOREIGN;
	if (of)
		mark_kind_named(of, &mark->of);
	if (type)
		mark_type_named(type, &mark->type);
	mark->deleted = json_is_true(json_object_get(diple, "deleted"));
	mark->step = keep_or_empty(reading, string_in(diple, "step"));
	mark->undoes = keep_or_empty(reading, string_in(diple, "undoes"));
	mark->speaker = keep(reading, string_in(diple, w3c_speaker_member(mark->kind)));
	mark->priority = keep(reading, string_in(diple, "priority"));
	return true;
}

static bool read_root(struct reading *reading, const json_t *root, struct err *err)
{
	struct mark *mark = reading->mark;
	const char *id = string_in(root, "id"), *modified = string_in(root, "modified");

	if (!json_is_object(root) || !has_type(root, "Annotation"))
		return err_set(err, ERR_FORMAT, "JSON, but no annotation");
	if (!id || !*id)
		return err_set(err, ERR_FORMAT, "an annotation without an id");
	if (!read_diple(reading, json_object_get(root, "diple"), err))
		return false;
	mark->id = keep(reading, id);
	mark->creator = keep_or_empty(reading, agent(json_object_get(root, "creator")));
	mark->created = keep_or_empty(reading, string_in(root, "created"));
	mark->modified = modified ? keep(reading, modified) : mark->created;
	read_target(reading, json_object_get(root, "target"));
	read_bodies(reading, root);
	mark->source = mark->source ? mark->source : "";
	mark->prefix = mark->prefix ? mark->prefix : "";
	mark->suffix = mark->suffix ? mark->suffix : "";
	return reading->failed ? err_memory(err) : true;
}

static bool refuse(const json_error_t *error, struct err *err)
{
	switch (json_error_code(error)) {
	case json_error_out_of_memory:
		return err_memory(err);
	case json_error_invalid_utf8:
		return err_set(err, ERR_FORMAT, "not UTF-8");
	case json_error_duplicate_key:
		return err_set(err, ERR_FORMAT, "a member that stands twice");
	default:
		return err_set(err, ERR_FORMAT, "not JSON: %s", error->text);
	}
}

bool w3c_read(const char *line, size_t len, struct arena *arena, struct mark *mark,
	      struct err *err)
{
	struct reading reading = { .arena = arena, .mark = mark };
	json_error_t error;
	json_t *root;
	bool done;

	*mark = (struct mark){ .rev = 1 };
	if (len > W3C_LINE_MAX)
		return err_set(err, ERR_FORMAT, "longer than %zu bytes", W3C_LINE_MAX);
	if (json_depth(line, len) > W3C_DEPTH_MAX)
		return err_set(err, ERR_FORMAT, "nested deeper than %d", W3C_DEPTH_MAX);
	root = json_loadb(line, len, W3C_PARSE, &error);
	if (!root)
		return refuse(&error, err);
	done = read_root(&reading, root, err);
	json_decref(root);
	return done;
}
