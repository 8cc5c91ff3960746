/*
 * Which stop comes next, and where borders may go.
 */
#include "walk.h"

#include "edit.h"
#include "support/open_article.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static const char text[] = "Then Mira Osgood came to Harnby. \"It rained,\" Mira Osgood said.\n"
			   "Then Tomas Reyle near Harnby counted 40 boats in the rain.\n";

static struct opened_article bench;
static struct err err;
static struct walk walk;
static struct focus focus;

static int setup(void **state)
{
	(void)state;
	bench = article_on(text, "ada");
	walk = (struct walk){ .kind = WALK_KIND, .of = MARK_ENTITY };
	focus = (struct focus){ .what = FOCUS_NONE };
	return 0;
}

static int teardown(void **state)
{
	(void)state;
	article_put_away(&bench);
	return 0;
}

/* Steps and compares; NULL: there is no stop. */
static void assert_step(int direction, size_t place, const char *words)
{
	struct focus found;
	bool any = direction > 0 ? walk_next(bench.article, &walk, &focus, place, &found)
				 : walk_previous(bench.article, &walk, &focus, place, &found);

	assert_int_equal(any, words != NULL);
	if (!words)
		return;
	focus = found;
	assert_int_equal(span_length(focus.span), strlen(words));
	assert_memory_equal(text + focus.span.start, words, strlen(words));
}

static uint32_t mark(enum mark_kind kind, const char *words)
{
	const struct edit_mark request = { .kind = kind,
					   .of = MARK_ENTITY,
					   .span = article_words(bench.article, words, 1) };
	struct edit edit;

	assert_true(edit_mark(bench.article, &request, &edit, &err));
	return edit.record;
}

static void a_name_is_one_stop_at_its_first_mention(void **state)
{
	(void)state;
	assert_step(+1, 0, "Mira Osgood");
	assert_step(+1, 0, "Harnby");
	assert_step(+1, 0, "Tomas Reyle");
	assert_step(+1, 0, NULL);
	assert_step(-1, 0, "Harnby");
}

static void the_first_mention_counts_from_where_the_walk_began(void **state)
{
	(void)state;
	walk.origin = (size_t)(strstr(text, "\"It") - text);
	assert_step(+1, walk.origin, "Mira Osgood");
	assert_true(focus.span.start > walk.origin);
	assert_step(+1, 0, "Tomas Reyle");
	assert_step(+1, 0, "Harnby");
	focus.what = FOCUS_NONE;
	assert_step(+1, 0, "Mira Osgood");
	assert_true(focus.span.start > walk.origin);
}

static void a_marked_or_dismissed_name_is_no_stop(void **state)
{
	(void)state;
	mark(MARK_ENTITY, "Mira Osgood");
	mark(MARK_DISMISSED, "Harnby");
	assert_step(+1, 0, "Tomas Reyle");
}

static void a_walk_over_all_goes_by_start_the_longer_first(void **state)
{
	(void)state;
	walk.kind = WALK_ALL;
	assert_step(+1, 0, "Mira Osgood");
	assert_step(+1, 0, "Harnby");
	assert_step(+1, 0, "\"It rained,\"");
	assert_step(+1, 0, "Then Tomas Reyle near Harnby counted 40 boats in the rain.");
	assert_step(+1, 0, "Tomas Reyle");
	assert_step(+1, 0, NULL);
	assert_step(-1, 0, "Then Tomas Reyle near Harnby counted 40 boats in the rain.");
}

static void another_kind_begins_with_what_ends_behind_the_focus(void **state)
{
	(void)state;
	assert_step(+1, (size_t)(strstr(text, "Tomas") - text), "Tomas Reyle");
	walk.of = MARK_CLAIM;
	assert_step(+1, 0, "Then Tomas Reyle near Harnby counted 40 boats in the rain.");
}

