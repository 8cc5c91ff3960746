/*
 * Names by their capitals: runs of capitalised words, joined over "of" and its like. What a
 * sentence's first word is can't be told by its capital; lists and other mentions decide.
 * Headings in capitals throughout tell nothing and are left alone, and so are scripts
 * without case.
 */
#include "array.h"
#include "fold_words.h"
#include "hash.h"
#include "segment.h"
#include "suggest_finder.h"
#include "utf8.h"

#include <stdlib.h>
#include <string.h>

#define SCORE_WORDS  0.8f /* several capitalised words */
#define SCORE_WORD   0.6f
#define SCORE_OPENER 0.5f /* a sentence's first word */

#define JOINERS_MAX 3 /* "of the" and the like between two words of a name */

/* How a token hangs together with the one before. */
enum gap { GAP_BREAK, GAP_JOIN, GAP_SENTENCE };

struct token {
	struct span span;
	enum gap gap;
	bool capital;	 /* begins in upper case, or "al-" and an upper case letter */
	bool inner;	 /* a further capital: an acronym, McNeill */
	bool possessive; /* 's stands behind it */
	char lower[32];	 /* in lower case, cut, for the lists; ASCII alone is lowered */
};

struct tokens {
	struct token *items;
	size_t count, capacity;
};

static uint32_t point_at(const struct passage *passage, size_t at, uint8_t *len)
{
	struct utf8 u;

	if (at >= passage->span.end) {
		*len = 0;
		return ' ';
	}
	u = utf8_decode(passage->bytes + at, passage->span.end - at);
	*len = u.len;
	return u.point;
}

static bool in_word(uint32_t point)
{
	return point_is_letter(point) || point_is_digit(point);
}

static bool is_apostrophe(uint32_t point)
{
	return point == '\'' || point == 0x2019;
}

static bool is_hyphen(uint32_t point)
{
	return point == '-' || point == 0x2010 || point == 0x2011;
}

/* True for the marks of letters such as e + U+0301, and for soft hyphens. */
static bool continues(uint32_t point)
{
	return in_word(point) || (point >= 0x300 && point <= 0x36F) || point == 0xAD;
}

static void lower(struct token *token, const struct passage *passage)
{
	size_t len = span_length(token->span);

	if (len >= sizeof token->lower)
		len = 0;
	for (size_t i = 0; i < len; i++) {
		char c = passage->bytes[token->span.start + i];

		token->lower[i] = c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
	}
	token->lower[len] = '\0';
}

static bool listed(const struct token *token, enum suggest_list list)
{
	return suggest_listed(list, token->lower, strlen(token->lower));
}

/*
 * True if the mark at `at` is inside the token: an initial's full stop, a hyphen or an
 * apostrophe before a capital (Kim-Lavrov, O'Neill, but not Moscow-based, not Russia's), or
 * the hyphen of al-Assad.
 */
static bool joins(const struct passage *passage, const struct token *token, size_t at)
{
	uint8_t len, next_len;
	uint32_t mark = point_at(passage, at, &len);
	uint32_t next = point_at(passage, at + len, &next_len);
	size_t letters = at - token->span.start;

	if (is_apostrophe(mark))
		return token->capital && point_is_upper(next);
	if (!is_hyphen(mark) || !(point_is_upper(next) || point_is_digit(next)))
		return false;
	return token->capital || (letters == 2 && passage->bytes[at - 1] == 'l');
}

/* Puts the full stops of "U.S." and "J." into the token. */
static size_t past_initials(const struct passage *passage, const struct token *token, size_t at)
{
	uint8_t len, first;
	size_t end = at;

	point_at(passage, token->span.start, &first);
	if (!token->capital || at != token->span.start + first)
		return at;
	while (point_at(passage, end, &len) == '.') {
		at = ++end;
		if (!point_is_upper(point_at(passage, end, &len)))
			break;
		end += len;
	}
	return at;
}

/* Takes the token that begins at token->span.start. */
static void take_token(const struct passage *passage, struct token *token)
{
	size_t at = token->span.start;
	uint8_t len;
	uint32_t point = point_at(passage, at, &len);

	token->capital = point_is_upper(point);
	for (at += len;; at += len) {
		point = point_at(passage, at, &len);
		if (!len || !(continues(point) || joins(passage, token, at)))
			break;
		token->inner |= point_is_upper(point);
	}
	/* al-Assad counts as capitalised, iPhone too. */
	token->capital |= token->inner;
	token->span.end = past_initials(passage, token, at);
	lower(token, passage);
}

/* Passes 's, and the rest of "he'll". */
static size_t past_ending(const struct passage *passage, struct token *token)
{
	size_t at = token->span.end;
	uint8_t len;

	if (!is_apostrophe(point_at(passage, at, &len)))
		return at;
	at += len;
	while (point_is_letter(point_at(passage, at, &len)) && len)
		at += len;
	token->possessive = at > token->span.end + 1 && passage->bytes[at - 1] == 's';
	return at;
}

/* A straight quotation mark before a word opens; behind one, as in `," she said`, it closes. */
static bool opens(const struct passage *passage, size_t at)
{
	uint8_t len;

	return in_word(point_at(passage, at + 1, &len)) && len;
}

