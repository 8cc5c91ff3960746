/*
 * What changed between a paragraph and the one that it repeats. The last paragraph of a text is
 * asked for; each edit is told as a line.
 */
#include "support/folding.h"

#include "fold_change.h"
#include "fold_words.h"
#include "support/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define WITH(words)                                                                            \
	"On Tuesday Ada Holm told the council that the guard had counted " words               \
	" boats beyond the mole of the old harbour."

/* The edits of paragraph `n`, a line each: OLD|NEW, then the kinds. */
static void say_edits(const struct reading *reading, size_t n, struct buf *out)
{
	struct fold_edits edits = { 0 };
	struct err err;

	assert_true(fold_edits_make(&edits, &reading->folds, &reading->text, n, &err));
	if (edits.too_long)
		buf_add_string(out, "too long\n");
	for (size_t i = 0; i < edits.count; i++) {
		const struct fold_edit *edit = &edits.items[i];

		buf_add(out, edits.old_bytes + edit->old.start, span_length(edit->old));
		buf_add_char(out, '|');
		buf_add(out, edits.new_bytes + edit->new.start, span_length(edit->new));
		buf_add_string(out, " = ");
		fold_kinds_say(edit->kinds, out);
		buf_add_char(out, '\n');
	}
	fold_edits_release(&edits);
}

/* All lines of `text` but the last are what it repeats. */
static void assert_edits(const char *text, const char *expected)
{
	struct reading reading;
	struct buf said = BUF_EMPTY;

	folding_read(&reading, text, strlen(text));
	say_edits(&reading, reading.folds.count - 1, &said);
	assert_string_equal(said.at, expected);
	buf_release(&said);
	folding_release(&reading);
}

static void each_kind_of_change_is_named(void **state)
{
#define SAYS(day, who, said, count)                                                            \
	"On " day " " who " " said " the council that the guard had counted " count            \
	" boats beyond the mole of the old harbour."
#define BASE SAYS("Tuesday", "Ada Holm", "told", "12") "\n"
	(void)state;
	assert_edits(BASE SAYS("Tuesday", "Ada Holm", "told", "15"), "12|15 = number\n");
	assert_edits(WITH("twelve") "\n" WITH("fifteen"), "twelve|fifteen = number\n");
	assert_edits(WITH("2 million") "\n" WITH("2 billion"), "million|billion = number\n");
	assert_edits(BASE SAYS("Friday", "Ada Holm", "told", "12"), "Tuesday|Friday = date\n");
	assert_edits(BASE SAYS("Tuesday", "Ada Lund", "told", "12"), "Holm|Lund = name\n");
	assert_edits(BASE SAYS("Tuesday", "Ada Holm", "never told", "12"),
		     "|never = negation\n");
	assert_edits(BASE SAYS("Tuesday", "Ada Holm", "reportedly told", "12"),
		     "|reportedly = attribution\n");
	assert_edits(BASE SAYS("Tuesday", "Ada Holm", "warned", "12"),
		     "told|warned = attribution\n");
	assert_edits(BASE SAYS("Tuesday", "Ada Holm", "told", "12 wooden"),
		     "|wooden = words\n");
#undef BASE
#undef SAYS
	assert_edits("She left the council early and said: “We will sail all the same.”\n"
		     "She left the council early and said: “We might sail all the same.”",
		     "will|might = quote\n");
}

static void neighbouring_words_are_one_change(void **state)
{
	(void)state;
	assert_edits(WITH("12") "\n" WITH("at least 15"), "12|at least 15 = number words\n");
	assert_edits(WITH("12 of the 30") "\n" WITH("15 of the 31"),
		     "12|15 = number\n30|31 = number\n");
}

static void a_word_between_two_longer_changes_goes_with_them(void **state)
{
	(void)state;
	assert_edits(WITH("Holm of Lindvik's") "\n" WITH("Lund of Tollen's"),
		     "Holm|Lund = name\nLindvik's|Tollen's = name\n");
	assert_edits(WITH("Marta Holm of Lindvik's") "\n" WITH("Olav Lund of Tollen's"),
		     "Marta Holm of Lindvik's|Olav Lund of Tollen's = name\n");
}

