#include "help.h"

/* What a newcomer needs; the whole table is the reader's own, under the key h. */
static const char keys[] =
	"\nKeys of the reader (h there shows all):\n"
	"  space b  next, previous page     s e c  find a quote, a name, a claim;\n"
	"  /  n     search, next hit               the same key again marks it\n"
	"  z        unfold or fold          x      dismiss a suggestion, delete a mark\n"
	"  U        undo                    q      leave: all is saved already\n";

static void add_usage(const struct command *command, const char *before, struct buf *out)
{
	const bool named = *command->name;

	buf_printf(out, "%sdiple %s%s%s\n", before, command->name, named ? " " : "",
		   command->operands);
}

void help_program(const struct command *const *commands, struct buf *out)
{
	buf_add_string(out, "diple reads articles, folds what they repeat, and marks quotes,\n"
			    "names and claims in them.\n\n");
	for (; *commands; commands++) {
		const size_t start = out->len;

		buf_printf(out, "  diple %-8s", (*commands)->name);
		buf_printf(out, "%s%s\n", out->len > start ? "" : " ", (*commands)->help);
	}
	buf_add_string(out, "\nEach takes --as NAME, --url URL, --paragraphs MODE, --no-fold, "
			    "--theme NAME,\n--width COLUMNS, --help and --version; "
			    "diple(1) is the manual.\n");
	buf_add_string(out, keys);
}

void help_command(const struct command *command, struct buf *out)
{
	add_usage(command, "usage: ", out);
	buf_printf(out, "\n%s.\n\n", command->help);
	option_help(command->options, out);
	buf_add_string(out, "\nAs every command:\n");
	option_help(shared_options, out);
}