/* What the character at `at`, between tokens, makes of the gap. */
static enum gap widen(enum gap gap, const struct passage *passage, size_t at,
		      const struct token *before)
{
	uint8_t len;
	uint32_t point = point_at(passage, at, &len);

	if (point_is_space(point) || gap == GAP_SENTENCE)
		return gap;
	switch (point) {
	case '.':
		if (before && listed(before, LIST_ABBREVIATION))
			return gap;
		return GAP_SENTENCE;
	case '!':
	case '?':
	case ':':
	case 0x2018: /* ‘ */
	case 0x201C: /* “ */
	case 0x201E: /* „ */
	case 0x2026: /* … */
	case 0xAB:   /* « */
		return GAP_SENTENCE;
	case '"':
		return opens(passage, at) ? GAP_SENTENCE : GAP_BREAK;
	default:
		return GAP_BREAK;
	}
}

/* True for an ampersand between blanks, which is a joiner. */
static bool is_ampersand(const struct passage *passage, size_t at)
{
	return at > passage->span.start && at + 1 < passage->span.end &&
	       !memcmp(passage->bytes + at - 1, " & ", 3);
}

static bool tokenise(const struct passage *passage, struct tokens *tokens, struct err *err)
{
	enum gap gap = GAP_SENTENCE;
	size_t at = passage->span.start;
	uint8_t len;

	while (at < passage->span.end) {
		uint32_t point = point_at(passage, at, &len);
		struct token token = { .span = { at, at + 1 }, .gap = gap };

		if (!in_word(point) && !is_ampersand(passage, at)) {
			gap = widen(gap, passage, at,
				    tokens->count ? &tokens->items[tokens->count - 1] : NULL);
			at += len;
			continue;
		}
		if (point == '&')
			memcpy(token.lower, "&", 2);
		else
			take_token(passage, &token);
		at = past_ending(passage, &token);
		gap = at > token.span.end ? GAP_BREAK : GAP_JOIN;
		if (!ARRAY_RESERVE(tokens, 1, err))
			return false;
		tokens->items[tokens->count++] = token;
	}
	return true;
}

/* True if a letter in the span is not in upper case. */
static bool has_lower(const struct passage *passage, struct span span)
{
	uint8_t len;

	for (size_t at = span.start; at < span.end; at += len) {
		uint32_t point = point_at(passage, at, &len);

		if (!len)
			break;
		if (point_is_letter(point) && !point_is_upper(point))
			return true;
	}
	return false;
}

/* True for a heading: all in capitals, or with capitals on words that have none elsewhere. */
static bool is_heading(const struct passage *passage, const struct tokens *tokens)
{
	size_t capital = 0, function = 0, lower_letters = 0;

	for (size_t i = 0; i < tokens->count; i++) {
		const struct token *token = &tokens->items[i];

		capital += token->capital;
		function += i > 0 && token->gap == GAP_JOIN && token->capital &&
			    strcmp(token->lower, "i") != 0 && listed(token, LIST_FUNCTION);
		lower_letters += has_lower(passage, token->span);
	}
	if (!lower_letters && tokens->count > 1)
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
		if (!listed(&name->tokens->items[i], list))
			return false;
	}
	return true;
}

static bool any_in(const struct name *name, enum suggest_list list)
{
	for (size_t i = name->first; i <= name->last; i++) {
		if (listed(&name->tokens->items[i], list))
			return true;
	}
	return false;
}

static bool preceded_by(const struct name *name, enum suggest_list list)
{
	const struct token *items = name->tokens->items;

	return name->first > 0 && items[name->first].gap == GAP_JOIN &&
	       !items[name->first - 1].possessive && listed(&items[name->first - 1], list);
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
	return token->possessive || listed(token, LIST_DATE) ||
	       is_known(name->seen, name_hash(name->passage->bytes, token->span));
}

/* Drops the titles in front, unless the title is part of it: Minister of Defence. */
static void drop_titles(struct name *name)
{
	const struct token *items = name->tokens->items;

	while (name->first < name->last && listed(&items[name->first], LIST_TITLE) &&
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

		if (listed(only, LIST_TITLE) || span_length(only->span) < 2 ||
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
	return token->inner || token->gap != GAP_SENTENCE || !listed(token, LIST_FUNCTION);
}

/* The token that carries the name on behind `at`, over joiners; `at` if none does. */
static size_t next_part(const struct tokens *tokens, size_t at)
{
	size_t next = at + 1, limit = at + 1 + JOINERS_MAX;

	while (next < tokens->count && next < limit && tokens->items[next].gap == GAP_JOIN &&
	       !tokens->items[next].capital && !tokens->items[next].possessive &&
	       (listed(&tokens->items[next], LIST_JOINER) ||
		(next > at + 1 && !strcmp(tokens->items[next].lower, "the"))))
		next++;
	if (next >= tokens->count || tokens->items[next].gap != GAP_JOIN ||
	    !is_part(&tokens->items[next]) || listed(&tokens->items[next], LIST_FUNCTION))
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
	if (!tokenise(passage, &tokens, err))
		goto out;
	done = is_heading(passage, &tokens) ||
	       (note_names(passage, &tokens, &seen, err) && find_names(&name, err));
out:
	map_release(&seen);
	free(tokens.items);
	return done;
}
