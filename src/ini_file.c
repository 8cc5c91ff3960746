#include "ini_file.h"

#include <errno.h>
#include <fcntl.h>
#include <ini.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct reading {
	FILE *file;
	bool (*take)(void *to, const struct ini_entry *entry, struct err *err);
	void *to;
	unsigned line;
	unsigned too_long; /* the first line that was, or 0 */
	bool refused;	   /* by `take`: nothing more is handed over */
	struct err *err;
};

static void skip_line(FILE *file)
{
	int c;

	do
		c = getc(file);
	while (c != '\n' && c != EOF);
}

/* What inih calls in fgets()'s place. After a refusal the file is at its end. */
static char *next_line(char *line, int size, void *to)
{
	struct reading *reading = to;
	size_t len;

	if (reading->refused || !fgets(line, size, reading->file))
		return NULL;
	reading->line++;
	len = strlen(line);
	if (len && line[len - 1] != '\n' && !feof(reading->file)) {
		skip_line(reading->file);
		if (!reading->too_long)
			reading->too_long = reading->line;
		*line = '\0';
	}
	len = strspn(line, " \t");
	memmove(line, line + len, strlen(line + len) + 1);
	return line;
}

static int take_entry(void *to, const char *section, const char *name, const char *value)
{
	struct reading *reading = to;
	const struct ini_entry entry = { section, name, value, reading->line };

	reading->refused =
		reading->refused || !reading->take(reading->to, &entry, reading->err);
	return !reading->refused;
}

/* A FIFO would keep us waiting, a directory gives no lines. */
static FILE *open_regular(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	struct stat stat;
	FILE *file;

	if (fd < 0)
		return NULL;
	if (fstat(fd, &stat) < 0 || !S_ISREG(stat.st_mode)) {
		close(fd);
		errno = EINVAL;
		return NULL;
	}
	file = fdopen(fd, "r");
	if (!file)
		close(fd);
	return file;
}

static bool judge(const struct reading *reading, const char *path, int bad_line)
{
	struct err why;

	if (reading->refused) {
		why = *reading->err;
		return err_set(reading->err, why.kind, "%s: line %u: %.300s", path,
			       reading->line, why.text);
	}
	if (bad_line > 0)
		return err_set(reading->err, ERR_FORMAT,
			       "%s: line %d: neither [section] nor name = value", path,
			       bad_line);
	if (reading->too_long)
		return err_set(reading->err, ERR_FORMAT, "%s: line %u: longer than %d bytes",
			       path, reading->too_long, INI_LINE_MAX);
	return true;
}

bool ini_file_read(const char *path,
		   bool (*take)(void *to, const struct ini_entry *entry, struct err *err),
		   void *to, struct err *err)
{
	struct reading reading = {
		.file = open_regular(path), .take = take, .to = to, .err = err
	};
	int bad_line;

	if (!reading.file && (errno == ENOENT || errno == ENOTDIR))
		return true;
	if (!reading.file)
		return err_system(err, errno, "%s: can't be read", path);
	bad_line = ini_parse_stream(next_line, &reading, take_entry, &reading);
	fclose(reading.file);
	return judge(&reading, path, bad_line);
}
