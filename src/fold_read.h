/*
 * Earlier paragraphs read again: what is hidden is verified, and what is near is compared.
 */
#ifndef FOLD_READ_H
#define FOLD_READ_H

#include "fold_job.h"

/* True if the words of both are the same. */
bool fold_same(const struct fold_job *job, size_t a, size_t b);

/* Has what fold_read_again() will read of paragraph `n` fetched into the cache meanwhile. */
void fold_expect_reading(const struct fold_job *job, size_t n);

/* The words of paragraph `n`, good until another is read. NULL: memory ran out. */
const struct fold_tokens *fold_read_again(const struct fold_job *job, size_t n,
					  struct err *err);
/* True if paragraph `n` is kept as words, or the text has paid for reading it, which is taken
 * off. */
bool fold_may_read(const struct fold_job *job, size_t n);
/* A paragraph of `len` bytes was fed. */
void fold_earn(const struct fold_job *job, size_t len);
/* False if the line's first `words` words are not the first ones of paragraph `of`. True says
 * nothing: whoever asks verifies it. */
bool fold_may_lead(const struct fold_job *job, size_t words, size_t of);

/* True if the line has the words of paragraph `of`. */
bool fold_equals(const struct fold_job *job, size_t of);
/* As fold_words_lead() of the line, `rest` being all of paragraph `of`. */
bool fold_leads(const struct fold_job *job, struct fold_stretch *rest, size_t of);

#endif
