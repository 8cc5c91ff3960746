/*
 * What may be shown of single code points: the table behind plain.h, which
 * alone decides what a sequence of them may be.
 */
#ifndef PLAIN_TABLE_H
#define PLAIN_TABLE_H

#include <stdbool.h>
#include <stdint.h>

enum plain_way {
	PLAIN_SHOW,	/* as it is */
	PLAIN_CARET,	/* ^X */
	PLAIN_CODE,	/* <202E> */
	PLAIN_REPLACE,	/* U+FFFD */
	PLAIN_NOTHING,	/* takes no place: the soft hyphen */
	PLAIN_JOINER,	/* shown between letters of some scripts, or emoji; else <200D> */
	PLAIN_SELECTOR, /* shown once behind a base that has variants; else <FE0F> */
	PLAIN_TAG,	/* shown in the flags of regions; else <E0041> */
};

enum plain_way plain_way(uint32_t point);

/* True if a joiner may stand beside it: a letter or mark of a script that uses joiners. */
bool plain_joins(uint32_t point);

/* True if `selector` chooses among variants of `base`; else it would hide there. */
bool plain_selects(uint32_t selector, uint32_t base);

/* True for a picture that emoji sequences are made of. */
bool plain_is_emoji(uint32_t point);

#endif
