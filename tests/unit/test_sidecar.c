#include "file.h"
#include "sidecar.h"
#include "w3c.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h wants these four first. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define NAME "news.txt.ann.jsonl"

/* A directory of the test's own, a sidecar in it, and the lines that came from it. */
struct bench {
	char path[40];
	int directory;
	struct sidecar car;
	struct buf seen; /* "offset:line;", or "offset:too long;" */
	int again;
	struct sidecar_reader reader;
	struct err err;
};

static bool note_line(void *to, uint64_t offset, const char *line, size_t len)
{
	struct bench *bench = to;

	buf_printf(&bench->seen, "%d:", (int)offset);
	if (line)
		buf_add(&bench->seen, line, len);
	else
		buf_add_string(&bench->seen, "too long");
	buf_add_char(&bench->seen, ';');
	return true;
}

static bool note_again(void *to)
{
	struct bench *bench = to;

	bench->again++;
	buf_clear(&bench->seen);
	return true;
}

static int set_up(void **state)
{
	struct bench *bench = calloc(1, sizeof *bench);

	assert_non_null(bench);
	bench->seen = (struct buf)BUF_EMPTY;
	strcpy(bench->path, "/tmp/diple-sidecar-XXXXXX");
	assert_non_null(mkdtemp(bench->path));
	bench->directory = open(bench->path, O_PATH | O_DIRECTORY | O_CLOEXEC);
	assert_true(bench->directory >= 0);
	bench->reader = (struct sidecar_reader){ bench, note_line, note_again };
	bench->car = (struct sidecar){ .fd = -1 };
	*state = bench;
	return 0;
}

static int tear_down(void **state)
{
	struct bench *bench = *state;

	sidecar_close(&bench->car);
	unlinkat(bench->directory, NAME, 0);
	unlinkat(bench->directory, NAME, AT_REMOVEDIR);
	unlinkat(bench->directory, "other", 0);
	close(bench->directory);
	/* Nothing else is ever left there: no lock file, no temporary one. */
	assert_true(rmdir(bench->path) == 0 || errno == ENOENT);
	buf_release(&bench->seen);
	free(bench);
	return 0;
}

static void put(struct bench *bench, const char *name, const char *bytes, int flags)
{
	int fd = openat(bench->directory, name, O_WRONLY | O_CREAT | flags, 0666);
	size_t wrote;

	assert_true(fd >= 0);
	assert_int_equal(file_write(fd, bytes, strlen(bytes), &wrote), 0);
	close(fd);
}

static void assert_file(struct bench *bench, const char *expected)
{
	char bytes[4096];
	size_t got = 0;
	int fd = openat(bench->directory, NAME, O_RDONLY);

	assert_true(fd >= 0);
	assert_int_equal(file_read_at(fd, 0, bytes, sizeof bytes - 1, &got), 0);
	bytes[got] = '\0';
	close(fd);
	assert_string_equal(bytes, expected);
}

static void open_it(struct bench *bench)
{
	if (!sidecar_open(&bench->car, bench->directory, NAME, &bench->err))
		fail_msg("%s", bench->err.text);
}

static void read_it(struct bench *bench)
{
	if (!sidecar_read(&bench->car, &bench->reader, &bench->err))
		fail_msg("%s", bench->err.text);
}

static void lock_it(struct bench *bench)
{
	if (!sidecar_lock(&bench->car, 0, &bench->reader, &bench->err))
		fail_msg("%s", bench->err.text);
}

static bool append(struct bench *bench, const char *lines, uint64_t *offset)
{
	struct buf buf = BUF_EMPTY;
	bool done;

	buf_add_string(&buf, lines);
	lock_it(bench);
	done = sidecar_append(&bench->car, &buf, offset, &bench->err);
	sidecar_unlock(&bench->car);
	buf_release(&buf);
	return done;
}

static void a_reader_who_marks_nothing_leaves_no_file(void **state)
{
	struct bench *bench = *state;

	open_it(bench);
	read_it(bench);
	assert_int_equal(faccessat(bench->directory, NAME, F_OK, 0), -1);
	assert_true(bench->car.writable);
}

