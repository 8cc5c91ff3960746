/*
 * What a cell means. Themes say how each looks; a new row in style.c's table is
 * all that a new style needs, and a test fails while a theme doesn't know it.
 */
#ifndef STYLE_H
#define STYLE_H

enum style {
	STYLE_TEXT,
	STYLE_TOKEN,	   /* stands for what may not be shown */
	STYLE_FOLD,	   /* the line that says what is hidden */
	STYLE_KNOWN,	   /* words that were read before, and all of an open fold */
	STYLE_KNOWN_QUOTE, /* suggestions amid these */
	STYLE_KNOWN_ENTITY,
	STYLE_KNOWN_CLAIM,
	STYLE_NEW, /* words that are new amid known ones */
	STYLE_NEW_QUOTE,
	STYLE_NEW_ENTITY,
	STYLE_NEW_CLAIM,
	STYLE_SUGGEST_QUOTE,
	STYLE_SUGGEST_ENTITY,
	STYLE_SUGGEST_CLAIM,
	STYLE_QUOTE,
	STYLE_ENTITY,
	STYLE_CLAIM,
	STYLE_NOTE,
	STYLE_OTHERS, /* another person's mark */
	STYLE_HIT,
	STYLE_HIT_NOW,
	STYLE_FOCUS,
	STYLE_SELECTION,
	STYLE_LABEL, /* of pick */
	STYLE_STATUS,
	STYLE_MESSAGE,
	STYLE_WARNING,
	STYLE_TITLE, /* of a pane */
	STYLE_KEY,   /* the name of a key in hints and help */
	STYLES,
};

struct style_row {
	const char *name; /* in theme files */
	char letter;	  /* in dumps of a canvas */
};

extern const struct style_row style_rows[STYLES];

#endif
