/*
 * Locking and appending. The lock belongs to an inode, the name may meanwhile
 * lead to another: whoever got the lock looks again and begins anew if so.
 * A lock file beside it would need no such look, but litters, and stays after
 * a crash.
 */
#include "sidecar_parts.h"

#include "file.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <time.h>
#include <unistd.h>

/* Milliseconds between two tries for the lock. */
#define PAUSE 20

/* So often the name may lead elsewhere by the time the lock is there. */
#define MOVES_MAX 1000

/* A group that shares an article shares its marks: the article's mode counts, not the umask. */
static void give_to_group(const struct sidecar *car, int fd)
{
	if (car->group != (gid_t)-1 && !fchown(fd, (uid_t)-1, car->group))
		(void)!fchmod(fd, car->mode);
}

/* Makes the file if nothing stands under its name; another's that came first is as good. */
static bool make(struct sidecar *car, struct err *err)
{
	int fd = openat(car->directory, car->name,
			O_RDWR | O_APPEND | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
			car->mode);
	struct stat stat;

	if (fd < 0 && errno == EEXIST)
		return sidecar_reopen(car, err);
	if (fd < 0)
		return sidecar_trouble(car, errno, "can't be made", err);
	give_to_group(car, fd);
	if (fstat(fd, &stat) < 0) {
		close(fd);
		return sidecar_trouble(car, errno, "can't be made", err);
	}
	sidecar_adopt(car, fd, &stat);
	car->created = car->writable = true;
	return true;
}

static int64_t now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

enum attempt {
	GOT,
	BUSY,
	MOVED, /* another file stands under the name: try that */
	FAILED,
};

/* One try, on whatever stands under the name just then. */
static enum attempt try_lock(struct sidecar *car, struct err *err)
{
	int number;

	if (car->fd < 0 && !make(car, err))
		return FAILED;
	if (car->fd < 0)
		return MOVED; /* came and went again between two looks */
	if (!car->writable) {
		sidecar_trouble(car, EACCES, "can't be written", err);
		return FAILED;
	}
	number = file_lock(car->fd);
	if (number == EAGAIN)
		return BUSY;
	if (number) {
		sidecar_trouble(car, number, "can't be locked", err);
		return FAILED;
	}
	if (sidecar_is_current(car))
		return GOT;
	return sidecar_reopen(car, err) ? MOVED : FAILED;
}

static bool wait_for_lock(struct sidecar *car, int patience, struct err *err)
{
	const struct timespec pause = { .tv_nsec = PAUSE * 1000000L };
	const int64_t deadline = now() + patience;

	for (int moves = 0;;) {
		enum attempt attempt = try_lock(car, err);

		if (attempt == GOT || attempt == FAILED)
			return attempt == GOT;
		if (attempt == MOVED && moves++ < MOVES_MAX)
			continue;
		if (now() >= deadline)
			return err_set(
				err, ERR_LIMIT,
				"%s: another program is writing; try again when it is done",
				car->name);
		nanosleep(&pause, NULL);
	}
}

bool sidecar_lock(struct sidecar *car, int patience, const struct sidecar_reader *reader,
		  struct err *err)
{
	assert(!car->locked);
	if (!wait_for_lock(car, patience, err))
		return false;
	car->locked = true;
	if (sidecar_read(car, reader, err))
		return true;
	sidecar_unlock(car);
	return false;
}

void sidecar_unlock(struct sidecar *car)
{
	if (car->locked)
		file_unlock(car->fd);
	car->locked = false;
}

/* The size of an open file, and whether it ends in a whole line. */
static int look_at_end(int fd, uint64_t *size, bool *whole)
{
	struct stat stat;
	char last = '\n';
	size_t got;
	int number = 0;

	if (fstat(fd, &stat) < 0)
		return errno;
	*size = (uint64_t)stat.st_size;
	if (*size)
		number = file_read_at(fd, *size - 1, &last, 1, &got);
	*whole = last == '\n';
	return number;
}

/*
 * Takes back what this very step wrote. Whoever appended without the lock meanwhile
 * keeps his bytes: then nothing is cut, and the next append begins a new line.
 */
static void take_back(int fd, uint64_t size, uint64_t wrote)
{
	struct stat stat;

	if (wrote && !fstat(fd, &stat) && (uint64_t)stat.st_size == size + wrote)
		(void)!ftruncate(fd, (off_t)size);
}

/* One write, with an LF in front where a torn tail would otherwise be glued to. */
static int write_lines(int fd, bool whole, const struct buf *lines, size_t *wrote)
{
	struct buf joined = BUF_EMPTY;
	int number;

	if (whole)
		return file_write(fd, lines->at, lines->len, wrote);
	buf_add_char(&joined, '\n');
	buf_add(&joined, lines->at, lines->len);
	*wrote = 0;
	number = joined.failed ? ENOMEM : file_write(fd, joined.at, joined.len, wrote);
	buf_release(&joined);
	return number;
}

static int sync_append(struct sidecar *car)
{
	/* Never tried again on this file: the kernel would say yes to pages it has lost. */
	int number = fdatasync(car->fd) < 0 ? errno : 0;

	if (!number && car->created)
		number = file_sync_directory(car->directory);
	if (number)
		car->suspect = true;
	else
		car->created = false;
	return number;
}

bool sidecar_append(struct sidecar *car, const struct buf *lines, uint64_t *offset,
		    struct err *err)
{
	uint64_t size = 0;
	size_t wrote = 0;
	bool whole = true;
	int number;

	assert(car->locked && lines->len && lines->at[lines->len - 1] == '\n');
	if (car->suspect)
		return sidecar_trouble(car, EIO, "the disk lost what was written before", err);
	number = look_at_end(car->fd, &size, &whole);
	if (!number)
		number = write_lines(car->fd, whole, lines, &wrote);
	if (!number)
		number = sync_append(car);
	if (number) {
		take_back(car->fd, size, wrote);
		return sidecar_trouble(car, number, "can't be written", err);
	}
	*offset = size + !whole;
	car->seen = *offset + lines->len;
	car->torn = 0;
	return true;
}

bool sidecar_remove(struct sidecar *car, struct err *err)
{
	assert(car->locked);
	if (unlinkat(car->directory, car->name, 0) < 0 && errno != ENOENT)
		return sidecar_trouble(car, errno, "can't be removed", err);
	car->seen = 0;
	sidecar_adopt(car, -1, NULL);
	return true;
}
