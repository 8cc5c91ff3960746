/*
 * The screen, on a terminal: this program runs itself as a small one that shows a
 * canvas and names the keys it reads.
 */
#include <locale.h>
#include <poll.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/session.h"

#include "screen.h"

/* ---- the small program ---- */

enum { REFUSED = 2, GONE = 3, CRASHED = 4 };

struct sampler {
	struct screen *screen;
	struct canvas canvas;
	char notice[128];
	char keys[60]; /* names of those read, the last at the end */
	int focus;     /* a word of row 2 */
	bool near;     /* a row of known and new words is there */
};

static const char *const words[] = { "Ada", "Lovelace", "Charles", "Babbage" };

static void paint_words(struct sampler *it)
{
	struct spot at = { 2, 0 };

	for (int i = 0; i < 4; i++) {
		if (i == it->focus) {
			it->canvas.cursor_row = at.row;
			it->canvas.cursor_column = at.column;
		}
		at.column = canvas_string(&it->canvas, at, it->canvas.columns, words[i],
					  i == it->focus ? STYLE_FOCUS : STYLE_SUGGEST_ENTITY);
		at.column++;
	}
}

static void paint_near(struct canvas *canvas)
{
	struct spot at = { 5, 0 };

	at.column = canvas_string(canvas, at, canvas->columns, "read", STYLE_KNOWN);
	at.column = canvas_string(canvas, at, canvas->columns, "said", STYLE_KNOWN_CLAIM);
	at.column = canvas_string(canvas, at, canvas->columns, "new", STYLE_NEW);
	canvas_string(canvas, at, canvas->columns, "claim", STYLE_NEW_CLAIM);
}

static void paint(struct sampler *it)
{
	struct canvas *canvas = &it->canvas;
	char size[40];
	int end;

	canvas_clear(canvas);
	snprintf(size, sizeof size, "%d rows of %d", canvas->rows, canvas->columns);
	canvas_string(canvas, (struct spot){ 0, 0 }, canvas->columns, size, STYLE_TEXT);
	end = canvas_string(canvas, (struct spot){ 1, 0 }, canvas->columns,
			    "日本e\u0301 \U0001f1e9\U0001f1ea "
			    "\U0001f469\u200d\U0001f467 \u2764\ufe0f|",
			    STYLE_TEXT);
	canvas_string(canvas, (struct spot){ 1, end }, canvas->columns, "mark", STYLE_CLAIM);
	paint_words(it);
	if (it->near)
		paint_near(canvas);
	canvas_string(canvas, (struct spot){ 3, 0 }, canvas->columns, it->keys, STYLE_TEXT);
	canvas_string(canvas, (struct spot){ 4, 0 }, canvas->columns, it->notice, STYLE_STATUS);
}

static void note_key(struct sampler *it, int key)
{
	char name[KEYS_NAME];
	size_t len = strlen(it->keys);

	keys_name(key, name);
	if (key == K_PASTE_BEGIN || key == K_PASTE_END)
		snprintf(name, sizeof name, "paste");
	snprintf(it->keys + len, sizeof it->keys - len, "%s ", name);
}

/* Capitals act, other keys are named. False for the one that ends the program. */
static bool obey(struct sampler *it, int key)
{
	switch (key) {
	case 'Q':
		return false;
	case 'N': /* nothing */
		break;
	case 'F':
		it->focus++;
		break;
	case 'K':
		it->near = true;
		break;
	case 'R':
		screen_forget(it->screen);
		break;
	case 'S':
		screen_suspend(it->screen);
		puts("away");
		fflush(stdout);
		screen_resume(it->screen);
		break;
	case 'C':
		screen_rescue();
		_exit(CRASHED);
	default:
		note_key(it, key);
	}
	return true;
}

static bool obey_all(struct sampler *it)
{
	int key;

	while ((key = screen_key(it->screen)) != K_NONE)
		if (!obey(it, key))
			return false;
	return true;
}

