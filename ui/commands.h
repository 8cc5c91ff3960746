/*
 * The commands, one file each.
 */
#ifndef COMMANDS_H
#define COMMANDS_H

#include "command.h"

extern const struct command command_read;
extern const struct command command_fold;
extern const struct command command_suggest;
extern const struct command command_mark;
extern const struct command command_unmark;
extern const struct command command_list;
extern const struct command command_check;

#endif