static void a_walk_over_marks_stops_at_them_alone(void **state)
{
	(void)state;
	mark(MARK_CLAIM, "It rained");
	mark(MARK_ENTITY, "Harnby");
	mark(MARK_DISMISSED, "Tomas Reyle");
	walk.kind = WALK_MARKS;
	assert_step(+1, 0, "Harnby");
	assert_int_equal(focus.what, FOCUS_MARK);
	assert_step(+1, 0, "It rained");
	assert_step(+1, 0, NULL);
	assert_step(-1, 0, "Harnby");
	assert_step(-1, 0, NULL);
}

static void what_is_not_shown_is_no_stop(void **state)
{
	struct article *other = article_beside(&bench, "bo");
	const struct edit_mark request = { .kind = MARK_CLAIM, .span = { 0, 4 } };
	struct edit edit;

	(void)state;
	assert_true(edit_mark(other, &request, &edit, &err));
	article_free(other);
	article_poll(bench.article, &err);
	walk.shown = SHOW_NONE;
	assert_step(+1, 0, NULL);
	walk.kind = WALK_MARKS;
	assert_step(+1, 0, "Then");
	focus.what = FOCUS_NONE;
	walk.shown = SHOW_OWN;
	assert_step(+1, 0, NULL);
}

static void assert_border(const char *line, enum border border, size_t at, int direction,
			  size_t expected)
{
	struct text borrowed;

	text_borrow(&borrowed, line, strlen(line));
	assert_int_equal(
		border_step(&borrowed, (struct span){ 0, borrowed.len }, border, at, direction),
		expected);
}

static void starts_stand_at_beginnings_and_ends_at_ends(void **state)
{
	(void)state;
	assert_border("one two three", BORDER_START, 4, +1, 8);
	assert_border("one two three", BORDER_START, 4, -1, 0);
	assert_border("one two three", BORDER_END, 7, +1, 13);
	assert_border("one two three", BORDER_END, 7, -1, 3);
	assert_border("one two three", BORDER_END, 13, +1, 13);
}

static void ends_stand_before_a_possessive_at_hyphens_and_quotation_marks(void **state)
{
	(void)state;
	assert_border("Kim's men", BORDER_END, 5, -1, 3);
	assert_border("Kim’s men", BORDER_END, 7, -1, 3);
	assert_border("Kim-Lavrov", BORDER_END, 10, -1, 3);
	assert_border("so \"far\" now", BORDER_END, 7, +1, 8);
	assert_border("so \"far\" now", BORDER_START, 4, -1, 3);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

static void a_walk_knows_that_it_does_not_see_all_of_a_huge_text(void **state)
{
	const struct article huge = { .text.len = (size_t)64 << 20 };
	const size_t near_end = huge.text.len - 4096;

	(void)state;
	assert_true(walk_sees_all(bench.article, &walk, 0, +1));
	assert_false(walk_sees_all(&huge, &walk, 4096, +1));
	assert_true(walk_sees_all(&huge, &walk, 4096, -1));
	assert_true(walk_sees_all(&huge, &walk, near_end, +1));
	assert_false(walk_sees_all(&huge, &walk, near_end, -1));
	walk.kind = WALK_MARKS;
	assert_true(walk_sees_all(&huge, &walk, 4096, +1));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_name_is_one_stop_at_its_first_mention),
		TEST(the_first_mention_counts_from_where_the_walk_began),
		TEST(a_marked_or_dismissed_name_is_no_stop),
		TEST(a_walk_over_all_goes_by_start_the_longer_first),
		TEST(another_kind_begins_with_what_ends_behind_the_focus),
		TEST(a_walk_over_marks_stops_at_them_alone),
		TEST(what_is_not_shown_is_no_stop),
		TEST(starts_stand_at_beginnings_and_ends_at_ends),
		TEST(a_walk_knows_that_it_does_not_see_all_of_a_huge_text),
		TEST(ends_stand_before_a_possessive_at_hyphens_and_quotation_marks),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