static void the_beginning_and_the_end_may_be_new(void **state)
{
	(void)state;
	assert_edits(LEDE "\nSo now " LEDE, "|So now = words\n");
	assert_edits(BODY "\n" BODY " Nobody followed.",
		     "|Nobody followed. = negation words\n");
	assert_edits("At dawn " BODY "\n" BODY, "At dawn| = words\n");
	assert_edits(BODY " So they did.\n" BODY, "So they did.| = words\n");
	assert_edits(BODY "\n“" BODY "” she said.", "|she said. = attribution words\n");
}

static void a_word_that_moved_is_gone_here_and_new_there(void **state)
{
	(void)state;
	assert_edits("At noon fishermen of this town left the meeting of the council without a "
		     "word.\nFishermen of this town left the meeting of the council without a "
		     "word at noon.",
		     "At noon| = words\n|at noon. = words\n");
}

static void changes_that_may_be_one_are_one(void **state)
{
	(void)state;
	assert_edits(
		"Early in the evening the fishermen of the town left the meeting of the "
		"council without a word.\n"
		"The fishermen of the town left the meeting of the council without a word.",
		"Early in the evening| = words\n");
	assert_edits("The council forbids all fishing within a mile of the old harbour.\n"
		     "Meanwhile, the guard closed both piers. The council forbids all fishing "
		     "within a mile of the old harbour.",
		     "|Meanwhile, the guard closed both piers. = words\n");
}

static void what_stands_between_the_same_words_is_no_change(void **state)
{
	(void)state;
	assert_edits(WITH("12, they say,") "\n" WITH("12 – they say – 15"), "|15 = number\n");
	assert_edits(WITH("“many”") "\n" WITH("(few)"), "many|few = quote words\n");
}

static void marks_that_touch_new_words_are_new_with_them(void **state)
{
	(void)state;
	assert_edits(BODY "\n" BODY " “Nobody,” she said, “followed.”",
		     "|“Nobody,” she said, “followed.” = negation attribution quote words\n");
	assert_edits(WITH("12") "\n" WITH("12 (or more)"), "|(or more) = words\n");
	assert_edits(WITH("12, it said,") "\n" WITH("12"), "it said,| = attribution words\n");
	assert_edits(WITH("anti-war") "\n" WITH("anti-cold-war"), "|cold- = words\n");
	assert_edits(WITH("“12”") "\n" WITH("“at least 12”"), "|at least = quote\n");
}

static void signs_and_money_are_words(void **state)
{
	(void)state;
	assert_edits(WITH("5") "\n" WITH("-5"), "|- = number\n");
	assert_edits(WITH("5 €") "\n" WITH("5 $"), "€|$ = number\n");
	assert_edits(WITH("5 °") "\n" WITH("5 %"), "°|% = number\n");
	assert_edits(WITH("5 🚢") "\n" WITH("5 🚀"), "🚢|🚀 = words\n");
	assert_edits(WITH("well-known") "\n" WITH("well-loved"), "known|loved = words\n");
	assert_edits(WITH("< 5") "\n" WITH("> 5"), "<|> = number\n");
}

static void every_script_is_compared_by_its_words(void **state)
{
	(void)state;
	assert_edits("قال المجلس يوم الثلاثاء إن الحرس أحصى عشرة قوارب وراء الميناء القديم\n"
		     "قال المجلس يوم الثلاثاء إن الحرس أحصى تسعة قوارب وراء الميناء القديم",
		     "عشرة|تسعة = words\n");
	assert_edits("המועצה אמרה ביום שלישי כי המשמר ספר עשר סירות מעבר לנמל הישן\n"
		     "המועצה אמרה ביום שלישי כי המשמר ספר תשע סירות מעבר לנמל הישן",
		     "עשר|תשע = words\n");
	assert_edits("ชาวประมงออกจากท่าเรือเมื่อเช้า\nชาวประมงออกจากท่าเรือเมื่อเย็น", "ช้า|ย็น = words\n");
	assert_edits("ชาวประมงซื้อข้าวจากท่าเรือเมื่อเช้า\nชาวประมงซื้อข่าวจากท่าเรือเมื่อเช้า",
		     "ข้|ข่ = words\n");
	assert_edits("ชาวประมงซื้อข้าวจากท่าเรือเมื่อเช้า\nชาวประมงซื้อขาวจากท่าเรือเมื่อเช้า",
		     "ข้|ข = words\n");
	assert_edits("港は氷が消えるまで閉じたままだと町議会は火曜日に決めた。\n"
		     "港は雪が消えるまで閉じたままだと町議会は火曜日に決めた。",
		     "氷|雪 = words\n");
}