static void fit(struct sampler *it)
{
	struct err err;
	int rows, columns;

	screen_size(it->screen, &rows, &columns);
	canvas_release(&it->canvas);
	if (!canvas_init(&it->canvas, rows, columns, &err))
		_exit(REFUSED);
}

static int run(struct sampler *it, const sigset_t *open)
{
	struct pollfd keyboard = { .fd = screen_descriptor(it->screen), .events = POLLIN };
	struct err err;

	fit(it);
	do {
		paint(it);
		if (!screen_show(it->screen, &it->canvas, &err))
			return GONE;
		if (ppoll(&keyboard, 1, NULL, open) < 0)
			fit(it);
		else if (keyboard.revents & POLLHUP)
			return GONE;
	} while (obey_all(it));
	return 0;
}

static void wake(int number)
{
	(void)number;
}

static int sample(const char *theme_name, bool colour)
{
	struct sampler it = { 0 };
	struct theme theme;
	struct err err;
	sigset_t block, open;
	int status;

	setlocale(LC_ALL, "C.UTF-8");
	sigemptyset(&block);
	sigaddset(&block, SIGWINCH);
	signal(SIGWINCH, wake);
	signal(SIGHUP, SIG_IGN);
	sigprocmask(SIG_BLOCK, &block, &open);
	if (!theme_load(&theme, theme_name, NULL, &err) ||
	    !screen_open(&it.screen, &theme, colour, it.notice, &err)) {
		puts(err.text);
		return REFUSED;
	}
	status = run(&it, &open);
	screen_close(it.screen);
	canvas_release(&it.canvas);
	return status;
}

/* ---- its tests ---- */

static struct session *start_with(const char *theme, const char *colour, const char *variable)
{
	struct session *s = session_start(&(struct session_options){
		.program = "/proc/self/exe",
		.arguments = { theme, colour },
		.environment = { variable },
		.columns = 60,
		.rows = 8,
	});

	return s;
}

static struct session *start(void)
{
	struct session *s = start_with("dark", "colour", NULL);

	session_await(s, "8 rows of 60");
	return s;
}

static void quit(struct session *s)
{
	session_type(s, "Q");
	assert_int_equal(session_await_exit(s), 0);
	assert_true(session_restored(s));
	session_free(s);
}

static void all_comes_in_frames_on_a_screen_of_its_own(void **state)
{
	static const char opening[] = "\033[?1049h";
	struct session *s = start();

	(void)state;
	assert_memory_equal(session_output(s), opening, strlen(opening));
	assert_int_equal(session_frames(s), 1);
	assert_true(session_alternate(s));
	quit(s);
}

static void the_canvas_is_what_the_terminal_shows(void **state)
{
	struct session *s = start();

	(void)state;
	assert_string_equal(session_row(s, 2), "Ada Lovelace Charles Babbage");
	assert_non_null(strstr(session_styles(s), "\nrrr.uuuuuuuu.uuuuuuu.uuuuuuu\n"));
	assert_non_null(strstr(session_colours(s), "3333"));
	quit(s);
}

static void clusters_keep_their_columns(void **state)
{
	struct session *s = start();

	(void)state;
	assert_string_equal(session_row(s, 1),
			    "日本e\u0301 \U0001f1e9\U0001f1ea \U0001f469 \u2764|mark");
	quit(s);
}

static void what_terminals_dispute_is_never_sent(void **state)
{
	struct session *s = start();

	(void)state;
	assert_null(strstr(session_output(s), "\u200d"));
	assert_null(strstr(session_output(s), "\ufe0f"));
	quit(s);
}

static void without_colours_attributes_are_left(void **state)
{
	struct session *s = start_with("dark", "plain", NULL);

	(void)state;
	session_await(s, "8 rows of 60");
	assert_string_equal(session_colours(s), "\n\n\n\n\n\n\n\n");
	assert_string_equal(session_backgrounds(s), "\n\n\n\n\n\n\n\n");
	quit(s);
}

static struct session *start_near(const char *colour, const char *terminal)
{
	struct session *s = start_with("dark", colour, terminal);

