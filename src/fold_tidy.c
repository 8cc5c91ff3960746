/*
 * There are many ways to pair as many words; of them the comparison takes the leftmost. Where
 * "Fishermen met" was "Early in the evening the fishermen met", it pairs nothing wrong, but
 * "The fishermen met" is paired with the first "the", which leaves two changes for one. So a
 * stretch of changed words that ends in the word before it is moved left, if it meets another
 * change there, or the beginning.
 */
#include "fold_diff.h"

/* One of the two paragraphs; `partner` counts where `same`. */
struct half {
	const struct fold_token *words;
	size_t count;
	bool *same;
	size_t *partner;
};

/* Words that stand in one half alone. */
struct run {
	const struct half *own, *other;
	size_t first, end;
};

/* True if what stands before word `i`, which is the same, has changed in either half, or if
 * nothing does. */
static bool is_border(const struct run *run, size_t i)
{
	const size_t partner = run->own->partner[i];

	return !i || !run->own->same[i - 1] || (partner && !run->other->same[partner - 1]);
}

/* Pairs the partner of word `from` with word `to`. */
static void move(const struct run *run, size_t from, size_t to)
{
	const size_t partner = run->own->partner[from];

	run->own->same[from] = false;
	run->own->same[to] = true;
	run->own->partner[to] = partner;
	run->other->partner[partner] = to;
}

static void join_left(const struct run *run)
{
	const struct half *own = run->own;
	size_t first = run->first, end = run->end;

	do {
		if (!first || !own->same[first - 1] ||
		    own->words[first - 1].hash != own->words[end - 1].hash)
			return;
		first--;
		end--;
	} while (!is_border(run, first));
	for (size_t i = run->first, k = run->end; i > first;)
		move(run, --i, --k);
}

/* True if the other half has nothing in its place. */
static bool is_alone(const struct run *run)
{
	const struct half *own = run->own, *other = run->other;
	const size_t place = run->first ? own->partner[run->first - 1] + 1 : 0;

	return place == other->count || other->same[place];
}

static void tidy(const struct half *own, const struct half *other)
{
	struct run run = { own, other, 0, 0 };

	while (run.end < own->count) {
		run.first = run.end;
		while (run.end < own->count && !own->same[run.end])
			run.end++;
		if (run.first == run.end)
			run.end++;
		else if (is_alone(&run))
			join_left(&run);
	}
}

void fold_diff_tidy(struct fold_diff *diff, const struct fold_tokens *old,
		    const struct fold_tokens *new)
{
	const struct half before = { old->items, old->count, diff->old_same,
				     diff->old_partner };
	const struct half after = { new->items, new->count, diff->new_same, diff->new_partner };

	tidy(&before, &after);
	tidy(&after, &before);
}
