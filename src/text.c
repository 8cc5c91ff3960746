#include "text.h"

#include "utf8.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* A NUL within this many bytes makes a file binary. */
#define HEAD_SIZE 8192u

#define BOM	 "\xEF\xBB\xBF"
#define BOM_SIZE 3u

/* What a pipe's memory begins with. */
#define FIRST_ROOM 65536u

/* Begins behind a byte order mark; `base` stays what it was. */
static void begin(struct text *text, const char *bytes, size_t len)
{
	if (len >= BOM_SIZE && !memcmp(bytes, BOM, BOM_SIZE))
		text->bom = BOM_SIZE;
	text->bytes = bytes + text->bom;
	text->len = len - text->bom;
}

/* False with an error if the first HEAD_SIZE of `len` bytes hold a NUL. */
static bool check_head(const char *bytes, size_t len, const char *name, struct err *err)
{
	const char *nul = memchr(bytes, '\0', len < HEAD_SIZE ? len : HEAD_SIZE);

	if (!nul)
		return true;
	return err_set(err, ERR_FORMAT,
		       "%s: is a binary file (a NUL byte at %td); diple reads text", name,
		       nul - bytes);
}

/* read() that waits, also on a descriptor that somebody made non-blocking. */
static ssize_t read_some(int fd, char *out, size_t room)
{
	for (;;) {
		ssize_t got = read(fd, out, room);

		if (got >= 0 || (errno != EINTR && errno != EAGAIN))
			return got;
		if (errno == EAGAIN)
			poll(&(struct pollfd){ .fd = fd, .events = POLLIN }, 1, -1);
	}
}

static bool more_room(struct text *text, struct err *err)
{
	size_t room = text->size ? text->size * 2 : FIRST_ROOM;
	char *grown = text->size < SIZE_MAX / 4 ? realloc(text->base, room) : NULL;

	if (!grown)
		return err_memory(err);
	text->base = grown;
	text->size = room;
	return true;
}

/*
 * One read. The head is checked as soon as it is there, so that a device without end is
 * refused before it fills the memory.
 */
static bool read_part(struct text *text, int fd, const char *name, struct err *err)
{
	const size_t had = text->len + text->bom;
	ssize_t got;

	if (had == text->size && !more_room(text, err))
		return false;
	text->bytes = (const char *)text->base + text->bom;
	got = read_some(fd, (char *)text->base + had, text->size - had);
	if (got < 0)
		return err_system(err, errno, "%s: can't be read", name);
	text->growing = got > 0;
	if (had < BOM_SIZE)
		begin(text, text->base, had + (size_t)got);
	else
		text->len += (size_t)got;
	return had >= HEAD_SIZE || check_head(text->base, had + (size_t)got, name, err);
}

/* The head, and what a byte order mark takes before it. */
static bool read_head(struct text *text, int fd, const char *name, struct err *err)
{
	text->growing = true;
	while (text->growing && text->len < HEAD_SIZE) {
		if (!read_part(text, fd, name, err))
			return false;
	}
	return true;
}

/* Reads to the end, whatever size was promised: the file may shrink or grow meanwhile. */
static bool read_all(struct text *text, int fd, const char *name, struct err *err)
{
	bool done = read_head(text, fd, name, err);

	while (done && text->growing)
		done = read_part(text, fd, name, err);
	return done;
}

static bool map_all(struct text *text, int fd, const char *name, struct err *err)
{
	char head[HEAD_SIZE];
	size_t size = (size_t)text->stat.st_size;
	ssize_t got = pread(fd, head, sizeof head, 0);
	void *base;

	if (got < 0)
		return err_system(err, errno, "%s: can't be read", name);
	if (!check_head(head, (size_t)got, name, err))
		return false;
	base = mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (base == MAP_FAILED)
		return err_system(err, errno, "%s: can't be mapped into memory", name);
	text->base = base;
	text->size = size;
	text->mapped = true;
	begin(text, base, size);
	return true;
}

/* Room for the promised size and one byte more, so that one read sees the end. */
static bool room_for_file(struct text *text, struct err *err)
{
	text->size = (size_t)text->stat.st_size + 1;
	text->base = malloc(text->size);
	return text->base ? true : err_memory(err);
}

static bool check_regular(const struct stat *stat, const char *path, struct err *err)
{
	if (S_ISREG(stat->st_mode))
		return true;
	if (S_ISDIR(stat->st_mode))
		return err_set(err, ERR_FORMAT, "%s: is a directory; name the files in it",
			       path);
	if (S_ISFIFO(stat->st_mode))
		return err_set(err, ERR_FORMAT,
			       "%s: is a named pipe; give it to diple as its standard input",
			       path);
	return err_set(err, ERR_FORMAT, "%s: is a device or socket, not a file of text", path);
}

static bool load(struct text *text, int fd, const char *path, struct err *err)
{
	if (fstat(fd, &text->stat) < 0)
		return err_system(err, errno, "%s: can't be read", path);
	if (!check_regular(&text->stat, path, err))
		return false;
	if (text->stat.st_size > (off_t)TEXT_READ_MAX)
		return map_all(text, fd, path, err);
	return room_for_file(text, err) && read_all(text, fd, path, err);
}

bool text_open(struct text *text, const char *path, struct err *err)
{
	/* O_NONBLOCK: to open a named pipe would else wait for its writer. */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	bool done;

	text_borrow(text, "", 0);
	if (fd < 0 && errno == ENXIO)
		return err_set(err, ERR_FORMAT, "%s: is a device or socket, not a file of text",
			       path);
	if (fd < 0)
		return err_system(err, errno, "%s: can't be opened", path);
	done = load(text, fd, path, err);
	close(fd);
	if (!done)
		text_release(text);
	return done;
}

void text_start(struct text *text)
{
	text_borrow(text, "", 0);
	text->growing = true;
}

bool text_begin(struct text *text, int fd, const char *name, struct err *err)
{
	text_borrow(text, "", 0);
	if (read_head(text, fd, name, err))
		return true;
	text_release(text);
	return false;
}

bool text_more(struct text *text, int fd, const char *name, struct err *err)
{
	if (read_part(text, fd, name, err))
		return true;
	text->growing = false;
	return false;
}

void text_borrow(struct text *text, const char *bytes, size_t len)
{
	*text = (struct text){ 0 };
	begin(text, len ? bytes : "", len);
}

void text_release(struct text *text)
{
	if (text->mapped)
		munmap(text->base, text->size);
	else
		free(text->base);
	free(text->index);
	text_borrow(text, "", 0);
}

enum text_fate text_fate(const struct text *text, const char *path)
{
	struct stat now;

	if (!text->stat.st_ino)
		return TEXT_SAME;
	if (stat(path, &now) < 0)
		return TEXT_GONE;
	if (now.st_dev != text->stat.st_dev || now.st_ino != text->stat.st_ino)
		return TEXT_CHANGED;
	if (now.st_size < text->stat.st_size)
		return TEXT_CUT;
	return now.st_size == text->stat.st_size &&
			       now.st_mtim.tv_sec == text->stat.st_mtim.tv_sec &&
			       now.st_mtim.tv_nsec == text->stat.st_mtim.tv_nsec
		       ? TEXT_SAME
		       : TEXT_CHANGED;
}

bool text_span_valid(const struct text *text, struct span span)
{
	return span.start <= span.end && span.end <= text->len &&
	       utf8_start(text->bytes, text->len, span.start) == span.start &&
	       utf8_start(text->bytes, text->len, span.end) == span.end;
}
