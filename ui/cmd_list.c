#include "command_text.h"
#include "commands.h"
#include "records.h"
#include "row.h"
#include "tree.h"
#include "w3c.h"

#include <string.h>
#include <sys/stat.h>

enum { ANY = -1 };

struct list_options {
	bool json;
	int kind;  /* enum mark_kind or ANY */
	int state; /* enum anchor_state or ANY */
};

static bool read_kind(void *field, const char *word, struct err *err)
{
	enum mark_kind kind;

	if (!mark_kind_named(word, &kind))
		return err_set(err, ERR_USAGE, "there is no kind \"%s\"", word);
	*(int *)field = (int)kind;
	return true;
}

static bool read_state(void *field, const char *word, struct err *err)
{
	for (int state = 0; state < ANCHOR_STATES; state++) {
		if (strcmp(word, anchor_state_names[state]) == 0) {
			*(int *)field = state;
			return true;
		}
	}
	return err_set(err, ERR_USAGE,
		       "\"%s\" is none of exact, moved, changed, ambiguous, orphan", word);
}

/* clang-format off */
static const struct option list_rows[] = {
	{ "json", 0, NULL, "print each record as it stands in the sidecar",
	  option_flag, offsetof(struct list_options, json) },
	{ "kind", 0, "KIND", "only quote, entity, claim, note…",
	  read_kind, offsetof(struct list_options, kind) },
	{ "status", 0, "STATE", "only exact, moved, changed, ambiguous or orphan",
	  read_state, offsetof(struct list_options, state) },
	{ .name = NULL },
};
/* clang-format on */

struct listing {
	struct program *program;
	const struct list_options *options;
	struct buf row;
};

static bool wanted(const struct list_options *options, const struct record_row *row)
{
	if (options->kind != ANY && (int)row->record->mark.kind != options->kind)
		return false;
	return options->state == ANY ||
	       (row->on_text && (int)row->anchor.state == options->state);
}

static void add_plain(struct records *records, const struct record_row *row, struct buf *out)
{
	const char *const creator = row->record->mark.creator;
	struct buf remark = BUF_EMPTY;

	buf_add_string(&remark, *creator ? creator : "nobody");
	if (row->on_text && row->anchor.state != ANCHOR_EXACT)
		buf_printf(&remark, ", %s", anchor_state_names[row->anchor.state]);
	if (row->record->conflict)
		buf_add_string(&remark, ", conflict");
	if (row->record->unsaved)
		buf_add_string(&remark, ", unsaved");
	records_plain(records, row, remark.at, out);
	buf_release(&remark);
}

/* The members that list adds to the record: "file" and "check". */
static void add_members(struct records *records, const struct record_row *row, struct buf *more)
{
	row_string(more, "file", records->path);
	if (!row->on_text) {
		row_null(more, "check");
		return;
	}
	row_object(more, "check");
	records_check(records, row, more);
	row_close(more);
}

static bool add_json(struct records *records, const struct record_row *row, struct buf *out,
		     struct err *err)
{
	const struct mark_line *at = &records->marks.lines.items[row->record->line];
	struct buf line = BUF_EMPTY, more = BUF_EMPTY;
	bool done;

	add_members(records, row, &more);
	done = buf_ok(&more, err) && journal_line(&records->journal, at, &line, err) &&
	       w3c_extend(line.at, line.len, more.at, out, err);
	buf_release(&line);
	buf_release(&more);
	return done;
}

static void print_row(struct listing *listing, struct records *records,
		      const struct record_row *row)
{
	struct err err;

	if (!listing->options->json)
		add_plain(records, row, &listing->row);
	else if (!add_json(records, row, &listing->row, &err)) {
		buf_clear(&listing->row);
		program_trouble(listing->program, &err);
		return;
	}
	row_print(&listing->row, &listing->program->out);
}

/* One article or sidecar. False when nobody takes the output any more. */
static bool list_article(void *to, const char *path)
{
	struct listing *listing = to;
	struct records records;

	if (!records_open(listing->program, path, &records))
		return !listing->program->out.failed;
	for (size_t i = 0; i < records.count; i++) {
		if (wanted(listing->options, &records.items[i]))
			print_row(listing, &records, &records.items[i]);
	}
	records_close(listing->program, &records);
	return !listing->program->out.failed;
}

static void say_unread(void *to, const struct err *err)
{
	const struct listing *listing = to;

	program_trouble(listing->program, err);
}

/* Marks on what nothing can be written beside are in the state directory. */
static bool is_marked(void *to, const char *path)
{
	const struct listing *listing = to;

	return journal_kept(path, listing->program->places.state);
}

static void list_path(struct program *program, const char *path, void *to)
{
	const struct tree tree = { to, list_article, is_marked, say_unread, .marked = true };
	struct stat stat_of_path;

	(void)program;
	if (path_is_input(path))
		path = ".";
	if (stat(path, &stat_of_path) == 0 && S_ISDIR(stat_of_path.st_mode))
		tree_walk(&tree, path);
	else
		list_article(to, path);
}

static void list(struct program *program, char **argv)
{
	struct list_options options = { .kind = ANY, .state = ANY };
	struct listing listing = { program, &options, BUF_EMPTY };
	struct operands operands;

	if (command_start(program, argv, &options, &operands))
		command_each(program, &operands, list_path, &listing);
	buf_release(&listing.row);
}

const struct command command_list = {
	.name = "list",
	.operands = "[--json] [--kind KIND] [--status STATE] [PATH...]",
	.help = "prints the marks of files or whole directories",
	.options = list_rows,
	.run = list,
};
