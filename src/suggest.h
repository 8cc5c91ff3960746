/*
 * Suggestions: what in a paragraph may be worth a mark. They are derived from
 * the text alone, one paragraph at a time, and can be thrown away and made again.
 *
 * Each finder is a file of its own (suggest_quote.c, suggest_entity.c,
 * suggest_claim.c) and a row in suggest.c's table.
 */
#ifndef SUGGEST_H
#define SUGGEST_H

#include "mark.h"
#include "span.h"
#include "text.h"

struct suggestion {
	struct span span; /* bytes of the text; never empty, ends on cluster borders */
	enum mark_kind kind;
	enum mark_type type; /* of an entity, else TYPE_NONE */
	struct span speaker; /* of a quote; empty where unknown */
	float score;	     /* 0 to 1; 0.5 and more is full strength */
	uint64_t name;	     /* entities: equal for mentions of one name; else 0 */
};

struct suggestions {
	struct suggestion *items;
	size_t count, capacity;
};

/*
 * Adds the suggestions of one paragraph, in reading order: by start, of equal starts the
 * longer first. Cost: the paragraph's length; of a paragraph longer than SUGGEST_MAX only
 * its beginning is looked at. Fails only with ERR_MEMORY.
 */
#define SUGGEST_MAX ((size_t)64 << 10)
MUST_USE bool suggest_paragraph(const struct text *text, struct span paragraph,
				struct suggestions *out, struct err *err);

/* The name of a mention by its words alone, as in `suggestion.name`: case and spacing don't
 * count. */
uint64_t suggest_name(const struct text *text, struct span words);

void suggestions_release(struct suggestions *suggestions);

#endif
