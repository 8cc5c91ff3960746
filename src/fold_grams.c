/*
 * A shard is a row of buckets, each one line of the cache: whoever asks for a key waits for
 * memory once. A full bucket goes on in the next.
 */
#include "fold_grams.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#define SLOTS 8u

/* Tags have the weight in their last bits, and one bit that a free slot has not. */
#define WEIGHT_BITS (FOLD_WEIGHTS - 1)
#define USED_BIT    FOLD_WEIGHTS

/* Of the first shard; the last begins with nearly twice as many. */
#define BUCKETS_FIRST (FOLD_SHARDS * 2)

/* A large shard asks for huge pages: keys are asked for all over it. */
#define HUGE_PAGE ((size_t)2 << 20)

/* Slots are taken from the first on. */
struct fold_bucket {
	uint32_t tags[SLOTS]; /* 0: free */
	uint32_t paragraphs[SLOTS];
};

/* Four tags are compared at once. */
typedef uint32_t lanes __attribute__((vector_size(16)));

static uint32_t tag_of(uint64_t key)
{
	return ((uint32_t)(key >> 32) & ~WEIGHT_BITS) | USED_BIT;
}

static size_t shard_of(uint64_t key)
{
	return key % FOLD_SHARDS;
}

/*
 * The place of a tag grows with the tag, so a shard may have any size. They double, but begin
 * with different sizes: at no time are all of them half empty.
 */
static size_t place(const struct fold_shard *shard, uint32_t tag)
{
	return (size_t)((uint64_t)tag * shard->capacity >> 32);
}

static size_t after(const struct fold_shard *shard, size_t at)
{
	return at + 1 == shard->capacity ? 0 : at + 1;
}

static bool is_full(const struct fold_bucket *bucket)
{
	return bucket->tags[SLOTS - 1];
}

static bool holds(const struct fold_bucket *bucket, uint32_t tag)
{
	uint64_t halves[2];
	lanes low, high;

	memcpy(&low, bucket->tags, sizeof low);
	memcpy(&high, bucket->tags + SLOTS / 2, sizeof high);
	low = (lanes)((low & ~WEIGHT_BITS) == tag) | (lanes)((high & ~WEIGHT_BITS) == tag);
	memcpy(halves, &low, sizeof halves);
	return halves[0] | halves[1];
}

void fold_grams_release(struct fold_grams *grams)
{
	for (size_t i = 0; i < FOLD_SHARDS; i++)
		free(grams->shards[i].items);
	*grams = (struct fold_grams){ 0 };
}

/* How many tags the bucket has. No loop that ends anywhere: that is what takes time. */
static size_t used(const struct fold_bucket *bucket)
{
	size_t count = 0;

	for (size_t i = 0; i < SLOTS; i++)
		count += bucket->tags[i] != 0;
	return count;
}

/* Into the first free slot of a bucket that is not full. */
static void put(struct fold_bucket *bucket, uint32_t tag, uint32_t paragraph)
{
	const size_t slot = used(bucket);

	bucket->tags[slot] = tag;
	bucket->paragraphs[slot] = paragraph;
}

static struct fold_bucket *room_for(struct fold_shard *shard, uint32_t tag)
{
	size_t at = place(shard, tag);

	while (is_full(&shard->items[at]))
		at = after(shard, at);
	return &shard->items[at];
}

/* Begins behind a bucket that is not full, so that equal tags keep their order. */
static void move(const struct fold_shard *from, struct fold_shard *to)
{
	size_t start = 0;

	while (start < from->capacity && is_full(&from->items[start]))
		start++;
	for (size_t n = 0, at = start; n < from->capacity; n++) {
		const struct fold_bucket *bucket;

		at = after(from, at);
		bucket = &from->items[at];
		for (size_t i = 0; i < SLOTS && bucket->tags[i]; i++)
			put(room_for(to, bucket->tags[i]), bucket->tags[i],
			    bucket->paragraphs[i]);
	}
}

/* Cleared, and at the start of a line of the cache; NULL without memory. */
static struct fold_bucket *new_buckets(size_t count)
{
	const size_t size = count * sizeof(struct fold_bucket);
	const bool huge = size >= HUGE_PAGE;
	void *items = aligned_alloc(huge ? HUGE_PAGE : sizeof(struct fold_bucket), size);

#ifdef MADV_HUGEPAGE
	/* Advice: it may be declined. */
	if (items && huge)
		(void)madvise(items, size, MADV_HUGEPAGE);
#endif
	return items ? memset(items, 0, size) : NULL;
}

static bool grow(struct fold_grams *grams, size_t n, struct err *err)
{
	struct fold_shard *shard = &grams->shards[n];
	struct fold_shard bigger = { .capacity = shard->capacity ? shard->capacity * 2
								 : BUCKETS_FIRST + n * 2,
				     .count = shard->count };

	bigger.items = new_buckets(bigger.capacity);
	if (!bigger.items)
		return err_memory(err);
	if (shard->capacity)
		move(shard, &bigger);
	free(shard->items);
	*shard = bigger;
	return true;
}

/* Counts those in the bucket that have the tag; true if `paragraph` is one of them. */
static bool has(const struct fold_bucket *bucket, uint32_t tag, uint32_t paragraph,
		size_t *count)
{
	bool found = false;

	for (size_t i = holds(bucket, tag) ? 0 : SLOTS; i < SLOTS; i++) {
		if ((bucket->tags[i] & ~WEIGHT_BITS) != tag)
			continue;
		found |= bucket->paragraphs[i] == paragraph;
		++*count;
	}
	return found;
}

bool fold_grams_add(struct fold_grams *grams, uint64_t key, struct fold_hit hit,
		    struct err *err)
{
	struct fold_shard *shard = &grams->shards[shard_of(key)];
	const uint32_t tag = tag_of(key);
	size_t count = 0, at;

	if (shard->count >= UINT32_MAX / 2)
		return true;
	if (shard->count >= shard->capacity * SLOTS / 4 * 3 && !grow(grams, shard_of(key), err))
		return false;
	for (at = place(shard, tag);; at = after(shard, at)) {
		if (has(&shard->items[at], tag, hit.paragraph, &count) ||
		    count >= FOLD_GRAM_MOST)
			return true;
		if (!is_full(&shard->items[at]))
			break;
	}
	put(&shard->items[at], tag | hit.weight, hit.paragraph);
	shard->count++;
	return true;
}

size_t fold_grams_find(const struct fold_grams *grams, uint64_t key,
		       struct fold_hit found[FOLD_GRAM_MOST])
{
	const struct fold_shard *shard = &grams->shards[shard_of(key)];
	const uint32_t tag = tag_of(key);
	size_t count = 0, at = place(shard, tag);

	for (; shard->capacity; at = after(shard, at)) {
		const struct fold_bucket *bucket = &shard->items[at];

		for (size_t i = holds(bucket, tag) ? 0 : SLOTS; i < SLOTS; i++) {
			if ((bucket->tags[i] & ~WEIGHT_BITS) != tag)
				continue;
			found[count++] = (struct fold_hit){ bucket->paragraphs[i],
							    bucket->tags[i] & WEIGHT_BITS };
			if (count == FOLD_GRAM_MOST)
				return count;
		}
		if (!is_full(bucket))
			break;
	}
	return count;
}

void fold_grams_expect(const struct fold_grams *grams, uint64_t key)
{
	const struct fold_shard *shard = &grams->shards[shard_of(key)];

	if (shard->capacity)
		__builtin_prefetch(shard->items + place(shard, tag_of(key)));
}
