/* Texts of other kinds than news in English: laws, poems, other scripts. */
#include "support/folding.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define FINE                                                                                   \
	"Whoever breaks this rule pays a fine that the council sets each spring and that "     \
	"goes to the fund for the quays."
#define NETS "Nets may be dried on the north quay only, and never in the week of the fair."
#define FISH "Fish may not be gutted on the steps of the church while the school is open."

static void a_formula_under_each_article_of_a_law_stays(void **state)
{
	(void)state;
	assert_states("Article 1\n" NETS "\n" FINE "\nArticle 2\n" FISH "\n" FINE
		      "\nArticle 3\n" BODY "\n" FINE,
		      "sssssssss");
	assert_states("§ 1 Nets\n" FINE "\n§ 2 Fish\n" FINE "\n§ 3 Boats\n" FINE, "ssssss");
	assert_states("Chapter I\n" FINE "\n" LEDE "\nChapter IV\n" FINE "\n" BODY, "ssssss");
	assert_states("Article 1\n" NETS "\n" FINE "\nArticle 2\n" FISH "\n" FINE
		      "\nArticle 1\n" NETS "\n" FINE "\nArticle 2\n" FISH "\n" FINE,
		      "ssssssdddddd");
	assert_states("What is new\n" NETS "\n" FINE "\nWhat is old\n" FISH "\n" FINE,
		      "sssssd");
}

/* Times before the entries of a ticker count on, but head nothing. */
static void an_entry_of_a_ticker_written_twice_is_hidden(void **state)
{
	(void)state;
	assert_states("13:40 Police ask drivers to avoid the bridge.\n"
		      "13:20 Police ask people to stay inside.\n"
		      "12:05 " NETS "\n11:50 " FINE "\n11:50 " FINE,
		      "ssssd");
	assert_states("Article 1\n" FINE "\n" FINE "\nArticle 2\n" FINE, "ssdss");
}

static void a_refrain_of_a_poem_stays(void **state)
{
	const char *refrain = "Oh, sail, my brother, before the bell,\n"
			      "And leave the lamp in the hall,\n"
			      "For what the harbour knows it won't tell\n"
			      "To any of us at all.\n\n";
	char text[800];

	(void)state;
	snprintf(text, sizeof text,
		 "The ice came down in the dark of the year\nAnd stood on the quay like a "
		 "guest.\n\n%sThe bread was dear and the rope was old\nAnd the nets hung "
		 "stiff on the pole.\n\n%s",
		 refrain, refrain);
	assert_states(text, "ssss");
}

static void line_breaks_of_wrapped_prose_make_no_difference(void **state)
{
	(void)state;
	assert_states("The harbour of Lindvik will stay closed until the ice has\n"
		      "gone, the Town Council decided on Tuesday evening.\n\n"
		      "Fishermen who had asked for one open quay\n"
		      "left the meeting early.\n\n"
		      "The harbour of Lindvik will stay closed\n"
		      "until the ice has gone, the Town\n"
		      "Council decided on Tuesday evening.\n",
		      "ssd");
}

static void a_translation_is_no_repeat(void **state)
{
	(void)state;
	assert_states(LEDE "\nDer Hafen von Lindvik bleibt geschlossen, bis das Eis "
			   "verschwunden ist, beschloss der Rat am Dienstagabend.\n" BODY
			   "\nFischer, die um einen offenen Kai gebeten hatten, gingen früh "
			   "und sagten, sie würden trotzdem auslaufen.",
		      "ssss");
}

static void a_body_twice_folds_in_scripts_from_right_to_left(void **state)
{
	const char *arabic =
		"سيبقى ميناء ليندفيك مغلقا حتى يذوب الجليد، كما قرر مجلس المدينة مساء "
		"الثلاثاء بعد نقاش طويل استمر ثلاث ساعات.";
	const char *hebrew =
		"נמל לינדוויק יישאר סגור עד שהקרח יימס, כך החליטה מועצת העיר ביום שלישי "
		"בערב אחרי דיון ארוך של שלוש שעות.";
	char text[2000];

	(void)state;
	snprintf(text, sizeof text, "%s\n%s\n%s\nاقرأ أيضا\nعشرة موانئ تستحق الزيارة", arabic,
		 hebrew, arabic);
	assert_states(text, "ssdbb");
	snprintf(text, sizeof text, "%s\n%s\n%s\nקראו גם\nעשרה נמלים שכדאי לראות", hebrew,
		 arabic, hebrew);
	assert_states(text, "ssdbb");
}