static void a_number_beside_a_month_is_a_date(void **state)
{
	(void)state;
	assert_edits(WITH("on 14 March") "\n" WITH("on 15 March"), "14|15 = date\n");
	assert_edits(WITH("on March 14") "\n" WITH("on March 15"), "14|15 = date\n");
	assert_edits(WITH("on 14th of March") "\n" WITH("on 15th of March"),
		     "14th|15th = date\n");
	assert_edits(WITH("am 14. März") "\n" WITH("am 15. März"), "14|15 = date\n");
	assert_edits(WITH("le 14 mars") "\n" WITH("le 15 mars"), "14|15 = date\n");
	assert_edits(WITH("el 14 de marzo") "\n" WITH("el 15 de marzo"), "14|15 = date\n");
	assert_edits(WITH("3月14日") "\n" WITH("3月15日"), "14|15 = date\n");
	assert_edits(WITH("14 марта") "\n" WITH("15 марта"), "14|15 = date\n");
	assert_edits(WITH("on Tuesday 14") "\n" WITH("on Tuesday 15"), "14|15 = number\n");
	assert_edits(WITH("in March 140") "\n" WITH("in March 150"), "140|150 = number\n");
	assert_edits(WITH("14 may") "\n" WITH("15 may"), "14|15 = number\n");
}

static void dates_of_digits_are_known_by_their_form(void **state)
{
	(void)state;
	assert_edits(WITH("14.03.2024") "\n" WITH("15.03.2024"),
		     "14.03.2024|15.03.2024 = date\n");
	assert_edits(WITH("14/03/2024") "\n" WITH("15/03/2024"),
		     "14/03/2024|15/03/2024 = date\n");
	assert_edits(WITH("2024-03-14") "\n" WITH("2024-03-15"), "14|15 = date\n");
	assert_edits(WITH("2024-03-14") "\n" WITH("2024-04-14"), "03|04 = date\n");
	assert_edits(WITH("1970s") "\n" WITH("1980s"), "1970s|1980s = date\n");
	assert_edits(WITH("1.000.000") "\n" WITH("2.000.000"),
		     "1.000.000|2.000.000 = number\n");
	assert_edits(WITH("1.500.2000") "\n" WITH("1.600.2000"),
		     "1.500.2000|1.600.2000 = number\n");
	assert_edits(WITH("10:30") "\n" WITH("10:45"), "10:30|10:45 = number\n");
	assert_edits(WITH("14.03") "\n" WITH("15.03"), "14.03|15.03 = number\n");
}

static void words_of_the_calendar_are_dates_where_they_mean_it(void **state)
{
	(void)state;
	assert_edits(WITH("in May") "\n" WITH("in June"), "May|June = date\n");
	assert_edits(WITH("who may") "\n" WITH("who might"), "may|might = words\n");
	assert_edits(WITH("on Mon. many") "\n" WITH("on Tue. many"), "Mon|Tue = date\n");
	assert_edits(WITH("that sat") "\n" WITH("that ran"), "sat|ran = words\n");
	assert_edits(WITH("the Sun's") "\n" WITH("the Moon's"), "Sun's|Moon's = name\n");
	assert_edits(WITH("w kwietniu") "\n" WITH("w marcu"), "kwietniu|marcu = date\n");
	assert_edits(WITH("в марте") "\n" WITH("в апреле"), "марте|апреле = date\n");
	assert_edits(WITH("يوم الثلاثاء") "\n" WITH("يوم الأربعاء"),
		     "الثلاثاء|الأربعاء = date\n");
	assert_edits(WITH("non ha mai") "\n" WITH("non ha più"), "mai|più = negation words\n");
}

