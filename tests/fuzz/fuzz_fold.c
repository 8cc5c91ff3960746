/*
 * Any text through all of folding, against the laws of support/fold_laws.h. The first byte
 * says how the others are meant: as a text, or as choices of what stands in one.
 */
#include "support/fold_laws.h"
#include "support/fold_texts.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check(const char *broken, enum paragraph_mode mode, const struct buf *bytes)
{
	if (!broken)
		return;
	fprintf(stderr, "broken, %s: %s\n", mode == PARAGRAPH_LINE ? "lines" : "blocks",
		broken);
	fwrite(bytes->at, 1, bytes->len, stderr);
	abort();
}

/* As one text, and as two, the second of which may repeat the first. */
static void try_text(const struct buf *bytes, enum paragraph_mode mode, uint64_t seed)
{
	const char *at = bytes->len ? bytes->at : "";
	const size_t half = bytes->len / 2;
	struct text text, first, second;

	text_borrow(&text, at, bytes->len);
	check(fold_laws_broken(&text, mode, seed), mode, bytes);
	text_borrow(&first, at, half);
	text_borrow(&second, at + half, bytes->len - half);
	check(fold_laws_broken_across(&first, &second, mode), mode, bytes);
	text_release(&text);
	text_release(&first);
	text_release(&second);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf bytes = BUF_EMPTY;

	if (!size)
		return 0;
	if (data[0] & 1)
		buf_add(&bytes, data + 1, size - 1);
	else
		fold_texts_make(data + 1, size - 1, &bytes);
	try_text(&bytes, data[0] & 2 ? PARAGRAPH_BLOCK : PARAGRAPH_LINE, data[0]);
	buf_release(&bytes);
	return 0;
}
