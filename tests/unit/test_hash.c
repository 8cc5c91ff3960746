#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "hash.h"
#include "support/random.h"

static int make_map(void **state)
{
	static struct map map;

	map_init(&map);
	*state = &map;
	return 0;
}

static int release_map(void **state)
{
	map_release(*state);
	return 0;
}

static void add(struct map *map, uint64_t hash, uint32_t value)
{
	struct err err;

	assert_true(map_add(map, hash, value, &err));
}

/* The numbers under `hash` are from, from + step, … below `to`, in that order. */
static void assert_numbers(const struct map *map, uint64_t hash, uint32_t from, uint32_t step,
			   uint32_t to)
{
	size_t cursor = 0;
	uint32_t value;

	for (uint32_t expected = from; expected < to; expected += step) {
		assert_true(map_next(map, hash, &cursor, &value));
		assert_int_equal(value, expected);
	}
	assert_false(map_next(map, hash, &cursor, &value));
}

static void fingerprints_are_the_same_on_every_machine(void **state)
{
	(void)state;
	assert_int_equal(hash_bytes("", 0, 0), 0x2D06800538D394C2u);
	assert_int_not_equal(hash_bytes("a", 1, 0), hash_bytes("b", 1, 0));
	assert_int_not_equal(hash_bytes("a", 1, 0), hash_bytes("a", 1, 1));
}

static void no_two_seeds_are_alike(void **state)
{
	(void)state;
	assert_int_not_equal(hash_seed(), hash_seed());
}

static void an_empty_map_holds_nothing(void **state)
{
	assert_numbers(*state, 1, 0, 1, 0);
}

static void each_number_is_found_under_its_hash(void **state)
{
	struct map *map = *state;
	struct dice in = { 51 }, out = { 51 };

	for (uint32_t n = 0; n < 5000; n++)
		add(map, dice_roll(&in), n);
	assert_int_equal(map->count, 5000);
	for (uint32_t n = 0; n < 5000; n++)
		assert_numbers(map, dice_roll(&out), n, 1, n + 1);
}

static void equal_hashes_keep_their_order_through_growth(void **state)
{
	struct map *map = *state;

	/* Three hashes that share a slot at the table's end, so that probes wrap. */
	for (uint32_t n = 0; n < 900; n++)
		add(map, UINT64_MAX - ((uint64_t)(n % 3) << 40), n);
	for (uint32_t n = 0; n < 3; n++)
		assert_numbers(map, UINT64_MAX - ((uint64_t)n << 40), n, 3, 900);
}

static void order_survives_growth_at_any_fill(void **state)
{
	struct dice dice = { 52 };
	struct map *map = *state;

	for (int round = 0; round < 60; round++) {
		uint32_t numbers = (uint32_t)dice_below(&dice, 120);
		uint64_t hash = dice_roll(&dice);

		map_release(map);
		for (uint32_t n = 0; n < numbers; n++) {
			add(map, hash, n);
			/* Neighbours that stand in the way, and move when it grows. */
			add(map, hash - dice_below(&dice, 20) - 1, n);
		}
		assert_numbers(map, hash, 0, 1, numbers);
	}
}

static void it_never_fills_up(void **state)
{
	struct map *map = *state;

	for (uint32_t n = 0; n < 1000; n++) {
		add(map, n, n);
		assert_true(map->count < map->capacity);
	}
}

#define WITH_MAP(test) cmocka_unit_test_setup_teardown(test, make_map, release_map)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fingerprints_are_the_same_on_every_machine),
		cmocka_unit_test(no_two_seeds_are_alike),
		WITH_MAP(an_empty_map_holds_nothing),
		WITH_MAP(each_number_is_found_under_its_hash),
		WITH_MAP(equal_hashes_keep_their_order_through_growth),
		WITH_MAP(order_survives_growth_at_any_fill),
		WITH_MAP(it_never_fills_up),
	};

	return cmocka_run_group_tests_name("hash", tests, NULL, NULL);
}
