#include "w3c.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h wants these four first. */
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define ID	"urn:uuid:7a0ff3f0-0000-4000-8000-000000000001"
#define CONTEXT "{\"@context\":\"http://www.w3.org/ns/anno.jsonld\","
#define ENTRY	CONTEXT "\"id\":\"" ID "\",\"type\":\"Annotation\","

/* Strings of marks that a test reads; released after each test. */
struct bench {
	struct arena arena;
	struct buf line;
	struct err err;
};

static int set_up(void **state)
{
	static struct bench bench;

	bench = (struct bench){ .arena = ARENA_EMPTY, .line = BUF_EMPTY };
	*state = &bench;
	return 0;
}

static int tear_down(void **state)
{
	struct bench *bench = *state;

	arena_release(&bench->arena);
	buf_release(&bench->line);
	return 0;
}

static struct mark read_line(struct bench *bench, const char *line)
{
	struct mark mark;

	if (!w3c_read(line, strlen(line), &bench->arena, &mark, &bench->err))
		fail_msg("%s: %s", bench->err.text, line);
	return mark;
}

static void assert_refused(struct bench *bench, const char *line, const char *why)
{
	struct mark mark;

	assert_false(w3c_read(line, strlen(line), &bench->arena, &mark, &bench->err));
	assert_int_equal(bench->err.kind, ERR_FORMAT);
	if (!strstr(bench->err.text, why))
		fail_msg("\"%s\" doesn't say \"%s\"", bench->err.text, why);
}

static struct mark a_quote(void)
{
	return (struct mark){
		.id = ID,
		.kind = MARK_QUOTE,
		.rev = 1,
		.creator = "ada",
		.created = "2026-11-23T17:12:00Z",
		.modified = "2026-11-23T17:12:00Z",
		.step = "01ab",
		.undoes = "",
		.placed = true,
		.start = 131,
		.end = 174,
		.exact = "\"No,\" she said",
		.prefix = "the mayor. ",
		.suffix = "",
		.source = "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk",
		.name = "Ada Lovelace",
		.speaker = "urn:uuid:7a0ff3f0-0000-4000-8000-000000000002",
	};
}

static const char *write_line(struct bench *bench, const struct mark *mark)
{
	buf_clear(&bench->line);
	assert_true(w3c_write(mark, &bench->line, &bench->err));
	return bench->line.at;
}

static void a_quote_is_one_line_of_the_model(void **state)
{
	const struct mark mark = a_quote();

	assert_string_equal(
		write_line(*state, &mark),
		ENTRY "\"motivation\":\"highlighting\","
		      "\"creator\":{\"type\":\"Person\",\"name\":\"ada\"},"
		      "\"created\":\"2026-11-23T17:12:00Z\","
		      "\"modified\":\"2026-11-23T17:12:00Z\","
		      "\"target\":{\"source\":\"ni:///sha-256;"
		      "f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk\",\"selector\":["
		      "{\"type\":\"TextPositionSelector\",\"start\":131,\"end\":174},"
		      "{\"type\":\"TextQuoteSelector\",\"exact\":\"\\\"No,\\\" she said\","
		      "\"prefix\":\"the mayor. \",\"suffix\":\"\"}]},"
		      "\"body\":[{\"type\":\"TextualBody\",\"purpose\":\"identifying\","
		      "\"value\":\"Ada Lovelace\"}],"
		      "\"diple\":{\"v\":1,\"kind\":\"quote\",\"rev\":1,\"step\":\"01ab\","
		      "\"speaker\":\"urn:uuid:7a0ff3f0-0000-4000-8000-000000000002\"}}\n");
}

static void assert_same_words(const char *a, const char *b)
{
	assert_string_equal(a ? a : "(none)", b ? b : "(none)");
}