static void lines_are_given_with_their_offsets_once(void **state)
{
	struct bench *bench = *state;

	put(bench, NAME, "one\n\ntwo\r\n", 0);
	open_it(bench);
	read_it(bench);
	assert_string_equal(bench->seen.at, "0:one;4:;5:two\r;");
	put(bench, NAME, "three\n", O_APPEND);
	read_it(bench);
	read_it(bench);
	assert_string_equal(bench->seen.at, "0:one;4:;5:two\r;10:three;");
	assert_int_equal(bench->again, 0);
}

static void a_line_without_its_end_has_not_arrived(void **state)
{
	struct bench *bench = *state;

	put(bench, NAME, "one\ntw", 0);
	open_it(bench);
	read_it(bench);
	assert_string_equal(bench->seen.at, "0:one;");
	assert_int_equal(bench->car.torn, 2);
	put(bench, NAME, "o\n", O_APPEND);
	read_it(bench);
	assert_string_equal(bench->seen.at, "0:one;4:two;");
	assert_int_equal(bench->car.torn, 0);
}

static void nothing_is_glued_to_a_torn_tail(void **state)
{
	struct bench *bench = *state;
	uint64_t offset;

	put(bench, NAME, "one\ntw", 0);
	open_it(bench);
	read_it(bench);
	assert_true(append(bench, "three\n", &offset));
	assert_file(bench, "one\ntw\nthree\n");
	assert_int_equal(offset, 7);
	read_it(bench);
	assert_string_equal(bench->seen.at, "0:one;");
}

static void the_first_mark_makes_the_file(void **state)
{
	struct bench *bench = *state;
	uint64_t offset;

	open_it(bench);
	assert_true(append(bench, "one\ntwo\n", &offset));
	assert_int_equal(offset, 0);
	assert_true(append(bench, "three\n", &offset));
	assert_int_equal(offset, 8);
	assert_file(bench, "one\ntwo\nthree\n");
	assert_string_equal(bench->seen.at, "");
	assert_int_equal(bench->again, 0);
}

static void the_lock_takes_in_what_others_wrote(void **state)
{
	struct bench *bench = *state;
	uint64_t offset;

	open_it(bench);
	assert_true(append(bench, "mine\n", &offset));
	put(bench, NAME, "theirs\n", O_APPEND);
	assert_true(append(bench, "mine too\n", &offset));
	assert_string_equal(bench->seen.at, "5:theirs;");
	assert_int_equal(offset, 12);
}

static void a_replaced_file_comes_again(void **state)
{
	struct bench *bench = *state;
	uint64_t offset;

	put(bench, NAME, "one\n", 0);
	open_it(bench);
	read_it(bench);
	put(bench, "other", "two\nthree\n", 0);
	assert_int_equal(renameat(bench->directory, "other", bench->directory, NAME), 0);
	assert_true(append(bench, "four\n", &offset));
	assert_int_equal(bench->again, 1);
	assert_string_equal(bench->seen.at, "0:two;4:three;");
	assert_file(bench, "two\nthree\nfour\n");
}

static void a_removed_file_is_forgotten_and_made_anew(void **state)
{
	struct bench *bench = *state;
	uint64_t offset;

	put(bench, NAME, "one\n", 0);
	open_it(bench);
	read_it(bench);
	unlinkat(bench->directory, NAME, 0);
	read_it(bench);
	assert_int_equal(bench->again, 1);
	assert_true(append(bench, "two\n", &offset));
	assert_file(bench, "two\n");
	assert_int_equal(bench->again, 1);
}

static void a_file_that_was_cut_or_written_over_comes_again(void **state)
{
	struct bench *bench = *state;

	put(bench, NAME, "one\ntwo\n", 0);
	open_it(bench);
	read_it(bench);
	put(bench, NAME, "o\n", O_TRUNC);
	read_it(bench);
	assert_int_equal(bench->again, 1);
	assert_string_equal(bench->seen.at, "0:o;");
	put(bench, NAME, "longer\n", O_TRUNC);
	read_it(bench);
	assert_int_equal(bench->again, 2);
	assert_string_equal(bench->seen.at, "0:longer;");
}

