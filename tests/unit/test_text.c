#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "support/random.h"
#include "text.h"
#include "utf8.h"

/* A directory of its own for each test; what tests leave in it is `path`. */
struct place {
	char directory[64];
	char path[96];
	struct err err;
};

static int make_place(void **state)
{
	struct place *place = calloc(1, sizeof *place);

	if (!place)
		return -1;
	strcpy(place->directory, "/tmp/diple-text-XXXXXX");
	if (!mkdtemp(place->directory))
		return -1;
	snprintf(place->path, sizeof place->path, "%s/news.txt", place->directory);
	*state = place;
	return 0;
}

static int leave_place(void **state)
{
	struct place *place = *state;

	unlink(place->path);
	rmdir(place->directory);
	free(place);
	return 0;
}

static void write_file(const char *path, const char *bytes, size_t len)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, len, file), len);
	assert_int_equal(fclose(file), 0);
}

static void assert_refused(struct place *place, const char *path, const char *because)
{
	struct text text;

	assert_false(text_open(&text, path, &place->err));
	assert_non_null(strstr(place->err.text, path));
	assert_non_null(strstr(place->err.text, because));
	text_release(&text);
}

static void a_file_is_read_as_it_is(void **state)
{
	struct place *place = *state;
	struct text text;

	write_file(place->path, "one\r\ntwo", 8);
	assert_true(text_open(&text, place->path, &place->err));
	assert_int_equal(text.len, 8);
	assert_memory_equal(text.bytes, "one\r\ntwo", 8);
	assert_int_equal(text.stat.st_size, 8);
	text_release(&text);
	assert_int_equal(text.len, 0);
}

static void an_empty_file_is_an_empty_text(void **state)
{
	struct place *place = *state;
	struct text text;

	write_file(place->path, "", 0);
	assert_true(text_open(&text, place->path, &place->err));
	assert_int_equal(text.len, 0);
	assert_non_null(text.bytes);
	assert_int_equal(text_points(&text, 5), 0);
	text_release(&text);
}

static void a_byte_order_mark_is_left_out(void **state)
{
	struct place *place = *state;
	struct text text;

	write_file(place->path, "\xEF\xBB\xBFhi", 5);
	assert_true(text_open(&text, place->path, &place->err));
	assert_int_equal(text.bom, 3);
	assert_int_equal(text.len, 2);
	assert_memory_equal(text.bytes - text.bom, "\xEF\xBB\xBFhi", 5);
	text_release(&text);
}

static void a_directory_is_refused_by_name(void **state)
{
	struct place *place = *state;

	assert_refused(place, place->directory, "is a directory");
}

static void a_named_pipe_is_refused_without_waiting(void **state)
{
	struct place *place = *state;

	assert_int_equal(mkfifo(place->path, 0600), 0);
	assert_refused(place, place->path, "named pipe");
}

static void a_device_is_refused(void **state)
{
	assert_refused(*state, "/dev/null", "is a device");
}

static void a_missing_file_is_a_system_error(void **state)
{
	struct place *place = *state;

	assert_refused(place, place->path, "No such file");
	assert_int_equal(place->err.kind, ERR_SYSTEM);
}

static void a_nul_in_the_head_makes_a_file_binary(void **state)
{
	struct place *place = *state;

	write_file(place->path, "ELF\0x", 5);
	assert_refused(place, place->path, "a NUL byte at 3");
}

static void a_nul_behind_the_head_is_text(void **state)
{
	struct place *place = *state;
	struct text text;
	char bytes[9000];

	memset(bytes, 'a', sizeof bytes);
	bytes[8192] = '\0';
	write_file(place->path, bytes, sizeof bytes);
	assert_true(text_open(&text, place->path, &place->err));
	assert_int_equal(text.len, sizeof bytes);
	text_release(&text);
	bytes[8191] = '\0';
	write_file(place->path, bytes, sizeof bytes);
	assert_refused(place, place->path, "a NUL byte at 8191");
}

/* `head` and then a hole: a huge file that takes next to no room. */
static void write_huge(const char *path, const char *head, size_t len)
{
	write_file(path, head, len);
	assert_int_equal(truncate(path, (off_t)TEXT_READ_MAX + 1), 0);
}

static void a_large_file_is_mapped(void **state)
{
	struct place *place = *state;
	struct text text;
	char head[8192];

	memset(head, 'a', sizeof head);
	write_huge(place->path, head, sizeof head);
	assert_true(text_open(&text, place->path, &place->err));
	assert_true(text.mapped);
	assert_int_equal(text.len, TEXT_READ_MAX + 1);
	assert_int_equal(text_points(&text, text.len), text.len);
	text_release(&text);
}

