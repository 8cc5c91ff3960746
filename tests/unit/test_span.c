#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "span.h"

static const struct span span = { 3, 7 };

static void the_end_is_the_first_byte_behind(void **state)
{
	(void)state;
	assert_int_equal(span_length(span), 4);
	assert_true(span_holds(span, 3));
	assert_true(span_holds(span, 6));
	assert_false(span_holds(span, 2));
	assert_false(span_holds(span, 7));
}

static void nothing_and_less_are_empty(void **state)
{
	(void)state;
	assert_true(span_empty((struct span){ 3, 3 }));
	assert_true(span_empty((struct span){ 4, 3 }));
	assert_false(span_empty(span));
}

static void neighbours_do_not_overlap(void **state)
{
	(void)state;
	assert_false(span_overlaps(span, (struct span){ 7, 9 }));
	assert_false(span_overlaps((struct span){ 0, 3 }, span));
	assert_true(span_overlaps(span, (struct span){ 6, 9 }));
	assert_true(span_overlaps((struct span){ 0, 9 }, span));
}

static void a_span_lies_within_itself(void **state)
{
	(void)state;
	assert_true(span_within(span, span));
	assert_true(span_within((struct span){ 4, 6 }, span));
	assert_false(span_within((struct span){ 2, 6 }, span));
	assert_false(span_within((struct span){ 4, 8 }, span));
}

static void equal_spans_have_both_ends_in_common(void **state)
{
	(void)state;
	assert_true(span_equal(span, (struct span){ 3, 7 }));
	assert_false(span_equal(span, (struct span){ 3, 8 }));
	assert_false(span_equal(span, (struct span){ 2, 7 }));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_end_is_the_first_byte_behind),
		cmocka_unit_test(nothing_and_less_are_empty),
		cmocka_unit_test(neighbours_do_not_overlap),
		cmocka_unit_test(a_span_lies_within_itself),
		cmocka_unit_test(equal_spans_have_both_ends_in_common),
	};

	return cmocka_run_group_tests_name("span", tests, NULL, NULL);
}
