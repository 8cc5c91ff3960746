#include "digest.h"
#include "file.h"
#include "journal.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h wants these four first. */
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/files.h"

/* A program: a journal with its marks. */
struct program {
	struct marks marks;
	struct journal journal;
	struct err err;
	bool open;
};

/* A directory with an article and a state directory, and two programs at work. */
struct bench {
	char *root;
	char article[256], sidecar[280], state[256];
	struct program ada, bo;
};

static int set_up(void **state)
{
	struct bench *bench = calloc(1, sizeof *bench);
	FILE *file;

	assert_non_null(bench);
	bench->root = files_new();
	snprintf(bench->article, sizeof bench->article, "%s/in", bench->root);
	assert_int_equal(mkdir(bench->article, 0777), 0);
	strcat(bench->article, "/news.txt");
	snprintf(bench->sidecar, sizeof bench->sidecar, "%s.ann.jsonl", bench->article);
	snprintf(bench->state, sizeof bench->state, "%s/state/diple", bench->root);
	file = fopen(bench->article, "w");
	assert_non_null(file);
	fclose(file);
	*state = bench;
	return 0;
}

static void stop(struct program *program)
{
	if (!program->open)
		return;
	journal_close(&program->journal);
	marks_release(&program->marks);
	program->open = false;
}

static int tear_down(void **state)
{
	struct bench *bench = *state;

	stop(&bench->ada);
	stop(&bench->bo);
	files_remove(bench->root);
	free(bench);
	return 0;
}

static void start(struct program *program, const char *article, const char *state)
{
	marks_init(&program->marks);
	if (!journal_open(&program->journal, article, state, &program->marks, &program->err))
		fail_msg("%s", program->err.text);
	program->open = true;
	if (!journal_read(&program->journal, &program->err))
		fail_msg("%s", program->err.text);
}

static void add_line(struct buf *line, int id, const char *note)
{
	buf_printf(line,
		   "{\"id\":\"urn:x:%d\",\"type\":\"Annotation\",\"bodyValue\":\"%s\","
		   "\"creator\":\"ada\",\"diple\":{\"kind\":\"note\",\"rev\":1,\"step\":\"s%"
		   "d\"}}\n",
		   id, note, id);
}

/* Whether it was saved. */
static bool say(struct program *program, int id, const char *note)
{
	struct buf line = BUF_EMPTY;
	bool saved, begun;

	add_line(&line, id, note);
	begun = journal_begin(&program->journal, 0, &program->err);
	saved = journal_commit(&program->journal, &line, &program->err);
	assert_true(begun || !saved);
	journal_end(&program->journal);
	buf_release(&line);
	return saved;
}

static const struct mark_record *heard(struct program *program, int id)
{
	char name[20];

	snprintf(name, sizeof name, "urn:x:%d", id);
	return marks_find(&program->marks, name);
}

static void hear(struct program *program)
{
	if (!journal_read(&program->journal, &program->err))
		fail_msg("%s", program->err.text);
}

static size_t lines_in(const char *path)
{
	FILE *file = fopen(path, "r");
	size_t lines = 0;
	int c;

	while (file && (c = getc(file)) != EOF)
		lines += c == '\n';
	if (file)
		fclose(file);
	return lines;
}

/* The file of the state directory that belongs to the article. */
static void state_path(const struct bench *bench, const char *directory, const char *ending,
		       char out[400])
{
	char hex[65];

	digest_hex(bench->article, strlen(bench->article), hex);
	snprintf(out, 400, "%s/%s/%s%s", bench->state, directory, hex, ending);
}

static void put(const char *path, const char *bytes)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
	size_t wrote;

	assert_true(fd >= 0);
	assert_int_equal(file_write(fd, bytes, strlen(bytes), &wrote), 0);
	close(fd);
}

/* The sidecar's place is taken by a name too long to be made: nothing goes beside it. */
static void make_unwritable(struct bench *bench)
{
	char *slash = strrchr(bench->article, '/');
	char name[256], from[60], *path;

	strcpy(from, bench->article);
	memset(name, 'n', sizeof name - 1);
	name[250] = '\0';
	assert_true(asprintf(&path, "%.*s/%s", (int)(slash - bench->article), bench->article,
			     name) > 0);
	assert_int_equal(rename(from, path), 0);
	assert_int_equal(symlink(path, from), 0);
	free(path);
}