static void a_large_binary_file_is_refused(void **state)
{
	struct place *place = *state;

	write_huge(place->path, "begin\n", 6);
	assert_refused(place, place->path, "a NUL byte at 6");
}

/* Writes `len` bytes to a pipe in a child, so that the reader sees many small pieces. */
static int pipe_of(const char *bytes, size_t len)
{
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	if (fork() == 0) {
		for (size_t at = 0; at < len; at += 1000)
			if (write(ends[1], bytes + at, len - at < 1000 ? len - at : 1000) < 0)
				break;
		_exit(0);
	}
	close(ends[1]);
	return ends[0];
}

static void a_pipe_is_read_to_its_end(void **state)
{
	struct place *place = *state;
	struct text text;
	char *bytes = malloc(300000);
	int fd;

	memset(bytes, 'p', 300000);
	fd = pipe_of(bytes, 300000);
	assert_true(text_begin(&text, fd, "standard input", &place->err));
	while (text.growing)
		assert_true(text_more(&text, fd, "standard input", &place->err));
	assert_int_equal(text.len, 300000);
	assert_memory_equal(text.bytes, bytes, text.len);
	assert_int_equal(text_fate(&text, "/nowhere"), TEXT_SAME);
	text_release(&text);
	free(bytes);
	close(fd);
	wait(NULL);
}

static void an_endless_binary_device_is_refused_at_its_head(void **state)
{
	struct place *place = *state;
	struct text text;
	FILE *zeros = fopen("/dev/zero", "r");

	assert_non_null(zeros);
	assert_false(text_begin(&text, fileno(zeros), "standard input", &place->err));
	assert_non_null(strstr(place->err.text, "standard input: is a binary file"));
	fclose(zeros);
}

static void a_descriptor_that_cannot_be_read_is_an_error(void **state)
{
	struct place *place = *state;
	struct text text;

	assert_false(text_begin(&text, -1, "standard input", &place->err));
	assert_int_equal(place->err.kind, ERR_SYSTEM);
	text_release(&text);
}

static void the_fate_of_a_file_is_known(void **state)
{
	struct place *place = *state;
	struct text text;
	char other[112];

	write_file(place->path, "0123456789", 10);
	assert_true(text_open(&text, place->path, &place->err));
	assert_int_equal(text_fate(&text, place->path), TEXT_SAME);
	assert_int_equal(truncate(place->path, 4), 0);
	assert_int_equal(text_fate(&text, place->path), TEXT_CUT);
	assert_int_equal(truncate(place->path, 40), 0);
	assert_int_equal(text_fate(&text, place->path), TEXT_CHANGED);
	snprintf(other, sizeof other, "%s.new", place->path);
	write_file(other, "0123456789", 10);
	assert_int_equal(rename(other, place->path), 0);
	assert_int_equal(text_fate(&text, place->path), TEXT_CHANGED);
	unlink(place->path);
	assert_int_equal(text_fate(&text, place->path), TEXT_GONE);
	text_release(&text);
}

static void points_and_offsets_are_each_others_inverse(void **state)
{
	struct dice dice = { 7 };
	size_t len = 400001, points = 0;
	char *bytes = malloc(len);
	struct text text;

	(void)state;
	dice_utf8ish(&dice, bytes, len);
	text_borrow(&text, bytes, len);
	for (size_t at = 0; at < text.len; points++) {
		size_t end = at + utf8_decode(text.bytes + at, text.len - at).len, offset;

		/* Each place near a post of the index, a few elsewhere. */
		if (at % 65536 < 40 || at % 65536 > 65500 || !dice_below(&dice, 999)) {
			assert_int_equal(text_points(&text, at), points);
			assert_int_equal(text_points(&text, end - 1), points);
			assert_true(text_offset(&text, points, &offset));
			assert_int_equal(offset, at);
		}
		at = end;
	}
	assert_int_equal(text_points(&text, SIZE_MAX), points);
	text_release(&text);
	free(bytes);
}

static void the_end_has_an_offset_and_nothing_behind_it_has(void **state)
{
	struct text text;
	size_t offset = 77;

	(void)state;
	text_borrow(&text, "h\xC3\xA9", 3);
	assert_true(text_offset(&text, 2, &offset));
	assert_int_equal(offset, 3);
	offset = 77;
	assert_false(text_offset(&text, 3, &offset));
	assert_false(text_offset(&text, SIZE_MAX, &offset));
	assert_int_equal(offset, 77);
	text_release(&text);
}

