#include "phrases.h"

#include "support/files.h"
#include "support/folding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include <cmocka.h>

/* A settings directory with phrases in it, and what was said of them. */
struct bench {
	char *home;
	struct places places;
	struct phrases phrases;
	struct buf told; /* a line an error, the directory taken off */
};

static void note(void *to, const struct err *err)
{
	struct bench *bench = to;

	assert_memory_equal(err->text, bench->home, strlen(bench->home));
	buf_add_string(&bench->told, err->text + strlen(bench->home) + 1);
	buf_add_char(&bench->told, '\n');
}

static int set_up(void **state)
{
	struct bench *bench = calloc(1, sizeof *bench);

	assert_non_null(bench);
	bench->home = files_new();
	bench->places.config = bench->home;
	phrases_init(&bench->phrases);
	*state = bench;
	return 0;
}

static int tear_down(void **state)
{
	struct bench *bench = *state;

	phrases_release(&bench->phrases);
	buf_release(&bench->told);
	files_remove(bench->home);
	free(bench);
	return 0;
}

/* Reads what stands in the file; returns what was told, "" for nothing. */
static const char *load(struct bench *bench)
{
	phrases_release(&bench->phrases);
	buf_clear(&bench->told);
	phrases_load(&bench->phrases, &bench->places, (struct phrases_tell){ note, bench });
	return bench->told.len ? bench->told.at : "";
}

static const char *load_text(struct bench *bench, const char *text)
{
	files_put_text(bench->home, "phrases", text);
	return load(bench);
}

/* With these phrases the paragraphs of a text come out as `states`. */
static void assert_fold(struct bench *bench, const char *phrases, const char *text,
			const char *states)
{
	struct reading reading;

	assert_string_equal(load_text(bench, phrases), "");
	folding_read_by(&reading, text, strlen(text), bench->phrases.items);
	assert_string_equal(reading.states.at, states);
	folding_release(&reading);
}

static void no_file_has_no_phrases(void **state)
{
	struct bench *bench = *state;

	assert_string_equal(load(bench), "");
	assert_null(bench->phrases.items);
	bench->places.config = NULL;
	assert_string_equal(load(bench), "");
	assert_string_equal(load_text(bench, ""), "");
	assert_null(bench->phrases.items);
}

static void each_kind_of_phrase_does_what_it_says(void **state)
{
	struct bench *bench = *state;

	assert_fold(bench, "trigger: More from the quays",
		    LEDE "\nMore from the quays\nIce gone", "sbb");
	assert_fold(bench, "weak: Down at the quays",
		    LEDE "\nDown at the quays\nIce gone at last", "sbb");
	assert_fold(bench, "weak: Down at the quays", LEDE "\nDown at the quays\n" BODY, "sss");
	assert_fold(bench, "label: harbour talk", LEDE "\nHarbour talk: Who owns the ice",
		    "sb");
	assert_fold(bench, "furniture: # people read this", LEDE "\n7 people read this.\n",
		    "sb");
	assert_fold(bench, "furniture: give to _ *", LEDE "\nGive to us, now and then", "sb");
	assert_fold(bench, "furniture: this | that", LEDE "\nThat:\nThis\nThese", "sbbs");
	assert_fold(bench, "notice: kept by the press",
		    LEDE "\nIt is all kept by the press now.", "sb");
	assert_fold(bench, "stamp: at # bells", LEDE "\nRelated\nIce gone\nAt 3 bells.\n" BODY,
		    "sbbbs");
	assert_fold(bench, "cut: on the quay",
		    LEDE "\n" BODY "\nThe harbour of Lindvik will stay "
			 "closed until … On the quay",
		    "ssd");
	assert_fold(bench, "advert: ropeyard", LEDE "\n" LEDE " ROPEYARD", "sd");
}

static void what_is_to_be_kept_is_no_phrase_any_more(void **state)
{
	struct bench *bench = *state;

	assert_fold(bench, "keep: related", LEDE "\nRelated\nTen quays to see", "sss");
	assert_fold(bench, "keep: related", LEDE "\nRelated stories\nTen quays to see", "sbb");
	assert_fold(bench, "keep: opinion", LEDE "\nOpinion: Who owns the ice\n" BODY, "sss");
	assert_fold(bench, "keep: opinion", LEDE "\nExplainer: Who owns the ice\n" BODY, "sbs");
	assert_fold(bench, "keep: share *", LEDE "\nShare this on Facebook\nPrint", "ssb");
	assert_fold(bench, "keep: our newsletter", LEDE "\nHe wrote our newsletter for years.",
		    "ss");
	assert_fold(bench, "keep: advertisement", LEDE "\nADVERTISEMENT", "ss");
	assert_fold(bench, "keep: ice gone", LEDE "\nRelated\nTen quays to see\nIce gone",
		    "sbbs");
}

static void what_is_kept_still_folds_where_it_repeats(void **state)
{
	struct bench *bench = *state;

	assert_fold(bench, "keep: *x*\nkeep: the harbour *", LEDE "\n" BODY "\n" LEDE "\n" BODY,
		    "ssdd");
}

static void comments_blanks_and_line_ends_of_all_kinds_are_fine(void **state)
{
	struct bench *bench = *state;

	assert_fold(bench,
		    "\xEF\xBB\xBF# mine: yes\r\n\r\n \t\r\n  furniture :\tПока | 海の下\r\n\t# "
		    "last",
		    LEDE "\nПОКА\n海の下", "sbb");
	assert_int_equal(bench->phrases.count, 1);
}