static void assert_not_opened(struct bench *bench)
{
	assert_false(sidecar_open(&bench->car, bench->directory, NAME, &bench->err));
	assert_int_equal(bench->err.kind, ERR_FORMAT);
	assert_non_null(strstr(bench->err.text, NAME));
}

static void links_pipes_and_directories_are_refused(void **state)
{
	struct bench *bench = *state;

	put(bench, "other", "one\n", 0);
	assert_int_equal(symlinkat("other", bench->directory, NAME), 0);
	assert_not_opened(bench);
	unlinkat(bench->directory, NAME, 0);
	assert_int_equal(mkfifoat(bench->directory, NAME, 0666), 0);
	assert_not_opened(bench);
	unlinkat(bench->directory, NAME, 0);
	assert_int_equal(mkdirat(bench->directory, NAME, 0777), 0);
	assert_not_opened(bench);
}

static void a_link_that_appears_later_is_not_followed(void **state)
{
	struct bench *bench = *state;

	open_it(bench);
	put(bench, "other", "one\n", 0);
	assert_int_equal(symlinkat("other", bench->directory, NAME), 0);
	assert_false(sidecar_lock(&bench->car, 0, &bench->reader, &bench->err));
	assert_int_equal(bench->err.kind, ERR_FORMAT);
}

static void while_another_writes_the_lock_is_not_to_be_had(void **state)
{
	struct bench *bench = *state;
	int other;

	put(bench, NAME, "one\n", 0);
	open_it(bench);
	other = openat(bench->directory, NAME, O_RDWR);
	assert_true(other >= 0);
	assert_int_equal(file_lock(other), 0);
	assert_false(sidecar_lock(&bench->car, 0, &bench->reader, &bench->err));
	assert_int_equal(bench->err.kind, ERR_LIMIT);
	assert_false(bench->car.locked);
	file_unlock(other);
	lock_it(bench);
	assert_int_equal(file_lock(other), EAGAIN);
	sidecar_unlock(&bench->car);
	assert_int_equal(file_lock(other), 0);
	close(other);
}

static void where_no_file_can_be_made_the_reason_is_told(void **state)
{
	struct bench *bench = *state;

	open_it(bench);
	assert_int_equal(rmdir(bench->path), 0);
	assert_false(sidecar_lock(&bench->car, 0, &bench->reader, &bench->err));
	assert_int_equal(bench->err.kind, ERR_SYSTEM);
	assert_int_equal(bench->err.number, ENOENT);
	assert_non_null(strstr(bench->err.text, NAME ": can't be made"));
}