static void assert_same_mark(const struct mark *a, const struct mark *b)
{
	const char *const of_a[] = { a->id,	a->creator, a->created, a->modified,
				     a->step,	a->undoes,  a->target,	a->exact,
				     a->source, a->name,    a->note,	a->statement,
				     a->value,	a->link,    a->speaker, a->priority };
	const char *const of_b[] = { b->id,	b->creator, b->created, b->modified,
				     b->step,	b->undoes,  b->target,	b->exact,
				     b->source, b->name,    b->note,	b->statement,
				     b->value,	b->link,    b->speaker, b->priority };

	for (size_t n = 0; n < sizeof of_a / sizeof *of_a; n++)
		assert_same_words(of_a[n], of_b[n]);
	assert_int_equal(a->kind, b->kind);
	assert_int_equal(a->type, b->type);
	assert_int_equal(a->of, b->of);
	assert_int_equal(a->rev, b->rev);
	assert_int_equal(a->deleted, b->deleted);
	assert_int_equal(a->placed, b->placed);
	assert_int_equal(a->start, b->start);
	assert_int_equal(a->end, b->end);
}

/* A record of each kind, with all that the kind can say. */
static struct mark full_mark(enum mark_kind kind)
{
	struct mark mark = a_quote();

	mark.kind = kind;
	mark.rev = 7;
	mark.undoes = "00ff";
	mark.deleted = kind == MARK_SAME;
	if (!mark_kinds[kind].on_text) {
		mark.target = "urn:uuid:7a0ff3f0-0000-4000-8000-000000000009";
		mark.placed = false;
		mark.start = mark.end = 0;
		mark.exact = NULL;
		mark.source = "";
	}
	mark.type = kind == MARK_ENTITY || kind == MARK_DISMISSED ? TYPE_PLACE : TYPE_NONE;
	mark.of = kind == MARK_DISMISSED ? MARK_ENTITY : MARK_QUOTE;
	mark.note = "see \u202e minutes\n";
	mark.statement = kind == MARK_CLAIM ? "Rents rose 12 % in a year" : NULL;
	mark.priority = kind == MARK_CLAIM ? "high" : NULL;
	mark.link = mark_kinds[kind].motivation[0] == 'l' ? "https://example.org/a?b=c" : NULL;
	if (kind == MARK_VERDICT)
		mark.value = "false";
	if (kind == MARK_ANSWER || kind == MARK_DISMISSED)
		mark.value = "reject";
	return mark;
}

static void every_kind_comes_back_as_it_was_written(void **state)
{
	for (enum mark_kind kind = 0; kind < MARK_FOREIGN; kind++) {
		const struct mark mark = full_mark(kind);
		const struct mark back = read_line(*state, write_line(*state, &mark));

		assert_same_mark(&mark, &back);
	}
}

static void a_written_line_holds_nothing_that_may_not_be_shown(void **state)
{
	struct mark mark = a_quote();
	const char *line;

	mark.exact = "\x1b[31m \u202e \u2028 \xff \u0430\u0301 \U0001f600";
	mark.creator = "a\nb";
	line = write_line(*state, &mark);
	assert_ptr_equal(strchr(line, '\n'), line + strlen(line) - 1);
	assert_null(strchr(line, '\x1b'));
	assert_null(strstr(line, "\u202e"));
	assert_null(strstr(line, "\u2028"));
	assert_non_null(strstr(line, "\\u001b[31m \\u202e \\u2028 \ufffd \u0430\u0301 "));
}

static void foreign_shapes_of_members_are_read(void **state)
{
	struct mark mark;

	mark = read_line(*state, ENTRY "\"motivation\":\"commenting\",\"target\":["
				       "\"http://example.org/page\","
				       "{\"source\":{\"id\":\"http://example.org/a\"},"
				       "\"selector\":{\"type\":[\"TextPositionSelector\"],"
				       "\"start\":3,\"end\":9}}],"
				       "\"creator\":[\"http://example.org/ada\"],"
				       "\"bodyValue\":\"so?\"}");
	assert_int_equal(mark.kind, MARK_FOREIGN);
	assert_int_equal(mark.rev, 1);
	assert_true(mark.placed);
	assert_int_equal(mark.start, 3);
	assert_string_equal(mark.source, "http://example.org/a");
	assert_string_equal(mark.creator, "http://example.org/ada");
	assert_string_equal(mark.note, "so?");

	mark = read_line(*state, ENTRY "\"target\":\"http://example.org/page\","
				       "\"creator\":{\"id\":\"http://b\",\"nickname\":\"bo\"},"
				       "\"created\":\"2020-01-01T00:00:00Z\",\"body\":"
				       "{\"type\":\"TextualBody\",\"value\":\"well\"}}\r");
	assert_false(mark.placed);
	assert_string_equal(mark.target, "http://example.org/page");
	assert_string_equal(mark.creator, "bo");
	assert_string_equal(mark.modified, "2020-01-01T00:00:00Z");
	assert_string_equal(mark.note, "well");
}

