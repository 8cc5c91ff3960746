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

#include "buf.h"
#include "support/files.h"

struct bench {
	char *home, *path;
	struct corpus *corpus;
	struct corpus_hits hits;
	struct err err;
};

static void shut(struct bench *bench)
{
	corpus_close(bench->corpus);
	bench->corpus = NULL;
}

static void open_again(struct bench *bench)
{
	shut(bench);
	assert_true(corpus_open(&bench->corpus, bench->path, 0, &bench->err));
}

/* From here on the index is another file. */
static void take_name(struct bench *bench, const char *name)
{
	shut(bench);
	free(bench->path);
	bench->path = files_path(bench->home, name);
}

static int set_up(void **state)
{
	struct bench *bench = calloc(1, sizeof *bench);

	bench->home = files_new();
	take_name(bench, "i.db");
	open_again(bench);
	*state = bench;
	return 0;
}

static int tear_down(void **state)
{
	struct bench *bench = *state;

	shut(bench);
	free(bench->hits.items);
	free(bench->path);
	files_remove(bench->home);
	free(bench);
	return 0;
}

static void begin(struct bench *bench)
{
	assert_true(corpus_begin(bench->corpus, &bench->err));
}

static void commit(struct bench *bench)
{
	assert_true(corpus_commit(bench->corpus, &bench->err));
}

/* Prints, from a first one on. */
struct stretch {
	uint64_t first;
	size_t count;
};

/* Notes a file; its digest is `version`. */
static void put(struct bench *bench, const char *path, struct stretch stretch,
		unsigned char version)
{
	uint64_t prints[100];
	const struct corpus_file file = { .path = path,
					  .name = path + 1,
					  .digest = { { version } },
					  .prints = prints,
					  .count = stretch.count };

	for (size_t i = 0; i < stretch.count; i++)
		prints[i] = stretch.first + i;
	assert_true(corpus_put(bench->corpus, &file, &bench->err));
}

