#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "buf.h"

static int make_buf(void **state)
{
	struct buf *buf = malloc(sizeof *buf);

	if (!buf)
		return -1;
	*buf = (struct buf)BUF_EMPTY;
	*state = buf;
	return 0;
}

/* What must hold whatever a test did: it is a C string, and can be released. */
static int check_buf(void **state)
{
	struct buf *buf = *state;
	bool ended = buf->at && buf->at[buf->len] == '\0';

	buf_release(buf);
	free(buf);
	return ended ? 0 : -1;
}

static void an_empty_buf_is_an_empty_string(void **state)
{
	struct buf *buf = *state;
	struct err err;

	assert_string_equal(buf->at, "");
	assert_true(buf_ok(buf, &err));
	buf_add(buf, NULL, 0);
	assert_int_equal(buf->capacity, 0);
}

static void what_is_added_stands_in_order(void **state)
{
	struct buf *buf = *state;

	buf_add(buf, "ab", 2);
	buf_add_char(buf, '-');
	buf_add_string(buf, "cd");
	buf_printf(buf, "%d%%", 42);
	assert_string_equal(buf->at, "ab-cd42%");
	assert_int_equal(buf->len, 8);
}

static void a_nul_is_a_byte_like_others(void **state)
{
	struct buf *buf = *state;

	buf_add(buf, "a\0b", 3);
	assert_int_equal(buf->len, 3);
	assert_memory_equal(buf->at, "a\0b", 4);
}

static void it_grows_without_losing_anything(void **state)
{
	struct buf *buf = *state;

	for (size_t n = 0; n < 10000; n++)
		buf_add_char(buf, (char)('a' + n % 26));
	assert_int_equal(buf->len, 10000);
	for (size_t n = 0; n < 10000; n++)
		assert_int_equal(buf->at[n], 'a' + n % 26);
}

static void printing_fits_at_any_fill(void **state)
{
	struct buf *buf = *state;

	for (int n = 0; n < 300; n++) {
		size_t before = buf->len;

		buf_printf(buf, "%d;", n);
		assert_int_equal(buf->len, before + strlen(buf->at + before));
		assert_int_equal(buf->at[buf->len - 1], ';');
	}
}

static void cutting_never_lengthens(void **state)
{
	struct buf *buf = *state;

	buf_cut(buf, 3);
	assert_int_equal(buf->len, 0);
	buf_add_string(buf, "abcdef");
	buf_cut(buf, 9);
	assert_string_equal(buf->at, "abcdef");
	buf_cut(buf, 2);
	assert_string_equal(buf->at, "ab");
}

static void a_failed_buf_takes_nothing_more(void **state)
{
	struct buf *buf = *state;
	struct err err;

	buf_add_string(buf, "kept");
	assert_null(buf_room(buf, SIZE_MAX));
	buf_add_string(buf, "lost");
	buf_printf(buf, "%s", "lost");
	assert_string_equal(buf->at, "kept");
	assert_false(buf_ok(buf, &err));
	assert_int_equal(err.kind, ERR_MEMORY);
}

static void a_size_that_no_memory_holds_is_a_failure(void **state)
{
	struct buf *buf = *state;
	struct err err;

	assert_null(buf_room(buf, SIZE_MAX / 2));
	assert_false(buf_ok(buf, &err));
}

static void clearing_forgets_a_failure(void **state)
{
	struct buf *buf = *state;
	struct err err;

	buf_add_string(buf, "gone");
	assert_null(buf_room(buf, SIZE_MAX));
	buf_clear(buf);
	assert_true(buf_ok(buf, &err));
	buf_add_string(buf, "new");
	assert_string_equal(buf->at, "new");
}

static void room_is_there_to_be_written(void **state)
{
	struct buf *buf = *state;
	char *room = buf_room(buf, 500);

	assert_non_null(room);
	memset(room, 'r', 500);
	buf_grew(buf, 499);
	assert_int_equal(strlen(buf->at), 499);
}

static void a_released_buf_can_be_used_again(void **state)
{
	struct buf *buf = *state;

	buf_add_string(buf, "once");
	buf_release(buf);
	buf_release(buf);
	buf_add_string(buf, "twice");
	assert_string_equal(buf->at, "twice");
}

#define WITH_BUF(test) cmocka_unit_test_setup_teardown(test, make_buf, check_buf)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_BUF(an_empty_buf_is_an_empty_string),
		WITH_BUF(what_is_added_stands_in_order),
		WITH_BUF(a_nul_is_a_byte_like_others),
		WITH_BUF(it_grows_without_losing_anything),
		WITH_BUF(printing_fits_at_any_fill),
		WITH_BUF(cutting_never_lengthens),
		WITH_BUF(a_failed_buf_takes_nothing_more),
		WITH_BUF(a_size_that_no_memory_holds_is_a_failure),
		WITH_BUF(clearing_forgets_a_failure),
		WITH_BUF(room_is_there_to_be_written),
		WITH_BUF(a_released_buf_can_be_used_again),
	};

	return cmocka_run_group_tests_name("buf", tests, NULL, NULL);
}
