/* What holds of the folds of any text: see support/fold_laws.h. */
#include "support/fold_laws.h"
#include "support/fold_texts.h"
#include "support/folding.h"
#include "support/random.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

enum { CHOICES = 300 };

/* Under valgrind each text takes thirty times as long. */
static uint64_t texts(uint64_t count)
{
	return getenv("DIPLE_VALGRIND") ? count / 20 + 1 : count;
}

static void assert_laws(const struct buf *bytes, uint64_t seed)
{
	static const enum paragraph_mode modes[] = { PARAGRAPH_LINE, PARAGRAPH_BLOCK };
	struct text text;

	text_borrow(&text, bytes->len ? bytes->at : "", bytes->len);
	for (size_t i = 0; i < sizeof modes / sizeof *modes; i++) {
		const char *broken = fold_laws_broken(&text, modes[i], seed);

		if (broken)
			fail_msg("seed %zu, mode %zu: %s\n%.*s", (size_t)seed, i, broken,
				 (int)bytes->len, bytes->at);
	}
	text_release(&text);
}

/* Chosen among all there is, or among little, so that much repeats. */
static void make_text(uint64_t seed, struct buf *out)
{
	struct dice dice = { seed };
	const size_t variety = dice_below(&dice, 2) ? 256 : 3 + dice_below(&dice, 20);
	uint8_t choices[CHOICES];
	size_t len = dice_below(&dice, sizeof choices);

	for (size_t i = 0; i < len; i++)
		choices[i] = (uint8_t)dice_below(&dice, variety);
	fold_texts_make(choices, len, out);
}

static void a_text_full_of_repeats_keeps_the_laws(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= texts(250); seed++) {
		struct buf bytes = BUF_EMPTY;

		make_text(seed, &bytes);
		assert_laws(&bytes, seed);
		buf_release(&bytes);
	}
}

/* The fifth line waits when the sixth comes, and may yet be hidden: the second is not joined to
 * it. */
static void what_is_joined_to_a_line_that_waited_repeats_what_shows(void **state)
{
#define FIRST  "The ferry is 48 metres long and has sailed since 1987 between the islands"
#define SECOND "and shall now be sold to the south, as the council decided on Friday."
	struct buf bytes = BUF_EMPTY;

	(void)state;
	buf_add_string(&bytes, FIRST "\n" SECOND "\n" FIRST "\n" SECOND "\n" FIRST "\n" SECOND
				     " " FIRST "\n" SECOND "\n");
	assert_laws(&bytes, 1);
	buf_release(&bytes);
#undef FIRST
#undef SECOND
}

static void a_text_behind_another_keeps_the_laws(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= texts(150); seed++) {
		struct buf old = BUF_EMPTY, new = BUF_EMPTY;
		struct text earlier, text;
		const char *broken;

		make_text(seed, &old);
		make_text(seed + 1000, &new);
		text_borrow(&earlier, old.len ? old.at : "", old.len);
		text_borrow(&text, new.len ? new.at : "", new.len);
		broken = fold_laws_broken_across(&earlier, &text, PARAGRAPH_LINE);
		if (broken)
			fail_msg("seed %zu: %s", (size_t)seed, broken);
		buf_release(&old);
		buf_release(&new);
	}
}

static void bytes_at_random_keep_the_laws(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= texts(60); seed++) {
		struct dice dice = { seed };
		struct buf bytes = BUF_EMPTY;
		const size_t len = dice_below(&dice, 600);

		dice_utf8ish(&dice, buf_room(&bytes, len), len);
		buf_grew(&bytes, len);
		assert_laws(&bytes, seed);
		buf_release(&bytes);
	}
}

#define CHANGED                                                                                \
	"The harbour of Lindvik will stay closed until the snow has gone, the town council "   \
	"decided on Tuesday evening."

