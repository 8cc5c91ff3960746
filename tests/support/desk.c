#include "desk.h"

#include "array.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct desk desk_numbered(size_t lines)
{
	struct desk desk = { .bytes = BUF_EMPTY };

	for (size_t n = 1; n <= lines; n++)
		buf_printf(&desk.bytes, "line %03zu\n", n);
	return desk;
}

struct desk desk_with(const char *string)
{
	struct desk desk = { .bytes = BUF_EMPTY };

	buf_add_string(&desk.bytes, string);
	return desk;
}

void desk_open(struct desk *desk, int rows, int columns)
{
	struct err err;

	if (desk->article.mode == PARAGRAPH_AUTO)
		desk->article.mode = PARAGRAPH_LINE;
	text_borrow(&desk->article.text, desk->bytes.at, desk->bytes.len);
	assert_true(view_init(&desk->view, &desk->article, &err));
	view_resize(&desk->view, rows, columns);
	desk_fill(desk);
}

void desk_close(struct desk *desk)
{
	view_release(&desk->view);
	text_release(&desk->article.text);
	free(desk->article.folds.items);
	free(desk->model.items);
	buf_release(&desk->bytes);
}

void desk_fill(struct desk *desk)
{
	struct err err;

	assert_true(view_fill(&desk->view, &err));
}

void desk_fold(struct desk *desk, const char *states)
{
	const struct article *article = &desk->article;
	struct folds *folds = &desk->article.folds;
	struct layout_piece piece;
	struct err err;

	folds->count = 0;
	for (size_t at = 0; at < article->text.len; at = piece.behind) {
		layout_piece_at(&article->text, article->mode, at, &piece);
		if (piece.blank || !piece.first)
			continue;
		assert_true(ARRAY_RESERVE(folds, 1, &err));
		folds->items[folds->count++] = (struct fold_paragraph){
			.span = piece.span,
			.of = FOLD_NONE,
			.state = *states == 'x' ? FOLD_BOILERPLATE : FOLD_SHOWN,
		};
		states += *states != '\0';
	}
	folds->settled = folds->count;
	folds->finished = true;
}

static void add_row(struct model *model, struct view_row row)
{
	struct err err;

	assert_true(ARRAY_RESERVE(model, 1, &err));
	model->items[model->count++] = row;
}

static void add_piece(struct desk *desk, const struct layout_piece *piece)
{
	struct layout_rows rows = { 0 };
	struct err err;

	assert_true(
		layout_rows(&desk->article.text, piece->span, desk->view.columns, &rows, &err));
	for (size_t n = 0; n < rows.count; n++) {
		const struct layout_row *row = &rows.items[n];

		add_row(&desk->model, (struct view_row){ .kind = VIEW_TEXT,
							 .at = row->span.start,
							 .behind = row->span.end,
							 .span = row->span,
							 .first = piece->first && n == 0,
							 .hyphen = row->hyphen,
							 .columns = row->columns });
	}
	desk->model.items[desk->model.count - 1].behind = piece->behind;
	layout_rows_release(&rows);
}

/* The rows that begin at `at`, up to what is returned. */
static size_t add_from(struct desk *desk, size_t at)
{
	struct view_row row = { .at = at, .span = { at, at } };
	struct layout_piece piece;

	if (article_hidden(&desk->article, at, &row.fold)) {
		row.kind = VIEW_FOLD;
		row.first = true;
		row.behind = row.fold.span.end;
		add_row(&desk->model, row);
		return row.behind;
	}
	layout_piece_at(&desk->article.text, desk->article.mode, at, &piece);
	row.kind = VIEW_BLANK;
	row.behind = piece.behind;
	if (piece.blank)
		add_row(&desk->model, row);
	else
		add_piece(desk, &piece);
	return piece.behind;
}

void desk_model(struct desk *desk)
{
	size_t at = 0;

	desk->model.count = 0;
	while (at < desk->article.text.len)
		at = add_from(desk, at);
}

size_t desk_row(const struct desk *desk, size_t at)
{
	size_t n = desk->model.count - 1;

	while (n > 0 && desk->model.items[n].at > at)
		n--;
	return n;
}

const char *desk_kinds(struct desk *desk)
{
	static char kinds[64];
	size_t n;

	desk_fill(desk);
	for (n = 0; n < desk->view.count && n + 1 < sizeof kinds; n++) {
		const struct view_row *row = &desk->view.items[n];

		kinds[n] = "t-f"[row->kind];
		if (row->kind == VIEW_TEXT && row->first)
			kinds[n] = 'p';
	}
	kinds[n] = '\0';
	return kinds;
}
