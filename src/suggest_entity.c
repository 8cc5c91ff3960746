/*
 * Names by their capitals: runs of capitalised words, joined over "of" and its like. What a
 * sentence's first word is can't be told by its capital; lists and other mentions decide.
 * Headings in capitals throughout tell nothing and are left alone, and so are scripts
 * without case.
 */
#include "fold_walk.h"
#include "hash.h"
#include "suggest_tokens.h"

#include <stdlib.h>
#include <string.h>

#define SCORE_WORDS  0.8f /* several capitalised words */
#define SCORE_WORD   0.6f
#define SCORE_OPENER 0.5f /* a sentence's first word */

#define JOINERS_MAX 3 /* "of the" and the like between two words of a name */

/* True for a heading: all in capitals, or with capitals on words that have none elsewhere. */
static bool is_heading(const struct tokens *tokens)
{
	size_t capital = 0, function = 0, small = 0;

	for (size_t i = 0; i < tokens->count; i++) {
		const struct token *token = &tokens->items[i];

		capital += token->capital;
		function += i > 0 && token->gap == GAP_JOIN && token->capital &&
			    strcmp(token->lower, "i") != 0 &&
			    token_listed(token, LIST_FUNCTION);
		small += token->small;
	}
	if (!small && tokens->count > 1)
		return true;
	return function > 0 && capital * 3 >= tokens->count * 2;
}

static uint64_t name_hash(const char *bytes, struct span span)
{
	struct fold_walk walk = fold_walk_in(bytes, span);
	struct fold_word word;
	uint64_t hash = 0;

	while (fold_walk_next(&walk, &word))
		hash = hash_bytes(word.bytes, word.len, hash);
	return hash ? hash : 1;
}

uint64_t suggest_name(const struct text *text, struct span words)
{
	return name_hash(text->bytes, words);
}

/* A name at work: tokens first to last, and what is known of its passage. */
struct name {
	const struct passage *passage;
	const struct tokens *tokens;
	const struct map *seen; /* names of capitalised words amid sentences */
	size_t first, last;
	bool titled; /* a title stood before it */
};

static bool is_known(const struct map *seen, uint64_t hash)
{
	size_t cursor = 0;
	uint32_t value;

	return map_next(seen, hash, &cursor, &value);
}

/* True for a capital that stands at a sentence's start and could be no name's. */
static bool is_opener(const struct token *token)
{
	return token->gap == GAP_SENTENCE && !token->inner;
}

static bool all_in(const struct name *name, enum suggest_list list)
{
	for (size_t i = name->first; i <= name->last; i++) {
		if (!token_listed(&name->tokens->items[i], list))
			return false;
	}
	return true;
}

static bool any_in(const struct name *name, enum suggest_list list)
{
	for (size_t i = name->first; i <= name->last; i++) {
		if (token_listed(&name->tokens->items[i], list))
			return true;
	}
	return false;
}

static bool preceded_by(const struct name *name, enum suggest_list list)
{
	const struct token *items = name->tokens->items;

	return name->first > 0 && items[name->first].gap == GAP_JOIN &&
	       !items[name->first - 1].possessive &&
	       token_listed(&items[name->first - 1], list);
}

static enum mark_type guess_type(const struct name *name)
{
	if (all_in(name, LIST_DATE))
		return TYPE_DATE;
	if (name->titled || preceded_by(name, LIST_OFFICE))
		return TYPE_PERSON;
	if (any_in(name, LIST_ORGANISATION))
		return TYPE_ORGANISATION;
	if (any_in(name, LIST_PLACE) || preceded_by(name, LIST_LOCATIVE))
		return TYPE_PLACE;
	return TYPE_NONE;
}

/* True if a sentence's first word, alone, is a name by other evidence than its capital. */
static bool is_name_alone(const struct name *name, const struct token *token)
{
	return token->possessive || token_listed(token, LIST_DATE) ||
	       is_known(name->seen, name_hash(name->passage->bytes, token->span));
}