static void a_mark_is_in_the_sidecar_beside_the_article(void **state)
{
	struct bench *bench = *state;

	start(&bench->ada, bench->article, bench->state);
	assert_int_equal(lines_in(bench->sidecar), 0);
	assert_true(say(&bench->ada, 1, "one"));
	assert_int_equal(lines_in(bench->sidecar), 1);
	assert_false(heard(&bench->ada, 1)->unsaved);
	assert_false(journal_elsewhere(&bench->ada.journal));
	assert_int_equal(access(bench->state, F_OK), -1);
}

static void two_programs_hear_each_other(void **state)
{
	struct bench *bench = *state;
	uint64_t changes;

	start(&bench->ada, bench->article, bench->state);
	start(&bench->bo, bench->article, NULL);
	assert_true(say(&bench->ada, 1, "one"));
	assert_null(heard(&bench->bo, 1));
	changes = bench->bo.journal.changes;
	hear(&bench->bo);
	assert_int_equal(bench->bo.journal.changes, changes + 1);
	assert_non_null(heard(&bench->bo, 1));
	assert_true(say(&bench->bo, 2, "two"));
	assert_true(say(&bench->ada, 3, "three"));
	assert_non_null(heard(&bench->ada, 2));
	hear(&bench->bo);
	assert_int_equal(bench->bo.marks.records.count, 3);
	assert_int_equal(bench->bo.marks.lines.count, 3);
}

static void two_names_of_an_article_share_a_sidecar(void **state)
{
	struct bench *bench = *state;
	char other[300];

	snprintf(other, sizeof other, "%s/other.txt", bench->root);
	assert_int_equal(symlink(bench->article, other), 0);
	start(&bench->ada, bench->article, bench->state);
	start(&bench->bo, other, bench->state);
	assert_true(say(&bench->bo, 1, "one"));
	hear(&bench->ada);
	assert_non_null(heard(&bench->ada, 1));
	assert_string_equal(bench->ada.journal.path, bench->bo.journal.path);
}

static void marks_outlive_their_article(void **state)
{
	struct bench *bench = *state;

	start(&bench->ada, bench->article, bench->state);
	assert_true(say(&bench->ada, 1, "one"));
	stop(&bench->ada);
	unlink(bench->article);
	start(&bench->ada, bench->article, bench->state);
	assert_non_null(heard(&bench->ada, 1));
	assert_true(say(&bench->ada, 2, "two"));
	assert_int_equal(lines_in(bench->sidecar), 2);
}

static void where_nothing_goes_beside_marks_go_to_the_state_directory(void **state)
{
	struct bench *bench = *state;
	char name[300];

	make_unwritable(bench);
	start(&bench->ada, bench->article, bench->state);
	assert_true(say(&bench->ada, 1, "one"));
	assert_true(journal_elsewhere(&bench->ada.journal));
	assert_false(journal_unsaved(&bench->ada.journal));
	assert_int_equal(bench->ada.journal.trouble.kind, ERR_SYSTEM);
	snprintf(name, sizeof name, "%s", bench->ada.journal.files[JOURNAL_STATE].name);
	assert_int_equal(strlen(name), 64 + strlen(JOURNAL_ENDING));
	start(&bench->bo, bench->article, bench->state);
	assert_non_null(heard(&bench->bo, 1));
	assert_true(say(&bench->ada, 2, "two"));
	hear(&bench->bo);
	assert_non_null(heard(&bench->bo, 2));
}

static void a_state_sidecar_that_appears_later_is_read(void **state)
{
	struct bench *bench = *state;

	make_unwritable(bench);
	start(&bench->bo, bench->article, bench->state);
	start(&bench->ada, bench->article, bench->state);
	assert_true(say(&bench->ada, 1, "one"));
	hear(&bench->bo);
	assert_non_null(heard(&bench->bo, 1));
}

static void what_no_place_takes_is_unsaved_and_told(void **state)
{
	struct bench *bench = *state;

	make_unwritable(bench);
	start(&bench->ada, bench->article, NULL);
	assert_false(say(&bench->ada, 1, "one"));
	assert_true(journal_unsaved(&bench->ada.journal));
	assert_true(heard(&bench->ada, 1)->unsaved);
	assert_non_null(strstr(bench->ada.err.text, "HOME"));
	assert_non_null(strstr(bench->ada.err.text, "in memory only"));
}

