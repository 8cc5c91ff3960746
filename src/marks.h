/*
 * The records of one article, made of lines in whatever order they come, and
 * each person's history of steps.
 *
 * Of the lines with one id the winner shows (mark_compare()); older ones stay
 * known by their place in the file, so that undo can go back to them without
 * limit. Lines that are no records are *kept*: counted with the reason, never
 * dropped. A record on a deleted mark stays, hidden until that returns.
 */
#ifndef MARKS_H
#define MARKS_H

#include "arena.h"
#include "buf.h"
#include "hash.h"
#include "mark.h"

/* Where a line stands: in which of the journal's files, and where in it. */
struct mark_line {
	uint32_t record; /* index into `records` */
	uint32_t step;	 /* index into `steps` */
	int32_t rev;
	uint32_t len;	 /* bytes without the LF */
	uint64_t offset; /* bytes */
	uint8_t file;
	bool unsaved; /* in memory and the pending file only */
};

/* What can be done with a step: it stands on one of its person's two stacks, or on none. */
enum mark_stack {
	STACK_UNDO,
	STACK_REDO,
	STACK_NONE,
};

/*
 * One thing somebody did. An id that two people use is two steps, so that nobody
 * can put lines into another's.
 */
struct mark_step {
	const char *id; /* "" for the lines of programs that know no steps: never undone */
	const char *creator;
	const char *undoes;    /* or "" */
	uint32_t person;       /* index into `people` */
	uint32_t below, above; /* on its stack: index into `steps`, or MARKS_NO_STEP */
	enum mark_stack stack;
};
#define MARKS_NO_STEP UINT32_MAX

struct mark_person {
	const char *name;
	uint32_t top[STACK_NONE]; /* of both stacks: index into `steps`, or MARKS_NO_STEP */
};

struct mark_record {
	struct mark mark; /* the winner; its strings hold until the next line is taken */
	char *memory;	  /* of its strings, owned */
	uint64_t hash;	  /* of its line, to know it again */
	uint32_t line;	  /* its line, index into `lines` */
	bool conflict;	  /* two different lines of equal rev */
	bool unsaved;	  /* the winner is not on disk in a sidecar yet */
};

struct mark_lines {
	struct mark_line *items;
	size_t count, capacity;
};
struct mark_steps {
	struct mark_step *items;
	size_t count, capacity;
};
struct mark_people {
	struct mark_person *items;
	size_t count, capacity;
};
struct mark_records {
	struct mark_record *items;
	size_t count, capacity;
};

/*
 * Gives the bytes of an earlier line back, without its LF: needed only where two lines of
 * one id tie in rev and time, and the greater one wins. Without it the first one stays.
 */
struct marks_source {
	const void *from;
	bool (*line)(const void *from, const struct mark_line *line, struct buf *out,
		     struct err *err);
};

/* How many files lines can come from. */
#define MARKS_FILES 4

struct marks {
	struct mark_records records; /* in the order of their first lines; deleted ones too */
	struct mark_lines lines;     /* in the order they came */
	struct mark_steps steps;     /* in the order of their first lines */
	struct mark_people people;
	size_t kept;		   /* lines that are no records */
	size_t kept_line;	   /* number of the latest of them in its file, from 1 */
	char kept_why[160];	   /* and what is wrong with it, raw */
	bool git_conflict;	   /* git's conflict markers stand among them */
	size_t taken[MARKS_FILES]; /* lines that came from each file */
	uint64_t cleared;	   /* how often everything was forgotten: indexes changed */
	struct map ids, step_ids, names;
	struct arena arena; /* strings of steps and people */
	struct marks_source source;
};

void marks_init(struct marks *marks);
void marks_release(struct marks *marks);
/* Forgets everything but its source: the lines will come again. */
void marks_clear(struct marks *marks);

/* A line and where it stands. */
struct marks_input {
	const char *line; /* NULL: too long to be one */
	size_t len;
	uint64_t offset;
	uint8_t file;
	bool unsaved;
};

/*
 * Takes a line in; its CR, where it ends in one, is no part of it. Lines that are no
 * records are no error. Fails with ERR_MEMORY, or as the source does.
 */
MUST_USE bool marks_take(struct marks *marks, const struct marks_input *input, struct err *err);

/* The unsaved lines are on disk now: from `offset` of `file` on, as they stood in memory. */
void marks_settle(struct marks *marks, uint8_t file, uint64_t offset);

/* The record of an id, deleted or not; NULL where there is none. */
const struct mark_record *marks_find(const struct marks *marks, const char *id);

/* True if it shows: not deleted, nor is the record that it targets. */
bool marks_live(const struct marks *marks, const struct mark_record *record);

/*
 * What `creator` can undo or redo next: an index into `steps`, or MARKS_NONE. Steps go
 * by their first line; a new step ends redo. `depth` 0 is the next one. Cost: `depth`.
 */
#define MARKS_NONE SIZE_MAX
size_t marks_undo(const struct marks *marks, const char *creator, size_t depth);
size_t marks_redo(const struct marks *marks, const char *creator);

/*
 * What reversing a step does to one record: index of the line whose content comes back,
 * or MARKS_NONE: the record began with that step and goes.
 */
struct mark_reversal {
	uint32_t record;
	size_t line;
};

/*
 * The reversals of a step, one for each record that it touched, in the order of its
 * lines. `out` is owned by the caller (free()). Linear in the number of lines.
 */
MUST_USE bool marks_reversals(const struct marks *marks, size_t step,
			      struct mark_reversal **out, size_t *count, struct err *err);

#endif
