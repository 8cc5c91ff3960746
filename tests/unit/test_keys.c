/*
 * Keys and their names.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "keys.h"

static int named(const char *name)
{
	return keys_find(name, strlen(name));
}

static void assert_name(int key, const char *name)
{
	char out[KEYS_NAME];

	keys_name(key, out);
	assert_string_equal(out, name);
}

static void what_can_be_bound_is_found_by_the_name_it_shows(void **state)
{
	char name[KEYS_NAME];

	(void)state;
	for (int key = 1; key <= K_F1; key++) {
		int is_surrogate = key >= 0xd800 && key <= 0xdfff;

		if (is_surrogate || key == '\b' || key == 0x7f || key == K_NAMED)
			continue;
		keys_name(key, name);
		assert_int_equal(named(name), key);
	}
}

static void keys_without_a_character_have_words(void **state)
{
	(void)state;
	assert_name(' ', "space");
	assert_name(K_SHIFT_TAB, "S-Tab");
	assert_name(K_ENTER, "Enter");
	assert_name(K_PAGE_DOWN, "PageDown");
}

static void control_keys_are_called_by_their_letter(void **state)
{
	(void)state;
	assert_name(18, "C-r");
	assert_name(31, "C-_");
	assert_int_equal(named("C-r"), 18);
	assert_int_equal(named("c-R"), 18);
	assert_int_equal(named("C-g"), K_CTRL_G);
	assert_int_equal(named("C-1"), K_NONE);
}

static void what_terminals_send_alike_is_one_key(void **state)
{
	(void)state;
	assert_int_equal(named("C-h"), K_BACKSPACE);
	assert_int_equal(named("C-i"), K_TAB);
	assert_int_equal(named("C-m"), K_ENTER);
	assert_int_equal(named("C-["), K_ESCAPE);
}

static void characters_name_themselves_in_their_case(void **state)
{
	(void)state;
	assert_int_equal(named("z"), 'z');
	assert_int_equal(named("Z"), 'Z');
	assert_int_equal(named("é"), 0xe9);
	assert_int_equal(named("["), '[');
	assert_name(';', ";");
	assert_name(0xe9, "é");
}

static void what_settings_files_cannot_hold_has_a_word(void **state)
{
	(void)state;
	assert_int_equal(named("semicolon"), ';');
	assert_int_equal(named("equal"), '=');
	assert_int_equal(named("bracketleft"), '[');
	assert_int_equal(named("bracketright"), ']');
	assert_int_equal(named("hash"), '#');
	assert_int_equal(named("comma"), ',');
	assert_int_equal(named("period"), '.');
}

static void words_are_found_in_either_case(void **state)
{
	(void)state;
	assert_int_equal(named("enter"), K_ENTER);
	assert_int_equal(named("s-tab"), K_SHIFT_TAB);
	assert_int_equal(named("Semicolon"), ';');
}

static void what_is_no_key_has_no_code(void **state)
{
	(void)state;
	assert_int_equal(named(""), K_NONE);
	assert_int_equal(named("ent"), K_NONE);
	assert_int_equal(named("entering"), K_NONE);
	assert_int_equal(named("xy"), K_NONE);
	assert_int_equal(named("\xff"), K_NONE);
	assert_int_equal(named("\xc3"), K_NONE);
	assert_int_equal(named("\x7f"), K_NONE);
	assert_int_equal(keys_find("\0", 1), K_NONE);
}

static void what_cannot_be_bound_has_no_name(void **state)
{
	(void)state;
	assert_name(K_NONE, "");
	assert_name(K_NAMED, "");
	assert_name(K_PASTE_BEGIN, "");
	assert_name(K_PASTE_END, "");
	assert_name(K_UNKNOWN, "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_can_be_bound_is_found_by_the_name_it_shows),
		cmocka_unit_test(keys_without_a_character_have_words),
		cmocka_unit_test(control_keys_are_called_by_their_letter),
		cmocka_unit_test(what_terminals_send_alike_is_one_key),
		cmocka_unit_test(characters_name_themselves_in_their_case),
		cmocka_unit_test(what_settings_files_cannot_hold_has_a_word),
		cmocka_unit_test(words_are_found_in_either_case),
		cmocka_unit_test(what_is_no_key_has_no_code),
		cmocka_unit_test(what_cannot_be_bound_has_no_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
