/*
 * What was read but belongs to a later frame stays behind `shown`, so that no
 * frame is ever skipped, however reads cut the output.
 */
#include "console.h"

#include <errno.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

enum {
	PATIENCE = 5000, /* milliseconds */
	QUIET = 30,	 /* milliseconds without output that end a frame */
};

static long long now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

long long console_deadline(void)
{
	const char *times = getenv("DIPLE_PATIENCE");
	const int factor = times ? atoi(times) : 1;

	return now() + (long long)PATIENCE * (factor > 0 ? factor : 1);
}

static void answer(const char *bytes, size_t length, void *user)
{
	struct console *c = user;

	if (c->tty >= 0 && write(c->tty, bytes, length) != (ssize_t)length)
		print_error("an answer of the terminal was lost\n");
}

static void hear(int signal)
{
	(void)signal;
}

/*
 * SIGCHLD is open only inside ppoll(): an end that comes between asking for it
 * and waiting still ends the wait. (A pidfd would do, but valgrind has none.)
 */
static sigset_t hear_of_children(void)
{
	const struct sigaction action = { .sa_handler = hear };
	sigset_t children, before;

	sigaction(SIGCHLD, &action, NULL);
	sigemptyset(&children);
	sigaddset(&children, SIGCHLD);
	sigprocmask(SIG_BLOCK, &children, &before);
	sigdelset(&before, SIGCHLD);
	return before;
}

void console_open(struct console *c, const struct spawn *what, bool frameless)
{
	const sigset_t unblocked = hear_of_children();
	const struct spawned it = spawn(what);

	*c = (struct console){
		.pid = it.pid,
		.unblocked = unblocked,
		.tty = it.terminal,
		.attributes = it.attributes,
		.frameless = frameless,
		.quiet = true,
		.output = calloc(1, 1),
		.terminal = terminal_new(what->columns, what->rows, answer, c),
	};
	assert_non_null(c->output);
}

void console_close(struct console *c)
{
	if (c->pid) {
		kill(c->pid, SIGKILL);
		waitpid(c->pid, NULL, 0);
	}
	if (c->tty >= 0)
		close(c->tty);
	terminal_free(c->terminal);
	free(c->output);
}

/* Takes what the program wrote; false if there was nothing. */
static bool take_output(struct console *c)
{
	char bytes[4096]; /* a pty never hands out more */
	const ssize_t got = c->tty < 0 ? 0 : read(c->tty, bytes, sizeof(bytes));
	char *more;

	if (got <= 0) {
		/* EIO says that nobody has the other side open any more. */
		c->ended = got == 0 || errno == EIO;
		return false;
	}
	more = realloc(c->output, c->length + (size_t)got + 1);
	assert_non_null(more);
	c->output = more;
	memcpy(c->output + c->length, bytes, (size_t)got);
	c->length += (size_t)got;
	c->output[c->length] = '\0';
	c->quiet = false;
	return true;
}

/* Shows what is unread, up to the end of a frame; false if there is none. */
static bool show_unread(struct console *c)
{
	const size_t unread = c->length - c->shown;

	c->shown += terminal_feed(c->terminal, c->output + c->shown, unread);
	return unread > 0;
}

/* Has the program just ended? */
static bool note_exit(struct console *c)
{
	int status = 0;

	if (!c->pid || waitpid(c->pid, &status, WNOHANG) != c->pid)
		return false;
	c->status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
	c->pid = 0;
	return true;
}

bool console_all_shown(const struct console *c)
{
	return c->ended && c->shown == c->length;
}

bool console_between_frames(const struct console *c)
{
	if (console_all_shown(c))
		return true;
	return c->frameless ? c->quiet : !terminal_in_frame(c->terminal);
}

bool console_advance(struct console *c, long long deadline)
{
	struct pollfd source = { .fd = c->ended ? -1 : c->tty, .events = POLLIN };
	const bool listens = c->frameless && !c->quiet;
	const long long rest = deadline - now();
	const long long wait = listens && rest > QUIET ? QUIET : rest;
	int got;

	if (show_unread(c) || note_exit(c))
		return true;
	if (rest <= 0 || (c->ended && !c->pid))
		return false;
	got = ppoll(
		&source, 1,
		&(struct timespec){ .tv_sec = wait / 1000, .tv_nsec = wait % 1000 * 1000000 },
		&c->unblocked);
	if (got > 0)
		take_output(c);
	if (got == 0 && listens) {
		c->quiet = true;
		c->silences++;
	}
	return true;
}

void console_catch_up(struct console *c)
{
	const long long deadline = console_deadline();

	while (take_output(c) || show_unread(c))
		continue;
	while (!console_between_frames(c) && console_advance(c, deadline))
		continue;
}

size_t console_frames(const struct console *c)
{
	return c->frameless ? c->silences : terminal_frames(c->terminal);
}

void console_hang_up(struct console *c)
{
	console_catch_up(c);
	close(c->tty);
	c->tty = -1;
	c->ended = true;
}
