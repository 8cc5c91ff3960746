/*
 * Curses believes for good that it has no terminal once it failed to set modes, which it
 * tries within the first frame after screen_resume(). So the modes are kept and
 * set here, too.
 */
#include "screen_terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define MOST 1000 /* rows or columns, as of a canvas */

/* What a crash handler needs. It gets no argument to find a screen by, so this is one of the
 * few variables that all of the program sees. */
static struct {
	volatile bool open;
	int terminal;
	struct termios shell;
} rescue;

void screen_terminal_rescue(void)
{
	static const char leave[] =
		"\033[?2026l" PASTE_OFF "\033[0m\033[r\033[?1l\033>\033[?1049l\033[?25h\r\n";
	ssize_t written;

	if (!rescue.open)
		return;
	written = write(rescue.terminal, leave, sizeof leave - 1);
	(void)written; /* a program that crashes can't do anything about it */
	tcsetattr(rescue.terminal, TCSANOW, &rescue.shell);
}

static FILE *duplicate(int terminal, const char *mode)
{
	int descriptor = fcntl(terminal, F_DUPFD_CLOEXEC, 3);
	FILE *stream = descriptor < 0 ? NULL : fdopen(descriptor, mode);

	if (!stream && descriptor >= 0)
		close(descriptor);
	return stream;
}

bool screen_terminal_open(struct screen_terminal *terminal, struct err *err)
{
	terminal->descriptor = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
	if (terminal->descriptor < 0)
		terminal->descriptor = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
	if (terminal->descriptor < 0 || tcgetattr(terminal->descriptor, &terminal->shell) < 0)
		return err_system(err, errno, "no terminal to show anything on");
	terminal->output = duplicate(terminal->descriptor, "w");
	terminal->input = duplicate(terminal->descriptor, "r");
	if (!terminal->output || !terminal->input)
		return err_system(err, errno, "the terminal");
	return true;
}

void screen_terminal_release(struct screen_terminal *terminal)
{
	if (terminal->output)
		fclose(terminal->output);
	if (terminal->input)
		fclose(terminal->input);
	if (terminal->descriptor >= 0)
		close(terminal->descriptor);
}

bool screen_terminal_settle(struct screen_terminal *terminal, struct err *err)
{
	if (tcgetattr(terminal->descriptor, &terminal->program) < 0)
		return err_system(err, errno, "the terminal");
	return true;
}

void screen_terminal_guard(const struct screen_terminal *terminal)
{
	rescue.terminal = terminal->descriptor;
	rescue.shell = terminal->shell;
	rescue.open = true;
}

void screen_terminal_unguard(void)
{
	rescue.open = false;
}

void screen_terminal_leave(const struct screen_terminal *terminal)
{
	tcsetattr(terminal->descriptor, TCSADRAIN, &terminal->shell);
}

void screen_terminal_resume(struct screen_terminal *terminal)
{
	/* The shell may have other modes than when it started us. */
	tcgetattr(terminal->descriptor, &terminal->shell);
	tcsetattr(terminal->descriptor, TCSADRAIN, &terminal->program);
}

static int clamped(int n, int otherwise)
{
	return n < 1 ? otherwise : n > MOST ? MOST : n;
}

void screen_terminal_size(const struct screen_terminal *terminal, int *rows, int *columns)
{
	struct winsize size = { 0 };

	ioctl(terminal->descriptor, TIOCGWINSZ, &size);
	*rows = clamped(size.ws_row, 24);
	*columns = clamped(size.ws_col, 80);
}
