/*
 * Marks that can't be kept where they should: said so, asked for, kept all the same. And
 * articles that change on disk under their reader.
 */
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/files.h"
#include "support/run.h"
#include "support/visit.h"

#define ARTICLE "Lund said: \"It is over.\"\nBrekke said: \"It is not.\"\nNobody asked.\n"

/* The name of a file that can have no sidecar beside it: its name would be too long. */
enum { LONG_NAME = 250 };

static const char *long_name(void)
{
	static char name[LONG_NAME + 1];

	memset(name, 'x', LONG_NAME);
	return name;
}

static struct session *open_long(const char *home, const char *variable)
{
	return session_start(
		&(struct session_options){ .arguments = { long_name() },
					   .environment = { "DIPLE_USER=ada", variable },
					   .home = home,
					   .columns = 250 });
}

/* Marks the first quote; the last row then begins with `says`. */
static void mark_first(struct session *s, const char *says)
{
	session_await_row(s, 23, "h help");
	session_type(s, "s");
	session_await_row(s, 23, "quote?");
	session_type(s, "s");
	session_await_row(s, 23, says);
}

static void where_no_sidecar_can_be_marks_go_to_the_state_directory(void **state)
{
	struct session *s;

	files_put_text(*state, long_name(), ARTICLE);
	s = open_long(*state, NULL);
	mark_first(s, "/.local/state/diple/sidecars: ");
	session_press(s, "s");
	session_await_row(s, 23, "2s");
	assert_null(strstr(session_row(s, 23), "sidecars"));
	visit_end(s);
	run_expect(*state, "ls .local/state/diple/sidecars | wc -l; diple list xx* | wc -l",
		   &(struct expected){ .out = "1\n2\n" });
	s = open_long(*state, NULL);
	session_await_row(s, 23, "2s");
	visit_end(s);
}

static void what_can_be_kept_nowhere_is_said_and_asked_for_once(void **state)
{
	struct session *s;

	files_put_text(*state, long_name(), ARTICLE);
	s = open_long(*state, "XDG_STATE_HOME=/dev/null/none");
	mark_first(s, "unsaved: ");
	session_type(s, "q");
	session_await_row(s, 23, "marks are unsaved, ");
	session_await_row(s, 23, "again leaves");
	session_type(s, "j");
	session_await_gone(s, "again leaves");
	session_type(s, "q");
	assert_int_equal(session_await_exit(s), 2);
	assert_true(session_restored(s));
	session_free(s);
}

/* Another program's lock on the sidecar of a.txt: a descriptor, until it is closed. */
static int lock_sidecar(const char *home)
{
	char *path = files_path(home, VISIT_SIDECAR);
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	struct flock lock = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

	assert_true(fd >= 0);
	assert_int_equal(fcntl(fd, F_OFD_SETLK, &lock), 0);
	free(path);
	return fd;
}

static void what_stayed_unsaved_is_saved_by_the_next_start(void **state)
{
	const int fd = lock_sidecar(*state);
	struct session *s;

	files_put_text(*state, "a.txt", ARTICLE);
	s = visit_sized(*state, 250, 24);
	mark_first(s, "unsaved: ");
	session_type(s, "q");
	session_await_row(s, 23, "again leaves");
	session_type(s, "q");
	assert_int_equal(session_await_exit(s), 2);
	session_free(s);
	run_expect(*state, "cat .local/state/diple/unsaved/* | wc -l",
		   &(struct expected){ .out = "1\n" });
	assert_int_equal(files_lines(*state, VISIT_SIDECAR), 0);
	close(fd);
	s = visit(*state);
	session_await_row(s, 23, "1s");
	visit_end(s);
	assert_int_equal(files_lines(*state, VISIT_SIDECAR), 1);
	run_expect(*state, "ls .local/state/diple/unsaved", &(struct expected){ .out = NULL });
}

static void what_is_unsaved_survives_a_power_cut(void **state)
{
	const int fd = lock_sidecar(*state);
	struct session *s;

	files_put_text(*state, "a.txt", ARTICLE);
	s = visit_sized(*state, 250, 24);
	mark_first(s, "unsaved: ");
	session_kill(s);
	session_free(s);
	close(fd);
	s = visit(*state);
	session_await_row(s, 23, "1s");
	visit_end(s);
	assert_int_equal(files_lines(*state, VISIT_SIDECAR), 1);
}

