#include "digest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
/* cmocka.h wants these four first. */
#include <string.h>

#include <cmocka.h>

/* What a struct text holds of a file in memory, without opening one. */
static struct text text_of(const char *file, size_t bom)
{
	return (struct text){ .bytes = file + bom, .len = strlen(file) - bom, .bom = bom };
}

static void the_name_is_the_one_of_rfc_6920(void **state)
{
	const struct text text = text_of("Hello World!", 0);
	struct digest digest;

	(void)state;
	digest_init(&digest);
	assert_true(digest_work(&digest, &text, 1000));
	assert_string_equal(digest.name,
			    "ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk");
}

static void slices_of_any_size_give_the_same_name(void **state)
{
	const struct text text = text_of("Hello World!", 0);

	(void)state;
	for (size_t slice = 1; slice < 14; slice++) {
		struct digest digest;
		size_t slices = 1;

		digest_init(&digest);
		while (!digest_work(&digest, &text, slice)) {
			assert_int_equal(digest.done, slices * slice);
			assert_string_equal(digest.name, "");
			slices++;
		}
		assert_true(digest_work(&digest, &text, slice));
		assert_string_equal(
			digest.name,
			"ni:///sha-256;f4OxZX_x_FO5LcGBSKHWXfwtSx-j1ncoSt3SABJtkGk");
	}
}

static void a_byte_order_mark_counts(void **state)
{
	const struct text with = text_of("\xef\xbb\xbfHello", 3);
	const struct text plain = text_of("\xef\xbb\xbfHello", 0),
			  without = text_of("Hello", 0);
	struct digest a, b, c;

	(void)state;
	digest_init(&a);
	digest_init(&b);
	digest_init(&c);
	assert_true(digest_work(&a, &with, 100));
	assert_true(digest_work(&b, &plain, 100));
	assert_true(digest_work(&c, &without, 100));
	assert_string_equal(a.name, b.name);
	assert_string_not_equal(a.name, c.name);
}

static void an_empty_text_has_a_name(void **state)
{
	const struct text text = text_of("", 0);
	struct digest digest;

	(void)state;
	digest_init(&digest);
	assert_true(digest_work(&digest, &text, 1));
	assert_string_equal(digest.name,
			    "ni:///sha-256;47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU");
}

static void a_string_has_the_digest_that_sha256sum_prints(void **state)
{
	char hex[65];

	(void)state;
	digest_hex("abc", 3, hex);
	assert_string_equal(hex,
			    "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_name_is_the_one_of_rfc_6920),
		cmocka_unit_test(slices_of_any_size_give_the_same_name),
		cmocka_unit_test(a_byte_order_mark_counts),
		cmocka_unit_test(an_empty_text_has_a_name),
		cmocka_unit_test(a_string_has_the_digest_that_sha256sum_prints),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
