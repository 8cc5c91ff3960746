/*
 * What went wrong once, as a reader would meet it.
 */
#include "support/files.h"
#include "support/reader.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define PROSE                                                                                  \
	"The clerk of the town read the letter aloud to the whole council, slowly, and then "  \
	"sat down again.\n"

static struct reader *r;

static int setup(void **state)
{
	(void)state;
	r = reader_open("\"First words,\" she said. \"Second words,\" she said.\n" PROSE PROSE
			"\"Third words,\" she said.\n",
			10, 100);
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	reader_close(r);
	return 0;
}

/* Nothing can be written beside the article, nor in the state directory. */
static void block_disk(void)
{
	char *sidecar = files_path(r->home, "a.txt.ann.jsonl");

	assert_int_equal(mkdir(sidecar, 0700), 0);
	files_put_text(r->home, "state", "no directory");
	free(sidecar);
}

static void unsaved_is_said_and_not_overwritten_by_what_comes_next(void **state)
{
	(void)state;
	reader_press(r, "s");
	block_disk();
	reader_press(r, "s");
	assert_int_equal(strncmp(reader_row(r, -1), "unsaved:", 8), 0);
	assert_true(journal_unsaved(&r->viewer.article->journal));
	reader_press(r, "x");
	assert_int_equal(strncmp(reader_row(r, -1), "unsaved:", 8), 0);
}

static void quitting_with_unsaved_marks_asks_once(void **state)
{
	(void)state;
	reader_press(r, "s");
	block_disk();
	reader_press(r, "s Esc q");
	assert_false(r->viewer.leave);
	assert_non_null(strstr(reader_row(r, -1), "again leaves"));
	reader_press(r, "q");
	assert_true(r->viewer.leave);
}

/* The sidecar's lines in another order, as git might leave them. */
static void turn_lines_round(void)
{
	size_t len;
	char *bytes = files_get(r->home, "a.txt.ann.jsonl", &len), *second;
	char *turned = malloc(len + 1), *from, *to;

	assert_non_null(turned);
	second = strchr(bytes, '\n') + 1;
	sprintf(turned, "%s%.*s", second, (int)(second - bytes), bytes);
	/* A new file in its place: another inode. */
	files_put_text(r->home, "new", turned);
	from = files_path(r->home, "new");
	to = files_path(r->home, "a.txt.ann.jsonl");
	assert_int_equal(rename(from, to), 0);
	free(from);
	free(to);
	free(turned);
	free(bytes);
}

static void a_replaced_sidecar_never_makes_a_key_delete_another_mark(void **state)
{
	(void)state;
	reader_press(r, "s s s Esc g bracketright");
	assert_string_equal(reader_focus(r), "\"First words,\"");
	turn_lines_round();
	reader_press(r, "x");
	assert_string_equal(reader_marks(r), "quote \"Second words,\" (ada)\n");
}

static void a_focus_follows_its_mark_through_a_replaced_sidecar(void **state)
{
	(void)state;
	reader_press(r, "s s s Esc g bracketright");
	turn_lines_round();
	viewer_poll(&r->viewer);
	assert_string_equal(reader_focus(r), "\"First words,\"");
}

static void a_removed_sidecar_is_said_when_its_mark_is_deleted(void **state)
{
	char *sidecar = files_path(r->home, "a.txt.ann.jsonl");

	(void)state;
	reader_press(r, "s s Esc g bracketright");
	unlink(sidecar);
	free(sidecar);
	reader_press(r, "x");
	assert_non_null(strstr(reader_row(r, -1), "gone"));
}

static void write_note(const char *words)
{
	reader_press(r, "a");
	reader_type(r, words);
	reader_press(r, "Enter");
}

static void marks_that_went_from_the_disk_are_told_whoever_looks_first(void **state)
{
	char *sidecar = files_path(r->home, "a.txt.ann.jsonl");

	(void)state;
	reader_press(r, "s s s");
	unlink(sidecar);
	free(sidecar);
	reader_press(r, "s");
	assert_non_null(strstr(reader_row(r, -1), "removed or replaced"));
	assert_int_equal(reader_lines(r), 1);
}

static void a_mark_that_is_saved_later_is_called_saved_then(void **state)
{
	char *sidecar = files_path(r->home, "a.txt.ann.jsonl");

	(void)state;
	reader_press(r, "s");
	block_disk();
	reader_press(r, "s");
	assert_int_equal(rmdir(sidecar), 0);
	free(sidecar);
	viewer_poll(&r->viewer);
	assert_non_null(strstr(reader_row(r, -1), "saved: what was unsaved"));
	assert_int_equal(reader_lines(r), 1);
}

