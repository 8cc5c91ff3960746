#include "sidecar_parts.h"

#include "file.h"
#include "w3c.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define CHUNK 65536u

bool sidecar_trouble(const struct sidecar *car, int number, const char *what, struct err *err)
{
	return err_system(err, number, "%s: %s", car->name, what);
}

void sidecar_adopt(struct sidecar *car, int fd, const struct stat *stat)
{
	if (car->fd >= 0)
		close(car->fd);
	car->replaced |= car->seen > 0;
	car->fd = fd;
	car->seen = car->torn = 0;
	car->suspect = car->created = car->locked = false;
	car->device = fd >= 0 ? stat->st_dev : 0;
	car->inode = fd >= 0 ? stat->st_ino : 0;
}

/*
 * In a directory like /tmp anybody can put a file where ours would be: one that is
 * neither ours nor the directory's owner's is read, never written.
 */
static bool is_planted(const struct sidecar *car, const struct stat *file)
{
	struct stat directory;

	return !fstat(car->directory, &directory) && directory.st_mode & S_ISVTX &&
	       directory.st_mode & S_IWOTH && file->st_uid != geteuid() &&
	       file->st_uid != directory.st_uid;
}

/* O_NONBLOCK: a FIFO would keep us waiting for its other end. */
static int open_file(const struct sidecar *car, bool *writable)
{
	const int flags = O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY;
	int fd = openat(car->directory, car->name, O_RDWR | flags);

	*writable = fd >= 0;
	if (fd < 0 && (errno == EACCES || errno == EROFS || errno == EPERM))
		fd = openat(car->directory, car->name, O_RDONLY | flags);
	return fd;
}

static bool refuse_open(const struct sidecar *car, int number, struct err *err)
{
	if (number == ELOOP)
		return err_set(err, ERR_FORMAT,
			       "%s: a symbolic link stands where the marks should be; "
			       "move it away",
			       car->name);
	if (number == EISDIR || number == ENXIO)
		return err_set(err, ERR_FORMAT,
			       "%s: what stands where the marks should be is no file; "
			       "move it away",
			       car->name);
	return sidecar_trouble(car, number, "can't be opened", err);
}

bool sidecar_reopen(struct sidecar *car, struct err *err)
{
	struct stat stat;
	bool writable;
	int fd = open_file(car, &writable);

	/* A name with no room for the ending is one that can't be made. */
	if (fd < 0 && (errno == ENOENT || errno == ENAMETOOLONG)) {
		car->writable = errno == ENOENT &&
				!faccessat(car->directory, ".", W_OK | X_OK, AT_EACCESS);
		sidecar_adopt(car, -1, NULL);
		return true;
	}
	if (fd < 0)
		return refuse_open(car, errno, err);
	if (fstat(fd, &stat) < 0 || !S_ISREG(stat.st_mode)) {
		close(fd);
		return refuse_open(car, EISDIR, err);
	}
	car->writable = writable && !is_planted(car, &stat);
	sidecar_adopt(car, fd, &stat);
	return true;
}

bool sidecar_open(struct sidecar *car, int directory, const char *name, struct err *err)
{
	*car = (struct sidecar){ .directory = directory,
				 .name = strdup(name),
				 .fd = -1,
				 .mode = 0666,
				 .group = (gid_t)-1 };
	if (!car->name)
		return err_memory(err);
	if (sidecar_reopen(car, err))
		return true;
	sidecar_close(car);
	return false;
}

void sidecar_close(struct sidecar *car)
{
	if (car->fd >= 0)
		close(car->fd);
	free(car->name);
	*car = (struct sidecar){ .directory = -1, .fd = -1 };
}

void sidecar_rewind(struct sidecar *car)
{
	car->seen = 0;
}

bool sidecar_is_current(const struct sidecar *car)
{
	struct stat named;

	return !fstatat(car->directory, car->name, &named, AT_SYMLINK_NOFOLLOW) &&
	       car->fd >= 0 && named.st_dev == car->device && named.st_ino == car->inode;
}

/* A reading of the lines between `seen` and `size`. */
struct reading {
	struct sidecar *car;
	const struct sidecar_reader *reader;
	struct buf carry; /* the begin of a line that a chunk cut */
	uint64_t begun;	  /* where that line begins */
	bool too_long;	  /* and it is skipped, not carried */
};

