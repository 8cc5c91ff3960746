#include "screen_frame.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static const char opening[] = "\033[?2026h";
static const char closing[] = "\033[?2026l";

/*
 * A frame up to so many bytes reaches the terminal whole without the marks of a synchronized
 * update, which would double the cost of a key that moves the focus.
 */
#define SMALL 256

bool frame_init(struct frame *frame, int terminal, int curses, struct err *err)
{
	*frame = (struct frame){
		.terminal = terminal,
		.curses = curses,
		.memory = memfd_create("frame", MFD_CLOEXEC),
		.bytes = BUF_EMPTY,
	};
	return frame->memory >= 0 || err_system(err, errno, "no memory for the screen");
}

void frame_release(struct frame *frame)
{
	if (frame->memory >= 0)
		close(frame->memory);
	frame->memory = -1;
	buf_release(&frame->bytes);
}

void frame_begin(const struct frame *frame)
{
	dup3(frame->memory, frame->curses, O_CLOEXEC);
}

void frame_end(const struct frame *frame)
{
	dup3(frame->terminal, frame->curses, O_CLOEXEC);
}

void frame_add(const struct frame *frame, const char *sequence)
{
	ssize_t written = write(frame->memory, sequence, strlen(sequence));

	/* Without memory the frame itself fails, and says so. */
	(void)written;
}

/*
 * Leaves out that G0 is ASCII, which many terminals' descriptions say with each change of
 * attributes, a fifth of a focus step. Nothing here ever sets it to anything else, and the
 * escape character is never part of a text. Returns the new length.
 */
static size_t squeeze(char *bytes, size_t len)
{
	static const char charset[] = { '\033', '(', 'B' };
	const char *from = bytes, *end = bytes + len, *found;
	char *to = bytes;

	while ((found = memmem(from, (size_t)(end - from), charset, sizeof charset))) {
		memmove(to, from, (size_t)(found - from));
		to += found - from;
		from = found + sizeof charset;
	}
	memmove(to, from, (size_t)(end - from));
	return (size_t)(to - bytes) + (size_t)(end - from);
}

/* Takes what was kept out of the file; the next frame is written over it. */
static bool collect(struct frame *frame, size_t len, struct err *err)
{
	char *room;
	ssize_t got;

	buf_clear(&frame->bytes);
	if (len > SMALL)
		buf_add(&frame->bytes, opening, sizeof opening - 1);
	room = buf_room(&frame->bytes, len);
	if (!room)
		return buf_ok(&frame->bytes, err);
	got = pread(frame->memory, room, len, 0);
	if (got < 0 || lseek(frame->memory, 0, SEEK_SET) < 0)
		return err_system(err, errno, "the screen's memory");
	buf_grew(&frame->bytes, frame->terse ? squeeze(room, (size_t)got) : (size_t)got);
	if (len > SMALL)
		buf_add(&frame->bytes, closing, sizeof closing - 1);
	return buf_ok(&frame->bytes, err);
}

/* True if it is worth trying again: a terminal that doesn't block may be full for a while. */
static bool may_retry(int terminal)
{
	struct pollfd waiting = { .fd = terminal, .events = POLLOUT };

	if (errno == EAGAIN)
		poll(&waiting, 1, -1);
	return errno == EAGAIN || errno == EINTR;
}

static bool write_all(int terminal, const char *bytes, size_t len, struct err *err)
{
	while (len) {
		ssize_t written = write(terminal, bytes, len);

		if (written > 0) {
			bytes += written;
			len -= (size_t)written;
		} else if (!may_retry(terminal)) {
			return err_system(err, errno, "the terminal");
		}
	}
	return true;
}

bool frame_send(struct frame *frame, struct err *err)
{
	off_t len = lseek(frame->memory, 0, SEEK_CUR);

	if (len <= 0)
		return true;
	return collect(frame, (size_t)len, err) &&
	       write_all(frame->terminal, frame->bytes.at, frame->bytes.len, err);
}