static void negations_of_many_languages_are_known(void **state)
{
	(void)state;
	assert_edits(WITH("هذا") "\n" WITH("ليس هذا"), "|ليس = negation\n");
	assert_edits(WITH("הוא") "\n" WITH("הוא לא"), "|לא = negation\n");
	assert_edits(WITH("है") "\n" WITH("नहीं है"), "|नहीं = negation\n");
	assert_edits(WITH("他去") "\n" WITH("他不去"), "|不 = negation\n");
	assert_edits(WITH("nie wie") "\n" WITH("wie"), "nie| = negation\n");
	assert_edits(WITH("ei tiedä") "\n" WITH("tiedä"), "ei| = negation\n");
	assert_edits(WITH("tidak") "\n" WITH("sudah"), "tidak|sudah = negation words\n");
	assert_edits(WITH("není") "\n" WITH("je"), "není|je = negation words\n");
}

static void verbs_of_reporting_are_known(void **state)
{
	(void)state;
	assert_edits(WITH("insisted") "\n" WITH("thought"),
		     "insisted|thought = attribution words\n");
	assert_edits(WITH("warned") "\n" WITH("conceded"), "warned|conceded = attribution\n");
	assert_edits(WITH("behauptete") "\n" WITH("betonte"),
		     "behauptete|betonte = attribution\n");
	assert_edits(WITH("заявил") "\n" WITH("сообщил"), "заявил|сообщил = attribution\n");
	assert_edits(WITH("indiqué") "\n" WITH("précisé"), "indiqué|précisé = attribution\n");
}

static void a_german_noun_behind_an_article_is_no_name(void **state)
{
	(void)state;
	assert_edits(WITH("im Hafen") "\n" WITH("im Kanal"), "Hafen|Kanal = words\n");
	assert_edits(WITH("mit Scholz") "\n" WITH("mit Merkel"), "Scholz|Merkel = name\n");
	assert_edits(WITH("von der Leyen") "\n" WITH("von der Linden"),
		     "Leyen|Linden = name\n");
}

/* A copy that differs so, and no more, is the same. */
static void assert_same_words(const char *one, const char *two)
{
	assert_true(fold_words_equal((struct fold_stretch){ one, { 0, strlen(one) }, NULL },
				     (struct fold_stretch){ two, { 0, strlen(two) }, NULL }));
}

static void left_over_references_are_what_they_mean(void **state)
{
	(void)state;
	assert_same_words("caf&eacute; &AElig;r&oslash; stra&szlig;e", "café Ærø straße");
	assert_same_words("&Ouml;l &ouml;l", "Öl öl");
	assert_same_words("5&deg; &frac12;&thinsp;cup &bdquo;so&rdquo;", "5° ½ cup „so”");
	assert_same_words("no&shy;where&zwj; &amp;eacute;", "nowhere é");
	assert_false(fold_words_equal((struct fold_stretch){ "&eacut; x", { 0, 9 }, NULL },
				      (struct fold_stretch){ "é x", { 0, 4 }, NULL }));
}

static void a_drawn_out_word_of_arabic_is_the_same(void **state)
{
	(void)state;
	assert_same_words("العـــراق", "العراق");
}

static void entities_are_what_they_mean(void **state)
{
	(void)state;
	assert_edits(WITH("Holm &amp; Lund") "\n" WITH("Holm & Lund&nbsp;12"),
		     "|12 = number\n");
	assert_edits(WITH("Holm&nbsp;&#233;t&#233; six") "\n" WITH("Holm&nbsp;six"),
		     "&#233;t&#233;| = words\n");
}

