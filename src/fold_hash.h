/*
 * Hashing words, and hashes. Words are short, so this is inlined: a word of up to 16 bytes
 * costs two multiplications. Seeded, so that no text can be written whose words collide.
 */
#ifndef FOLD_HASH_H
#define FOLD_HASH_H

#include "hash.h"

#include <string.h>

#define FOLD_HASH_SHORT 16u

/* A short word's bytes, zeros behind them, as they stand in memory. */
struct fold_halves {
	uint64_t low, high;
};

/* Both halves of the product, one over the other: each bit depends on all bits of both. */
static inline uint64_t fold_mix(uint64_t a, uint64_t b)
{
#ifdef __SIZEOF_INT128__
	__extension__ typedef unsigned __int128 wide;
	const wide product = (wide)a * b;

	return (uint64_t)product ^ (uint64_t)(product >> 64);
#else
	const uint64_t low = (a & UINT32_MAX) * (b & UINT32_MAX);
	const uint64_t left = (a >> 32) * (b & UINT32_MAX) + (low >> 32);
	const uint64_t right = (a & UINT32_MAX) * (b >> 32) + (left & UINT32_MAX);

	return a * b ^ ((a >> 32) * (b >> 32) + (left >> 32) + (right >> 32));
#endif
}

static inline uint64_t fold_hash_halves(struct fold_halves word, size_t len, uint64_t seed)
{
	return fold_mix(word.low ^ seed ^ 0x9E3779B97F4A7C15u,
			word.high ^ (seed * 0xD1B54A32D192ED03u + len));
}

/* The hash of `len` bytes, whichever way they came together. */
static inline uint64_t fold_hash_bytes(const char *bytes, size_t len, uint64_t seed)
{
	struct fold_halves word = { 0, 0 };

	if (len > FOLD_HASH_SHORT)
		return hash_bytes(bytes, len, seed);
	memcpy(&word, bytes, len);
	return fold_hash_halves(word, len, seed);
}

#endif
