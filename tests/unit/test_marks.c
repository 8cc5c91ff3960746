#include "marks.h"
#include "support/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h wants these four first. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define LINES_MAX 64

/* Marks, and the lines that they were made of, for ties. */
struct bench {
	struct marks marks;
	char *lines[LINES_MAX];
	size_t count;
	struct err err;
};

static bool give_line(const void *from, const struct mark_line *line, struct buf *out,
		      struct err *err)
{
	const struct bench *bench = from;

	buf_add(out, bench->lines[line->offset], line->len);
	return buf_ok(out, err);
}

static int set_up(void **state)
{
	struct bench *bench = calloc(1, sizeof *bench);

	assert_non_null(bench);
	marks_init(&bench->marks);
	bench->marks.source = (struct marks_source){ bench, give_line };
	*state = bench;
	return 0;
}

static int tear_down(void **state)
{
	struct bench *bench = *state;

	marks_release(&bench->marks);
	for (size_t n = 0; n < bench->count; n++)
		free(bench->lines[n]);
	free(bench);
	return 0;
}

static void take_bytes(struct bench *bench, const char *line, bool unsaved)
{
	struct marks_input input = { line, strlen(line), bench->count, 1, unsaved };

	assert_true(bench->count < LINES_MAX);
	bench->lines[bench->count] = strdup(line);
	assert_non_null(bench->lines[bench->count]);
	input.line = bench->lines[bench->count++];
	assert_true(marks_take(&bench->marks, &input, &bench->err));
}

/* What a test says of a line; the rest is left out. */
struct said {
	int id, rev;
	const char *step, *undoes, *creator, *modified, *note;
	int target; /* id of the record that it is about */
	bool deleted;
};

static void format(char *out, size_t size, const struct said *said)
{
	char target[80] = "{\"source\":\"urn:a:b\"}";

	if (said->target)
		snprintf(target, sizeof target, "\"urn:x:%d\"", said->target);
	snprintf(out, size,
		 "{\"id\":\"urn:x:%d\",\"type\":\"Annotation\",\"target\":%s,"
		 "\"creator\":{\"name\":\"%s\"},\"modified\":\"%s\",\"bodyValue\":\"%s\","
		 "\"diple\":{\"kind\":\"note\",\"rev\":%d,\"step\":\"%s\",\"undoes\":\"%s\","
		 "\"deleted\":%s}}",
		 said->id, target, said->creator ? said->creator : "ada",
		 said->modified ? said->modified : "2026-01-01T00:00:00Z",
		 said->note ? said->note : "", said->rev, said->step ? said->step : "",
		 said->undoes ? said->undoes : "", said->deleted ? "true" : "false");
}

static void take(struct bench *bench, struct said said)
{
	char line[600];

	format(line, sizeof line, &said);
	take_bytes(bench, line, false);
}

static const struct mark_record *record(struct bench *bench, const char *id)
{
	const struct mark_record *found = marks_find(&bench->marks, id);

	assert_non_null(found);
	return found;
}

static void the_highest_rev_wins_in_whatever_order(void **state)
{
	struct bench *bench = *state;

	take(bench, (struct said){ .id = 1, .rev = 2, .note = "new" });
	take(bench, (struct said){ .id = 1, .rev = 1, .note = "old" });
	take(bench, (struct said){ .id = 2, .rev = 1, .note = "other" });
	assert_int_equal(bench->marks.records.count, 2);
	assert_string_equal(record(bench, "urn:x:1")->mark.note, "new");
	assert_int_equal(record(bench, "urn:x:1")->line, 0);
	assert_null(marks_find(&bench->marks, "urn:x:3"));
}

static void two_lines_of_equal_rev_are_a_conflict_until_the_next(void **state)
{
	struct bench *bench = *state;

	take(bench, (struct said){ .id = 1, .rev = 1, .note = "b" });
	take(bench, (struct said){ .id = 1, .rev = 1, .note = "b" });
	assert_false(record(bench, "urn:x:1")->conflict);
	take(bench, (struct said){ .id = 1, .rev = 1, .note = "a" });
	assert_true(record(bench, "urn:x:1")->conflict);
	assert_string_equal(record(bench, "urn:x:1")->mark.note, "b");
	take(bench, (struct said){ .id = 1, .rev = 1, .note = "c" });
	assert_string_equal(record(bench, "urn:x:1")->mark.note, "c");
	take(bench, (struct said){ .id = 1, .rev = 2, .note = "settled" });
	assert_false(record(bench, "urn:x:1")->conflict);
	take(bench, (struct said){ .id = 1, .rev = 1, .note = "late" });
	assert_false(record(bench, "urn:x:1")->conflict);
}

