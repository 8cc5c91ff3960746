/*
 * After a failed fdatasync the kernel counts the pages as clean, though the disk
 * never had them; asked again it says that all is well. So every byte is
 * written anew, into a fresh file that takes the old one's place.
 */
#include "sidecar_parts.h"

#include "file.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>
#include <unistd.h>

/* A hidden name beside the file's own, such that no two programs choose the same. */
static bool make_fresh(const struct sidecar *car, char **name, int *fd, struct err *err)
{
	uint64_t number = 0;

	if (getrandom(&number, sizeof number, 0) != (ssize_t)sizeof number)
		return sidecar_trouble(car, errno, "no random name beside it", err);
	if (asprintf(name, ".%s.%016" PRIx64 ".tmp", car->name, number) < 0) {
		*name = NULL;
		return err_memory(err);
	}
	*fd = openat(car->directory, *name,
		     O_RDWR | O_APPEND | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	return *fd >= 0 || sidecar_trouble(car, errno, "no file can be made beside it", err);
}

static int copy_bytes(int from, int to, uint64_t *size)
{
	char chunk[65536], last = '\n';
	size_t got = 1, wrote;
	int number = 0;

	for (*size = 0; got && !number; *size += got) {
		number = file_read_at(from, *size, chunk, sizeof chunk, &got);
		if (!number && got)
			number = file_write(to, chunk, got, &wrote);
		if (got)
			last = chunk[got - 1];
	}
	if (!number && last != '\n') {
		number = file_write(to, "\n", 1, &wrote);
		++*size;
	}
	return number;
}

/* Everything up to the moment where the new file takes the old one's name. */
static int fill_fresh(const struct sidecar *car, const struct stat *old, int fd,
		      const struct buf *lines, uint64_t *size)
{
	size_t wrote;
	int number = copy_bytes(car->fd, fd, size);

	if (!number)
		number = file_write(fd, lines->at, lines->len, &wrote);
	if (!number && (fchown(fd, (uid_t)-1, old->st_gid) < 0 ||
			fchmod(fd, old->st_mode & 07777) < 0 || fsync(fd) < 0))
		number = errno;
	return number ? number : file_lock(fd);
}

static bool take_place(struct sidecar *car, const char *name, int fd, uint64_t size,
		       struct err *err)
{
	struct stat stat;
	int number;

	if (fstat(fd, &stat) < 0 ||
	    renameat(car->directory, name, car->directory, car->name) < 0)
		return sidecar_trouble(car, errno, "can't be written anew", err);
	car->seen = 0; /* the same lines in another file: nothing comes again */
	sidecar_adopt(car, fd, &stat);
	car->locked = true;
	car->seen = size;
	number = file_sync_directory(car->directory);
	return !number || sidecar_trouble(car, number, "can't be written anew", err);
}

bool sidecar_rescue(struct sidecar *car, const struct buf *lines, uint64_t *offset,
		    struct err *err)
{
	struct stat old;
	char *name = NULL;
	int fd = -1, number;
	bool done = false;

	assert(car->locked);
	if (fstat(car->fd, &old) < 0)
		return sidecar_trouble(car, errno, "can't be read", err);
	if (old.st_nlink > 1)
		return err_set(err, ERR_USAGE,
			       "%s: has several hard links, and a new file would part them",
			       car->name);
	if (!make_fresh(car, &name, &fd, err))
		goto out;
	number = fill_fresh(car, &old, fd, lines, offset);
	done = number ? sidecar_trouble(car, number, "can't be written anew", err)
		      : take_place(car, name, fd, *offset + lines->len, err);
out:
	if (fd >= 0 && car->fd != fd) {
		unlinkat(car->directory, name, 0);
		close(fd);
	}
	free(name);
	return done;
}
