/*
 * A reading list: which earlier files stand before a text, and when they do not.
 */
#include "readings.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h wants these four first. */
#include <fcntl.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "corpus.h"
#include "support/files.h"
#include "support/folding.h"

struct bench {
	char *home, *index;
	int back; /* the directory that was current */
	struct readings *readings;
	struct buf said;
	struct text text;
	struct earlier earlier;
	struct folds folds;
	struct buf states;
	struct err err;
};

static void take_sentence(void *to, const char *sentence)
{
	struct bench *bench = to;

	buf_add_string(&bench->said, sentence);
	buf_add_char(&bench->said, '\n');
}

static void open_list(struct bench *bench, const char *index)
{
	const struct readings_options options = {
		.index = index, .mode = PARAGRAPH_AUTO, .say = take_sentence, .to = bench
	};

	readings_close(bench->readings);
	bench->readings = NULL;
	assert_true(readings_open(&bench->readings, &options, &bench->err));
}

static int set_up(void **state)
{
	struct bench *bench = calloc(1, sizeof *bench);

	bench->home = files_new();
	bench->index = files_path(bench->home, "i.db");
	bench->back = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bench->said = bench->states = (struct buf)BUF_EMPTY;
	text_borrow(&bench->text, "", 0);
	folds_init(&bench->folds);
	assert_int_equal(chdir(bench->home), 0);
	open_list(bench, NULL);
	*state = bench;
	return 0;
}

static void forget_text(struct bench *bench)
{
	folds_release(&bench->folds);
	earlier_release(&bench->earlier);
	text_release(&bench->text);
}

static int tear_down(void **state)
{
	struct bench *bench = *state;

	readings_close(bench->readings);
	forget_text(bench);
	buf_release(&bench->said);
	buf_release(&bench->states);
	assert_int_equal(fchdir(bench->back), 0);
	close(bench->back);
	free(bench->index);
	files_remove(bench->home);
	free(bench);
	return 0;
}

static void note(struct bench *bench, const char *path)
{
	assert_true(readings_note(bench->readings, &path, 1, &bench->err));
}

static void fold_own(struct bench *bench)
{
	struct span paragraph;
	size_t at = 0;

	while (paragraph_next(&bench->text, PARAGRAPH_LINE, at, &paragraph)) {
		assert_true(folds_feed(&bench->folds, &bench->text, paragraph, &bench->err));
		at = paragraph.end;
	}
	assert_true(folds_finish(&bench->folds, &bench->text, &bench->err));
}

/* Reads a file, or `bytes` as standard input, after what was noted; its paragraphs as letters.
 */
static const char *read_next(struct bench *bench, const char *path, const char *bytes)
{
	forget_text(bench);
	if (!bytes)
		assert_true(text_open(&bench->text, path, &bench->err));
	else
		text_borrow(&bench->text, bytes, strlen(bytes));
	assert_true(readings_find(bench->readings, path, &bench->text, &bench->earlier,
				  &bench->err));
	assert_true(earlier_feed(&bench->earlier, &bench->folds, &bench->err));
	fold_own(bench);
	buf_clear(&bench->states);
	for (size_t n = bench->folds.own; n < bench->folds.count; n++)
		buf_add_char(&bench->states, "sndb"[bench->folds.items[n].state]);
	return bench->states.at;
}

static const char *said(struct bench *bench)
{
	return bench->said.len ? bench->said.at : "";
}

static void what_an_earlier_file_said_is_hidden_in_a_later_one(void **state)
{
	struct bench *bench = *state;

	files_put_text(bench->home, "a.txt", "A title\n" LEDE "\n" BODY "\n");
	files_put_text(bench->home, "b.txt", LEDE "\n" ENDING "\n");
	note(bench, "a.txt");
	note(bench, "b.txt");
	assert_string_equal(read_next(bench, "a.txt", NULL), "sss");
	assert_int_equal(bench->earlier.count, 0);
	assert_string_equal(read_next(bench, "b.txt", NULL), "ds");
	assert_int_equal(bench->earlier.count, 1);
	assert_string_equal(bench->earlier.items[0].name, "a.txt");
	assert_string_equal(said(bench), "");
}

