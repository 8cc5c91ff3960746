/*
 * The help that `diple --help` and `diple COMMAND --help` print.
 */
#ifndef HELP_H
#define HELP_H

#include "command.h"

/* All commands and the keys that matter: at most 24 lines of 80 columns. */
void help_program(const struct command *const *commands, struct buf *out);

/* One command with all its options. */
void help_command(const struct command *command, struct buf *out);

#endif
