#include "settings.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h wants these four first. */
#include <pwd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/files.h"

/* A home with settings in it. */
struct bench {
	char *home;
	char config[256], others[256];
	struct places places;
	struct settings settings;
	struct err err;
};

static int set_up(void **state)
{
	struct bench *bench = calloc(1, sizeof *bench);
	char git[300];

	assert_non_null(bench);
	bench->home = files_new();
	snprintf(bench->others, sizeof bench->others, "%s/cfg", bench->home);
	snprintf(bench->config, sizeof bench->config, "%s/cfg/diple", bench->home);
	assert_int_equal(mkdir(bench->others, 0700), 0);
	assert_int_equal(mkdir(bench->config, 0700), 0);
	snprintf(git, sizeof git, "%s/git", bench->others);
	assert_int_equal(mkdir(git, 0700), 0);
	bench->places = (struct places){ .home = bench->home,
					 .config = bench->config,
					 .others = bench->others };
	*state = bench;
	return 0;
}

static int tear_down(void **state)
{
	struct bench *bench = *state;

	settings_release(&bench->settings);
	files_remove(bench->home);
	free(bench);
	return 0;
}

static void put(const struct bench *bench, const char *name, const char *text)
{
	char path[400];
	FILE *file;

	snprintf(path, sizeof path, "%s/%s", bench->home, name);
	file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static bool load(struct bench *bench, const char *text)
{
	put(bench, "cfg/diple/config", text);
	settings_release(&bench->settings);
	return settings_load(&bench->settings, &bench->places, &bench->err);
}

static void no_file_gives_empty_settings(void **state)
{
	struct bench *bench = *state;

	assert_true(settings_load(&bench->settings, &bench->places, &bench->err));
	assert_string_equal(bench->settings.theme, "");
	assert_string_equal(bench->settings.name, "");
	assert_int_equal(bench->settings.width, 0);
	assert_int_equal(bench->settings.count, 0);
}

static void no_home_gives_empty_settings(void **state)
{
	struct bench *bench = *state;
	const struct places nowhere = { .home = NULL };

	assert_true(settings_load(&bench->settings, &nowhere, &bench->err));
	assert_null(bench->settings.path);
}

static void settings_and_keys_are_read_with_their_lines(void **state)
{
	struct bench *bench = *state;

	assert_true(load(bench, "# mine\n"
				"theme = light\n"
				"  name  = Ada Lovelace\r\n"
				"width=80\n"
				"url = https://example.org/a\n"
				"\n"
				"[keys]\n"
				"page-forward = space f\n"
				"\tquit = q\n"));
	assert_string_equal(bench->settings.theme, "light");
	assert_string_equal(bench->settings.name, "Ada Lovelace");
	assert_string_equal(bench->settings.url, "https://example.org/a");
	assert_int_equal(bench->settings.width, 80);
	assert_int_equal(bench->settings.count, 2);
	assert_string_equal(bench->settings.items[0].action, "page-forward");
	assert_string_equal(bench->settings.items[0].keys, "space f");
	assert_int_equal(bench->settings.items[0].line, 8);
	assert_string_equal(bench->settings.items[1].action, "quit");
	assert_int_equal(bench->settings.items[1].line, 9);
}

static void assert_wrong(struct bench *bench, const char *text, const char *line,
			 const char *why)
{
	assert_false(load(bench, text));
	assert_int_equal(bench->err.kind, ERR_FORMAT);
	assert_non_null(strstr(bench->err.text, bench->settings.path));
	assert_non_null(strstr(bench->err.text, line));
	assert_non_null(strstr(bench->err.text, why));
}

static void a_wrong_line_is_told_and_what_stands_before_it_counts(void **state)
{
	struct bench *bench = *state;
	char long_line[400];

	assert_wrong(bench, "theme = dark\nwidht = 3\ntheme = light\n", "line 2:", "widht");
	assert_string_equal(bench->settings.theme, "dark");
	assert_wrong(bench, "width = 3\n", "line 1:", "20 to 1000");
	assert_wrong(bench, "width = 80 columns\n", "line 1:", "number");
	assert_wrong(bench, "width = 99999999999999999999\n", "line 1:", "number");
	assert_wrong(bench, "\n\n[colours]\na = b\n", "line 4:", "colours");
	assert_wrong(bench, "theme = dark\n\nrubbish\n", "line 3:", "name = value");
	memset(long_line, 'a', sizeof long_line - 1);
	long_line[sizeof long_line - 1] = '\0';
	memcpy(long_line, "theme = dark\nname = ", 20);
	assert_wrong(bench, long_line, "line 2:", "longer");
	assert_string_equal(bench->settings.theme, "dark");
}

static void settings_that_are_no_file_are_an_error(void **state)
{
	struct bench *bench = *state;
	char path[400];

	snprintf(path, sizeof path, "%s/config", bench->config);
	assert_int_equal(mkfifo(path, 0600), 0);
	assert_false(settings_load(&bench->settings, &bench->places, &bench->err));
	assert_int_equal(bench->err.kind, ERR_SYSTEM);
}

static void assert_name(struct bench *bench, struct settings_who who, const char *expected)
{
	char *name;

	assert_true(settings_name(&bench->settings, &bench->places, who, &name, &bench->err));
	assert_string_equal(name, expected);
	free(name);
}

static void the_first_name_that_is_not_empty_counts(void **state)
{
	struct bench *bench = *state;
	const struct passwd *login = getpwuid(geteuid());

	assert_true(load(bench, ""));
	assert_name(bench, (struct settings_who){ NULL, NULL },
		    login ? login->pw_name : "someone");
	put(bench, "cfg/git/config", "");
	assert_name(bench, (struct settings_who){ "", " " },
		    login ? login->pw_name : "someone");
	put(bench, "cfg/git/config", "[user]\n\temail = a@example.org\n\tname = elsewhere\n");
	assert_name(bench, (struct settings_who){ NULL, NULL }, "elsewhere");
	put(bench, ".gitconfig",
	    "[core]\n\tname = no\n[User]\n\tName = \"Ada \\\"L\\\"\" # me\n");
	assert_name(bench, (struct settings_who){ NULL, NULL }, "Ada \"L\"");
	assert_true(load(bench, "name = set\n"));
	assert_name(bench, (struct settings_who){ NULL, NULL }, "set");
	assert_name(bench, (struct settings_who){ NULL, " variable " }, "variable");
	assert_name(bench, (struct settings_who){ "given", "variable" }, "given");
}

static void a_damaged_name_is_the_one_that_the_sidecar_holds(void **state)
{
	struct bench *bench = *state;

	assert_true(load(bench, ""));
	assert_name(bench, (struct settings_who){ "Ad\xe9", NULL }, "Ad\xef\xbf\xbd");
}

static void what_is_wrong_in_gits_file_is_passed_over(void **state)
{
	struct bench *bench = *state;
	char text[500];

	assert_true(load(bench, ""));
	snprintf(text, sizeof text,
		 "[alias]\na = %0300d\n[user]\nname = early\nbare\nname = late\n", 0);
	put(bench, ".gitconfig", text);
	assert_name(bench, (struct settings_who){ NULL, NULL }, "late");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(no_file_gives_empty_settings),
		TEST(no_home_gives_empty_settings),
		TEST(settings_and_keys_are_read_with_their_lines),
		TEST(a_wrong_line_is_told_and_what_stands_before_it_counts),
		TEST(settings_that_are_no_file_are_an_error),
		TEST(the_first_name_that_is_not_empty_counts),
		TEST(a_damaged_name_is_the_one_that_the_sidecar_holds),
		TEST(what_is_wrong_in_gits_file_is_passed_over),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
