/*
 * The terminal. This module and its parts, screen_*, alone know curses: it shows a canvas and
 * reads keys.
 *
 * Each frame is gathered in memory and sent with one write, a larger one wrapped
 * in the marks of a synchronized update (CSI ?2026), which terminals that don't know it ignore.
 * Only what changed since the last frame is sent.
 */
#ifndef SCREEN_H
#define SCREEN_H

#include "canvas.h"
#include "keys.h"
#include "theme.h"

struct screen;

/*
 * Takes the terminal over: /dev/tty, or standard output where that can't be opened. Signals
 * whose handlers the program set must be set and blocked before. An unknown or unset TERM
 * falls back to xterm-256color, then vt100; `notice` then says so (raw), else it is "".
 * Without colours, by `colour` or by the terminal, the theme "plain" is shown. The locale must
 * be set and UTF-8. Nothing is sent before the first frame. One screen at a time; owned:
 * screen_close().
 */
MUST_USE bool screen_open(struct screen **screen, const struct theme *theme, bool colour,
			  char notice[128], struct err *err);

/* Gives the terminal back as it was. NULL is harmless. */
void screen_close(struct screen *screen);

/* The descriptor to wait for keys on. */
int screen_descriptor(const struct screen *screen);

/* The terminal's size now, clamped to 1…1000; true if it changed since the last call. */
bool screen_size(struct screen *screen, int *rows, int *columns);

/*
 * Shows a canvas of the screen's size; of another, what fits. Sends nothing where nothing
 * changed. An error means that the terminal is gone, or memory.
 */
MUST_USE bool screen_show(struct screen *screen, const struct canvas *canvas, struct err *err);

/* Forgets what the terminal shows: the next frame is sent whole (keys r, R; after resuming). */
void screen_forget(struct screen *screen);

/*
 * The next waiting key, or K_NONE. A lone escape character comes at once; a sequence torn in
 * two comes in its pieces (input.h mends that).
 */
int screen_key(struct screen *screen);

/*
 * Lets the shell have the terminal while the program is stopped, and takes it back: then ask
 * for the size, and show a frame, which is sent whole.
 */
void screen_suspend(struct screen *screen);
void screen_resume(struct screen *screen);

/* Restores the terminal from a crash handler: async-signal-safe, writes only. */
void screen_rescue(void);

#endif