static int lock_sidecar(const struct bench *bench)
{
	int fd = open(bench->sidecar, O_RDWR | O_CREAT, 0666);

	assert_true(fd >= 0);
	assert_int_equal(file_lock(fd), 0);
	return fd;
}

static void what_is_unsaved_is_pending_until_a_retry_saves_it(void **state)
{
	struct bench *bench = *state;
	struct buf line = BUF_EMPTY;
	char pending[400];
	struct stat stat_of;
	int other;

	state_path(bench, "unsaved", ".jsonl", pending);
	start(&bench->ada, bench->article, bench->state);
	other = lock_sidecar(bench);
	assert_false(say(&bench->ada, 1, "one"));
	assert_false(say(&bench->ada, 2, "two"));
	assert_int_equal(bench->ada.err.kind, ERR_LIMIT);
	assert_non_null(strstr(bench->ada.err.text, bench->state));
	assert_non_null(strstr(bench->ada.err.text, bench->sidecar));
	assert_int_equal(lines_in(pending), 2);
	assert_int_equal(stat(pending, &stat_of), 0);
	assert_int_equal(stat_of.st_mode & 0777, 0600);
	assert_int_equal(lines_in(bench->sidecar), 0);
	assert_true(journal_line(&bench->ada.journal, &bench->ada.marks.lines.items[1], &line,
				 &bench->ada.err));
	assert_non_null(strstr(line.at, "two"));
	assert_false(journal_retry(&bench->ada.journal, 0, &bench->ada.err));
	close(other);
	assert_true(journal_retry(&bench->ada.journal, 0, &bench->ada.err));
	assert_int_equal(access(pending, F_OK), -1);
	assert_int_equal(lines_in(bench->sidecar), 2);
	assert_false(heard(&bench->ada, 1)->unsaved);
	buf_clear(&line);
	assert_true(journal_line(&bench->ada.journal, &bench->ada.marks.lines.items[1], &line,
				 &bench->ada.err));
	assert_non_null(strstr(line.at, "two"));
	hear(&bench->ada);
	assert_int_equal(bench->ada.marks.lines.count, 2);
	buf_release(&line);
}

static void what_an_earlier_session_left_unsaved_is_saved_by_the_next(void **state)
{
	struct bench *bench = *state;
	char pending[400];
	int other = lock_sidecar(bench);

	state_path(bench, "unsaved", ".jsonl", pending);
	start(&bench->ada, bench->article, bench->state);
	assert_false(say(&bench->ada, 1, "one"));
	stop(&bench->ada);
	start(&bench->bo, bench->article, bench->state);
	assert_true(heard(&bench->bo, 1)->unsaved);
	assert_true(journal_unsaved(&bench->bo.journal));
	close(other);
	assert_true(say(&bench->bo, 2, "two"));
	assert_false(heard(&bench->bo, 1)->unsaved);
	assert_int_equal(access(pending, F_OK), -1);
	assert_int_equal(lines_in(bench->sidecar), 2);
}

