/*
 * A raw dump of a page, menus and all. What a menu is can't be told from its words, and what
 * stands between menus and article is of no known shape: there, only repeats are proven.
 */
#include "fold.h"
#include "fold_stages.h"

#include <stdlib.h>
#include <string.h>

/* A menu's line has fewer words, and does not end as a sentence does. */
#define MENU_WORDS 8

/* Fewer lines are no page. */
#define LINES_MIN 16

/* A run of prose: two paragraphs of so many words, with at most so many others between. */
#define RUN_WORDS   12
#define RUN_BETWEEN 1

/* The headline above it: so many words, so few lines between, such as who wrote it and when. */
#define TITLE_WORDS   5
#define TITLE_BETWEEN 4

/* So far a run of prose is looked for: bytes. */
#define RUN_WITHIN ((size_t)1 << 20)

struct page {
	const struct fold_forms *phrases;
	struct fold_tokens line;
	size_t most; /* lines that may have words */
	size_t lines, menus;
	size_t furniture; /* different lines of it, up to 2 */
	uint64_t first;	  /* the words of the first one */
};

static bool is_menu(const struct fold_facts *facts)
{
	if (facts->words >= MENU_WORDS || facts->flags & FOLD_QUESTION)
		return false;
	return facts->words == 1 ? !(facts->flags & (FOLD_FINAL | FOLD_INTRO))
				 : facts->flags & FOLD_HEADLINE;
}

static void note_furniture(struct page *page, uint64_t words)
{
	if (page->furniture && page->first == words)
		return;
	if (!page->furniture)
		page->first = words;
	page->furniture++;
}

static bool note_line(struct page *page, const struct fold_source *source, struct err *err)
{
	struct fold_facts facts = { 0 };

	if (!fold_measure(source, &page->line, &facts, err))
		return false;
	if (!facts.words)
		return true;
	page->lines++;
	if (!is_menu(&facts))
		return true;
	page->menus++;
	if (page->furniture < 2 &&
	    fold_index_whole(page->phrases, &page->line, 0) & PHRASE_FURNITURE)
		note_furniture(page, facts.hash);
	return true;
}

/* The next line that ends in the head: whether the last one does is known only with its LF, or
 * where the text is shorter. */
static bool next_line(const struct text *text, struct span *line)
{
	const size_t head = text->len < FOLD_HEAD ? text->len : FOLD_HEAD;
	const size_t start = line->end;
	const char *end = memchr(text->bytes + start, '\n', head - start);

	if (start == head || (!end && text->len >= FOLD_HEAD))
		return false;
	*line = (struct span){ start, end ? (size_t)(end - text->bytes) + 1 : head };
	return true;
}

static size_t count_lines(const struct text *text)
{
	struct span line = { 0, 0 };
	size_t count = 0;

	while (next_line(text, &line))
		count += text->bytes[line.start] != '\n';
	return count;
}

/* Too few lines, or too many of them are no menu's already: most articles need not be read
 * twice for this. */
static bool is_none(const struct page *page)
{
	return page->most < LINES_MIN || (page->lines - page->menus) * 2 > page->most;
}

bool fold_looks_whole(const struct text *text, const struct fold_forms *phrases, bool *whole,
		      struct err *err)
{
	struct page page = { .phrases = phrases, .most = count_lines(text) };
	struct fold_source line = { .bytes = text->bytes, .seed = phrases->seed };
	bool done = true;

	while (done && !is_none(&page) && next_line(text, &line.span))
		done = note_line(&page, &line, err);
	*whole = page.lines >= LINES_MIN && page.menus * 2 >= page.lines && page.furniture >= 2;
	free(page.line.items);
	return done;
}

/* What a paragraph is to a run of prose; nothing, if it can't be read. */
static struct fold_facts look_at(const struct text *text, struct span paragraph,
				 struct fold_tokens *tokens)
{
	const struct fold_source source = { .bytes = text->bytes, .span = paragraph };
	struct fold_facts facts = { 0 };
	struct err err;

	if (span_length(paragraph) > FOLD_READ_MAX ||
	    !fold_measure(&source, tokens, &facts, &err))
		return (struct fold_facts){ 0 };
	return facts;
}

static bool is_prose(const struct fold_facts *facts)
{
	return facts->words >= RUN_WORDS && facts->flags & FOLD_PROSE &&
	       facts->flags & FOLD_FINAL;
}

/* On the way to a run of prose: how many paragraphs ago the last of it, or a headline, was. */
struct opening {
	size_t start, title; /* bytes */
	size_t between, since_title;
	bool found;
};

static void step(struct opening *opening, const struct fold_facts *facts, size_t start)
{
	if (is_prose(facts)) {
		opening->found = opening->between <= RUN_BETWEEN;
		if (!opening->found)
			opening->start =
				opening->since_title <= TITLE_BETWEEN ? opening->title : start;
		opening->between = 0;
		return;
	}
	opening->between++;
	opening->since_title++;
	if (facts->flags & FOLD_HEADLINE && facts->words >= TITLE_WORDS) {
		opening->title = start;
		opening->since_title = 0;
	}
}

bool fold_first_prose(const struct text *text, enum paragraph_mode mode, size_t *at)
{
	struct opening opening = { .between = RUN_BETWEEN + 1,
				   .since_title = TITLE_BETWEEN + 1 };
	struct fold_tokens tokens = { .items = NULL };
	struct span paragraph;

	for (size_t from = 0; !opening.found && from < RUN_WITHIN; from = paragraph.end) {
		struct fold_facts facts;

		if (!paragraph_next(text, mode, from, &paragraph))
			break;
		facts = look_at(text, paragraph, &tokens);
		step(&opening, &facts, paragraph.start);
	}
	free(tokens.items);
	if (opening.found)
		*at = opening.start;
	return opening.found;
}
