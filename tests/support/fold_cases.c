#include "fold_cases.h"

#include "folding.h"

#include <string.h>

#define BOM	"\xEF\xBB\xBF"
#define FAR	8200
#define DAMAGED "\xFF\xFE\xED\xA0\x80 \xE2\x82 \xF0\x9F\x9A! " LEDE

/* Every maximal subpart counts one: FF, FE, ED, A0, 80, E2 82, F0 9F 9A. */
#define DAMAGED_POINTS (7 + sizeof "  ! " - 1 + sizeof LEDE - 1)

/* LEDE, BODY and ENDING as mailers wrap them. */
#define WRAPPED                                                                                \
	"The harbour of Lindvik will stay closed until the ice\n"                              \
	"has gone, the town council decided on Tuesday evening."
#define REWRAPPED                                                                              \
	"The harbour of Lindvik\nwill stay closed until the ice has gone, the town\n"          \
	"council decided on Tuesday\nevening."
#define WRAPPED_CR                                                                             \
	"The harbour of Lindvik will stay closed until the ice\r\n"                            \
	"has gone, the town council decided on Tuesday evening."
#define WRAPPED_BODY                                                                           \
	"Fishermen who had asked for one open quay left the\n"                                 \
	"  meeting early and said that they would sail all\n"                                  \
	"  the same."
#define WRAPPED_ENDING                                                                         \
	"The council meets again next week, when it will\n"                                    \
	"hear what the coast guard thinks of the plan."

#define S(bytes, end)                                                                          \
	{                                                                                      \
		's', bytes, end, 0, 0, 0                                                       \
	}
#define D(bytes, end, of)                                                                      \
	{                                                                                      \
		'd', bytes, end, 0, 0, of                                                      \
	}
#define B(bytes, end)                                                                          \
	{                                                                                      \
		'b', bytes, end, 0, 0, 0                                                       \
	}

