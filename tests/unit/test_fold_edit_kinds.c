/*
 * Which kinds a change is of, in many languages.
 */
#include "support/edits.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void each_kind_of_change_is_named(void **state)
{
#define SAYS(day, who, said, count)                                                            \
	"On " day " " who " " said " the council that the guard had counted " count            \
	" boats beyond the mole of the old harbour."
#define BASE SAYS("Tuesday", "Ada Holm", "told", "12") "\n"
	(void)state;
	assert_edits(BASE SAYS("Tuesday", "Ada Holm", "told", "15"), "12|15 = number\n");
	assert_edits(BOATS("twelve") "\n" BOATS("fifteen"), "twelve|fifteen = number\n");
	/* Four and six in other languages. */
	assert_edits(BOATS("fire") "\n" BOATS("hat"), "fire|hat = words\n");
	assert_edits(BOATS("2 million") "\n" BOATS("2 billion"), "million|billion = number\n");
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

static void signs_and_money_are_words(void **state)
{
	static const struct change changes[] = {
		{ "5", "-5", "|- = number" },
		{ "5 €", "5 $", "€|$ = number" },
		{ "5 °", "5 %", "°|% = number" },
		{ "5 🚢", "5 🚀", "🚢|🚀 = words" },
		{ "well-known", "well-loved", "known|loved = words" },
		{ "< 5", "> 5", "<|> = number" },
		{ "๓๕๐", "๓๕๑", "๓๕๐|๓๕๑ = number" },
		{ .old = NULL },
	};

	(void)state;
	assert_changes(changes);
}

static void a_number_beside_a_month_is_a_date(void **state)
{
	static const struct change changes[] = {
		{ "on 14 March", "on 15 March", "14|15 = date" },
		{ "on March 14", "on March 15", "14|15 = date" },
		{ "on 14th of March", "on 15th of March", "14th|15th = date" },
		{ "am 14. März", "am 15. März", "14|15 = date" },
		{ "le 14 mars", "le 15 mars", "14|15 = date" },
		{ "el 14 de marzo", "el 15 de marzo", "14|15 = date" },
		{ "3月14日", "3月15日", "14|15 = date" },
		{ "14 марта", "15 марта", "14|15 = date" },
		{ "on Tuesday 14", "on Tuesday 15", "14|15 = number" },
		{ "in March 140", "in March 150", "140|150 = number" },
		{ "14 may", "15 may", "14|15 = number" },
		{ .old = NULL },
	};

	(void)state;
	assert_changes(changes);
}

static void dates_of_digits_are_known_by_their_form(void **state)
{
	static const struct change changes[] = {
		{ "14.03.2024", "15.03.2024", "14.03.2024|15.03.2024 = date" },
		{ "14/03/2024", "15/03/2024", "14/03/2024|15/03/2024 = date" },
		{ "2024-03-14", "2024-03-15", "14|15 = date" },
		{ "2024-03-14", "2024-04-14", "03|04 = date" },
		{ "1970s", "1980s", "1970s|1980s = date" },
		{ "1.000.000", "2.000.000", "1.000.000|2.000.000 = number" },
		{ "1.500.2000", "1.600.2000", "1.500.2000|1.600.2000 = number" },
		{ "10:30", "10:45", "10:30|10:45 = number" },
		{ "14.03", "15.03", "14.03|15.03 = number" },
		{ .old = NULL },
	};

	(void)state;
	assert_changes(changes);
}

static void words_of_the_calendar_are_dates_where_they_mean_it(void **state)
{
	static const struct change changes[] = {
		{ "in May", "in June", "May|June = date" },
		{ "who may", "who might", "may|might = words" },
		{ "on Mon. many", "on Tue. many", "Mon|Tue = date" },
		{ "that sat", "that ran", "sat|ran = words" },
		{ "the Sun's", "the Moon's", "Sun's|Moon's = name" },
		{ "w kwietniu", "w marcu", "kwietniu|marcu = date" },
		{ "в марте", "в апреле", "марте|апреле = date" },
		{ "يوم الثلاثاء", "يوم الأربعاء", "الثلاثاء|الأربعاء = date" },
		{ "non ha mai", "non ha più", "mai|più = negation words" },
		{ .old = NULL },
	};

	(void)state;
	assert_changes(changes);
}

static void negations_of_many_languages_are_known(void **state)
{
	static const struct change changes[] = {
		{ "هذا", "ليس هذا", "|ليس = negation" },
		{ "הוא", "הוא לא", "|לא = negation" },
		{ "है", "नहीं है", "|नहीं = negation" },
		{ "他去", "他不去", "|不 = negation" },
		{ "nie wie", "wie", "nie| = negation" },
		{ "ei tiedä", "tiedä", "ei| = negation" },
		{ "tidak", "sudah", "tidak|sudah = negation words" },
		{ "není", "je", "není|je = negation words" },
		{ .old = NULL },
	};

	(void)state;
	assert_changes(changes);
}

static void verbs_of_reporting_are_known(void **state)
{
	static const struct change changes[] = {
		{ "insisted", "thought", "insisted|thought = attribution words" },
		{ "warned", "conceded", "warned|conceded = attribution" },
		{ "behauptete", "betonte", "behauptete|betonte = attribution" },
		{ "заявил", "сообщил", "заявил|сообщил = attribution" },
		{ "indiqué", "précisé", "indiqué|précisé = attribution" },
		{ .old = NULL },
	};

	(void)state;
	assert_changes(changes);
}

static void a_german_noun_behind_an_article_is_no_name(void **state)
{
	static const struct change changes[] = {
		{ "im Hafen", "im Kanal", "Hafen|Kanal = words" },
		{ "mit Scholz", "mit Merkel", "Scholz|Merkel = name" },
		{ "von der Leyen", "von der Linden", "Leyen|Linden = name" },
		{ .old = NULL },
	};

	(void)state;
	assert_changes(changes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_kind_of_change_is_named),
		cmocka_unit_test(signs_and_money_are_words),
		cmocka_unit_test(a_number_beside_a_month_is_a_date),
		cmocka_unit_test(dates_of_digits_are_known_by_their_form),
		cmocka_unit_test(words_of_the_calendar_are_dates_where_they_mean_it),
		cmocka_unit_test(negations_of_many_languages_are_known),
		cmocka_unit_test(verbs_of_reporting_are_known),
		cmocka_unit_test(a_german_noun_behind_an_article_is_no_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
