/*
 * Reading: the viewer on a terminal, the deduplicated text elsewhere.
 */
#include "commands.h"
#include "folded.h"
#include "loop.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Columns of the text where nothing else is set: a line that the eye finds back from. */
#define WIDTH_DEFAULT 72

struct read_options {
	struct across across;
};

/* clang-format off */
static const struct option read_rows[] = {
	ACROSS_ROWS(struct read_options),
	{ .name = NULL },
};
/* clang-format on */

static void print_file(struct program *program, const struct listed *file, void *to)
{
	(void)to;
	folded_print(program, file);
}

static bool load_theme(struct program *program, struct theme *theme, struct err *err)
{
	const char *name = program->shared.theme;
	struct buf directory = BUF_EMPTY;
	bool loaded;

	if (!name)
		name = *program->settings.theme ? program->settings.theme : THEME_DEFAULT;
	if (program->places.config)
		buf_printf(&directory, "%s/themes", program->places.config);
	loaded = theme_load(theme, name, directory.len ? directory.at : NULL, err);
	buf_release(&directory);
	return loaded;
}

static int width_of(const struct program *program)
{
	if (program->shared.width)
		return (int)program->shared.width;
	return program->settings.width ? program->settings.width : WIDTH_DEFAULT;
}

/* PCRE2's compiler writes code that valgrind can't follow. */
static bool may_compile(void)
{
	return !getenv("DIPLE_VALGRIND");
}

/* NO_COLOR, if it is there and not empty: https://no-color.org */
static bool wants_colour(void)
{
	const char *no = getenv("NO_COLOR");

	return !no || !*no;
}

/* The signal that ended the reader ends the program, for the shell to see. */
static void end_by(int number)
{
	sigset_t only;

	signal(number, SIG_DFL);
	sigemptyset(&only);
	sigaddset(&only, number);
	raise(number);
	sigprocmask(SIG_UNBLOCK, &only, NULL);
}

/* On a terminal that is there, until the reader leaves. */
static bool show(struct program *program, struct viewer *viewer, struct err *err)
{
	char notice[128];
	struct screen *screen;
	struct theme theme;
	int ending = 0;
	bool done;

	if (!load_theme(program, &theme, err))
		return false;
	loop_signals();
	if (!screen_open(&screen, &theme, wants_colour(), notice, err))
		return false;
	if (*notice && !*viewer->message.words)
		viewer_say(viewer, "%s", notice);
	else if (program->phrases_wrong && !*viewer->message.words)
		viewer_say(viewer, "your phrases have mistakes, which you see after leaving");
	done = loop_run(viewer, screen, &ending, err);
	screen_close(screen);
	if (journal_unsaved(&viewer->article->journal) || viewer->stopped_early)
		program->status = STATUS_TROUBLE;
	else if (ending)
		end_by(ending);
	return done;
}

static void read_in_viewer(struct program *program, const struct operands *operands,
			   const struct across *across)
{
	static char *const input[] = { NULL };
	struct viewer_options options = {
		.files = operands->count ? (const char *const *)operands->items
					 : (const char *const *)input,
		.count = operands->count ? operands->count : 1,
		.settings = &program->settings,
		.state = program->places.state,
		.width = width_of(program),
		.jit = may_compile(),
		.article = { .mode = program->shared.paragraphs,
			     .who = program->who,
			     .url = program->shared.url ? program->shared.url
							: program->settings.url,
			     .state = program->places.state,
			     .unfolded = program->shared.unfolded,
			     .phrases =
				     program->shared.unfolded ? NULL : program_phrases(program),
			     .patience = PATIENCE_SCREEN },
	};
	struct viewer viewer;
	const struct across_listener listener = { viewer_remark, &viewer, PATIENCE_SCREEN };
	struct err err;
	bool done;

	if (!file_list_readings(program, across, &listener, &options.readings))
		return;
	done = viewer_open(&viewer, &options, &err);
	if (!done || !show(program, &viewer, &err))
		program_trouble(program, &err);
	viewer_release(&viewer);
	readings_close(options.readings);
}

/* As `less` turns into `cat`: what goes to a pipe needs no reader. */
static void read_files(struct program *program, char **argv)
{
	struct read_options options = { .across = { .wanted = false } };
	struct operands operands;

	if (!command_start(program, argv, &options, &operands))
		return;
	if (!program->out.terminal)
		file_list(program, &operands, &options.across, print_file, NULL);
	else if (!operands.count && isatty(STDIN_FILENO))
		program_misuse(program, "no file to read");
	else if (program_settle(program))
		read_in_viewer(program, &operands, &options.across);
}

const struct command command_read = {
	.name = "",
	.operands = "[--across] [--index FILE] [FILE...]",
	.help = "reads in the viewer; to a pipe, prints as fold does",
	.options = read_rows,
	.run = read_files,
};
