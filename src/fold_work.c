#include "fold_work.h"

#include <stdlib.h>

void fold_work_free(struct fold_work *work)
{
	if (!work)
		return;
	fold_grams_release(&work->grams);
	fold_exact_release(&work->exact);
	if (!work->lent)
		fold_forms_release(&work->phrases);
	fold_letters_release(&work->letters);
	fold_diff_free(work->diff);
	free(work->line.items);
	free(work->joined.items);
	free(work->texts.items);
	for (size_t i = 0; i < FOLD_READ; i++) {
		free(work->read[i].tokens.items);
		free(work->read[i].spelling.items);
	}
	free(work->spelling.items);
	free(work->keys.grams.items);
	free(work->hits);
	free(work->runs.items);
	free(work->items);
	free(work);
}

/* A copy of what is lent, whose memory stays its owner's: so all stages have one of their own.
 */
static bool take_phrases(const struct folds *folds, struct fold_work *work, struct err *err)
{
	work->lent = folds->index;
	if (work->lent)
		work->phrases = *folds->index;
	else if (!fold_forms_make(&work->phrases, hash_seed(), folds->phrases, err))
		return false;
	work->seed = work->exact.seed = work->phrases.seed;
	return true;
}

struct fold_work *fold_work_new(const struct folds *folds, struct err *err)
{
	struct fold_work *work = calloc(1, sizeof *work);

	if (!work) {
		err_memory(err);
		return NULL;
	}
	work->trail.start = work->box = work->tail = NOWHERE;
	work->topic = work->opening = NOWHERE;
	work->credit = FOLD_CREDIT_MOST;
	if (take_phrases(folds, work, err))
		return work;
	fold_work_free(work);
	return NULL;
}
