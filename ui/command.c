#include "command.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "hash.h"
#include "help.h"

void program_init(struct program *program, const struct command *const *commands)
{
	*program = (struct program){ .commands = commands };
	output_init(&program->out, STDOUT_FILENO);
	output_init(&program->log, STDERR_FILENO);
}

/* Standard error has nowhere to report its own trouble to. */
int program_finish(struct program *program)
{
	struct err err;

	if (!output_close(&program->out, &err)) {
		program->status = STATUS_TROUBLE;
		if (err.kind != ERR_NONE)
			output_message(&program->log, err.text);
	}
	if (!output_close(&program->log, &err))
		program->status = STATUS_TROUBLE;
	settings_release(&program->settings);
	fold_forms_release(&program->index);
	phrases_release(&program->phrases);
	places_release(&program->places);
	free(program->who);
	return (int)program->status;
}

void program_say(struct program *program, const char *text)
{
	output_flush(&program->out);
	output_message(&program->log, text);
}

bool program_trouble(struct program *program, const struct err *err)
{
	program_say(program, err->text);
	program->status = STATUS_TROUBLE;
	return false;
}

bool program_misuse(struct program *program, const char *format, ...)
{
	const char *name = program->command->name;
	char sentence[sizeof((struct err *)0)->text];
	struct err err;
	va_list args;

	va_start(args, format);
	vsnprintf(sentence, sizeof sentence, format, args);
	va_end(args);
	err_set(&err, ERR_USAGE, "%s%s%s; see diple %s%s--help", name, *name ? ": " : "",
		sentence, name, *name ? " " : "");
	return program_trouble(program, &err);
}

void program_deny(struct program *program)
{
	if (program->status == STATUS_DONE)
		program->status = STATUS_NO;
}

bool program_settle(struct program *program)
{
	struct settings_who who = { program->shared.as, getenv("DIPLE_USER") };
	struct err err;

	if (program->who)
		return true;
	if (settings_load(&program->settings, &program->places, &err) &&
	    settings_name(&program->settings, &program->places, who, &program->who, &err))
		return true;
	return program_trouble(program, &err);
}

static void say_wrong(void *to, const struct err *err)
{
	struct program *program = to;

	program->phrases_wrong = true;
	program_trouble(program, err);
}

const struct fold_phrase *program_phrases(struct program *program)
{
	const struct phrases_tell tell = { say_wrong, program };

	if (!program->phrases_known)
		phrases_load(&program->phrases, &program->places, tell);
	program->phrases_known = true;
	return program->phrases.items;
}

const struct fold_forms *program_index(struct program *program)
{
	struct err err;

	if (!program->index_made) {
		program->index_made = fold_forms_make(&program->index, hash_seed(),
						      program_phrases(program), &err);
		if (!program->index_made)
			fold_forms_release(&program->index);
	}
	return program->index_made ? &program->index : NULL;
}

static bool print_help(struct program *program)
{
	struct buf help = BUF_EMPTY;

	if (*program->command->name)
		help_command(program->command, &help);
	else
		help_program(program->commands, &help);
	output_bytes(&program->out, help.at, help.len);
	buf_release(&help);
	return false;
}

static bool print_version(struct program *program)
{
	static const char version[] = "diple " DIPLE_VERSION "\n";

	output_bytes(&program->out, version, sizeof version - 1);
	return false;
}

bool command_start(struct program *program, char **argv, void *options,
		   struct operands *operands)
{
	const struct option_set sets[] = {
		{ program->command->options, options },
		{ shared_options, &program->shared },
		{ .rows = NULL },
	};
	struct err err;

	if (!option_parse(sets, argv, operands, &err))
		return program_misuse(program, "%s", err.text);
	if (program->shared.help)
		return print_help(program);
	if (program->shared.version)
		return print_version(program);
	if (!places_find(&program->places, getenv, &err))
		return program_trouble(program, &err);
	return true;
}

void command_each(struct program *program, const struct operands *operands,
		  void (*each)(struct program *program, const char *path, void *to), void *to)
{
	if (!operands->count)
		each(program, "-", to);
	for (size_t i = 0; i < operands->count && !program->out.failed; i++)
		each(program, operands->items[i], to);
}
