#include "hostile.h"

#include "fold.h"
#include "support/random.h"

/* As long as a paragraph may be that is still read. */
#define LONGEST (FOLD_READ_MAX - 64)

/* A hundred bytes, so that a hundred megabytes hold a million. */
#define SAME                                                                                   \
	"The guard counted the boats that left the quay before dawn although all of the "      \
	"harbour was shut ag"

static void equal(const struct news *news, size_t n, size_t size, struct buf *out)
{
	(void)news, (void)n, (void)size;
	buf_add_string(out, SAME);
}

static void short_equal(const struct news *news, size_t n, size_t size, struct buf *out)
{
	(void)news, (void)n, (void)size;
	buf_add_string(out, "Yes.");
}

static void one_word_apart(const struct news *news, size_t n, size_t size, struct buf *out)
{
	(void)size;
	buf_add_string(out, "The guard counted the boats that left the quay before dawn ");
	news_word(news, n, out);
	buf_printf(out, "%zu although all of the harbour was shut", n);
}

static void add_words(struct buf *out, const char *word, size_t size)
{
	while (out->len < size)
		buf_add_string(out, word);
}

static void one_word(const struct news *news, size_t n, size_t size, struct buf *out)
{
	(void)news, (void)n, (void)size;
	add_words(out, "boat ", 5 * (size_t)1000000);
}

/* Each is read: it is just short enough. */
static void one_word_read(const struct news *news, size_t n, size_t size, struct buf *out)
{
	(void)news;
	add_words(out, "boat ", size < LONGEST ? size : LONGEST);
	buf_printf(out, "%zu", n);
}

static void one_paragraph(const struct news *news, size_t n, size_t size, struct buf *out)
{
	(void)n;
	for (size_t i = 0; out->len < size; i++) {
		news_paragraph(news, i, out);
		buf_add_char(out, ' ');
	}
}

static void long_paragraphs(const struct news *news, size_t n, size_t size, struct buf *out)
{
	for (size_t i = 0; out->len < size && out->len + 1024 < LONGEST; i++) {
		news_paragraph(news, n * 4096 + i, out);
		buf_add_char(out, ' ');
	}
}

static void all_grams(const struct news *news, size_t n, size_t size, struct buf *out)
{
	struct dice dice = { n };

	(void)size;
	for (size_t i = 0; i < 60; i++) {
		news_word(news, 500 + dice_below(&dice, 4), out);
		buf_add_char(out, ' ');
	}
}

static void same_beginning(const struct news *news, size_t n, size_t size, struct buf *out)
{
	(void)size;
	buf_add_string(out, "The guard who counts the boats says that ");
	news_paragraph(news, n, out);
}

static void few_words(const struct news *news, size_t n, size_t size, struct buf *out)
{
	struct dice dice = { n };

	(void)size;
	for (size_t i = 0; i < 53; i++) {
		news_word(news, 500 + dice_below(&dice, 100), out);
		buf_add_char(out, ' ');
	}
}

static void shuffled(const struct news *news, size_t n, size_t size, struct buf *out)
{
	struct dice dice = { n };
	size_t words[20];

	(void)size;
	for (size_t i = 0; i < 20; i++) {
		const size_t at = dice_below(&dice, i + 1);

		words[i] = words[at];
		words[at] = i;
	}
	for (size_t i = 0; i < 20; i++) {
		news_word(news, 500 + words[i], out);
		buf_add_char(out, ' ');
	}
}

static void two_letters(const struct news *news, size_t n, size_t size, struct buf *out)
{
	struct dice dice = { n };

	(void)news, (void)size;
	for (size_t i = 0; i < 40; i++)
		buf_add_string(out, dice_below(&dice, 2) ? "a " : "b ");
}

static void pieces(const struct news *news, size_t n, size_t size, struct buf *out)
{
	(void)size;
	if (n == 0)
		for (size_t i = 0; out->len < LONGEST / 2; i++)
			buf_add_string(out, "We sail on again. ");
	else
		buf_add_string(out, n % 40 ? "We sail on again." : "No more.");
	(void)news;
}

static void add_part(const struct news *news, size_t n, size_t word, struct buf *out)
{
	buf_add_string(out, "The guard saw");
	for (size_t i = 0; i < 6; i++) {
		buf_add_char(out, ' ');
		news_word(news, n * 6 + i + (i ? 0 : word), out);
		buf_printf(out, "%zu", n);
	}
	buf_add_string(out, " at dawn. ");
}

/* Of nine in turn, eight are paragraphs, and the ninth is all of them with a change. */
static void joined(const struct news *news, size_t n, size_t size, struct buf *out)
{
	const size_t block = n / 9 * 8;

	(void)size;
	if (n % 9 < 8) {
		add_part(news, block + n % 9, 0, out);
		return;
	}
	for (size_t i = 0; i < 8; i++)
		add_part(news, block + i, i == 3, out);
}

static void marks_only(const struct news *news, size_t n, size_t size, struct buf *out)
{
	(void)news, (void)n, (void)size;
	buf_add_string(out,
		       "&amp;&amp;’’’…………“”:|:|:|–––«»«»\xFF\xFE\xED\xA0\x80 ﷽ ﷽ ﷽ &#9;&#9;");
}

static void hex_numbers(const struct news *news, size_t n, size_t size, struct buf *out)
{
	struct dice dice = { n };

	(void)news, (void)size;
	buf_printf(out, "%zx ", dice_below(&dice, UINT32_MAX));
	buf_printf(out, "%zx", dice_below(&dice, UINT32_MAX));
}

static void punctuation(const struct news *news, size_t n, size_t size, struct buf *out)
{
	static const char *const marks[] = { "!", "?", "#", "%", "*", ")", "(", "/", "|", "[",
					     "~", "<", ">", "«", "»", "–", "—", "“", "”", "…" };
	struct dice dice = { n };

	(void)news, (void)size;
	for (size_t i = 0; i < 40; i++)
		buf_add_string(out, marks[dice_below(&dice, sizeof marks / sizeof *marks)]);
}

const struct hostile hostile_texts[] = {
	{ "equal paragraphs, a million", equal, false },
	{ "equal lines of one word", short_equal, false },
	{ "one word apart, a million", one_word_apart, false },
	{ "a word a million times, one line", one_word, true },
	{ "the same, in lines that are read", one_word_read, false },
	{ "a single paragraph", one_paragraph, true },
	{ "paragraphs of a MiB each", long_paragraphs, false },
	{ "all 3-grams shared", all_grams, false },
	{ "the first eight words shared", same_beginning, false },
	{ "a hundred words in any order", few_words, false },
	{ "twenty words shuffled", shuffled, false },
	{ "two letters in any order", two_letters, false },
	{ "pieces of one long paragraph", pieces, false },
	{ "eight paragraphs joined, changed", joined, false },
	{ "entities, marks, damage, ligatures", marks_only, false },
	{ "lines of two hexadecimal numbers", hex_numbers, false },
	{ "lines of punctuation", punctuation, false },
	{ .title = NULL },
};
