#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "arena.h"
#include "support/random.h"

static bool all_zero(const char *bytes, size_t len)
{
	for (size_t n = 0; n < len; n++)
		if (bytes[n])
			return false;
	return true;
}

static void memory_is_zeroed_and_aligned_for_any_type(void **state)
{
	struct arena arena = ARENA_EMPTY;
	struct dice dice = { 41 };

	(void)state;
	for (int n = 0; n < 500; n++) {
		size_t size = dice_below(&dice, 900);
		char *at = arena_alloc(&arena, size);

		assert_non_null(at);
		assert_int_equal((uintptr_t)at % _Alignof(max_align_t), 0);
		assert_true(all_zero(at, size));
		memset(at, 'x', size);
	}
	arena_release(&arena);
}

static void what_was_handed_out_stays_where_it_is(void **state)
{
	struct arena arena = ARENA_EMPTY;
	size_t *kept[2000];

	(void)state;
	for (size_t n = 0; n < 2000; n++) {
		kept[n] = arena_alloc(&arena, sizeof *kept[n]);
		assert_non_null(kept[n]);
		*kept[n] = n;
	}
	for (size_t n = 0; n < 2000; n++)
		assert_int_equal(*kept[n], n);
	arena_release(&arena);
}

static void even_nothing_has_a_place_of_its_own(void **state)
{
	struct arena arena = ARENA_EMPTY;
	const void *first = arena_alloc(&arena, 0), *second = arena_alloc(&arena, 0);

	(void)state;
	assert_non_null(first);
	assert_ptr_not_equal(first, second);
	arena_release(&arena);
}

static void a_large_piece_gets_all_it_asks_for(void **state)
{
	struct arena arena = ARENA_EMPTY;
	char *large = arena_alloc(&arena, 1000000);

	(void)state;
	assert_non_null(large);
	memset(large, 'x', 1000000);
	assert_non_null(arena_alloc(&arena, 10));
	arena_release(&arena);
}

static void copies_end_in_a_nul(void **state)
{
	struct arena arena = ARENA_EMPTY;
	char source[] = "abcdef";
	const char *copy = arena_copy(&arena, source, 3);
	const char *string = arena_string(&arena, source);

	(void)state;
	memset(source, 'x', 6);
	assert_string_equal(copy, "abc");
	assert_string_equal(string, "abcdef");
	assert_string_equal(arena_copy(&arena, NULL, 0), "");
	arena_release(&arena);
}

static void a_size_that_no_memory_holds_is_refused(void **state)
{
	struct arena arena = ARENA_EMPTY;

	(void)state;
	assert_null(arena_alloc(&arena, SIZE_MAX));
	assert_null(arena_alloc(&arena, SIZE_MAX / 2));
	assert_null(arena_copy(&arena, "", SIZE_MAX));
	assert_non_null(arena_alloc(&arena, 1));
	arena_release(&arena);
}

static void a_released_arena_can_be_used_again(void **state)
{
	struct arena arena = ARENA_EMPTY;

	(void)state;
	arena_release(&arena);
	assert_string_equal(arena_string(&arena, "one"), "one");
	arena_release(&arena);
	assert_string_equal(arena_string(&arena, "two"), "two");
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(memory_is_zeroed_and_aligned_for_any_type),
		cmocka_unit_test(what_was_handed_out_stays_where_it_is),
		cmocka_unit_test(even_nothing_has_a_place_of_its_own),
		cmocka_unit_test(a_large_piece_gets_all_it_asks_for),
		cmocka_unit_test(copies_end_in_a_nul),
		cmocka_unit_test(a_size_that_no_memory_holds_is_refused),
		cmocka_unit_test(a_released_arena_can_be_used_again),
	};

	return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
