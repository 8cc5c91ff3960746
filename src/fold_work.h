/*
 * What is known of texts beyond the verdicts: made with the first paragraph, freed with the
 * folds.
 */
#ifndef FOLD_WORK_H
#define FOLD_WORK_H

#include "fold_job.h"

/* With the phrases that `folds` names. NULL: memory ran out. */
struct fold_work *fold_work_new(const struct folds *folds, struct err *err);

void fold_work_free(struct fold_work *work); /* NULL is welcome */

#endif
