/*
 * The rows of the table of keys: what each key does.
 */
#ifndef KEYMAP_H
#define KEYMAP_H

#include "bindings.h"

extern const struct binding keymap_rows[]; /* in the order of help and manual */

#endif