static void a_line_end_of_windows_is_no_difference(void **state)
{
	struct bench *bench = *state;
	char line[600];

	format(line, sizeof line - 1, &(struct said){ .id = 1, .rev = 1 });
	take_bytes(bench, line, false);
	strcat(line, "\r");
	take_bytes(bench, line, false);
	assert_false(record(bench, "urn:x:1")->conflict);
	assert_int_equal(bench->marks.lines.items[1].len, strlen(line) - 1);
}

/* "id:note:conflict" of each record by id: what must not depend on the order of lines. */
static void summary(struct bench *bench, struct buf *out)
{
	for (int id = 0; id < 4; id++) {
		char name[20];
		const struct mark_record *found;

		snprintf(name, sizeof name, "urn:x:%d", id);
		found = marks_find(&bench->marks, name);
		if (found)
			buf_printf(out, "%d:%s:%d:%s\n", id, found->mark.note, found->conflict,
				   found->mark.modified);
	}
}

static void winners_do_not_depend_on_the_order_of_lines(void **state)
{
	struct dice dice = { 11 };
	struct said said[12];
	struct buf first = BUF_EMPTY, later = BUF_EMPTY;

	(void)state;
	for (int round = 0; round < 400; round++) {
		static const char *const times[] = { "2026-01-01T00:00:00Z",
						     "2026-01-02T00:00:00Z" };
		static const char *const notes[] = { "a", "b", "ab" };
		void *bench;

		for (size_t n = 0; n < 12; n++)
			said[n] = (struct said){ .id = (int)dice_below(&dice, 4),
						 .rev = 1 + (int)dice_below(&dice, 2),
						 .modified = times[dice_below(&dice, 2)],
						 .note = notes[dice_below(&dice, 3)] };
		buf_clear(&first);
		for (int order = 0; order < 4; order++) {
			set_up(&bench);
			for (size_t n = 0; n < 12; n++)
				take(bench, said[n]);
			buf_clear(&later);
			summary(bench, order ? &later : &first);
			if (order)
				assert_string_equal(later.at, first.at);
			tear_down(&bench);
			for (size_t n = 11; n; n--) {
				size_t other = dice_below(&dice, n + 1);
				struct said kept = said[n];

				said[n] = said[other];
				said[other] = kept;
			}
		}
	}
	buf_release(&first);
	buf_release(&later);
}

static void what_is_no_record_is_kept_and_counted(void **state)
{
	struct bench *bench = *state;
	const struct marks_input too_long = { NULL, 0, 0, 1, false };

	take_bytes(bench, "", false);
	take_bytes(bench, "   \t", false);
	assert_int_equal(bench->marks.kept, 0);
	take_bytes(bench, "{\"half\":", false);
	assert_int_equal(bench->marks.kept, 1);
	assert_int_equal(bench->marks.kept_line, 3);
	assert_non_null(strstr(bench->marks.kept_why, "JSON"));
	assert_true(marks_take(&bench->marks, &too_long, &bench->err));
	assert_int_equal(bench->marks.kept, 2);
	assert_int_equal(bench->marks.kept_line, 4);
	assert_false(bench->marks.git_conflict);
	assert_int_equal(bench->marks.lines.count, 0);
}

static void both_sides_of_a_git_conflict_are_taken(void **state)
{
	struct bench *bench = *state;

	take_bytes(bench, "<<<<<<< HEAD", false);
	take(bench, (struct said){ .id = 1, .rev = 1 });
	take_bytes(bench, "=======", false);
	take(bench, (struct said){ .id = 2, .rev = 1 });
	take_bytes(bench, ">>>>>>> theirs\r", false);
	assert_true(bench->marks.git_conflict);
	assert_int_equal(bench->marks.records.count, 2);
	assert_int_equal(bench->marks.kept, 3);
}

static void a_record_on_a_deleted_mark_is_hidden_until_it_returns(void **state)
{
	struct bench *bench = *state;

	take(bench, (struct said){ .id = 1, .rev = 1 });
	take(bench, (struct said){ .id = 2, .rev = 1, .target = 1 });
	take(bench, (struct said){ .id = 3, .rev = 1, .target = 2 });
	assert_true(marks_live(&bench->marks, record(bench, "urn:x:3")));
	take(bench, (struct said){ .id = 1, .rev = 2, .deleted = true });
	assert_false(marks_live(&bench->marks, record(bench, "urn:x:1")));
	assert_false(marks_live(&bench->marks, record(bench, "urn:x:3")));
	take(bench, (struct said){ .id = 1, .rev = 3 });
	assert_true(marks_live(&bench->marks, record(bench, "urn:x:3")));
}