static void damaged_bytes_are_compared_as_they_are(void **state)
{
	(void)state;
	assert_edits(WITH("\xFF 12 \xED\xA0\x80") "\n" WITH("\xFF 15 \xED\xA0\x80"),
		     "12|15 = number\n");
	assert_edits(WITH("12 \xED\xA0\x80") "\n" WITH("12 \xFF"),
		     "\xED\xA0\x80|\xFF = words\n");
}

static void of_a_copy_it_is_told_what_is_written_otherwise(void **state)
{
	(void)state;
	assert_edits("“" BODY "”\n\"" BODY "\"", "“Fishermen|\"Fishermen = typography\n"
						 ".”|.\" = typography\n");
	assert_edits(WITH("A – B") "\n" WITH("A - b"), "– B|- b = typography\n");
	assert_edits(WITH("A &amp; B") "\n" WITH("A & B"), "&amp; B|& B = typography\n");
}

static void blanks_are_no_typography(void **state)
{
	(void)state;
	assert_edits(BODY "\n  " BODY " ", "");
	assert_edits(WITH("A  B") "\n" WITH("A\tB"), "");
}

static void others_have_no_edits(void **state)
{
	(void)state;
	assert_edits(LEDE "\n" BODY, "");
	assert_edits(LEDE "\n" LEDE, "");
	assert_edits(LEDE "\n" BODY "\n" LEDE " " BODY, "");
}

static void what_stands_inside_another_tells_what_is_gone(void **state)
{
	(void)state;
	assert_edits("So the council met. The council forbids all fishing within a mile.\n"
		     "The council forbids all fishing within a mile.",
		     "So the council met.| = words\n");
	assert_of("So the council met. The council forbids all fishing within a mile.\n"
		  "The council forbids all fishing within a mile.",
		  1, 0, "inside");
	assert_edits(BODY "\n" LEDE "\nleft the meeting early and said that they would sail",
		     "Fishermen who had asked for one open quay| = number words\n"
		     "all the same.| = words\n");
}

/* A line of `words` words of which the last is `last`. */
static void add_long(struct buf *text, size_t words, const char *last)
{
	for (size_t i = 1; i < words; i++)
		buf_printf(text, "word%zu ", i);
	buf_printf(text, "%s\n", last);
}

static void what_is_too_long_to_compare_says_so(void **state)
{
	struct buf text = BUF_EMPTY;

	(void)state;
	add_long(&text, 2000, "one");
	add_long(&text, 2000, "two");
	assert_edits(text.at, "one|two = number\n");
	buf_clear(&text);
	add_long(&text, 2001, "one");
	add_long(&text, 2001, "two");
	assert_edits(text.at, "too long\n");
	assert_of(text.at, 1, 0, "changed (too long to compare)");
	buf_release(&text);
}

static void verdicts_that_others_made_have_no_edits(void **state)
{
	struct fold_paragraph items[] = { { .span = { 0, 3 }, .of = FOLD_NONE },
					  { .span = { 4, 7 }, .of = 0, .state = FOLD_NEAR } };
	struct reading reading = { .folds = { .items = items, .count = 2 } };
	struct buf said = BUF_EMPTY;

	(void)state;
	items[1].why = 0;
	text_borrow(&reading.text, "one\ntwo\n", 8);
	say_edits(&reading, 1, &said);
	assert_string_equal(said.at, "");
	text_release(&reading.text);
	buf_release(&said);
}

static void assert_line(const char *text, const char *expected)
{
	struct fold_edits edits = { 0 };
	struct reading reading;
	struct buf line = BUF_EMPTY;
	struct err err;

	folding_read(&reading, text, strlen(text));
	assert_true(fold_edits_make(&edits, &reading.folds, &reading.text,
				    reading.folds.count - 1, &err));
	assert_int_not_equal(edits.count, 0);
	fold_edit_say(&edits, &edits.items[0], &line);
	assert_string_equal(line.at, expected);
	buf_release(&line);
	fold_edits_release(&edits);
	folding_release(&reading);
}

