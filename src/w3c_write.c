#include "json.h"
#include "w3c_parts.h"

#include <assert.h>
#include <inttypes.h>
#include <string.h>

static const char *const purposes[W3C_BODIES] = {
	[W3C_DESCRIBING] = "describing", [W3C_IDENTIFYING] = "identifying",
	[W3C_TAGGING] = "tagging",	 [W3C_ASSESSING] = "assessing",
	[W3C_MODERATING] = "moderating", [W3C_LINKING] = "linking",
	[W3C_COMMENTING] = "commenting",
};

static const char *some(const char *words)
{
	return words && *words ? words : NULL;
}

bool w3c_body_used(enum mark_kind kind, enum w3c_body body)
{
	switch (body) {
	case W3C_TAGGING:
		return kind == MARK_ENTITY || kind == MARK_FOREIGN;
	case W3C_ASSESSING:
		return kind == MARK_VERDICT;
	case W3C_MODERATING:
		return kind == MARK_ANSWER || kind == MARK_DISMISSED;
	default:
		return true;
	}
}

const char *w3c_body_words(const struct mark *mark, enum w3c_body body)
{
	if (!w3c_body_used(mark->kind, body))
		return NULL;
	switch (body) {
	case W3C_DESCRIBING:
		return some(mark->statement);
	case W3C_IDENTIFYING:
		return some(mark->name);
	case W3C_TAGGING:
		return some(mark_types[mark->type].name);
	case W3C_MODERATING:
		return mark->kind == MARK_DISMISSED ? "reject" : some(mark->value);
	case W3C_ASSESSING:
		return some(mark->value);
	case W3C_LINKING:
		return some(mark->link);
	default:
		return some(mark->note);
	}
}

static bool body_named(const char *purpose, enum w3c_body *body)
{
	for (*body = 0; *body < W3C_BODIES; ++*body) {
		if (!strcmp(purposes[*body], purpose))
			return true;
	}
	return false;
}

static const char *string_in(const json_t *object, const char *name)
{
	return json_string_value(json_object_get(object, name));
}

bool w3c_body_of(const json_t *element, enum w3c_body *body, const char **words)
{
	const char *purpose = string_in(element, "purpose");
	enum mark_type type;

	*body = W3C_LINKING;
	*words = json_string_value(element);
	if (*words)
		return true;
	*body = W3C_COMMENTING; /* what words without a purpose are */
	if (purpose && !body_named(purpose, body))
		return false;
	*words = string_in(element, *body == W3C_LINKING ? "source" : "value");
	return *words && (*body != W3C_TAGGING || mark_type_named(*words, &type));
}

const char *w3c_speaker_member(enum mark_kind kind)
{
	return kind == MARK_CLAIM ? "claimant" : "speaker";
}

static void add_words(struct buf *out, const char *words)
{
	json_add_string(out, words, strlen(words));
}

/* ,"name":"words"; nothing where there are none. */
static void add_member(struct buf *out, const char *name, const char *words)
{
	if (!some(words))
		return;
	buf_printf(out, ",\"%s\":", name);
	add_words(out, words);
}

void w3c_add_body(struct buf *out, enum w3c_body body, const char *words)
{
	bool link = body == W3C_LINKING;

	buf_printf(out, "{\"type\":\"%s\",\"purpose\":\"%s\"",
		   link ? "SpecificResource" : "TextualBody", purposes[body]);
	buf_printf(out, ",\"%s\":", link ? "source" : "value");
	add_words(out, words);
	buf_add_char(out, '}');
}

void w3c_add_selectors(struct buf *out, const struct mark *mark)
{
	buf_add_char(out, '[');
	if (mark->placed)
		buf_printf(out,
			   "{\"type\":\"TextPositionSelector\",\"start\":%" PRIu64
			   ",\"end\":%" PRIu64 "}%s",
			   mark->start, mark->end, mark->exact ? "," : "");
	if (mark->exact) {
		buf_add_string(out, "{\"type\":\"TextQuoteSelector\",\"exact\":");
		add_words(out, mark->exact);
		buf_add_string(out, ",\"prefix\":");
		add_words(out, mark->prefix ? mark->prefix : "");
		buf_add_string(out, ",\"suffix\":");
		add_words(out, mark->suffix ? mark->suffix : "");
		buf_add_char(out, '}');
	}
	buf_add_char(out, ']');
}