static void a_circle_of_targets_ends(void **state)
{
	struct bench *bench = *state;

	take(bench, (struct said){ .id = 1, .rev = 1, .target = 2 });
	take(bench, (struct said){ .id = 2, .rev = 1, .target = 1 });
	assert_true(marks_live(&bench->marks, record(bench, "urn:x:1")));
}

static const char *undo_step(struct bench *bench, size_t depth)
{
	size_t step = marks_undo(&bench->marks, "ada", depth);

	return step == MARKS_NONE ? "-" : bench->marks.steps.items[step].id;
}

static const char *redo_step(struct bench *bench)
{
	size_t step = marks_redo(&bench->marks, "ada");

	return step == MARKS_NONE ? "-" : bench->marks.steps.items[step].id;
}

static void undo_goes_back_and_redo_forth(void **state)
{
	struct bench *bench = *state;

	assert_string_equal(undo_step(bench, 0), "-");
	take(bench, (struct said){ .id = 1, .rev = 1, .step = "s1" });
	take(bench, (struct said){ .id = 1, .rev = 2, .step = "s2" });
	take(bench, (struct said){ .id = 2, .rev = 1, .step = "s2" });
	assert_string_equal(undo_step(bench, 0), "s2");
	assert_string_equal(undo_step(bench, 1), "s1");
	assert_string_equal(undo_step(bench, 2), "-");
	assert_string_equal(redo_step(bench), "-");

	take(bench, (struct said){ .id = 1, .rev = 3, .step = "u2", .undoes = "s2" });
	assert_string_equal(undo_step(bench, 0), "s1");
	assert_string_equal(redo_step(bench), "u2");

	take(bench, (struct said){ .id = 1, .rev = 4, .step = "u1", .undoes = "s1" });
	assert_string_equal(undo_step(bench, 0), "-");
	assert_string_equal(redo_step(bench), "u1");

	take(bench, (struct said){ .id = 1, .rev = 5, .step = "r1", .undoes = "u1" });
	assert_string_equal(undo_step(bench, 0), "r1");
	assert_string_equal(redo_step(bench), "u2");
}

static void a_new_step_ends_redo(void **state)
{
	struct bench *bench = *state;

	take(bench, (struct said){ .id = 1, .rev = 1, .step = "s1" });
	take(bench, (struct said){ .id = 1, .rev = 2, .step = "u1", .undoes = "s1" });
	take(bench, (struct said){ .id = 2, .rev = 1, .step = "s2" });
	assert_string_equal(redo_step(bench), "-");
	assert_string_equal(undo_step(bench, 0), "s2");
	assert_string_equal(undo_step(bench, 1), "-");
}

static void undo_never_reaches_anothers_step(void **state)
{
	struct bench *bench = *state;

	take(bench, (struct said){ .id = 1, .rev = 1, .step = "s1" });
	take(bench, (struct said){ .id = 2, .rev = 1, .step = "s1", .creator = "bo" });
	take(bench,
	     (struct said){ .id = 3, .rev = 1, .step = "u", .undoes = "s1", .creator = "eve" });
	assert_string_equal(undo_step(bench, 0), "s1");
	assert_int_equal(marks_undo(&bench->marks, "bo", 0), 1);
	assert_int_equal(marks_undo(&bench->marks, "eve", 0), MARKS_NONE);
	assert_int_equal(marks_redo(&bench->marks, "eve"), MARKS_NONE);
}

static void lines_without_a_step_are_never_undone(void **state)
{
	struct bench *bench = *state;

	take(bench, (struct said){ .id = 1, .rev = 1 });
	assert_string_equal(undo_step(bench, 0), "-");
}

static void the_middle_of_a_stack_can_be_reversed(void **state)
{
	struct bench *bench = *state;

	take(bench, (struct said){ .id = 1, .rev = 1, .step = "s1" });
	take(bench, (struct said){ .id = 2, .rev = 1, .step = "s2" });
	take(bench, (struct said){ .id = 3, .rev = 1, .step = "s3" });
	take(bench, (struct said){ .id = 2, .rev = 2, .step = "u2", .undoes = "s2" });
	assert_string_equal(undo_step(bench, 0), "s3");
	assert_string_equal(undo_step(bench, 1), "s1");
	assert_string_equal(undo_step(bench, 2), "-");
	take(bench, (struct said){ .id = 2, .rev = 3, .step = "again", .undoes = "s2" });
	assert_string_equal(undo_step(bench, 0), "s3");
	assert_string_equal(redo_step(bench), "u2");
}