	session_type(s, "K");
	session_await(s, "readsaidnewclaim");
	return s;
}

/* True if the last attributes before `word` comes are dim and no colour is behind them. */
static bool is_dim(struct session *s, const char *word)
{
	const char *output = session_output(s), *at = strstr(output, word);

	assert_non_null(at);
	while (at > output && *at != '\033')
		at--;
	return strncmp(at + strcspn(at, "m") - 2, ";2m", 3) == 0;
}

static void what_is_known_is_dim_where_that_is_possible(void **state)
{
	struct session *s = start_near("plain", NULL);

	(void)state;
	assert_true(is_dim(s, "read"));
	assert_null(strchr(strstr(session_styles(s), "\n....i"), 'b'));
	quit(s);
}

/* Where a colour would keep words from being dim, they have none. */
static void beside_eight_colours_what_is_known_is_dim_too(void **state)
{
	struct session *s = start_near("colour", "TERM=linux");

	(void)state;
	assert_true(is_dim(s, "readsaid"));
	assert_null(strstr(session_styles(s), "bbbbb"));
	quit(s);
}

static void where_nothing_is_dim_what_is_new_stands_out(void **state)
{
	static const char *const terminals[] = { "TERM=vt100", "TERM=vt220", "TERM=ansi" };

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		struct session *s = start_near("colour", terminals[i]);

		assert_non_null(strstr(session_styles(s), "\n........bbbbbbbb\n"));
		quit(s);
	}
}

static void the_cursor_stands_on_the_focus_or_is_hidden(void **state)
{
	struct session *s = start();

	(void)state;
	session_press(s, "F");
	assert_int_equal(session_cursor(s).row, 2);
	assert_int_equal(session_cursor(s).column, 4);
	assert_true(session_cursor_shown(s));
	session_press(s, "FFF");
	assert_false(session_cursor_shown(s));
	quit(s);
}

static void nothing_new_sends_nothing(void **state)
{
	struct session *s = start();

	(void)state;
	session_type(s, "N");
	session_type(s, "NN");
	session_press(s, "F");
	assert_int_equal(session_frames(s), 2);
	quit(s);
}

static void a_step_of_the_focus_is_at_most_60_bytes(void **state)
{
	struct session *s = start();
	size_t before;

	(void)state;
	session_press(s, "F");
	before = session_bytes(s);
	session_press(s, "F");
	assert_in_range(session_bytes(s) - before, 1, 60);
	quit(s);
}

static void what_is_forgotten_is_sent_whole(void **state)
{
	struct session *s = start();
	size_t before = session_bytes(s);

	(void)state;
	session_press(s, "R");
	assert_non_null(strstr(session_output(s) + before, "8 rows of 60"));
	assert_non_null(strstr(session_output(s) + before, "Babbage"));
	quit(s);
}

static void keys_are_read_in_either_form(void **state)
{
	struct session *s = start();

	(void)state;
	session_type(s, "a\t\r\177\b");
	session_await_row(s, 3, "a Tab Enter Backspace Backspace");
	session_free(s);
	s = start();
	session_type(s, "\033[A\033OA\033[Z\033[5~\033OP\303\251");
	session_await_row(s, 3, "Up Up S-Tab PageUp F1 é");
	session_free(s);
	s = start();
	session_type(s, "\033[200~b\033[201~c");
	session_await_row(s, 3, "paste b paste c");
	session_free(s);
}

static void a_character_may_come_in_two_pieces(void **state)
{
	struct session *s = start();

	(void)state;
	session_press(s, "a\303");
	session_press(s, "\251");
	assert_string_equal(session_row(s, 3), "a é");
	quit(s);
}

static void a_lone_escape_is_a_key(void **state)
{
	struct session *s = start();

	(void)state;
	session_press(s, "\033");
	assert_string_equal(session_row(s, 3), "Esc");
	quit(s);
}

static void broken_keys_break_nothing(void **state)
{
	struct session *s = start();

	(void)state;
	session_type(s, "a\377b\303cd");
	session_await_row(s, 3, "d");
	assert_string_equal(session_row(s, 3), "a  b  c d");
	quit(s);
}

