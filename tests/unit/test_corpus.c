/*
 * The index of a reading list on disk: what it keeps, what it refuses, who waits.
 */
#include "corpus.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h wants these four first. */
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/files.h"

struct bench {
	char *home, *path;
	struct corpus *corpus;
	struct corpus_hits hits;
	struct err err;
};

static void open_again(struct bench *bench)
{
	corpus_close(bench->corpus);
	bench->corpus = NULL;
	assert_true(corpus_open(&bench->corpus, bench->path, 0, &bench->err));
}

static int set_up(void **state)
{
	struct bench *bench = calloc(1, sizeof *bench);

	bench->home = files_new();
	bench->path = files_path(bench->home, "i.db");
	open_again(bench);
	*state = bench;
	return 0;
}

static int tear_down(void **state)
{
	struct bench *bench = *state;

	corpus_close(bench->corpus);
	free(bench->hits.items);
	free(bench->path);
	files_remove(bench->home);
	free(bench);
	return 0;
}

/* Notes a file of `count` prints, from `first` on; its digest is `version`. */
static void put(struct bench *bench, const char *path, uint64_t first, size_t count,
		unsigned char version)
{
	uint64_t prints[100];
	struct corpus_file file = { .path = path,
				    .name = path + 1,
				    .digest = { { version } },
				    .prints = prints,
				    .count = count };

	for (size_t i = 0; i < count; i++)
		prints[i] = first + i;
	assert_true(corpus_put(bench->corpus, &file, &bench->err));
}

static void note(struct bench *bench, const char *path, uint64_t first, size_t count)
{
	assert_true(corpus_begin(bench->corpus, &bench->err));
	put(bench, path, first, count, 1);
	assert_true(corpus_commit(bench->corpus, &bench->err));
}

static bool lacks(struct bench *bench, const char *path, unsigned char version)
{
	const struct corpus_file file = { .path = path,
					  .name = path + 1,
					  .digest = { { version } } };
	bool lacking;

	assert_true(corpus_lacks(bench->corpus, &file, &lacking, &bench->err));
	return lacking;
}

/* Asks for `count` prints from `first` on; files before `path`. */
static void find(struct bench *bench, const char *path, uint64_t first, size_t count)
{
	uint64_t prints[100];
	const struct corpus_question question = { path, prints, count };

	for (size_t i = 0; i < count; i++)
		prints[i] = first + i;
	assert_true(corpus_find(bench->corpus, &question, &bench->hits, &bench->err));
}

/* What is known of hit `n`; to be released. */
static struct corpus_source source_of(struct bench *bench, size_t n)
{
	struct corpus_source source;

	assert_true(n < bench->hits.count);
	assert_true(
		corpus_sources(bench->corpus, &bench->hits.items[n], 1, &source, &bench->err));
	return source;
}

static void assert_hit(struct bench *bench, size_t n, const char *path)
{
	struct corpus_source source = source_of(bench, n);

	assert_string_equal(source.path, path);
	corpus_source_release(&source);
}

static void assert_name(struct bench *bench, size_t n, const char *name)
{
	struct corpus_source source = source_of(bench, n);

	assert_string_equal(source.name, name);
	corpus_source_release(&source);
}

static void what_shares_most_comes_first_then_what_is_oldest(void **state)
{
	struct bench *bench = *state;

	note(bench, "/a", 10, 4);
	note(bench, "/b", 10, 6);
	note(bench, "/c", 12, 4);
	find(bench, NULL, 10, 20);
	assert_int_equal(bench->hits.count, 3);
	assert_hit(bench, 0, "/b");
	assert_int_equal(bench->hits.items[0].weight, 12);
	assert_hit(bench, 1, "/a");
	assert_hit(bench, 2, "/c");
	find(bench, NULL, 1000, 5);
	assert_int_equal(bench->hits.count, 0);
}

static void only_files_before_the_one_that_asks_are_found(void **state)
{
	struct bench *bench = *state;

	note(bench, "/a", 10, 4);
	note(bench, "/b", 10, 4);
	find(bench, "/a", 10, 4);
	assert_int_equal(bench->hits.count, 0);
	find(bench, "/b", 10, 4);
	assert_int_equal(bench->hits.count, 1);
	assert_hit(bench, 0, "/a");
	find(bench, "/new", 10, 4);
	assert_int_equal(bench->hits.count, 2);
}

static void one_print_is_no_reason_to_look(void **state)
{
	struct bench *bench = *state;

	note(bench, "/a", 10, 1);
	find(bench, NULL, 10, 1);
	assert_int_equal(bench->hits.count, 0);
}