static void a_valid_span_stands_between_characters(void **state)
{
	struct text text;

	(void)state;
	text_borrow(&text, "h\xC3\xA9y", 4);
	assert_true(text_span_valid(&text, (struct span){ 1, 3 }));
	assert_true(text_span_valid(&text, (struct span){ 4, 4 }));
	assert_false(text_span_valid(&text, (struct span){ 2, 3 }));
	assert_false(text_span_valid(&text, (struct span){ 1, 2 }));
	assert_false(text_span_valid(&text, (struct span){ 3, 1 }));
	assert_false(text_span_valid(&text, (struct span){ 0, 5 }));
	text_release(&text);
}

#define WITH_PLACE(test) cmocka_unit_test_setup_teardown(test, make_place, leave_place)

static void a_text_that_comes_in_parts_is_the_text(void **state)
{
	struct place *place = *state;
	static char bytes[200000];
	struct dice dice = { 3 };
	struct text whole, text;
	size_t parts = 0;
	int ends[2];

	dice_utf8ish(&dice, bytes, sizeof bytes);
	memset(bytes, 'a', 10000);
	memcpy(bytes, "\xEF\xBB\xBF", 3);
	text_borrow(&whole, bytes, sizeof bytes);
	assert_int_equal(pipe(ends), 0);
	if (!fork()) {
		close(ends[0]);
		for (size_t at = 0; at < sizeof bytes; at += 1000)
			if (write(ends[1], bytes + at, 1000) != 1000)
				_exit(1);
		_exit(0);
	}
	close(ends[1]);
	assert_true(text_begin(&text, ends[0], "it", &place->err));
	assert_true(text.len >= 8192);
	while (text.growing) {
		const size_t at = dice_below(&dice, text.len - 4);

		assert_int_equal(text_points(&text, at), text_points(&whole, at));
		assert_true(text_more(&text, ends[0], "it", &place->err));
		parts++;
	}
	assert_true(parts > 2);
	assert_int_equal(text.len, whole.len);
	assert_memory_equal(text.bytes, whole.bytes, whole.len);
	assert_int_equal(text_points(&text, text.len), text_points(&whole, whole.len));
	close(ends[0]);
	wait(NULL);
	text_release(&text);
	text_release(&whole);
}

static void an_error_amid_a_text_ends_it(void **state)
{
	struct place *place = *state;
	static char bytes[9000];
	struct text text;
	int ends[2];

	memset(bytes, 'a', sizeof bytes);
	assert_int_equal(pipe(ends), 0);
	assert_int_equal(write(ends[1], bytes, sizeof bytes), sizeof bytes);
	assert_true(text_begin(&text, ends[0], "it", &place->err));
	assert_true(text.growing);
	close(ends[0]);
	assert_false(text_more(&text, ends[0], "it", &place->err));
	assert_non_null(strstr(place->err.text, "it: can't be read"));
	assert_false(text.growing);
	assert_int_equal(text.len, sizeof bytes);
	close(ends[1]);
	text_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_PLACE(a_file_is_read_as_it_is),
		WITH_PLACE(an_empty_file_is_an_empty_text),
		WITH_PLACE(a_byte_order_mark_is_left_out),
		WITH_PLACE(a_directory_is_refused_by_name),
		WITH_PLACE(a_named_pipe_is_refused_without_waiting),
		WITH_PLACE(a_device_is_refused),
		WITH_PLACE(a_missing_file_is_a_system_error),
		WITH_PLACE(a_nul_in_the_head_makes_a_file_binary),
		WITH_PLACE(a_nul_behind_the_head_is_text),
		WITH_PLACE(a_large_file_is_mapped),
		WITH_PLACE(a_large_binary_file_is_refused),
		WITH_PLACE(a_pipe_is_read_to_its_end),
		WITH_PLACE(an_endless_binary_device_is_refused_at_its_head),
		WITH_PLACE(a_descriptor_that_cannot_be_read_is_an_error),
		WITH_PLACE(the_fate_of_a_file_is_known),
		cmocka_unit_test(points_and_offsets_are_each_others_inverse),
		cmocka_unit_test(the_end_has_an_offset_and_nothing_behind_it_has),
		cmocka_unit_test_setup_teardown(a_text_that_comes_in_parts_is_the_text,
						make_place, leave_place),
		cmocka_unit_test_setup_teardown(an_error_amid_a_text_ends_it, make_place,
						leave_place),
		cmocka_unit_test(a_valid_span_stands_between_characters),
	};

	return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
