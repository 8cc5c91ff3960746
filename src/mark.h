/*
 * Marks: what people say about a text. A *record* is anything that one line of
 * a sidecar holds: a quote, entity or claim on the text, or a note, verdict,
 * answer… that targets another record by its id. `struct mark` holds any of
 * them; members that a kind doesn't use are NULL or 0.
 *
 * The tables of kinds and types hold what files and people call them. What else a new row
 * needs stands in ARCHITECTURE.md.
 */
#ifndef MARK_H
#define MARK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum mark_kind {
	MARK_QUOTE,
	MARK_ENTITY,
	MARK_CLAIM,
	MARK_NOTE,
	MARK_VERDICT,
	MARK_EVIDENCE,
	MARK_ANSWER,
	MARK_DISMISSED, /* a suggestion that is not to come again */
	MARK_SAME,
	MARK_FOREIGN, /* a valid annotation without our `diple.kind` */
	MARK_KINDS,
};

enum mark_type {
	TYPE_NONE,
	TYPE_PERSON,
	TYPE_PLACE,
	TYPE_ORGANISATION,
	TYPE_DATE,
	TYPE_NUMBER,
	TYPE_OTHER,
	MARK_TYPES,
};

struct mark_kind_row {
	const char *name;	/* in `diple.kind`, on the command line, in lists */
	const char *plural;	/* for people */
	const char *motivation; /* W3C Web Annotation, section 3.3.5 */
	char letter;		/* in the gutter; 0: never stands there */
	bool on_text;		/* may target a stretch of text */
	bool on_record;		/* may target another record */
};

struct mark_type_row {
	const char *name;  /* the tagging body's value, on the command line, in lists */
	const char *label; /* for people */
};

extern const struct mark_kind_row mark_kinds[MARK_KINDS];
extern const struct mark_type_row mark_types[MARK_TYPES];

/* By name; false where there is none. "" names no type. */
bool mark_kind_named(const char *name, enum mark_kind *kind);
bool mark_type_named(const char *name, enum mark_type *type);

/* rev beyond this is damage: a hostile line can't freeze a mark. */
#define MARK_REV_MAX INT32_MAX

struct mark {
	const char *id; /* "urn:uuid:…" or a foreign IRI */
	enum mark_kind kind;
	enum mark_type type;
	enum mark_kind of; /* dismissed: the kind that was suggested */
	int32_t rev;	   /* 1 or more; lines without one count as 1 */
	bool deleted;

	const char *creator;  /* a name for people; "" where the line gives none */
	const char *created;  /* xsd:dateTime in UTC, as the line gives it, or "" */
	const char *modified; /* the same; `created` where the line gives none */
	const char *step;     /* one id for each thing the user did, or "" */
	const char *undoes;   /* the step that this line's step reverses, or "" */

	const char *target;  /* id of the record it is about; NULL: it is about text */
	bool placed;	     /* start and end are given */
	uint64_t start, end; /* code points of the source text, end exclusive */
	const char *exact;   /* the quoted words, NULL if the line has none */
	const char *prefix;  /* words before, at most MARK_CONTEXT points, or "" */
	const char *suffix;  /* words behind */
	const char *source;  /* of the text: an URL or ni: name, or "" */

	const char *name;      /* identifying body: speaker or claimant */
	const char *note;      /* commenting body: the words */
	const char *statement; /* describing body: the claim as it will be checked */
	const char *value;     /* assessing or moderating body: a word */
	const char *link;      /* linking body: IRI of the evidence or of the other claim */
	const char *speaker;   /* id of the speaker's mark */
	const char *priority;
};

/*
 * Copies a mark with its strings, which all go into one block. Returns that block, owned
 * by the caller (free()), or NULL if there is no memory.
 */
char *mark_copy(struct mark *to, const struct mark *from);

/* Code points of prefix and suffix. */
#define MARK_CONTEXT 32

/*
 * Which of two lines of one id wins: the higher rev, then the later `modified`,
 * then the greater line. A total order, so that any number of copies merge to the
 * same marks in whatever order lines arrive. Returns < 0, 0, > 0 as a loses, equals, wins.
 */
struct mark_rank {
	int32_t rev;
	const char *modified;
	const char *line; /* its bytes without the line end */
	size_t len;
};
int mark_compare(const struct mark_rank *a, const struct mark_rank *b);

#endif
