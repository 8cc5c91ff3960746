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

/*
 * Text is UTF-8 whatever the locale says, and curses would send raw bytes otherwise.
 * Nothing but characters: numbers in JSON have a point in every country.
 */
static void set_locale(void)
{
	if (!setlocale(LC_CTYPE, "") || strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		setlocale(LC_CTYPE, "C.UTF-8");
}

/*
 * A standard stream that the caller closed is opened the wrong way round: no file of ours
 * gets its number, and using it fails as it should. False where that can't be done.
 */
static bool fill_standard_streams(void)
{
	static const int ways[] = { O_WRONLY, O_RDONLY, O_RDONLY };

	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", ways[fd]) != fd)
			return false;
	return true;
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

	if (!fill_standard_streams())
		return STATUS_TROUBLE;
	set_locale();
	signal(SIGPIPE, SIG_IGN);
	signal(SIGXFSZ, SIG_IGN); /* a file that is too large is an error like others */
	rescue_arm();
	program_init(&program, commands);
	program.command = find_command(argc > 1 ? argv[1] : NULL);
	argv += argc > 0 && *program.command->name ? 2 : argc > 0;
	program.command->run(&program, argv);
	return program_finish(&program);
}