static void a_print_that_many_have_weighs_half(void **state)
{
	struct bench *bench = *state;
	char path[] = "/a";

	for (; path[1] < 'a' + 9; path[1]++)
		note(bench, path, 10, 2);
	note(bench, "/z", 10, 3);
	find(bench, NULL, 10, 3);
	assert_int_equal(bench->hits.count, 1);
	assert_hit(bench, 0, "/z");
	assert_int_equal(bench->hits.items[0].weight, 4);
}

static void what_is_noted_stays_and_is_not_noted_twice(void **state)
{
	struct bench *bench = *state;

	assert_true(lacks(bench, "/a", 1));
	note(bench, "/a", 10, 4);
	open_again(bench);
	assert_false(lacks(bench, "/a", 1));
	assert_true(lacks(bench, "/a", 2));
	find(bench, NULL, 10, 4);
	assert_int_equal(bench->hits.count, 1);
}

static void a_changed_file_replaces_its_prints_and_keeps_its_place(void **state)
{
	struct bench *bench = *state;

	note(bench, "/a", 10, 4);
	note(bench, "/b", 20, 4);
	assert_true(corpus_begin(bench->corpus, &bench->err));
	put(bench, "/a", 18, 6, 2);
	assert_true(corpus_commit(bench->corpus, &bench->err));
	assert_false(lacks(bench, "/a", 2));
	find(bench, NULL, 10, 4);
	assert_int_equal(bench->hits.count, 0);
	find(bench, "/b", 20, 4);
	assert_int_equal(bench->hits.count, 1);
	assert_hit(bench, 0, "/a");
	find(bench, "/a", 20, 4);
	assert_int_equal(bench->hits.count, 0);
}

static void the_last_of_two_in_a_batch_counts(void **state)
{
	struct bench *bench = *state;

	assert_true(corpus_begin(bench->corpus, &bench->err));
	put(bench, "/a", 10, 4, 1);
	put(bench, "/a", 20, 4, 2);
	assert_true(corpus_commit(bench->corpus, &bench->err));
	find(bench, NULL, 10, 4);
	assert_int_equal(bench->hits.count, 0);
	find(bench, NULL, 20, 4);
	assert_int_equal(bench->hits.count, 1);
}

static void a_batch_that_was_not_finished_never_was(void **state)
{
	struct bench *bench = *state;

	assert_true(corpus_begin(bench->corpus, &bench->err));
	put(bench, "/a", 10, 4, 1);
	open_again(bench);
	assert_true(lacks(bench, "/a", 1));
	find(bench, NULL, 10, 4);
	assert_int_equal(bench->hits.count, 0);
}

static void a_name_is_told_as_it_was_given(void **state)
{
	struct bench *bench = *state;

	note(bench, "/home/a.txt", 10, 4);
	find(bench, NULL, 10, 4);
	assert_name(bench, 0, "home/a.txt");
	open_again(bench);
	assert_name(bench, 0, "/home/a.txt");
}

static void a_file_that_prints_name_and_the_list_lacks_is_damage(void **state)
{
	struct bench *bench = *state;
	const struct corpus_hit hits[] = { { 1, 9 }, { 77, 9 } };
	struct corpus_source sources[2];

	note(bench, "/a", 10, 4);
	assert_false(corpus_sources(bench->corpus, hits, 2, sources, &bench->err));
	assert_non_null(strstr(bench->err.text, "i.db: is damaged; delete it"));
	assert_string_equal(sources[0].path, "/a");
	assert_int_equal(sources[0].digest.bytes[0], 1);
	corpus_source_release(&sources[0]);
	corpus_source_release(&sources[1]);
}

static void something_is_told_once(void **state)
{
	struct bench *bench = *state;

	assert_true(corpus_first_time(bench->corpus, 1));
	assert_false(corpus_first_time(bench->corpus, 1));
	assert_true(corpus_first_time(bench->corpus, 2));
}

static void assert_refused(struct bench *bench, const char *words)
{
	struct corpus *other = NULL;

	assert_false(corpus_open(&other, bench->path, 0, &bench->err));
	assert_null(other);
	assert_non_null(strstr(bench->err.text, words));
	assert_non_null(strstr(bench->err.text, bench->path));
}

