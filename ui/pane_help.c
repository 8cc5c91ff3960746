#include "pane_help.h"

#include <string.h>

/* Columns for the keys in front of the words. */
#define KEYS_COLUMNS 22

/* The keys as they look on a keyboard: the settings may spell them out. */
static void add_keys(struct buf *out, const char *keys)
{
	while (*(keys += strspn(keys, " \t"))) {
		size_t len = strcspn(keys, " \t");
		char name[KEYS_NAME];

		keys_name(keys_find(keys, len), name);
		buf_printf(out, "%s%s", out->len ? " " : "", name);
		keys += len;
	}
}

static void add_row(struct pane *pane, const struct keymap *keymap, const struct binding *row,
		    int columns)
{
	int indent = columns > 2 * KEYS_COLUMNS ? KEYS_COLUMNS : 12;
	struct buf keys = BUF_EMPTY;

	add_keys(&keys, keymap_keys(keymap, row));
	pane_printf(pane, columns, STYLE_TEXT, "  %-*s %s", indent, keys.at, row->help);
	buf_release(&keys);
}

void pane_help(struct pane *pane, const struct keymap *keymap, int columns)
{
	pane_clear(pane);
	pane_add(pane, columns, STYLE_TITLE, "Keys (j k scroll, q closes)", 27);
	for (int group = 0; group < GROUP_LATER; group++) {
		pane_add(pane, columns, STYLE_TITLE, binding_groups[group],
			 strlen(binding_groups[group]));
		for (const struct binding *row = keymap->rows; row->keys; row++)
			if ((int)row->group == group && row->help)
				add_row(pane, keymap, row, columns);
	}
}
