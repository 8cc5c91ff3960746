#include "news.h"

#include "support/random.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { WORDS = 50000, ACCENTED = 2000, DRAWS = 1 << 20, WORD_MAX = 24 };
enum { LEAST_WORDS = 20, MORE_WORDS = 67 };

/* The law of Zipf and Mandelbrot, as English news has it. */
#define ZIPF_SHIFT 2.7
#define ZIPF_POWER 1.07

struct news {
	char words[WORDS][WORD_MAX];
	char accented[ACCENTED][WORD_MAX];
	uint16_t ranks[DRAWS]; /* each rank as often as it is drawn in so many words */
};

enum kind { OWN, REPEATED, NEARLY };

static const char *const onsets[] = { "b", "d",	 "f",  "g",  "h",  "k",	 "l", "m", "n",	 "p",
				      "r", "s",	 "t",  "v",  "w",  "st", "t", "c", "pr", "br",
				      "",  "tr", "ch", "sh", "th", "gr", "",  "l", "r",	 "pl" };
static const char *const vowels[] = { "a", "e", "i", "o", "u", "ea", "ou", "e", "a", "i" };
static const char *const codas[] = {
	"", "", "", "n", "r", "s", "l", "t", "nd", "st", "m", "ck"
};
static const char *const sharp[] = { "é", "ü", "ñ", "ö", "ç", "å", "ž", "è", "ø", "í" };

#define PICK(dice, table) (table)[dice_below(dice, sizeof(table) / sizeof *(table))]

/* Frequent words are short. */
static size_t syllables_of(struct dice *dice, size_t rank)
{
	if (rank < 100)
		return 1;
	return rank < 3000 ? 1 + dice_below(dice, 2) : 2 + dice_below(dice, 3);
}

static void make_word(struct dice *dice, char *word, size_t syllables, bool accent)
{
	*word = '\0';
	for (size_t i = 0; i < syllables && strlen(word) < WORD_MAX - 8; i++) {
		strcat(word, PICK(dice, onsets));
		strcat(word, accent && i == 0 ? PICK(dice, sharp) : PICK(dice, vowels));
		if (i + 1 == syllables)
			strcat(word, PICK(dice, codas));
	}
}

static void draw_ranks(struct news *news)
{
	double sum = 0, reached = 0;
	size_t rank = 0;

	for (size_t i = 0; i < WORDS; i++)
		sum += pow((double)i + ZIPF_SHIFT, -ZIPF_POWER);
	for (size_t i = 0; i < DRAWS; i++) {
		while (rank + 1 < WORDS && reached <= sum * (double)i / DRAWS)
			reached += pow((double)rank++ + ZIPF_SHIFT, -ZIPF_POWER);
		news->ranks[i] = (uint16_t)(rank ? rank - 1 : 0);
	}
}

struct news *news_new(void)
{
	struct news *news = malloc(sizeof *news);
	struct dice dice = { 1450 };

	if (!news)
		return NULL;
	for (size_t i = 0; i < WORDS; i++)
		make_word(&dice, news->words[i], syllables_of(&dice, i), false);
	for (size_t i = 0; i < ACCENTED; i++)
		make_word(&dice, news->accented[i], 1 + dice_below(&dice, 3), true);
	draw_ranks(news);
	return news;
}

void news_free(struct news *news)
{
	free(news);
}

void news_word(const struct news *news, size_t rank, struct buf *out)
{
	buf_add_string(out, news->words[rank % WORDS]);
}

/* One of those that are no function words. */
static void add_name(const struct news *news, struct dice *dice, struct buf *out)
{
	size_t at = out->len;

	news_word(news, 2000 + dice_below(dice, WORDS - 2000), out);
	if (out->at[at] >= 'a' && out->at[at] <= 'z')
		out->at[at] ^= 0x20;
}

static void add_figure(struct dice *dice, struct buf *out)
{
	switch (dice_below(dice, 4)) {
	case 0:
		buf_printf(out, "%zu", 1950 + dice_below(dice, 80));
		return;
	case 1:
		buf_printf(out, "%zu,%03zu", 1 + dice_below(dice, 99), dice_below(dice, 1000));
		return;
	case 2:
		buf_printf(out, "%zu.%zu%%", dice_below(dice, 100), dice_below(dice, 10));
		return;
	default:
		buf_printf(out, "%zu", 2 + dice_below(dice, 300));
	}
}

static void add_word(const struct news *news, struct dice *dice, struct buf *out)
{
	size_t lot = dice_below(dice, 100);

	if (lot < 2) {
		buf_add_string(out, news->accented[dice_below(dice, ACCENTED)]);
	} else if (lot < 5) {
		add_figure(dice, out);
	} else if (lot < 8) {
		add_name(news, dice, out);
		buf_add_char(out, ' ');
		add_name(news, dice, out);
	} else {
		news_word(news, news->ranks[dice_below(dice, DRAWS)], out);
	}
}

/* A sentence of `count` words, in quotation marks now and then. */
static void add_sentence(const struct news *news, struct dice *dice, size_t count,
			 struct buf *out)
{
	const size_t quoted = dice_below(dice, 10);
	size_t at;

	buf_add_string(out, quoted == 0 ? "“" : quoted == 1 ? "\"" : "");
	at = out->len;
	for (size_t i = 0; i < count; i++) {
		add_word(news, dice, out);
		if (i + 1 < count)
			buf_add_string(out, dice_below(dice, 12) ? " " : ", ");
	}
	if (out->at[at] >= 'a' && out->at[at] <= 'z')
		out->at[at] ^= 0x20;
	buf_add_string(out, quoted == 0 ? ".”" : quoted == 1 ? ".\"" : ".");
}

static struct dice dice_of(size_t n)
{
	struct dice dice = { (uint64_t)n * 0x9E3779B97F4A7C15u };

	dice.state = dice_roll(&dice);
	return dice;
}

static enum kind kind_of(struct dice *dice)
{
	size_t lot = dice_below(dice, 100);

	return lot < 3 ? REPEATED : lot < 4 ? NEARLY : OWN;
}

static void add_own(const struct news *news, size_t n, struct buf *out)
{
	struct dice dice = dice_of(n);
	size_t left;

	kind_of(&dice);
	left = LEAST_WORDS + dice_below(&dice, MORE_WORDS);
	while (left) {
		size_t count = 8 + dice_below(&dice, 20);

		/* No sentence of three words is left behind. */
		count = count + 4 > left ? left : count;
		add_sentence(news, &dice, count, out);
		left -= count;
		if (left)
			buf_add_char(out, ' ');
	}
}

/* Writes another word over that in the middle, one of the same length. */
static void change_word(struct dice *dice, struct buf *out, size_t start)
{
	char *at = out->at + start + (out->len - start) / 2;

	while (*at != ' ' && at > out->at + start)
		at--;
	for (at++; *at >= 'a' && *at <= 'z'; at++)
		*at = (char)('a' + dice_below(dice, 26));
}

/* An earlier paragraph that repeats none. */
static size_t original_before(struct dice *dice, size_t n)
{
	struct dice other;
	size_t of;

	do {
		of = dice_below(dice, n);
		other = dice_of(of);
	} while (of && kind_of(&other) != OWN);
	return of;
}

void news_paragraph(const struct news *news, size_t n, struct buf *out)
{
	struct dice dice = dice_of(n);
	enum kind kind = n ? kind_of(&dice) : OWN;
	const size_t start = out->len;

	add_own(news, kind == OWN ? n : original_before(&dice, n), out);
	if (kind == NEARLY)
		change_word(&dice, out, start);
}
