/*
 * Which earlier paragraphs share 3-grams with the line, and how many. Common 3-grams find many
 * paragraphs by chance: counting has to be cheap.
 */
#include "fold_parts.h"

#include <stdlib.h>
#include <string.h>

/* So many hits of a line are counted; more tell nothing new. */
#define HITS_MOST 8192u
#define SLOTS	  (HITS_MOST * 2)

/* Asked for so far ahead; fold_expect() did the first. */
#define AHEAD FOLD_EXPECTED

struct fold_hits {
	struct fold_hit found[HITS_MOST];
	struct fold_tally tallies[HITS_MOST];
	uint16_t slots[SLOTS]; /* a tally's number + 1, by its paragraph; 0: free */
};

/* A key that has all that the index takes is cleared: it need not be added. */
static size_t collect(const struct fold_job *job, struct fold_hit found[HITS_MOST])
{
	struct fold_keys *keys = &job->work->keys;
	const struct fold_grams *grams = &job->work->grams;
	size_t count = 0;

	for (size_t i = 0; i < keys->asked && count + FOLD_GRAM_MOST <= HITS_MOST; i++) {
		size_t more;

		if (i + AHEAD < keys->asked)
			fold_grams_expect(grams, keys->items[i + AHEAD]);
		more = fold_grams_find(grams, keys->items[i], found + count);
		if (more == FOLD_GRAM_MOST)
			keys->items[i] = 0;
		count += more;
	}
	return count;
}

/* How many bits number the slots that `count` hits need. */
static unsigned bits_for(size_t count)
{
	unsigned bits = 4;

	while ((size_t)1 << bits < count * 2)
		bits++;
	return bits;
}

static size_t tally(struct fold_hits *hits, size_t count)
{
	const unsigned bits = bits_for(count);
	const uint32_t last = (UINT32_C(1) << bits) - 1;
	size_t tallies = 0;

	memset(hits->slots, 0, sizeof *hits->slots << bits);
	for (size_t i = 0; i < count; i++) {
		const struct fold_hit hit = hits->found[i];
		uint32_t at = hit.paragraph * UINT32_C(0x9E3779B1) >> (32 - bits);

		while (hits->slots[at] &&
		       hits->tallies[hits->slots[at] - 1].paragraph != hit.paragraph)
			at = (at + 1) & last;
		if (!hits->slots[at]) {
			hits->tallies[tallies] =
				(struct fold_tally){ hit.paragraph, hit.weight, 0 };
			hits->slots[at] = (uint16_t)++tallies;
		}
		hits->tallies[hits->slots[at] - 1].hits++;
	}
	return tallies;
}

bool fold_tally(const struct fold_job *job, struct fold_tallies *tallies, struct err *err)
{
	struct fold_work *work = job->work;

	if (!work->hits)
		work->hits = malloc(sizeof *work->hits);
	if (!work->hits)
		return err_memory(err);
	tallies->items = work->hits->tallies;
	tallies->count = tally(work->hits, collect(job, work->hits->found));
	return true;
}
