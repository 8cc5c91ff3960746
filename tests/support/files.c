#include "files.h"

#include <fcntl.h>
#include <ftw.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

char *files_new(void)
{
	const char *top = getenv("TMPDIR");
	char *dir = files_path(top ? top : "/tmp", "diple-test-XXXXXX");

	if (!mkdtemp(dir))
		fail_msg("%s: can't make the directory", dir);
	return dir;
}

static int remove_entry(const char *path, const struct stat *about, int type, struct FTW *walk)
{
	(void)about;
	(void)type;
	(void)walk;
	return remove(path);
}

void files_remove(char *dir)
{
	if (dir && nftw(dir, remove_entry, 16, FTW_DEPTH | FTW_PHYS) != 0)
		print_error("%s: left behind\n", dir);
	free(dir);
}

char *files_path(const char *dir, const char *name)
{
	char *path = NULL;

	if (asprintf(&path, "%s/%s", dir, name) < 0)
		fail_msg("out of memory");
	return path;
}

static FILE *open_in(const char *dir, const char *name, const char *how)
{
	char *path = files_path(dir, name);
	FILE *file = fopen(path, how);

	if (!file)
		fail_msg("%s: can't be opened", path);
	free(path);
	return file;
}

void files_put(const char *dir, const char *name, const void *bytes, size_t length)
{
	FILE *file = open_in(dir, name, "we");

	assert_int_equal(fwrite(bytes, 1, length, file), length);
	assert_int_equal(fclose(file), 0);
}

void files_put_text(const char *dir, const char *name, const char *text)
{
	files_put(dir, name, text, strlen(text));
}

char *files_get(const char *dir, const char *name, size_t *length)
{
	FILE *file = open_in(dir, name, "re");
	char *bytes = NULL;
	size_t room = 0;
	FILE *memory = open_memstream(&bytes, &room);
	char some[4096];
	size_t got;

	assert_non_null(memory);
	while ((got = fread(some, 1, sizeof some, file)))
		assert_int_equal(fwrite(some, 1, got, memory), got);
	assert_false(ferror(file));
	fclose(file);
	assert_int_equal(fclose(memory), 0);
	if (length)
		*length = room;
	return bytes;
}

bool files_exist(const char *dir, const char *name)
{
	char *path = files_path(dir, name);
	bool there = faccessat(AT_FDCWD, path, F_OK, AT_SYMLINK_NOFOLLOW) == 0;

	free(path);
	return there;
}

size_t files_lines(const char *dir, const char *name)
{
	size_t length = 0, lines = 0;
	char *bytes;

	if (!files_exist(dir, name))
		return 0;
	bytes = files_get(dir, name, &length);
	for (size_t i = 0; i < length; i++)
		lines += bytes[i] == '\n';
	free(bytes);
	return lines;
}

char *files_take(int fd, size_t *len)
{
	struct stat stat;
	char *bytes;

	assert_int_equal(fstat(fd, &stat), 0);
	*len = (size_t)stat.st_size;
	bytes = calloc(*len + 1, 1);
	assert_non_null(bytes);
	assert_int_equal(pread(fd, bytes, *len, 0), *len);
	close(fd);
	return bytes;
}
