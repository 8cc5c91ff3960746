/*
 * `diple fold --explain`: why each paragraph is shown or not; and that the text, the objects
 * and the explanations of `diple fold` say the same.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include <cmocka.h>

#include "buf.h"
#include "support/files.h"
#include "support/folding.h"
#include "support/random.h"
#include "support/run.h"
#include "support/session.h"

#define COUNTED(who, count)                                                                    \
	who " counted " count " boats beyond the mole of the old harbour that night."

static void each_paragraph_has_a_line_that_editors_can_jump_by(void **state)
{
	files_put_text(*state, "a.txt",
		       LEDE "\n\n" COUNTED("The guard", "12") "\n\n" LEDE "\n\n3 min read\n");
	run_expect(
		*state, "diple fold --explain a.txt",
		&(struct expected){
			.out = "a.txt:1: shown \"The harbour of Lindvik will stay closed "
			       "until the ice has …\"\n"
			       "a.txt:3: shown \"The guard counted 12 boats beyond the mole "
			       "of the old …\"\n"
			       "a.txt:5: duplicate of 1 (1.00): same: all its words stood "
			       "there before \"The harbour of Lindvik will stay closed until "
			       "the ice has …\"\n"
			       "a.txt:7: boilerplate (1.00): furniture: part of the page, not "
			       "of the article \"3 min read\"\n" });
}

static void what_changed_stands_below_a_change_a_line(void **state)
{
	files_put_text(*state, "a.txt",
		       COUNTED("The guard", "12") "\n" COUNTED("The mayor never", "15") "\n");
	run_expect(
		*state, "diple fold --explain a.txt | tail -n +2",
		&(struct expected){
			.out = "a.txt:2: near of 1 (0.80): changed:number negation words \"The "
			       "mayor never counted 15 boats beyond the mole of the old …\"\n"
			       "  negation words  guard → mayor never  (The … counted 15 boats "
			       "beyond the)\n"
			       "  number  12 → 15  (The mayor never counted … boats beyond the "
			       "mole of)\n" });
}

static void words_go_unchanged_to_a_pipe_but_on_one_line(void **state)
{
	files_put_text(*state, "a.txt", "One\r\n\ttwo \x1B[1m\xFF.\n\nThree\nfour.\n");
	run_expect(*state, "diple fold --paragraphs block --explain a.txt",
		   &(struct expected){ .out = "a.txt:1: shown \"One two \x1B[1m\xFF.\"\n"
					      "a.txt:4: shown \"Three four.\"\n" });
}

static void to_a_terminal_all_is_safe(void **state)
{
	struct session *s;

	files_put_text(*state, "a.txt", "One \x1B[1mtwo.\n");
	s = session_start(
		&(struct session_options){ .home = *state,
					   .arguments = { "fold", "--explain", "a.txt" },
					   .frameless = true });
	session_await(s, "a.txt:1: shown \"One ^[[1mtwo.\"");
	assert_int_equal(session_await_exit(s), 0);
	session_free(s);
}

static void either_objects_or_explanations_are_printed(void **state)
{
	run_expect(*state, "diple fold --json --explain a.txt",
		   &(struct expected){ .status = 2,
				       .words = "diple: fold: --json and --explain can't both "
						"be given; see diple fold --help" });
}

static void without_folding_all_is_shown(void **state)
{
	files_put_text(*state, "a.txt", LEDE "\n" LEDE "\n");
	run_expect(*state, "diple fold --no-fold --exit-code a.txt",
		   &(struct expected){ .out = LEDE "\n" LEDE "\n" });
	run_expect(
		*state,
		"diple fold --no-fold --exit-code --json a.txt | grep -c '\"state\":\"shown\"'",
		&(struct expected){ .out = "2\n" });
	run_expect(*state,
		   "diple fold --no-fold --exit-code --explain a.txt | grep -c ': shown \"'",
		   &(struct expected){ .out = "2\n" });
}

/* ---- the three agree ---- */

