/*
 * Which earlier paragraphs share 3-grams with the line, and how many. Common 3-grams find many
 * paragraphs by chance: counting has to be cheap.
 */
#include "fold_hits.h"

#include <stdlib.h>
#include <string.h>

/* So many hits of a line are counted; more tell nothing new. */
#define HITS_MOST 8192u
#define SLOTS	  (HITS_MOST * 2)

/* Asked for so far ahead; fold_expect() did the first. */
#define AHEAD FOLD_EXPECTED

/* A 3-gram that more paragraphs have is a phrase. */
#define RARE_MOST 2

struct fold_hits {
	struct fold_hit found[HITS_MOST];
	size_t count;
	uint8_t rows[HITS_MOST]; /* how many of them each key found, key by key */
	size_t row_count;
	struct fold_tally tallies[HITS_MOST];
	size_t tally_count;
	uint16_t slots[SLOTS]; /* a tally's number + 1, by its paragraph; 0: free */
	unsigned bits;	       /* as many as number the slots in use */
};

/* A key that has all that the index takes is cleared: it need not be added. */
static void collect(const struct fold_job *job, struct fold_hits *hits)
{
	struct fold_sample *keys = &job->work->keys.grams;
	const struct fold_grams *grams = &job->work->grams;

	hits->count = hits->row_count = 0;
	for (size_t i = 0; i < keys->asked && hits->count + FOLD_GRAM_MOST <= HITS_MOST; i++) {
		size_t more;

		if (i + AHEAD < keys->asked)
			fold_grams_expect(grams, keys->items[i + AHEAD]);
		more = fold_grams_find(grams, keys->items[i], hits->found + hits->count);
		if (more == FOLD_GRAM_MOST)
			keys->items[i] = 0;
		if (more)
			hits->rows[hits->row_count++] = (uint8_t)more;
		hits->count += more;
	}
}

/* Clears as many slots as the hits need. */
static void clear_slots(struct fold_hits *hits)
{
	hits->bits = 4;
	while ((size_t)1 << hits->bits < hits->count * 2)
		hits->bits++;
	memset(hits->slots, 0, sizeof *hits->slots << hits->bits);
	hits->tally_count = 0;
}

static struct fold_tally *tally_of(struct fold_hits *hits, struct fold_hit hit)
{
	const uint32_t last = (UINT32_C(1) << hits->bits) - 1;
	uint32_t at = hit.paragraph * UINT32_C(0x9E3779B1) >> (32 - hits->bits);

	while (hits->slots[at] && hits->tallies[hits->slots[at] - 1].paragraph != hit.paragraph)
		at = (at + 1) & last;
	if (!hits->slots[at]) {
		hits->tallies[hits->tally_count] =
			(struct fold_tally){ hit.paragraph, hit.weight, 0, 0 };
		hits->slots[at] = (uint16_t)++hits->tally_count;
	}
	return &hits->tallies[hits->slots[at] - 1];
}

static void tally(struct fold_hits *hits)
{
	const struct fold_hit *hit = hits->found;

	for (size_t row = 0; row < hits->row_count; row++) {
		const bool rare = hits->rows[row] <= RARE_MOST;

		for (size_t i = 0; i < hits->rows[row]; i++) {
			struct fold_tally *it = tally_of(hits, *hit++);

			it->hits++;
			it->rare += rare;
		}
	}
}

bool fold_tally(const struct fold_job *job, struct fold_tallies *tallies, struct err *err)
{
	struct fold_work *work = job->work;

	if (!work->hits)
		work->hits = malloc(sizeof *work->hits);
	if (!work->hits)
		return err_memory(err);
	collect(job, work->hits);
	clear_slots(work->hits);
	tally(work->hits);
	tallies->items = work->hits->tallies;
	tallies->count = work->hits->tally_count;
	return true;
}
