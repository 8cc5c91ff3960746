#include "fold_phrases.h"

#include "array.h"
#include "fold_hash.h"
#include "fold_letters.h"

#include <stdlib.h>
#include <string.h>

enum step_kind { STEP_WORD, STEP_ANY, STEP_NUMBER, STEP_REST };

struct fold_step {
	uint64_t hash;
	enum step_kind kind;
	bool colon; /* has to follow */
};

/* One alternative of a row. */
struct fold_form {
	unsigned kind;
	size_t steps, count; /* in the index's steps */
	size_t more, more_count;
};

/* Stands for the hash of a number, whichever it is. */
#define NUMBER_KEY 0x23u

/* What may be asked of a whole line. */
#define WHOLE                                                                                  \
	(PHRASE_TRIGGER | PHRASE_WEAK | PHRASE_FURNITURE | PHRASE_NOTICE | PHRASE_STAMP |      \
	 PHRASE_CONTINUE | PHRASE_SOURCE | PHRASE_KEEP | PHRASE_DATED | PHRASE_CLOSED |        \
	 PHRASE_OFFER | PHRASE_APPEAL | PHRASE_LEAD | PHRASE_TOPIC)

#define PAIR_FACTOR 0x9E3779B97F4A7C15u

struct maker {
	struct fold_index *index;
	struct fold_letters letters;
	struct fold_tokens tokens;
	size_t first; /* step of the alternative at hand */
};

