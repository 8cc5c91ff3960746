/*
 * The help: drawn from the table of keys as it is in use.
 */
#ifndef PANE_HELP_H
#define PANE_HELP_H

#include "bindings.h"
#include "pane.h"

/* Fills `pane` for a screen of `columns` columns. */
void pane_help(struct pane *pane, const struct keymap *keymap, int columns);

#endif
