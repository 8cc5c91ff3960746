#include "json.h"

#include <string.h>

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static size_t skip_blanks(const char *json, size_t at, size_t end)
{
	while (at < end && is_blank(json[at]))
		at++;
	return at;
}

/* Behind the quotation mark that closes the string at `at`, or `end`. */
static size_t skip_string(const char *json, size_t at, size_t end)
{
	for (at++; at < end; at++) {
		if (json[at] == '\\')
			at++;
		else if (json[at] == '"')
			return at + 1;
	}
	return end;
}

static size_t skip_scalar(const char *json, size_t at, size_t end)
{
	do
		at++;
	while (at < end && !is_blank(json[at]) && !memchr(",:[]{}\"", json[at], 7));
	return at;
}

/* Behind one string, bracket or scalar; brackets move `depth`. */
static size_t skip_token(const char *json, size_t at, size_t end, size_t *depth)
{
	switch (json[at]) {
	case '"':
		return skip_string(json, at, end);
	case '[':
	case '{':
		++*depth;
		return at + 1;
	case ']':
	case '}':
		*depth -= *depth > 0;
		return at + 1;
	default:
		return skip_scalar(json, at, end);
	}
}

static size_t skip_value(const char *json, size_t at, size_t end)
{
	size_t depth = 0;

	while (at < end) {
		at = skip_token(json, at, end, &depth);
		if (!depth)
			break;
	}
	return at;
}

struct json_walk json_walk_in(const char *json, struct span value)
{
	struct json_walk walk = { .json = json, .end = value.end };

	walk.at = skip_blanks(json, value.start, value.end);
	if (walk.at < walk.end && (json[walk.at] == '{' || json[walk.at] == '[')) {
		walk.object = json[walk.at] == '{';
		walk.at++;
	} else {
		walk.at = walk.end;
	}
	return walk;
}

static bool take_name(struct json_walk *walk, struct span *name)
{
	size_t at = walk->at;

	if (walk->json[at] != '"')
		return false;
	name->start = at + 1;
	at = skip_string(walk->json, at, walk->end);
	if (at >= walk->end)
		return false;
	name->end = at - 1;
	at = skip_blanks(walk->json, at, walk->end);
	if (at >= walk->end || walk->json[at] != ':')
		return false;
	walk->at = skip_blanks(walk->json, at + 1, walk->end);
	return walk->at < walk->end;
}

bool json_walk_next(struct json_walk *walk, struct json_member *member)
{
	*member = (struct json_member){ .name = { 0, 0 } };
	while (walk->at < walk->end &&
	       (is_blank(walk->json[walk->at]) || walk->json[walk->at] == ','))
		walk->at++;
	if (walk->at >= walk->end || walk->json[walk->at] == '}' || walk->json[walk->at] == ']')
		return false;
	if (walk->object && !take_name(walk, &member->name))
		return false;
	member->value.start = walk->at;
	walk->at = skip_value(walk->json, walk->at, walk->end);
	member->value.end = walk->at;
	return true;
}

static int hex_digit(char c)
{
	const char *digits = "0123456789abcdef";
	const char *digit = c ? strchr(digits, c | 0x20) : NULL;

	return digit ? (int)(digit - digits) : -1;
}

/* The ASCII character written at `at`, or -1; moves `at` behind it. */
static int take_ascii(const char *json, size_t *at, size_t end)
{
	int point = 0;

	if (json[*at] != '\\')
		return json[(*at)++];
	if (*at + 6 > end || json[*at + 1] != 'u')
		return -1;
	for (size_t n = 2; n < 6; n++) {
		int digit = hex_digit(json[*at + n]);

		if (digit < 0)
			return -1;
		point = point * 16 + digit;
	}
	*at += 6;
	return point < 0x80 ? point : -1;
}

bool json_named(const char *json, const struct json_member *member, const char *name)
{
	size_t at = member->name.start;

	while (at < member->name.end && *name) {
		if (take_ascii(json, &at, member->name.end) != *name)
			return false;
		name++;
	}
	return at == member->name.end && !*name;
}

bool json_find(const char *json, struct span object, const char *name, struct span *value)
{
	struct json_walk walk = json_walk_in(json, object);
	struct json_member member;

	while (walk.object && json_walk_next(&walk, &member)) {
		if (json_named(json, &member, name)) {
			*value = member.value;
			return true;
		}
	}
	return false;
}

size_t json_depth(const char *json, size_t len)
{
	size_t depth = 0, deepest = 0;

	for (size_t at = 0; at < len;) {
		at = skip_token(json, at, len, &depth);
		deepest = depth > deepest ? depth : deepest;
	}
	return deepest;
}

static void add_member(struct buf *out, const char *name, size_t len)
{
	if (out->at[out->len - 1] != '{')
		buf_add_char(out, ',');
	buf_add_char(out, '"');
	buf_add(out, name, len);
	buf_add_string(out, "\":");
}

static struct json_edit *edit_of(const char *json, const struct json_member *member,
				 struct json_edit *edits, size_t count)
{
	for (size_t n = 0; n < count; n++) {
		if (json_named(json, member, edits[n].name))
			return &edits[n];
	}
	return NULL;
}

static void splice_member(const char *json, const struct json_member *member,
			  struct json_edit *edit, struct buf *out)
{
	if (edit)
		edit->done = true;
	if (edit && !edit->value)
		return;
	add_member(out, json + member->name.start, span_length(member->name));
	if (edit)
		buf_add_string(out, edit->value);
	else
		buf_add(out, json + member->value.start, span_length(member->value));
}

void json_splice(const char *json, struct span object, struct json_edit *edits, size_t count,
		 struct buf *out)
{
	struct json_walk walk = json_walk_in(json, object);
	struct json_member member;

	for (size_t n = 0; n < count; n++)
		edits[n].done = false;
	buf_add_char(out, '{');
	while (walk.object && !out->failed && json_walk_next(&walk, &member))
		splice_member(json, &member, edit_of(json, &member, edits, count), out);
	for (size_t n = 0; n < count && !out->failed; n++) {
		if (edits[n].done || !edits[n].value)
			continue;
		add_member(out, edits[n].name, strlen(edits[n].name));
		buf_add_string(out, edits[n].value);
	}
	buf_add_char(out, '}');
}
