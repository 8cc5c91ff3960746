/* Line ends, blank lines and damage, by lines and by blocks: see support/fold_cases.c. */
#include "article.h"
#include "support/fold_cases.h"
#include "support/fold_laws.h"
#include "view.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* Rows and columns that hold any case, each paragraph in one row. */
enum { ROWS = 40, COLUMNS = 500 };

struct sheet {
	const struct fold_case *is;
	struct buf bytes;
	struct article article;
};

static void open_sheet(struct sheet *sheet, const struct fold_case *it)
{
	*sheet = (struct sheet){ .is = it, .bytes = BUF_EMPTY };
	fold_case_text(it, &sheet->bytes);
	text_borrow(&sheet->article.text, sheet->bytes.len ? sheet->bytes.at : "",
		    sheet->bytes.len);
	sheet->article.mode = it->mode;
	folds_init(&sheet->article.folds);
}

static void close_sheet(struct sheet *sheet)
{
	folds_release(&sheet->article.folds);
	text_release(&sheet->article.text);
	buf_release(&sheet->bytes);
}

static void assert_folds(const struct fold_case *it, const struct folds *folds)
{
	if (folds->count != fold_case_count(it))
		fail_msg("%s: %zu paragraphs", it->name, folds->count);
	for (size_t n = 0; n < folds->count; n++) {
		const struct fold_case_place place = fold_case_place(it, n);
		const struct fold_paragraph *found = &folds->items[n];
		const size_t of = it->paragraphs[n].of;

		if (found->span.start != place.start || found->span.end != place.end)
			fail_msg("%s: paragraph %zu is %zu-%zu", it->name, n + 1,
				 found->span.start, found->span.end);
		if ("sndb"[found->state] != it->paragraphs[n].state)
			fail_msg("%s: paragraph %zu is %c", it->name, n + 1,
				 "sndb"[found->state]);
		if (found->of != (of ? of - 1 : FOLD_NONE))
			fail_msg("%s: paragraph %zu repeats %u", it->name, n + 1,
				 found->of + 1);
	}
}

static void each_paragraph_is_found_and_judged(void **state)
{
	(void)state;
	for (const struct fold_case *it = fold_cases; it->name; it++) {
		struct folds folds;
		struct sheet sheet;

		open_sheet(&sheet, it);
		assert_true(fold_laws_read(&sheet.article.text, it->mode, &folds));
		assert_folds(it, &folds);
		folds_release(&folds);
		close_sheet(&sheet);
	}
}

static void an_article_folds_as_the_library_does(void **state)
{
	(void)state;
	for (const struct fold_case *it = fold_cases; it->name; it++) {
		struct sheet sheet;

		open_sheet(&sheet, it);
		while (article_work(&sheet.article, 0, 50))
			;
		assert_folds(it, &sheet.article.folds);
		close_sheet(&sheet);
	}
}

static void points_are_those_of_the_text(void **state)
{
	(void)state;
	for (const struct fold_case *it = fold_cases; it->name; it++) {
		struct sheet sheet;

		open_sheet(&sheet, it);
		for (size_t n = 0; n < fold_case_count(it); n++) {
			const struct fold_case_place place = fold_case_place(it, n);

			assert_int_equal(text_points(&sheet.article.text, place.start),
					 place.first);
			assert_int_equal(text_points(&sheet.article.text, place.end),
					 place.behind);
		}
		close_sheet(&sheet);
	}
}

static void the_laws_hold(void **state)
{
	(void)state;
	for (const struct fold_case *it = fold_cases; it->name; it++) {
		const char *broken;
		struct sheet sheet;

		open_sheet(&sheet, it);
		broken = fold_laws_broken(&sheet.article.text, it->mode, 7);
		if (broken)
			fail_msg("%s: %s", it->name, broken);
		close_sheet(&sheet);
	}
}

static void add_rows(const struct view *view, struct buf *rows)
{
	for (size_t n = 0; n < view->count; n++) {
		const struct view_row *row = &view->items[n];

		buf_add_char(rows, row->kind == VIEW_FOLD    ? 'f'
				   : row->kind == VIEW_BLANK ? '-'
				   : row->first		     ? 'p'
							     : 't');
	}
	buf_add_char(rows, '\0');
}

static void assert_rows(struct sheet *sheet)
{
	struct buf rows = BUF_EMPTY;
	struct view view;
	struct err err;

	assert_true(view_init(&view, &sheet->article, &err));
	view_resize(&view, ROWS, COLUMNS);
	if (fold_case_count(sheet->is))
		view_jump(&view, fold_case_place(sheet->is, 0).start);
	if (fold_case_count(sheet->is)) {
		assert_true(view_fill(&view, &err));
		add_rows(&view, &rows);
		if (strcmp(rows.at, sheet->is->rows) != 0)
			fail_msg("%s: rows are %s", sheet->is->name, rows.at);
	}
	view_release(&view);
	buf_release(&rows);
}

static void rows_are_paragraphs_blank_lines_and_folds(void **state)
{
	(void)state;
	for (const struct fold_case *it = fold_cases; it->name; it++) {
		struct sheet sheet;

		open_sheet(&sheet, it);
		while (article_work(&sheet.article, 0, SIZE_MAX / 2))
			;
		assert_rows(&sheet);
		close_sheet(&sheet);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_paragraph_is_found_and_judged),
		cmocka_unit_test(an_article_folds_as_the_library_does),
		cmocka_unit_test(points_are_those_of_the_text),
		cmocka_unit_test(the_laws_hold),
		cmocka_unit_test(rows_are_paragraphs_blank_lines_and_folds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
