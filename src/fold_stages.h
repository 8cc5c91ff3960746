/*
 * The stages that a paragraph goes through, and what those for furniture ask each other.
 */
#ifndef FOLD_STAGES_H
#define FOLD_STAGES_H

#include "fold_job.h"

/* True if the line and `of` stand alike under headings that count on. */
bool fold_is_formula(const struct fold_job *job, size_t of);

/*
 * Tells if the text looks like a whole page: half of the lines in its head are short and no
 * sentences, and two different ones are furniture. Only FOLD_HEAD bytes are looked at.
 */
MUST_USE bool fold_looks_whole(const struct text *text, const struct fold_forms *phrases,
			       bool *whole, struct err *err);

/* Shows the line before, taken for furniture, if the line is prose under it. */
void fold_settle_topic(const struct fold_job *job);

/* True if the line looks like one of a list: a book, an act, a telephone. Cost: its
 * length. */
bool fold_is_item(const struct fold_job *job);

/* True if the line tells of rights, cookies or letters, and is no sentence of an article. */
bool fold_is_notice(const struct fold_job *job);
/* True if a verb in the line tells that somebody says so. */
bool fold_is_reported(const struct fold_job *job);
/* True if its first sentence tells of what was, where a page says what to do: "Sign up here was
 * the text of …". */
bool fold_is_told(const struct fold_job *job);

/* Stages. Each says what it found through fold_say(); true: it has decided. */
bool fold_stage_furniture(const struct fold_job *job);
bool fold_stage_same(const struct fold_job *job);
bool fold_stage_piece(const struct fold_job *job);
bool fold_stage_split(const struct fold_job *job);
MUST_USE bool fold_stage_near(const struct fold_job *job, struct err *err);
void fold_stage_box(const struct fold_job *job);
void fold_note_tail(const struct fold_job *job);
/* At the text's end. */
void fold_finish_box(const struct fold_job *job);
MUST_USE bool fold_finish_tail(const struct fold_job *job, struct err *err);

/* Takes the verdicts up to `settled` into the runs. */
MUST_USE bool fold_settle_runs(const struct fold_job *job, size_t settled, struct err *err);

#endif
