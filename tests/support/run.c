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
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "spawn.h"

enum { STREAMS = 3 };

static int stream(const char *content)
{
	const int fd = memfd_create("stream", MFD_CLOEXEC);
	const size_t len = strlen(content);

	if (fd < 0 || pwrite(fd, content, len, 0) != (ssize_t)len)
		fail_msg("no memory for a stream");
	return fd;
}

static char *content_of(int fd, size_t *len)
{
	struct stat stat;
	char *bytes;

	assert_int_equal(fstat(fd, &stat), 0);
	*len = (size_t)stat.st_size;
	bytes = calloc(*len + 1, 1);
	assert_non_null(bytes);
	assert_int_equal(pread(fd, bytes, *len, 0), *len);
	close(fd);
	return bytes;
}

static int await_end(pid_t pid)
{
	int status;

	assert_int_equal(waitpid(pid, &status, 0), pid);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static struct ran *run_program(const struct spawn *what, const char *input)
{
	const int streams[STREAMS] = { stream(input), stream(""), stream("") };
	struct ran *ran = calloc(1, sizeof *ran);
	const pid_t pid = fork();
	size_t len;

	assert_non_null(ran);
	if (pid == 0) {
		for (int n = 0; n < STREAMS; n++)
			dup2(streams[n], n);
		spawn_become(what);
	}
	assert_true(pid > 0);
	ran->status = await_end(pid);
	close(streams[STDIN_FILENO]);
	ran->out = content_of(streams[STDOUT_FILENO], &ran->len);
	ran->words = content_of(streams[STDERR_FILENO], &len);
	return ran;
}

/* A full path, since the program runs in a directory of its own. Owned. */
static char *program_path(void)
{
	const char *given = getenv("DIPLE");
	char *path = realpath(given ? given : "build/diple", NULL);

	if (!path)
		fail_msg("there is no program: set DIPLE");
	return path;
}

static const char *const nothing[] = { NULL };

struct ran *run_input(const char *home, const char *const *arguments, const char *input)
{
	char *path = program_path();
	struct ran *ran = run_program(&(struct spawn){ .program = path,
						       .arguments = arguments,
						       .environment = nothing,
						       .home = home },
				      input);

	free(path);
	return ran;
}

struct ran *run(const char *home, const char *const *arguments)
{
	return run_input(home, arguments, "");
}

struct ran *run_script(const char *home, const char *script, const char *const *environment)
{
	const char *const arguments[] = { "-c", script, NULL };
	struct ran *ran;
	char *path = program_path();

	setenv("DIPLE", path, 1);
	free(path);
	ran = run_program(&(struct spawn){ .program = "/bin/sh",
					   .arguments = arguments,
					   .environment = environment ? environment : nothing,
					   .home = home },
			  "");
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
