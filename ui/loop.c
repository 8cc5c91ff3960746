#include "loop.h"

#include "input.h"
#include "loop_signals.h"

#include <poll.h>
#include <time.h>
#include <unistd.h>

/* How often other writers are looked for: see src/sidecar.h. */
#define POLL_MS 2000
/* A window that is being dragged is painted when it has been quiet for so long. */
#define RESIZE_MS 40
/* While work goes on in the background, what it found is painted so often. */
#define PAINT_MS 200
/* Reads of standard input at once: a pipe gives 64 KiB at most. */
#define READS_MAX 16
/* Keys taken at once. */
#define KEYS_MAX 1024

struct loop {
	struct viewer *viewer;
	struct screen *screen;
	struct canvas canvas;
	struct input input;
	sigset_t open;		       /* the mask while waiting */
	long polled, painted, resized; /* when, milliseconds; resized 0: no resize is due */
	bool dirty;		       /* something is to be painted */
	bool busy;		       /* there is background work */
	bool coming;		       /* there is something to read on standard input */
	bool grown;		       /* what came is still to be painted */
	bool gone;		       /* the terminal hung up */
};

long loop_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* How long nothing is to be done, in milliseconds. */
static long patience(const struct loop *loop)
{
	long now = loop_now(), until = loop->polled + POLL_MS;

	if (loop->busy)
		return 0;
	if (loop->grown && loop->painted + PAINT_MS < until)
		until = loop->painted + PAINT_MS;
	if (loop->resized && loop->resized + RESIZE_MS < until)
		until = loop->resized + RESIZE_MS;
	return until > now ? until - now : 0;
}

/* Waits for a key, a signal or the time. A descriptor that is always ready would never let
 * a signal in, so the mask is opened for an instant in any case. */
static void wait_for_something(struct loop *loop)
{
	long ms = patience(loop);
	struct timespec time = { ms / 1000, ms % 1000 * 1000000 };
	struct pollfd waits[] = {
		{ .fd = screen_descriptor(loop->screen), .events = POLLIN },
		{ .fd = viewer_growing(loop->viewer) ? STDIN_FILENO : -1, .events = POLLIN },
	};
	int ready = ppoll(waits, 2, &time, &loop->open);

	if (ready > 0 && waits[0].revents & (POLLHUP | POLLERR | POLLNVAL))
		loop->gone = true;
	loop->coming = ready > 0 && waits[1].revents;
	if (ready > 0) {
		struct timespec instant = { 0, 0 };

		ppoll(NULL, 0, &instant, &loop->open);
	}
}

/* ---- keys ---- */

static void take_key(struct loop *loop, const struct input_key *typed)
{
	int key = K_NONE;

	switch (input_take(&loop->input, typed, &key)) {
	case INPUT_KEY:
		viewer_key(loop->viewer, key);
		break;
	case INPUT_PASTED:
		viewer_paste(loop->viewer, loop->input.pasted.at, loop->input.pasted.len);
		break;
	case INPUT_NOTHING:
		break;
	}
}

static void take_keys(struct loop *loop)
{
	int keys[KEYS_MAX];
	size_t count = 0;
	long now = loop_now();

	while (count < KEYS_MAX && (keys[count] = screen_key(loop->screen)) != K_NONE)
		count++;
	for (size_t n = 0; n < count && !loop->viewer->leave; n++)
		take_key(loop, &(struct input_key){ keys[n], now, n + 1 < count });
	if (count)
		loop->dirty = true;
}

/* ---- signals ---- */

static void suspend(struct loop *loop)
{
	screen_suspend(loop->screen);
	loop_stop();
	screen_resume(loop->screen);
	loop->resized = 1;
}

/* Returns the signal that ends the program, or 0. */
static int take_signals(struct loop *loop)
{
	if (loop_took(SIGTERM))
		return SIGTERM;
	if (loop_took(SIGHUP) || loop->gone)
		return SIGHUP;
	if (loop_took(SIGINT)) {
		viewer_interrupt(loop->viewer);
		loop->dirty = true;
	}
	if (loop_took(SIGTSTP))
		suspend(loop);
	if (loop_took(SIGCONT)) /* stopped by SIGSTOP: what the screen shows is unknown */
		loop->resized = 1;
	if (loop_took(SIGWINCH))
		loop->resized = loop_now();
	return 0;
}

/* ---- painting ---- */

static bool fit(struct loop *loop, struct err *err)
{
	int rows, columns;

	loop->resized = 0;
	screen_size(loop->screen, &rows, &columns);
	/* A window that is back at its old size has lost what a smaller one cut off. */
	screen_forget(loop->screen);
	canvas_release(&loop->canvas);
	if (!canvas_init(&loop->canvas, rows, columns, err))
		return false;
	viewer_resize(loop->viewer, rows, columns);
	loop->dirty = true;
	return true;
}

static bool show(struct loop *loop, struct err *err)
{
	viewer_paint(loop->viewer, &loop->canvas);
	if (loop->viewer->repaint)
		screen_forget(loop->screen);
	loop->viewer->repaint = false;
	if (!screen_show(loop->screen, &loop->canvas, err))
		return false;
	viewer_shown(loop->viewer);
	loop->dirty = loop->grown = false;
	loop->painted = loop_now();
	return true;
}

/* ---- time ---- */

static void do_work(struct loop *loop)
{
	bool was_busy = loop->busy;
	long now = loop_now();

	if (now - loop->polled >= POLL_MS) {
		viewer_poll(loop->viewer);
		loop->polled = now;
		loop->dirty = true;
	}
	loop->busy = viewer_work(loop->viewer);
	if (was_busy && (!loop->busy || now - loop->painted >= PAINT_MS))
		loop->dirty = true;
}

/* True if reading standard input would not wait. */
static bool is_coming(const struct loop *loop)
{
	struct pollfd input = { .fd = STDIN_FILENO, .events = POLLIN };

	return viewer_growing(loop->viewer) && poll(&input, 1, 0) > 0;
}

/* What came of standard input, but no more than a slice: keys go first. */
static void take_input(struct loop *loop)
{
	for (int reads = 0; loop->coming && reads < READS_MAX; reads++) {
		viewer_grow(loop->viewer);
		loop->grown = true;
		loop->coming = is_coming(loop);
	}
	loop->coming = false;
	if (loop->grown &&
	    (loop_now() - loop->painted >= PAINT_MS || !viewer_growing(loop->viewer)))
		loop->dirty = true;
}

static bool resize_is_due(const struct loop *loop)
{
	return loop->resized && loop_now() - loop->resized >= RESIZE_MS;
}

static bool run(struct loop *loop, int *ending, struct err *err)
{
	if (!fit(loop, err) || !show(loop, err))
		return false;
	loop->busy = true;
	loop->polled = loop_now();
	while (!loop->viewer->leave) {
		wait_for_something(loop);
		*ending = take_signals(loop);
		if (*ending)
			return true;
		if (resize_is_due(loop) && !fit(loop, err))
			return false;
		take_keys(loop);
		if (!loop->viewer->leave)
			take_input(loop);
		do_work(loop);
		if (loop->dirty && !loop->resized && !loop->viewer->leave && !show(loop, err))
			return false;
	}
	return true;
}

bool loop_run(struct viewer *viewer, struct screen *screen, int *ending, struct err *err)
{
	struct loop loop = { .viewer = viewer, .screen = screen };
	bool done;

	*ending = 0;
	loop_open_mask(&loop.open);
	input_init(&loop.input);
	done = run(&loop, ending, err);
	input_release(&loop.input);
	canvas_release(&loop.canvas);
	return done;
}