static bool add_step(struct fold_index *index, struct fold_step step, struct err *err)
{
	if (!ARRAY_RESERVE(&index->steps, 1, err))
		return false;
	index->steps.items[index->steps.count++] = step;
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
	const struct fold_source source = { words, word, maker->index->seed, &maker->letters };

	/* Half of all pieces, and this is done before anything is shown. */
	if (is_normal(words, word)) {
		struct fold_step step = { .hash = fold_hash_bytes(words + word.start,
								  span_length(word),
								  source.seed) };

		return add_step(maker->index, step, err);
	}
	if (!fold_tokenise(&source, &maker->tokens, err))
		return false;
	for (size_t i = 0; i < maker->tokens.count; i++) {
		struct fold_step step = { .hash = maker->tokens.items[i].hash };

		if (!add_step(maker->index, step, err))
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
		if (maker->index->steps.count > maker->first)
			maker->index->steps.items[maker->index->steps.count - 1].colon = true;
		return true;
	}
	if (!strchr("_#*", c))
		return add_words(maker, piece, words, err);
	return add_step(maker->index,
			(struct fold_step){ .kind = c == '_'   ? STEP_ANY
						    : c == '#' ? STEP_NUMBER
							       : STEP_REST },
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

static uint64_t pair_key(uint64_t first, uint64_t second)
{
	return fold_mix(first ^ PAIR_FACTOR, second);
}

static uint64_t first_key(const struct fold_step *first)
{
	return first->kind == STEP_NUMBER ? NUMBER_KEY : first->hash;
}

/* Under which a form is found: its first word, with the second if that is a certain one. */
static uint64_t form_key(const struct fold_step *steps, size_t count)
{
	const uint64_t first = first_key(steps);

	return count > 1 && steps[1].kind == STEP_WORD ? pair_key(first, steps[1].hash) : first;
}

static void note_kinds(struct fold_index *index, uint64_t key, unsigned kinds)
{
	index->kinds[key % FOLD_INDEX_KINDS] |= kinds;
}

static bool add_form(struct maker *maker, struct fold_form form, struct err *err)
{
	struct fold_index *index = maker->index;
	const struct fold_step *first;
	uint64_t key;

	if (!form.count)
		return true;
	first = &index->steps.items[form.steps];
	if (first->kind == STEP_ANY || first->kind == STEP_REST)
		return true;
	key = form_key(first, form.count);
	if (!ARRAY_RESERVE(&index->forms, 1, err) ||
	    !map_add(&index->forms_by, key, (uint32_t)index->forms.count, err))
		return false;
	note_kinds(index, key, form.kind);
	note_kinds(index, first_key(first), form.kind);
	index->forms.items[index->forms.count++] = form;
	return true;
}

static bool add_row(struct maker *maker, const struct fold_phrase *row, struct err *err)
{
	struct fold_form form = { .kind = row->kind, .more = maker->index->steps.count };
	struct span more = { 0, row->more ? strlen(row->more) : 0 };

	if (row->more && !add_pieces(maker, row->more, more, err))
		return false;
	form.more_count = maker->index->steps.count - form.more;
	for (const char *at = row->words; *at;) {
		size_t len = strcspn(at, "|");

		form.steps = maker->first = maker->index->steps.count;
		if (!add_pieces(maker, at, (struct span){ 0, len }, err))
			return false;
		form.count = maker->index->steps.count - form.steps;
		if (!add_form(maker, form, err))
			return false;
		at += len + (at[len] == '|');
	}
	return true;
}

bool fold_index_make(struct fold_index *index, uint64_t seed, const struct fold_phrase *more,
		     struct err *err)
{
	const struct fold_phrase *const tables[] = { fold_phrases, fold_furniture, fold_lexicon,
						     more };
	struct maker maker = { .index = index };
	bool done = true;

	*index = (struct fold_index){ .seed = seed };
	for (size_t i = 0; done && i < sizeof tables / sizeof *tables; i++) {
		for (const struct fold_phrase *row = tables[i]; done && row && row->kind; row++)
			done = add_row(&maker, row, err);
	}
	free(maker.tokens.items);
	fold_letters_release(&maker.letters);
	return done;
}

void fold_index_release(struct fold_index *index)
{
	map_release(&index->forms_by);
	free(index->forms.items);
	free(index->steps.items);
	*index = (struct fold_index){ 0 };
}

static bool fits(const struct fold_step *step, const struct fold_token *token)
{
	if (step->colon && !(token->gap & FOLD_GAP_COLON))
		return false;
	if (step->kind == STEP_NUMBER)
		return token->begins == FOLD_NUMBER;
	return step->kind == STEP_ANY || step->hash == token->hash;
}

static bool is_more(const struct fold_index *index, const struct fold_form *form,
		    const struct fold_token *token)
{
	const struct fold_step *more = index->steps.items + form->more;

	for (size_t i = 0; i < form->more_count; i++) {
		if (fits(&more[i], token))
			return true;
	}
	return false;
}

/* How many words from `from` on the form takes; 0 if it does not stand there. */
static size_t taken(const struct fold_index *index, const struct fold_form *form,
		    const struct fold_tokens *tokens, size_t from)
{
	const struct fold_step *step = index->steps.items + form->steps;
	size_t at = from;

	for (size_t i = 0; i < form->count; i++) {
		if (step[i].kind == STEP_REST)
			return tokens->count - from;
		if (at == tokens->count || !fits(&step[i], &tokens->items[at]))
			return 0;
		at++;
	}
	while (at < tokens->count && is_more(index, form, &tokens->items[at]))
		at++;
	return at - from;
}

/* A walk over the forms that may stand at a word. */
struct forms {
	const struct fold_index *index;
	uint64_t keys[4];
	size_t left; /* of the keys, the one at hand too */
	size_t cursor;
};

static bool may_begin(const struct fold_index *index, uint64_t key, unsigned kinds)
{
	return index->kinds[key % FOLD_INDEX_KINDS] & kinds;
}

/* Most words begin no phrase of the kinds that are asked for. */
static void add_keys(struct forms *walk, uint64_t first, const struct fold_token *second,
		     unsigned kinds)
{
	if (!may_begin(walk->index, first, kinds))
		return;
	walk->keys[walk->left++] = first;
	if (second && may_begin(walk->index, pair_key(first, second->hash), kinds))
		walk->keys[walk->left++] = pair_key(first, second->hash);
}

/* Those of any of `kinds`, with some of others. */
static struct forms forms_at(const struct fold_index *index, const struct fold_tokens *tokens,
			     size_t at, unsigned kinds)
{
	const struct fold_token *token = &tokens->items[at];
	const struct fold_token *second = at + 1 < tokens->count ? token + 1 : NULL;
	struct forms walk = { .index = index };

	add_keys(&walk, token->hash, second, kinds);
	if (token->begins == FOLD_NUMBER)
		add_keys(&walk, NUMBER_KEY, second, kinds);
	return walk;
}

static const struct fold_form *forms_next(struct forms *walk)
{
	uint32_t n;

	for (; walk->left; walk->left--, walk->cursor = 0) {
		if (map_next(&walk->index->forms_by, walk->keys[walk->left - 1], &walk->cursor,
			     &n))
			return &walk->index->forms.items[n];
	}
	return NULL;
}

/* True if a phrase that is to be kept stands for exactly these words. */
static bool is_kept(const struct fold_index *index, const struct fold_tokens *tokens,
		    struct span words)
{
	struct forms walk = forms_at(index, tokens, words.start, PHRASE_KEEP);
	const struct fold_form *form;

	while ((form = forms_next(&walk))) {
		if (form->kind & PHRASE_KEEP &&
		    taken(index, form, tokens, words.start) == span_length(words))
			return true;
	}
	return false;
}

unsigned fold_index_whole(const struct fold_index *index, const struct fold_tokens *tokens,
			  size_t from)
{
	const struct fold_form *form;
	unsigned kinds = 0;
	struct forms walk;

	if (from >= tokens->count)
		return 0;
	walk = forms_at(index, tokens, from, WHOLE);
	while ((form = forms_next(&walk))) {
		if (taken(index, form, tokens, from) == tokens->count - from)
			kinds |= form->kind;
	}
	return kinds & PHRASE_KEEP ? PHRASE_KEEP : kinds & WHOLE;
}

bool fold_index_labelled(const struct fold_index *index, const struct fold_tokens *tokens)
{
	const unsigned gaps = FOLD_GAP_COLON | FOLD_GAP_BAR | FOLD_GAP_DASH;
	struct forms walk = forms_at(index, tokens, 0, PHRASE_LABEL);
	const struct fold_form *form;

	while ((form = forms_next(&walk))) {
		const size_t count =
			form->kind & PHRASE_LABEL ? taken(index, form, tokens, 0) : 0;

		if (count && count < tokens->count && tokens->items[count - 1].gap & gaps &&
		    !is_kept(index, tokens, (struct span){ 0, count }))
			return true;
	}
	return false;
}

static bool notice_at(const struct fold_index *index, const struct fold_tokens *tokens,
		      size_t at)
{
	struct forms walk = forms_at(index, tokens, at, PHRASE_NOTICE);
	const struct fold_form *form;

	while ((form = forms_next(&walk))) {
		const size_t count =
			form->kind & PHRASE_NOTICE ? taken(index, form, tokens, at) : 0;

		if (count && !is_kept(index, tokens, (struct span){ at, at + count }))
			return true;
	}
	return false;
}

/* Most words don't. */
static bool begins_notice(const struct fold_index *index, const struct fold_token *token)
{
	return may_begin(index, token->hash, PHRASE_NOTICE) ||
	       (token->begins == FOLD_NUMBER && may_begin(index, NUMBER_KEY, PHRASE_NOTICE));
}

bool fold_index_noticed(const struct fold_index *index, const struct fold_tokens *tokens)
{
	for (size_t at = 0; at < tokens->count; at++) {
		if (begins_notice(index, &tokens->items[at]) && notice_at(index, tokens, at))
			return true;
	}
	return false;
}

unsigned fold_index_word(const struct fold_index *index, uint64_t hash)
{
	size_t cursor = 0;
	unsigned kinds = 0;
	uint32_t n;

	if (!(index->kinds[hash % FOLD_INDEX_KINDS] & PHRASE_WORDS))
		return 0;
	while (map_next(&index->forms_by, hash, &cursor, &n)) {
		if (index->forms.items[n].count == 1)
			kinds |= index->forms.items[n].kind;
	}
	return kinds & PHRASE_WORDS & ~(kinds & PHRASE_KEEP ? (unsigned)PHRASE_ADVERT : 0u);
}