/* Lets files grow to `size` bytes and no further. */
static void limit_size(rlim_t size)
{
	struct rlimit limit;

	assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
	limit.rlim_cur = size;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void what_a_full_disk_took_of_a_step_is_taken_back(void **state)
{
	struct bench *bench = *state;
	uint64_t offset;
	bool saved;

	open_it(bench);
	assert_true(append(bench, "one\n", &offset));
	signal(SIGXFSZ, SIG_IGN);
	limit_size(10);
	saved = append(bench, "more than there is room for\n", &offset);
	limit_size(RLIM_INFINITY);
	assert_false(saved);
	assert_int_equal(bench->err.number, EFBIG);
	assert_file(bench, "one\n");
	assert_true(append(bench, "two\n", &offset));
	assert_file(bench, "one\ntwo\n");
	assert_string_equal(bench->seen.at, "");
}

static void a_suspect_file_takes_no_more_until_it_is_written_anew(void **state)
{
	struct bench *bench = *state;
	struct buf lines = BUF_EMPTY;
	struct stat before, after;
	uint64_t offset;

	put(bench, NAME, "one\ntw", 0);
	open_it(bench);
	read_it(bench);
	assert_int_equal(fchmodat(bench->directory, NAME, 0640, 0), 0);
	assert_int_equal(fstat(bench->car.fd, &before), 0);
	bench->car.suspect = true;
	assert_false(append(bench, "three\n", &offset));
	assert_file(bench, "one\ntw");
	buf_add_string(&lines, "three\n");
	lock_it(bench);
	assert_true(sidecar_rescue(&bench->car, &lines, &offset, &bench->err));
	assert_int_equal(fstat(bench->car.fd, &after), 0);
	assert_true(before.st_ino != after.st_ino);
	assert_int_equal(after.st_mode & 0777, 0640);
	sidecar_unlock(&bench->car);
	assert_int_equal(offset, 7);
	assert_file(bench, "one\ntw\nthree\n");
	assert_true(append(bench, "four\n", &offset));
	assert_string_equal(bench->seen.at, "0:one;");
	assert_int_equal(bench->again, 0);
	buf_release(&lines);
}

static void a_file_with_two_names_is_not_parted(void **state)
{
	struct bench *bench = *state;
	struct buf lines = BUF_EMPTY;
	uint64_t offset;

	put(bench, NAME, "one\n", 0);
	assert_int_equal(linkat(bench->directory, NAME, bench->directory, "other", 0), 0);
	open_it(bench);
	lock_it(bench);
	buf_add_string(&lines, "two\n");
	assert_false(sidecar_rescue(&bench->car, &lines, &offset, &bench->err));
	sidecar_unlock(&bench->car);
	assert_file(bench, "one\n");
	buf_release(&lines);
}

static void a_line_is_fetched_back(void **state)
{
	struct bench *bench = *state;
	struct buf out = BUF_EMPTY;

	put(bench, NAME, "one\ntwo\n", 0);
	open_it(bench);
	assert_true(sidecar_fetch(&bench->car, 4, 3, &out, &bench->err));
	assert_string_equal(out.at, "two");
	assert_false(sidecar_fetch(&bench->car, 4, 30, &out, &bench->err));
	assert_string_equal(out.at, "two");
	buf_release(&out);
}

static void a_removed_sidecar_is_gone_and_unlocked(void **state)
{
	struct bench *bench = *state;

	put(bench, NAME, "one\n", 0);
	open_it(bench);
	lock_it(bench);
	assert_true(sidecar_remove(&bench->car, &bench->err));
	assert_false(bench->car.locked);
	assert_int_equal(faccessat(bench->directory, NAME, F_OK, 0), -1);
	read_it(bench);
	assert_int_equal(bench->again, 0);
}

static void lines_of_any_length_cross_the_chunks(void **state)
{
	struct bench *bench = *state;
	static char line[200000];
	char expected[64];
	int fd = openat(bench->directory, NAME, O_WRONLY | O_CREAT, 0666);
	size_t wrote;

	memset(line, 'a', sizeof line);
	line[sizeof line - 1] = '\n';
	assert_true(fd >= 0);
	assert_int_equal(file_write(fd, line, sizeof line, &wrote), 0);
	assert_int_equal(file_write(fd, "end\n", 4, &wrote), 0);
	close(fd);
	open_it(bench);
	read_it(bench);
	snprintf(expected, sizeof expected, "a;%zu:end;", sizeof line);
	assert_int_equal(bench->seen.len, sizeof line + strlen(expected));
	assert_string_equal(bench->seen.at + bench->seen.len - strlen(expected), expected);
}

static void a_line_past_the_limit_is_skipped(void **state)
{
	struct bench *bench = *state;
	char expected[64];
	int fd = openat(bench->directory, NAME, O_WRONLY | O_CREAT, 0666);
	size_t wrote;

	assert_true(fd >= 0);
	/* A hole: NULs as a power cut leaves them. */
	assert_int_equal(ftruncate(fd, (off_t)W3C_LINE_MAX + 1), 0);
	assert_int_equal(lseek(fd, 0, SEEK_END), (off_t)W3C_LINE_MAX + 1);
	assert_int_equal(file_write(fd, "\nnext\n", 6, &wrote), 0);
	close(fd);
	open_it(bench);
	read_it(bench);
	snprintf(expected, sizeof expected, "0:too long;%zu:next;", W3C_LINE_MAX + 2);
	assert_string_equal(bench->seen.at, expected);
}

#define WRITERS 4
#define APPENDS 200
#define RESCUES 25

/* Child: appends, each line acknowledged, or leaves with status 1. */
static void append_all(struct bench *bench, int writer)
{
	struct buf line = BUF_EMPTY;
	uint64_t offset;

	if (!sidecar_open(&bench->car, bench->directory, NAME, &bench->err))
		_exit(1);
	for (int n = 0; n < (writer ? APPENDS : RESCUES); n++) {
		bool saved;

		buf_clear(&line);
		buf_printf(&line, "%d:%d\n", writer, n);
		if (!sidecar_lock(&bench->car, 60000, &bench->reader, &bench->err))
			_exit(1);
		saved = writer ? sidecar_append(&bench->car, &line, &offset, &bench->err)
			       : sidecar_rescue(&bench->car, &line, &offset, &bench->err);
		if (!saved)
			_exit(1);
		sidecar_unlock(&bench->car);
	}
	_exit(0);
}

struct tally {
	int found[WRITERS + 1][APPENDS];
	int others;
};

static bool count_line(void *to, uint64_t offset, const char *line, size_t len)
{
	struct tally *tally = to;
	char copy[32];
	int writer, n, end = 0;

	(void)offset;
	snprintf(copy, sizeof copy, "%.*s", (int)len, line);
	if (sscanf(copy, "%d:%d%n", &writer, &n, &end) == 2 && !copy[end] && writer >= 0 &&
	    writer <= WRITERS && n >= 0 && n < APPENDS)
		tally->found[writer][n]++;
	else
		tally->others++;
	return true;
}

static void every_acknowledged_line_of_many_writers_is_there(void **state)
{
	struct bench *bench = *state;
	struct tally tally = { .others = 0 };
	const struct sidecar_reader counter = { &tally, count_line, note_again };
	int status;

	for (int writer = 0; writer <= WRITERS; writer++) {
		pid_t child = fork();

		assert_true(child >= 0);
		if (!child)
			append_all(bench, writer);
	}
	for (int writer = 0; writer <= WRITERS; writer++) {
		assert_true(wait(&status) > 0);
		assert_int_equal(status, 0);
	}
	open_it(bench);
	assert_true(sidecar_read(&bench->car, &counter, &bench->err));
	assert_int_equal(tally.others, 0);
	for (int writer = 0; writer <= WRITERS; writer++) {
		for (int n = 0; n < (writer ? APPENDS : RESCUES); n++)
			assert_int_equal(tally.found[writer][n], 1);
	}
	assert_int_equal(bench->car.torn, 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_reader_who_marks_nothing_leaves_no_file),
		TEST(lines_are_given_with_their_offsets_once),
		TEST(a_line_without_its_end_has_not_arrived),
		TEST(nothing_is_glued_to_a_torn_tail),
		TEST(the_first_mark_makes_the_file),
		TEST(the_lock_takes_in_what_others_wrote),
		TEST(a_replaced_file_comes_again),
		TEST(a_removed_file_is_forgotten_and_made_anew),
		TEST(a_file_that_was_cut_or_written_over_comes_again),
		TEST(links_pipes_and_directories_are_refused),
		TEST(a_link_that_appears_later_is_not_followed),
		TEST(while_another_writes_the_lock_is_not_to_be_had),
		TEST(where_no_file_can_be_made_the_reason_is_told),
		TEST(what_a_full_disk_took_of_a_step_is_taken_back),
		TEST(a_suspect_file_takes_no_more_until_it_is_written_anew),
		TEST(a_file_with_two_names_is_not_parted),
		TEST(a_line_is_fetched_back),
		TEST(a_removed_sidecar_is_gone_and_unlocked),
		TEST(lines_of_any_length_cross_the_chunks),
		TEST(a_line_past_the_limit_is_skipped),
		TEST(every_acknowledged_line_of_many_writers_is_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
