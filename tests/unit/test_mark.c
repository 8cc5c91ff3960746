#include "buf.h"
#include "mark.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h wants these four first. */
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void every_kind_and_type_is_found_by_its_name(void **state)
{
	enum mark_kind kind;
	enum mark_type type;

	(void)state;
	for (enum mark_kind k = 0; k < MARK_KINDS; k++) {
		assert_true(mark_kind_named(mark_kinds[k].name, &kind));
		assert_int_equal(kind, k);
	}
	for (enum mark_type t = TYPE_PERSON; t < MARK_TYPES; t++) {
		assert_true(mark_type_named(mark_types[t].name, &type));
		assert_int_equal(type, t);
	}
}

static void no_name_is_no_kind_and_no_type(void **state)
{
	enum mark_kind kind;
	enum mark_type type;

	(void)state;
	assert_false(mark_kind_named("", &kind));
	assert_false(mark_kind_named("Quote", &kind));
	assert_false(mark_type_named("", &type));
	assert_false(mark_type_named("persons", &type));
}

static void every_row_of_the_tables_is_filled(void **state)
{
	(void)state;
	for (enum mark_kind k = 0; k < MARK_KINDS; k++) {
		assert_non_null(mark_kinds[k].name);
		assert_non_null(mark_kinds[k].plural);
		assert_non_null(mark_kinds[k].motivation);
		assert_true(mark_kinds[k].on_text || mark_kinds[k].on_record);
	}
	for (enum mark_type t = 0; t < MARK_TYPES; t++)
		assert_non_null(mark_types[t].label);
}

static struct mark_rank rank(int32_t rev, const char *modified, const char *line)
{
	return (struct mark_rank){ rev, modified, line, strlen(line) };
}

/* Each of these loses to all that stand behind it. */
static void rev_wins_before_time_and_time_before_bytes(void **state)
{
	const struct mark_rank ranks[] = {
		rank(1, "2026-01-01T00:00:00Z", "zz"),	 rank(1, "2026-03-01T00:00:00Z", "a"),
		rank(2, "2025-01-01T00:00:00Z", ""),	 rank(2, "2025-01-01T00:00:00Z", "a"),
		rank(2, "2025-01-01T00:00:00Z", "ab"),	 rank(2, "2025-01-01T00:00:00Z", "b"),
		rank(2, "2025-01-01T00:00:00Z", "\xff"),
	};
	const size_t count = sizeof ranks / sizeof *ranks;

	(void)state;
	for (size_t a = 0; a < count; a++) {
		for (size_t b = 0; b < count; b++) {
			int order = mark_compare(&ranks[a], &ranks[b]);

			assert_int_equal((order > 0) - (order < 0), (a > b) - (a < b));
		}
	}
}

/* Every string of a mark, in the order in which they stand. */
static void every_string_of_a_mark_is_copied(void **state)
{
	struct mark mark = { .id = "a",
			     .creator = "b",
			     .created = "c",
			     .modified = "d",
			     .step = "e",
			     .undoes = "f",
			     .target = "g",
			     .exact = "h",
			     .prefix = "i",
			     .suffix = "j",
			     .source = "k",
			     .name = "l",
			     .note = "",
			     .value = "n",
			     .statement = "o",
			     .link = "p",
			     .priority = "q" };
	struct mark copy;
	char *memory = mark_copy(&copy, &mark);
	struct buf all = BUF_EMPTY;

	(void)state;
	assert_non_null(memory);
	buf_printf(&all, "%s%s%s%s%s%s%s%s%s%s%s%s%s%s%s%s%s", copy.id, copy.creator,
		   copy.created, copy.modified, copy.step, copy.undoes, copy.target, copy.exact,
		   copy.prefix, copy.suffix, copy.source, copy.name, copy.note, copy.value,
		   copy.statement, copy.link, copy.priority);
	assert_string_equal(all.at, "abcdefghijklnopq");
	assert_null(copy.speaker);
	assert_ptr_not_equal(copy.id, mark.id);
	assert_ptr_not_equal(copy.priority, mark.priority);
	buf_release(&all);
	free(memory);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_kind_and_type_is_found_by_its_name),
		cmocka_unit_test(no_name_is_no_kind_and_no_type),
		cmocka_unit_test(every_row_of_the_tables_is_filled),
		cmocka_unit_test(every_string_of_a_mark_is_copied),
		cmocka_unit_test(rev_wins_before_time_and_time_before_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
