#include "commands.h"
#include "folded.h"

static const struct option read_rows[] = {
	{ .name = NULL },
};

/* Stands in until the reader is there. */
static int read_in_viewer(struct program *program, const struct operands *operands)
{
	(void)operands;
	return program_misuse(program, "the reader is still to come");
}

static void print_file(struct program *program, const char *path, void *to)
{
	(void)to;
	folded_print(program, path);
}

/* As `less` turns into `cat`: what goes to a pipe needs no reader. */
static void read_files(struct program *program, char **argv)
{
	struct operands operands;

	if (!command_start(program, argv, NULL, &operands))
		return;
	if (program->out.terminal)
		read_in_viewer(program, &operands);
	else
		command_each(program, &operands, print_file, NULL);
}

const struct command command_read = {
	.name = "",
	.operands = "[FILE...]",
	.help = "reads in the viewer; to a pipe, prints as fold does",
	.options = read_rows,
	.run = read_files,
};
