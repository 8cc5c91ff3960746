/*
 * Numbers that look random and are the same on each run, for property tests.
 */
#ifndef TESTS_RANDOM_H
#define TESTS_RANDOM_H

#include <stddef.h>
#include <stdint.h>

struct dice {
	uint64_t state; /* the seed */
};

/* SplitMix64. */
static inline uint64_t dice_roll(struct dice *dice)
{
	uint64_t z = dice->state += 0x9E3779B97F4A7C15u;

	z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9u;
	z = (z ^ z >> 27) * 0x94D049BB133111EBu;
	return z ^ z >> 31;
}

/* A number from 0 to limit - 1. */
static inline size_t dice_below(struct dice *dice, size_t limit)
{
	return (size_t)(dice_roll(dice) % limit);
}

/*
 * Fills `out` with bytes at which a decoder may stumble: first and
 * continuation bytes are frequent, so that many characters come out whole.
 */
static inline void dice_utf8ish(struct dice *dice, char *out, size_t len)
{
	static const unsigned char likely[] = { 'a',  ' ',  '\n', 0x80, 0x8F, 0x90, 0x9F,
						0xA0, 0xBF, 0xBF, 0xC2, 0xCC, 0xE0, 0xE2,
						0xED, 0xEF, 0xF0, 0xF3, 0xF4, 0xF5 };

	for (size_t n = 0; n < len; n++)
		out[n] = (char)(dice_below(dice, 4) ? likely[dice_below(dice, sizeof likely)]
						    : dice_roll(dice));
}

#endif
