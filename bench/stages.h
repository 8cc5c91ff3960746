/*
 * Parts of folding as programs of their own, so that each has a time and memory to itself.
 */
#ifndef BENCH_STAGES_H
#define BENCH_STAGES_H

#include <stdbool.h>

/* Runs the stage of that name on a file: the exit status. */
int stages_run(const char *name, const char *path);

#endif