static void a_new_size_is_shown(void **state)
{
	struct session *s = start();

	(void)state;
	session_resize(s, 41, 12);
	session_await(s, "12 rows of 41");
	assert_string_equal(session_row(s, 2), "Ada Lovelace Charles Babbage");
	session_resize(s, 20, 5);
	session_await(s, "5 rows of 20");
	assert_string_equal(session_row(s, 2), "Ada Lovelace Charles");
	quit(s);
}

static void the_shell_gets_its_terminal_in_between(void **state)
{
	struct session *s = start();
	size_t before = session_bytes(s);

	(void)state;
	for (int i = 0; i < 2; i++) {
		session_press(s, "S");
		session_await(s, "8 rows of 60");
		assert_true(session_alternate(s));
	}
	assert_non_null(strstr(session_output(s) + before, "\033[?2004l"));
	session_type(s, "\033OAx");
	session_await_row(s, 3, "Up x");
	quit(s);
}

static void a_crash_leaves_the_terminal_as_it_was(void **state)
{
	struct session *s = start();

	(void)state;
	session_type(s, "C");
	assert_int_equal(session_await_exit(s), CRASHED);
	assert_true(session_restored(s));
	session_free(s);
}

static void a_terminal_that_is_gone_ends_the_program(void **state)
{
	struct session *s = start();

	(void)state;
	session_hangup(s);
	assert_int_equal(session_await_exit(s), GONE);
	session_free(s);
}

static void an_unknown_terminal_is_taken_for_xterm(void **state)
{
	struct session *s = start_with("dark", "colour", "TERM=nobody-knows");

	(void)state;
	session_await(s, "unknown terminal \"nobody-knows\", taken for xterm-256color");
	quit(s);
	s = start_with("dark", "colour", "TERM");
	session_await(s, "TERM is not set, taken for xterm-256color");
	quit(s);
}

static void a_terminal_that_cannot_is_refused(void **state)
{
	struct session *s = start_with("dark", "colour", "TERM=dumb");

	(void)state;
	assert_int_equal(session_await_exit(s), REFUSED);
	assert_non_null(strstr(session_output(s), "can't move its cursor"));
	assert_true(session_restored(s));
	session_free(s);
}

int main(int count, char **arguments)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_comes_in_frames_on_a_screen_of_its_own),
		cmocka_unit_test(the_canvas_is_what_the_terminal_shows),
		cmocka_unit_test(clusters_keep_their_columns),
		cmocka_unit_test(what_terminals_dispute_is_never_sent),
		cmocka_unit_test(without_colours_attributes_are_left),
		cmocka_unit_test(what_is_known_is_dim_where_that_is_possible),
		cmocka_unit_test(beside_eight_colours_what_is_known_is_dim_too),
		cmocka_unit_test(where_nothing_is_dim_what_is_new_stands_out),
		cmocka_unit_test(the_cursor_stands_on_the_focus_or_is_hidden),
		cmocka_unit_test(nothing_new_sends_nothing),
		cmocka_unit_test(a_step_of_the_focus_is_at_most_60_bytes),
		cmocka_unit_test(what_is_forgotten_is_sent_whole),
		cmocka_unit_test(keys_are_read_in_either_form),
		cmocka_unit_test(a_character_may_come_in_two_pieces),
		cmocka_unit_test(a_lone_escape_is_a_key),
		cmocka_unit_test(broken_keys_break_nothing),
		cmocka_unit_test(a_new_size_is_shown),
		cmocka_unit_test(the_shell_gets_its_terminal_in_between),
		cmocka_unit_test(a_crash_leaves_the_terminal_as_it_was),
		cmocka_unit_test(a_terminal_that_is_gone_ends_the_program),
		cmocka_unit_test(an_unknown_terminal_is_taken_for_xterm),
		cmocka_unit_test(a_terminal_that_cannot_is_refused),
	};

	if (count == 3)
		return sample(arguments[1], strcmp(arguments[2], "colour") == 0);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
