/*
 * The texts of a command line: opened, guarded against a file that is cut short, and given
 * back. What is opened here is released here.
 */
#ifndef COMMAND_TEXT_H
#define COMMAND_TEXT_H

#include "article.h"
#include "command.h"

/* True for "-". */
bool path_is_input(const char *path);

/* Opens the text of `path`; "-" is standard input. Errors are said. */
MUST_USE bool command_text(struct program *program, const char *path, struct text *text);

/*
 * The same, but of standard input perhaps only the beginning. While the text is growing,
 * command_more() waits for more, command_rest() for all; what was printed before goes out
 * first. The second leaves the error to the caller.
 */
MUST_USE bool command_begin(struct program *program, const char *path, struct text *text);
MUST_USE bool command_begin_try(const char *path, struct text *text, struct err *err);
MUST_USE bool command_more(struct program *program, struct text *text, struct err *err);
MUST_USE bool command_rest(struct program *program, struct text *text, struct err *err);

/* Releases it, and says so if the file was cut short meanwhile. */
void command_text_done(struct program *program, const char *path, struct text *text);

/* The paragraph mode that was asked for, or that fits the text. */
enum paragraph_mode command_mode(const struct program *program, const struct text *text);

/*
 * Opens a whole article, with its marks; NULL with the error said. To be given back to
 * command_article_done(), which also says if the file was cut short.
 */
MUST_USE struct article *command_article(struct program *program, const char *path);
void command_article_done(struct program *program, struct article *article);

#endif
