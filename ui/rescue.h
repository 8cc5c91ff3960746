/*
 * Keeps the program alive when a file that it has mapped is cut short: reading what is
 * gone raises SIGBUS, and here that puts empty pages in the place of the lost ones.
 *
 *	rescue_arm();
 *	rescue_watch(text.base, text.size);
 *	…
 *	if (rescue_hit())
 *		say that the file was cut short
 *	rescue_forget(text.base);
 *
 * A SIGBUS anywhere else ends the program as it always did.
 */
#ifndef RESCUE_H
#define RESCUE_H

#include <stdbool.h>
#include <stddef.h>

/* Mappings that can be watched at once. */
#define RESCUE_MAX 8

/* Sets the handler: once, early in main(). */
void rescue_arm(void);

/* Watches a mapping, given as mmap() gave it. False if RESCUE_MAX are watched already. */
bool rescue_watch(void *base, size_t size);

/* Watches it no more: before munmap(). What isn't watched is harmless. */
void rescue_forget(const void *base);

/* True if anything was lost since the last call. */
bool rescue_hit(void);

#endif
