#include "fold_forms.h"

#include "array.h"
#include "fold_letters.h"
#include "fold_measure.h"

#include <stdlib.h>
#include <string.h>

struct maker {
	struct fold_forms *forms;
	struct fold_letters letters;
	struct fold_tokens tokens;
	size_t first; /* step of the alternative at hand */
};

static bool add_step(struct fold_forms *forms, struct fold_step step, struct err *err)
{
	if (!ARRAY_RESERVE(&forms->steps, 1, err))
		return false;
	forms->steps.items[forms->steps.count++] = step;
	return true;
}

/* True for a word of small ASCII letters, which is its own normal form. */
static bool is_normal(const char *words, struct span word)
{
	for (size_t at = word.start; at < word.end; at++)
		if (words[at] < 'a' || words[at] > 'z')
			return false;
	return true;
}

static bool add_words(struct maker *maker, struct span word, const char *words, struct err *err)
{
	const struct fold_source source = { words, word, maker->forms->seed, &maker->letters };

	/* Half of all pieces, and this is done before anything is shown. */
	if (is_normal(words, word)) {
		struct fold_step step = { .hash = fold_hash_bytes(words + word.start,
								  span_length(word),
								  source.seed) };

		return add_step(maker->forms, step, err);
	}
	if (!fold_tokenise(&source, &maker->tokens, err))
		return false;
	for (size_t i = 0; i < maker->tokens.count; i++) {
		struct fold_step step = { .hash = maker->tokens.items[i].hash };

		if (!add_step(maker->forms, step, err))
			return false;
	}
	return true;
}

/* One blank-parted piece of a row. */
static bool add_piece(struct maker *maker, const char *words, struct span piece,
		      struct err *err)
{
	const char c = words[piece.start];

	if (span_length(piece) > 1)
		return add_words(maker, piece, words, err);
	if (c == ':') {
		if (maker->forms->steps.count > maker->first)
			maker->forms->steps.items[maker->forms->steps.count - 1].colon = true;
		return true;
	}
	if (!strchr("_#*", c))
		return add_words(maker, piece, words, err);
	return add_step(maker->forms,
			(struct fold_step){ .kind = c == '_'   ? FOLD_STEP_ANY
						    : c == '#' ? FOLD_STEP_NUMBER
							       : FOLD_STEP_REST },
			err);
}

static bool add_pieces(struct maker *maker, const char *words, struct span all, struct err *err)
{
	size_t at = all.start;

	while (at < all.end) {
		size_t len = strcspn(words + at, " ");

		if (at + len > all.end)
			len = all.end - at;
		if (len && !add_piece(maker, words, (struct span){ at, at + len }, err))
			return false;
		at += len + 1;
	}
	return true;
}

static uint64_t first_key(const struct fold_step *first)
{
	return first->kind == FOLD_STEP_NUMBER ? FOLD_NUMBER_KEY : first->hash;
}

/* Under which a form is found: its first word, with the second if that is a certain one. */
static uint64_t form_key(const struct fold_step *steps, size_t count)
{
	const uint64_t first = first_key(steps);

	return count > 1 && steps[1].kind == FOLD_STEP_WORD
		       ? fold_pair_key(first, steps[1].hash)
		       : first;
}

static void note_kinds(struct fold_forms *forms, uint64_t key, unsigned kinds)
{
	forms->kinds[key % FOLD_FORMS_KINDS] |= kinds;
}

static bool add_form(struct maker *maker, struct fold_form form, struct err *err)
{
	struct fold_forms *forms = maker->forms;
	const struct fold_step *first;
	uint64_t key;

	if (!form.count)
		return true;
	first = &forms->steps.items[form.steps];
	if (first->kind == FOLD_STEP_ANY || first->kind == FOLD_STEP_REST)
		return true;
	key = form_key(first, form.count);
	if (!ARRAY_RESERVE(forms, 1, err) ||
	    !map_add(&forms->numbers, key, (uint32_t)forms->count, err))
		return false;
	note_kinds(forms, key, form.kind);
	note_kinds(forms, first_key(first), form.kind);
	forms->items[forms->count++] = form;
	return true;
}

static bool add_row(struct maker *maker, const struct fold_phrase *row, struct err *err)
{
	struct fold_form form = { .kind = row->kind, .more = maker->forms->steps.count };
	struct span more = { 0, row->more ? strlen(row->more) : 0 };

	if (row->more && !add_pieces(maker, row->more, more, err))
		return false;
	form.more_count = maker->forms->steps.count - form.more;
	for (const char *at = row->words; *at;) {
		size_t len = strcspn(at, "|");

		form.steps = maker->first = maker->forms->steps.count;
		if (!add_pieces(maker, at, (struct span){ 0, len }, err))
			return false;
		form.count = maker->forms->steps.count - form.steps;
		if (!add_form(maker, form, err))
			return false;
		at += len + (at[len] == '|');
	}
	return true;
}

bool fold_forms_make(struct fold_forms *forms, uint64_t seed, const struct fold_phrase *more,
		     struct err *err)
{
	const struct fold_phrase *const tables[] = { fold_phrases, fold_furniture, fold_lexicon,
						     more };
	struct maker maker = { .forms = forms };
	bool done = true;

	*forms = (struct fold_forms){ .seed = seed };
	for (size_t i = 0; done && i < sizeof tables / sizeof *tables; i++) {
		for (const struct fold_phrase *row = tables[i]; done && row && row->kind; row++)
			done = add_row(&maker, row, err);
	}
	free(maker.tokens.items);
	fold_letters_release(&maker.letters);
	return done;
}

void fold_forms_release(struct fold_forms *forms)
{
	map_release(&forms->numbers);
	free(forms->items);
	free(forms->steps.items);
	*forms = (struct fold_forms){ 0 };
}
