/*
 * `diple fold` on text that comes in parts. A socket of packets stands for standard input: each
 * read gets one packet, so a split is what the test says, not what the kernel made of it.
 */
#include "folded.h"

#include "support/files.h"
#include "support/folding.h"
#include "support/random.h"

#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

/* Longer than what is waited for before anything is printed. */
#define LONG_HEAD 9000

/* A program whose standard output is `out`. */
static struct program program_to(int out)
{
	struct program program;

	program_init(&program, NULL);
	output_init(&program.out, out);
	output_init(&program.log, dup(STDERR_FILENO));
	return program;
}

/* The other end of what is standard input now; `old` keeps what was. */
static int replace_input(int *old)
{
	int ends[2];

	assert_int_equal(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, ends), 0);
	*old = dup(STDIN_FILENO);
	assert_int_equal(dup2(ends[0], STDIN_FILENO), STDIN_FILENO);
	close(ends[0]);
	return ends[1];
}

static void restore_input(int old)
{
	dup2(old, STDIN_FILENO);
	close(old);
}

struct parts {
	struct buf text;
	size_t cuts[64]; /* ascending */
	size_t count;
};

static void send_parts(const struct parts *parts, int to)
{
	size_t at = 0;

	for (size_t n = 0; n <= parts->count; n++) {
		const size_t end = n < parts->count ? parts->cuts[n] : parts->text.len;

		if (end > at)
			assert_int_equal(write(to, parts->text.at + at, end - at), end - at);
		at = end;
	}
}

static const struct listed input = { .path = "-", .named = true };

/* What is printed of the text in these parts. */
static char *printed(const struct parts *parts, bool unfolded, size_t *len)
{
	int out = memfd_create("out", 0), old, to = replace_input(&old);
	struct program program = program_to(dup(out));

	program.shared.unfolded = unfolded;
	send_parts(parts, to);
	close(to);
	folded_print(&program, &input);
	restore_input(old);
	assert_int_equal(program_finish(&program), 0);
	return files_take(out, len);
}

static void assert_alike(struct parts *parts, bool unfolded)
{
	const size_t cuts = parts->count;
	size_t expected_len, len;
	char *expected, *got;

	parts->count = 0;
	expected = printed(parts, unfolded, &expected_len);
	parts->count = cuts;
	got = printed(parts, unfolded, &len);
	assert_int_equal(len, expected_len);
	assert_memory_equal(got, expected, len);
	free(expected);
	free(got);
}

/* Blank lines, line ends of both kinds, characters of many bytes, damaged ones, repeats. */
static const char hostile[] =
	"\r\n \n" LEDE "\r\n\r\n" BODY "\n\n\n \t\r\n\r" LEDE
	"\r\nЛёд 海\xF0\x9F\x9A\xA2\r\nRelated\nTen quays to see\n\n\xFF\xC3\n" BODY
	"\r\n\r\n" LEDE;

static void add_head(struct buf *text, enum paragraph_mode mode)
{
	for (size_t n = 0; text->len < LONG_HEAD; n++)
		buf_printf(text, "Boat %zu came in from the ice and brought%c%zu casks%s", n,
			   mode == PARAGRAPH_BLOCK ? '\n' : ' ', n * 7,
			   mode == PARAGRAPH_BLOCK
				   ? " of it.\n\n"
				   : " of it, which the guard counted twice before "
				     "dawn and once more at noon.\n");
}

static void a_split_at_any_byte_changes_nothing(void **state)
{
	struct parts parts = { .text = BUF_EMPTY };

	(void)state;
	buf_add_string(&parts.text, "\xEF\xBB\xBF");
	add_head(&parts.text, PARAGRAPH_LINE);
	parts.cuts[0] = parts.text.len;
	buf_add(&parts.text, hostile, sizeof hostile - 1);
	for (parts.count = 1; parts.cuts[0] < parts.text.len; parts.cuts[0]++)
		assert_alike(&parts, false);
	buf_release(&parts.text);
}