static void a_second_note_on_the_same_words_is_a_note_of_its_own(void **state)
{
	(void)state;
	reader_press(r, "v Enter");
	write_note("one");
	reader_press(r, "Esc g v Enter");
	write_note("two");
	assert_int_equal(reader_lines(r), 2);
	write_note("three");
	write_note("four");
	assert_int_equal(reader_lines(r), 4);
}

static void a_note_reaches_its_mark_though_the_focus_went_meanwhile(void **state)
{
	(void)state;
	reader_press(r, "s s Esc g bracketright a");
	reader_type(r, "kept");
	reader_resize(r, 3, 30);
	reader_press(r, "Enter");
	assert_int_equal(reader_lines(r), 2);
}

static void a_note_that_can_not_be_made_is_a_draft(void **state)
{
	char *sidecar = files_path(r->home, "a.txt.ann.jsonl");

	(void)state;
	reader_press(r, "s s Esc g bracketright a");
	reader_type(r, "not lost");
	unlink(sidecar);
	free(sidecar);
	reader_press(r, "Enter");
	assert_string_equal(r->viewer.note_draft, "not lost");
}

static void a_note_wants_a_focus_that_was_shown(void **state)
{
	(void)state;
	reader_press(r, "s s Esc g");
	reader_burst(r, "bracketright a z y Enter");
	assert_int_equal(reader_lines(r), 1);
}

static void a_key_on_what_a_pane_covers_writes_nothing(void **state)
{
	(void)state;
	reader_press(r, "s s Esc g bracketright h x");
	assert_int_equal(reader_lines(r), 1);
	assert_non_null(strstr(reader_row(r, -1), "dropped"));
}

static void a_selection_that_meets_a_fold_opens_it(void **state)
{
	(void)state;
	assert_non_null(strstr(reader_screen(r), "1 paragraph repeats 2"));
	reader_press(r, "g j v Enter } }");
	reader_press(r, "> >");
	assert_null(strstr(reader_screen(r), "repeats"));
}

static void nothing_to_undo_leaves_no_file(void **state)
{
	(void)state;
	reader_press(r, "U C-r");
	assert_false(files_exist(r->home, "a.txt.ann.jsonl"));
}

static void ctrl_c_leaves_what_swallows_keys(void **state)
{
	(void)state;
	reader_press(r, "!");
	viewer_interrupt(&r->viewer);
	reader_press(r, "q");
	assert_true(r->viewer.leave);
}

static void the_hits_of_a_long_paragraph_are_shown_to_its_end(void **state)
{
	struct buf text = BUF_EMPTY;
	struct reader *other;

	(void)state;
	for (int n = 0; n < 150; n++)
		buf_add_string(&text, "over the sea ");
	other = reader_open(text.at, 40, 80);
	reader_press(other, "/");
	reader_type(other, "the");
	reader_press(other, "Enter");
	assert_non_null(strstr(strrchr(reader_styles(other), 'h') - 2, "hhh"));
	assert_true(strrchr(reader_styles(other), 'h') - reader_styles(other) > 1500);
	reader_close(other);
	buf_release(&text);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(unsaved_is_said_and_not_overwritten_by_what_comes_next),
		TEST(quitting_with_unsaved_marks_asks_once),
		TEST(a_replaced_sidecar_never_makes_a_key_delete_another_mark),
		TEST(a_focus_follows_its_mark_through_a_replaced_sidecar),
		TEST(a_removed_sidecar_is_said_when_its_mark_is_deleted),
		TEST(marks_that_went_from_the_disk_are_told_whoever_looks_first),
		TEST(a_mark_that_is_saved_later_is_called_saved_then),
		TEST(a_second_note_on_the_same_words_is_a_note_of_its_own),
		TEST(a_note_reaches_its_mark_though_the_focus_went_meanwhile),
		TEST(a_note_that_can_not_be_made_is_a_draft),
		TEST(a_note_wants_a_focus_that_was_shown),
		TEST(a_key_on_what_a_pane_covers_writes_nothing),
		TEST(a_selection_that_meets_a_fold_opens_it),
		TEST(nothing_to_undo_leaves_no_file),
		TEST(ctrl_c_leaves_what_swallows_keys),
		TEST(the_hits_of_a_long_paragraph_are_shown_to_its_end),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