static void earlier_texts_stand_in_the_order_of_reading(void **state)
{
	static const char *const paths[] = { "a.txt", "b.txt", "c.txt" };
	struct bench *bench = *state;

	files_put_text(bench->home, "a.txt", LEDE "\n");
	files_put_text(bench->home, "b.txt", BODY "\n" ENDING "\n");
	files_put_text(bench->home, "c.txt", BODY "\n" ENDING "\n" LEDE "\n");
	assert_true(readings_note(bench->readings, paths, 3, &bench->err));
	assert_string_equal(read_next(bench, "c.txt", NULL), "ddd");
	assert_int_equal(bench->earlier.count, 2);
	assert_string_equal(bench->earlier.items[0].name, "a.txt");
	assert_string_equal(bench->earlier.items[1].name, "b.txt");
}

static void standard_input_comes_after_all_and_is_no_source(void **state)
{
	struct bench *bench = *state;

	files_put_text(bench->home, "a.txt", LEDE "\n");
	note(bench, "a.txt");
	note(bench, NULL);
	note(bench, "-");
	assert_string_equal(read_next(bench, NULL, LEDE "\n" BODY "\n"), "ds");
	assert_string_equal(read_next(bench, NULL, BODY "\n"), "s");
}

/* A file may be called so, and is then another thing. */
static void minus_is_standard_input_for_all(void **state)
{
	struct bench *bench = *state;

	files_put_text(bench->home, "-", LEDE "\n");
	note(bench, "-");
	assert_string_equal(read_next(bench, NULL, LEDE "\n"), "s");
	note(bench, "./-");
	assert_string_equal(read_next(bench, "-", LEDE "\n"), "d");
	assert_string_equal(read_next(bench, "./-", NULL), "s");
}

static void one_file_by_two_names_repeats_nothing(void **state)
{
	struct bench *bench = *state;

	files_put_text(bench->home, "a.txt", LEDE "\n");
	assert_int_equal(symlink("a.txt", "b.txt"), 0);
	note(bench, "a.txt");
	note(bench, "./b.txt");
	assert_string_equal(read_next(bench, "b.txt", NULL), "s");
}

static void a_list_on_disk_goes_on_in_another_run(void **state)
{
	struct bench *bench = *state;
	char *whole = files_path(bench->home, "a.txt");

	files_put_text(bench->home, "a.txt", LEDE "\n");
	open_list(bench, bench->index);
	note(bench, "a.txt");
	open_list(bench, bench->index);
	files_put_text(bench->home, "b.txt", LEDE "\n");
	note(bench, "b.txt");
	assert_string_equal(read_next(bench, "b.txt", NULL), "d");
	assert_string_equal(bench->earlier.items[0].name, whole);
	assert_string_equal(read_next(bench, "a.txt", NULL), "s");
	free(whole);
}

static void a_source_that_is_gone_proves_nothing_and_is_told_once(void **state)
{
	struct bench *bench = *state;

	files_put_text(bench->home, "a.txt", LEDE "\n");
	files_put_text(bench->home, "b.txt", LEDE "\n");
	note(bench, "a.txt");
	note(bench, "b.txt");
	assert_int_equal(unlink("a.txt"), 0);
	assert_string_equal(read_next(bench, "b.txt", NULL), "s");
	assert_string_equal(
		said(bench),
		"b.txt: a.txt, which it repeats, is gone: nothing is hidden for it\n");
	assert_string_equal(read_next(bench, "b.txt", NULL), "s");
	assert_null(strstr(strchr(said(bench), '\n'), "gone"));
}

static void a_source_that_has_changed_proves_nothing(void **state)
{
	struct bench *bench = *state;

	files_put_text(bench->home, "a.txt", LEDE "\n");
	files_put_text(bench->home, "b.txt", LEDE "\n");
	note(bench, "a.txt");
	note(bench, "b.txt");
	files_put_text(bench->home, "a.txt", LEDE " \n");
	assert_string_equal(read_next(bench, "b.txt", NULL), "s");
	assert_string_equal(
		said(bench),
		"b.txt: a.txt, which it repeats, has changed: nothing is hidden for it\n");
	files_put(bench->home, "a.txt", "\0", 1);
	assert_string_equal(read_next(bench, "b.txt", NULL), "s");
	/* Noted anew, it is what it is now. */
	files_put_text(bench->home, "a.txt", LEDE " \n");
	note(bench, "a.txt");
	assert_string_equal(read_next(bench, "b.txt", NULL), "d");
}

