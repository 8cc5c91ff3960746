#include "spawn.h"

#include <fcntl.h>
#include <pty.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <utmp.h>

#include <cmocka.h>

enum { MOST_ARGUMENTS = 64 };

/* What passes from the test's environment to the program's. */
static const char *const inherited[] = {
	"PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS",
};

static const char *const xdg[][2] = {
	{ "XDG_CONFIG_HOME", ".config" },
	{ "XDG_STATE_HOME", ".local/state" },
	{ "XDG_DATA_HOME", ".local/share" },
	{ "XDG_CACHE_HOME", ".cache" },
};

static void keep_inherited(void)
{
	const size_t count = sizeof(inherited) / sizeof(*inherited);
	char *kept[sizeof(inherited) / sizeof(*inherited)];

	for (size_t i = 0; i < count; i++) {
		const char *value = getenv(inherited[i]);

		kept[i] = value ? strdup(value) : NULL;
	}
	clearenv();
	for (size_t i = 0; i < count; i++) {
		if (kept[i])
			setenv(inherited[i], kept[i], 1);
		free(kept[i]);
	}
}

static void set_environment(const struct spawn *what)
{
	char path[4096];

	keep_inherited();
	setenv("TERM", "xterm-256color", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("HOME", what->home, 1);
	for (size_t i = 0; i < sizeof(xdg) / sizeof(*xdg); i++) {
		snprintf(path, sizeof(path), "%s/%s", what->home, xdg[i][1]);
		setenv(xdg[i][0], path, 1);
	}
	/* glibc's putenv() unsets a name that comes without a value. */
	for (const char *const *entry = what->environment; *entry; entry++)
		putenv(strdup(*entry));
}

/* A test run in the background, or under nohup, ignores some of these. */
static void open_signals(void)
{
	static const int signals[] = { SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE, SIGTSTP };
	sigset_t none;

	for (size_t i = 0; i < sizeof(signals) / sizeof(*signals); i++)
		signal(signals[i], SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
}

static _Noreturn void become(const struct spawn *what)
{
	char *vector[MOST_ARGUMENTS + 2] = { strdup(what->program) };

	for (size_t i = 0; i < MOST_ARGUMENTS && what->arguments[i]; i++)
		vector[i + 1] = strdup(what->arguments[i]);
	set_environment(what);
	open_signals();
	if (chdir(what->home) == 0)
		execvp(vector[0], vector);
	perror(vector[0]);
	_exit(127);
}

struct spawned spawn(const struct spawn *what)
{
	const struct winsize size = {
		.ws_row = (unsigned short)what->rows,
		.ws_col = (unsigned short)what->columns,
	};
	struct spawned it = { .pid = -1 };
	int program_side;

	if (openpty(&it.terminal, &program_side, NULL, NULL, &size) == 0) {
		tcgetattr(program_side, &it.attributes);
		fcntl(it.terminal, F_SETFD, FD_CLOEXEC);
		fcntl(it.terminal, F_SETFL, O_RDWR | O_NONBLOCK);
		it.pid = fork();
		if (it.pid == 0 && login_tty(program_side) == 0)
			become(what);
		close(program_side);
	}
	if (it.pid < 0)
		fail_msg("no terminal to be had");
	return it;
}