static void a_split_in_the_head_changes_nothing(void **state)
{
	struct parts parts = { .text = BUF_EMPTY };

	(void)state;
	buf_add_string(&parts.text, "\xEF\xBB\xBF");
	buf_add(&parts.text, hostile, sizeof hostile - 1);
	for (parts.cuts[0] = 1; parts.cuts[0] < parts.text.len; parts.cuts[0]++) {
		parts.count = 1;
		assert_alike(&parts, parts.cuts[0] % 2);
	}
	buf_clear(&parts.text);
	parts.count = 0;
	assert_alike(&parts, false);
	buf_release(&parts.text);
}

static int by_place(const void *a, const void *b)
{
	const size_t *left = a, *right = b;

	return (*left > *right) - (*left < *right);
}

static void many_splits_anywhere_change_nothing(void **state)
{
	struct parts parts = { .text = BUF_EMPTY };
	struct dice dice = { 11 };

	(void)state;
	for (size_t round = 0; round < 60; round++) {
		buf_clear(&parts.text);
		add_head(&parts.text, round % 3 ? PARAGRAPH_LINE : PARAGRAPH_BLOCK);
		for (size_t n = 0; n < 20; n++)
			buf_add(&parts.text, hostile,
				1 + dice_below(&dice, sizeof hostile - 1));
		parts.count = 1 + dice_below(&dice, 64);
		for (size_t n = 0; n < parts.count; n++)
			parts.cuts[n] = dice_below(&dice, parts.text.len);
		qsort(parts.cuts, parts.count, sizeof *parts.cuts, by_place);
		assert_alike(&parts, round % 5 == 4);
	}
	buf_release(&parts.text);
}

/* Awaits so many bytes from a pipe; how many came in time. */
static size_t await_bytes(int from, size_t wanted)
{
	char bytes[4096];
	size_t got = 0;
	struct pollfd wait = { .fd = from, .events = POLLIN };

	while (got < wanted && poll(&wait, 1, 5000) > 0) {
		const ssize_t n = read(from, bytes, sizeof bytes);

		if (n <= 0)
			break;
		got += (size_t)n;
	}
	return got;
}

/* Prints in a process of its own; what it prints comes out of the descriptor returned. */
static int print_beside(int *to, pid_t *child)
{
	int out[2], old;

	assert_int_equal(pipe(out), 0);
	*to = replace_input(&old);
	*child = fork();
	if (!*child) {
		struct program program = program_to(out[1]);

		close(*to);
		close(out[0]);
		folded_print(&program, &input);
		_exit(program_finish(&program));
	}
	restore_input(old);
	close(out[1]);
	return out[0];
}

static void what_is_settled_is_printed_before_the_rest_comes(void **state)
{
	struct parts parts = { .text = BUF_EMPTY };
	int to, from, status;
	pid_t child;
	size_t head;

	(void)state;
	add_head(&parts.text, PARAGRAPH_LINE);
	buf_add_string(&parts.text, LEDE "\n\n");
	head = parts.text.len;
	buf_add_string(&parts.text, BODY "\n");
	from = print_beside(&to, &child);
	send_parts(&parts, to);
	assert_int_equal(await_bytes(from, head), head);
	buf_clear(&parts.text);
	buf_add_string(&parts.text, LEDE);
	send_parts(&parts, to);
	close(to);
	assert_int_equal(await_bytes(from, SIZE_MAX), strlen(BODY "\n"));
	close(from);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	buf_release(&parts.text);
}

static void a_binary_file_is_refused_before_anything_is_printed(void **state)
{
	struct parts parts = { .text = BUF_EMPTY, .cuts = { 4000 }, .count = 1 };
	int to, from, status;
	pid_t child;

	(void)state;
	add_head(&parts.text, PARAGRAPH_LINE);
	parts.text.at[8191] = '\0';
	from = print_beside(&to, &child);
	send_parts(&parts, to);
	assert_int_equal(await_bytes(from, SIZE_MAX), 0);
	close(to);
	close(from);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(WEXITSTATUS(status), STATUS_TROUBLE);
	buf_release(&parts.text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_split_at_any_byte_changes_nothing),
		cmocka_unit_test(a_split_in_the_head_changes_nothing),
		cmocka_unit_test(many_splits_anywhere_change_nothing),
		cmocka_unit_test(what_is_settled_is_printed_before_the_rest_comes),
		cmocka_unit_test(a_binary_file_is_refused_before_anything_is_printed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
