#ifndef TERMINAL_H
#define TERMINAL_H

#include <stdbool.h>
#include <stddef.h>

/*
 * What a terminal would show: bytes of a program go in, rows come out.
 *
 * libvterm does the work; this adds frames and dumps. A *frame* is what stands
 * between CSI ?2026 h and CSI ?2026 l, or a few bytes that came at once without them:
 * only when one has ended does the screen show what its program meant. Rows and columns count from 0.
 *
 * Dumps hold one line a row, LF behind each, blanks at a line's end left out.
 * They are borrowed: valid until the next dump of the same terminal.
 */
struct terminal;

struct terminal_place {
	int row;
	int column;
};

/* What a dump shows of a cell. */
enum terminal_aspect {
	TERMINAL_TEXT,	     /* its characters; nothing for a wide one's second half */
	TERMINAL_STYLE,	     /* i italic, b bold, u underline, r reverse: the last that
				holds, a capital if bold too; '.' plain. There is no dim:
				libvterm 0.1.4 drops it */
	TERMINAL_FOREGROUND, /* 0-9 a-f the first sixteen colours, '#' another, '.' none */
	TERMINAL_BACKGROUND, /* likewise */
};

/* Sends the terminal's answer to a query back to the program. */
typedef void terminal_reply(const char *bytes, size_t length, void *user);

/* Owned: terminal_free(). */
struct terminal *terminal_new(int columns, int rows, terminal_reply *reply, void *user);
void terminal_free(struct terminal *t);

/*
 * Takes bytes up to the end of a frame, or all of them.
 * Returns how many; the rest belongs to what comes after that frame.
 */
size_t terminal_feed(struct terminal *t, const char *bytes, size_t length);

void terminal_resize(struct terminal *t, int columns, int rows);

/* Has a frame begun that hasn't ended? */
bool terminal_in_frame(const struct terminal *t);

/* How many frames have ended. */
size_t terminal_frames(const struct terminal *t);

bool terminal_alternate(const struct terminal *t);
bool terminal_cursor_shown(const struct terminal *t);
struct terminal_place terminal_cursor(const struct terminal *t);

/* All rows. */
const char *terminal_dump(struct terminal *t, enum terminal_aspect aspect);

/* The text of one row, without the LF; empty if there is no such row. */
const char *terminal_row(struct terminal *t, int row);

#endif
