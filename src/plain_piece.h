/*
 * How a cluster is taken apart. A *piece* is a base with what takes no column
 * of its own: marks, joiners, a selector. Emoji that are joined, and flags, are
 * one piece as well. What may not be shown makes a piece by itself, a token, and
 * so does the number of marks or pictures that a piece had no room for.
 * A spacing mark is a piece too: curses gives it a cell of its own.
 */
#ifndef PLAIN_PIECE_H
#define PLAIN_PIECE_H

#include "plain.h"

/*
 * Puts the piece at walk->at, within walk->cluster, into `shown`, whose source the caller
 * has set and which else is empty. Returns the byte behind it.
 */
size_t plain_piece(const struct plain *walk, struct shown *shown);

#endif
