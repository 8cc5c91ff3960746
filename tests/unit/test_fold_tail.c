#include "support/folding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define TAIL                                                                                   \
	"\nGardeners of Ostby grow melons under glass\n"                                       \
	"Choir from Halden wins at festival in Prague\n"                                       \
	"Why teachers want shorter school weeks again"

static void foreign_headlines_at_the_end_are_hidden(void **state)
{
	(void)state;
	assert_states(LEDE "\n" BODY "\n" ENDING TAIL, "sssbbb");
	assert_states(LEDE "\n" BODY "\n" ENDING
			   "\n(Reporting by Ada Holm in Lindvik; editing by Nils Ness)" TAIL,
		      "ssssbbb");
	assert_states(LEDE "\n" BODY "\n" ENDING "\nMain image credit: Ada Holm" TAIL,
		      "ssssbbb");
	assert_states(LEDE "\n" BODY "\n" ENDING
			   "\nGardeners of Ostby: melons grow under glass this summer"
			   "\nWe sing in Prague: choir from Halden wins at festival"
			   "\nWhy teachers want shorter school weeks again in autumn",
		      "sssbbb");
	assert_of(LEDE "\n" BODY "\n" ENDING TAIL, 5, FOLD_NONE, "tail");
	assert_states(LEDE "\n" BODY "\n" ENDING TAIL "\n" BODY, "ssssssd");
	assert_states(LEDE "\n" BODY "\nThese were read most:" TAIL, "ssssss");
	assert_states(LEDE "\n" BODY "\nThe harbour of Lindvik and its town council\n"
			   "Fishermen who left the meeting for the quay\n"
			   "The guard who counted boats before dawn\n",
		      "sssss");
}

static void a_list_that_ends_an_article_is_its_own(void **state)
{
	(void)state;
	assert_states(LEDE "\n" BODY "\n" ENDING
			   "\nGlass Melons in a Cold Summer, written by Anna Holm"
			   "\nQuiet Choirs of the Far North, written by Tom Berg"
			   "\nOne Lamp for Every Teacher, written by Nils Ness",
		      "ssssss");
	assert_states(LEDE "\n" BODY "\n" ENDING "\nbring warm gloves and melons for everybody"
			   "\nkeep away from choirs and their gardens"
			   "\nWhy teachers want shorter school weeks again",
		      "ssssss");
	assert_states(LEDE "\n" BODY "\n" ENDING
			   "\nGardeners of Ostby sell melons every Saturday morning"
			   "\nChoir tickets from choir@halden.example or at the door"
			   "\nTeachers meet at the old school in Prague Street",
		      "ssssss");
	assert_states(LEDE "\n" BODY "\n" ENDING
			   "\nFriday, 18:00: gardeners of Ostby show melons under glass"
			   "\nSaturday, 20:00: the choir from Halden sings in the fish hall"
			   "\nSunday: teachers build lanterns with the sculptor Nils Ness",
		      "ssssss");
	assert_states(LEDE "\n" BODY "\n" ENDING "\nFurther reading"
			   "\nGardeners of Ostby and Their Houses of Glass by Mette Juhl"
			   "\nChoirs of the North and Their Long Journeys by Tom Berg"
			   "\nWhy Teachers Want Shorter School Weeks by Nils Ness",
		      "sssssss");
	assert_states(LEDE "\n" BODY "\n" ENDING "\nLiteratur"
			   "\nHolm, Anna: Melonen unter Glas. Ein Leitfaden, Berlin 2013"
			   "\nBerg, Tom (Hrsg.): Chorgesang im Hohen Norden. 3. Auflage, 2021"
			   "\nNils Ness: Lampen und ihre Lehrer, aktualisierte Auflage 2005",
		      "sssssss");
}

static void assert_stays(const char *lines)
{
	struct buf text = BUF_EMPTY;
	char states[16] = "sss";

	for (size_t i = 0, n = 3; lines[i]; i++) {
		if (lines[i] == '\n')
			states[n++] = 's';
	}
	buf_printf(&text, LEDE "\n" BODY "\n" ENDING "%s", lines);
	assert_states(text.at, states);
	buf_release(&text);
}

