/*
 * The live records of one article as `list` and `check` tell them: where each stands on
 * the text as it is now, in reading order. Unlike article.h this also reads the sidecar of
 * an article that is gone.
 */
#ifndef RECORDS_H
#define RECORDS_H

#include "anchor.h"
#include "command.h"
#include "journal.h"
#include "marks.h"
#include "row.h"

struct record_row {
	const struct mark_record *record; /* borrowed from `marks` */
	bool on_text;			  /* `anchor` holds */
	struct anchor anchor;
	size_t at;   /* byte where it stands, or stood; of a record on a record: where that does
		      */
	size_t root; /* index in `marks` of the record on the text that it is about, or its own
		      */
};

struct records {
	char *path;	  /* of the article, as given but without a sidecar's ending; owned */
	struct text text; /* empty where the article is gone */
	struct marks marks;
	struct journal journal;
	struct line_count lines;
	struct record_row *items; /* by `at`; records on a record behind it */
	size_t count, capacity;
};

/*
 * Reads the records of `path`, an article or its sidecar. False where that fails; true with
 * an empty text where there are marks but no article. Errors are said, and so is what stands
 * in the sidecar but is no record.
 */
MUST_USE bool records_open(struct program *program, const char *path, struct records *records);
void records_close(struct program *program, struct records *records);

/* Adds FILE:LINE: KIND[ TYPE] "WORDS" (REMARK) for a row. */
void records_plain(struct records *records, const struct record_row *row, const char *remark,
		   struct buf *out);

/* Adds the members "state", "start", "end" and "why" of a row on the text. */
void records_check(struct records *records, const struct record_row *row, struct buf *out);

#endif
