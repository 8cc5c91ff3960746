#include "json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h wants these four first. */
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct span whole(const char *json)
{
	return (struct span){ 0, strlen(json) };
}

/* "name=value;" of each member, as the walk finds them. */
static void assert_members(const char *json, const char *expected)
{
	struct json_walk walk = json_walk_in(json, whole(json));
	struct json_member member;
	struct buf found = BUF_EMPTY;

	while (json_walk_next(&walk, &member))
		buf_printf(&found, "%.*s=%.*s;", (int)span_length(member.name),
			   json + member.name.start, (int)span_length(member.value),
			   json + member.value.start);
	assert_string_equal(found.at, expected);
	buf_release(&found);
}

static void members_are_found_with_their_extents(void **state)
{
	(void)state;
	assert_members("{\"a\":1.10,\"b\":\"x\"}", "a=1.10;b=\"x\";");
	assert_members(" { \"a\" : [1, {\"b\":2}] , \"c\":{} } ", "a=[1, {\"b\":2}];c={};");
	assert_members("{\"q\\\"\":\"}\\\"],{\",\"n\":null}", "q\\\"=\"}\\\"],{\";n=null;");
	assert_members("[1,\"two\",[3],{\"f\":4}]", "=1;=\"two\";=[3];={\"f\":4};");
	assert_members("{}", "");
	assert_members("[]", "");
	assert_members("17", "");
	assert_members("\"{\"", "");
}

static void a_name_is_known_however_it_is_escaped(void **state)
{
	const char *json = "{\"\\u0069d\":1,\"ide\":2,\"i\":3,\"\\u0169d\":4}";
	struct span value;

	(void)state;
	assert_true(json_find(json, whole(json), "id", &value));
	assert_int_equal(json[value.start], '1');
	assert_true(json_find(json, whole(json), "i", &value));
	assert_int_equal(json[value.start], '3');
	assert_false(json_find(json, whole(json), "idea", &value));
	assert_false(json_find("[\"id\"]", whole("[\"id\"]"), "id", &value));
}

static void depth_counts_brackets_outside_of_strings(void **state)
{
	(void)state;
	assert_int_equal(json_depth("1", 1), 0);
	assert_int_equal(json_depth("[[],[[]]]", 9), 3);
	assert_int_equal(json_depth("{\"[[[[\":\"]\\\"[\"}", 15), 1);
	assert_int_equal(json_depth("[[[[", 4), 4);
}

/* Any bytes at all: the walk has to stay inside them, which ASan watches. */
static void rubbish_keeps_the_walk_inside_its_bytes(void **state)
{
	static const char letters[] = "{}[]\":,\\u0a 1\n";
	unsigned seed = 5;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		size_t len = (size_t)(round % 17);
		char *json = malloc(len + 1);
		struct json_member member;
		struct span value;
		struct json_walk walk;
		size_t found = 0;

		assert_non_null(json);
		json[len] = 'x';
		for (size_t n = 0; n < len; n++) {
			seed = seed * 1103515245u + 12345u;
			json[n] = letters[(seed >> 16) % (sizeof letters - 1)];
		}
		json = realloc(json, len ? len : 1);
		assert_non_null(json);
		walk = json_walk_in(json, (struct span){ 0, len });
		while (json_walk_next(&walk, &member)) {
			assert_true(member.value.start < member.value.end);
			assert_true(member.value.end <= len && member.name.end <= len);
			assert_true(member.name.start <= member.name.end);
			json_named(json, &member, "a0a");
			found++;
		}
		assert_true(found <= len);
		json_find(json, (struct span){ 0, len }, "a", &value);
		assert_true(json_depth(json, len) <= len);
		free(json);
	}
}

static void assert_spliced(const char *json, struct json_edit *edits, size_t count,
			   const char *expected)
{
	struct buf out = BUF_EMPTY;

	json_splice(json, whole(json), edits, count, &out);
	assert_string_equal(out.at, expected);
	buf_release(&out);
}

static void an_edit_changes_its_member_and_nothing_else(void **state)
{
	struct json_edit edits[] = {
		{ .name = "b", .value = "[2]" },
		{ .name = "new", .value = "true" },
		{ .name = "gone", .value = NULL },
	};

	(void)state;
	assert_spliced("{\"a\": 1.10, \"b\":\"\\u00e9\", \"gone\":0,\"c\":-0}", edits, 3,
		       "{\"a\":1.10,\"b\":[2],\"c\":-0,\"new\":true}");
	assert_spliced("{}", edits, 3, "{\"b\":[2],\"new\":true}");
	assert_spliced("{\"gone\":1}", edits + 2, 1, "{}");
	assert_spliced("7", edits, 2, "{\"b\":[2],\"new\":true}");
}

static void assert_written(const char *bytes, const char *expected)
{
	struct buf out = BUF_EMPTY;

	json_add_string(&out, bytes, strlen(bytes));
	assert_string_equal(out.at, expected);
	buf_release(&out);
}

static void strings_escape_what_may_not_be_shown(void **state)
{
	(void)state;
	assert_written("", "\"\"");
	assert_written("Ada \"L.\" \\", "\"Ada \\\"L.\\\" \\\\\"");
	assert_written("a\nb\tc\r", "\"a\\nb\\tc\\r\"");
	assert_written("\x1b[31m\x7f", "\"\\u001b[31m\\u007f\"");
	assert_written("\u202eevil\xc2\x85", "\"\\u202eevil\\u0085\"");
	assert_written("caf\u00e9 \U0001f600", "\"caf\u00e9 \U0001f600\"");
	assert_written("\U000e0041", "\"\\udb40\\udc41\"");
}

static void damaged_utf8_becomes_a_replacement_character(void **state)
{
	(void)state;
	assert_written("a\xff"
		       "b",
		       "\"a\ufffd"
		       "b\"");
	assert_written("\xe2\x82", "\"\ufffd\"");
	assert_written("\ufffd", "\"\ufffd\"");
}

static void raw_json_is_made_safe_to_show(void **state)
{
	struct buf out = BUF_EMPTY;
	const char *json = "{\"a\":\t\"\u202ex\\n\u00e9\"}\r";

	(void)state;
	json_add_shown(&out, json, strlen(json));
	assert_string_equal(out.at, "{\"a\": \"\\u202ex\\n\u00e9\"} ");
	buf_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(members_are_found_with_their_extents),
		cmocka_unit_test(a_name_is_known_however_it_is_escaped),
		cmocka_unit_test(depth_counts_brackets_outside_of_strings),
		cmocka_unit_test(rubbish_keeps_the_walk_inside_its_bytes),
		cmocka_unit_test(an_edit_changes_its_member_and_nothing_else),
		cmocka_unit_test(strings_escape_what_may_not_be_shown),
		cmocka_unit_test(damaged_utf8_becomes_a_replacement_character),
		cmocka_unit_test(raw_json_is_made_safe_to_show),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