static void an_ending_that_names_nobody_is_the_article_s_own(void **state)
{
	(void)state;
	assert_stays("\nThe swallows leave, the swallows come"
		     "\nAnd nobody can say from where"
		     "\nA kettle sings, a thread is spun"
		     "\nAnd snow is falling on the stair");
	assert_stays("\nHigher wages for everybody who works at night"
		     "\nLonger breaks between two shifts in winter"
		     "\nFree meals for those who live far away");
	assert_stays("\nRinse the lentils until the water runs clear"
		     "\nFry a chopped onion in plenty of butter"
		     "\nSimmer both for half an hour and add salt");
	assert_stays("\nWomen carry blankets out of a burning school"
		     "\nA dog waits beside an empty pram"
		     "\nSmoke hides the roofs of the old brewery");
	assert_stays("\nWenn Schwalben gehen, kommt der Winter"
		     "\nUnd niemand weiß, woher der Schnee"
		     "\nEin Kessel singt, ein Faden reißt ab");
}

static void an_ending_with_the_article_s_words_is_its_own(void **state)
{
	(void)state;
	assert_stays("\nDismissal of the harbour director Per Lie and his deputy Eva"
		     "\nOne open quay for Tollen and for the boats of Ness"
		     "\nA pilot for whoever sails to Halden before the council meets");
	assert_stays("\nAda Holm as Queen Margrete, who loses her crown"
		     "\nTom Berg as Nils, who rows from Halden to Prague"
		     "\nMette Juhl as the ghost of Captain Ragnar");
}

static void corrections_and_sentences_at_the_end_stay(void **state)
{
	(void)state;
	assert_stays("\nCorrection: an earlier version named Halden as the seller of the ferry"
		     "\nClarification: the yard of Tom Berg is beside the terminal in Ness"
		     "\nThis article was amended on 4 March 2025 to name Mette Juhl");
	assert_stays("\nHarwick: Bell; Vane, Oakley, Marsh, Holm, Mensah, Grant."
		     "\nLeaford: Stone; Peel, Wozniak, Singh, Duke, Adams, Reid."
		     "\nReferee: A Taylor (Bramley). Attendance: 4,312.");
}

/* Its nouns have capitals, so a name takes two of them. */
static void a_german_noun_is_no_name(void **state)
{
	static const char article[] =
		"Der Rat von Lindvik hat am Montag beschlossen, den alten Hafen bis zum "
		"Frühjahr zu schließen, weil das Eis dem Kai schadet.\n"
		"Die Fischer sagten, dass ein Winter ohne den Hafen sie um die Arbeit eines "
		"Jahres bringt, und einer verließ den Saal.\n";
	struct buf text = BUF_EMPTY;

	(void)state;
	buf_printf(&text, "%s%s", article,
		   "Höhere Löhne für alle, die nachts arbeiten\n"
		   "Längere Pausen zwischen zwei Schichten am Wochenende\n"
		   "Freies Essen für Kollegen mit weitem Weg\n");
	assert_states(text.at, "sssss");
	buf_clear(&text);
	buf_printf(&text, "%s%s", article,
		   "Gärtner aus Ostby ziehen mit Mette Juhl Melonen\n"
		   "Warum Tom Berg in Prag nicht mehr singt\n"
		   "So baut Nils Ness seine Lampen aus Glas\n");
	assert_states(text.at, "ssbbb");
	buf_release(&text);
}

static void quotes_are_no_headlines(void **state)
{
	(void)state;
	assert_stays("\n“We left Halden in a single night”"
		     "\n“Nobody from Prague came to look for us”"
		     "\n“My children wake up and ask for Mette”");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(foreign_headlines_at_the_end_are_hidden),
		cmocka_unit_test(a_list_that_ends_an_article_is_its_own),
		cmocka_unit_test(an_ending_that_names_nobody_is_the_article_s_own),
		cmocka_unit_test(an_ending_with_the_article_s_words_is_its_own),
		cmocka_unit_test(corrections_and_sentences_at_the_end_stay),
		cmocka_unit_test(a_german_noun_is_no_name),
		cmocka_unit_test(quotes_are_no_headlines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
