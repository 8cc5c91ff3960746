/*
 * Standard streams are files in memory: no output is too long for them, and nobody has to
 * read while another writes.
 */
#include "run.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "files.h"
#include "spawn.h"

enum { STREAMS = 3 };

static int stream(void)
{
	const int fd = memfd_create("stream", MFD_CLOEXEC);

	if (fd < 0)
		fail_msg("no memory for a stream");
	return fd;
}

static int await_end(pid_t pid)
{
	int status;

	assert_int_equal(waitpid(pid, &status, 0), pid);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static _Noreturn void become_shell(const char *home, const char *script, const int *streams)
{
	static const char *const who[] = { "DIPLE_USER=ada", NULL };
	const char *const arguments[] = { "-c", script, NULL };

	for (int n = 0; n < STREAMS; n++)
		dup2(streams[n], n);
	spawn_become(&(struct spawn){ .program = "/bin/sh",
				      .arguments = arguments,
				      .environment = who,
				      .home = home });
}

/* A full path, since the program runs in a directory of its own. */
static void set_program(void)
{
	const char *given = getenv("DIPLE");
	char *path = realpath(given ? given : "build/diple", NULL);

	if (!path)
		fail_msg("there is no program: set DIPLE");
	setenv("DIPLE", path, 1);
	free(path);
}

struct ran *run(const char *home, const char *script)
{
	const int streams[STREAMS] = { stream(), stream(), stream() };
	struct ran *ran = calloc(1, sizeof *ran);
	char *whole = NULL;
	size_t len;
	pid_t pid;

	set_program();
	assert_true(ran && asprintf(&whole, "diple() { \"$DIPLE\" \"$@\"; }; %s", script) > 0);
	pid = fork();
	if (pid == 0)
		become_shell(home, whole, streams);
	assert_true(pid > 0);
	ran->status = await_end(pid);
	free(whole);
	close(streams[STDIN_FILENO]);
	ran->out = files_take(streams[STDOUT_FILENO], &ran->len);
	ran->words = files_take(streams[STDERR_FILENO], &len);
	return ran;
}

void run_free(struct ran *ran)
{
	if (!ran)
		return;
	free(ran->out);
	free(ran->words);
	free(ran);
}

static void cut_line_end(char *words)
{
	const size_t len = strlen(words);

	if (len && words[len - 1] == '\n')
		words[len - 1] = '\0';
}

void run_expect(const char *home, const char *script, const struct expected *expected)
{
	struct ran *ran = run(home, script);

	cut_line_end(ran->words);
	if (ran->status != expected->status)
		print_error("%s: %s\n", script, ran->words);
	assert_string_equal(ran->words, expected->words ? expected->words : "");
	assert_string_equal(ran->out, expected->out ? expected->out : "");
	assert_int_equal(ran->status, expected->status);
	run_free(ran);
}

int run_setup(void **state)
{
	*state = files_new();
	return 0;
}

int run_teardown(void **state)
{
	files_remove(*state);
	return 0;
}