static void of_many_copies_some_are_read(void **state)
{
	struct bench *bench = *state;

	for (int i = 0; i < READINGS_TEXTS + 4; i++) {
		char name[] = "a.txt";

		name[0] = (char)('a' + i);
		files_put_text(bench->home, name, LEDE "\n" BODY "\n");
		note(bench, name);
	}
	assert_string_equal(read_next(bench, NULL, BODY "\n" LEDE "\n"), "dd");
	assert_int_equal(bench->earlier.count, READINGS_TEXTS);
	assert_string_equal(bench->earlier.items[0].name, "a.txt");
}

static void a_long_text_is_left_alone(void **state)
{
	struct bench *bench = *state;
	struct buf text = BUF_EMPTY;

	while (text.len <= READINGS_BYTES)
		buf_add_string(&text, LEDE "\n");
	files_put(bench->home, "a.txt", text.at, text.len);
	note(bench, "a.txt");
	assert_string_equal(read_next(bench, NULL, LEDE "\n"), "s");
	assert_int_equal(bench->earlier.count, 0);
	assert_string_equal(said(bench), "");
	forget_text(bench);
	text_borrow(&bench->text, text.at, text.len);
	assert_true(readings_find(bench->readings, NULL, &bench->text, &bench->earlier,
				  &bench->err));
	assert_string_equal(said(bench), "standard input: is longer than 16 MiB: not compared "
					 "with other files\n");
	buf_release(&text);
}

static void what_cannot_be_read_is_passed_over(void **state)
{
	static const char *const paths[] = { "gone.txt", ".", "binary", "a.txt" };
	struct bench *bench = *state;

	files_put(bench->home, "binary", "a\0b", 3);
	files_put_text(bench->home, "a.txt", LEDE "\n");
	assert_true(readings_note(bench->readings, paths, 4, &bench->err));
	assert_string_equal(read_next(bench, NULL, LEDE "\n"), "d");
}

/* Stands for all that the system says but that there is no such file. */
static void a_source_that_cannot_be_read_is_not_called_gone(void **state)
{
	struct bench *bench = *state;

	files_put_text(bench->home, "a.txt", LEDE "\n");
	note(bench, "a.txt");
	assert_int_equal(unlink("a.txt"), 0);
	assert_int_equal(symlink("a.txt", "a.txt"), 0);
	assert_string_equal(read_next(bench, NULL, LEDE "\n"), "s");
	assert_string_equal(said(bench),
			    "standard input: a.txt, which it repeats, can't be read (Too many "
			    "levels of symbolic links): nothing is hidden for it\n");
}

static void long_names_leave_room_for_the_reason(void **state)
{
	struct bench *bench = *state;
	struct buf first = BUF_EMPTY, second = BUF_EMPTY;

	for (int i = 0; i < 400; i++)
		buf_add_string(&first, "./");
	buf_add_string(&second, first.at);
	buf_add_string(&first, "a.txt");
	buf_add_string(&second, "b.txt");
	files_put_text(bench->home, "a.txt", LEDE "\n");
	files_put_text(bench->home, "b.txt", LEDE "\n");
	note(bench, first.at);
	files_put_text(bench->home, "a.txt", "");
	assert_string_equal(read_next(bench, second.at, NULL), "s");
	assert_non_null(strstr(said(bench), "/b.txt: ./"));
	assert_non_null(
		strstr(said(bench),
		       "/a.txt, which it repeats, has changed: nothing is hidden for it\n"));
	assert_true(bench->said.len < sizeof bench->err.text);
	buf_release(&first);
	buf_release(&second);
}

/* From now on inotify tells what opens the file. */
static int watch(const char *path)
{
	const int fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);

	assert_true(fd >= 0);
	assert_true(inotify_add_watch(fd, path, IN_OPEN) >= 0);
	return fd;
}

static bool was_opened(int fd)
{
	char events[4096];
	const bool opened = read(fd, events, sizeof events) > 0;

	close(fd);
	return opened;
}

static void a_named_pipe_is_not_touched(void **state)
{
	struct bench *bench = *state;
	int watched;

	assert_int_equal(mkfifo("pipe", 0600), 0);
	watched = watch("pipe");
	note(bench, "pipe");
	assert_false(was_opened(watched));
}

/* A paragraph of prose, and a line too long to be read by folding. */
static void put_long(struct bench *bench, const char *name)
{
	const size_t half = READINGS_BYTES / 2;
	struct buf text = BUF_EMPTY;

	buf_add_string(&text, LEDE "\n" BODY "\n");
	memset(buf_room(&text, half), 'x', half);
	buf_grew(&text, half);
	files_put(bench->home, name, text.at, text.len);
	note(bench, name);
	buf_release(&text);
}