void w3c_add_target(struct buf *out, const struct mark *mark)
{
	if (mark->target) {
		add_words(out, mark->target);
		return;
	}
	buf_add_string(out, "{\"source\":");
	add_words(out, mark->source ? mark->source : "");
	if (mark->placed || mark->exact) {
		buf_add_string(out, ",\"selector\":");
		w3c_add_selectors(out, mark);
	}
	buf_add_char(out, '}');
}

static void add_bodies(struct buf *out, const struct mark *mark)
{
	const char *before = ",\"body\":[";

	for (enum w3c_body body = 0; body < W3C_BODIES; body++) {
		const char *words = w3c_body_words(mark, body);

		if (!words)
			continue;
		buf_add_string(out, before);
		w3c_add_body(out, body, words);
		before = ",";
	}
	if (*before == ',' && !before[1])
		buf_add_char(out, ']');
}

static void add_creator(struct buf *out, const struct mark *mark)
{
	if (!some(mark->creator))
		return;
	buf_add_string(out, ",\"creator\":{\"type\":\"Person\"");
	add_member(out, "name", mark->creator);
	buf_add_char(out, '}');
}

/* What no standard member says. */
static void add_diple(struct buf *out, const struct mark *mark)
{
	buf_printf(out, ",\"diple\":{\"v\":1,\"kind\":\"%s\",\"rev\":%" PRId32,
		   mark_kinds[mark->kind].name, mark->rev);
	add_member(out, "step", mark->step);
	add_member(out, "undoes", mark->undoes);
	if (mark->deleted)
		buf_add_string(out, ",\"deleted\":true");
	if (mark->kind == MARK_DISMISSED)
		add_member(out, "of", mark_kinds[mark->of].name);
	add_member(out, "type", mark_types[mark->type].name);
	add_member(out, w3c_speaker_member(mark->kind), mark->speaker);
	add_member(out, "priority", mark->priority);
	buf_add_char(out, '}');
}

bool w3c_end_line(struct buf *out, size_t start, struct err *err)
{
	size_t len = out->len - start;

	buf_add_char(out, '\n');
	if (!buf_ok(out, err))
		return false;
	if (len <= W3C_LINE_MAX)
		return true;
	buf_cut(out, start);
	return err_set(err, ERR_LIMIT, "a mark of %zu bytes is more than a sidecar takes (%zu)",
		       len, W3C_LINE_MAX);
}

bool w3c_write(const struct mark *mark, struct buf *out, struct err *err)
{
	size_t start = out->len;

	assert(mark->id && mark->kind != MARK_FOREIGN && mark->rev >= 1);
	buf_add_string(out, "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\",\"id\":");
	add_words(out, mark->id);
	add_member(out, "type", "Annotation");
	add_member(out, "motivation", mark_kinds[mark->kind].motivation);
	add_creator(out, mark);
	add_member(out, "created", mark->created);
	add_member(out, "modified", mark->modified);
	buf_add_string(out, ",\"target\":");
	w3c_add_target(out, mark);
	add_bodies(out, mark);
	add_diple(out, mark);
	buf_add_char(out, '}');
	return w3c_end_line(out, start, err);
}

bool w3c_extend(const char *line, size_t len, const char *more, struct buf *out,
		struct err *err)
{
	while (len && line[len - 1] != '}')
		len--;
	if (!len)
		return err_set(err, ERR_FORMAT, "not a JSON object");
	json_add_shown(out, line, len - 1);
	buf_add_char(out, ',');
	buf_add_string(out, more);
	buf_add_char(out, '}');
	return buf_ok(out, err);
}