enum { TEXTS = 40 };

static const char *const lines[] = {
	LEDE,
	BODY,
	ENDING,
	HEADING,
	LEDE " " BODY,
	"“" BODY "”",
	"\"" BODY "\"",
	"At dawn " BODY,
	COUNTED("The guard", "12"),
	COUNTED("The guard", "15"),
	COUNTED("Nobody", "12"),
	"Fishermen who had asked for one open quay left the meeting early…",
	"left the meeting early and said that they would sail",
	"Yes.",
	"",
	"Related",
	"Ten quays to see before summer",
	"Who owns the harbour of Lindvik",
	"ADVERTISEMENT",
	"© 2026 The Lindvik Courier. All rights reserved.",
	"Read more: Who owns the ice",
	"港は氷が消えるまで閉じたままだと町議会は火曜日に決めた。",
	"***",
	"\xFF\xED\xA0\x80 damaged",
};

static void make_text(struct dice *dice, struct buf *text)
{
	const char *const end = dice_below(dice, 3) ? "\n" : "\r\n";
	const size_t count = dice_below(dice, 40);

	buf_clear(text);
	for (size_t n = 0; n < count; n++) {
		buf_add_string(text, lines[dice_below(dice, sizeof lines / sizeof *lines)]);
		buf_add_string(text, end);
	}
	if (text->len && !dice_below(dice, 2))
		buf_cut(text, text->len - 1);
}

/* Writes all texts, and returns their names, a blank before each. */
static struct buf make_texts(const char *home)
{
	struct buf names = BUF_EMPTY, text = BUF_EMPTY;
	struct dice dice = { 11 };
	char *sample = files_get(".", "share/sample.txt", NULL);
	char name[16];

	files_put_text(home, "sample.txt", sample);
	buf_add_string(&names, " sample.txt");
	for (size_t n = 0; n < TEXTS; n++) {
		snprintf(name, sizeof name, "%zu.txt", n);
		make_text(&dice, &text);
		files_put(home, name, text.at, text.len);
		buf_printf(&names, " %s", name);
	}
	buf_release(&text);
	free(sample);
	return names;
}

/* What is to stand before the words of an explanation, by an object. */
static void add_head(struct buf *head, const json_t *row)
{
	const json_t *of = json_object_get(row, "of"), *score = json_object_get(row, "score");
	const char *why = json_string_value(json_object_get(row, "why"));
	const char *of_file = json_string_value(json_object_get(row, "of_file"));

	buf_printf(head, "%s:%lld: %s", json_string_value(json_object_get(row, "file")),
		   (long long)json_integer_value(json_object_get(row, "n")),
		   json_string_value(json_object_get(row, "state")));
	if (!json_is_null(of))
		buf_printf(head, " of %s%s%lld", of_file ? of_file : "", of_file ? ":" : "",
			   (long long)json_integer_value(of));
	if (!json_is_null(score)) {
		buf_printf(head, " (%.2f): ", json_number_value(score));
		/* A file is named with the line already. */
		buf_add(head, why,
			of_file ? (size_t)(strstr(why, "; in ") - why) : strlen(why));
	}
	buf_add_string(head, " \"");
}

static size_t offset(struct text *text, const json_t *row, const char *member)
{
	size_t at;

	assert_true(text_offset(text, (size_t)json_integer_value(json_object_get(row, member)),
				&at));
	return at;
}

/* One file, rebuilt from its objects. */
struct rebuilt {
	char name[16];
	char *bytes;
	struct text text;
	size_t at; /* all before was taken or left out */
	bool shown;
	bool begun; /* something of it was taken: on a line of its own */
};

static void take_rest(struct rebuilt *it, size_t until, struct buf *out)
{
	if (it->shown && until > it->at) {
		if (!it->begun && out->len && out->at[out->len - 1] != '\n')
			buf_add_char(out, '\n');
		buf_add(out, it->text.bytes + it->at, until - it->at);
		it->begun = true;
	}
	it->at = until;
}

