/*
 * What stands on the screen where folded paragraphs were: line ends, blank lines, damage.
 */
#include "support/folding.h"
#include "support/reader.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

/* A screen begins with these rows; after them nothing stands on it. */
static void assert_screen(const char *text, const char *const *rows)
{
	struct reader *r = reader_open(text, 16, 80);
	int row = 0;

	for (; rows[row]; row++)
		assert_string_equal(reader_row(r, row), rows[row]);
	for (; row < 15; row++)
		assert_string_equal(reader_row(r, row), "");
	reader_close(r);
}

#define SCREEN(text, ...) assert_screen(text, (const char *const[]){ __VA_ARGS__, NULL })

/* clang-format off */
#define LEDE_ROWS \
	"     The harbour of Lindvik will stay closed until the ice has gone, the town", \
	"     council decided on Tuesday evening."
#define BODY_ROWS \
	"     Fishermen who had asked for one open quay left the meeting early and", \
	"     said that they would sail all the same."
#define ENDING_ROWS \
	"     The council meets again next week, when it will hear what the coast", \
	"     guard thinks of the plan."
/* clang-format on */

static void blank_lines_are_rows_but_not_behind_what_is_hidden(void **state)
{
	(void)state;
	SCREEN("\n \t\n" LEDE "\n\n\r\n" BODY "\n \n" LEDE "\n\n\n" ENDING "\n", "", "",
	       LEDE_ROWS, "", "", BODY_ROWS, "", "     ··· 1 paragraph repeats 1 ···",
	       ENDING_ROWS);
	SCREEN(LEDE "\n\f\n\v \n" BODY "\n", LEDE_ROWS, "", "", BODY_ROWS);
}

static void a_cr_before_the_lf_is_not_shown_others_are(void **state)
{
	(void)state;
	SCREEN(LEDE "\r\n" BODY "\r\n\r\n" LEDE "\r\n\r\n" ENDING "\r\n", LEDE_ROWS, BODY_ROWS,
	       "", "     ··· 1 paragraph repeats 1 ···", ENDING_ROWS);
	SCREEN("One\rboat.\r\r\nTwo\r\n\r\r\nThree\n", "     One^Mboat.^M", "     Two", "",
	       "     Three");
}

static void a_mark_of_byte_order_shows_amid_the_text_only(void **state)
{
	(void)state;
	SCREEN("\xEF\xBB\xBF" LEDE "\n" LEDE "\nOne \xEF\xBB\xBF"
	       "boat\n",
	       LEDE_ROWS, "     ··· 1 paragraph repeats 1 ···", "     One <FEFF>boat");
}

static void damage_is_shown_by_maximal_subparts(void **state)
{
	(void)state;
	SCREEN("\xFF\xED\xA0\x80 \xE2\x82 boats\n" LEDE "\n" LEDE, "     ���� � boats",
	       LEDE_ROWS, "     ··· 1 paragraph repeats 2 ···");
}

static void a_wrapped_block_folds_whatever_its_breaks(void **state)
{
	(void)state;
	SCREEN("The harbour of Lindvik will stay closed until the ice\n"
	       "has gone, the town council decided on Tuesday evening.\n\n"
	       "Fishermen who had asked for one open quay left the\n"
	       "  meeting early and said that they would sail all\n"
	       "  the same.\n\n"
	       "The harbour of Lindvik\nwill stay closed until the ice has gone, the town\n"
	       "council decided on Tuesday evening.\n\n\n"
	       "They met\nagain.\n",
	       LEDE_ROWS, "", BODY_ROWS, "", "     ··· 1 paragraph repeats 1 ···",
	       "     They met again.");
}

static void a_fold_may_begin_and_end_the_screen(void **state)
{
	struct reader *r =
		reader_open("ADVERTISEMENT\n\n" LEDE "\n" BODY "\n" LEDE "\n\n" BODY, 16, 80);

	(void)state;
	assert_non_null(strstr(reader_row(r, 0), "···"));
	assert_string_equal(reader_row(r, 5), "     ··· 2 paragraphs repeat 2–3 ···");
	assert_string_equal(reader_row(r, 6), "");
	reader_press(r, "2 z");
	assert_non_null(strstr(reader_row(r, 5), "The harbour of Lindvik"));
	assert_string_equal(reader_row(r, 7), "");
	assert_non_null(strstr(reader_row(r, 8), "Fishermen who"));
	reader_close(r);
}

static void a_text_of_blank_lines_or_of_nothing_is_empty(void **state)
{
	(void)state;
	SCREEN("", "");
	SCREEN("\n \n\t\r\n\n", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(blank_lines_are_rows_but_not_behind_what_is_hidden),
		cmocka_unit_test(a_cr_before_the_lf_is_not_shown_others_are),
		cmocka_unit_test(a_mark_of_byte_order_shows_amid_the_text_only),
		cmocka_unit_test(damage_is_shown_by_maximal_subparts),
		cmocka_unit_test(a_wrapped_block_folds_whatever_its_breaks),
		cmocka_unit_test(a_fold_may_begin_and_end_the_screen),
		cmocka_unit_test(a_text_of_blank_lines_or_of_nothing_is_empty),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
