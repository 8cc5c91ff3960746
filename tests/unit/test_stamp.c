#include "stamp.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h wants these four first. */
#include <string.h>

#include <cmocka.h>

static void assert_shape(const char *string, const char *shape)
{
	assert_int_equal(strlen(string), strlen(shape));
	for (; *shape; shape++, string++) {
		if (*shape == 'x')
			assert_non_null(strchr("0123456789abcdef", *string));
		else if (*shape == '9')
			assert_non_null(strchr("0123456789", *string));
		else
			assert_int_equal(*string, *shape);
	}
}

static void a_time_is_in_utc_and_to_the_second(void **state)
{
	char time[STAMP_TIME];

	(void)state;
	stamp_time(time);
	assert_shape(time, "9999-99-99T99:99:99Z");
}

static void an_id_is_a_random_uuid(void **state)
{
	char id[STAMP_ID], other[STAMP_ID];
	struct err err;

	(void)state;
	assert_true(stamp_id(id, &err));
	assert_true(stamp_id(other, &err));
	assert_shape(id, "urn:uuid:xxxxxxxx-xxxx-4xxx-xxxx-xxxxxxxxxxxx");
	assert_non_null(strchr("89ab", id[sizeof "urn:uuid:xxxxxxxx-xxxx-4xxx-" - 1]));
	assert_string_not_equal(id, other);
}

static void a_step_is_sixteen_digits(void **state)
{
	char step[STAMP_STEP], other[STAMP_STEP];
	struct err err;

	(void)state;
	assert_true(stamp_step(step, &err));
	assert_true(stamp_step(other, &err));
	assert_shape(step, "xxxxxxxxxxxxxxxx");
	assert_string_not_equal(step, other);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_time_is_in_utc_and_to_the_second),
		cmocka_unit_test(an_id_is_a_random_uuid),
		cmocka_unit_test(a_step_is_sixteen_digits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