/* Whatever it is, it stays byte for byte. */
static void another_programs_file_is_refused(void **state)
{
	static const char *const texts[] = { "An article.\n", "SQLite format 3",
					     "SQLite format 3 is what it says, but no more" };
	struct bench *bench = *state;

	corpus_close(bench->corpus);
	bench->corpus = NULL;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		char *after;

		files_put_text(bench->home, "i.db", texts[i]);
		assert_refused(bench, "is no index of diple");
		after = files_get(bench->home, "i.db", NULL);
		assert_string_equal(after, texts[i]);
		free(after);
	}
	files_put(bench->home, "i.db", "SQLite format 3\0and then nothing of the kind", 44);
	assert_refused(bench, "is damaged");
}

static void run_sql(struct bench *bench, const char *sql)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(bench->path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

static void another_programs_database_is_refused(void **state)
{
	struct bench *bench = *state;

	corpus_close(bench->corpus);
	bench->corpus = NULL;
	run_sql(bench, "PRAGMA user_version = 2");
	assert_refused(bench, "is of another version of diple");
	run_sql(bench, "PRAGMA application_id = 5");
	assert_refused(bench, "is no index of diple");
	free(bench->path);
	bench->path = files_path(bench->home, "other.db");
	run_sql(bench, "CREATE TABLE shopping(item)");
	assert_refused(bench, "is no index of diple");
}

static void what_is_no_regular_file_is_refused(void **state)
{
	struct bench *bench = *state;

	free(bench->path);
	bench->path = files_path(bench->home, "pipe");
	assert_int_equal(mkfifo(bench->path, 0600), 0);
	assert_refused(bench, "is no index of diple");
	free(bench->path);
	bench->path = files_path(bench->home, "no/such/place");
	assert_refused(bench, "can't be used as an index");
}

static void names_with_a_meaning_are_names(void **state)
{
	struct bench *bench = *state;
	char here[4096];

	corpus_close(bench->corpus);
	bench->corpus = NULL;
	assert_non_null(getcwd(here, sizeof here));
	assert_int_equal(chdir(bench->home), 0);
	assert_true(corpus_open(&bench->corpus, "file:x?mode=memory", 0, &bench->err));
	corpus_close(bench->corpus);
	assert_true(corpus_open(&bench->corpus, ":memory:", 0, &bench->err));
	assert_int_equal(chdir(here), 0);
	assert_true(files_exist(bench->home, "file:x?mode=memory"));
	assert_true(files_exist(bench->home, ":memory:"));
}

static void an_empty_file_becomes_an_index(void **state)
{
	struct bench *bench = *state;

	free(bench->path);
	bench->path = files_path(bench->home, "empty.db");
	files_put_text(bench->home, "empty.db", "");
	open_again(bench);
	note(bench, "/a", 10, 4);
	assert_false(lacks(bench, "/a", 1));
}

static void a_second_writer_is_told_so_and_a_reader_goes_on(void **state)
{
	struct bench *bench = *state, other = { .path = bench->path };

	note(bench, "/a", 10, 4);
	open_again(&other);
	assert_true(corpus_begin(bench->corpus, &bench->err));
	put(bench, "/b", 10, 4, 1);
	assert_false(corpus_begin(other.corpus, &other.err));
	assert_non_null(strstr(other.err.text, "another program is writing it"));
	find(&other, NULL, 10, 4);
	assert_int_equal(other.hits.count, 1);
	assert_true(corpus_commit(bench->corpus, &bench->err));
	assert_true(corpus_begin(other.corpus, &other.err));
	put(&other, "/c", 10, 4, 1);
	assert_true(corpus_commit(other.corpus, &other.err));
	find(bench, "/c", 10, 4);
	assert_int_equal(bench->hits.count, 2);
	corpus_close(other.corpus);
	free(other.hits.items);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
		TEST(what_shares_most_comes_first_then_what_is_oldest),
		TEST(only_files_before_the_one_that_asks_are_found),
		TEST(one_print_is_no_reason_to_look),
		TEST(a_print_that_many_have_weighs_half),
		TEST(what_is_noted_stays_and_is_not_noted_twice),
		TEST(a_changed_file_replaces_its_prints_and_keeps_its_place),
		TEST(the_last_of_two_in_a_batch_counts),
		TEST(a_batch_that_was_not_finished_never_was),
		TEST(a_name_is_told_as_it_was_given),
		TEST(a_file_that_prints_name_and_the_list_lacks_is_damage),
		TEST(something_is_told_once),
		TEST(another_programs_file_is_refused),
		TEST(another_programs_database_is_refused),
		TEST(what_is_no_regular_file_is_refused),
		TEST(names_with_a_meaning_are_names),
		TEST(an_empty_file_becomes_an_index),
		TEST(a_second_writer_is_told_so_and_a_reader_goes_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
