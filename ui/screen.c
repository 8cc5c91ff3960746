/*
 * The order of calls matters here. Modes are set and size is asked while curses
 * sees the terminal; what it writes, it writes between frame_begin() and frame_end(), even
 * at the start: so it all goes out with the first frame.
 */
#include "screen.h"

#include "screen_cells.h"
#include "screen_frame.h"
#include "screen_keys.h"
#include "screen_terminal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct screen {
	struct screen_terminal terminal;
	SCREEN *curses;
	struct key_source keys; /* a pad: reading from a window would refresh it unasked */
	struct frame frame;
	struct brushes brushes;
	struct canvas shown; /* what the terminal shows, unless `whole` */
	cchar_t *line;	     /* room for one row of it */
	int rows, columns;
	bool whole; /* the next frame sends all */
};

static bool open_terminal(struct screen *screen, struct err *err)
{
	struct screen_terminal *terminal = &screen->terminal;

	return screen_terminal_open(terminal, err) &&
	       frame_init(&screen->frame, terminal->descriptor, fileno(terminal->output), err);
}

/* Many systems don't know the newest terminals; nearly all of those understand xterm. */
static bool open_curses(struct screen *screen, char notice[128], struct err *err)
{
	static const char *const fallbacks[] = { "xterm-256color", "vt100" };
	const char *name = getenv("TERM");

	notice[0] = '\0';
	screen->curses = newterm(NULL, screen->terminal.output, screen->terminal.input);
	for (int i = 0; !screen->curses && i < 2; i++) {
		screen->curses =
			newterm(fallbacks[i], screen->terminal.output, screen->terminal.input);
		snprintf(notice, 128,
			 name && *name ? "unknown terminal \"%.64s\", taken for %s"
				       : "TERM is not set%.0s, taken for %s",
			 name ? name : "", fallbacks[i]);
	}
	if (!screen->curses)
		return err_set(err, ERR_MISSING, "no description of the terminal \"%s\"",
			       name ? name : "");
	if (tigetstr("cup"))
		return true;
	endwin();
	delscreen(screen->curses);
	screen->curses = NULL;
	return err_set(err, ERR_USAGE, "the terminal \"%s\" can't move its cursor",
		       name ? name : "");
}

static bool set_modes(struct screen *screen, struct err *err)
{
	screen->keys.window = newpad(1, 1);
	if (!screen->keys.window)
		return err_memory(err);
	cbreak();
	noecho();
	nonl();
	set_escdelay(25);
	typeahead(-1);
	intrflush(screen->keys.window, FALSE);
	nodelay(screen->keys.window, TRUE);
	idlok(stdscr, TRUE);
	return screen_terminal_settle(&screen->terminal, err);
}

/* What of the set-up is written to the terminal. */
static bool prepare_first_frame(struct screen *screen, const struct theme *theme, bool colour,
				struct err *err)
{
	bool done;

	frame_begin(&screen->frame);
	keypad(screen->keys.window, TRUE);
	screen_keys_define();
	done = brushes_init(&screen->brushes, theme, colour, err);
	frame_end(&screen->frame);
	frame_add(&screen->frame, PASTE_ON);
	return done;
}

bool screen_open(struct screen **screen, const struct theme *theme, bool colour,
		 char notice[128], struct err *err)
{
	struct screen *made = calloc(1, sizeof *made);
	int rows, columns;

	*screen = NULL;
	if (!made)
		return err_memory(err);
	made->terminal = (struct screen_terminal)SCREEN_TERMINAL_NONE;
	made->frame.memory = -1;
	made->frame.bytes = (struct buf)BUF_EMPTY;
	made->whole = true;
	if (!open_terminal(made, err) || !open_curses(made, notice, err) ||
	    !set_modes(made, err) || !prepare_first_frame(made, theme, colour, err)) {
		screen_close(made);
		return false;
	}
	screen_size(made, &rows, &columns);
	screen_terminal_guard(&made->terminal);
	*screen = made;
	return true;
}

/*
 * Some terminals (libvterm, and with it editors) count the cursor's being hidden among what
 * they save, where curses scrolls, and bring back with the shell's screen.
 */
static void show_cursor(struct screen *screen)
{
	const char *shown = tigetstr("cnorm");
	struct err ignored;
	bool sent;

	if (!shown || shown == (const char *)-1)
		return;
	frame_add(&screen->frame, shown);
	sent = frame_send(&screen->frame, &ignored);
	(void)sent;
}

