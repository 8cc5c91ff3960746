#ifndef FILES_H
#define FILES_H

#include <stdbool.h>
#include <stddef.h>

/*
 * A directory of the test's own, and the files in it.
 *
 * Names are relative to the directory and may contain slashes. Trouble with
 * the file system fails the running test: no function here returns an error.
 */

/* Makes an empty directory under $TMPDIR or /tmp. Owned: files_remove(). */
char *files_new(void);

/* Removes the directory with all that is in it, and frees `dir` (or NULL). */
void files_remove(char *dir);

/* The full path of `name`. Owned: free(). */
char *files_path(const char *dir, const char *name);

/* Writes `length` bytes as the whole of file `name`. */
void files_put(const char *dir, const char *name, const void *bytes, size_t length);

/* Writes the string `text` as the whole of file `name`. */
void files_put_text(const char *dir, const char *name, const char *text);

/*
 * The whole file, with a NUL behind it. Owned: free().
 * length  receives the number of bytes without that NUL; may be NULL.
 */
char *files_get(const char *dir, const char *name, size_t *length);

/* Is there anything of that name? */
bool files_exist(const char *dir, const char *name);

/* The number of LF bytes in the file; 0 where there is no file. */
size_t files_lines(const char *dir, const char *name);

/* All that a file has, with a NUL behind, and closes it. Owned by the caller. */
char *files_take(int fd, size_t *len);

#endif
