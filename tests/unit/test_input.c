#include "input.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* What came out of a run of keys: one character for each key that acted. */
struct taken {
	struct input input;
	char keys[64];
	size_t count;
	char pasted[64];
	long now;
};

static int setup(void **state)
{
	static struct taken taken;

	taken = (struct taken){ .now = 1000000 };
	input_init(&taken.input);
	*state = &taken;
	return 0;
}

static int teardown(void **state)
{
	struct taken *taken = *state;

	input_release(&taken->input);
	return 0;
}

static char shown_as(int key)
{
	return key == K_ESCAPE ? 'E' : (char)key;
}

/* Types a string as one read of the terminal. */
static void type(struct taken *taken, const char *keys)
{
	size_t len = strlen(keys);

	for (size_t n = 0; n < len; n++) {
		struct input_key typed = { keys[n], taken->now, n + 1 < len };
		int key;

		switch (input_take(&taken->input, &typed, &key)) {
		case INPUT_KEY:
			taken->keys[taken->count++] = shown_as(key);
			break;
		case INPUT_PASTED:
			strcpy(taken->pasted, taken->input.pasted.at);
			break;
		case INPUT_NOTHING:
			break;
		}
	}
}

static void keys_pass_through(void **state)
{
	struct taken *taken = *state;

	type(taken, "jk/");
	assert_string_equal(taken->keys, "jk/");
}

static void escape_acts_at_once(void **state)
{
	struct taken *taken = *state;

	type(taken, "\033");
	assert_string_equal(taken->keys, "E");
	type(taken, "j");
	assert_string_equal(taken->keys, "Ej");
}

static void a_sequence_torn_behind_its_escape_never_runs_as_keys(void **state)
{
	struct taken *taken = *state;

	type(taken, "\033");
	taken->now += 300;
	type(taken, "[");
	taken->now += 300;
	type(taken, "A");
	type(taken, "x");
	assert_string_equal(taken->keys, "Ex");
}

static void a_sequence_with_parameters_ends_at_its_final_byte(void **state)
{
	struct taken *taken = *state;

	type(taken, "\033");
	type(taken, "[1;5Dq");
	assert_string_equal(taken->keys, "Eq");
}

static void a_bracket_long_after_escape_is_a_key(void **state)
{
	struct taken *taken = *state;

	type(taken, "\033");
	taken->now += 1001;
	type(taken, "[");
	assert_string_equal(taken->keys, "E[");
}

static void an_unfinished_sequence_is_given_up_after_a_second(void **state)
{
	struct taken *taken = *state;

	type(taken, "\033");
	type(taken, "[1");
	taken->now += 1001;
	type(taken, "2");
	assert_string_equal(taken->keys, "E2");
}

static void alt_keys_do_nothing(void **state)
{
	struct taken *taken = *state;

	type(taken, "\033x");
	type(taken, "j");
	assert_string_equal(taken->keys, "j");
}

static void an_application_key_that_nobody_knows_is_swallowed(void **state)
{
	struct taken *taken = *state;

	type(taken, "\033Oxj");
	assert_string_equal(taken->keys, "j");
}

static void a_paste_comes_whole(void **state)
{
	struct taken *taken = *state;

	type(taken, "\033[200~qxs\033[201~j");
	assert_string_equal(taken->pasted, "qxs");
	assert_string_equal(taken->keys, "j");
}

static void a_paste_whose_beginning_was_torn_is_still_a_paste(void **state)
{
	struct taken *taken = *state;

	type(taken, "\033");
	taken->now += 200;
	type(taken, "[20");
	taken->now += 200;
	type(taken, "0~U");
	taken->now += 5000;
	type(taken, "x\033[201~");
	assert_string_equal(taken->keys, "E");
	assert_string_equal(taken->pasted, "Ux");
}

static void sequences_inside_a_paste_neither_end_it_nor_run(void **state)
{
	struct taken *taken = *state;

	type(taken, "\033[200~a\033[31mb\033[201~");
	assert_string_equal(taken->pasted, "ab");
	assert_int_equal(taken->count, 0);
}

static void a_paste_without_end_keeps_to_its_limit(void **state)
{
	struct taken *taken = *state;

	type(taken, "\033[200~");
	for (size_t n = 0; n < INPUT_PASTE_MAX + 1000; n++)
		type(taken, "x");
	assert_true(taken->input.pasted.len <= INPUT_PASTE_MAX + 4);
	assert_int_equal(taken->count, 0);
}

static void an_escape_inside_a_sequence_begins_a_new_one(void **state)
{
	static const char *const cut[] = { "\033[", "\033[1;", "\033O", "\033" };
	struct taken *taken = *state;

	for (size_t n = 0; n < sizeof cut / sizeof *cut; n++) {
		type(taken, cut[n]);
		type(taken, "\033[200~Us\033[201~");
		assert_string_equal(taken->pasted, "Us");
		taken->pasted[0] = '\0';
	}
	assert_string_equal(taken->keys, "E");
}

static void a_paste_begins_behind_anything_unfinished(void **state)
{
	static const char *const cut[] = { "", "\033[", "\033O", "\033" };
	struct taken *taken = *state;
	struct input_key begin = { K_PASTE_BEGIN, 0, true };
	int key;

	for (size_t n = 0; n < sizeof cut / sizeof *cut; n++) {
		type(taken, cut[n]);
		begin.now = taken->now;
		assert_int_equal(input_take(&taken->input, &begin, &key), INPUT_NOTHING);
		type(taken, "Us\033[201~");
		assert_string_equal(taken->pasted, "Us");
		taken->pasted[0] = '\0';
	}
	assert_string_equal(taken->keys, "E");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(keys_pass_through),
		TEST(escape_acts_at_once),
		TEST(a_sequence_torn_behind_its_escape_never_runs_as_keys),
		TEST(a_sequence_with_parameters_ends_at_its_final_byte),
		TEST(a_bracket_long_after_escape_is_a_key),
		TEST(an_unfinished_sequence_is_given_up_after_a_second),
		TEST(alt_keys_do_nothing),
		TEST(an_application_key_that_nobody_knows_is_swallowed),
		TEST(a_paste_comes_whole),
		TEST(a_paste_whose_beginning_was_torn_is_still_a_paste),
		TEST(sequences_inside_a_paste_neither_end_it_nor_run),
		TEST(an_escape_inside_a_sequence_begins_a_new_one),
		TEST(a_paste_begins_behind_anything_unfinished),
		TEST(a_paste_without_end_keeps_to_its_limit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
