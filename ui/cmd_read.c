/*
 * Reading: the viewer on a terminal, the deduplicated text elsewhere.
 */
#include "commands.h"
#include "folded.h"
#include "loop.h"
#include "loop_await.h"
#include "loop_signals.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Columns of the text where nothing else is set: a line that the eye finds back from. */
#define WIDTH_DEFAULT 72

/* Input that comes sooner needs no word. */
#define SOON_MS 200

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

/* The terminal, from when something is to be shown. */
struct stage {
	struct program *program;
	struct loop_wait wait; /* its screen is the stage's; NULL: not open yet */
	char notice[128];
	long since; /* when standard input was first waited for; 0: not yet */
};

static bool stage_open(struct stage *stage, struct err *err)
{
	struct theme theme;

	if (stage->wait.screen)
		return true;
	if (!load_theme(stage->program, &theme, err))
		return false;
	loop_signals();
	return screen_open(&stage->wait.screen, &theme, wants_colour(), stage->notice, err);
}

static void stage_close(struct stage *stage)
{
	screen_close(stage->wait.screen);
	canvas_release(&stage->wait.canvas);
}

/* An article_await.input: most input is there at once, and no screen is shown before the text.
 */
static bool await_input(void *to, size_t bytes, struct err *err)
{
	struct stage *stage = to;
	struct pollfd input = { .fd = STDIN_FILENO, .events = POLLIN };
	long left;

	if (!stage->since)
		stage->since = loop_now();
	left = stage->since + SOON_MS - loop_now();
	if (!stage->wait.screen && left > 0 && poll(&input, 1, (int)left) > 0)
		return true;
	return stage_open(stage, err) && loop_await(&stage->wait, bytes, err);
}

/* On a terminal that is there, until the reader leaves. */
static bool show(struct stage *stage, struct viewer *viewer, int *ending, struct err *err)
{
	struct program *program = stage->program;

	if (!stage_open(stage, err))
		return false;
	if (*stage->notice && !*viewer->message.words)
		viewer_say(viewer, "%s", stage->notice);
	else if (program->phrases_wrong && !*viewer->message.words)
		viewer_say(viewer, "your phrases have mistakes, which you see after leaving");
	return loop_run(viewer, stage->wait.screen, ending, err);
}

/* Opens the files and shows them. */
static void read_on(struct stage *stage, const struct viewer_options *options,
		    struct viewer *viewer)
{
	struct program *program = stage->program;
	struct err err;
	int ending = 0;
	bool done = viewer_open(viewer, options, &err);
	const bool opened = done && !stage->wait.left;

	if (opened)
		done = show(stage, viewer, &ending, &err);
	stage_close(stage);
	if (!done && !stage->wait.left)
		program_trouble(program, &err);
	if (opened && (journal_unsaved(&viewer->article->journal) || viewer->stopped_early))
		program->status = STATUS_TROUBLE;
	else if (ending || stage->wait.ending)
		end_by(ending ? ending : stage->wait.ending);
}

static void read_in_viewer(struct program *program, const struct operands *operands,
			   const struct across *across)
{
	static char *const input[] = { NULL };
	struct stage stage = { .program = program };
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
			     .patience = PATIENCE_SCREEN,
			     .await = { await_input, &stage } },
	};
	struct viewer viewer;
	const struct across_listener listener = { viewer_remark, &viewer, PATIENCE_SCREEN };

	if (!file_list_readings(program, across, &listener, &options.readings))
		return;
	read_on(&stage, &options, &viewer);
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
