/*
 * What marks.c needs of marks_history.c. Nothing else includes this.
 */
#ifndef MARKS_PARTS_H
#define MARKS_PARTS_H

#include "marks.h"

/* The step that this mark's line belongs to, made if it is the first of it: its index. */
MUST_USE bool marks_step_of(struct marks *marks, const struct mark *mark, uint32_t *step,
			    struct err *err);

#endif
