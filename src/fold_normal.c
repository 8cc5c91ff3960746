#include "fold_class.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <uninorm.h>

uint32_t fold_small_letter(uint32_t point)
{
	if (point < 0x80)
		return point >= 'A' && point <= 'Z' ? point | 0x20 : point;
	/* Not "ss": "in Massen" is no other way to write "in Maßen". */
	if (point == 0xD7 || point == 0xF7)
		return 0; /* × ÷ */
	if ((point >= 0xDF && point <= 0xFF) || (point >= 0x430 && point <= 0x45F))
		return point;
	if ((point >= 0xC0 && point <= 0xDE) || (point >= 0x410 && point <= 0x42F))
		return point + 0x20;
	/* Capitals and small letters take turns here, but for those made of two. */
	if ((point >= 0x100 && point <= 0x12F) || (point >= 0x14A && point <= 0x177))
		return point | 1;
	if ((point >= 0x141 && point <= 0x148) || (point >= 0x179 && point <= 0x17E))
		return point + (point & 1);
	return 0;
}

/* Most words of Latin and Cyrillic. A small letter takes as many bytes as its capital. */
static bool lower_simply(struct fold_word *word)
{
	char lower[FOLD_WORD_RAW] = "";
	size_t at = 0;

	while (at < word->len) {
		const struct utf8 u = utf8_decode(word->bytes + at, word->len - at);
		uint32_t small = fold_small_letter(u.point);

		if (!small)
			return false;
		at += utf8_encode(small, lower + at);
	}
	memcpy(word->bytes, lower, at);
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

void fold_normalise(struct fold_word *word)
{
	char raw[FOLD_WORD_RAW];
	size_t len = sizeof word->bytes, raw_len = word->len;
	uint8_t *folded;

	if (lower_simply(word))
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