static void a_signal_that_ends_it_leaves_what_is_unsaved_for_the_next_start(void **state)
{
	const int fd = lock_sidecar(*state);
	struct session *s;

	files_put_text(*state, "a.txt", ARTICLE);
	s = visit_sized(*state, 250, 24);
	mark_first(s, "unsaved: ");
	session_signal(s, SIGTERM);
	assert_int_equal(session_await_exit(s), 2);
	assert_true(session_restored(s));
	session_free(s);
	close(fd);
	run_expect(*state, "diple list a.txt",
		   &(struct expected){ .out = "a.txt:1: quote \"\"It is over.\"\" (ada, "
					      "unsaved)\n" });
}

static void what_is_unsaved_is_tried_again_before_leaving(void **state)
{
	const int fd = lock_sidecar(*state);
	struct session *s;

	files_put_text(*state, "a.txt", ARTICLE);
	s = visit_sized(*state, 250, 24);
	mark_first(s, "unsaved: ");
	close(fd);
	visit_end(s);
	assert_int_equal(files_lines(*state, VISIT_SIDECAR), 1);
}

/* The limit is 512 bytes times 64; a frame is smaller. */
static void a_full_sidecar_does_not_end_the_program(void **state)
{
	struct session *s;

	files_put_text(*state, "a.txt", ARTICLE);
	run_free(run(*state, "yes 'no record' | head -n 4000 >a.txt.ann.jsonl"));
	s = visit_shell(*state, "ulimit -f 64; exec \"$DIPLE\" a.txt");
	session_await_row(s, 23, "4000 lines of the sidecar are no records");
	session_type(s, "s");
	session_await_row(s, 23, "quote?");
	session_type(s, "s");
	session_await_row(s, 23, "/.local/state/diple/sidecars: ");
	visit_end(s);
	assert_int_equal(files_lines(*state, VISIT_SIDECAR), 4000);
	run_expect(*state, "diple list a.txt 2>/dev/null",
		   &(struct expected){ .out = "a.txt:1: quote \"\"It is over.\"\" (ada)\n" });
}

static void a_file_that_changes_on_disk_is_told(void **state)
{
	static const struct {
		const char *change, *says;
	} changes[] = {
		{ "echo more >>a.txt", "the file changed on disk: this is what it was" },
		{ "rm a.txt", "the file is gone from the disk: this is what it was" },
		{ "echo other >b.txt; mv b.txt a.txt", "the file changed on disk" },
	};

	for (size_t n = 0; n < sizeof changes / sizeof *changes; n++) {
		struct session *s;

		files_put_text(*state, "a.txt", ARTICLE);
		s = visit(*state);
		session_await(s, "Nobody asked.");
		run_free(run(*state, changes[n].change));
		session_await_row(s, 23, changes[n].says);
		session_await(s, "Nobody asked.");
		session_type(s, "j");
		session_await_row(s, 23, "h help");
		visit_end(s);
	}
}

/* Larger files are not read but mapped: what is cut off them is lost. */
static void a_mapped_file_that_is_cut_short_does_not_end_the_program(void **state)
{
	struct session *s;

	run_free(run(*state, "yes 'A line of a very long list of boats, none like another.' |"
			     " head -c 70000000 >a.txt"));
	s = visit(*state);
	session_await_row(s, 0, "A line of");
	run_free(run(*state, "truncate -s 5000 a.txt"));
	session_type(s, "G");
	session_await(s, "the file was cut short on disk: its end is gone");
	session_type(s, "g");
	session_await_row(s, 0, "A line of");
	visit_end(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, run_setup, run_teardown)
		TEST(where_no_sidecar_can_be_marks_go_to_the_state_directory),
		TEST(what_can_be_kept_nowhere_is_said_and_asked_for_once),
		TEST(what_stayed_unsaved_is_saved_by_the_next_start),
		TEST(what_is_unsaved_survives_a_power_cut),
		TEST(a_signal_that_ends_it_leaves_what_is_unsaved_for_the_next_start),
		TEST(what_is_unsaved_is_tried_again_before_leaving),
		TEST(a_full_sidecar_does_not_end_the_program),
		TEST(a_file_that_changes_on_disk_is_told),
		TEST(a_mapped_file_that_is_cut_short_does_not_end_the_program),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
