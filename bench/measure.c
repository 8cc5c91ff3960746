#include "measure.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static double seconds_of(struct timeval time)
{
	return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

/* What it prints goes nowhere. */
static bool start(const char *const *argv, pid_t *pid)
{
	posix_spawn_file_actions_t actions;
	char *copy[6] = { NULL };
	int number;

	for (size_t i = 0; argv[i]; i++)
		copy[i] = (char *)(size_t)argv[i];
	if (posix_spawn_file_actions_init(&actions) != 0)
		return false;
	number = posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null",
						  O_WRONLY, 0);
	if (number == 0)
		number = posix_spawnp(pid, copy[0], &actions, NULL, copy, environ);
	posix_spawn_file_actions_destroy(&actions);
	return number == 0;
}

static bool run(struct measured *it)
{
	struct rusage usage;
	double seconds;
	int status;
	pid_t pid;

	if (!start(it->argv, &pid) || wait4(pid, &status, 0, &usage) != pid || status != 0) {
		fprintf(stderr, "%s: failed\n", it->argv[0]);
		return false;
	}
	seconds = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
	if (it->seconds == 0 || seconds < it->seconds)
		it->seconds = seconds;
	if ((size_t)usage.ru_maxrss * 1024 > it->peak)
		it->peak = (size_t)usage.ru_maxrss * 1024;
	return true;
}

bool measure(struct measured *programs, size_t count, unsigned rounds)
{
	bool done = true;

	for (unsigned round = 0; round < rounds; round++)
		for (size_t i = 0; i < count; i++)
			done &= run(&programs[i]);
	return done;
}
