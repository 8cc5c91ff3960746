#include "loop_await.h"

#include "loop.h"
#include "loop_signals.h"
#include "status.h"

#include <poll.h>
#include <stdio.h>
#include <unistd.h>

/* Where input never lets wait, it is painted so often: milliseconds. */
#define SAY_MS 200

static bool fit(struct loop_wait *wait, struct err *err)
{
	int rows, columns;

	if (!screen_size(wait->screen, &rows, &columns) && wait->canvas.rows == rows &&
	    wait->canvas.columns == columns)
		return true;
	canvas_release(&wait->canvas);
	return canvas_init(&wait->canvas, rows, columns, err);
}

static bool say(struct loop_wait *wait, size_t bytes, struct err *err)
{
	static const struct hint hints[] = { { NULL, "q leaves" }, { NULL, NULL } };
	char words[80] = "waiting for standard input…";
	const struct status status = {
		.name = "", .place = "", .focus = "", .message = words, .hints = hints
	};

	if (!fit(wait, err))
		return false;
	if (bytes)
		snprintf(words, sizeof words, "reading standard input… %zu %s so far",
			 bytes < 1024 ? bytes : bytes / 1024, bytes < 1024 ? "bytes" : "KiB");
	wait->said = loop_now();
	canvas_clear(&wait->canvas);
	status_paint(&wait->canvas,
		     (struct area){ wait->canvas.rows - 1, 0, 1, wait->canvas.columns },
		     &status);
	return screen_show(wait->screen, &wait->canvas, err);
}

static bool is_left(struct loop_wait *wait)
{
	int key;

	if (loop_came(SIGTERM))
		wait->ending = SIGTERM;
	else if (loop_came(SIGHUP))
		wait->ending = SIGHUP;
	wait->left = loop_took(SIGINT) || wait->ending;
	while ((key = screen_key(wait->screen)) != K_NONE)
		wait->left |= key == 'q' || key == K_CTRL_C;
	return wait->left;
}

/* Waits for an event, at most `time`, or NULL. True if standard input has something, or its
 * end.
 */
static bool look(struct loop_wait *wait, const struct timespec *time)
{
	struct pollfd waits[] = {
		{ .fd = STDIN_FILENO, .events = POLLIN },
		{ .fd = screen_descriptor(wait->screen), .events = POLLIN },
	};
	sigset_t open;
	int ready;

	loop_open_mask(&open);
	ready = ppoll(waits, 2, time, &open);
	if (ready > 0 && waits[1].revents & (POLLHUP | POLLERR | POLLNVAL))
		wait->ending = SIGHUP;
	return ready > 0 && waits[0].revents;
}

bool loop_await(struct loop_wait *wait, size_t bytes, struct err *err)
{
	bool there = look(wait, &(struct timespec){ 0, 0 });

	do {
		if ((!there || loop_now() - wait->said >= SAY_MS) && !say(wait, bytes, err))
			return false;
		if (!there)
			there = look(wait, NULL);
		if (is_left(wait))
			return err_set(err, ERR_STOPPED, "reading standard input was stopped");
	} while (!there);
	return true;
}
