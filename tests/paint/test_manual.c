/*
 * The manual's table of keys is the program's: this test fails when the page is stale.
 * `test_manual --print` prints the table; `make keys` puts it into the page.
 */
#include "buf.h"
#include "keymap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char begin[] = ".\\\" keys begin\n";
static const char end[] = ".\\\" keys end\n";

/* A word as mdoc takes it: characters of its own are escaped. */
static void add_word(struct buf *out, const char *word, size_t len)
{
	int key = keys_find(word, len);
	char name[KEYS_NAME];

	keys_name(key, name);
	buf_add_string(out, " Ic ");
	if (strchr("\"'.,;:()[]|?!%<>&=", name[0]) && !name[1])
		buf_add_string(out, "\\&");
	buf_add_string(out, !strcmp(name, "\"")	 ? "\\(dq"
			    : !strcmp(name, "'") ? "\\(aq"
						 : name);
}

static void add_row(struct buf *out, const struct binding *row)
{
	buf_add_string(out, ".It");
	for (const char *keys = row->keys; *keys; keys += strspn(keys, " ")) {
		size_t len = strcspn(keys, " ");

		add_word(out, keys, len);
		keys += len;
	}
	buf_printf(out, "\n%s%s", *row->help == '\'' || *row->help == '.' ? "\\&" : "",
		   row->help);
	if (row->name)
		buf_printf(out, "\n.Pq Cm %s", row->name);
	buf_add_string(out, "\n");
}

static void add_table(struct buf *out)
{
	for (int group = 0; group < GROUP_LATER; group++) {
		buf_printf(out, ".Ss %s\n.Bl -tag -width Ds -compact\n", binding_groups[group]);
		for (const struct binding *row = keymap_rows; row->keys; row++)
			if ((int)row->group == group && row->help)
				add_row(out, row);
		buf_add_string(out, ".El\n");
	}
}

static char *read_page(void)
{
	static char page[1 << 17];
	FILE *file = fopen("man/diple.1", "re");
	size_t len;

	assert_non_null(file);
	len = fread(page, 1, sizeof page - 1, file);
	page[len] = '\0';
	fclose(file);
	return page;
}

static void the_table_of_keys_in_the_manual_is_the_one_in_use(void **state)
{
	struct buf table = BUF_EMPTY;
	char *from = strstr(read_page(), begin), *to;

	(void)state;
	assert_non_null(from);
	from += strlen(begin);
	to = strstr(from, end);
	assert_non_null(to);
	*to = '\0';
	add_table(&table);
	assert_string_equal(from, table.at);
	buf_release(&table);
}

static void every_action_that_has_a_name_has_words_and_keys_that_exist(void **state)
{
	(void)state;
	for (const struct binding *row = keymap_rows; row->keys; row++) {
		if (row->group != GROUP_LATER && row->name)
			assert_non_null(row->help);
		for (const char *keys = row->keys; *keys; keys += strspn(keys, " ")) {
			size_t len = strcspn(keys, " ");

			assert_int_not_equal(keys_find(keys, len), K_NONE);
			keys += len;
		}
	}
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_table_of_keys_in_the_manual_is_the_one_in_use),
		cmocka_unit_test(every_action_that_has_a_name_has_words_and_keys_that_exist),
	};
	struct buf table = BUF_EMPTY;

	if (argc < 2 || strcmp(argv[1], "--print") != 0)
		return cmocka_run_group_tests(tests, NULL, NULL);
	add_table(&table);
	fputs(table.at, stdout);
	buf_release(&table);
	return 0;
}