static void what_is_too_long_beside_others_is_not_even_opened(void **state)
{
	struct bench *bench = *state;
	int watched;

	put_long(bench, "a.txt");
	put_long(bench, "b.txt");
	watched = watch("b.txt");
	assert_string_equal(read_next(bench, NULL, LEDE "\n" BODY "\n"), "dd");
	assert_int_equal(bench->earlier.count, 1);
	assert_false(was_opened(watched));
	assert_string_equal(said(bench), "standard input: b.txt, which it repeats, is too long "
					 "beside others: nothing is hidden for it\n");
}

static void what_is_noted_waits_for_no_writer(void **state)
{
	struct bench *bench = *state;
	struct corpus *writer;
	const char *path = "b.txt";

	files_put_text(bench->home, "a.txt", LEDE "\n");
	files_put_text(bench->home, "b.txt", LEDE "\n");
	open_list(bench, bench->index);
	note(bench, "a.txt");
	assert_true(corpus_open(&writer, bench->index, 0, &bench->err));
	assert_true(corpus_begin(writer, &bench->err));
	note(bench, "a.txt");
	assert_false(readings_note(bench->readings, &path, 1, &bench->err));
	assert_non_null(strstr(bench->err.text, "another program is writing it"));
	corpus_close(writer);
	note(bench, "b.txt");
	assert_string_equal(read_next(bench, "b.txt", NULL), "d");
}

/* An index that takes some files and not others. */
static void make_picky_index(struct bench *bench)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(bench->index, &db), SQLITE_OK);
	assert_int_equal(
		sqlite3_exec(db,
			     "CREATE TABLE files(id INTEGER PRIMARY KEY, path TEXT UNIQUE"
			     " CHECK(path NOT LIKE '%b.txt'), digest BLOB, prints BLOB);"
			     "CREATE TABLE prints(print INTEGER, file INTEGER,"
			     " PRIMARY KEY(print, file)) WITHOUT ROWID;"
			     "PRAGMA application_id = 0x6469706C; PRAGMA user_version = 1;",
			     NULL, NULL, NULL),
		SQLITE_OK);
	assert_int_equal(sqlite3_close(db), SQLITE_OK);
}

static void a_batch_that_fails_is_undone_and_locks_nobody(void **state)
{
	static const char *const paths[] = { "a.txt", "b.txt" };
	struct bench *bench = *state;
	struct corpus *other;

	files_put_text(bench->home, "a.txt", LEDE "\n");
	files_put_text(bench->home, "b.txt", LEDE "\n");
	make_picky_index(bench);
	open_list(bench, bench->index);
	assert_false(readings_note(bench->readings, paths, 2, &bench->err));
	assert_non_null(strstr(bench->err.text, "CHECK"));
	assert_true(corpus_open(&other, bench->index, 0, &bench->err));
	assert_true(corpus_begin(other, &bench->err));
	corpus_close(other);
	assert_string_equal(read_next(bench, NULL, LEDE "\n"), "s");
}

static void an_index_that_is_none_is_refused(void **state)
{
	struct bench *bench = *state;
	const struct readings_options options = { .index = "a.txt", .say = take_sentence };
	struct readings *other;

	files_put_text(bench->home, "a.txt", LEDE "\n");
	assert_false(readings_open(&other, &options, &bench->err));
	assert_string_equal(bench->err.text, "a.txt: is no index of diple");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
		TEST(what_an_earlier_file_said_is_hidden_in_a_later_one),
		TEST(earlier_texts_stand_in_the_order_of_reading),
		TEST(standard_input_comes_after_all_and_is_no_source),
		TEST(minus_is_standard_input_for_all),
		TEST(one_file_by_two_names_repeats_nothing),
		TEST(a_list_on_disk_goes_on_in_another_run),
		TEST(a_source_that_is_gone_proves_nothing_and_is_told_once),
		TEST(a_source_that_has_changed_proves_nothing),
		TEST(of_many_copies_some_are_read),
		TEST(a_long_text_is_left_alone),
		TEST(what_cannot_be_read_is_passed_over),
		TEST(a_source_that_cannot_be_read_is_not_called_gone),
		TEST(long_names_leave_room_for_the_reason),
		TEST(a_named_pipe_is_not_touched),
		TEST(what_is_too_long_beside_others_is_not_even_opened),
		TEST(what_is_noted_waits_for_no_writer),
		TEST(a_batch_that_fails_is_undone_and_locks_nobody),
		TEST(an_index_that_is_none_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
