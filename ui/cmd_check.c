#include "command_text.h"
#include "commands.h"
#include "records.h"
#include "row.h"

struct check_options {
	bool json;
	struct buf row;
};

/* clang-format off */
static const struct option check_rows[] = {
	{ "json", 0, NULL, "print an object for each mark",
	  option_flag, offsetof(struct check_options, json) },
	{ .name = NULL },
};
/* clang-format on */

static void add_plain(struct records *records, const struct record_row *row, struct buf *out)
{
	struct buf remark = BUF_EMPTY;

	buf_printf(&remark, "%s: %s", anchor_state_names[row->anchor.state], row->anchor.why);
	records_plain(records, row, remark.at, out);
	buf_release(&remark);
}

static void add_json(struct records *records, const struct record_row *row, struct buf *out)
{
	row_open(out);
	row_string(out, "file", records->path);
	row_string(out, "id", row->record->mark.id);
	records_check(records, row, out);
	row_close(out);
}

static bool in_doubt(const struct record_row *row)
{
	return row->anchor.state != ANCHOR_EXACT && row->anchor.state != ANCHOR_MOVED;
}

static void check_row(struct program *program, struct records *records,
		      const struct record_row *row, struct check_options *options)
{
	if (options->json)
		add_json(records, row, &options->row);
	else
		add_plain(records, row, &options->row);
	row_print(&options->row, &program->out);
	if (in_doubt(row))
		program_deny(program);
}

static void check_file(struct program *program, const char *path, void *to)
{
	struct records records;
	struct err err;

	if (path_is_input(path)) {
		err_set(&err, ERR_USAGE, "standard input has no marks; name a file");
		program_trouble(program, &err);
		return;
	}
	if (!records_open(program, path, &records))
		return;
	for (size_t i = 0; i < records.count && !program->out.failed; i++) {
		if (records.items[i].on_text)
			check_row(program, &records, &records.items[i], to);
	}
	records_close(program, &records);
}

static void check(struct program *program, char **argv)
{
	struct check_options options = { .row = BUF_EMPTY };
	struct operands operands;

	if (command_start(program, argv, &options, &operands))
		command_each(program, &operands, check_file, &options);
	buf_release(&options.row);
}

const struct command command_check = {
	.name = "check",
	.operands = "[--json] FILE...",
	.help = "tells where each mark stands on the text as it is now",
	.options = check_rows,
	.run = check,
};
