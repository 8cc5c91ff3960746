#include "buf.h"
#include "fold_change.h"

const char *const fold_state_names[FOLD_STATES] = {
	[FOLD_SHOWN] = "shown",
	[FOLD_NEAR] = "near",
	[FOLD_DUPLICATE] = "duplicate",
	[FOLD_BOILERPLATE] = "boilerplate",
};

static const char *const reasons[FOLD_REASONS] = {
	[FOLD_BECAUSE_NOTHING] = "",
	[FOLD_BECAUSE_SAME] = "same: all its words stood there before",
	[FOLD_BECAUSE_TYPOGRAPHY] = "typography: the same words, written otherwise",
	[FOLD_BECAUSE_RUN] = "run: the same words, between paragraphs that repeat too",
	[FOLD_BECAUSE_JOINED] = "joined: several earlier paragraphs in one",
	[FOLD_BECAUSE_CUT] = "cut: the beginning of an earlier paragraph, and dots",
	[FOLD_BECAUSE_PIECES] = "pieces: an earlier paragraph, parted anew",
	[FOLD_BECAUSE_TITLE] = "title: the title again",
	[FOLD_BECAUSE_DOUBLED] = "doubled: line after line stands twice",
	[FOLD_BECAUSE_CHANGED] = "changed",
	[FOLD_BECAUSE_INSIDE] = "inside: stands word for word in an earlier paragraph",
	[FOLD_BECAUSE_TRIGGER] = "trigger: in a box of links to other articles",
	[FOLD_BECAUSE_LABEL] = "label: a label and another article's headline",
	[FOLD_BECAUSE_TAIL] = "tail: headlines of other articles end the text",
	[FOLD_BECAUSE_FURNITURE] = "furniture: part of the page, not of the article",
	[FOLD_BECAUSE_NOTICE] = "notice: about rights, cookies or letters",
};

const char *const fold_kind_names[FOLD_KINDS] = {
	[FOLD_KIND_NUMBER] = "number",
	[FOLD_KIND_DATE] = "date",
	[FOLD_KIND_NAME] = "name",
	[FOLD_KIND_NEGATION] = "negation",
	[FOLD_KIND_ATTRIBUTION] = "attribution",
	[FOLD_KIND_QUOTE] = "quote",
	[FOLD_KIND_WORDS] = "words",
	[FOLD_KIND_TYPOGRAPHY] = "typography",
};

void fold_kinds_say(unsigned kinds, struct buf *out)
{
	const char *before = "";

	for (size_t i = 0; i < FOLD_KINDS; i++) {
		if (!(kinds & 1u << i))
			continue;
		buf_printf(out, "%s%s", before, fold_kind_names[i]);
		before = " ";
	}
}

void fold_why(const struct fold_paragraph *paragraph, struct buf *out)
{
	buf_add_string(out, reasons[paragraph->why]);
	if (paragraph->why != FOLD_BECAUSE_CHANGED)
		return;
	if (!paragraph->changed) {
		buf_add_string(out, " (too long to compare)");
		return;
	}
	buf_add_char(out, ':');
	fold_kinds_say(paragraph->changed, out);
}