static void places_that_make_no_sense_are_no_places(void **state)
{
	static const char *const offsets[] = {
		"\"start\":-1,\"end\":3",
		"\"start\":9,\"end\":3",
		"\"start\":0,\"end\":9223372036854775808",
		"\"start\":0,\"end\":99999999999999999999999999",
		"\"start\":1.5,\"end\":3",
		"\"start\":\"1\",\"end\":3",
		"\"start\":1",
	};

	for (size_t n = 0; n < sizeof offsets / sizeof *offsets; n++) {
		char line[500];

		snprintf(line, sizeof line,
			 ENTRY "\"target\":{\"source\":\"urn:a:b\",\"selector\":"
			       "{\"type\":\"TextPositionSelector\",%s}}}",
			 offsets[n]);
		assert_false(read_line(*state, line).placed);
	}
}

static void damage_is_refused_with_its_reason(void **state)
{
	char deep[400];

	assert_refused(*state, "", "JSON");
	assert_refused(*state, "{\"id\":", "JSON");
	assert_refused(*state, "[]", "no annotation");
	assert_refused(*state, "{\"type\":\"Delete\",\"id\":\"urn:a:b\"}", "no annotation");
	assert_refused(*state, "{\"type\":\"Annotation\"}", "without an id");
	assert_refused(*state, ENTRY "\"id\":\"urn:a:b\"}", "twice");
	assert_refused(*state, ENTRY "\"x\":\"\xff\"}", "UTF-8");
	assert_refused(*state, ENTRY "\"x\":\"\\ud800\"}", "JSON");
	assert_refused(*state, ENTRY "\"x\":1e999}", "JSON");
	assert_refused(*state, ENTRY "\"x\":1} {}", "JSON");
	assert_refused(*state, ENTRY "\"diple\":{\"rev\":0}}", "rev");
	assert_refused(*state, ENTRY "\"diple\":{\"rev\":-3}}", "rev");
	assert_refused(*state, ENTRY "\"diple\":{\"rev\":2147483648}}", "rev");
	assert_refused(*state, ENTRY "\"diple\":{\"rev\":9223372036854775807}}", "rev");
	assert_refused(*state, ENTRY "\"diple\":{\"rev\":\"1\"}}", "rev");
	snprintf(deep, sizeof deep, ENTRY "\"x\":%.*s", 80,
		 "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[["
		 "[[[");
	assert_refused(*state, deep, "deeper");
}

static void the_greatest_rev_is_taken(void **state)
{
	const char *line = ENTRY "\"diple\":{\"rev\":2147483647,\"deleted\":true}}";
	const struct mark mark = read_line(*state, line);

	assert_int_equal(mark.rev, INT32_MAX);
	assert_true(mark.deleted);
}

static const struct w3c_revision plain_revision = {
	.rev = 2, .modified = "2027-01-01T00:00:00Z", .step = "02cd", .undoes = ""
};

static const char *revise_line(struct bench *bench, const char *line,
			       const struct w3c_revision *revision)
{
	buf_clear(&bench->line);
	assert_true(w3c_revise(line, strlen(line), revision, &bench->line, &bench->err));
	return bench->line.at;
}

