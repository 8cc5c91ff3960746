/*
 * Phrases made ready: each alternative of a row is a form, found by its first word, or by its
 * first two where both are certain. fold_index.h asks whether one stands in a line.
 */
#ifndef FOLD_FORMS_H
#define FOLD_FORMS_H

#include "compiler.h"
#include "err.h"
#include "fold_hash.h"
#include "fold_phrases.h"
#include "hash.h"

/* Stands for the hash of a number, whichever it is. */
#define FOLD_NUMBER_KEY 0x23u

#define FOLD_PAIR_FACTOR 0x9E3779B97F4A7C15u

enum fold_step_kind { FOLD_STEP_WORD, FOLD_STEP_ANY, FOLD_STEP_NUMBER, FOLD_STEP_REST };

/* A word of a phrase, or what stands for one. */
struct fold_step {
	uint64_t hash;
	enum fold_step_kind kind;
	bool colon; /* has to follow */
};

/* One alternative of a row. */
struct fold_form {
	unsigned kind;
	size_t steps, count; /* numbers in `steps` of all */
	size_t more, more_count;
};

/* Most words begin no phrase: a look into a small table says so. A power of two. */
#define FOLD_FORMS_KINDS 8192u

/* All of them, made ready for one seed. */
struct fold_forms {
	uint64_t seed;
	struct map numbers; /* hash of a form's first word, or two -> its number */
	uint32_t kinds[FOLD_FORMS_KINDS]; /* of all forms whose hash falls here */
	struct fold_form *items;
	size_t count, capacity;
	struct {
		struct fold_step *items;
		size_t count, capacity;
	} steps;
};

/*
 * Forms that were not made match nothing; release is harmless. `more` are rows beside the
 * built-in ones, or NULL. An alternative that does not begin with a word or # never matches.
 * Cost: the tables' length, about that of reading an article. Fails only with ERR_MEMORY.
 */
MUST_USE bool fold_forms_make(struct fold_forms *forms, uint64_t seed,
			      const struct fold_phrase *more, struct err *err);
void fold_forms_release(struct fold_forms *forms);

/* Under which forms are found whose first two words are certain. */
static inline uint64_t fold_pair_key(uint64_t first, uint64_t second)
{
	return fold_mix(first ^ FOLD_PAIR_FACTOR, second);
}

#endif