/* clang-format off */
const struct fold_case fold_cases[] = {
	{ "blank lines of all kinds", .head = "\n \t\n", .mode = PARAGRAPH_LINE,
	  .paragraphs = { S(LEDE, "\n\n\r\n\f\v \n"), S(BODY, "\n \n"),
			  D(LEDE, "\n\t\n\n", 1), S(ENDING, "\n") },
	  .rows = "p---p-fp" },
	{ "CR and LF", .mode = PARAGRAPH_LINE,
	  .paragraphs = { S(LEDE, "\r\n"), S(BODY, "\r\n\r\n"), D(LEDE, "\r\n\r\n", 1),
			  S(ENDING, "\r\n") },
	  .rows = "pp-fp" },
	{ "mixed line ends", .mode = PARAGRAPH_LINE,
	  .paragraphs = { S(LEDE, "\r\n"), S(BODY, "\n"), D(LEDE, "\n", 1),
			  D(BODY, "\r\n", 2), S(ENDING, "") },
	  .rows = "ppfp" },
	{ "a lone CR ends nothing", .mode = PARAGRAPH_LINE,
	  .paragraphs = { S(LEDE "\r" BODY, "\n"), S(ENDING, "\r\n"),
			  D(LEDE "\r" BODY, "\r\n", 1), S("One boat.", "") },
	  .rows = "ppfp" },
	{ "of CR CR LF only one CR is the line's end", .mode = PARAGRAPH_LINE,
	  .paragraphs = { S(LEDE "\r", "\r\n"), S(BODY "\r", "\r\n\r\r\n"),
			  D(LEDE "\r", "\r\n\r\r\n", 1), D(BODY, "\n", 2) },
	  .rows = "pp-f" },
	{ "a byte order mark is no part of the text", .bom = true, .head = "\n",
	  .mode = PARAGRAPH_LINE,
	  .paragraphs = { S(LEDE, "\n"), D(LEDE, "\n", 1), S(BODY, "") },
	  .rows = "pfp" },
	{ "amid the text it is", .mode = PARAGRAPH_LINE,
	  .paragraphs = { S(LEDE, "\n"),
			  { 's', BOM BODY, "\n", 0, sizeof BODY, 0 }, D(BODY, "\n", 2),
			  { 'd', BOM LEDE, "\n", 0, sizeof LEDE, 1 } },
	  .rows = "ppff" },
	{ "damage counts by maximal subparts", .mode = PARAGRAPH_LINE,
	  .paragraphs = { { 's', DAMAGED, "\n", 0, DAMAGED_POINTS, 0 }, S(BODY, "\n"),
			  { 'd', DAMAGED, "\n\n", 0, DAMAGED_POINTS, 1 }, S(ENDING, "\n") },
	  .rows = "ppfp" },
	{ "a NUL is a character", .far = true, .mode = PARAGRAPH_LINE,
	  .paragraphs = { { 's', "\0 " LEDE, "\n", sizeof LEDE + 1, 0, 0 }, S(BODY, "\n"),
			  { 'd', "\0 " LEDE, "\n", sizeof LEDE + 1, 0, 1 }, S(ENDING, "") },
	  .rows = "ppfp" },
	{ "no line end at the end", .mode = PARAGRAPH_LINE,
	  .paragraphs = { S(LEDE, "\n\n"), D(LEDE, "", 1) },
	  .rows = "p-f" },
	{ "blanks at the end", .mode = PARAGRAPH_LINE,
	  .paragraphs = { S(LEDE "  \t", "\n"), S(BODY, "\n \t") },
	  .rows = "pp-" },
	{ "blank lines alone", .head = "\n \n\t\r\n\n", .mode = PARAGRAPH_LINE, .rows = "" },
	{ "nothing", .mode = PARAGRAPH_LINE, .rows = "" },
	{ "hidden at the beginning", .head = " \n", .mode = PARAGRAPH_LINE,
	  .paragraphs = { B("ADVERTISEMENT", "\n\n"), S(LEDE, "\n"), S(BODY, "\n") },
	  .rows = "fpp" },
	{ "hidden in a row, amid and at the end", .mode = PARAGRAPH_LINE,
	  .paragraphs = { S(LEDE, "\n"), S(BODY, "\n"), S(ENDING, "\n\n"),
			  D(LEDE, "\n \n", 1), D(BODY, "\n\n\n", 2), S("Two boats.", "\n"),
			  D(ENDING, "", 3) },
	  .rows = "ppp-fpf" },
	{ "wrapped lines fold where a long one ends them", .mode = PARAGRAPH_LINE,
	  .paragraphs = { S("The harbour stays closed until the ice", "\n"),
			  S("has gone, said the town council.", "\n\n"), S(LEDE, "\n"),
			  D("The harbour stays closed until the ice", "\n", 1),
			  D("has gone, said the town council.", "\n", 2), D(LEDE, "\n", 3) },
	  .rows = "pp-pf" },
	{ "wrapped lines alone are no evidence", .mode = PARAGRAPH_LINE,
	  .paragraphs = { S("Lindvik", "\n"), S("The harbour stays closed until the ice", "\n"),
			  S("has gone, said the town council.", "\n\n"),
			  S("The harbour stays closed until the ice", "\n"),
			  S("has gone, said the town council.", "\n") },
	  .rows = "ppp-pp" },

	{ "blocks again, with the same breaks", .head = "\n\n", .mode = PARAGRAPH_BLOCK,
	  .paragraphs = { S(WRAPPED, "\n\n"), S(WRAPPED_BODY, "\n\n\n"),
			  D(WRAPPED, "\n\n", 1), S(WRAPPED_ENDING, "\n") },
	  .rows = "p-p--fp" },
	{ "blocks again, with other breaks", .mode = PARAGRAPH_BLOCK,
	  .paragraphs = { S(WRAPPED, "\n\n"), S(WRAPPED_BODY, "\n\n"),
			  D(REWRAPPED, "\n\n", 1), S(WRAPPED_ENDING, "\n") },
	  .rows = "p-p-fp" },
	{ "blocks with CR and LF", .mode = PARAGRAPH_BLOCK,
	  .paragraphs = { S(WRAPPED_CR, "\r\n\r\n"), S(WRAPPED_BODY, "\n\r\n"),
			  D(WRAPPED, "\r\n \t\r\n", 1), S(WRAPPED_ENDING, "\r\n") },
	  .rows = "p-p-fp" },
	{ "blocks parted by all kinds of blanks", .bom = true, .head = "\f\n",
	  .mode = PARAGRAPH_BLOCK,
	  .paragraphs = { S(WRAPPED, "\n\f\n\v\n"), S(WRAPPED_BODY, "\n\t \n"),
			  S(WRAPPED_ENDING, "\n\n"), D(REWRAPPED, "\n\r\r\n", 1),
			  D(WRAPPED_BODY, "", 2) },
	  .rows = "p--p-p-f" },
	{ "a lone CR parts no blocks", .mode = PARAGRAPH_BLOCK,
	  .paragraphs = { S(WRAPPED "\r\r" WRAPPED_BODY, "\n\n"), S(WRAPPED_ENDING, "\n\n"),
			  D(WRAPPED "\r\r" WRAPPED_BODY, "\n\n\n", 1), S("Two\nboats.", "") },
	  .rows = "p-p-fp" },
	{ "damage in blocks", .mode = PARAGRAPH_BLOCK,
	  .paragraphs = { { 's', WRAPPED "\n" DAMAGED, "\n\n", 0,
			    sizeof WRAPPED + DAMAGED_POINTS, 0 }, S(WRAPPED_BODY, "\n\n"),
			  { 'd', WRAPPED "\n" DAMAGED, "\n\n", 0,
			    sizeof WRAPPED + DAMAGED_POINTS, 1 } },
	  .rows = "p-p-f" },
	{ "a NUL in a block", .far = true, .mode = PARAGRAPH_BLOCK,
	  .paragraphs = { { 's', "\0\n" LEDE, "\n\n", sizeof LEDE + 1, 0, 0 },
			  { 'd', "\0 " LEDE, "\n", sizeof LEDE + 1, 0, 1 } },
	  .rows = "p-f" },
	{ "blank lines alone, for blocks", .head = "\n \n\t\r\n ", .mode = PARAGRAPH_BLOCK,
	  .rows = "" },
	{ "nothing, for blocks", .mode = PARAGRAPH_BLOCK, .rows = "" },
	{ "a block hidden at the beginning", .mode = PARAGRAPH_BLOCK,
	  .paragraphs = { B("ADVERTISEMENT", "\n\n"), S(WRAPPED, "\n\n") },
	  .rows = "fp-" },
	{ .name = NULL },
};
/* clang-format on */