static void a_change_is_told_in_a_line_with_words_around_it(void **state)
{
	(void)state;
	assert_line(WITH("12") "\n" WITH("15"),
		    "number  12 → 15  (that the guard had counted … boats beyond the mole of)");
	assert_line(WITH("12") "\n" WITH("not 12"), "negation  – → not  (that the guard had "
						    "counted … 12 boats beyond the mole of)");
	assert_line("So now " BODY "\n" BODY,
		    "words  So now → –  (… Fishermen who had asked for)");
	assert_line(BODY "\n" BODY " Or not.",
		    "negation words  – → Or not.  (would sail all the same. …)");
}

static void a_line_of_a_change_holds_no_line_end(void **state)
{
	const char *text = WITH("12") "\n" WITH("15");
	struct buf line = BUF_EMPTY;

	(void)state;
	fold_words_say("\n one \r\n\ttwo  ", (struct span){ 0, 14 }, 80, &line);
	assert_string_equal(line.at, "one two");
	buf_clear(&line);
	fold_words_say(text, (struct span){ 0, 40 }, 30, &line);
	assert_string_equal(line.at, "On Tuesday Ada Holm told the …");
	buf_clear(&line);
	fold_words_say("港は氷が消えるまで", (struct span){ 0, 27 }, 10, &line);
	assert_string_equal(line.at, "港は氷 …");
	buf_release(&line);
}

/* Whatever changed, what the verdict names is what the edits are. */
static void the_verdict_names_the_kinds_of_the_edits(void **state)
{
	static const char *const words[] = { "12",    "15",   "not",  "Tuesday", "Friday",
					     "Ada",   "Lund", "said", "boats",	 "“many”",
					     "never", "of",   "the",  "1999",	 "$" };
	unsigned seed = 7;

	(void)state;
	for (size_t round = 0; round < 500; round++) {
		struct fold_edits edits = { 0 };
		struct reading reading;
		struct buf text = BUF_EMPTY;
		unsigned kinds = 0;
		struct err err;

		buf_add_string(&text, BODY " " LEDE "\n");
		for (const char *at = BODY " " LEDE; *at; at += strcspn(at, " ")) {
			at += *at == ' ';
			seed = seed * 1103515245u + 12345u;
			if (seed >> 16 & 7)
				buf_add(&text, at, strcspn(at, " "));
			else
				buf_add_string(&text, words[(seed >> 20) % 15]);
			buf_add_char(&text, ' ');
		}
		folding_read(&reading, text.at, text.len);
		assert_true(fold_edits_make(&edits, &reading.folds, &reading.text, 1, &err));
		for (size_t i = 0; i < edits.count; i++)
			kinds |= edits.items[i].kinds;
		if (reading.folds.items[1].state == FOLD_NEAR)
			assert_int_equal(kinds, reading.folds.items[1].changed);
		fold_edits_release(&edits);
		folding_release(&reading);
		buf_release(&text);
	}
}

/* Some of the words of `from`, others between them. */
static void add_variant(struct buf *text, const char *from, struct dice *dice)
{
	static const char *const words[] = { "ice", "Lund", "“many”",	"氷",
					     "ช้า",  "\xFF", "é&nbsp;",	"عشرة",
					     "(or", "not)", "\xED\xA0", "," };

	for (const char *at = from; *at; at += *at == ' ') {
		const size_t len = strcspn(at, " ");

		if (dice_below(dice, 20))
			buf_add(text, at, len);
		if (!dice_below(dice, 20))
			buf_printf(text, " %s", words[dice_below(dice, 12)]);
		buf_add_char(text, ' ');
		at += len;
	}
}

