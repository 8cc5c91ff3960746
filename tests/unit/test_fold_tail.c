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

/* All of the ending, whose lines end in an LF, comes out as `state`, behind a shown article. */
static void assert_ending(const char *article, const char *ending, char state)
{
	struct buf text = BUF_EMPTY, states = BUF_EMPTY;

	buf_printf(&text, "%s%s", article, ending);
	for (const char *at = article; (at = strchr(at, '\n')); at++)
		buf_add_char(&states, 's');
	for (const char *at = ending; (at = strchr(at, '\n')); at++)
		buf_add_char(&states, state);
	assert_states(text.at, states.at);
	buf_release(&states);
	buf_release(&text);
}

static void assert_stays(const char *ending)
{
	assert_ending(LEDE "\n" BODY "\n" ENDING "\n", ending, 's');
}

static void an_ending_that_names_nobody_is_the_article_s_own(void **state)
{
	(void)state;
	assert_stays("The swallows leave, the swallows come\n"
		     "And nobody can say from where\n"
		     "A kettle sings, a thread is spun\n"
		     "And snow is falling on the stair\n");
	assert_stays("Higher wages for everybody who works at night\n"
		     "Longer breaks between two shifts in winter\n"
		     "Free meals for those who live far away\n");
	assert_stays("Rinse the lentils until the water runs clear\n"
		     "Fry a chopped onion in plenty of butter\n"
		     "Simmer both for half an hour and add salt\n");
	assert_stays("Women carry blankets out of a burning school\n"
		     "A dog waits beside an empty pram\n"
		     "Smoke hides the roofs of the old brewery\n");
	assert_stays("Wenn Schwalben gehen, kommt der Winter\n"
		     "Und niemand weiß, woher der Schnee\n"
		     "Ein Kessel singt, ein Faden reißt ab\n");
}

static void an_ending_with_the_article_s_words_is_its_own(void **state)
{
	(void)state;
	assert_stays("Dismissal of the harbour director Per Lie and his deputy Eva\n"
		     "One open quay for Tollen and for the boats of Ness\n"
		     "A pilot for whoever sails to Halden before the council meets\n");
	assert_stays("Ada Holm as Queen Margrete, who loses her crown\n"
		     "Tom Berg as Nils, who rows from Halden to Prague\n"
		     "Mette Juhl as the ghost of Captain Ragnar\n");
}

static void corrections_and_sentences_at_the_end_stay(void **state)
{
	(void)state;
	assert_stays("Correction: an earlier version named Halden as the seller of the ferry\n"
		     "Clarification: the yard of Tom Berg is beside the terminal in Ness\n"
		     "This article was amended on 4 March 2025 to name Mette Juhl\n");
	assert_stays("Harwick: Bell; Vane, Oakley, Marsh, Holm, Mensah, Grant.\n"
		     "Leaford: Stone; Peel, Wozniak, Singh, Duke, Adams, Reid.\n"
		     "Referee: A Taylor (Bramley). Attendance: 4,312.\n");
}

/* Its nouns have capitals, so a name takes two of them. */
static void a_german_noun_is_no_name(void **state)
{
	static const char article[] =
		"Der Rat von Lindvik hat am Montag beschlossen, den alten Hafen bis zum "
		"Frühjahr zu schließen, weil das Eis dem Kai schadet.\n"
		"Die Fischer sagten, dass ein Winter ohne den Hafen sie um die Arbeit eines "
		"Jahres bringt, und einer verließ den Saal.\n";

	(void)state;
	assert_ending(article,
		      "Höhere Löhne für alle, die nachts arbeiten\n"
		      "Längere Pausen zwischen zwei Schichten am Wochenende\n"
		      "Freies Essen für Kollegen mit weitem Weg\n",
		      's');
	assert_ending(article,
		      "Gärtner aus Ostby ziehen mit Mette Juhl Melonen\n"
		      "Warum Tom Berg in Prag nicht mehr singt\n"
		      "So baut Nils Ness seine Lampen aus Glas\n",
		      'b');
}

static void quotes_are_no_headlines(void **state)
{
	(void)state;
	assert_stays("“We left Halden in a single night”\n"
		     "“Nobody from Prague came to look for us”\n"
		     "“My children wake up and ask for Mette”\n");
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
