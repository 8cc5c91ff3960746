/*
 * What a person does to marks, without a screen.
 */
#include "edit.h"

#include "support/files.h"
#include "support/open_article.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

static struct opened_article bench;
static struct err err;

static int setup(void **state)
{
	(void)state;
	bench = article_on("Mira Osgood met Tomas Reyle. Mira Osgood left.\n", "ada");
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	article_put_away(&bench);
	return 0;
}

static struct edit mark_words(struct article *article, const char *words, size_t nth)
{
	const struct edit_mark mark = { .kind = MARK_ENTITY,
					.type = TYPE_PERSON,
					.span = article_words(article, words, nth) };
	struct edit edit;

	if (!edit_mark(article, &mark, &edit, &err))
		fail_msg("%s", err.text);
	return edit;
}

static const struct mark *record(uint32_t n)
{
	return &bench.article->marks.records.items[n].mark;
}

static size_t lines(void)
{
	return files_lines(bench.home, "a.txt.ann.jsonl");
}

static void a_mark_knows_its_words_their_place_and_context(void **state)
{
	struct edit edit = mark_words(bench.article, "Tomas Reyle", 1);
	const struct mark *mark = record(edit.record);

	(void)state;
	assert_true(edit.saved);
	assert_string_equal(mark->exact, "Tomas Reyle");
	assert_string_equal(mark->prefix, "Mira Osgood met ");
	assert_string_equal(mark->suffix, ". Mira Osgood left.\n");
	assert_int_equal(mark->start, 16);
	assert_int_equal(mark->end, 27);
	assert_string_equal(mark->creator, "ada");
	assert_int_equal(strncmp(mark->source, "ni:///sha-256;", 14), 0);
	assert_int_equal(lines(), 1);
}

static void the_same_mark_again_is_its_own_self(void **state)
{
	struct edit first = mark_words(bench.article, "Tomas Reyle", 1);
	struct edit second = mark_words(bench.article, "Tomas Reyle", 1);

	(void)state;
	assert_true(second.existed);
	assert_int_equal(first.record, second.record);
	assert_int_equal(lines(), 1);
	mark_words(bench.article, "Mira Osgood", 1);
	assert_false(mark_words(bench.article, "Mira Osgood", 2).existed);
}

static void whether_it_is_there_is_decided_on_the_latest_state(void **state)
{
	struct article *other = article_beside(&bench, "ada");

	(void)state;
	mark_words(other, "Tomas Reyle", 1);
	assert_true(mark_words(bench.article, "Tomas Reyle", 1).existed);
	assert_int_equal(lines(), 1);
	article_free(other);
}

static void a_note_with_a_mark_is_one_step(void **state)
{
	const struct edit_mark mark = { .kind = MARK_CLAIM,
					.span = article_words(bench.article, "left", 1),
					.note = "when?" };
	struct edit edit;

	(void)state;
	assert_true(edit_mark(bench.article, &mark, &edit, &err));
	assert_int_equal(edit.records, 2);
	assert_int_equal(lines(), 2);
	assert_string_equal(record(1)->target, record(0)->id);
	assert_string_equal(record(1)->note, "when?");
	assert_string_equal(record(1)->step, record(0)->step);
	assert_int_equal(edit.record, 0);
}

static void a_deleted_mark_hides_its_note_until_it_returns(void **state)
{
	const struct edit_mark mark = { .kind = MARK_CLAIM,
					.span = article_words(bench.article, "left", 1),
					.note = "when?" };
	size_t counts[MARK_KINDS];
	struct edit edit;

	(void)state;
	assert_true(edit_mark(bench.article, &mark, &edit, &err));
	assert_true(edit_delete(bench.article, record(edit.record)->id, &edit, &err));
	article_count(bench.article, counts);
	assert_int_equal(counts[MARK_NOTE] + counts[MARK_CLAIM], 0);
	assert_true(edit_undo(bench.article, &edit, &err));
	article_count(bench.article, counts);
	assert_int_equal(counts[MARK_NOTE] + counts[MARK_CLAIM], 2);
}

static void a_change_is_a_new_revision_of_the_same_record(void **state)
{
	struct edit edit = mark_words(bench.article, "Tomas Reyle", 1);
	const struct edit_change change = { .type = TYPE_PLACE,
					    .span = article_words(bench.article, "Reyle", 1) };

	(void)state;
	assert_true(edit_change(bench.article, record(edit.record)->id, &change, &edit, &err));
	assert_int_equal(bench.article->marks.records.count, 1);
	assert_int_equal(record(0)->rev, 2);
	assert_int_equal(record(0)->type, TYPE_PLACE);
	assert_string_equal(record(0)->exact, "Reyle");
	assert_int_equal(lines(), 2);
}