/* The old paragraph with all edits made, for paragraph 1 of two. */
static void add_edited(struct buf *out, const struct fold_edits *edits, struct span old)
{
	size_t at = old.start, last = edits->paragraph.start;

	for (size_t i = 0; i < edits->count; i++) {
		const struct fold_edit *edit = &edits->items[i];

		assert_true(at <= edit->old.start && edit->old.start <= edit->old.end);
		assert_true(last <= edit->new.start && edit->new.start <= edit->new.end);
		assert_true(edit->kinds);
		buf_add(out, edits->old_bytes + at, edit->old.start - at);
		buf_add_char(out, ' ');
		buf_add(out, edits->new_bytes + edit->new.start, span_length(edit->new));
		buf_add_char(out, ' ');
		at = edit->old.end;
		last = edit->new.end;
	}
	assert_true(at <= old.end && last <= edits->paragraph.end);
	buf_add(out, edits->old_bytes + at, old.end - at);
}

static void the_old_words_with_all_edits_made_are_the_new_ones(void **state)
{
	struct dice dice = { 3 };
	size_t nears = 0;

	(void)state;
	for (size_t round = 0; round < 1000; round++) {
		struct buf text = BUF_EMPTY, both = BUF_EMPTY;
		struct fold_edits edits = { 0 };
		struct reading reading;
		size_t len;
		struct err err;

		add_variant(&text, BODY " " LEDE, &dice);
		buf_add_char(&text, '\n');
		add_variant(&text, BODY " " LEDE, &dice);
		folding_read(&reading, text.at, text.len);
		assert_true(fold_edits_make(&edits, &reading.folds, &reading.text, 1, &err));
		if (reading.folds.items[1].state == FOLD_NEAR) {
			nears++;
			add_edited(&both, &edits, reading.folds.items[0].span);
			len = both.len;
			buf_add(&both, text.at + edits.paragraph.start,
				span_length(edits.paragraph));
			assert_true(fold_words_equal(
				(struct fold_stretch){ both.at, { 0, len }, NULL },
				(struct fold_stretch){ both.at, { len, both.len }, NULL }));
		}
		fold_edits_release(&edits);
		folding_release(&reading);
		buf_release(&both);
		buf_release(&text);
	}
	assert_true(nears > 300);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_kind_of_change_is_named),
		cmocka_unit_test(neighbouring_words_are_one_change),
		cmocka_unit_test(a_word_between_two_longer_changes_goes_with_them),
		cmocka_unit_test(the_beginning_and_the_end_may_be_new),
		cmocka_unit_test(a_word_that_moved_is_gone_here_and_new_there),
		cmocka_unit_test(changes_that_may_be_one_are_one),
		cmocka_unit_test(what_stands_between_the_same_words_is_no_change),
		cmocka_unit_test(marks_that_touch_new_words_are_new_with_them),
		cmocka_unit_test(signs_and_money_are_words),
		cmocka_unit_test(every_script_is_compared_by_its_words),
		cmocka_unit_test(a_number_beside_a_month_is_a_date),
		cmocka_unit_test(dates_of_digits_are_known_by_their_form),
		cmocka_unit_test(words_of_the_calendar_are_dates_where_they_mean_it),
		cmocka_unit_test(negations_of_many_languages_are_known),
		cmocka_unit_test(verbs_of_reporting_are_known),
		cmocka_unit_test(a_german_noun_behind_an_article_is_no_name),
		cmocka_unit_test(left_over_references_are_what_they_mean),
		cmocka_unit_test(a_drawn_out_word_of_arabic_is_the_same),
		cmocka_unit_test(entities_are_what_they_mean),
		cmocka_unit_test(damaged_bytes_are_compared_as_they_are),
		cmocka_unit_test(of_a_copy_it_is_told_what_is_written_otherwise),
		cmocka_unit_test(blanks_are_no_typography),
		cmocka_unit_test(others_have_no_edits),
		cmocka_unit_test(what_stands_inside_another_tells_what_is_gone),
		cmocka_unit_test(what_is_too_long_to_compare_says_so),
		cmocka_unit_test(verdicts_that_others_made_have_no_edits),
		cmocka_unit_test(a_change_is_told_in_a_line_with_words_around_it),
		cmocka_unit_test(a_line_of_a_change_holds_no_line_end),
		cmocka_unit_test(the_old_words_with_all_edits_made_are_the_new_ones),
		cmocka_unit_test(the_verdict_names_the_kinds_of_the_edits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
