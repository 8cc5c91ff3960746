#include "style.h"

/* clang-format off */
const struct style_row style_rows[STYLES] = {
	[STYLE_TEXT]           = { "text",           '.' },
	[STYLE_TOKEN]          = { "token",          't' },
	[STYLE_FOLD]           = { "fold",           'f' },
	[STYLE_KNOWN]          = { "known",          'd' },
	[STYLE_KNOWN_QUOTE]    = { "known-quote",    '1' },
	[STYLE_KNOWN_ENTITY]   = { "known-entity",   '2' },
	[STYLE_KNOWN_CLAIM]    = { "known-claim",    '3' },
	[STYLE_SUGGEST_QUOTE]  = { "suggest-quote",  'q' },
	[STYLE_SUGGEST_ENTITY] = { "suggest-entity", 'e' },
	[STYLE_SUGGEST_CLAIM]  = { "suggest-claim",  'c' },
	[STYLE_QUOTE]          = { "quote",          'Q' },
	[STYLE_ENTITY]         = { "entity",         'E' },
	[STYLE_CLAIM]          = { "claim",          'C' },
	[STYLE_NOTE]           = { "note",           'N' },
	[STYLE_OTHERS]         = { "others",         'O' },
	[STYLE_HIT]            = { "hit",            'h' },
	[STYLE_HIT_NOW]        = { "hit-now",        'H' },
	[STYLE_FOCUS]          = { "focus",          'F' },
	[STYLE_SELECTION]      = { "selection",      'S' },
	[STYLE_LABEL]          = { "label",          'L' },
	[STYLE_STATUS]         = { "status",         's' },
	[STYLE_MESSAGE]        = { "message",        'm' },
	[STYLE_WARNING]        = { "warning",        'w' },
	[STYLE_TITLE]          = { "title",          'T' },
	[STYLE_KEY]            = { "key",            'k' },
};
/* clang-format on */
