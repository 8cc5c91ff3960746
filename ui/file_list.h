/*
 * The files of a command line, one after another: those named, those in directories, and,
 * where that is asked for, each with what the earlier ones said (readings.h).
 */
#ifndef FILE_LIST_H
#define FILE_LIST_H

#include "command_text.h"
#include "readings.h"

/* What the options --across and --index ask for. */
struct across {
	bool wanted;
	const char *index; /* a file, implies `wanted`; NULL: in memory */
};

/* Whom the list tells what it leaves out: readings_options.say. */
struct across_listener {
	void (*say)(void *to, const char *sentence);
	void *to;
	int patience; /* milliseconds */
};

/* Rows of options that fill member `across` of the options' struct `type`. */
#define ACROSS_ROWS(type)                                                                      \
	{ "across",    0,                                                                      \
	  NULL,	       "fold what earlier files said",                                         \
	  option_flag, offsetof(type, across.wanted) },                                        \
	{                                                                                      \
		"index", 0, "FILE", "the same, and keep what was read in FILE",                \
			file_list_index, offsetof(type, across.index)                          \
	}

/* Reads the value of --index. */
bool file_list_index(void *field, const char *word, struct err *err);

struct listed {
	const char *path;	   /* as given, or below a directory as given */
	bool named;		   /* on the command line: if it can't be read, that is said */
	struct readings *readings; /* NULL: it stands alone */
};

typedef void file_list_each(struct program *program, const struct listed *file, void *to);

/*
 * Calls `each` for every file, "-" if there are no operands, until nobody takes the output any
 * more. In directories hidden files, sidecars, what is no regular file, the index and the file
 * that the output goes to are passed over; their files come in the byte order of their paths.
 * Errors are said.
 */
void file_list(struct program *program, const struct operands *operands,
	       const struct across *across, file_list_each *each, void *to);

/* Opens the reading list that is asked for; NULL where none is, or where that failed, said. */
MUST_USE bool file_list_readings(struct program *program, const struct across *across,
				 const struct across_listener *listener,
				 struct readings **readings);

/* Opens a file's text as command_begin() does; in a directory, what is no text is passed over.
 */
MUST_USE bool file_list_text(struct program *program, const struct listed *file,
			     struct text *text);

#endif