static void wrong_lines_are_told_and_the_others_count(void **state)
{
	struct bench *bench = *state;

	assert_string_equal(
		load_text(bench, "nonsense\n"
				 "furniture: Give here\n"
				 "Trigger: x\n"
				 "furniture:\n"
				 "furniture: a || b\n"
				 "notice: * of it\n"
				 "notice: the * of it\n"
				 "advert: two words\n"
				 "trigger: a b c d e f g h i j\n"
				 "keep: \xFFx\n"
				 "furniture: Go away\n"),
		"phrases: line 1: there is no colon; write a kind, a colon and the phrase, as "
		"in \"furniture: Send to a friend\"\n"
		"phrases: line 3: \"Trigger\" is no kind of phrase; write trigger, weak, "
		"label, "
		"furniture, notice, stamp, cut, advert or keep\n"
		"phrases: line 4: a phrase has no words; write some, or take out the | or the "
		"line\n"
		"phrases: line 5: a phrase has no words; write some, or take out the | or the "
		"line\n"
		"phrases: line 6: a phrase can't begin with *; begin with a word or with #\n"
		"phrases: line 7: * stands for all the rest; take out what is behind it\n"
		"phrases: line 8: advert takes at most 1 word; part it by |, or end it "
		"earlier, by *\n"
		"phrases: line 9: trigger takes at most 9 words; part it by |, or end it "
		"earlier, by *\n"
		"phrases: line 10: is not UTF-8; save the file as UTF-8\n");
	assert_int_equal(bench->phrases.count, 2);
	assert_string_equal(bench->phrases.items[0].words, " Give here");
	assert_int_equal(bench->phrases.items[2].kind, 0);
}

static void many_wrong_lines_are_counted(void **state)
{
	struct bench *bench = *state;
	struct buf text = BUF_EMPTY;
	const char *told;
	size_t lines = 0;

	for (size_t n = 0; n < 1000; n++)
		buf_add_string(&text, "nonsense\n");
	told = load_text(bench, text.at);
	for (const char *at = told; *at; at++)
		lines += *at == '\n';
	assert_int_equal(lines, PHRASES_TOLD_MAX + 1);
	assert_non_null(strstr(told, "phrases: 990 more lines are wrong\n"));
	buf_release(&text);
}

static void what_is_too_long_is_left_out(void **state)
{
	struct bench *bench = *state;
	struct buf text = BUF_EMPTY;

	buf_add_string(&text, "keep: a\nnotice: ");
	while (text.len < PHRASES_LINE_MAX + 10)
		buf_add_string(&text, "word | ");
	buf_add_string(&text, "word\nkeep: b\n");
	assert_string_equal(load_text(bench, text.at),
			    "phrases: line 2: longer than 1000 bytes; part it into several\n");
	assert_int_equal(bench->phrases.count, 2);
	while (text.len <= PHRASES_FILE_MAX)
		buf_add_string(&text, "keep: c\n");
	assert_string_equal(load_text(bench, text.at),
			    "phrases: is larger than 65536 bytes, and is left out; keep only "
			    "what you need\n");
	assert_int_equal(bench->phrases.count, 0);
	buf_release(&text);
}

static void what_is_no_file_of_text_is_said(void **state)
{
	struct bench *bench = *state;
	char *below;

	files_put(bench->home, "phrases", "keep: a\0b\n", 10);
	assert_non_null(strstr(load(bench), "phrases: is a binary file"));
	below = files_path(bench->home, "phrases");
	assert_int_equal(remove(below), 0);
	assert_int_equal(mkdir(below, 0700), 0);
	free(below);
	assert_non_null(strstr(load(bench), "phrases: is a directory"));
}

/* Anything may stand there, and folding goes on. */
static void hostile_phrases_harm_nothing(void **state)
{
	static const char *const pieces[] = { "_",     "#", "*", ":",	     "|",
					      "a",     " ", "Ⅷ", "\xCC\x81", "!",
					      "&amp;", "ﬁ", "’", "12",	     "\xE2\x80\x8B" };
	const size_t kinds = sizeof pieces / sizeof *pieces;
	struct bench *bench = *state;
	struct buf text = BUF_EMPTY;
	struct reading reading;

	for (size_t n = 0; n < kinds * kinds * kinds; n++)
		buf_printf(&text, "%s: %s %s%s%s\n", phrase_kinds[n % 9].name,
			   pieces[n % kinds], pieces[n / kinds % kinds], n % 2 ? " " : "",
			   pieces[n / kinds / kinds % kinds]);
	load_text(bench, text.at);
	assert_true(bench->phrases.count > 1000);
	folding_read_by(&reading, text.at, text.len, bench->phrases.items);
	folding_release(&reading);
	buf_release(&text);
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(no_file_has_no_phrases),
		TEST(each_kind_of_phrase_does_what_it_says),
		TEST(what_is_to_be_kept_is_no_phrase_any_more),
		TEST(what_is_kept_still_folds_where_it_repeats),
		TEST(comments_blanks_and_line_ends_of_all_kinds_are_fine),
		TEST(wrong_lines_are_told_and_the_others_count),
		TEST(many_wrong_lines_are_counted),
		TEST(what_is_too_long_is_left_out),
		TEST(what_is_no_file_of_text_is_said),
		TEST(hostile_phrases_harm_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
