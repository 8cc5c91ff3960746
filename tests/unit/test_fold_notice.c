#include "support/folding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

/* Each line stands between two paragraphs and comes out as `state`. */
static void assert_each(const char *const *lines, size_t count, char state)
{
	const char states[] = { 's', 's', state, 's', '\0' };

	for (size_t n = 0; n < count; n++) {
		struct buf text = BUF_EMPTY;

		buf_printf(&text, LEDE "\n" BODY "\n%s\n" ENDING, lines[n]);
		assert_states(text.at, states);
		buf_release(&text);
	}
}

#define ASSERT_EACH(lines, state) assert_each(lines, sizeof(lines) / sizeof *(lines), state)

static void a_line_of_rights_is_hidden(void **state)
{
	static const char *const lines[] = {
		"© 2026 The Lindvik Courier",
		"All rights reserved.",
		"Copyright Lindvik Courier © 2026",
		"© 2026 Lindvik Media. This article is the property of Lindvik Media.",
		("Copyright 2026 Lindvik Media. All rights reserved. This material may not be "
		 "published, broadcast, rewritten or redistributed."),
		"Alle Rechte vorbehalten",
	};

	(void)state;
	ASSERT_EACH(lines, 'b');
}

static void a_sentence_about_rights_stays(void **state)
{
	static const char *const lines[] = {
		"All rights reserved for the tribe under the treaty of 1855 were upheld.",
		"The pictures may not be published before the trial begins in June.",
		"©5 Minuten Der Verein putzt seit Jahren die Häfen der ganzen Küste.",
		"© 2026 Ada Lind A man walks along the empty quay on the morning of the storm.",
		"“All rights reserved,” he said and laughed about the old stamp.",
	};

	(void)state;
	ASSERT_EACH(lines, 's');
}

static void who_made_a_picture_or_text_stays(void **state)
{
	static const char *const lines[] = {
		"Fotocredit: Ilse Lind © 2026 Sund Film, Inc. All Rights",
		"Ada Holm in The Quay. ©Ilse Lind 2026 Sund Film, Inc. All Rights",
		"The quay before the storm, photos © Lindvik Museum, 2026",
		"This text first appeared in The Boatman. Copyright 2026. Follow us.",
		"Excerpted from “The Ice”. Copyright © 2026 by Ada Lind. All rights reserved.",
	};

	(void)state;
	ASSERT_EACH(lines, 's');
}

static void an_offer_of_letters_is_hidden(void **state)
{
	static const char *const lines[] = {
		"Get the news of the coast in your inbox every morning",
		"Our newsletter brings the harbour to you: sign up here.",
		"We use cookies to make this page better for you.",
	};

	(void)state;
	ASSERT_EACH(lines, 'b');
}

static void a_sentence_about_letters_stays(void **state)
{
	static const char *const lines[] = {
		"If a message in your inbox asks for your password, delete it.",
		"We began our newsletter with forty readers and a borrowed press.",
		"The town's new site uses cookies that the council never asked for.",
		"A spokesman said that they would subscribe to our newsletter at once.",
		"“We use cookies as bait for gulls,” the old man explained.",
	};

	(void)state;
	ASSERT_EACH(lines, 's');
}

static void what_the_page_says_of_itself_is_hidden(void **state)
{
	static const char *const lines[] = {
		"Lesen Sie auch Zehn Häfen für den Sommer",
		"MIRA TAMBIÉN Diez puertos para ver antes del verano",
		"Also on courier.com Ten quays to see before summer",
		"We may earn a commission if you buy something through links on this page.",
		"For the latest headlines download the Courier app",
		"Subscribe to Lindvik Courier newsletters.",
		"Síguenos en Facebook",
		"12 of 14",
		"Note: we are temporarily moderating all comments because of a wave of spam.",
		"Your comment will appear after somebody has read it.",
		"Ваш комментарий появится после проверки.",
		"Get The Boatman delivered through your letterbox: 12 issues for £11.99.",
		"More AP sailing: https://sailing.example",
	};

	(void)state;
	ASSERT_EACH(lines, 'b');
}

static void what_people_say_and_do_stays(void **state)
{
	static const char *const lines[] = {
		"Lesen Sie auch das Kleingedruckte, bevor Sie ein Boot kaufen.",
		"Agents on the quay may earn a commission on each boat.",
		"Skippers have to download the harbour app before they sail.",
		"Support our troops was painted on the boat.",
		"What do you think?",
		"Click here to read the report of the harbour board",
		"Copyright 1998 law was the cause.",
		"From Monday on, all comments will be moderated by the council.",
		"More AP pupils pass: twice as many as before",
	};

	(void)state;
	ASSERT_EACH(lines, 's');
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_line_of_rights_is_hidden),
		cmocka_unit_test(a_sentence_about_rights_stays),
		cmocka_unit_test(who_made_a_picture_or_text_stays),
		cmocka_unit_test(an_offer_of_letters_is_hidden),
		cmocka_unit_test(a_sentence_about_letters_stays),
		cmocka_unit_test(what_the_page_says_of_itself_is_hidden),
		cmocka_unit_test(what_people_say_and_do_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