static void note(struct bench *bench, const char *path, uint64_t first, size_t count)
{
	begin(bench);
	put(bench, path, (struct stretch){ first, count }, 1);
	commit(bench);
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

/* Asks for files before `path`. */
static void find(struct bench *bench, const char *path, struct stretch stretch)
{
	uint64_t prints[100];
	const struct corpus_question question = { path, prints, stretch.count };

	for (size_t i = 0; i < stretch.count; i++)
		prints[i] = stretch.first + i;
	assert_true(corpus_find(bench->corpus, &question, &bench->hits, &bench->err));
}

/* The names of all that was found, each with a blank behind. */
static char *names_found(struct bench *bench)
{
	const size_t count = bench->hits.count;
	struct corpus_source sources[20];
	struct buf names = BUF_EMPTY;
	char *copy;

	assert_true(count <= sizeof sources / sizeof *sources);
	assert_true(
		corpus_sources(bench->corpus, bench->hits.items, count, sources, &bench->err));
	for (size_t i = 0; i < count; i++) {
		buf_printf(&names, "%s ", sources[i].name);
		corpus_source_release(&sources[i]);
	}
	copy = strdup(names.at);
	buf_release(&names);
	return copy;
}

static void assert_finds(struct bench *bench, const char *path, struct stretch stretch,
			 const char *names)
{
	char *found;

	find(bench, path, stretch);
	found = names_found(bench);
	assert_string_equal(found, names);
	free(found);
}

#define PRINTS(first, count) ((struct stretch){ (first), (count) })

static void what_shares_most_comes_first_then_what_is_oldest(void **state)
{
	struct bench *bench = *state;

	note(bench, "/a", 10, 4);
	note(bench, "/b", 10, 6);
	note(bench, "/c", 12, 4);
	assert_finds(bench, NULL, PRINTS(10, 20), "b a c ");
	assert_int_equal(bench->hits.items[0].weight, 12);
	assert_finds(bench, NULL, PRINTS(1000, 5), "");
}

static void only_files_before_the_one_that_asks_are_found(void **state)
{
	struct bench *bench = *state;

	note(bench, "/a", 10, 4);
	note(bench, "/b", 10, 4);
	assert_finds(bench, "/a", PRINTS(10, 4), "");
	assert_finds(bench, "/b", PRINTS(10, 4), "a ");
	assert_finds(bench, "/new", PRINTS(10, 4), "a b ");
}

static void one_print_is_no_reason_to_look(void **state)
{
	struct bench *bench = *state;

	note(bench, "/a", 10, 1);
	assert_finds(bench, NULL, PRINTS(10, 1), "");
}

static void a_print_that_many_have_weighs_half(void **state)
{
	struct bench *bench = *state;
	char path[] = "/a";

	for (; path[1] < 'a' + 9; path[1]++)
		note(bench, path, 10, 2);
	note(bench, "/z", 10, 3);
	assert_finds(bench, NULL, PRINTS(10, 3), "z ");
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
	assert_finds(bench, NULL, PRINTS(10, 4), "a ");
}

static void a_changed_file_replaces_its_prints_and_keeps_its_place(void **state)
{
	struct bench *bench = *state;

	note(bench, "/a", 10, 4);
	note(bench, "/b", 20, 4);
	begin(bench);
	put(bench, "/a", PRINTS(18, 6), 2);
	commit(bench);
	assert_false(lacks(bench, "/a", 2));
	assert_finds(bench, NULL, PRINTS(10, 4), "");
	assert_finds(bench, "/b", PRINTS(20, 4), "a ");
	assert_finds(bench, "/a", PRINTS(20, 4), "");
}

static void the_last_of_three_in_a_batch_counts(void **state)
{
	struct bench *bench = *state;

	begin(bench);
	put(bench, "/a", PRINTS(10, 4), 1);
	put(bench, "/a", PRINTS(20, 4), 2);
	put(bench, "/b", PRINTS(20, 4), 1);
	put(bench, "/a", PRINTS(30, 4), 3);
	commit(bench);
	assert_finds(bench, NULL, PRINTS(10, 4), "");
	assert_finds(bench, NULL, PRINTS(20, 4), "b ");
	assert_finds(bench, NULL, PRINTS(30, 4), "a ");
}

/* Two processes may have read the same new file. */
static void what_is_noted_as_it_is_stays(void **state)
{
	struct bench *bench = *state;

	note(bench, "/a", 10, 4);
	note(bench, "/a", 20, 4);
	assert_finds(bench, NULL, PRINTS(10, 4), "a ");
	assert_finds(bench, NULL, PRINTS(20, 4), "");
}

static void a_batch_that_was_not_finished_never_was(void **state)
{
	struct bench *bench = *state;

	begin(bench);
	put(bench, "/a", PRINTS(10, 4), 1);
	corpus_rollback(bench->corpus);
	assert_true(lacks(bench, "/a", 1));
	begin(bench);
	put(bench, "/a", PRINTS(10, 4), 1);
	open_again(bench);
	assert_true(lacks(bench, "/a", 1));
	assert_finds(bench, NULL, PRINTS(10, 4), "");
}

static void a_name_is_told_as_it_was_given(void **state)
{
	struct bench *bench = *state;

	note(bench, "/home/a\xFF\n.txt", 10, 4);
	assert_finds(bench, NULL, PRINTS(10, 4), "home/a\xFF\n.txt ");
	open_again(bench);
	assert_finds(bench, NULL, PRINTS(10, 4), "/home/a\xFF\n.txt ");
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
	struct buf sentence = BUF_EMPTY;

	assert_false(corpus_open(&other, bench->path, 0, &bench->err));
	assert_null(other);
	buf_printf(&sentence, "%s: %s", bench->path, words);
	assert_string_equal(bench->err.text, sentence.at);
	buf_release(&sentence);
}

/* Whatever it is, it stays byte for byte. */
static void another_programs_file_is_refused(void **state)
{
	static const struct {
		char bytes[100];
		size_t len;
	} files[] = { { "An article.\n", 12 },
		      { "SQLite format 3", 15 },
		      { "SQLite format 3 is what it says, but no more", 44 },
		      { "SQLite format 3\0and then nothing of the kind", 44 },
		      { "SQLite format 3\0and then nothing of the kind", 100 } };
	struct bench *bench = *state;

	shut(bench);
	for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
		char *after;
		size_t len;

		files_put(bench->home, "i.db", files[i].bytes, files[i].len);
		assert_refused(bench, "is no index of diple");
		after = files_get(bench->home, "i.db", &len);
		assert_int_equal(len, files[i].len);
		assert_memory_equal(after, files[i].bytes, len);
		free(after);
	}
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

	shut(bench);
	run_sql(bench, "PRAGMA user_version = 2");
	assert_refused(bench, "is of another version of diple");
	run_sql(bench, "PRAGMA application_id = 5");
	assert_refused(bench, "is no index of diple");
	take_name(bench, "other.db");
	run_sql(bench, "CREATE TABLE shopping(item)");
	assert_refused(bench, "is no index of diple");
}

