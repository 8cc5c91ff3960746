#include "session.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cmocka.h>

#include "console.h"
#include "files.h"
#include "spawn.h"

struct session {
	struct console console;
	const char *home; /* borrowed, or own_home */
	char *own_home;	  /* owned; NULL if the test gave one */
};

/* A condition to wait for. */
struct awaited {
	bool (*holds)(struct session *s, const struct awaited *what);
	const char *says;
	const char *text;
	int row;
	size_t frames;
};

static void print_state(struct session *s)
{
	struct terminal_place at = session_cursor(s);

	print_error("--- the screen ---\n%s--- cursor %d,%d; %zu frames, %zu bytes; ",
		    session_screen(s), at.row, at.column, session_frames(s), s->console.length);
	if (s->console.pid)
		print_error("the program runs ---\n");
	else
		print_error("the program ended: %d ---\n", s->console.status);
}

static void give_up(struct session *s, const char *says, const char *text)
{
	print_error("waited in vain for %s%s\n", says, text ? text : "");
	print_state(s);
	fail();
}

/* The program starts in another directory: a relative path must be made whole. */
static char *find_program(const char *program)
{
	const char *path = program ? program : getenv("DIPLE");
	char *found;

	if (!path)
		path = "build/diple";
	if (!strchr(path, '/'))
		return strdup(path);
	found = realpath(path, NULL);
	if (!found)
		fail_msg("%s: no such program", path);
	return found;
}

struct session *session_start(const struct session_options *options)
{
	struct session *s = calloc(1, sizeof(*s));
	char *program = find_program(options->program);
	struct spawn what = {
		.program = program,
		.arguments = options->arguments,
		.environment = options->environment,
		.columns = options->columns ? options->columns : 80,
		.rows = options->rows ? options->rows : 24,
	};

	assert_non_null(s);
	s->own_home = options->home ? NULL : files_new();
	s->home = what.home = options->home ? options->home : s->own_home;
	console_open(&s->console, &what, options->frameless);
	free(program);
	return s;
}

void session_free(struct session *s)
{
	if (!s)
		return;
	console_close(&s->console);
	files_remove(s->own_home);
	free(s);
}

static void await(struct session *s, const struct awaited *what)
{
	const long long end = console_deadline();

	while (!(console_between_frames(&s->console) && what->holds(s, what)))
		if (!console_advance(&s->console, end))
			give_up(s, what->says, what->text);
}

static bool shows_text(struct session *s, const struct awaited *what)
{
	return strstr(session_screen(s), what->text) != NULL;
}

static bool shows_no_text(struct session *s, const struct awaited *what)
{
	return !shows_text(s, what);
}

static bool shows_in_row(struct session *s, const struct awaited *what)
{
	return strstr(session_row(s, what->row), what->text) != NULL;
}

static bool has_frames(struct session *s, const struct awaited *what)
{
	return session_frames(s) >= what->frames;
}

void session_await(struct session *s, const char *text)
{
	await(s, &(struct awaited){ shows_text, .says = "the text: ", .text = text });
}

void session_await_row(struct session *s, int row, const char *text)
{
	char says[40];

	snprintf(says, sizeof(says), "the text in row %d: ", row);
	await(s, &(struct awaited){ shows_in_row, .says = says, .text = text, .row = row });
}

void session_await_gone(struct session *s, const char *text)
{
	await(s,
	      &(struct awaited){ shows_no_text, .says = "a screen without: ", .text = text });
}

static void await_frames(struct session *s, size_t frames)
{
	await(s, &(struct awaited){ has_frames, .says = "a frame", .frames = frames });
}

void session_await_frame(struct session *s)
{
	console_catch_up(&s->console);
	await_frames(s, session_frames(s) + 1);
}

int session_await_exit(struct session *s)
{
	const long long end = console_deadline();

	while ((s->console.pid || !console_all_shown(&s->console)) &&
	       console_advance(&s->console, end))
		continue;
	if (s->console.pid)
		give_up(s, "the program's end", NULL);
	return s->console.status;
}

void session_type(struct session *s, const char *keys)
{
	const size_t length = strlen(keys);

	console_catch_up(&s->console);
	if (write(s->console.tty, keys, length) != (ssize_t)length)
		give_up(s, "a terminal that takes the keys: ", keys);
}

void session_press(struct session *s, const char *keys)
{
	session_type(s, keys);
	await_frames(s, session_frames(s) + 1);
}

void session_resize(struct session *s, int columns, int rows)
{
	const struct winsize size = {
		.ws_row = (unsigned short)rows,
		.ws_col = (unsigned short)columns,
	};

	/* In this order, or the program could paint more rows than we have. */
	console_catch_up(&s->console);
	terminal_resize(s->console.terminal, columns, rows);
	assert_int_equal(ioctl(s->console.tty, TIOCSWINSZ, &size), 0);
}

void session_signal(struct session *s, int signal)
{
	assert_true(s->console.pid > 0);
	assert_int_equal(kill(s->console.pid, signal), 0);
}

void session_hangup(struct session *s)
{
	console_hang_up(&s->console);
}

void session_kill(struct session *s)
{
	session_signal(s, SIGKILL);
	session_await_exit(s);
}

const char *session_home(const struct session *s)
{
	return s->home;
}

const char *session_row(struct session *s, int row)
{
	return terminal_row(s->console.terminal, row);
}

const char *session_screen(struct session *s)
{
	return terminal_dump(s->console.terminal, TERMINAL_TEXT);
}

const char *session_styles(struct session *s)
{
	return terminal_dump(s->console.terminal, TERMINAL_STYLE);
}

const char *session_colours(struct session *s)
{
	return terminal_dump(s->console.terminal, TERMINAL_FOREGROUND);
}

const char *session_backgrounds(struct session *s)
{
	return terminal_dump(s->console.terminal, TERMINAL_BACKGROUND);
}

const char *session_row_in(const char *rows, int row)
{
	while (row--)
		rows = strchr(rows, '\n') + 1;
	return rows;
}

struct terminal_place session_cursor(const struct session *s)
{
	return terminal_cursor(s->console.terminal);
}

bool session_cursor_shown(const struct session *s)
{
	return terminal_cursor_shown(s->console.terminal);
}

bool session_alternate(const struct session *s)
{
	return terminal_alternate(s->console.terminal);
}

size_t session_frames(const struct session *s)
{
	return console_frames(&s->console);
}

size_t session_bytes(const struct session *s)
{
	return s->console.length;
}

const char *session_output(const struct session *s)
{
	return s->console.output;
}

struct termios session_attributes(const struct session *s)
{
	struct termios attributes = { 0 };

	assert_int_equal(tcgetattr(s->console.tty, &attributes), 0);
	return attributes;
}

struct termios session_first_attributes(const struct session *s)
{
	return s->console.attributes;
}

bool session_restored(const struct session *s)
{
	const struct termios then = s->console.attributes, now = session_attributes(s);

	return now.c_iflag == then.c_iflag && now.c_oflag == then.c_oflag &&
	       now.c_cflag == then.c_cflag && now.c_lflag == then.c_lflag &&
	       memcmp(now.c_cc, then.c_cc, sizeof(now.c_cc)) == 0 && !session_alternate(s) &&
	       session_cursor_shown(s);
}
