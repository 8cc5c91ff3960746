#include "hash.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>
#include <xxhash.h>

uint64_t hash_bytes(const void *bytes, size_t len, uint64_t seed)
{
	return XXH3_64bits_withSeed(bytes, len, seed);
}

struct fingerprint hash_fingerprint(const void *bytes, size_t len)
{
	XXH128_canonical_t written;
	struct fingerprint fingerprint;

	XXH128_canonicalFromHash(&written, XXH3_128bits(bytes, len));
	memcpy(fingerprint.bytes, written.digest, sizeof fingerprint.bytes);
	return fingerprint;
}

void fingerprint_hex(const struct fingerprint *fingerprint, char hex[FINGERPRINT_HEX])
{
	for (size_t i = 0; i < sizeof fingerprint->bytes; i++)
		snprintf(hex + 2 * i, 3, "%02x", fingerprint->bytes[i]);
}

uint64_t hash_seed(void)
{
	struct timespec now;
	uint64_t seed;

	if (getrandom(&seed, sizeof seed, GRND_NONBLOCK) == (ssize_t)sizeof seed)
		return seed;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return hash_bytes(&now, sizeof now, (uintptr_t)&now);
}

void map_init(struct map *map)
{
	*map = (struct map){ .seed = hash_seed() };
}

void map_release(struct map *map)
{
	free(map->slots);
	map->slots = NULL;
	map->capacity = map->count = 0;
}

static void put(struct map *map, struct map_slot slot)
{
	size_t at = slot.hash & (map->capacity - 1);

	while (map->slots[at].used)
		at = (at + 1) & (map->capacity - 1);
	map->slots[at] = slot;
}

/* The slot behind the first gap: probes that began before it have all ended. */
static size_t first_start(const struct map *map)
{
	size_t at = 0;

	while (at < map->capacity && map->slots[at].used)
		at++;
	return at;
}

static bool grow(struct map *map, struct err *err)
{
	struct map bigger = { .capacity = map->capacity ? map->capacity * 2 : 16,
			      .count = map->count,
			      .seed = map->seed };
	size_t start = first_start(map);

	bigger.slots = calloc(bigger.capacity, sizeof *bigger.slots);
	if (!bigger.slots)
		return err_memory(err);
	/* In the order of probing, so that equal hashes keep theirs. */
	for (size_t n = 0; n < map->capacity; n++) {
		struct map_slot slot = map->slots[(start + n) & (map->capacity - 1)];

		if (slot.used)
			put(&bigger, slot);
	}
	free(map->slots);
	*map = bigger;
	return true;
}

bool map_add(struct map *map, uint64_t hash, uint32_t value, struct err *err)
{
	/* At most three quarters full: probe sequences stay short. */
	if (map->count >= map->capacity / 4 * 3 && !grow(map, err))
		return false;
	put(map, (struct map_slot){ hash, value, 1 });
	map->count++;
	return true;
}

bool map_next(const struct map *map, uint64_t hash, size_t *cursor, uint32_t *value)
{
	while (map->capacity) {
		const struct map_slot *slot =
			&map->slots[(hash + *cursor) & (map->capacity - 1)];

		++*cursor;
		if (!slot->used)
			return false;
		if (slot->hash == hash) {
			*value = slot->value;
			return true;
		}
	}
	return false;
}