static void a_long_paragraph_of_thai_or_lao_is_prose(void **state)
{
	const char *thai = "ท่าเรือลินด์วิกจะปิดต่อไปจนกว่าน้ำแข็งจะละลายหมด สภาเมืองมีมติเมื่อคืนวันอังคาร"
			   "หลังจากอภิปรายกันนานกว่าสามชั่วโมงในห้องประชุมใหญ่";
	const char *lao = "ທ່າເຮືອລິນວິກຈະປິດຕໍ່ໄປຈົນກວ່ານ້ຳກ້ອນຈະລະລາຍໝົດ ສະພາເມືອງໄດ້ຕັດສິນໃຈໃນຄືນວັນອັງຄານ "
			  "ຫຼັງຈາກໂອ້ລົມກັນດົນກວ່າສາມຊົ່ວໂມງໃນຫ້ອງປະຊຸມໃຫຍ່";
	char text[4000];

	(void)state;
	snprintf(text, sizeof text, "%s\n%s\n%s\n%s", thai, lao, thai, lao);
	assert_states(text, "ssdd");
	assert_states(LEDE "\nท่าเรือปิดแล้ว\n" BODY "\n" ENDING "\nท่าเรือปิดแล้ว", "sssss");
}

static void names_in_latin_letters_make_no_list_of_a_paragraph(void **state)
{
	const char *korean = "MBC와 SBS는 KBS와 함께 린드비크 항구가 얼음이 녹을 때까지 "
			     "닫힌다고 화요일 저녁에 "
			     "보도했다. 어부들은 회의장을 일찍 떠났다.";
	char text[1000];

	(void)state;
	snprintf(text, sizeof text, "%s\n" LEDE "\n%s", korean, korean);
	assert_states(text, "ssd");
}

static void a_headline_without_blanks_fits_a_box(void **state)
{
	(void)state;
	assert_states(LEDE "\nข่าวที่เกี่ยวข้อง\nสิบท่าเรือที่ควรไปชมก่อนฤดูร้อนจะมาถึง\n" BODY, "sbbs");
	assert_states(LEDE "\nนโยบายความเป็นส่วนตัว\n" BODY, "sbs");
}

static void stops_of_many_scripts_end_a_sentence(void **state)
{
	const char *burmese = "ရေခဲမပျော်မချင်း ဆိပ်ကမ်းကို ပိတ်ထားမည်ဟု မြို့နယ်ကောင်စီက အင်္ဂါနေ့ညတွင် "
			      "ဆုံးဖြတ်ခဲ့ပြီး ငါးဖမ်းသမားများက သဘောမတူဟု ပြောကြသည်။";
	const char *khmer = "កំពង់ផែនឹងនៅបិទរហូតដល់ទឹកកករលាយអស់ ក្រុមប្រឹក្សាក្រុងបានសម្រេចនៅយប់ថ្ងៃអង្គារ "
			    "បន្ទាប់ពីការពិភាក្សាយ៉ាងយូរអស់រយៈពេលបីម៉ោង។";
	char text[4000];

	(void)state;
	snprintf(text, sizeof text, "%s\n%s\n%s\n%s", burmese, khmer, burmese, khmer);
	assert_states(text, "ssdd");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_formula_under_each_article_of_a_law_stays),
		cmocka_unit_test(an_entry_of_a_ticker_written_twice_is_hidden),
		cmocka_unit_test(a_refrain_of_a_poem_stays),
		cmocka_unit_test(line_breaks_of_wrapped_prose_make_no_difference),
		cmocka_unit_test(a_translation_is_no_repeat),
		cmocka_unit_test(a_body_twice_folds_in_scripts_from_right_to_left),
		cmocka_unit_test(a_long_paragraph_of_thai_or_lao_is_prose),
		cmocka_unit_test(names_in_latin_letters_make_no_list_of_a_paragraph),
		cmocka_unit_test(a_headline_without_blanks_fits_a_box),
		cmocka_unit_test(stops_of_many_scripts_end_a_sentence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
