#include "bindings.h"

#include "array.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *const binding_groups[BINDING_GROUPS] = {
	[GROUP_READ] = "Reading",
	[GROUP_FIND] = "Searching",
	[GROUP_MARK] = "Marking",
	[GROUP_WALK] = "Walking",
	[GROUP_SELECT] = "Selecting",
	[GROUP_FOLD] = "Folds",
	[GROUP_REST] = "Files and the rest",
	[GROUP_LATER] = "",
};

/* What the settings say of a row, or NULL. */
static const struct settings_key *change_of(const struct keymap *keymap,
					    const struct binding *row)
{
	for (size_t n = keymap->changes; row->name && n-- > 0;)
		if (!strcmp(keymap->changed[n].action, row->name))
			return &keymap->changed[n];
	return NULL;
}

const char *keymap_keys(const struct keymap *keymap, const struct binding *row)
{
	const struct settings_key *change = change_of(keymap, row);

	return change ? change->keys : row->keys;
}

static const struct keymap_slot *taken(const struct keymap *keymap, int key, unsigned modes)
{
	for (size_t n = 0; n < keymap->count; n++)
		if (keymap->slots[n].key == key && keymap->slots[n].modes & modes)
			return &keymap->slots[n];
	return NULL;
}

/* "quit" of line 5, "no" that is built in: which lines the user may change. */
static void say_who(const struct keymap *keymap, const struct keymap_slot *slot, char out[80])
{
	const char *name = keymap->rows[slot->row].name;

	if (slot->line)
		snprintf(out, 80, "\"%s\" of line %u", name ? name : "?", slot->line);
	else
		snprintf(out, 80, "\"%s\", which is built in", name ? name : "a pane's key");
}

static bool conflict(const struct keymap *keymap, const struct keymap_slot *slot,
		     const struct keymap_slot *other, struct err *err)
{
	char key[KEYS_NAME], one[80], two[80];

	keys_name(slot->key, key);
	say_who(keymap, slot, one);
	say_who(keymap, other, two);
	return err_set(err, ERR_FORMAT, "%s: key %s is wanted by both %s and %s", keymap->path,
		       key, one, two);
}

/* Two rows of one name are one action in two modes, and may share a key. */
static bool clash(const struct keymap *keymap, const struct keymap_slot *slot,
		  const struct keymap_slot *other)
{
	const char *a = keymap->rows[slot->row].name, *b = keymap->rows[other->row].name;

	return (slot->line || other->line) && !(a && b && !strcmp(a, b));
}

static bool add_slot(struct keymap *keymap, struct keymap_slot slot, struct err *err)
{
	const struct keymap_slot *other = taken(keymap, slot.key, slot.modes);

	if (other && clash(keymap, &slot, other))
		return conflict(keymap, slot.line ? &slot : other, slot.line ? other : &slot,
				err);
	if (!array_reserve((void **)&keymap->slots, &keymap->capacity,
			   (struct array_need){ keymap->count, 1, sizeof *keymap->slots }, err))
		return false;
	keymap->slots[keymap->count++] = slot;
	return true;
}

static bool add_keys(struct keymap *keymap, unsigned row, const char *keys, unsigned line,
		     struct err *err)
{
	while (*(keys += strspn(keys, " \t"))) {
		size_t len = strcspn(keys, " \t");
		struct keymap_slot slot = { keys_find(keys, len), keymap->rows[row].modes, row,
					    line };

		if (slot.key == K_NONE)
			return err_set(err, ERR_FORMAT,
				       "%s: line %u: there is no key called %.*s", keymap->path,
				       line, (int)len, keys);
		if (!add_slot(keymap, slot, err))
			return false;
		keys += len;
	}
	return true;
}

static bool check_names(const struct keymap *keymap, struct err *err)
{
	for (size_t n = 0; n < keymap->changes; n++) {
		const struct binding *row = keymap->rows;

		while (row->keys &&
		       (!row->name || strcmp(row->name, keymap->changed[n].action)))
			row++;
		if (!row->keys)
			return err_set(err, ERR_FORMAT,
				       "%s: line %u: there is no action called %s",
				       keymap->path, keymap->changed[n].line,
				       keymap->changed[n].action);
	}
	return true;
}

bool keymap_init(struct keymap *keymap, const struct binding *rows,
		 const struct settings *settings, struct err *err)
{
	*keymap = (struct keymap){ .rows = rows,
				   .changed = settings->items,
				   .changes = settings->count,
				   .path = settings->path ? settings->path : "" };
	if (!check_names(keymap, err))
		return false;
	for (unsigned n = 0; rows[n].keys; n++) {
		const struct settings_key *change = change_of(keymap, &rows[n]);

		if (!add_keys(keymap, n, change ? change->keys : rows[n].keys,
			      change ? change->line : 0, err)) {
			keymap_release(keymap);
			return false;
		}
	}
	return true;
}

void keymap_release(struct keymap *keymap)
{
	free(keymap->slots);
	keymap->slots = NULL;
	keymap->count = keymap->capacity = 0;
}

const struct binding *keymap_find(const struct keymap *keymap, enum mode mode, int key)
{
	const struct keymap_slot *slot = taken(keymap, key, mode);

	return slot ? &keymap->rows[slot->row] : NULL;
}

void keymap_hint(const struct keymap *keymap, const char *name, char out[KEYS_NAME])
{
	out[0] = '\0';
	for (const struct binding *row = keymap->rows; row->keys; row++) {
		const char *keys;
		size_t len;

		if (!row->name || strcmp(row->name, name))
			continue;
		keys = keymap_keys(keymap, row);
		len = strcspn(keys, " \t");
		keys_name(keys_find(keys, len), out);
		return;
	}
}