static void a_reversal_brings_back_what_was_before_the_step(void **state)
{
	struct bench *bench = *state;
	struct mark_reversal *out;
	size_t count;

	take(bench, (struct said){ .id = 1, .rev = 1, .step = "s1" });
	take(bench, (struct said){ .id = 1, .rev = 2, .step = "s2" });
	take(bench, (struct said){ .id = 2, .rev = 1, .step = "s3" });
	take(bench, (struct said){ .id = 1, .rev = 4, .step = "s3" });
	take(bench, (struct said){ .id = 1, .rev = 3, .step = "s3" });
	assert_true(marks_reversals(&bench->marks, marks_undo(&bench->marks, "ada", 0), &out,
				    &count, &bench->err));
	assert_int_equal(count, 2);
	assert_int_equal(out[0].record, 1);
	assert_int_equal(out[0].line, MARKS_NONE);
	assert_int_equal(out[1].record, 0);
	assert_int_equal(out[1].line, 1);
	free(out);
}

static void unsaved_lines_settle_where_they_were_written(void **state)
{
	struct bench *bench = *state;
	char line[600];

	take(bench, (struct said){ .id = 1, .rev = 1 });
	format(line, sizeof line, &(struct said){ .id = 1, .rev = 2 });
	take_bytes(bench, line, true);
	assert_true(record(bench, "urn:x:1")->unsaved);
	marks_settle(&bench->marks, 2, 700);
	assert_false(record(bench, "urn:x:1")->unsaved);
	assert_false(bench->marks.lines.items[1].unsaved);
	assert_int_equal(bench->marks.lines.items[1].file, 2);
	assert_int_equal(bench->marks.lines.items[1].offset, 701);
	assert_int_equal(bench->marks.lines.items[0].offset, 0);
}

static void an_unsaved_line_that_comes_from_a_file_is_saved(void **state)
{
	struct bench *bench = *state;
	char line[600];

	format(line, sizeof line, &(struct said){ .id = 1, .rev = 1 });
	take_bytes(bench, line, true);
	take_bytes(bench, line, false);
	assert_false(record(bench, "urn:x:1")->unsaved);
	assert_false(record(bench, "urn:x:1")->conflict);
	assert_int_equal(record(bench, "urn:x:1")->line, 1);
}

static void forgetting_leaves_nothing_but_the_source(void **state)
{
	struct bench *bench = *state;

	take(bench, (struct said){ .id = 1, .rev = 1, .step = "s1" });
	take_bytes(bench, "rubbish", false);
	marks_clear(&bench->marks);
	assert_int_equal(bench->marks.records.count, 0);
	assert_int_equal(bench->marks.kept, 0);
	assert_null(marks_find(&bench->marks, "urn:x:1"));
	assert_string_equal(undo_step(bench, 0), "-");
	assert_ptr_equal(bench->marks.source.from, bench);
	take(bench, (struct said){ .id = 1, .rev = 1 });
	assert_non_null(marks_find(&bench->marks, "urn:x:1"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_highest_rev_wins_in_whatever_order),
		TEST(two_lines_of_equal_rev_are_a_conflict_until_the_next),
		TEST(a_line_end_of_windows_is_no_difference),
		TEST(winners_do_not_depend_on_the_order_of_lines),
		TEST(what_is_no_record_is_kept_and_counted),
		TEST(both_sides_of_a_git_conflict_are_taken),
		TEST(a_record_on_a_deleted_mark_is_hidden_until_it_returns),
		TEST(a_circle_of_targets_ends),
		TEST(undo_goes_back_and_redo_forth),
		TEST(a_new_step_ends_redo),
		TEST(undo_never_reaches_anothers_step),
		TEST(lines_without_a_step_are_never_undone),
		TEST(the_middle_of_a_stack_can_be_reversed),
		TEST(a_reversal_brings_back_what_was_before_the_step),
		TEST(unsaved_lines_settle_where_they_were_written),
		TEST(an_unsaved_line_that_comes_from_a_file_is_saved),
		TEST(forgetting_leaves_nothing_but_the_source),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
