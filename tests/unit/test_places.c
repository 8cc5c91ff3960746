#include "places.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h wants these four first. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static char home[] = "/home/ada", config[] = "/elsewhere/config", relative[] = "state",
	    none[] = "";

static char *only_home(const char *name)
{
	return !strcmp(name, "HOME") ? home : NULL;
}

static char *with_config(const char *name)
{
	return !strcmp(name, "XDG_CONFIG_HOME") ? config : only_home(name);
}

static char *useless(const char *name)
{
	return !strcmp(name, "XDG_STATE_HOME")	  ? relative
	       : !strcmp(name, "XDG_CONFIG_HOME") ? none
						  : only_home(name);
}

static char *nothing(const char *name)
{
	(void)name;
	return NULL;
}

static void directories_stand_below_the_home(void **state)
{
	struct places places;
	struct err err;

	(void)state;
	assert_true(places_find(&places, only_home, &err));
	assert_string_equal(places.config, "/home/ada/.config/diple");
	assert_string_equal(places.others, "/home/ada/.config");
	assert_string_equal(places.state, "/home/ada/.local/state/diple");
	assert_string_equal(places.home, "/home/ada");
	places_release(&places);
}

static void variables_move_them(void **state)
{
	struct places places;
	struct err err;

	(void)state;
	assert_true(places_find(&places, with_config, &err));
	assert_string_equal(places.config, "/elsewhere/config/diple");
	assert_string_equal(places.others, "/elsewhere/config");
	assert_string_equal(places.state, "/home/ada/.local/state/diple");
	places_release(&places);
}

static void empty_and_relative_variables_count_as_unset(void **state)
{
	struct places places;
	struct err err;

	(void)state;
	assert_true(places_find(&places, useless, &err));
	assert_string_equal(places.config, "/home/ada/.config/diple");
	assert_string_equal(places.state, "/home/ada/.local/state/diple");
	places_release(&places);
}

static void without_a_home_there_are_none(void **state)
{
	struct places places;
	struct err err;

	(void)state;
	assert_true(places_find(&places, nothing, &err));
	assert_null(places.config);
	assert_null(places.state);
	assert_null(places.home);
	places_release(&places);
}

static void what_is_missing_is_made_for_the_user_alone(void **state)
{
	char base[] = "/tmp/diple-places-XXXXXX", deep[100];
	struct stat stat;
	struct err err;
	int fd, again;

	(void)state;
	assert_non_null(mkdtemp(base));
	snprintf(deep, sizeof deep, "%s/a/b", base);
	fd = places_make(deep, "c/d", &err);
	assert_true(fd >= 0);
	assert_int_equal(fstat(fd, &stat), 0);
	assert_int_equal(stat.st_mode & 0777, 0700);
	again = places_make(deep, "c/d", &err);
	assert_true(again >= 0);
	close(fd);
	close(again);
	for (size_t len = strlen(base), cut = len + 8; cut > len; cut -= 2) {
		snprintf(deep, cut + 1, "%s/a/b/c/d", base);
		assert_int_equal(rmdir(deep), 0);
	}
	assert_int_equal(rmdir(base), 0);
}

static void a_file_in_the_way_is_told_with_its_name(void **state)
{
	char base[] = "/tmp/diple-places-XXXXXX";
	int file = mkstemp(base);
	struct err err;

	(void)state;
	assert_true(file >= 0);
	assert_int_equal(places_make(base, "sidecars", &err), -1);
	assert_int_equal(err.kind, ERR_SYSTEM);
	assert_int_equal(err.number, ENOTDIR);
	assert_non_null(strstr(err.text, base));
	close(file);
	unlink(base);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(directories_stand_below_the_home),
		cmocka_unit_test(variables_move_them),
		cmocka_unit_test(empty_and_relative_variables_count_as_unset),
		cmocka_unit_test(without_a_home_there_are_none),
		cmocka_unit_test(what_is_missing_is_made_for_the_user_alone),
		cmocka_unit_test(a_file_in_the_way_is_told_with_its_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