static void a_revision_keeps_what_it_doesnt_know_byte_for_byte(void **state)
{
	const char *line = ENTRY "\"a\":1.10,\"b\":[\"\\u00e9\\/\",-0,1E3],"
				 "\"modified\":\"2026-01-01T00:00:00Z\","
				 "\"target\":{\"source\" : \"urn:a:b\"},"
				 "\"diple\":{\"v\":1,\"kind\":\"claim\",\"rev\":1,"
				 "\"said\":\"2026-01\\u002d01\",\"step\":\"01ab\"},\"z\":{}}";

	assert_string_equal(revise_line(*state, line, &plain_revision), ENTRY
			    "\"a\":1.10,\"b\":[\"\\u00e9\\/\",-0,1E3],"
			    "\"modified\":\"2027-01-01T00:00:00Z\","
			    "\"target\":{\"source\" : \"urn:a:b\"},"
			    "\"diple\":{\"v\":1,\"kind\":\"claim\",\"rev\":2,"
			    "\"said\":\"2026-01\\u002d01\",\"step\":\"02cd\"},\"z\":{}}\n");
}

static void revising_again_and_again_changes_no_unknown_member(void **state)
{
	struct bench *bench = *state;
	static const char *const values[] = {
		"1.10",
		"\"\\u00e9\"",
		"\"\\/\"",
		"-0",
		"[ 1 ,2]",
		"{\"k\" :null}",
		"0.1",
		"1e-2",
		"\"\"",
		"true",
		"\"}],{\\\\\\\"\"",
		"12345678901234567890",
	};
	const size_t count = sizeof values / sizeof *values;

	for (size_t n = 0; n < count * count; n++) {
		const char *a = values[n % count], *b = values[n / count];
		struct w3c_revision revision = plain_revision;
		char line[800], unknown[200], *once;

		snprintf(unknown, sizeof unknown, "\"x%zu\":%s,\"y\":%s", n, a, b);
		snprintf(line, sizeof line, ENTRY "%s,\"diple\":{\"kind\":\"quote\",%s}}",
			 unknown, unknown);
		once = strdup(revise_line(bench, line, &revision));
		assert_non_null(once);
		once[strlen(once) - 1] = '\0';
		revision.rev = 3;
		revise_line(bench, once, &revision);
		free(once);
		once = strstr(bench->line.at, unknown);
		assert_non_null(once);
		assert_non_null(strstr(once + 1, unknown));
		bench->line.at[bench->line.len - 1] = '\0';
		assert_int_equal(read_line(bench, bench->line.at).rev, 3);
	}
}

static void a_deletion_and_an_undo_are_revisions(void **state)
{
	const struct mark mark = a_quote();
	char *line = strdup(write_line(*state, &mark));
	struct w3c_revision revision = plain_revision;
	struct mark back;

	assert_non_null(line);
	revision.deleted = true;
	back = read_line(*state, revise_line(*state, line, &revision));
	free(line);
	assert_true(back.deleted);
	line = strdup(((struct bench *)*state)->line.at);
	assert_non_null(line);
	line[strlen(line) - 1] = '\0';
	revision.deleted = false;
	revision.rev = 3;
	revision.undoes = "02cd";
	back = read_line(*state, revise_line(*state, line, &revision));
	free(line);
	assert_false(back.deleted);
	assert_string_equal(back.undoes, "02cd");
	assert_string_equal(back.name, "Ada Lovelace");
}

static const char foreign_bodies[] = ENTRY
	"\"body\":[{\"type\":\"TextualBody\",\"purpose\":\"tagging\",\"value\":\"politics\"},"
	"{\"type\":\"TextualBody\",\"purpose\":\"tagging\",\"value\":\"person\",\"x\":1.10},"
	"{\"type\":\"Image\",\"id\":\"http://example.org/i\"}],"
	"\"target\":{\"source\":\"urn:a:b\",\"y\":1.10,\"selector\":["
	"{\"type\":\"TextPositionSelector\",\"start\":3,\"end\":9}]},"
	"\"diple\":{\"kind\":\"entity\",\"rev\":1,\"type\":\"person\",\"anchor\":{}}}";

