#include "fold_normal.h"

#include "compiler.h"
#include "utf8.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <uninorm.h>

struct lowered {
	char bytes[FOLD_WORD_MAX];
	size_t len, last;	   /* the last character begins at `last` */
	struct fold_letter before; /* that one */
};

/* Marks one by one, and none that has its place before another. */
static bool may_take(struct fold_letter before, struct fold_letter mark)
{
	return before.folded && !(before.flags & (FOLD_LETTER_MADE | FOLD_LETTER_LONG)) &&
	       !(before.flags & mark.flags & FOLD_LETTER_ORDERED);
}

/* The mark is taken into the letter before it, if both make one. False where more is needed. */
static bool join(struct lowered *to, struct fold_letters *letters, struct fold_letter *mark)
{
	uint32_t both;

	if (!may_take(to->before, *mark))
		return false;
	both = uc_composition(to->before.folded, mark->folded);
	if (!both)
		return true;
	*mark = fold_letter(letters, both);
	to->len = to->last;
	return mark->folded == both && !(mark->flags & FOLD_LETTER_LONG);
}

static bool put(struct lowered *to, const struct fold_letters *letters,
		struct fold_letter letter)
{
	struct fold_long all;

	if (sizeof to->bytes - to->len < FOLD_LONG_MAX)
		return false;
	to->last = to->len;
	to->before = letter;
	if (letter.flags & FOLD_LETTER_LONG) {
		all = fold_letter_long(letters, letter);
		memcpy(to->bytes + to->len, all.bytes, all.len);
		to->len += all.len;
	} else if (letter.folded < 0x80) {
		to->bytes[to->len++] = (char)letter.folded;
	} else {
		to->len += utf8_encode(letter.folded, to->bytes + to->len);
	}
	return true;
}

/* Character by character. False where that is not enough: nothing is changed then. */
static bool lower_simply(struct fold_word *word, struct fold_letters *letters)
{
	struct lowered to UNSET;
	struct utf8 u;

	to.len = to.last = 0;
	to.before.folded = 0;
	for (size_t at = 0; at < word->len; at += u.len) {
		struct fold_letter letter;

		u = utf8_next(word->bytes + at, word->len - at);
		letter = fold_letter(letters, u.point);
		if (!letter.folded ||
		    (letter.flags & FOLD_LETTER_JOINS && !join(&to, letters, &letter)) ||
		    !put(&to, letters, letter))
			return false;
	}
	memcpy(word->bytes, to.bytes, to.len);
	word->len = to.len;
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
	char raw[FOLD_WORD_RAW] UNSET;
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