static size_t length_of(const struct fold_case_paragraph *it)
{
	return it->len ? it->len : strlen(it->bytes);
}

static void add_head(const struct fold_case *it, struct buf *out)
{
	for (size_t i = 0; it->far && i < FAR; i++)
		buf_add_char(out, '\n');
	buf_add_string(out, it->head ? it->head : "");
}

static void add_all(const struct fold_case *it, size_t count, struct buf *out)
{
	add_head(it, out);
	for (size_t n = 0; n < count; n++) {
		buf_add(out, it->paragraphs[n].bytes, length_of(&it->paragraphs[n]));
		buf_add_string(out, it->paragraphs[n].end);
	}
}

void fold_case_text(const struct fold_case *it, struct buf *out)
{
	buf_add_string(out, it->bom ? BOM : "");
	add_all(it, fold_case_count(it), out);
}

void fold_case_left(const struct fold_case *it, struct buf *out)
{
	buf_add_string(out, it->bom ? BOM : "");
	add_head(it, out);
	for (size_t n = 0; n < fold_case_count(it); n++) {
		if (strchr("db", it->paragraphs[n].state))
			continue;
		buf_add(out, it->paragraphs[n].bytes, length_of(&it->paragraphs[n]));
		buf_add_string(out, it->paragraphs[n].end);
	}
}

size_t fold_case_count(const struct fold_case *it)
{
	size_t count = 0;

	while (count < FOLD_CASE_MOST && it->paragraphs[count].bytes)
		count++;
	return count;
}

static size_t points_of(const struct fold_case_paragraph *it)
{
	return it->points ? it->points : length_of(it);
}

struct fold_case_place fold_case_place(const struct fold_case *it, size_t n)
{
	struct fold_case_place place = { .line = 1 };
	struct buf before = BUF_EMPTY;

	add_all(it, n, &before);
	for (size_t i = 0; i < before.len; i++)
		place.line += before.at[i] == '\n';
	place.start = place.first = before.len;
	for (size_t i = 0; i < n; i++)
		place.first -= length_of(&it->paragraphs[i]) - points_of(&it->paragraphs[i]);
	place.end = place.start + length_of(&it->paragraphs[n]);
	place.behind = place.first + points_of(&it->paragraphs[n]);
	buf_release(&before);
	return place;
}