static void only_the_body_that_changed_is_another(void **state)
{
	struct mark become = read_line(*state, foreign_bodies);
	struct w3c_revision revision = plain_revision;
	const char *line;

	revision.become = &become;
	become.type = TYPE_PLACE;
	become.note = "new";
	line = revise_line(*state, foreign_bodies, &revision);
	assert_non_null(strstr(
		line,
		"\"body\":[{\"type\":\"TextualBody\",\"purpose\":\"tagging\","
		"\"value\":\"politics\"},"
		"{\"type\":\"TextualBody\",\"purpose\":\"tagging\",\"value\":\"place\","
		"\"x\":1.10},"
		"{\"type\":\"Image\",\"id\":\"http://example.org/i\"},"
		"{\"type\":\"TextualBody\",\"purpose\":\"commenting\",\"value\":\"new\"}]"));
	assert_non_null(strstr(line, "\"start\":3,\"end\":9"));
	assert_non_null(strstr(line, "\"type\":\"place\",\"anchor\":{}"));
}

static void a_new_place_keeps_the_rest_of_the_target(void **state)
{
	struct mark become = read_line(*state, foreign_bodies);
	struct w3c_revision revision = plain_revision;
	const char *line;

	revision.become = &become;
	become.end = 12;
	become.exact = "nine words";
	line = revise_line(*state, foreign_bodies, &revision);
	assert_non_null(strstr(line,
			       "\"target\":{\"source\":\"urn:a:b\",\"y\":1.10,\"selector\":["
			       "{\"type\":\"TextPositionSelector\",\"start\":3,\"end\":12},"
			       "{\"type\":\"TextQuoteSelector\",\"exact\":\"nine words\","
			       "\"prefix\":\"\",\"suffix\":\"\"}]}"));
	assert_null(strstr(line, "anchor"));
	assert_non_null(strstr(line, "\"value\":\"person\",\"x\":1.10}"));
}

static void a_quote_in_pieces_keeps_its_other_pieces(void **state)
{
	const char *line = ENTRY
		"\"target\":[\"http://example.org/x\",{\"source\":\"urn:a:b\",\"selector\":"
		"{\"type\":\"TextPositionSelector\",\"start\":3,\"end\":9}},"
		"{\"source\":\"urn:a:b\",\"selector\":"
		"{\"type\":\"TextPositionSelector\",\"start\":30,\"end\":39}}]}";
	struct mark become = read_line(*state, line);
	struct w3c_revision revision = plain_revision;

	revision.become = &become;
	become.start = 4;
	assert_non_null(strstr(
		revise_line(*state, line, &revision),
		"\"target\":[\"http://example.org/x\",{\"source\":\"urn:a:b\",\"selector\":["
		"{\"type\":\"TextPositionSelector\",\"start\":4,\"end\":9}]},"
		"{\"source\":\"urn:a:b\",\"selector\":"
		"{\"type\":\"TextPositionSelector\",\"start\":30,\"end\":39}}]"));
}

/* Whatever a mark of a kind becomes, the new line says exactly that. */
static void a_revision_says_what_the_mark_became(void **state)
{
	for (enum mark_kind kind = 0; kind < MARK_FOREIGN; kind++) {
		struct mark mark = full_mark(kind), become, back;
		struct w3c_revision revision = plain_revision;
		char *line = strdup(write_line(*state, &mark));

		assert_non_null(line);
		line[strlen(line) - 1] = '\0';
		become = read_line(*state, line);
		become.note = NULL;
		become.name = "Bo";
		become.value = kind == MARK_DISMISSED ? "reject" : become.value;
		become.speaker = NULL;
		become.priority = "low";
		if (kind == MARK_ENTITY)
			become.type = TYPE_DATE;
		become.end += become.placed;
		become.source = become.target ? become.source : "https://example.org/new";
		revision.become = &become;
		back = read_line(*state, revise_line(*state, line, &revision));
		become.rev = 2;
		become.step = "02cd";
		become.undoes = "";
		become.deleted = false;
		become.modified = plain_revision.modified;
		assert_same_mark(&become, &back);
		free(line);
	}
}

static void a_body_value_gives_way_to_bodies(void **state)
{
	const char *line = ENTRY "\"bodyValue\":\"old\",\"target\":\"urn:a:b\"}";
	struct mark become = read_line(*state, line);
	struct w3c_revision revision = plain_revision;

	revision.become = &become;
	become.note = "new";
	line = revise_line(*state, line, &revision);
	assert_null(strstr(line, "bodyValue"));
	assert_string_equal(read_line(*state, line).note, "new");
}

