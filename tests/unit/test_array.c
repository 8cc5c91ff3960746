#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "array.h"

struct numbers {
	uint32_t *items;
	size_t count, capacity;
};

static void items_stay_while_the_array_grows(void **state)
{
	struct numbers numbers = { 0 };
	struct err err;

	(void)state;
	for (uint32_t n = 0; n < 5000; n++) {
		assert_true(ARRAY_RESERVE(&numbers, 1, &err));
		assert_true(numbers.capacity > numbers.count);
		numbers.items[numbers.count++] = n;
	}
	for (uint32_t n = 0; n < 5000; n++)
		assert_int_equal(numbers.items[n], n);
	free(numbers.items);
}

static void room_that_is_there_is_not_taken_again(void **state)
{
	struct numbers numbers = { 0 };
	struct err err;
	uint32_t *before;

	(void)state;
	assert_true(ARRAY_RESERVE(&numbers, 100, &err));
	before = numbers.items;
	numbers.count = 60;
	assert_true(ARRAY_RESERVE(&numbers, 40, &err));
	assert_ptr_equal(numbers.items, before);
	free(numbers.items);
}

static void a_refused_array_stays_as_it_was(void **state)
{
	struct numbers numbers = { 0 };
	size_t capacity;
	struct err err;

	(void)state;
	assert_true(ARRAY_RESERVE(&numbers, 3, &err));
	numbers.items[0] = 77;
	numbers.count = 1;
	capacity = numbers.capacity;
	assert_false(ARRAY_RESERVE(&numbers, SIZE_MAX, &err));
	assert_int_equal(err.kind, ERR_MEMORY);
	assert_false(ARRAY_RESERVE(&numbers, SIZE_MAX / 4, &err));
	assert_int_equal(numbers.capacity, capacity);
	assert_int_equal(numbers.items[0], 77);
	free(numbers.items);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(items_stay_while_the_array_grows),
		cmocka_unit_test(room_that_is_there_is_not_taken_again),
		cmocka_unit_test(a_refused_array_stays_as_it_was),
	};

	return cmocka_run_group_tests_name("array", tests, NULL, NULL);
}