/* Whole paragraphs and lines between a title and an end that no other line looks like. */
static void make_plain_text(uint64_t seed, struct buf *out)
{
	static const char *const lines[] = {
		LEDE "\n",
		BODY "\r\n",
		ENDING "\n\n",
		HEADING "\n",
		"Yes.\n",
		"Related\n",
		"Ten quays to see\n",
		"ADVERTISEMENT\n",
		"Read more: Ten quays\n",
		"Who owns the ice?\n",
		"By Ada Holm\n \n",
		CHANGED "\n",
	};
	struct dice dice = { seed };

	buf_add_string(out, "Lindvik, in March of that year\n");
	for (size_t n = 5 + dice_below(&dice, 30); n; n--)
		buf_add_string(out, lines[dice_below(&dice, sizeof lines / sizeof *lines)]);
	buf_add_string(out, "None of the skippers whom this paper asked had an answer to that, "
			    "nor did the woman who sells them their diesel.\n");
}

static void what_is_left_of_whole_paragraphs_folds_nothing_more(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= texts(400); seed++) {
		struct buf bytes = BUF_EMPTY, left = BUF_EMPTY;
		struct folds folds, more;
		struct text text, rest;

		make_plain_text(seed, &bytes);
		text_borrow(&text, bytes.at, bytes.len);
		assert_true(fold_laws_read(&text, PARAGRAPH_LINE, &folds));
		fold_laws_left(&text, &folds, &left);
		text_borrow(&rest, left.at, left.len);
		assert_true(fold_laws_read(&rest, PARAGRAPH_LINE, &more));
		for (size_t n = 0; n < more.count; n++)
			if (folds_hidden(&more, n))
				fail_msg("seed %zu hides paragraph %zu of\n%s", (size_t)seed, n,
					 left.at);
		folds_release(&folds);
		folds_release(&more);
		buf_release(&bytes);
		buf_release(&left);
	}
}

/* The one way in which copies come together: what stood between them is gone. */
static void pieces_that_a_copy_parts_fold_only_when_it_is_gone(void **state)
{
	(void)state;
	assert_states(LEDE " " BODY "\n" ENDING "\n" LEDE "\n" ENDING "\n" BODY, "ssndn");
	assert_states(LEDE " " BODY "\n" ENDING "\n" LEDE "\n" BODY, "ssdd");
}

/* A writer that gives bytes as it likes. */
static void write_parts(int fd, const struct buf *bytes, uint64_t seed)
{
	struct dice dice = { seed };
	size_t at = 0;

	while (at < bytes->len) {
		size_t part = 1 + dice_below(&dice, dice_below(&dice, 2) ? 4 : 3000);
		ssize_t done;

		part = part < bytes->len - at ? part : bytes->len - at;
		done = write(fd, bytes->at + at, part);
		if (done <= 0)
			_exit(1);
		at += (size_t)done;
	}
	_exit(0);
}

static void read_parts(const struct buf *bytes, uint64_t seed, struct text *text)
{
	int ends[2], status;
	struct err err;
	pid_t pid;

	assert_int_equal(pipe(ends), 0);
	pid = fork();
	if (pid == 0)
		write_parts(ends[1], bytes, seed);
	close(ends[1]);
	assert_true(text_begin(text, ends[0], "a pipe", &err));
	while (text->growing)
		assert_true(text_more(text, ends[0], "a pipe", &err));
	close(ends[0]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
}

static void a_text_that_comes_in_parts_is_the_same(void **state)
{
	struct buf bytes = BUF_EMPTY;
	struct text text;

	(void)state;
	for (uint64_t seed = 1; bytes.len < 200000; seed++) {
		make_text(seed, &bytes);
		for (size_t i = 0; i < bytes.len; i++)
			bytes.at[i] = bytes.at[i] ? bytes.at[i] : ' ';
	}
	for (uint64_t seed = 1; seed <= 5; seed++) {
		read_parts(&bytes, seed, &text);
		assert_int_equal(text.len + text.bom, bytes.len);
		assert_memory_equal(text.bytes - text.bom, bytes.at, bytes.len);
		text_release(&text);
	}
	buf_release(&bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_text_full_of_repeats_keeps_the_laws),
		cmocka_unit_test(what_is_joined_to_a_line_that_waited_repeats_what_shows),
		cmocka_unit_test(a_text_behind_another_keeps_the_laws),
		cmocka_unit_test(bytes_at_random_keep_the_laws),
		cmocka_unit_test(what_is_left_of_whole_paragraphs_folds_nothing_more),
		cmocka_unit_test(pieces_that_a_copy_parts_fold_only_when_it_is_gone),
		cmocka_unit_test(a_text_that_comes_in_parts_is_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
