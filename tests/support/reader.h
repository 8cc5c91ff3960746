/*
 * A viewer without a terminal: keys in, a canvas out. Each key is pressed by somebody who
 * waits for the frame of the one before, unless the test says otherwise.
 *
 *	struct reader *r = reader_open("One said: \"Yes.\"\n", 6, 40);
 *	reader_press(r, "s s");
 *	assert_string_equal(reader_row(r, -1), "…");
 */
#ifndef TESTS_READER_H
#define TESTS_READER_H

#include "viewer.h"

struct reader {
	char *home;  /* a directory of the test's own; holds a.txt */
	char *path;  /* of a.txt */
	char *state; /* the program's state directory */
	struct settings settings;
	struct viewer viewer;
	struct canvas canvas;
	struct buf dump;
};

/* Opens a viewer on a text, as "ada", on a screen of that size. */
struct reader *reader_open(const char *text, int rows, int columns);
/* The same with several texts: a.txt, b.txt and so on; ends with NULL. */
struct reader *reader_open_all(const char *const *texts, int rows, int columns);
void reader_close(struct reader *reader);

/* Leaves and opens the same files again, as `who`. */
void reader_again(struct reader *reader, const char *who);

/* Another size of the screen. */
void reader_resize(struct reader *reader, int rows, int columns);

/* Presses keys by name ("j", "Tab", "C-r"), parted by blanks, each after a frame. */
void reader_press(struct reader *reader, const char *keys);

/* The same in one go: no frame between them. */
void reader_burst(struct reader *reader, const char *keys);

/* Types a string into a prompt. */
void reader_type(struct reader *reader, const char *words);

/* A row of the screen without blanks at its end, from 0, or from the last one, -1. Valid until
 * the next call. */
const char *reader_row(struct reader *reader, int row);

/* All rows; and their styles, a letter of style_rows a cell. */
const char *reader_screen(struct reader *reader);
const char *reader_styles(struct reader *reader);

/* The words in focus, or selected; "" for none. */
const char *reader_focus(struct reader *reader);
const char *reader_selection(struct reader *reader);

/* The live marks as "kind type words (who)", a line each, in reading order. */
const char *reader_marks(struct reader *reader);

/* Lines in the sidecar of a.txt. */
size_t reader_lines(const struct reader *reader);

#endif
