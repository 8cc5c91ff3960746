/*
 * JSON as bytes: what no library gives back as it was read.
 *
 * The walk finds where members of an object or elements of an array begin and
 * end, so that a line can be changed in one place and stay byte for byte as it
 * was in all others. It expects JSON that a parser has accepted; of anything
 * else it yields less or nonsense, but stays inside its bytes. Never recursive.
 */
#ifndef JSON_H
#define JSON_H

#include "buf.h"
#include "span.h"

struct json_walk {
	const char *json;
	size_t at, end;
	bool object; /* else an array */
};

struct json_member {
	struct span name; /* between its quotation marks, raw; empty in an array */
	struct span value;
};

/* A walk over the object or array at json[value]; over any other value an empty one. */
struct json_walk json_walk_in(const char *json, struct span value);

/* The next member or element; false at the end. */
bool json_walk_next(struct json_walk *walk, struct json_member *member);

/* True if the member has this ASCII name, however it is escaped. */
bool json_named(const char *json, const struct json_member *member, const char *name);

/* The value of a member of the object at json[object]; false where there is none. */
bool json_find(const char *json, struct span object, const char *name, struct span *value);

/* How deep arrays and objects nest, brackets in strings not counted. Linear. */
size_t json_depth(const char *json, size_t len);

/* One member that is to be another. */
struct json_edit {
	const char *name;
	const char *value; /* raw JSON; NULL: there is to be no such member */
	bool done;	   /* set by json_splice() */
};

/*
 * Adds the object at json[object] to `out` with `edits` made: a member that is there is
 * changed in its place, one that isn't comes behind the others. All other members
 * stay as they are, byte for byte, in their order; blanks between members go.
 */
void json_splice(const char *json, struct span object, struct json_edit *edits, size_t count,
		 struct buf *out);

/*
 * Adds a string as JSON with its quotation marks. Damaged UTF-8 becomes U+FFFD; what may
 * not be shown (plain_hidden()) is escaped as \u.
 */
void json_add_string(struct buf *out, const char *bytes, size_t len);

/* Adds raw JSON, on one line, with what may not be shown in its strings escaped as \u. */
void json_add_shown(struct buf *out, const char *json, size_t len);

#endif
