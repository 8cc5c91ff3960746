#include "keymap.h"

#include "acts.h"
#include "mark.h"

/* Modes in which the page keys, and the rest, hold. */
#define TEXT (MODE_READ | MODE_SELECT)

/* clang-format off */
const struct binding keymap_rows[] = {
	/* modes, group, keys, action, argument, name, help */
	{ MODE_READ, GROUP_READ, "j Down", act_line, +1, "line-forward", "a line down; with a count, so many" },
	{ MODE_READ, GROUP_READ, "k Up", act_line, -1, "line-back", "a line up" },
	{ TEXT, GROUP_READ, "space f PageDown", act_page, +1, "page-forward", "a page down; with a count, so many lines" },
	{ TEXT, GROUP_READ, "b PageUp", act_page, -1, "page-back", "a page up" },
	{ MODE_READ, GROUP_READ, "d", act_half, +1, "half-forward", "half a page down; a count is remembered" },
	{ MODE_READ, GROUP_READ, "u", act_half, -1, "half-back", "half a page up" },
	{ MODE_READ, GROUP_READ, "g Home", act_begin, 0, "begin", "to the beginning; with a count, to that line" },
	{ MODE_READ, GROUP_READ, "G End", act_end, 0, "end", "to the end; with a count, to that line" },
	{ MODE_READ, GROUP_READ, "%", act_percent, 0, "percent", "to so many per cent of the text" },
	{ MODE_READ, GROUP_READ, "m", act_letter, 'm', "bookmark", "and a letter: remember the place" },
	{ MODE_READ, GROUP_READ, "'", act_letter, '\'', "go-back", "and a letter: go there; '' goes back" },
	{ MODE_READ, GROUP_READ, "Enter", act_enter, 0, "enter", "take, in a walk by Tab; a mark's card; else a line down" },

	{ MODE_READ, GROUP_FIND, "/", act_find, +1, "find", "search forward" },
	{ MODE_READ, GROUP_FIND, "?", act_find, -1, "find-back", "search backward" },
	{ MODE_READ, GROUP_FIND, "n", act_again, +1, "again", "the next hit" },
	{ MODE_READ, GROUP_FIND, "N", act_again, -1, "again-back", "the hit before" },

	{ TEXT, GROUP_MARK, "s \"", act_kind, MARK_QUOTE, "quote", "quote: find the next, mark it, or mark the selection" },
	{ TEXT, GROUP_MARK, "e", act_kind, MARK_ENTITY, "entity", "entity, a name: the same" },
	{ TEXT, GROUP_MARK, "c", act_kind, MARK_CLAIM, "claim", "claim: the same" },
	{ TEXT, GROUP_MARK, "P", act_type, TYPE_PERSON, "person", "the entity is a person" },
	{ TEXT, GROUP_MARK, "L", act_type, TYPE_PLACE, "place", "a place" },
	{ TEXT, GROUP_MARK, "O", act_type, TYPE_ORGANISATION, "organisation", "an organisation" },
	{ TEXT, GROUP_MARK, "D", act_type, TYPE_DATE, "date", "a date" },
	{ TEXT, GROUP_MARK, "M", act_type, TYPE_NUMBER, "number", "a measure: a number, money" },
	{ TEXT, GROUP_MARK, "T", act_type, TYPE_OTHER, "other", "another thing" },
	{ MODE_READ, GROUP_MARK, "x", act_no, 0, "no", "dismiss the suggestion; delete your mark" },
	{ TEXT, GROUP_MARK, "a", act_note, 0, "note", "add a note to the mark or the selection" },
	{ TEXT, GROUP_MARK, "comma", act_border, BORDER_START_LEFT, "start-left", "move the start left, by a word" },
	{ TEXT, GROUP_MARK, "period", act_border, BORDER_START_RIGHT, "start-right", "move the start right" },
	{ TEXT, GROUP_MARK, "<", act_border, BORDER_END_LEFT, "end-left", "move the end left" },
	{ TEXT, GROUP_MARK, ">", act_border, BORDER_END_RIGHT, "end-right", "move the end right" },
	{ MODE_READ, GROUP_MARK, "U", act_undo, -1, "undo", "undo your latest step, however old" },
	{ MODE_READ, GROUP_MARK, "C-r", act_undo, +1, "redo", "redo what was undone" },

	{ MODE_READ, GROUP_WALK, "Tab )", act_step, +1, "next", "the next stop: suggestions, or what the walk is over" },
	{ MODE_READ, GROUP_WALK, "S-Tab (", act_step, -1, "previous", "the stop before" },
	{ MODE_READ, GROUP_WALK, "bracketright J", act_mark, +1, "next-mark", "the next mark" },
	{ MODE_READ, GROUP_WALK, "bracketleft K", act_mark, -1, "previous-mark", "the mark before" },
	{ TEXT, GROUP_WALK, "Esc C-g", act_drop, 0, "drop", "let go: selection, then focus" },

	{ TEXT, GROUP_SELECT, "v", act_pick, 0, "pick", "pick words by letters: a row, a word, again for the end" },
	{ MODE_SELECT, GROUP_SELECT, "Right", act_extend, BY_CHARACTER + 1, "extend-character", "the end a character further" },
	{ MODE_SELECT, GROUP_SELECT, "Left", act_extend, -(BY_CHARACTER + 1), "shrink-character", "a character back" },
	{ MODE_SELECT, GROUP_SELECT, "Down", act_extend, BY_ROW + 1, "extend-row", "a row further" },
	{ MODE_SELECT, GROUP_SELECT, "Up", act_extend, -(BY_ROW + 1), "shrink-row", "a row back" },
	{ MODE_SELECT, GROUP_SELECT, ")", act_extend, BY_SENTENCE + 1, "extend-sentence", "a sentence further" },
	{ MODE_SELECT, GROUP_SELECT, "(", act_extend, -(BY_SENTENCE + 1), "shrink-sentence", "a sentence back" },
	{ MODE_SELECT, GROUP_SELECT, "}", act_extend, BY_PARAGRAPH + 1, "extend-paragraph", "a paragraph further" },
	{ MODE_SELECT, GROUP_SELECT, "{", act_extend, -(BY_PARAGRAPH + 1), "shrink-paragraph", "a paragraph back" },

	{ MODE_READ, GROUP_FOLD, "z", act_fold, 0, "fold", "open or close the fold; with a count, the nth" },
	{ MODE_READ, GROUP_FOLD, "Z", act_fold_all, 0, "fold-all", "open or close all folds" },
	{ MODE_READ | MODE_PANE, GROUP_FOLD, "i", act_why, 0, "why", "explain the focus, a fold or a repeat; again, the next; with a count, the nth on the screen" },
	{ MODE_READ, GROUP_FOLD, "t", act_show, 0, "show", "suggestions: all, none, your marks only" },

	{ MODE_READ, GROUP_REST, "h F1", act_help, 0, "help", "this help" },
	{ MODE_READ, GROUP_REST, "colon", act_command, 0, "command", ":n next file, :p the one before, :q leave" },
	{ MODE_READ, GROUP_REST, "equal", act_where, 0, "where", "file, line, bytes" },
	{ TEXT, GROUP_REST, "r R C-l", act_repaint, 0, "repaint", "paint the screen anew" },
	{ MODE_READ, GROUP_REST, "q", act_quit, 0, "quit", "leave" },

	{ MODE_PANE, GROUP_REST, "j Down", act_pane, +1, NULL, NULL },
	{ MODE_PANE, GROUP_REST, "k Up", act_pane, -1, NULL, NULL },
	{ MODE_PANE, GROUP_REST, "space f PageDown", act_pane, +10, NULL, NULL },
	{ MODE_PANE, GROUP_REST, "b PageUp", act_pane, -10, NULL, NULL },
	{ MODE_PANE, GROUP_REST, "G End", act_pane, +10000, NULL, NULL },
	{ MODE_PANE, GROUP_REST, "g Home", act_pane, -10000, NULL, NULL },
	{ MODE_PANE, GROUP_REST, "q Esc C-g Enter h F1", act_pane, 0, NULL, NULL },

	{ MODE_READ, GROUP_LATER, "w C * A y Y & l o", act_later, 0, NULL, NULL },
	{ MODE_READ, GROUP_LATER, "!", act_swallow, 0, NULL, NULL },
	{ .keys = NULL },
};
/* clang-format on */
