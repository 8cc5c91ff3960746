#include "fold_index.h"

#include "fold_walk.h"

/* What may be asked of a whole line. */
#define WHOLE                                                                                  \
	(PHRASE_TRIGGER | PHRASE_WEAK | PHRASE_FURNITURE | PHRASE_NOTICE | PHRASE_STAMP |      \
	 PHRASE_CONTINUE | PHRASE_SOURCE | PHRASE_KEEP | PHRASE_DATED | PHRASE_CLOSED |        \
	 PHRASE_OFFER | PHRASE_APPEAL | PHRASE_LEAD | PHRASE_TOPIC)

static bool fits(const struct fold_step *step, const struct fold_token *token)
{
	if (step->colon && !(token->gap & FOLD_GAP_COLON))
		return false;
	if (step->kind == FOLD_STEP_NUMBER)
		return token->begins == FOLD_NUMBER;
	return step->kind == FOLD_STEP_ANY || step->hash == token->hash;
}

static bool is_more(const struct fold_forms *forms, const struct fold_form *form,
		    const struct fold_token *token)
{
	const struct fold_step *more = forms->steps.items + form->more;

	for (size_t i = 0; i < form->more_count; i++) {
		if (fits(&more[i], token))
			return true;
	}
	return false;
}

/* How many words from `from` on the form takes; 0 if it does not stand there. */
static size_t taken(const struct fold_forms *forms, const struct fold_form *form,
		    const struct fold_tokens *tokens, size_t from)
{
	const struct fold_step *step = forms->steps.items + form->steps;
	size_t at = from;

	for (size_t i = 0; i < form->count; i++) {
		if (step[i].kind == FOLD_STEP_REST)
			return tokens->count - from;
		if (at == tokens->count || !fits(&step[i], &tokens->items[at]))
			return 0;
		at++;
	}
	while (at < tokens->count && is_more(forms, form, &tokens->items[at]))
		at++;
	return at - from;
}

/* A walk over the forms that may stand at a word. */
struct form_walk {
	const struct fold_forms *forms;
	uint64_t keys[4];
	size_t left; /* of the keys, the one at hand too */
	size_t cursor;
};

static bool may_begin(const struct fold_forms *forms, uint64_t key, unsigned kinds)
{
	return forms->kinds[key % FOLD_FORMS_KINDS] & kinds;
}

/* Most words begin no phrase of the kinds that are asked for. */
static void add_keys(struct form_walk *walk, uint64_t first, const struct fold_token *second,
		     unsigned kinds)
{
	if (!may_begin(walk->forms, first, kinds))
		return;
	walk->keys[walk->left++] = first;
	if (second && may_begin(walk->forms, fold_pair_key(first, second->hash), kinds))
		walk->keys[walk->left++] = fold_pair_key(first, second->hash);
}

/* Those of any of `kinds`, with some of others. */
static struct form_walk forms_at(const struct fold_forms *forms,
				 const struct fold_tokens *tokens, size_t at, unsigned kinds)
{
	const struct fold_token *token = &tokens->items[at];
	const struct fold_token *second = at + 1 < tokens->count ? token + 1 : NULL;
	struct form_walk walk = { .forms = forms };

	add_keys(&walk, token->hash, second, kinds);
	if (token->begins == FOLD_NUMBER)
		add_keys(&walk, FOLD_NUMBER_KEY, second, kinds);
	return walk;
}

static const struct fold_form *forms_next(struct form_walk *walk)
{
	uint32_t n;

	for (; walk->left; walk->left--, walk->cursor = 0) {
		if (map_next(&walk->forms->numbers, walk->keys[walk->left - 1], &walk->cursor,
			     &n))
			return &walk->forms->items[n];
	}
	return NULL;
}

/* True if a phrase that is to be kept stands for exactly these words. */
static bool is_kept(const struct fold_forms *forms, const struct fold_tokens *tokens,
		    struct span words)
{
	struct form_walk walk = forms_at(forms, tokens, words.start, PHRASE_KEEP);
	const struct fold_form *form;

	while ((form = forms_next(&walk))) {
		if (form->kind & PHRASE_KEEP &&
		    taken(forms, form, tokens, words.start) == span_length(words))
			return true;
	}
	return false;
}

unsigned fold_index_whole(const struct fold_forms *forms, const struct fold_tokens *tokens,
			  size_t from)
{
	const struct fold_form *form;
	unsigned kinds = 0;
	struct form_walk walk;

	if (from >= tokens->count)
		return 0;
	walk = forms_at(forms, tokens, from, WHOLE);
	while ((form = forms_next(&walk))) {
		if (taken(forms, form, tokens, from) == tokens->count - from)
			kinds |= form->kind;
	}
	return kinds & PHRASE_KEEP ? PHRASE_KEEP : kinds & WHOLE;
}

bool fold_index_labelled(const struct fold_forms *forms, const struct fold_tokens *tokens)
{
	const unsigned gaps = FOLD_GAP_COLON | FOLD_GAP_BAR | FOLD_GAP_DASH;
	struct form_walk walk = forms_at(forms, tokens, 0, PHRASE_LABEL);
	const struct fold_form *form;

	while ((form = forms_next(&walk))) {
		const size_t count =
			form->kind & PHRASE_LABEL ? taken(forms, form, tokens, 0) : 0;

		if (count && count < tokens->count && tokens->items[count - 1].gap & gaps &&
		    !is_kept(forms, tokens, (struct span){ 0, count }))
			return true;
	}
	return false;
}

static bool notice_at(const struct fold_forms *forms, const struct fold_tokens *tokens,
		      size_t at)
{
	struct form_walk walk = forms_at(forms, tokens, at, PHRASE_NOTICE);
	const struct fold_form *form;

	while ((form = forms_next(&walk))) {
		const size_t count =
			form->kind & PHRASE_NOTICE ? taken(forms, form, tokens, at) : 0;

		if (count && !is_kept(forms, tokens, (struct span){ at, at + count }))
			return true;
	}
	return false;
}

/* Most words don't. */
static bool begins_notice(const struct fold_forms *forms, const struct fold_token *token)
{
	return may_begin(forms, token->hash, PHRASE_NOTICE) ||
	       (token->begins == FOLD_NUMBER &&
		may_begin(forms, FOLD_NUMBER_KEY, PHRASE_NOTICE));
}

bool fold_index_noticed(const struct fold_forms *forms, const struct fold_tokens *tokens)
{
	for (size_t at = 0; at < tokens->count; at++) {
		if (begins_notice(forms, &tokens->items[at]) && notice_at(forms, tokens, at))
			return true;
	}
	return false;
}

unsigned fold_index_word(const struct fold_forms *forms, uint64_t hash)
{
	size_t cursor = 0;
	unsigned kinds = 0;
	uint32_t n;

	if (!(forms->kinds[hash % FOLD_FORMS_KINDS] & PHRASE_WORDS))
		return 0;
	while (map_next(&forms->numbers, hash, &cursor, &n)) {
		if (forms->items[n].count == 1)
			kinds |= forms->items[n].kind;
	}
	return kinds & PHRASE_WORDS & ~(kinds & PHRASE_KEEP ? (unsigned)PHRASE_ADVERT : 0u);
}