/* Curses goes back to the shell's screen. It leaves nothing in the frame. */
static void leave(struct screen *screen)
{
	struct err ignored;
	bool sent;

	frame_add(&screen->frame, PASTE_OFF);
	sent = frame_send(&screen->frame, &ignored);
	(void)sent; /* without a terminal there is nothing to leave */
	endwin();
	show_cursor(screen);
	screen_terminal_leave(&screen->terminal);
}

void screen_close(struct screen *screen)
{
	if (!screen)
		return;
	if (screen->curses) {
		leave(screen);
		screen_terminal_unguard();
		delscreen(screen->curses);
	}
	frame_release(&screen->frame);
	canvas_release(&screen->shown);
	free(screen->line);
	screen_terminal_release(&screen->terminal);
	free(screen);
}

void screen_suspend(struct screen *screen)
{
	leave(screen);
	screen_terminal_unguard();
}

void screen_resume(struct screen *screen)
{
	screen_terminal_resume(&screen->terminal);
	screen_terminal_guard(&screen->terminal);
	frame_begin(&screen->frame);
	keypad(screen->keys.window, TRUE);
	frame_end(&screen->frame);
	frame_add(&screen->frame, PASTE_ON);
	screen_forget(screen);
}

void screen_rescue(void)
{
	screen_terminal_rescue();
}

int screen_descriptor(const struct screen *screen)
{
	return screen->terminal.descriptor;
}

bool screen_size(struct screen *screen, int *rows, int *columns)
{
	bool changed;

	screen_terminal_size(&screen->terminal, rows, columns);
	changed = *rows != screen->rows || *columns != screen->columns;
	screen->rows = *rows;
	screen->columns = *columns;
	if (changed) {
		resizeterm(*rows, *columns);
		screen_forget(screen);
	}
	return changed;
}

void screen_forget(struct screen *screen)
{
	screen->whole = true;
	clearok(curscr, TRUE);
}

int screen_key(struct screen *screen)
{
	return screen_keys_next(&screen->keys);
}

/* Makes room for what the screen shows, where its size has changed. */
static bool fit(struct screen *screen, struct err *err)
{
	cchar_t *line;

	if (screen->shown.rows == screen->rows && screen->shown.columns == screen->columns)
		return true;
	canvas_release(&screen->shown);
	line = realloc(screen->line, (size_t)screen->columns * sizeof *line);
	if (!line)
		return err_memory(err);
	screen->line = line;
	return canvas_init(&screen->shown, screen->rows, screen->columns, err);
}

static int smaller(int a, int b)
{
	return a < b ? a : b;
}

/* Puts one row into curses' window, unless it is there already. */
static bool put_row(struct screen *screen, const struct canvas *canvas, int row)
{
	int columns = smaller(canvas->columns, screen->columns);
	size_t bytes = (size_t)columns * sizeof(struct cell);
	struct cell *shown = screen->shown.cells + (size_t)row * (size_t)screen->columns;
	const struct cell *cells = canvas_cell(canvas, row, 0);

	if (!screen->whole && !memcmp(shown, cells, bytes))
		return false;
	memcpy(shown, cells, bytes);
	mvwadd_wchnstr(stdscr, row, 0, screen->line,
		       brushes_paint(&screen->brushes, cells, columns, screen->line));
	return true;
}

static bool put_rows(struct screen *screen, const struct canvas *canvas)
{
	bool changed = false;

	for (int row = 0; row < smaller(canvas->rows, screen->rows); row++)
		changed |= put_row(screen, canvas, row);
	return changed;
}

/* A hidden cursor may stay where the last change was: that saves a move. */
static bool put_cursor(struct screen *screen, const struct canvas *canvas)
{
	bool hidden = canvas->cursor_row < 0 || canvas->cursor_column < 0;
	bool changed = screen->whole || canvas->cursor_row != screen->shown.cursor_row ||
		       canvas->cursor_column != screen->shown.cursor_column;

	if (changed)
		curs_set(!hidden);
	leaveok(stdscr, hidden);
	if (!hidden)
		wmove(stdscr, smaller(canvas->cursor_row, screen->rows - 1),
		      smaller(canvas->cursor_column, screen->columns - 1));
	screen->shown.cursor_row = canvas->cursor_row;
	screen->shown.cursor_column = canvas->cursor_column;
	return changed;
}

bool screen_show(struct screen *screen, const struct canvas *canvas, struct err *err)
{
	bool changed;

	if (!fit(screen, err))
		return false;
	frame_begin(&screen->frame);
	changed = put_rows(screen, canvas);
	changed |= put_cursor(screen, canvas);
	if (changed) {
		wnoutrefresh(stdscr);
		doupdate();
	}
	frame_end(&screen->frame);
	screen->frame.terse = !screen->whole;
	screen->whole = false;
	return frame_send(&screen->frame, err);
}
