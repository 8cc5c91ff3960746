/*
 * What may be sent to a terminal: text without anything invisible, and the few sequences that
 * move a cursor, colour, erase and set the modes of a full screen. Everything else - titles,
 * clipboards, device strings, 8-bit controls, overrides of direction - came out of a text
 * that somebody wrote to do harm.
 */
#ifndef GRAMMAR_H
#define GRAMMAR_H

#include <stddef.h>

/* How many of the first bytes are fine: `len` if all are. */
size_t grammar_length(const char *bytes, size_t len);

/* Fails the running test, with the place, unless all bytes are fine. */
void grammar_check(const char *bytes, size_t len);

#endif
