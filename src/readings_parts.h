/*
 * What the parts of a reading list share. Nobody else includes this.
 *
 *	readings.c	opens and closes; how a file is named, read and sampled
 *	readings_note.c	files are noted for those behind them
 *	readings_find.c	earlier texts are found and fed
 */
#ifndef READINGS_PARTS_H
#define READINGS_PARTS_H

#include "corpus.h"
#include "fold_prints.h"
#include "readings.h"

struct readings {
	struct corpus *corpus;
	struct readings_options options;
	struct fold_prints prints; /* of the text at hand */
};

/*
 * The name under which a file is noted: absolute, without symbolic links, owned by the caller.
 * NULL for standard input ("-" or NULL), and for what is not found. Fails only for memory.
 */
MUST_USE bool readings_whole_path(const char *path, char **whole, struct err *err);

/* A file of the list: how many bytes it has, and its text, empty where these are too many. */
struct readings_file {
	size_t bytes;
	struct text text;
};

/* Opens a regular file of at most `most` bytes; of a longer one, only file->bytes is filled. */
MUST_USE bool readings_open_file(struct readings_file *file, const char *path, size_t most,
				 struct err *err);

/* True if there was no memory: nobody else will say so. */
bool readings_is_memory(const struct err *err);

bool readings_is_long(const struct text *text);
struct fingerprint readings_digest(const struct text *text);
enum paragraph_mode readings_mode(const struct readings *readings, const struct text *text);

/* Fills readings->prints with at most `most` of each paragraph. */
MUST_USE bool readings_take_prints(struct readings *readings, const struct text *text,
				   size_t most, struct err *err);

#endif
