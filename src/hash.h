/*
 * Hashing, and a table from hashes to numbers.
 *
 * Tables hash with a seed of their own, drawn when they are made, so that a
 * hostile text can't aim at one bucket. Fingerprints that are written down
 * use seed 0 and are never used as keys of a table without a seed.
 */
#ifndef HASH_H
#define HASH_H

#include "compiler.h"
#include "err.h"

#include <stddef.h>
#include <stdint.h>

/* XXH3, 64 bits, of `len` bytes. */
uint64_t hash_bytes(const void *bytes, size_t len, uint64_t seed);

/* XXH3, 128 bits, seed 0, high half first: what `xxh128sum` prints. For what is written down.
 */
struct fingerprint {
	unsigned char bytes[16];
};
struct fingerprint hash_fingerprint(const void *bytes, size_t len);

/* In hexadecimal digits, with a NUL. */
#define FINGERPRINT_HEX 33
void fingerprint_hex(const struct fingerprint *fingerprint, char hex[FINGERPRINT_HEX]);

/* A seed that no text can know; falls back to the clock where the system gives none. */
uint64_t hash_seed(void);

/*
 * From a hash to one or several numbers. The table keeps no keys: two different
 * keys can share a hash, so whoever finds a number verifies it.
 */
struct map_slot {
	uint64_t hash;
	uint32_t value;
	uint32_t used;
};

struct map {
	struct map_slot *slots;
	size_t capacity; /* a power of two, or 0 */
	size_t count;
	uint64_t seed; /* for the caller's hash_bytes() */
};

/* An empty table with a fresh seed; takes no memory yet. */
void map_init(struct map *map);
void map_release(struct map *map);

/* Adds `value` under `hash`, beside what is there. Fails only with ERR_MEMORY. */
MUST_USE bool map_add(struct map *map, uint64_t hash, uint32_t value, struct err *err);

/*
 * Walks the numbers under `hash`, oldest first. Start with *cursor = 0;
 * false when there are no more.
 *
 *	size_t cursor = 0;
 *	uint32_t n;
 *
 *	while (map_next(&map, hash, &cursor, &n))
 *		if (same(items[n], key))
 *			return n;
 */
bool map_next(const struct map *map, uint64_t hash, size_t *cursor, uint32_t *value);

#endif
