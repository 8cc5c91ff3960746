/*
 * What characters between words tell. Nearly all that a text has stand in one of the two
 * tables that need no search.
 */
#include "fold_class.h"

#include <stddef.h>

#define SPACE	 FOLD_TRAIT_SPACE
#define CLOSER	 FOLD_TRAIT_CLOSER
#define QUOTE	 FOLD_TRAIT_QUOTE
#define OPENS	 (FOLD_TRAIT_QUOTE | FOLD_TRAIT_OPENS)
#define STOP	 FOLD_TRAIT_STOP
#define FINAL	 (FOLD_TRAIT_STOP | FOLD_TRAIT_FINAL)
#define QUESTION (FOLD_TRAIT_STOP | FOLD_TRAIT_QUESTION)
#define CLOSE	 FOLD_TRAIT_CLOSE
#define COLON	 FOLD_TRAIT_COLON
#define BAR	 FOLD_TRAIT_BAR
#define DASH	 FOLD_TRAIT_DASH
#define DOT	 (FINAL | FOLD_TRAIT_DOT)
#define ELLIPSIS (FOLD_TRAIT_STOP | FOLD_TRAIT_ELLIPSIS)
#define W	 FOLD_TRAIT_PLAIN
#define G	 FOLD_TRAIT_PASSED
#define S	 (FOLD_TRAIT_PASSED | FOLD_TRAIT_SIGN)

/* clang-format off */
const uint16_t fold_ascii_traits[128] = {
	G, G, G, G, G, G, G, G,
	G, SPACE | G, SPACE | G, SPACE | G, SPACE | G, SPACE | G, G, G,
	G, G, G, G, G, G, G, G, G, G, G, G, G, G, G, G,
	/* blank ! " # $ % & ' ( ) * + , - . / */
	SPACE | G, FINAL | S, QUOTE | G, S, 0, 0, 0, QUOTE | G,
	G, CLOSER | G, S, 0, G, DASH | S, DOT | S, G,
	W, W, W, W, W, W, W, W, W, W,
	/* : ; < = > ? @ */
	COLON | G, G, 0, 0, BAR, QUESTION | G, G,
	W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
	/* [ \ ] ^ _ ` */
	G, G, CLOSER | G, G, G, G,
	W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W, W,
	/* { | } ~ and DEL */
	G, BAR | G, CLOSER | G, 0, G,
};

/* U+2000 to U+206F. */
static const uint16_t punctuation[0x70] = {
	[0x00] = SPACE, SPACE, SPACE, SPACE, SPACE, SPACE, SPACE, SPACE, SPACE, SPACE, SPACE,
	[0x13] = DASH, DASH,		     /* – — */
	[0x18] = QUOTE, QUOTE, QUOTE, 0,     /* ‘ ’ ‚ */
	[0x1C] = OPENS, QUOTE, OPENS, QUOTE, /* “ ” „ ‟ */
	[0x26] = ELLIPSIS,
	[0x28] = SPACE, SPACE,
	[0x2F] = SPACE,
	[0x39] = OPENS, QUOTE | BAR,	     /* ‹ › */
	[0x5F] = SPACE,
};

static const struct {
	uint32_t point;
	uint16_t traits;
} others[] = { /* ascending */
	{ 0x0085, SPACE },
	{ 0x00A0, SPACE },
	{ 0x00AB, OPENS },			/* « */
	{ 0x00BB, QUOTE | BAR },		/* » */
	{ 0x0589, FINAL },			/* Armenian full stop */
	{ 0x061F, FINAL | QUESTION },		/* Arabic question mark */
	{ 0x06D4, FINAL },			/* Arabic full stop */
	{ 0x0964, FINAL },			/* danda */
	{ 0x0965, FINAL },			/* double danda */
	{ 0x104B, FINAL },			/* Burmese section */
	{ 0x1680, SPACE },
	{ 0x17D4, FINAL },			/* Khmer khan */
	{ 0x2192, BAR },			/* → */
	{ 0x25B6, BAR },			/* ▶ */
	{ 0x25BA, BAR },			/* ► */
	{ 0x261B, BAR },			/* ☛ */
	{ 0x27A4, BAR },			/* ➤ */
	{ 0x3000, SPACE },
	{ 0x3002, FINAL | CLOSE },		/* 。 */
	{ 0x300C, OPENS },			/* 「 */
	{ 0x300D, QUOTE },
	{ 0x300E, OPENS },			/* 『 */
	{ 0x300F, QUOTE },
	{ 0x3011, CLOSER },			/* 】 */
	{ 0xFF01, FINAL | CLOSE },		/* ！ */
	{ 0xFF09, CLOSER },			/* ） */
	{ 0xFF1A, COLON },			/* ： */
	{ 0xFF1F, QUESTION | CLOSE },		/* ？ */
};
/* clang-format on */

unsigned fold_traits_of(uint32_t point)
{
	size_t low = 0, high = sizeof others / sizeof *others;

	if (point < 0x80)
		return fold_ascii_traits[point];
	if (point >= 0x2000 && point < 0x2070)
		return punctuation[point - 0x2000];
	while (low < high) {
		size_t middle = (low + high) / 2;

		if (point > others[middle].point)
			low = middle + 1;
		else if (point < others[middle].point)
			high = middle;
		else
			return others[middle].traits;
	}
	return 0;
}
