/*
 * System calls on files as the storage needs them: whole or not at all, and
 * interrupted ones begun again. Each returns an errno, 0 for success, since the
 * caller knows the name that belongs in the sentence.
 */
#ifndef FILE_H
#define FILE_H

#include "compiler.h"

#include <stddef.h>
#include <stdint.h>

/* Writes all of it; *done is how many bytes went out, also on failure. */
MUST_USE int file_write(int fd, const char *bytes, size_t len, size_t *done);

/* Reads up to `len` bytes at `offset`; fewer only at the end of the file. */
MUST_USE int file_read_at(int fd, uint64_t offset, char *out, size_t len, size_t *done);

/*
 * Tries once for the write lock on the whole file: EAGAIN where another has it. An OFD
 * lock belongs to the open file, not to the process: closing another descriptor of the
 * same file doesn't drop it. flock() only where the file system knows no OFD locks.
 */
MUST_USE int file_lock(int fd);
void file_unlock(int fd);

/* Makes the directory's entries last. Where it can't be opened or synced, that is no error. */
MUST_USE int file_sync_directory(int directory);

#endif
