#include "fold_letters.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <uninorm.h>

/* A small letter takes at most as many bytes more than its capital. */
#define LOWER_MAX (2 * FOLD_WORD_RAW)

/*
 * True if the character stays beside the one before it as it is by itself: it is no mark, or
 * it makes nothing new with that one and is not to be put before it.
 */
static bool stays(struct fold_letter letter, struct fold_letter before)
{
	if (!(letter.flags & FOLD_LETTER_JOINS))
		return true;
	return before.folded && !(before.flags & FOLD_LETTER_MADE) &&
	       (!before.combining || !letter.combining) &&
	       !uc_composition(before.folded, letter.folded);
}

/* Character by character. False where that is not enough: nothing is changed then. */
static bool lower_simply(struct fold_word *word, struct fold_letters *letters)
{
	char lower[LOWER_MAX];
	struct fold_letter before = { 0 };
	size_t to = 0;
	struct utf8 u;

	for (size_t at = 0; at < word->len; at += u.len) {
		struct fold_letter letter;

		u = utf8_decode(word->bytes + at, word->len - at);
		letter = fold_letter(letters, u.point);
		if (!letter.folded || !stays(letter, before))
			return false;
		to += utf8_encode(letter.folded, lower + to);
		before = letter;
	}
	memcpy(word->bytes, lower, to);
	word->len = to;
	return true;
}

/* Case folding leaves U+0307 behind the i of a Turkish capital; other systems don't. */
static void drop_dots_above_i(struct fold_word *word)
{
	char *dot, *from = word->bytes;

	while ((dot = memmem(from, word->len - (size_t)(from - word->bytes), "i\xCC\x87", 3))) {
		from = dot + 1;
		word->len -= 2;
		memmove(from, from + 2, word->len - (size_t)(from - word->bytes));
	}
}

void fold_normalise(struct fold_word *word, struct fold_letters *letters)
{
	char raw[FOLD_WORD_RAW];
	size_t len = sizeof word->bytes, raw_len = word->len;
	uint8_t *folded;

	if (lower_simply(word, letters))
		return;
	utf8_mend(word->bytes, raw_len, raw);
	folded = u8_casefold((const uint8_t *)raw, raw_len, NULL, UNINORM_NFKC,
			     (uint8_t *)word->bytes, &len);
	if (folded == (uint8_t *)word->bytes) {
		word->len = len;
		drop_dots_above_i(word);
		return;
	}
	memcpy(word->bytes, raw, raw_len);
	free(folded);
}
