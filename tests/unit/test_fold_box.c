#include "support/folding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void a_box_of_links_at_the_end_is_hidden(void **state)
{
	(void)state;
	assert_states(LEDE
		      "\nYou may also like\nTen quays to see before summer\nWho owns the ice?",
		      "sbbb");
	assert_states(LEDE "\nLESEN SIE AUCH:\nZehn Häfen für den Sommer", "sbb");
	assert_states(LEDE "\nİlgili haberler\nDenizde yeni bir gün", "sbb");
	assert_states(LEDE "\n相关新闻\n港口将关闭到春天", "sbb");
	assert_states(LEDE "\nPročitajte još:\nDeset luka koje treba vidjeti", "sbb");
	assert_states(LEDE "\nمزید پڑھیں\nبندرگاہ بہار تک بند رہے گی", "sbb");
	assert_states(LEDE "\nÀ suivre\nDix ports à voir avant l'été", "sbb");
	assert_states(LEDE "\nÀ suivre\n" BODY, "sss");
	assert_states(LEDE "\nRead more\nTen quays to see\nMost read\nWho owns the ice",
		      "sbbbb");
}

static void a_box_amid_an_article_has_to_look_the_part(void **state)
{
	(void)state;
	assert_states(LEDE "\nRelated\nTen quays to see before summer\n" BODY, "sbbs");
	assert_states(LEDE "\nRelated\nTen quays to see before summer\nThe plan\n" BODY,
		      "sbbss");
	assert_states(LEDE "\nRelated\nTen quays to see before summer\nFoto: Nils Ness\n" BODY,
		      "sbbss");
	assert_states(LEDE "\nRelated\nThis is what they said:\nNo ice", "sbss");
	assert_states(LEDE "\nRelated\nWhat comes next?\n" BODY, "sbss");
	assert_states(LEDE "\nRelated\nOne day\nTwo days\nThree days\nFour days\nFive days"
			   "\nSix days\nSeven days\nEight days\nNine days\n" BODY,
		      "sssssssssss"
		      "s");
	assert_states(LEDE "\nTrending\n" BODY, "sss");
	assert_states("Related\nTen quays to see before summer", "ss");
	assert_states(LEDE "\nRelated spending rose by half.\nTen quays to see", "sss");
}

static void a_headline_may_shout_or_be_two_sentences(void **state)
{
	(void)state;
	assert_states(LEDE "\nRelated\nHarbour pilot meets seal: \"She knows me!\"\n"
			   "The Ice Is Going. Why Old Boats Stay.\nTen quays to see before "
			   "summer\n" BODY,
		      "sbbbbs");
	assert_states(LEDE "\nRelated\nThe ice is going. Old boats stay.\n" BODY, "sbss");
	assert_states(LEDE "\nRelated\nShe stays!\n" BODY, "sbss");
}

static void furniture_is_hidden_as_a_whole_line_only(void **state)
{
	(void)state;
	assert_states(LEDE "\nADVERTISEMENT\n" BODY "\nShare this on Facebook\n"
			   "Sign up for our newsletter\n3 min read\nTags: ice, ports",
		      "sbsbbbb");
	assert_states(LEDE "\n© 2026 The Lindvik Courier. All rights reserved.", "sb");
	assert_states(LEDE "\nAdvertisement spending rose\n“Follow us,” she said.\n"
			   "Share prices recovered in the afternoon",
		      "ssss");
	assert_states(LEDE "\n" LEDE " ADVERTISEMENT", "sd");
}

static void furniture_is_known_in_many_languages(void **state)
{
	(void)state;
	assert_states(LEDE
		      "\nArtikel wird nach der Anzeige fortgesetzt\n" BODY
		      "\nRecevez notre newsletter chaque matin\nОставить комментарий"
		      "\nΔιαβάστε περισσότερα\nتسجيل الدخول\nפרסומת\n続きを読む\n12 Kommentare"
		      "\nCzytaj dalej\nTilaa uutiskirje",
		      "sbsbbbbbbbbb");
	assert_states(LEDE
		      "\nFollow the Lindvik Courier on Facebook and Instagram.\n"
		      "Thanks for signing up! Look for a letter from us soon.\n"
		      "Sign up for our daily letter from the quay, free of charge, and read "
		      "in the morning what the boats brought home.",
		      "sbbb");
}

