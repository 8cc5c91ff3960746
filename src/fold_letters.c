#include "fold_letters.h"

#include "array.h"
#include "segment.h"
#include "utf8.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

/* Emoji, stars and what else measures nothing. */
static bool is_picture(uint32_t point)
{
	return uc_is_general_category_withtable(point, UC_CATEGORY_MASK_So) &&
	       !fold_among(point, "°℃℉№");
}

static enum fold_case case_of(uint32_t point, enum fold_class class)
{
	if (class == FOLD_CLASS_DIGIT)
		return FOLD_NUMBER;
	if (class == FOLD_CLASS_SYMBOL)
		return is_picture(point) ? FOLD_UNCASED : FOLD_SIGN;
	if (class != FOLD_CLASS_LETTER && class != FOLD_CLASS_SINGLE)
		return FOLD_SIGN;
	if (point < 0x80)
		return point >= 'a' ? FOLD_LOWER : FOLD_UPPER;
	if (uc_is_general_category_withtable(point, UC_CATEGORY_MASK_Ll))
		return FOLD_LOWER;
	return point_is_upper(point) ? FOLD_UPPER : FOLD_UNCASED;
}

/* Marks, and the characters that are none and make one with what stands before them. */
static bool may_join(uint32_t point)
{
	return uc_is_general_category_withtable(point, UC_CATEGORY_MASK_M) ||
	       (point >= 0x1160 && point <= 0x11FF) || (point >= 0x16D63 && point <= 0x16D6A);
}

/* The small letter of one of the scripts whose letters need nothing but that; 0: another. */
static uint32_t simple_lower(uint32_t point)
{
	if (point < 0x80)
		return point >= 'A' && point <= 'Z' ? point | 0x20 : point;
	/* Not "ss": "in Massen" is no other way to write "in Maßen". */
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

/* How it is folded by itself; 0: unknown. */
static size_t fold_alone(uint32_t point, uint8_t out[FOLD_LONG_MAX])
{
	char raw[UTF8_MAX];
	const size_t raw_len = utf8_encode(point, raw);
	size_t len = FOLD_LONG_MAX;
	uint8_t *all =
		u8_casefold((const uint8_t *)raw, raw_len, NULL, UNINORM_NFKC, out, &len);

	if (all == out)
		return len;
	free(all);
	return 0;
}

static void keep_long(struct fold_letters *letters, struct fold_letter *letter,
		      const uint8_t *bytes, size_t len)
{
	struct err err;

	/* The dot that an i may get is dropped where the word is whole. */
	if (memmem(bytes, len, "\xCC\x87", 2) || !ARRAY_RESERVE(&letters->longs, len + 1, &err))
		return;
	letter->folded = (uint32_t)letters->longs.count + 1;
	letter->flags |= FOLD_LETTER_LONG;
	letters->longs.items[letters->longs.count] = (char)len;
	memcpy(letters->longs.items + letters->longs.count + 1, bytes, len);
	letters->longs.count += len + 1;
}

struct fold_long fold_letter_long(const struct fold_letters *letters, struct fold_letter letter)
{
	const char *at = letters->longs.items + letter.folded;

	return (struct fold_long){ at, (size_t)at[-1] };
}

/* A mark has to stay as it is, anything else to become what begins with no mark. */
static void find_folded(struct fold_letters *letters, struct fold_letter *letter,
			uint32_t point)
{
	uint8_t out[FOLD_LONG_MAX];
	const size_t len = point == 0x307 ? 0 : fold_alone(point, out);
	struct utf8 u;

	if (!len)
		return;
	u = utf8_decode((const char *)out, len);
	if (letter->flags & FOLD_LETTER_JOINS ? u.point != point || u.len < len
					      : may_join(u.point))
		return;
	if (u.len == len)
		letter->folded = u.point;
	else
		keep_long(letters, letter, out, len);
}

/* True for a letter with a mark: another mark may have its place before that one. */
static bool is_made(uint32_t point)
{
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];

	return uc_canonical_decomposition(point, parts) > 0;
}

/* Of these a sign beside a number may be one: fold_sign.c. */
static bool is_passed(uint32_t point, enum fold_class class)
{
	return class <= FOLD_CLASS_APOSTROPHE && !fold_among(point, "#.!*");
}

/* May stand between a sign and its number. */
static bool is_money(uint32_t point)
{
	switch (point) {
	case '.':
	case '$':
	case 0xA3:   /* £ */
	case 0xA5:   /* ¥ */
	case 0x20AC: /* € */
	case 0x20B9: /* ₹ */
		return true;
	default:
		return false;
	}
}

static struct fold_letter look_up(uint32_t point)
{
	const enum fold_class class = fold_class_of(point);
	const bool passed = is_passed(point, class);

	return (struct fold_letter){
		.folded = simple_lower(point),
		.traits = (uint16_t)fold_traits_of(point),
		.class = class & 0xF,
		.begins = case_of(point, class) & 0xF,
		.flags = FOLD_LETTER_KNOWN | (passed ? FOLD_LETTER_PASSED : 0) |
			 (is_money(point) ? FOLD_LETTER_MONEY : 0),
	};
}

static void look_up_folded(struct fold_letters *letters, struct fold_letter *letter,
			   uint32_t point)
{
	if (letter->class != FOLD_CLASS_LETTER && letter->class != FOLD_CLASS_DIGIT)
		return;
	letter->flags |= uc_combining_class(point) ? FOLD_LETTER_ORDERED : 0;
	letter->flags |= may_join(point) ? FOLD_LETTER_JOINS : 0;
	if (!letter->folded)
		find_folded(letters, letter, point);
	if (letter->folded && !(letter->flags & FOLD_LETTER_LONG) && is_made(letter->folded))
		letter->flags |= FOLD_LETTER_MADE;
}

struct fold_letter fold_letter_meet(struct fold_letters *letters, uint32_t point)
{
	struct fold_letter letter = look_up(fold_plain_form(point));
	struct fold_letter **page;

	if (!letters)
		return letter;
	look_up_folded(letters, &letter, point);
	page = &letters->pages[point / FOLD_LETTERS_PAGE];
	if (!*page)
		*page = calloc(FOLD_LETTERS_PAGE, sizeof **page);
	if (*page)
		(*page)[point % FOLD_LETTERS_PAGE] = letter;
	return letter;
}

void fold_letters_release(struct fold_letters *letters)
{
	for (size_t i = 0; i < sizeof letters->pages / sizeof *letters->pages; i++)
		free(letters->pages[i]);
	free(letters->longs.items);
	*letters = (struct fold_letters){ 0 };
}
