#include "commands.h"
#include "rescue.h"

#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* In the order of the help. A new row is the whole wiring of a command. */
static const struct command *const commands[] = {
	&command_read,	 &command_fold, &command_suggest, &command_mark,
	&command_unmark, &command_list, &command_check,	  NULL,
};

/* Text is UTF-8 whatever the locale says, and curses would send raw bytes otherwise. */
static void set_locale(void)
{
	setlocale(LC_ALL, "");
	if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		setlocale(LC_CTYPE, "C.UTF-8");
}

/* No file may get the number of a standard stream that the caller closed. */
static void fill_standard_streams(void)
{
	int fd;

	do
		fd = open("/dev/null", O_RDWR);
	while (fd >= 0 && fd <= STDERR_FILENO);
	if (fd >= 0)
		close(fd);
}

/* The command of that name; "" for what is none: then the words are files to read. */
static const struct command *find_command(const char *name)
{
	for (size_t n = 0; name && commands[n]; n++)
		if (*commands[n]->name && !strcmp(commands[n]->name, name))
			return commands[n];
	return commands[0];
}

int main(int argc, char **argv)
{
	struct program program;

	fill_standard_streams();
	set_locale();
	signal(SIGPIPE, SIG_IGN);
	rescue_arm();
	program_init(&program, commands);
	program.command = find_command(argc > 1 ? argv[1] : NULL);
	argv += argc > 0 && *program.command->name ? 2 : argc > 0;
	program.command->run(&program, argv);
	return program_finish(&program);
}
