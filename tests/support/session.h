#ifndef SESSION_H
#define SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

#include "terminal.h"

/*
 * A program on a terminal of its own, as a person would use it.
 *
 *	struct session *s = session_start(&(struct session_options){
 *		.arguments = { "news.txt" },
 *	});
 *	session_await(s, "1/120");
 *	session_press(s, "j");
 *	assert_string_equal(session_row(s, 0), "the second line");
 *	session_type(s, "q");
 *	assert_int_equal(session_await_exit(s), 0);
 *	session_free(s);
 *
 * Nothing here sleeps. What waits reads until its condition holds, for 5
 * seconds (times $DIPLE_PATIENCE, a whole number, for valgrind and loaded
 * machines); then the running test fails with a dump of the screen. Conditions
 * are looked at between frames and at the end of the output, never within a
 * frame: one write of the program is not one read of ours.
 *
 * Rows and columns count from 0. Strings returned are borrowed: valid until
 * the next call with the same session.
 */
struct session;

enum { SESSION_LIST = 16 };

struct session_options {
	/* NULL: $DIPLE, else build/diple. Without a slash it is sought in PATH. */
	const char *program;
	/* Behind the program's name, up to the first NULL. */
	const char *arguments[SESSION_LIST];
	/*
	 * NAME=VALUE sets, NAME unsets. Without it the program sees PATH, HOME,
	 * the XDG_ directories under it, TERM=xterm-256color, LC_ALL=C.UTF-8 and
	 * what sanitizers read; nothing else of the environment of the test.
	 */
	const char *environment[SESSION_LIST];
	/* HOME and current directory, borrowed. NULL: a new one, removed at the end. */
	const char *home;
	int columns; /* 0: 80 */
	int rows;    /* 0: 24 */
	/*
	 * For programs that don't mark their frames: a frame has ended when
	 * output came and then none for 30 ms. A guess; prefer session_await().
	 */
	bool frameless;
};

/* Starts the program and returns at once. Owned: session_free(). */
struct session *session_start(const struct session_options *options);

/* Kills the program if it still runs. `s` may be NULL. */
void session_free(struct session *s);

/* HOME and first current directory of the program: for files_get() and others. */
const char *session_home(const struct session *s);

/*
 * Types all of `keys` in one write, as a paste or a fast hand would; at most
 * 4,095 bytes. What the program wrote before is on the screen by then.
 */
void session_type(struct session *s, const char *keys);

/* Types `keys` and awaits the next frame. Fails if they change nothing. */
void session_press(struct session *s, const char *keys);

/* Awaits `text` on one row, whichever; or, if it contains LFs, on several. */
void session_await(struct session *s, const char *text);

/* Awaits `text` as a part of this row. */
void session_await_row(struct session *s, int row, const char *text);

/* Awaits a screen without `text`: at once if it isn't there now. */
void session_await_gone(struct session *s, const char *text);

/* Awaits the end of the next frame from now on. */
void session_await_frame(struct session *s);

/*
 * Awaits the program's end, then takes all of its output.
 * Returns the exit status, or 128 + the number of the signal that ended it.
 */
int session_await_exit(struct session *s);

/* Changes the window's size: the program gets SIGWINCH. */
void session_resize(struct session *s, int columns, int rows);

/*
 * Sends a signal to the program itself. SIGTSTP needs a shell around it: the
 * kernel doesn't stop a process whose parent is in another session.
 */
void session_signal(struct session *s, int signal);

/* Takes the terminal away, as a lost connection does. Nothing can be read after. */
void session_hangup(struct session *s);

/* Ends the program by SIGKILL, as a power cut would, and awaits that. */
void session_kill(struct session *s);

/* One row, without blanks at its end. */
const char *session_row(struct session *s, int row);

/* All rows, LF behind each; then the same of styles and colours (terminal.h). */
const char *session_screen(struct session *s);
const char *session_styles(struct session *s);
const char *session_colours(struct session *s);
const char *session_backgrounds(struct session *s);

/* Where row `row` of such rows begins. */
const char *session_row_in(const char *rows, int row);

struct terminal_place session_cursor(const struct session *s);
bool session_cursor_shown(const struct session *s);

/* Is the alternate screen on? */
bool session_alternate(const struct session *s);

/* Whole frames since the start. */
size_t session_frames(const struct session *s);

/* Bytes written by the program since the start, as far as they were read. */
size_t session_bytes(const struct session *s);

/* Those bytes, with a NUL behind them; they may hold NULs. */
const char *session_output(const struct session *s);

/* The terminal's attributes now, or as the program found them. */
struct termios session_attributes(const struct session *s);
struct termios session_first_attributes(const struct session *s);

/* Are they equal, the alternate screen off and the cursor shown? */
bool session_restored(const struct session *s);

#endif
