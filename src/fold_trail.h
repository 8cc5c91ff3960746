/*
 * Repeats that follow one another as their originals do: a *trail*.
 *
 * A trail becomes sure (*anchored*) with its first long paragraph. Short repeats wait. Going
 * back from a long one, those that wait fold with it as far as they lead into it as their
 * originals do. Behind a long one they fold if the trail comes to its natural end, and show if
 * it breaks off: the same question is put to two people, and both say "Yes."
 */
#ifndef FOLD_TRAIL_H
#define FOLD_TRAIL_H

#include "fold_job.h"

/* Shorter prose is a copy where the trail expects it. */
#define FOLD_RUN_WORDS 12

/* What the trail would repeat next; NOWHERE if nothing. */
size_t fold_expected(const struct fold_job *job);

/* Hides copy `n` of paragraph `of`: as boilerplate, if that is. */
void fold_hide_copy(const struct fold_job *job, size_t n, size_t of, enum fold_reason reason);

/* Short repeats and pieces that wait. */
void fold_wait(const struct fold_job *job, size_t of, enum fold_waits how);
/* What waits for more than `most` lines is shown, or hidden in a run. */
void fold_tire(const struct fold_job *job, size_t most);
bool fold_waits_for_piece(const struct fold_job *job);
/* They lead into the copy job->n of `of` as far as their originals do; the others show. */
void fold_settle_leading(const struct fold_job *job, size_t n, size_t of);
void fold_settle_shown(const struct fold_job *job);
/* The run comes to its natural end: what waits in it folds, if it is sure or repeated all. */
void fold_settle_run(const struct fold_job *job);
/* The trail breaks off, and a new one starts with paragraph `start`, or none: NOWHERE. */
void fold_trail_anew(const struct fold_job *job, size_t start);

#endif
