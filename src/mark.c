#include "mark.h"

#include <stdlib.h>
#include <string.h>

/* clang-format off */
const struct mark_kind_row mark_kinds[MARK_KINDS] = {
	/*                    name         plural        motivation      letter on text, record */
	[MARK_QUOTE]     = { "quote",     "quotes",     "highlighting", 's', true,  false },
	[MARK_ENTITY]    = { "entity",    "entities",   "identifying",  'e', true,  false },
	[MARK_CLAIM]     = { "claim",     "claims",     "questioning",  'c', true,  false },
	[MARK_NOTE]      = { "note",      "notes",      "commenting",   'a', true,  true  },
	[MARK_VERDICT]   = { "verdict",   "verdicts",   "assessing",     0,  false, true  },
	[MARK_EVIDENCE]  = { "evidence",  "evidence",   "linking",       0,  false, true  },
	[MARK_ANSWER]    = { "answer",    "answers",    "moderating",    0,  false, true  },
	[MARK_DISMISSED] = { "dismissed", "dismissed",  "moderating",    0,  true,  false },
	[MARK_SAME]      = { "same",      "same claims", "linking",      0,  false, true  },
	[MARK_FOREIGN]   = { "foreign",   "foreign",    "",              0,  true,  true  },
};

const struct mark_type_row mark_types[MARK_TYPES] = {
	[TYPE_NONE]         = { "",             ""             },
	[TYPE_PERSON]       = { "person",       "person"       },
	[TYPE_PLACE]        = { "place",        "place"        },
	[TYPE_ORGANISATION] = { "organisation", "organisation" },
	[TYPE_DATE]         = { "date",         "date"         },
	[TYPE_NUMBER]       = { "number",       "measure"      },
	[TYPE_OTHER]        = { "other",        "other"        },
};
/* clang-format on */

bool mark_kind_named(const char *name, enum mark_kind *kind)
{
	for (enum mark_kind k = 0; k < MARK_KINDS; k++) {
		if (!strcmp(mark_kinds[k].name, name)) {
			*kind = k;
			return true;
		}
	}
	return false;
}

bool mark_type_named(const char *name, enum mark_type *type)
{
	for (enum mark_type t = TYPE_NONE + 1; t < MARK_TYPES; t++) {
		if (!strcmp(mark_types[t].name, name)) {
			*type = t;
			return true;
		}
	}
	return false;
}

/* Where a mark's strings stand: a new one needs a row here, or its copy would dangle. */
static const size_t strings[] = {
	offsetof(struct mark, id),	offsetof(struct mark, creator),
	offsetof(struct mark, created), offsetof(struct mark, modified),
	offsetof(struct mark, step),	offsetof(struct mark, undoes),
	offsetof(struct mark, target),	offsetof(struct mark, exact),
	offsetof(struct mark, prefix),	offsetof(struct mark, suffix),
	offsetof(struct mark, source),	offsetof(struct mark, name),
	offsetof(struct mark, note),	offsetof(struct mark, statement),
	offsetof(struct mark, value),	offsetof(struct mark, link),
	offsetof(struct mark, speaker), offsetof(struct mark, priority),
};

static const char **string_at(struct mark *mark, size_t n)
{
	return (const char **)((char *)mark + strings[n]);
}

char *mark_copy(struct mark *to, const struct mark *from)
{
	const size_t count = sizeof strings / sizeof *strings;
	struct mark copy = *from;
	size_t size = 1;
	char *block, *at;

	for (size_t n = 0; n < count; n++) {
		const char *string = *string_at(&copy, n);

		size += string && *string ? strlen(string) + 1 : 0;
	}
	block = at = malloc(size);
	if (!block)
		return NULL;
	for (size_t n = 0; n < count; n++) {
		const char **string = string_at(&copy, n);

		if (!*string || !**string) {
			*string = *string ? "" : NULL;
			continue;
		}
		size = strlen(*string) + 1;
		*string = memcpy(at, *string, size);
		at += size;
	}
	*to = copy;
	return block;
}

static int compare_sizes(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

int mark_compare(const struct mark_rank *a, const struct mark_rank *b)
{
	size_t shorter = a->len < b->len ? a->len : b->len;
	int order;

	if (a->rev != b->rev)
		return a->rev < b->rev ? -1 : 1;
	order = strcmp(a->modified, b->modified);
	if (order)
		return order;
	order = shorter ? memcmp(a->line, b->line, shorter) : 0;
	return order ? order : compare_sizes(a->len, b->len);
}