/* Of nobody else's file it is said that it can be deleted. */
static void only_an_index_is_called_damaged(void **state)
{
	struct bench *bench = *state;
	char *whole;
	size_t len;

	note(bench, "/a", 10, 4);
	shut(bench);
	whole = files_get(bench->home, "i.db", &len);
	files_put(bench->home, "i.db", whole, len / 3);
	assert_refused(bench, "is damaged; delete it, and it is made anew");
	memset(whole + len / 2, 0xAA, len / 2);
	memset(whole + 100, 0xAA, 1000);
	files_put(bench->home, "i.db", whole, len);
	assert_refused(bench, "is damaged; delete it, and it is made anew");
	memcpy(whole + 68, "fire", 4);
	files_put(bench->home, "i.db", whole, len);
	assert_refused(bench, "is no index of diple");
	free(whole);
}

static void what_is_no_regular_file_is_refused(void **state)
{
	struct bench *bench = *state;

	take_name(bench, "pipe");
	assert_int_equal(mkfifo(bench->path, 0600), 0);
	assert_refused(bench, "is no index of diple");
	take_name(bench, ".");
	assert_refused(bench, "is no index of diple");
	take_name(bench, "no/such/place");
	assert_refused(bench, "can't be used as an index: No such file or directory");
}

/* Root may write everywhere. */
static void what_may_not_be_written_can_be_asked(void **state)
{
	struct bench *bench = *state;
	const struct corpus_file file = { .path = "/b", .name = "b" };

	if (!geteuid())
		skip();
	note(bench, "/a", 10, 4);
	assert_int_equal(chmod(bench->path, 0400), 0);
	open_again(bench);
	assert_false(lacks(bench, "/a", 1));
	assert_finds(bench, NULL, PRINTS(10, 4), "a ");
	begin(bench);
	assert_false(corpus_put(bench->corpus, &file, &bench->err));
	assert_non_null(strstr(bench->err.text, "it or its directory is read-only"));
	assert_int_equal(chmod(bench->home, 0500), 0);
	take_name(bench, "new.db");
	assert_refused(bench, "can't be used as an index: Permission denied");
	assert_int_equal(chmod(bench->home, 0700), 0);
}

static void a_long_name_leaves_room_for_the_reason(void **state)
{
	struct bench *bench = *state;
	char name[1001];

	memset(name, 'x', sizeof name - 1);
	name[sizeof name - 1] = '\0';
	take_name(bench, name);
	assert_false(corpus_open(&bench->corpus, bench->path, 0, &bench->err));
	assert_non_null(
		strstr(bench->err.text, "xxx: can't be used as an index: File name too long"));
}

static void names_with_a_meaning_are_names(void **state)
{
	struct bench *bench = *state;
	char here[4096];

	shut(bench);
	assert_non_null(getcwd(here, sizeof here));
	assert_int_equal(chdir(bench->home), 0);
	assert_true(corpus_open(&bench->corpus, "file:x?mode=memory", 0, &bench->err));
	shut(bench);
	assert_true(corpus_open(&bench->corpus, ":memory:", 0, &bench->err));
	assert_int_equal(chdir(here), 0);
	assert_true(files_exist(bench->home, "file:x?mode=memory"));
	assert_true(files_exist(bench->home, ":memory:"));
}

static void an_empty_file_becomes_an_index(void **state)
{
	struct bench *bench = *state;

	take_name(bench, "empty.db");
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
	begin(bench);
	put(bench, "/b", PRINTS(10, 4), 1);
	assert_false(corpus_begin(other.corpus, &other.err));
	assert_non_null(strstr(other.err.text, "another program is writing it"));
	assert_finds(&other, NULL, PRINTS(10, 4), "/a ");
	commit(bench);
	note(&other, "/c", 10, 4);
	assert_finds(bench, "/c", PRINTS(10, 4), "a b ");
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
		TEST(the_last_of_three_in_a_batch_counts),
		TEST(what_is_noted_as_it_is_stays),
		TEST(a_batch_that_was_not_finished_never_was),
		TEST(a_name_is_told_as_it_was_given),
		TEST(a_file_that_prints_name_and_the_list_lacks_is_damage),
		TEST(something_is_told_once),
		TEST(another_programs_file_is_refused),
		TEST(another_programs_database_is_refused),
		TEST(only_an_index_is_called_damaged),
		TEST(what_is_no_regular_file_is_refused),
		TEST(what_may_not_be_written_can_be_asked),
		TEST(a_long_name_leaves_room_for_the_reason),
		TEST(names_with_a_meaning_are_names),
		TEST(an_empty_file_becomes_an_index),
		TEST(a_second_writer_is_told_so_and_a_reader_goes_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