static void carry(struct reading *reading, const char *bytes, size_t len)
{
	if (len > W3C_LINE_MAX - reading->carry.len)
		reading->too_long = true;
	if (reading->too_long)
		buf_clear(&reading->carry);
	else
		buf_add(&reading->carry, bytes, len);
}

/* A line's end has come: `bytes` are what this chunk holds of it. */
static bool hand_over(struct reading *reading, const char *bytes, size_t len, struct err *err)
{
	const struct sidecar_reader *reader = reading->reader;
	size_t whole = len;

	if (reading->carry.len || reading->too_long) {
		carry(reading, bytes, len);
		bytes = reading->too_long ? NULL : reading->carry.at;
		whole = reading->carry.len;
	}
	if (!buf_ok(&reading->carry, err))
		return false;
	if (!reader->line(reader->to, reading->begun, bytes, whole))
		return err_set(err, ERR_STOPPED, "%s: reading stopped", reading->car->name);
	buf_clear(&reading->carry);
	reading->too_long = false;
	return true;
}

static bool take_chunk(struct reading *reading, uint64_t offset, const char *bytes, size_t len,
		       struct err *err)
{
	const char *at = bytes, *end = bytes + len, *lf;

	while ((lf = memchr(at, '\n', (size_t)(end - at)))) {
		if (!hand_over(reading, at, (size_t)(lf - at), err))
			return false;
		at = lf + 1;
		reading->begun = offset + (uint64_t)(at - bytes);
		reading->car->seen = reading->begun;
	}
	carry(reading, at, (size_t)(end - at));
	return buf_ok(&reading->carry, err);
}

static bool read_until(struct sidecar *car, uint64_t size, const struct sidecar_reader *reader,
		       struct err *err)
{
	struct reading reading = {
		.car = car, .reader = reader, .carry = BUF_EMPTY, .begun = car->seen
	};
	uint64_t offset = car->seen;
	bool done = true;

	while (done && offset < size) {
		char chunk[CHUNK];
		size_t want = size - offset < CHUNK ? (size_t)(size - offset) : CHUNK, got;
		int number = file_read_at(car->fd, offset, chunk, want, &got);

		if (number)
			done = sidecar_trouble(car, number, "can't be read", err);
		else if (!got)
			break;
		else
			done = take_chunk(&reading, offset, chunk, got, err);
		offset += got;
	}
	car->torn = offset - car->seen;
	buf_release(&reading.carry);
	return done;
}

/*
 * True if what was taken in still stands there. An editor that writes in place can
 * leave a longer file of the same inode: then most likely no line ends where one did.
 */
static bool still_holds(const struct sidecar *car, uint64_t size)
{
	char last;
	size_t got;

	if (!car->seen)
		return true;
	return size >= car->seen && !file_read_at(car->fd, car->seen - 1, &last, 1, &got) &&
	       got == 1 && last == '\n';
}

bool sidecar_read(struct sidecar *car, const struct sidecar_reader *reader, struct err *err)
{
	struct stat stat = { .st_size = 0 };

	if (!car->locked && !sidecar_is_current(car) && !sidecar_reopen(car, err))
		return false;
	if (car->fd >= 0 && fstat(car->fd, &stat) < 0)
		return sidecar_trouble(car, errno, "can't be read", err);
	if (car->replaced || (car->fd >= 0 && !still_holds(car, (uint64_t)stat.st_size))) {
		car->seen = 0;
		car->replaced = false;
		if (!reader->again(reader->to))
			return err_set(err, ERR_STOPPED, "%s: reading stopped", car->name);
	}
	if (car->fd < 0)
		return true;
	return read_until(car, (uint64_t)stat.st_size, reader, err);
}

bool sidecar_fetch(const struct sidecar *car, uint64_t offset, size_t len, struct buf *out,
		   struct err *err)
{
	char *room = buf_room(out, len);
	size_t got = 0;
	int number = 0;

	if (!room)
		return buf_ok(out, err);
	if (car->fd >= 0)
		number = file_read_at(car->fd, offset, room, len, &got);
	buf_grew(out, got == len ? len : 0);
	if (number)
		return sidecar_trouble(car, number, "can't be read", err);
	return got == len ||
	       err_set(err, ERR_FORMAT, "%s: the file has become shorter", car->name);
}
