#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

int file_write(int fd, const char *bytes, size_t len, size_t *done)
{
	for (*done = 0; *done < len;) {
		ssize_t wrote = write(fd, bytes + *done, len - *done);

		if (wrote > 0)
			*done += (size_t)wrote;
		else if (wrote == 0)
			return ENOSPC;
		else if (errno != EINTR)
			return errno;
	}
	return 0;
}

int file_read_at(int fd, uint64_t offset, char *out, size_t len, size_t *done)
{
	for (*done = 0; *done < len;) {
		ssize_t got = pread(fd, out + *done, len - *done, (off_t)(offset + *done));

		if (got > 0)
			*done += (size_t)got;
		else if (got == 0)
			return 0;
		else if (errno != EINTR)
			return errno;
	}
	return 0;
}

static int set_lock(int fd, short type)
{
	struct flock whole = { .l_type = type, .l_whence = SEEK_SET };
	int got;

	do
		got = fcntl(fd, F_OFD_SETLK, &whole);
	while (got < 0 && errno == EINTR);
	return got < 0 ? errno : 0;
}

int file_lock(int fd)
{
	int number = set_lock(fd, F_WRLCK);

	if (number == EINVAL)
		number = flock(fd, LOCK_EX | LOCK_NB) < 0 ? errno : 0;
	return number == EACCES ? EAGAIN : number;
}

void file_unlock(int fd)
{
	if (set_lock(fd, F_UNLCK) == EINVAL)
		flock(fd, LOCK_UN);
}

int file_sync_directory(int directory)
{
	int fd = openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC), number = 0;

	if (fd < 0)
		return 0;
	if (fsync(fd) < 0 && (errno == EIO || errno == ENOSPC || errno == EDQUOT))
		number = errno;
	close(fd);
	return number;
}
