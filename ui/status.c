#include "status.h"

#include <string.h>

const struct hint status_first_hints[] = {
	{ "quote", "find a quote, s again marks it" },
	{ "entity", "names" },
	{ "claim", "claims" },
	{ "pick", "any words" },
	{ NULL, "saved at once" },
	{ "help", "help" },
	{ NULL, NULL },
};

/* A part of the row with what it costs. */
enum part { PART_NAME, PART_COUNTS, PART_PLACE, PART_MESSAGE, PART_FOCUS, PART_KEYS, PARTS };

/* What goes first where it doesn't fit. A message's words are cut rather than dropped. */
static const enum part drops[] = { PART_NAME, PART_COUNTS, PART_PLACE, PART_FOCUS };

#define GAP 2 /* columns between parts */

static void add_counts(const struct status *status, struct buf *out)
{
	const size_t *counts = status->counts;

	for (enum mark_kind kind = 0; kind < MARK_KINDS; kind++)
		if (counts[kind] && mark_kinds[kind].letter)
			buf_printf(out, "%s%zu%c", out->len ? " " : "", counts[kind],
				   mark_kinds[kind].letter);
	if (status->lost)
		buf_printf(out, "%s%zu lost", out->len ? " " : "", status->lost);
}

static void add_hint(const struct hint *hint, const struct keymap *keymap, struct buf *out)
{
	char key[KEYS_NAME] = "";

	if (out->len)
		buf_add_string(out, " · ");
	if (hint->binding)
		keymap_hint(keymap, hint->binding, key);
	buf_printf(out, "%s%s%s", key, *key ? " " : "", hint->words);
}

/* The hints that fit, in their order; the first always. */
static void add_hints(const struct status *status, size_t room, struct buf *out)
{
	for (const struct hint *hint = status->hints; hint->words; hint++) {
		size_t before = out->len;

		add_hint(hint, status->keymap, out);
		if (before && plain_columns(out->at, out->len) > room)
			buf_cut(out, before);
	}
}

struct parts {
	struct buf words[PARTS];
	bool dropped[PARTS];
};

static size_t columns_of(const struct parts *parts)
{
	size_t sum = 0;

	for (int n = 0; n < PARTS; n++)
		if (!parts->dropped[n] && parts->words[n].len)
			sum += plain_columns(parts->words[n].at, parts->words[n].len) + GAP;
	return sum ? sum - GAP : 0;
}

static void fill_parts(struct parts *parts, const struct status *status, size_t room)
{
	for (int n = 0; n < PARTS; n++)
		parts->words[n] = (struct buf)BUF_EMPTY;
	if (status->message) {
		buf_add_string(&parts->words[PART_MESSAGE], status->message);
	} else {
		buf_add_string(&parts->words[PART_NAME], status->name);
		buf_add_string(&parts->words[PART_PLACE], status->place);
	}
	add_counts(status, &parts->words[PART_COUNTS]);
	buf_add_string(&parts->words[PART_FOCUS], status->focus);
	add_hints(status, room, &parts->words[PART_KEYS]);
}

/* Drops parts until the rest fits; a message that is alone too long drives the keys out. */
static void fit(struct parts *parts, const struct status *status, size_t room)
{
	for (size_t n = 0; n < sizeof drops / sizeof *drops && columns_of(parts) > room; n++)
		parts->dropped[drops[n]] = true;
	if (columns_of(parts) > room && status->message) {
		size_t taken = plain_columns(parts->words[PART_MESSAGE].at,
					     parts->words[PART_MESSAGE].len) +
			       GAP;

		buf_clear(&parts->words[PART_KEYS]);
		if (taken < room)
			add_hints(status, room - taken, &parts->words[PART_KEYS]);
		parts->dropped[PART_KEYS] = columns_of(parts) > room;
	}
}

static const enum style part_styles[PARTS] = {
	[PART_NAME] = STYLE_STATUS,  [PART_COUNTS] = STYLE_STATUS,
	[PART_PLACE] = STYLE_STATUS, [PART_MESSAGE] = STYLE_MESSAGE,
	[PART_FOCUS] = STYLE_STATUS, [PART_KEYS] = STYLE_STATUS,
};

/* In this order from the left; the keys stand at the right end, so that they don't move. */
static const enum part layout_order[] = { PART_MESSAGE, PART_NAME, PART_PLACE, PART_COUNTS,
					  PART_FOCUS };

void status_paint(struct canvas *canvas, struct area line, const struct status *status)
{
	size_t room = line.columns > 0 ? (size_t)line.columns : 0;
	int limit = line.column + line.columns, at = line.column;
	struct parts parts = { 0 };

	fill_parts(&parts, status, room);
	fit(&parts, status, room);
	for (size_t n = 0; n < sizeof layout_order / sizeof *layout_order; n++) {
		enum part part = layout_order[n];
		enum style style = part == PART_MESSAGE && status->warning ? STYLE_WARNING
									   : part_styles[part];

		if (parts.dropped[part] || !parts.words[part].len)
			continue;
		at = canvas_write(canvas, (struct spot){ line.row, at }, limit,
				  parts.words[part].at, parts.words[part].len, style) +
		     GAP;
	}
	if (!parts.dropped[PART_KEYS])
		canvas_write(
			canvas,
			(struct spot){ line.row,
				       limit - (int)plain_columns(parts.words[PART_KEYS].at,
								  parts.words[PART_KEYS].len) },
			limit, parts.words[PART_KEYS].at, parts.words[PART_KEYS].len,
			STYLE_STATUS);
	for (int n = 0; n < PARTS; n++)
		buf_release(&parts.words[n]);
}
