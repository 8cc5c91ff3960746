#include "row.h"

#include <string.h>

#include "plain.h"
#include "w3c.h"

static void add_name(struct buf *row, const char *name)
{
	if (row->len && row->at[row->len - 1] != '{')
		buf_add_char(row, ',');
	buf_printf(row, "\"%s\":", name);
}

void row_open(struct buf *row)
{
	buf_add_char(row, '{');
}

void row_bytes(struct buf *row, const char *name, const char *bytes, size_t len)
{
	add_name(row, name);
	json_add_string(row, bytes, len);
}

void row_string(struct buf *row, const char *name, const char *string)
{
	row_bytes(row, name, string, strlen(string));
}

void row_number(struct buf *row, const char *name, size_t number)
{
	add_name(row, name);
	buf_printf(row, "%zu", number);
}

void row_score(struct buf *row, const char *name, double score)
{
	add_name(row, name);
	buf_printf(row, "%.2f", score);
}

void row_null(struct buf *row, const char *name)
{
	add_name(row, name);
	buf_add_string(row, "null");
}

void row_object(struct buf *row, const char *name)
{
	add_name(row, name);
	row_open(row);
}

void row_close(struct buf *row)
{
	buf_add_char(row, '}');
}

void row_span(struct buf *row, struct text *text, struct span span)
{
	row_number(row, "start", text_points(text, span.start));
	row_number(row, "end", text_points(text, span.end));
}

void row_print(struct buf *row, struct output *out)
{
	buf_add_char(row, '\n');
	if (!buf_ok(row, &out->err))
		out->failed = true;
	output_bytes(out, row->at, row->len);
	buf_clear(row);
}

void row_plain(struct buf *row, const struct row_plain *plain)
{
	const char *type = mark_types[plain->type].name;

	plain_add_string(row, plain->file);
	buf_printf(row, ":%zu: %s", plain->line, mark_kinds[plain->kind].name);
	if (plain->type != TYPE_NONE)
		buf_printf(row, " %s", type);
	buf_add_string(row, " \"");
	plain_add(row, plain->words, plain->len, PLAIN_ENDS_BLANK);
	buf_add_string(row, "\" (");
	plain_add_string(row, plain->remark);
	buf_add_char(row, ')');
}
