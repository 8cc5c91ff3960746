/*
 * What the commands share: one run of the program, its outputs, its status, and the
 * options that every command takes. How a command opens texts: command_text.h.
 *
 * A command is a file cmd_NAME.c that defines one `struct command`, a line in
 * commands.h, and a row in main.c.
 */
#ifndef COMMAND_H
#define COMMAND_H

#include "fold_forms.h"
#include "option.h"
#include "output.h"
#include "paragraph.h"
#include "phrases.h"
#include "places.h"
#include "settings.h"

enum status {
	STATUS_DONE = 0,
	STATUS_NO = 1,	    /* it was done, and the answer is no */
	STATUS_TROUBLE = 2, /* something was not done */
};

struct program;

struct command {
	const char *name;	      /* "" reads: it needs no name */
	const char *operands;	      /* for the usage line */
	const char *help;	      /* what it does, in a few words */
	const struct option *options; /* its own */
	void (*run)(struct program *program, char **argv);
};

/* The options that every command takes. */
struct shared {
	const char *as, *url, *theme; /* NULL where not given */
	enum paragraph_mode paragraphs;
	size_t width; /* columns; 0: not given */
	bool unfolded;
	bool help, version;
};
extern const struct option shared_options[];

/* One run of the program. */
struct program {
	const struct command *const *commands; /* all there are, NULL at the end */
	const struct command *command;	       /* this one */
	struct output out;		       /* standard output */
	struct output log;		       /* standard error: messages */
	struct shared shared;
	struct places places;	  /* known after command_start() */
	struct settings settings; /* empty before program_settle() */
	struct phrases phrases;	  /* none before program_phrases() */
	bool phrases_known, phrases_wrong;
	struct fold_forms index; /* of all phrases; empty before program_index() */
	bool index_made;
	char *who; /* who marks; NULL before program_settle() */
	enum status status;
};

/* The rows of `commands` are borrowed. */
void program_init(struct program *program, const struct command *const *commands);

/* Closes both outputs, releases all, and returns the status. */
int program_finish(struct program *program);

/* Says one sentence on standard error, behind what was printed before. */
void program_say(struct program *program, const char *text);

/* Says an error; the status will be STATUS_TROUBLE. Returns false. */
bool program_trouble(struct program *program, const struct err *err);

/* The same for a misuse of the command line: the sentence ends with where to read more. */
bool program_misuse(struct program *program, const char *format, ...) PRINTF(2, 3);

/* The answer is no. */
void program_deny(struct program *program);

/* Finds the settings and who marks, once. Errors are said. */
MUST_USE bool program_settle(struct program *program);

/*
 * The user's own phrases, for folding: read when they are asked for first, what is wrong in
 * their file said then. NULL if there are none. Valid while the program runs.
 */
const struct fold_phrase *program_phrases(struct program *program);

/* These and the built-in ones, made ready for the folds of many texts; NULL: no memory. */
const struct fold_forms *program_index(struct program *program);

/*
 * Parses `argv` into `options`, the command's own struct, and the operands. False if there
 * is nothing more to do: --help or --version was printed, or an error was said.
 */
MUST_USE bool command_start(struct program *program, char **argv, void *options,
			    struct operands *operands);

/*
 * Calls `each` for every operand, "-" if there are none, until nobody takes the output
 * any more. One that fails doesn't stop the others.
 */
void command_each(struct program *program, const struct operands *operands,
		  void (*each)(struct program *program, const char *path, void *to), void *to);

#endif
