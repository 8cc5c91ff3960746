/*
 * Claims worth checking: statements with a figure in them. Who checks facts starts from
 * what can be counted; the rest is for the reader to find.
 */
#include "fold_walk.h"
#include "segment.h"
#include "suggest_finder.h"

/* Shorter sentences with a figure are headings, scores and captions. */
#define CLAIM_WORDS 5

/* A bare figure is at full strength; each sign that it can be checked raises it. */
#define SCORE_FIGURE   0.6f
#define SCORE_IN_WORDS 0.5f  /* "thousands": an amount, but a vague one */
#define SCORE_MEASURE  0.2f  /* percent, money, millions */
#define SCORE_REPORTED 0.15f /* somebody says so, who can be asked */

struct signs {
	size_t words;
	bool digits, amount, measure, reported;
};

static void note_word(struct signs *signs, const struct fold_word *word)
{
	signs->words++;
	signs->digits |= word->begins == FOLD_NUMBER;
	signs->measure |= word->begins == FOLD_SIGN && word->bytes[0] != '-';
	signs->amount |= suggest_listed(LIST_NUMBER, word->bytes, word->len);
	signs->measure |= suggest_listed(LIST_MEASURE, word->bytes, word->len);
	signs->reported |= suggest_listed(LIST_REPORT, word->bytes, word->len);
}

static float score(const struct signs *signs)
{
	float score = signs->digits ? SCORE_FIGURE : SCORE_IN_WORDS;

	if (signs->measure)
		score += SCORE_MEASURE;
	if (signs->reported)
		score += SCORE_REPORTED;
	return score;
}

/* True if the walk's end is a statement's: a stop or a quotation mark, no question. */
static bool is_statement(const struct fold_walk *done)
{
	switch (done->inner) {
	case '.':
	case '!':
	case 0x2026: /* … */
	case 0x3002: /* 。 */
		return true;
	case '?':
	case 0xFF1F: /* ？ */
		return false;
	default:
		return done->last != done->inner;
	}
}

static bool add_claim(const struct passage *passage, struct span sentence, struct err *err)
{
	struct fold_walk walk = fold_walk_in(passage->bytes, sentence);
	struct suggestion claim = { .span = sentence, .kind = MARK_CLAIM };
	struct signs signs = { 0 };
	struct fold_word word;

	while (fold_walk_next(&walk, &word))
		note_word(&signs, &word);
	if (signs.words < CLAIM_WORDS || !(signs.digits || signs.amount) ||
	    !is_statement(&walk))
		return true;
	claim.score = score(&signs);
	return suggest_add(passage, claim, err);
}

bool suggest_claims(const struct passage *passage, struct err *err)
{
	struct sentences walk = sentences_in(passage->bytes, passage->span);
	struct span sentence;

	while (sentences_next(&walk, &sentence)) {
		if (!add_claim(passage, sentence, err))
			return false;
	}
	return true;
}