/* Drops the titles in front, unless the title is part of it: Minister of Defence. */
static void drop_titles(struct name *name)
{
	const struct token *items = name->tokens->items;

	while (name->first < name->last && token_listed(&items[name->first], LIST_TITLE) &&
	       items[name->first + 1].capital) {
		name->first++;
		name->titled = true;
	}
}

static bool add_name(struct name *name, struct err *err)
{
	const struct token *items = name->tokens->items;
	struct suggestion entity = { .kind = MARK_ENTITY };
	bool opener = is_opener(&items[name->first]);

	drop_titles(name);
	if (name->first == name->last) {
		const struct token *only = &items[name->first];

		if (token_listed(only, LIST_TITLE) || span_length(only->span) < 2 ||
		    (is_opener(only) && !is_name_alone(name, only)))
			return true;
	}
	entity.span =
		(struct span){ items[name->first].span.start, items[name->last].span.end };
	entity.type = guess_type(name);
	entity.name = name_hash(name->passage->bytes, entity.span);
	entity.score = name->last > name->first ? SCORE_WORDS
		       : opener			? SCORE_OPENER
						: SCORE_WORD;
	return suggest_add(name->passage, entity, err);
}

/* True if the token can be a word of a name. */
static bool is_part(const struct token *token)
{
	if (!token->capital)
		return false;
	/* "The" of "The Hague" is a word like others amid a sentence; "I" never is. */
	if (!strcmp(token->lower, "i"))
		return false;
	return token->inner || token->gap != GAP_SENTENCE ||
	       !token_listed(token, LIST_FUNCTION);
}

/* The token that carries the name on behind `at`, over joiners; `at` if none does. */
static size_t next_part(const struct tokens *tokens, size_t at)
{
	size_t next = at + 1, limit = at + 1 + JOINERS_MAX;

	while (next < tokens->count && next < limit && tokens->items[next].gap == GAP_JOIN &&
	       !tokens->items[next].capital && !tokens->items[next].possessive &&
	       (token_listed(&tokens->items[next], LIST_JOINER) ||
		(next > at + 1 && !strcmp(tokens->items[next].lower, "the"))))
		next++;
	if (next >= tokens->count || tokens->items[next].gap != GAP_JOIN ||
	    !is_part(&tokens->items[next]) || token_listed(&tokens->items[next], LIST_FUNCTION))
		return at;
	return next;
}

static bool find_names(const struct name *where, struct err *err)
{
	const struct tokens *tokens = where->tokens;

	for (size_t i = 0; i < tokens->count; i++) {
		struct name name = *where;
		size_t next;

		if (!is_part(&tokens->items[i]))
			continue;
		name.first = name.last = i;
		while ((next = next_part(tokens, name.last)) != name.last)
			name.last = next;
		i = name.last;
		if (!add_name(&name, err))
			return false;
	}
	return true;
}

/* Remembers the capitalised words that don't begin a sentence. */
static bool note_names(const struct passage *passage, const struct tokens *tokens,
		       struct map *seen, struct err *err)
{
	for (size_t i = 0; i < tokens->count; i++) {
		const struct token *token = &tokens->items[i];
		uint64_t hash;

		if (!token->capital || token->gap == GAP_SENTENCE)
			continue;
		hash = name_hash(passage->bytes, token->span);
		if (!is_known(seen, hash) && !map_add(seen, hash, 0, err))
			return false;
	}
	return true;
}

bool suggest_entities(const struct passage *passage, struct err *err)
{
	struct tokens tokens = { 0 };
	struct map seen;
	struct name name = { .passage = passage, .tokens = &tokens, .seen = &seen };
	bool done = false;

	map_init(&seen);
	if (!tokens_take(passage, &tokens, err))
		goto out;
	done = is_heading(&tokens) ||
	       (note_names(passage, &tokens, &seen, err) && find_names(&name, err));
out:
	map_release(&seen);
	free(tokens.items);
	return done;
}
