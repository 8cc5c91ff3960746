/* Signs that change what stands beside them, and the same characters where they adorn. */
#include "support/folding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define BEFORE "The keel of the new ferry will be "
#define BEHIND " by the word of the yard, which told the council so on Monday morning."

struct pair {
	const char *first, *second;
};

static void assert_second(const struct pair *pairs, size_t count, const char *states)
{
	struct buf text = BUF_EMPTY;

	for (size_t i = 0; i < count; i++) {
		buf_clear(&text);
		buf_printf(&text, BEFORE "%s" BEHIND "\n" BEFORE "%s" BEHIND "\n",
			   pairs[i].first, pairs[i].second);
		assert_states(text.at, states);
	}
	buf_release(&text);
}

static void a_sign_that_changes_makes_another_text(void **state)
{
	static const struct pair pairs[] = {
		{ "5％", "5" },
		{ "－5", "5" },
		{ "٥٪", "٥" },
		{ "٥٪", "٥؉" },
		{ "5‱", "5" },
		{ "3 + 5", "3 - 5" },
		{ "O−", "O" },
		{ "A-", "A" },
		{ "BBB–", "BBB" },
		{ "moved → there", "moved there" },
		{ "5 → 6", "5 ← 6" },
		{ "5′", "5″" },
		{ "5″", "5" },
		{ "yes □ no ■", "yes ■ no □" },
		{ "●●●○", "●○○○" },
		{ "rated *****", "rated **" },
		{ "rated **", "rated" },
		{ "!ready", "ready" },
		{ "so a != b", "so a b" },
		{ "§ 5", "5" },
		{ "气温-5度", "气温5度" },
		{ "气温－5度", "气温5度" },
		{ "at ‑5", "at 5" },
		{ "a < b", "a > b" },
		{ "A > B > C", "A > B < C" },
		{ "at >=3", "at <=3" },
		{ "x>y", "x<y" },
		{ "−x", "x" },
		{ "f″", "f′" },
		{ "A*", "A" },
		{ "2*3", "2 3" },
		{ "x² more", "x2 more" },
	};

	(void)state;
	assert_second(pairs, sizeof pairs / sizeof *pairs, "sn");
}

static void the_same_sign_written_otherwise_is_the_same(void **state)
{
	static const struct pair pairs[] = {
		{ "5％", "5%" },
		{ "－5", "-5" },
		{ "＋5", "+5" },
		{ "￥5", "¥5" },
		{ "at 10：30", "at 10:30" },
		{ "A-level", "A‐level" },
		{ "UNESCO-listed", "UNESCO‐listed" },
		{ "**bold**", "bold" },
		{ "*bold* word", "bold word" },
		{ "one * two", "one two" },
		{ "5 – 6", "5-6" },
		{ "Rum- und Ginfass", "RUM- UND GINFASS" },
		{ "ready!", "ready" },
		{ "a price*", "a price" },
	};

	(void)state;
	assert_second(pairs, sizeof pairs / sizeof *pairs, "sd");
}

static void a_bullet_that_leads_or_ends_a_paragraph_adorns_it(void **state)
{
	(void)state;
	assert_states(LEDE "\n■ " LEDE "\n→ " LEDE "\n" LEDE " ■\n  ● " LEDE "\n", "sdddd");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sign_that_changes_makes_another_text),
		cmocka_unit_test(the_same_sign_written_otherwise_is_the_same),
		cmocka_unit_test(a_bullet_that_leads_or_ends_a_paragraph_adorns_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