static void a_word_that_somebody_says_is_no_furniture(void **state)
{
	(void)state;
	assert_states(LEDE "\n“More!”\nNext.\n" BODY "\nNext", "ssssb");
}

static void a_link_of_the_article_is_no_furniture(void **state)
{
	(void)state;
	assert_states(LEDE "\nClick here to subscribe\nClick here for more from our quay\n"
			   "Click here to read the report of the harbour board",
		      "sbbs");
}

static void a_line_of_rights_that_names_an_agency_stays(void **state)
{
	(void)state;
	assert_states(LEDE "\n© 2026 The Lindvik Courier. All rights reserved.\n"
			   "© 2026 Agence France-Presse. All rights reserved.",
		      "sbs");
}

static void tags_without_a_word_are_hidden(void **state)
{
	(void)state;
	assert_states("<ul>\n<li class=\"a\">\n" LEDE "\n</ul>", "ssss");
	assert_states(LEDE "\n" BODY "\n<span class=\"mark\">&nbsp;</span>\n"
			   "&lt;!-- end of part two --&gt;\n<p>\n<laughs>\n"
			   "<b>The ice</b> came back.\n&lt;br/&gt;",
		      "ssbbsssb");
}

static void a_heading_that_ends_the_text_has_lost_its_links(void **state)
{
	(void)state;
	assert_states(LEDE "\n" BODY "\nPopular on Courier", "ssb");
	assert_states("The ice, the ice\nStill here\nFor you", "sss");
}

static void more_with_a_colon_opens_a_box(void **state)
{
	(void)state;
	assert_states(
		LEDE
		"\nMore:\nTen quays to see before summer\nWho owns the ice of the bay\n" BODY,
		"sbbbs");
}

static void a_label_and_a_headline_are_hidden(void **state)
{
	(void)state;
	assert_states(LEDE "\nRead more: Who owns the ice\n" BODY, "sbs");
	assert_states(LEDE "\nALSO READ | Who owns the ice\n>> Ten quays to see\n" BODY,
		      "sbbs");
	assert_states(LEDE "\nRead more: he said that he had read it all.\n" BODY, "sss");
	assert_states("Opinion: Who owns the ice\n" LEDE, "ss");
}

static void lines_that_begin_as_the_article_does_are_its_own(void **state)
{
	(void)state;
	assert_states("Group – Lindvik, Holm, Ness\n" LEDE "\nRelated\n"
		      "Ten quays to see before summer\nGroup – Vik, Sund, Aas\n" BODY,
		      "ssbbss");
}

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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_box_of_links_at_the_end_is_hidden),
		cmocka_unit_test(a_box_amid_an_article_has_to_look_the_part),
		cmocka_unit_test(a_headline_may_shout_or_be_two_sentences),
		cmocka_unit_test(furniture_is_hidden_as_a_whole_line_only),
		cmocka_unit_test(furniture_is_known_in_many_languages),
		cmocka_unit_test(a_word_that_somebody_says_is_no_furniture),
		cmocka_unit_test(a_link_of_the_article_is_no_furniture),
		cmocka_unit_test(a_line_of_rights_that_names_an_agency_stays),
		cmocka_unit_test(tags_without_a_word_are_hidden),
		cmocka_unit_test(a_heading_that_ends_the_text_has_lost_its_links),
		cmocka_unit_test(more_with_a_colon_opens_a_box),
		cmocka_unit_test(a_label_and_a_headline_are_hidden),
		cmocka_unit_test(lines_that_begin_as_the_article_does_are_its_own),
		cmocka_unit_test(foreign_headlines_at_the_end_are_hidden),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
