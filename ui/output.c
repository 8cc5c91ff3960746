#include "output.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "plain.h"
#include "segment.h"

/* Bytes that are gathered before they are written, and made safe at once. */
enum { PIECE = 64 << 10 };

void output_init(struct output *output, int fd)
{
	*output = (struct output){ .fd = fd, .terminal = isatty(fd), .waiting = BUF_EMPTY };
}

static void output_fail(struct output *output, int number)
{
	output->failed = true;
	output->left = number == EPIPE;
	if (number == EBADF)
		err_set(&output->err, ERR_SYSTEM, "standard output is closed");
	else
		err_system(&output->err, number, "standard output");
}

/* Waits for a descriptor that somebody made non-blocking. */
static void await_room(int fd)
{
	struct pollfd wait = { .fd = fd, .events = POLLOUT };

	poll(&wait, 1, -1);
}

void output_flush(struct output *output)
{
	const struct buf *waiting = &output->waiting;
	size_t done = 0;

	while (!output->failed && done < waiting->len) {
		const ssize_t n = write(output->fd, waiting->at + done, waiting->len - done);

		if (n >= 0)
			done += (size_t)n;
		else if (errno == EAGAIN)
			await_room(output->fd);
		else if (errno != EINTR)
			output_fail(output, errno);
	}
	buf_clear(&output->waiting);
}

/* Where a piece to be made safe ends: behind a line, else at least between clusters. */
static size_t piece_end(const char *bytes, size_t len)
{
	const char *line;

	if (len <= PIECE)
		return len;
	line = memrchr(bytes, '\n', PIECE);
	if (line)
		return (size_t)(line - bytes) + 1;
	return grapheme_floor(bytes, (struct span){ 0, len }, PIECE);
}

/*
 * All bytes are copied before they are written: of a file that was cut short while it is
 * mapped, write() would say EFAULT, where a copy meets the guard of rescue.h.
 */
static size_t add_piece(struct output *output, const char *bytes, size_t len)
{
	if (output->terminal) {
		len = piece_end(bytes, len);
		plain_add(&output->waiting, bytes, len, PLAIN_ENDS_KEPT);
	} else {
		len = len < PIECE ? len : PIECE;
		buf_add(&output->waiting, bytes, len);
	}
	return len;
}

void output_part(struct output *output)
{
	output->parts = output->amid_line;
}

void output_bytes(struct output *output, const char *bytes, size_t len)
{
	if (len && output->parts)
		buf_add_char(&output->waiting, '\n');
	if (len) {
		output->parts = false;
		output->amid_line = bytes[len - 1] != '\n';
	}
	while (len && !output->failed) {
		const size_t added = add_piece(output, bytes, len);

		bytes += added;
		len -= added;
		if (!buf_ok(&output->waiting, &output->err))
			output->failed = true;
		else if (output->waiting.len >= PIECE)
			output_flush(output);
	}
}

void output_message(struct output *output, const char *text)
{
	buf_add_string(&output->waiting, "diple: ");
	plain_add_string(&output->waiting, text);
	buf_add_char(&output->waiting, '\n');
	output_flush(output);
}

bool output_close(struct output *output, struct err *err)
{
	bool done;

	output_flush(output);
	/* Some file systems say only now that there was no room. */
	if (close(output->fd) < 0 && errno != EBADF && !output->failed)
		output_fail(output, errno);
	done = !output->failed;
	if (output->left)
		err_clear(err);
	else
		*err = output->err;
	buf_release(&output->waiting);
	return done;
}