/* Lets files grow to `size` bytes and no further. */
static void limit_size(rlim_t size)
{
	struct rlimit limit;

	assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
	limit.rlim_cur = size;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void a_full_disk_leaves_whole_lines_and_an_unsaved_mark(void **state)
{
	struct bench *bench = *state;
	bool saved;

	start(&bench->ada, bench->article, bench->state);
	signal(SIGXFSZ, SIG_IGN);
	limit_size(20);
	saved = say(&bench->ada, 1, "one");
	limit_size(RLIM_INFINITY);
	assert_false(saved);
	assert_int_equal(lines_in(bench->sidecar), 0);
	assert_false(journal_elsewhere(&bench->ada.journal));
	assert_non_null(strstr(bench->ada.err.text, "in memory only"));
	assert_true(say(&bench->ada, 2, "two"));
	assert_false(journal_unsaved(&bench->ada.journal));
	assert_int_equal(lines_in(bench->sidecar), 2);
}

static void when_a_sidecar_is_replaced_all_files_come_again(void **state)
{
	struct bench *bench = *state;
	struct buf line = BUF_EMPTY;
	char elsewhere[400], directory[300];
	int other;

	snprintf(directory, sizeof directory, "%s/state", bench->root);
	mkdir(directory, 0700);
	mkdir(bench->state, 0700);
	snprintf(directory, sizeof directory, "%s/sidecars", bench->state);
	mkdir(directory, 0700);
	state_path(bench, "sidecars", ".ann.jsonl", elsewhere);
	add_line(&line, 7, "elsewhere");
	put(elsewhere, line.at);
	start(&bench->ada, bench->article, bench->state);
	assert_true(say(&bench->ada, 1, "one"));
	other = lock_sidecar(bench);
	assert_false(say(&bench->ada, 2, "unsaved"));
	close(other);
	unlink(bench->sidecar);
	buf_clear(&line);
	add_line(&line, 3, "another");
	put(bench->sidecar, line.at);
	hear(&bench->ada);
	assert_null(heard(&bench->ada, 1));
	assert_true(heard(&bench->ada, 2)->unsaved);
	assert_non_null(heard(&bench->ada, 3));
	assert_non_null(heard(&bench->ada, 7));
	assert_true(journal_retry(&bench->ada.journal, 0, &bench->ada.err));
	assert_int_equal(lines_in(bench->sidecar), 2);
	buf_release(&line);
}

static void lines_that_tie_are_read_again_to_compare(void **state)
{
	struct bench *bench = *state;

	start(&bench->ada, bench->article, bench->state);
	assert_true(say(&bench->ada, 1, "b"));
	assert_true(say(&bench->ada, 1, "a"));
	assert_string_equal(heard(&bench->ada, 1)->mark.note, "b");
	assert_true(say(&bench->ada, 1, "c"));
	assert_string_equal(heard(&bench->ada, 1)->mark.note, "c");
	assert_true(heard(&bench->ada, 1)->conflict);
}

static void a_sidecar_that_is_a_link_is_an_error(void **state)
{
	struct bench *bench = *state;
	struct marks marks;
	struct journal journal;
	struct err err;

	assert_int_equal(symlink(bench->article, bench->sidecar), 0);
	marks_init(&marks);
	assert_false(journal_open(&journal, bench->article, bench->state, &marks, &err));
	assert_int_equal(err.kind, ERR_FORMAT);
	assert_non_null(strstr(err.text, bench->sidecar));
	marks_release(&marks);
}

static void marks_on_standard_input_are_held(void **state)
{
	struct bench *bench = *state;

	start(&bench->ada, "", bench->state);
	assert_false(say(&bench->ada, 1, "one"));
	assert_non_null(strstr(bench->ada.err.text, "standard input"));
	assert_true(heard(&bench->ada, 1)->unsaved);
	assert_int_equal(access(bench->state, F_OK), -1);
}

static void a_shared_article_has_a_shared_sidecar(void **state)
{
	struct bench *bench = *state;
	struct stat stat_of;
	char directory[300];

	snprintf(directory, sizeof directory, "%s/in", bench->root);
	assert_int_equal(chmod(directory, 02775), 0);
	assert_int_equal(chmod(bench->article, 0664), 0);
	umask(077);
	start(&bench->ada, bench->article, bench->state);
	assert_true(say(&bench->ada, 1, "one"));
	umask(022);
	assert_int_equal(stat(bench->sidecar, &stat_of), 0);
	assert_int_equal(stat_of.st_mode & 0777, 0664);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_mark_is_in_the_sidecar_beside_the_article),
		TEST(two_programs_hear_each_other),
		TEST(two_names_of_an_article_share_a_sidecar),
		TEST(marks_outlive_their_article),
		TEST(where_nothing_goes_beside_marks_go_to_the_state_directory),
		TEST(a_state_sidecar_that_appears_later_is_read),
		TEST(what_no_place_takes_is_unsaved_and_told),
		TEST(what_is_unsaved_is_pending_until_a_retry_saves_it),
		TEST(what_an_earlier_session_left_unsaved_is_saved_by_the_next),
		TEST(a_full_disk_leaves_whole_lines_and_an_unsaved_mark),
		TEST(when_a_sidecar_is_replaced_all_files_come_again),
		TEST(lines_that_tie_are_read_again_to_compare),
		TEST(a_sidecar_that_is_a_link_is_an_error),
		TEST(marks_on_standard_input_are_held),
		TEST(a_shared_article_has_a_shared_sidecar),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
