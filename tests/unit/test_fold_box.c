#include "support/folding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The line, with `more` behind it, ends an article, which comes out as `states`. */
static void assert_end(const char *line, const char *more, const char *states)
{
	struct buf text = BUF_EMPTY;

	buf_printf(&text, LEDE "\n" BODY "\n%s%s", line, more);
	assert_states(text.at, states);
	buf_release(&text);
}

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

static void boxes_are_known_in_28_languages(void **state)
{
	static const char *const triggers[] = {
		"Read more",	 "À lire aussi",    "Meistgelesen",	 "Te recomendamos",
		"Leia também",	 "Leggi anche",	    "Lees ook",		 "Læs også",
		"Les også",	 "Läs också",	    "Lue myös",		 "Czytaj także",
		"Čtěte také",	 "Citește și",	    "Olvassa el ezt is", "Читайте также",
		"Читайте також", "İlgili haberler", "Διαβάστε επίσης",	 "اقرأ أيضا",
		"بیشتر بخوانید", "כתבות נוספות",    "यह भी पढ़ें",		 "Baca juga",
		"Tin liên quan", "相关新闻",	    "関連記事",		 "관련기사",
	};

	(void)state;
	for (size_t n = 0; n < sizeof triggers / sizeof *triggers; n++)
		assert_end(triggers[n], "\nTen quays to see", "ssbb");
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
	assert_states(LEDE "\n" LEDE " Advertisement", "sd");
	assert_states(
		"Der Bürgermeister erstattete am Dienstag gegen den Reeder der Fähre\n"
		"Der Bürgermeister erstattete am Dienstag gegen den Reeder der Fähre Anzeige.",
		"sn");
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

static void forms_for_comments_are_hidden_in_many_languages(void **state)
{
	static const char *const lines[] = {
		"Your email address will not be published. Required fields are marked *",
		"Deine E-Mail-Adresse wird nicht veröffentlicht.",
		"Benachrichtige mich über neue Beiträge via E-Mail.",
		"Klick, um über Twitter zu teilen (Wird in neuem Fenster geöffnet)",
		"Votre adresse e-mail ne sera pas publiée.",
		"Los campos obligatorios están marcados con *",
		"O seu endereço de e-mail não será publicado.",
		"Il tuo indirizzo email non sarà pubblicato.",
		"Twój adres e-mail nie zostanie opublikowany.",
		"Ваш адрес email не будет опубликован.",
		"Az e-mail címet nem tesszük közzé.",
		"E-posta adresiniz yayınlanmayacak.",
		"メールアドレスが公開されることはありません。",
		"您的邮箱地址不会被公开。",
	};

	(void)state;
	for (size_t n = 0; n < sizeof lines / sizeof *lines; n++)
		assert_end(lines[n], "", "ssb");
	assert_states(LEDE "\nThe clerk said your email address will not be published in the "
			   "list of voters that the council prints each spring.",
		      "ss");
}

static void a_word_that_somebody_says_is_no_furniture(void **state)
{
	(void)state;
	assert_states(LEDE "\n“More!”\nNext.\n" BODY "\nNext", "ssssb");
}

static void a_heading_of_the_article_is_no_menu(void **state)
{
	(void)state;
	assert_states(LEDE "\nPrivacy\n" BODY "\nTwitter\n" ENDING, "sssss");
	assert_states(LEDE "\nPrivacy", "sb");
	assert_states("Comments\n" LEDE, "bs");
	assert_states(LEDE "\nShare\nFacebook\n" BODY, "sbbs");
	assert_states(LEDE "\nPrivacy\nTerms\n" BODY, "sbbs");
}

static void results_are_no_box_of_links(void **state)
{
	(void)state;
	assert_states(LEDE "\nLatest\nLindvik 2-1 Aarvik\nHolm 0-0 Sund\n" BODY, "sssss");
	assert_states(LEDE "\nLatest\nTen quays to see before summer\n" BODY, "sbbs");
}

static void steps_to_follow_are_no_furniture(void **state)
{
	(void)state;
	assert_states(LEDE "\nFollow these steps shared on Twitter to leave the ice safely.\n"
			   "Follow the Lindvik Courier on Twitter\n" BODY,
		      "ssbs");
}

static void a_prompt_of_a_program_is_no_arrow(void **state)
{
	(void)state;
	assert_states(LEDE "\n>>> ice = 2\n>>> import harbour as h\n>>> Who owns the ice\n"
			   ">> Ten quays to see\n" BODY,
		      "sssbbs");
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

static void tags_without_a_word_stay_for_they_may_be_a_listing(void **state)
{
	(void)state;
	assert_states(LEDE "\n" BODY "\n<iframe src=\"/ice\" width=\"300\"></iframe>\n"
			   "&lt;br/&gt;\n<laughs>\n</ul>",
		      "ssssss");
}

static void a_weak_heading_alone_shows_whatever_is_behind_it(void **state)
{
	(void)state;
	assert_states(LEDE "\n" BODY "\nPopular on Courier", "sss");
	assert_states(LEDE "\n" BODY "\nPopular on Courier\n" LEDE "\n" BODY, "sssdd");
	assert_states("The ice, the ice\nStill here\nFor you", "sss");
}

static void a_change_of_the_article_closes_a_box(void **state)
{
	(void)state;
	assert_states(LEDE "\n" BODY "\nRelated\nTen quays to see before summer\n"
			   "The harbour of Lindvik will stay open until the ice has gone…",
		      "ssbbn");
	assert_states(LEDE "\n" BODY "\nRelated\nTen quays to see before summer\n"
			   "Harbours of the north have stayed open until now in spite of ice…",
		      "ssbbb");
}

static void a_list_under_a_word_of_menus_is_the_article_s(void **state)
{
	(void)state;
	assert_states(LEDE "\nMost read\nThe Salt Road by Ada Holm\nIce by Tom Berg\n" BODY,
		      "sssss");
	assert_states(LEDE "\nSee also\nFerry Code of 1974\nQuay Act of 1988\n" BODY, "sssss");
	assert_states(LEDE "\nSee also\nFerry Code 1974\nPilots and Quays Act 1988\n" BODY,
		      "sssss");
	assert_states(LEDE "\nMeistgelesen\nDer Zauberberg von Thomas Mann\n"
			   "Der Untertan von Heinrich Mann\n" BODY,
		      "sssss");
	assert_states(LEDE "\nRead more\nEat less\nGet up early\n" BODY, "sssss");
	assert_states(LEDE "\nPopular\nBlue\nRed\nGreen\n" BODY, "ssssss");
	assert_states(LEDE "\nÀ lire\nLa Route du sel, Ada Holm, Actes Sud, 312 p., 22 €\n"
			   "Le Dernier Bac, Tom Berg, Seuil, 180 p., 17 €\n" BODY,
		      "sssss");
	assert_states(LEDE "\nFurther stories\nThe Last Ferry. Faber, 2017\n"
			   "Salt Roads of the North. Penguin, 2009\n" BODY,
		      "sssss");
	assert_states(LEDE "\nMás información\nAyuntamiento de Lindvik 900 123 456\n"
			   "Museo del puerto 900 123 457\n" BODY,
		      "sssss");
	assert_states(LEDE "\nMost read\nThe Salt Road by Ada Holm\n"
			   "Storm takes the roof off a school in Lindvik\n" BODY,
		      "sbbbs");
}

/* Scripts without case, where all words could be a title's. */
static void a_sentence_closes_a_box_in_every_script(void **state)
{
	(void)state;
	assert_states(LEDE "\n相关阅读\n渡轮以一克朗售出\n主席表示，委员会收到了三份报价。\n“没"
			   "有一份是认真的。”",
		      "sbbss");
	assert_states(LEDE
		      "\n関連記事\nフェリーは売却へ\n委員長は三つの申し出があったと述べた。",
		      "sbbs");
	assert_states(LEDE
		      "\nاقرأ أيضا\nبيع العبارة بكرونة واحدة\nقال الرئيس إن هناك ثلاثة عروض.",
		      "sbbs");
	assert_states(LEDE "\nקראו גם\nהמעבורת נמכרה בכתר אחד\nהיושב ראש אמר שיש שלוש הצעות.",
		      "sbbs");
	assert_states(LEDE "\nयह भी पढ़ें\nनौका एक क्रोनर में बिकी\nअध्यक्ष ने कहा कि तीन प्रस्ताव हैं।",
		      "sbbs");
	assert_states(LEDE
		      "\n관련기사\n여객선 1크로네에 팔려\n의장은 세 건의 제안이 있다고 말했다.",
		      "sbbs");
}

static void what_an_article_quotes_of_a_page_is_its_own(void **state)
{
	(void)state;
	assert_states(LEDE "\nThe site of the town showed one sentence to all who came to it:\n"
			   "Please enable JavaScript to view this page.\n" BODY,
		      "ssss");
	assert_states(LEDE "\n" BODY "\nPlease enable JavaScript to view this page.", "ssb");
	assert_states(LEDE "\nFollow us on Facebook and Twitter, the museum begs on a poster; "
			   "nobody in Tollen has done so yet.\n" BODY,
		      "sss");
	assert_states(LEDE
		      "\nSign up for our daily newsletter was the sentence that readers in "
		      "the study hated most.\n" BODY,
		      "sss");
}

static void a_phrase_within_a_sentence_is_no_notice(void **state)
{
	(void)state;
	assert_states(LEDE "\n版权所有者是渔民的女儿。\n" BODY "\n版权所有，未经授权不得转载。",
		      "sssb");
	assert_states(LEDE "\nThis website uses cookies, the court ruled.\n" BODY, "sss");
	assert_states(LEDE "\nNobody reads “All rights reserved.”\n" BODY, "sss");
}

static void a_pull_quote_closes_a_box(void **state)
{
	(void)state;
	assert_states(LEDE "\nRelated\nTen quays to see before summer\n"
			   "“We left Halden in a single night”\n" BODY,
		      "sbbss");
	assert_states(LEDE "\nRelated\n‘We left Halden’: pilots speak out\n" BODY, "sbbs");
}

static void a_line_about_who_was_named_before_is_the_article_s(void **state)
{
	(void)state;
	assert_states(LEDE "\nSee also\nShe left the hall an hour later\n" BODY, "sbss");
	assert_states(LEDE "\nSee also\nTen quays to see before summer\n"
			   "They sailed with the tide and never came back\n" BODY,
		      "sbbss");
}

static void a_sentence_of_what_was_is_no_furniture(void **state)
{
	(void)state;
	assert_states(LEDE "\nSign up for our newsletter was what the button said.\n" BODY
			   "\nThere was an error processing your subscription.\n" ENDING
			   "\nSign up for our newsletter here.",
		      "sssbsb");
}

static void a_line_of_a_program_is_no_furniture(void **state)
{
	(void)state;
	assert_states(LEDE "\nprint(x)\n" BODY "\n" ENDING "\ncomments(3)", "ssssb");
	assert_states(LEDE "\nclose()\n" BODY, "sss");
	assert_states(LEDE "\n" BODY "\nprint", "ssb");
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
	assert_states(LEDE "\nPlus: two free tickets for every child\n" BODY, "sss");
	assert_states("Opinion: Who owns the ice\n" LEDE, "ss");
}

static void lines_that_begin_as_the_article_does_are_its_own(void **state)
{
	(void)state;
	assert_states("Group – Lindvik, Holm, Ness\n" LEDE "\nRelated\n"
		      "Ten quays to see before summer\nGroup – Vik, Sund, Aas\n" BODY,
		      "ssbbss");
}

/* Who wrote, photographed or corrected it, and when: evidence. */
static void what_a_checker_needs_stays_in_every_language(void **state)
{
	static const char *const lines[] = {
		/* when */
		"Published on 24 November 2026",
		"Published: Nov. 24, 2026, 6:18 p.m.",
		"Updated 24 November 2026, 10:02 GMT",
		"First published on November 24, 2026",
		"Publié le 24 novembre 2026 à 10 h 02",
		"Veröffentlicht am 24. November 2026",
		"Publicado el 24 de noviembre de 2026",
		"Publicado em 24 de novembro de 2026",
		"Pubblicato il 24 novembre 2026",
		"Gepubliceerd op 24 november 2026",
		"Opublikowano 24 listopada 2026",
		"Опубликовано 24 ноября 2026",
		"Yayınlanma: 24 Kasım 2026",
		"发布时间：2026年11月24日",
		/* who */
		"By Ada Lind",
		"By Ada Lind and Bo Vik, Harbour Correspondents",
		"Par Ada Lind",
		"Von Ada Lind",
		"Por Ada Lind",
		"di Ada Lind",
		"Door Ada Lind",
		"Av Ada Lind",
		"Автор: Ада Линд",
		"記者 林達",
		"LINDVIK (AP) —",
		"— Reuters",
		"dpa/afp",
		/* pictures */
		"Photo: Ada Lind",
		"Photo by Ada Lind/Getty Images",
		"Getty Images",
		"Associated Press",
		"Image copyright Getty Images",
		"Image caption",
		"Image caption The quay at dawn",
		"Photographie : Ada Lind / AFP",
		"Foto: Ada Lind/dpa",
		"Foto: Ada Lind / EFE",
		"Фото: Ада Линд / ТАСС",
		"写真：林達",
		"The quay of Lindvik at dawn (Ada Lind/The Courier)",
		/* corrections */
		"Correction: an earlier version gave the wrong year",
		"Clarification",
		"This story has been corrected to show that the quay was closed",
		"Rectificatif : une version précédente donnait une autre année",
		"Korrektur: In einer früheren Fassung stand ein anderes Jahr",
		"Fe de errores: una versión anterior daba otro año",
		"Errata corrige: una versione precedente dava un altro anno",
		"Исправление: в прежней версии был указан другой год",
		"訂正：以前の版では年が違っていました",
	};

	(void)state;
	for (size_t n = 0; n < sizeof lines / sizeof *lines; n++) {
		struct buf text = BUF_EMPTY;

		buf_printf(&text, LEDE "\n%s\n" BODY, lines[n]);
		assert_states(text.at, "sss");
		buf_clear(&text);
		buf_printf(&text, LEDE "\n" BODY "\n" ENDING "\n%s", lines[n]);
		assert_states(text.at, "ssss");
		buf_release(&text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_box_of_links_at_the_end_is_hidden),
		cmocka_unit_test(boxes_are_known_in_28_languages),
		cmocka_unit_test(a_box_amid_an_article_has_to_look_the_part),
		cmocka_unit_test(a_headline_may_shout_or_be_two_sentences),
		cmocka_unit_test(furniture_is_hidden_as_a_whole_line_only),
		cmocka_unit_test(furniture_is_known_in_many_languages),
		cmocka_unit_test(forms_for_comments_are_hidden_in_many_languages),
		cmocka_unit_test(a_word_that_somebody_says_is_no_furniture),
		cmocka_unit_test(a_heading_of_the_article_is_no_menu),
		cmocka_unit_test(results_are_no_box_of_links),
		cmocka_unit_test(steps_to_follow_are_no_furniture),
		cmocka_unit_test(a_prompt_of_a_program_is_no_arrow),
		cmocka_unit_test(a_link_of_the_article_is_no_furniture),
		cmocka_unit_test(a_line_of_rights_that_names_an_agency_stays),
		cmocka_unit_test(tags_without_a_word_stay_for_they_may_be_a_listing),
		cmocka_unit_test(a_weak_heading_alone_shows_whatever_is_behind_it),
		cmocka_unit_test(a_change_of_the_article_closes_a_box),
		cmocka_unit_test(a_list_under_a_word_of_menus_is_the_article_s),
		cmocka_unit_test(a_sentence_closes_a_box_in_every_script),
		cmocka_unit_test(what_an_article_quotes_of_a_page_is_its_own),
		cmocka_unit_test(a_phrase_within_a_sentence_is_no_notice),
		cmocka_unit_test(a_pull_quote_closes_a_box),
		cmocka_unit_test(a_line_about_who_was_named_before_is_the_article_s),
		cmocka_unit_test(a_sentence_of_what_was_is_no_furniture),
		cmocka_unit_test(a_line_of_a_program_is_no_furniture),
		cmocka_unit_test(more_with_a_colon_opens_a_box),
		cmocka_unit_test(a_label_and_a_headline_are_hidden),
		cmocka_unit_test(lines_that_begin_as_the_article_does_are_its_own),
		cmocka_unit_test(what_a_checker_needs_stays_in_every_language),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
