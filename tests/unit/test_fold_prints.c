#include "fold_prints.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h wants these four first. */
#include <string.h>

#include <cmocka.h>

#define BOATS                                                                                  \
	"About 240 boats lie in the harbour this winter, said Ada Holm, who has written down " \
	"every one of them since the first snow fell in October."

static struct fold_stretch stretch(const char *words)
{
	return (struct fold_stretch){ words, { 0, strlen(words) }, NULL };
}

static void assert_fingerprint(const char *words, const char *expected)
{
	struct buf scratch = BUF_EMPTY;
	struct fingerprint fingerprint;
	char hex[FINGERPRINT_HEX];
	struct err err;

	assert_true(fold_fingerprint(stretch(words), &scratch, &fingerprint, &err));
	assert_string_equal(scratch.at, expected);
	fingerprint = hash_fingerprint(expected, strlen(expected));
	fingerprint_hex(&fingerprint, hex);
	assert_int_equal(strlen(hex), 32);
	buf_release(&scratch);
}

static void a_fingerprint_is_of_the_words_a_line_each(void **state)
{
	(void)state;
	assert_fingerprint("  “We can’t wait – not in 1,250 ﬁshing boats!”",
			   "we\ncan't\nwait\nnot\nin\n1,250\nfishing\nboats\n");
}

/* The known value of no bytes. */
static void it_is_what_other_programs_compute(void **state)
{
	struct fingerprint fingerprint = hash_fingerprint("", 0);
	char hex[FINGERPRINT_HEX];

	(void)state;
	fingerprint_hex(&fingerprint, hex);
	assert_string_equal(hex, "99aa06d3014798d86001c324468d497f");
}

static void without_words_there_is_none(void **state)
{
	struct buf scratch = BUF_EMPTY;
	struct fingerprint fingerprint;
	struct err err;

	(void)state;
	assert_false(fold_fingerprint(stretch("* * *"), &scratch, &fingerprint, &err));
	assert_int_equal(err.kind, ERR_NONE);
	buf_release(&scratch);
}

static size_t shared(const struct fold_prints *a, const struct fold_prints *b)
{
	size_t count = 0;

	for (size_t i = 0; i < a->count; i++) {
		for (size_t k = 0; k < b->count; k++)
			count += a->items[i] == b->items[k];
	}
	return count;
}

static void take(struct fold_prints *prints, const char *words, size_t most)
{
	struct err err;

	assert_true(fold_prints_add(prints, stretch(words), most, &err));
	fold_prints_sort(prints);
	for (size_t i = 0; i < prints->count; i++) {
		assert_true(prints->items[i] < UINT64_C(1) << 48);
		assert_true(!i || prints->items[i - 1] < prints->items[i]);
	}
}

/* How many of the prints kept of `earlier` are among those asked for `later`. */
static size_t found(const char *earlier, const char *later)
{
	struct fold_prints kept = { 0 }, asked = { 0 };
	size_t count;

	take(&kept, earlier, PRINTS_KEPT);
	take(&asked, later, PRINTS_ASKED);
	count = shared(&kept, &asked);
	fold_prints_release(&kept);
	fold_prints_release(&asked);
	return count;
}

/* So whoever asks for more finds what was kept. */
static void the_few_are_the_first_of_the_many(void **state)
{
	struct fold_prints few = { 0 }, many = { 0 };

	(void)state;
	take(&few, BOATS " " BOATS, PRINTS_KEPT);
	take(&many, BOATS " " BOATS, 1000);
	assert_int_equal(few.count, PRINTS_KEPT);
	assert_true(many.count > PRINTS_ASKED);
	assert_memory_equal(few.items, many.items, PRINTS_KEPT * sizeof *few.items);
	fold_prints_release(&few);
	fold_prints_release(&many);
}

static void a_copy_has_all_prints_whatever_its_typography(void **state)
{
	(void)state;
	assert_int_equal(found(BOATS, "«" BOATS "»"), PRINTS_KEPT);
}

static void a_change_leaves_most_prints(void **state)
{
	(void)state;
	assert_true(found(BOATS,
			  "About 180 boats lie in the harbour this winter, said Ada Holm, "
			  "who has written down every one of them since the first snow "
			  "fell in October.") >= 3);
}

static void what_is_joined_to_others_is_found(void **state)
{
	(void)state;
	assert_true(found(BOATS, BOATS " Fishermen who had asked for one open quay left the "
				       "meeting early and said that they would sail all the "
				       "same.") >= 3);
}

static void other_words_have_no_prints_in_common(void **state)
{
	(void)state;
	assert_int_equal(found(BOATS,
			       "Fishermen who had asked for one open quay left the meeting "
			       "early and said that they would sail all the same."),
			 0);
}

static void headings_lists_and_short_lines_have_none(void **state)
{
	struct fold_prints prints = { 0 };

	(void)state;
	take(&prints, "The boats lie still.", PRINTS_ASKED);
	take(&prints, "Ten Quays To See In Lindvik Before The Winter Comes", PRINTS_ASKED);
	take(&prints, "1 2 3 4 5 6 7 8 9 10 11 12", PRINTS_ASKED);
	assert_int_equal(prints.count, 0);
	fold_prints_release(&prints);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_fingerprint_is_of_the_words_a_line_each),
		cmocka_unit_test(it_is_what_other_programs_compute),
		cmocka_unit_test(without_words_there_is_none),
		cmocka_unit_test(the_few_are_the_first_of_the_many),
		cmocka_unit_test(a_copy_has_all_prints_whatever_its_typography),
		cmocka_unit_test(a_change_leaves_most_prints),
		cmocka_unit_test(what_is_joined_to_others_is_found),
		cmocka_unit_test(other_words_have_no_prints_in_common),
		cmocka_unit_test(headings_lists_and_short_lines_have_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
