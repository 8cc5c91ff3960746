/*
 * Programs run for what they cost. All of them use one thread and read from memory, so the time
 * is that of the processor, which others on the machine disturb least.
 */
#ifndef BENCH_MEASURE_H
#define BENCH_MEASURE_H

#include <stdbool.h>
#include <stddef.h>

struct measured {
	const char *argv[6]; /* program and arguments, NULL behind them */
	double seconds;	     /* the best of all rounds; 0: it can't be run or failed */
	size_t peak;	     /* bytes of memory at most, shared pages and the text included */
};

/* Runs all of them, one after another, `rounds` times. False if one failed. */
bool measure(struct measured *programs, size_t count, unsigned rounds);

#endif
