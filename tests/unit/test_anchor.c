#include "anchor.h"

#include "buf.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static struct anchor find(const char *bytes, struct mark mark)
{
	struct anchor anchor;
	struct text text;

	text_borrow(&text, bytes, strlen(bytes));
	anchor = anchor_find(&text, &mark);
	text_release(&text);
	return anchor;
}

static struct mark placed(uint64_t start, uint64_t end, const char *exact)
{
	return (struct mark){ .placed = true, .start = start, .end = end, .exact = exact };
}

static void assert_anchor(struct anchor anchor, enum anchor_state state, const char *why)
{
	assert_int_equal(anchor.state, state);
	assert_string_equal(anchor.why, why);
}

static void words_at_their_place_are_exact(void **state)
{
	struct anchor anchor = find("déjà vu, vu", placed(5, 7, "vu"));

	(void)state;
	assert_anchor(anchor, ANCHOR_EXACT, "place");
	assert_int_equal(anchor.span.start, 7);
	assert_int_equal(anchor.span.end, 9);
}

static void words_elsewhere_and_only_there_have_moved(void **state)
{
	struct anchor anchor = find("now some ice", placed(0, 3, "ice"));

	(void)state;
	assert_anchor(anchor, ANCHOR_MOVED, "words");
	assert_int_equal(anchor.span.start, 9);
	assert_anchor(find("some ice", placed(50, 53, "ice")), ANCHOR_MOVED, "words");
	assert_anchor(find("some ice", (struct mark){ .exact = "ice" }), ANCHOR_MOVED, "words");
}

static void words_in_two_places_are_ambiguous(void **state)
{
	(void)state;
	assert_anchor(find("ice and ice", placed(1, 4, "ice")), ANCHOR_AMBIGUOUS, "twice");
	assert_anchor(find(" aaa", placed(0, 2, "aa")), ANCHOR_AMBIGUOUS, "twice");
	assert_true(span_empty(find("ice and ice", placed(1, 4, "ice")).span));
}

static void words_that_are_gone_leave_an_orphan(void **state)
{
	(void)state;
	assert_anchor(find("some ice", placed(0, 4, "snow")), ANCHOR_ORPHAN, "gone");
	assert_anchor(find("some ice", placed(5, 800, "snow")), ANCHOR_ORPHAN, "range");
	assert_anchor(find("some ice", placed(5, UINT64_MAX, "snow")), ANCHOR_ORPHAN, "range");
	assert_anchor(find("some ice", placed(4, 2, "snow")), ANCHOR_ORPHAN, "range");
	assert_anchor(find("", placed(0, 4, "snow")), ANCHOR_ORPHAN, "range");
	assert_anchor(find("some ice", placed(0, 4, NULL)), ANCHOR_ORPHAN, "no-words");
	assert_anchor(find("some ice", placed(0, 4, "")), ANCHOR_ORPHAN, "no-words");
}

static void offsets_and_words_must_agree_to_be_exact(void **state)
{
	(void)state;
	assert_anchor(find("some ice", placed(5, 7, "ice")), ANCHOR_MOVED, "words");
}

static void damage_is_compared_as_the_replacement_character(void **state)
{
	struct anchor anchor = find("a\xE2\x82 b", placed(0, 4, "a\xEF\xBF\xBD b"));

	(void)state;
	assert_anchor(anchor, ANCHOR_EXACT, "place");
	assert_int_equal(anchor.span.end, 5);
	assert_anchor(find("..a\xFF b", placed(0, 4, "a\xEF\xBF\xBD b")), ANCHOR_MOVED,
		      "words");
	assert_anchor(find("a\xFF\xFF"
			   "b",
			   placed(9, 9, "\xEF\xBF\xBD")),
		      ANCHOR_AMBIGUOUS, "twice");
}

static void occurrences_are_counted_and_may_overlap(void **state)
{
	struct span span;
	struct text text;

	(void)state;
	text_borrow(&text, "banana\r\nband", 12);
	assert_true(anchor_words(&text, "ana", 2, &span));
	assert_int_equal(span.start, 3);
	assert_true(anchor_words(&text, "a\r\nb", 1, &span));
	assert_int_equal(span.start, 5);
	assert_int_equal(span.end, 9);
	assert_false(anchor_words(&text, "ana", 3, &span));
	assert_false(anchor_words(&text, "ana", 0, &span));
	assert_false(anchor_words(&text, "", 1, &span));
	text_release(&text);
}

static void hostile_words_end_in_doubt_not_in_hours(void **state)
{
	struct buf bytes = BUF_EMPTY, words = BUF_EMPTY;
	struct mark mark = { 0 };
	struct anchor anchor;

	(void)state;
	for (size_t i = 0; i < 200000; i++)
		buf_add_char(&bytes, 'a');
	buf_add(&words, bytes.at, bytes.len / 2);
	buf_add_string(&words, "\xEF\xBF\xBD");
	mark.exact = words.at;
	anchor = find(bytes.at, mark);
	assert_anchor(anchor, ANCHOR_AMBIGUOUS, "budget");
	buf_release(&bytes);
	buf_release(&words);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_at_their_place_are_exact),
		cmocka_unit_test(words_elsewhere_and_only_there_have_moved),
		cmocka_unit_test(words_in_two_places_are_ambiguous),
		cmocka_unit_test(words_that_are_gone_leave_an_orphan),
		cmocka_unit_test(offsets_and_words_must_agree_to_be_exact),
		cmocka_unit_test(damage_is_compared_as_the_replacement_character),
		cmocka_unit_test(occurrences_are_counted_and_may_overlap),
		cmocka_unit_test(hostile_words_end_in_doubt_not_in_hours),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