static void nobody_changes_or_deletes_anothers_record(void **state)
{
	struct article *other = article_beside(&bench, "bo");
	const struct edit_change change = { .type = TYPE_PLACE, .span = { 0, 4 } };
	struct edit edit = mark_words(bench.article, "Tomas Reyle", 1);

	(void)state;
	assert_true(article_poll(other, &err));
	assert_false(edit_delete(other, record(edit.record)->id, &edit, &err));
	assert_int_equal(err.kind, ERR_USAGE);
	assert_false(edit_change(other, record(0)->id, &change, &edit, &err));
	assert_int_equal(lines(), 1);
	article_free(other);
}

static void undo_and_redo_reach_back_without_limit(void **state)
{
	struct edit edit;

	(void)state;
	for (size_t n = 1; n <= 2; n++)
		mark_words(bench.article, "Mira Osgood", n);
	assert_true(edit_undo(bench.article, &edit, &err));
	assert_true(edit_undo(bench.article, &edit, &err));
	assert_int_equal(bench.article->placed.count, 0);
	assert_false(edit_undo(bench.article, &edit, &err));
	assert_int_equal(err.kind, ERR_MISSING);
	assert_true(edit_redo(bench.article, &edit, &err));
	assert_true(edit_redo(bench.article, &edit, &err));
	assert_int_equal(bench.article->placed.count, 2);
	assert_false(edit_redo(bench.article, &edit, &err));
	assert_int_equal(lines(), 6);
}

static void a_new_step_ends_redo(void **state)
{
	struct edit edit;

	(void)state;
	mark_words(bench.article, "Mira Osgood", 1);
	assert_true(edit_undo(bench.article, &edit, &err));
	mark_words(bench.article, "Tomas Reyle", 1);
	assert_false(edit_redo(bench.article, &edit, &err));
}

static void undo_reaches_past_the_session(void **state)
{
	struct edit edit;

	(void)state;
	mark_words(bench.article, "Mira Osgood", 1);
	assert_false(edit_undo_is_old(bench.article));
	article_free(bench.article);
	bench.article = article_beside(&bench, "ada");
	assert_true(edit_undo_is_old(bench.article));
	assert_true(edit_undo(bench.article, &edit, &err));
	assert_int_equal(bench.article->placed.count, 0);
}

static void what_can_not_be_marked_is_said(void **state)
{
	struct edit_mark mark = { .kind = MARK_QUOTE, .span = { 4, 4 } };
	struct edit edit;

	(void)state;
	assert_false(edit_mark(bench.article, &mark, &edit, &err));
	assert_int_equal(err.kind, ERR_USAGE);
	mark.span = (struct span){ 0, 4000 };
	assert_false(edit_mark(bench.article, &mark, &edit, &err));
	assert_false(files_exist(bench.home, "a.txt.ann.jsonl"));
}

/* A directory stands where the sidecar should. */
static void block_sidecar(void)
{
	char *name = files_path(bench.home, "a.txt.ann.jsonl");

	assert_int_equal(mkdir(name, 0700), 0);
	free(name);
}

static void a_mark_that_no_disk_takes_is_kept_as_unsaved(void **state)
{
	struct edit edit;

	(void)state;
	/* Neither beside the article nor in the state directory can a file be made. */
	files_put_text(bench.home, "state", "a file where a directory should be");
	block_sidecar();
	edit = mark_words(bench.article, "Tomas Reyle", 1);
	assert_false(edit.saved);
	assert_true(journal_unsaved(&bench.article->journal));
	assert_int_equal(bench.article->placed.count, 1);
}

static void words_with_damage_are_marked_as_they_are_read(void **state)
{
	struct opened_article damaged = article_on("a \xff\xfe b", "ada");
	struct edit edit = mark_words(damaged.article, "\xef\xbf\xbd\xef\xbf\xbd", 1);
	const struct mark *mark = &damaged.article->marks.records.items[edit.record].mark;

	(void)state;
	assert_string_equal(mark->exact, "\xef\xbf\xbd\xef\xbf\xbd");
	assert_int_equal(damaged.article->placed.items[0].state, ANCHOR_EXACT);
	article_put_away(&damaged);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_mark_knows_its_words_their_place_and_context),
		TEST(the_same_mark_again_is_its_own_self),
		TEST(whether_it_is_there_is_decided_on_the_latest_state),
		TEST(a_note_with_a_mark_is_one_step),
		TEST(a_deleted_mark_hides_its_note_until_it_returns),
		TEST(a_change_is_a_new_revision_of_the_same_record),
		TEST(nobody_changes_or_deletes_anothers_record),
		TEST(undo_and_redo_reach_back_without_limit),
		TEST(a_new_step_ends_redo),
		TEST(undo_reaches_past_the_session),
		TEST(what_can_not_be_marked_is_said),
		TEST(a_mark_that_no_disk_takes_is_kept_as_unsaved),
		TEST(words_with_damage_are_marked_as_they_are_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