static void members_are_added_for_lists(void **state)
{
	struct bench *bench = *state;
	const char *line = "{\"id\":\"a\u202e\"} \r";

	assert_true(
		w3c_extend(line, strlen(line), "\"file\":\"f\"", &bench->line, &bench->err));
	assert_string_equal(bench->line.at, "{\"id\":\"a\\u202e\",\"file\":\"f\"}");
}

static void a_line_too_long_for_a_sidecar_is_not_written(void **state)
{
	struct bench *bench = *state;
	struct mark mark = a_quote();
	char *note = malloc(W3C_LINE_MAX + 1);

	assert_non_null(note);
	memset(note, 'a', W3C_LINE_MAX);
	note[W3C_LINE_MAX] = '\0';
	mark.note = note;
	buf_add_string(&bench->line, "before\n");
	assert_false(w3c_write(&mark, &bench->line, &bench->err));
	assert_int_equal(bench->err.kind, ERR_LIMIT);
	assert_string_equal(bench->line.at, "before\n");
	free(note);
}

/* nftw() hands its callback nothing of ours. */
static struct {
	size_t read, refused;
} fixtures;

static int read_fixture(const char *path, const struct stat *stat, int type, struct FTW *where)
{
	struct arena arena = ARENA_EMPTY;
	struct mark mark;
	struct err err;
	char *bytes;
	FILE *file;
	size_t len;

	(void)where;
	if (type != FTW_F || !strstr(path, ".json") || stat->st_size > 1000000)
		return 0;
	file = fopen(path, "r");
	bytes = malloc((size_t)stat->st_size + 1);
	assert_non_null(file);
	assert_non_null(bytes);
	len = fread(bytes, 1, (size_t)stat->st_size, file);
	if (w3c_read(bytes, len, &arena, &mark, &err)) {
		struct buf line = BUF_EMPTY;

		assert_true(w3c_revise(bytes, len, &plain_revision, &line, &err));
		buf_release(&line);
		fixtures.read++;
	} else {
		fixtures.refused += strstr(path, "/annotations/") && strstr(path, "correct") &&
				    !strstr(path, "incorrect");
	}
	arena_release(&arena);
	free(bytes);
	fclose(file);
	return 0;
}

static void annotations_of_others_are_read(void **state)
{
	const char *data = getenv("DIPLE_DATA");
	char path[4096];

	(void)state;
	if (!data)
		skip();
	snprintf(path, sizeof path, "%s/formats/w3c-tests", data);
	assert_int_equal(nftw(path, read_fixture, 20, FTW_PHYS), 0);
	snprintf(path, sizeof path, "%s/formats/w3c-model", data);
	assert_int_equal(nftw(path, read_fixture, 20, FTW_PHYS), 0);
	assert_true(fixtures.read > 40);
	assert_int_equal(fixtures.refused, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_quote_is_one_line_of_the_model),
		TEST(every_kind_comes_back_as_it_was_written),
		TEST(a_written_line_holds_nothing_that_may_not_be_shown),
		TEST(foreign_shapes_of_members_are_read),
		TEST(places_that_make_no_sense_are_no_places),
		TEST(damage_is_refused_with_its_reason),
		TEST(the_greatest_rev_is_taken),
		TEST(a_revision_keeps_what_it_doesnt_know_byte_for_byte),
		TEST(revising_again_and_again_changes_no_unknown_member),
		TEST(a_deletion_and_an_undo_are_revisions),
		TEST(only_the_body_that_changed_is_another),
		TEST(a_new_place_keeps_the_rest_of_the_target),
		TEST(a_quote_in_pieces_keeps_its_other_pieces),
		TEST(a_revision_says_what_the_mark_became),
		TEST(a_body_value_gives_way_to_bodies),
		TEST(members_are_added_for_lists),
		TEST(a_line_too_long_for_a_sidecar_is_not_written),
		TEST(annotations_of_others_are_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