static void close_text(struct rebuilt *it, struct buf *out)
{
	if (!it->bytes)
		return;
	take_rest(it, it->text.len, out);
	text_release(&it->text);
	free(it->bytes);
	it->bytes = NULL;
}

static void take_row(struct rebuilt *it, const char *home, const json_t *row, struct buf *out)
{
	const char *file = json_string_value(json_object_get(row, "file"));
	const char *state = json_string_value(json_object_get(row, "state"));
	size_t len;

	if (!it->bytes || strcmp(it->name, file)) {
		close_text(it, out);
		snprintf(it->name, sizeof it->name, "%s", file);
		it->bytes = files_get(home, file, &len);
		text_borrow(&it->text, it->bytes, len);
		it->at = 0;
		it->shown = true; /* what stands before the first paragraph */
		it->begun = false;
	}
	take_rest(it, offset(&it->text, row, "start"), out);
	it->shown = !strcmp(state, "shown") || !strcmp(state, "near");
}

/* The next explanation, over the changes below the one before. */
static const char *next_explanation(const char *at)
{
	do {
		at = strchrnul(at, '\n');
		at += *at == '\n';
	} while (!strncmp(at, "  ", 2));
	return at;
}

static struct ran *run_fold(const char *home, const char *options, const char *names)
{
	struct buf script = BUF_EMPTY;
	struct ran *ran;

	buf_printf(&script, "diple fold%s%s", options, names);
	ran = run(home, script.at);
	buf_release(&script);
	return ran;
}

/* Checks an explanation, and takes what the text has of the paragraph. */
static void compare_row(struct rebuilt *rebuilt, const char *home, const char *line,
			const char *explanation, struct buf *out)
{
	json_t *row = json_loads(line, JSON_DISABLE_EOF_CHECK, NULL);
	struct buf head = BUF_EMPTY;

	assert_non_null(row);
	add_head(&head, row);
	if (strncmp(explanation, head.at, head.len))
		fail_msg("%s\nis not\n%.200s", head.at, explanation);
	take_row(rebuilt, home, row, out);
	buf_release(&head);
	json_decref(row);
}

/* `options` of each of the three. */
static void assert_agreement(const char *home, const char *names, const char *const options[3])
{
	struct ran *plain = run_fold(home, options[0], names);
	struct ran *json = run_fold(home, options[1], names);
	struct ran *explained = run_fold(home, options[2], names);
	const char *explanation = explained->out;
	struct rebuilt rebuilt = { 0 };
	struct buf out = BUF_EMPTY;
	size_t rows = 0;

	for (const char *line = json->out; *line; line = strchr(line, '\n') + 1, rows++) {
		compare_row(&rebuilt, home, line, explanation, &out);
		explanation = next_explanation(explanation);
	}
	close_text(&rebuilt, &out);
	assert_string_equal(explanation, "");
	assert_int_equal(out.len, plain->len);
	assert_memory_equal(out.at, plain->out, out.len);
	assert_true(rows > 400);
	run_free(plain);
	run_free(json);
	run_free(explained);
	buf_release(&out);
}

static void text_objects_and_explanations_agree(void **state)
{
	static const char *const each[] = { "", " --json", " --explain" };
	static const char *const across[] = { " --across", " --across --json",
					      " --across --explain" };
	struct buf names = make_texts(*state);

	assert_agreement(*state, names.at, each);
	assert_agreement(*state, names.at, across);
	buf_release(&names);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, run_setup, run_teardown)
		TEST(each_paragraph_has_a_line_that_editors_can_jump_by),
		TEST(what_changed_stands_below_a_change_a_line),
		TEST(words_go_unchanged_to_a_pipe_but_on_one_line),
		TEST(to_a_terminal_all_is_safe),
		TEST(either_objects_or_explanations_are_printed),
		TEST(without_folding_all_is_shown),
		TEST(text_objects_and_explanations_agree),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
