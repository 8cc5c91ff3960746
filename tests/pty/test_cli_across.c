/*
 * Reading lists: directories, `--across`, `--index`, `--fingerprints`, and the viewer on one.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "support/files.h"
#include "support/island.h"
#include "support/run.h"
#include "support/visit.h"

/* clang-format off */
#define LATER \
	"The last boat left the harbour of Ostravik at nine on Tuesday evening, although " \
	"the wind had turned to the north and nobody on board had looked at the sky."
/* clang-format on */

/* "fold --json" without what stands between "n" and "state". */
#define FOLD_JSON " | sed 's/\"start\".*\"state\"/\"state\"/'"

static void a_directory_is_its_files_in_the_order_of_their_paths(void **state)
{
	run_expect(
		*state,
		"mkdir -p d/a d/.x d/a-b; echo 3 >d/a/z; echo 1 >d/a-b/y; echo 2 >d/a.txt;"
		"echo 5 >d/b; echo 4 >d/a0; echo no >d/.hidden; echo no >d/.x/y;"
		"echo '{}' >d/b.ann.jsonl; printf 'no\\0' >d/bin; mkfifo d/p; ln -s . d/loop;"
		"ln -s a0 d/link; diple fold d; diple fold d/; cd d; diple fold .",
		&(struct expected){ .out = "1\n2\n3\n4\n5\n1\n2\n3\n4\n5\n1\n2\n3\n4\n5\n" });
}

static void what_is_named_is_reported_though_a_directory_passes_it_over(void **state)
{
	run_expect(*state, "mkdir d; printf 'a\\0' >d/bin; diple fold d d/bin",
		   &(struct expected){ .status = 2,
				       .words = "diple: d/bin: is a binary file (a NUL byte at "
						"1); diple reads text" });
}

static void a_file_called_minus_is_no_standard_input(void **state)
{
	run_expect(*state, "mkdir d; cd d; echo it >./-; echo no | diple fold --json .",
		   &(struct expected){ .out = "{\"file\":\"./-\",\"n\":1,\"start\":0,\"end\":2,"
					      "\"state\":\"shown\",\"of\":null,\"score\":null,"
					      "\"why\":\"\"}\n" });
}

static void files_stand_alone_unless_asked(void **state)
{
	files_put_text(*state, "a.txt", BOAT "\n");
	files_put_text(*state, "b.txt", BOAT "\n" KEEPER "\n");
	run_expect(*state, "diple fold a.txt b.txt",
		   &(struct expected){ .out = BOAT "\n" BOAT "\n" KEEPER "\n" });
	run_expect(*state, "diple fold --across a.txt b.txt",
		   &(struct expected){ .out = BOAT "\n" KEEPER "\n" });
	run_expect(*state, "diple --across a.txt b.txt | cat",
		   &(struct expected){ .out = BOAT "\n" KEEPER "\n" });
	run_expect(*state,
		   "diple fold --across --exit-code b.txt; diple fold --across "
		   "--exit-code b.txt a.txt >/dev/null; echo $?",
		   &(struct expected){ .out = BOAT "\n" KEEPER "\n1\n" });
	run_expect(*state, "diple fold --no-fold --across a.txt b.txt",
		   &(struct expected){ .out = BOAT "\n" BOAT "\n" KEEPER "\n" });
}

/* `of` counts as `n` does, in the file that it is about. */
static void a_repeat_names_the_file_it_repeats(void **state)
{
	files_put_text(*state, "a.txt", "\n\n" WIND "\n\n" BOAT "\n");
	files_put_text(*state, "b.txt", KEEPER "\n" BOAT "\n" LATER "\n\n" KEEPER "\n");
	run_expect(
		*state, "diple fold --across --json a.txt b.txt | tail -n +3" FOLD_JSON,
		&(struct expected){
			.out = "{\"file\":\"b.txt\",\"n\":1,\"state\":\"shown\",\"of\":null,"
			       "\"score\":null,\"why\":\"\"}\n"
			       "{\"file\":\"b.txt\",\"n\":2,\"state\":\"duplicate\",\"of\":5,"
			       "\"score\":1.00,\"why\":\"same: all its words stood there "
			       "before; "
			       "in a.txt\",\"of_file\":\"a.txt\"}\n"
			       "{\"file\":\"b.txt\",\"n\":3,\"state\":\"near\",\"of\":5,"
			       "\"score\":0.97,\"why\":\"changed:number; in "
			       "a.txt\",\"of_file\":"
			       "\"a.txt\"}\n"
			       "{\"file\":\"b.txt\",\"n\":5,\"state\":\"duplicate\",\"of\":1,"
			       "\"score\":1.00,\"why\":\"same: all its words stood there "
			       "before\"}\n" });
}

static void an_index_goes_on_where_the_last_run_ended(void **state)
{
	files_put_text(*state, "a.txt", BOAT "\n");
	files_put_text(*state, "b.txt", BOAT "\n" KEEPER "\n");
	run_expect(*state,
		   "diple fold --index i.db a.txt; diple fold --index=i.db b.txt;"
		   "diple fold --index i.db b.txt a.txt",
		   &(struct expected){ .out = BOAT "\n" KEEPER "\n" KEEPER "\n" BOAT "\n" });
	run_expect(*state,
		   "diple fold --json --index i.db b.txt | head -1 | grep -o '\"of_file.*'"
		   " | sed \"s|$PWD|HOME|\"",
		   &(struct expected){ .out = "\"of_file\":\"HOME/a.txt\"}\n" });
}

static void a_source_that_is_gone_is_told_and_all_is_shown(void **state)
{
	files_put_text(*state, "a.txt", BOAT "\n");
	files_put_text(*state, "b.txt", BOAT "\n");
	files_put_text(*state, "c.txt", BOAT "\n");
	run_expect(*state,
		   "cd d 2>/dev/null; diple fold --index i.db a.txt >/dev/null; rm a.txt;"
		   "diple fold --index i.db b.txt c.txt 2>words; echo $?; sed \"s|$PWD|HOME|\" "
		   "words",
		   &(struct expected){ .out = BOAT
				       "\n0\ndiple: b.txt: HOME/a.txt, which it "
				       "repeats, is gone: nothing is hidden for it\n" });
}

static void a_file_that_is_no_index_is_refused_and_kept(void **state)
{
	files_put_text(*state, "a.txt", BOAT "\n");
	run_expect(*state, "diple fold --index a.txt a.txt; echo $?; cat a.txt",
		   &(struct expected){ .out = "2\n" BOAT "\n",
				       .words = "diple: a.txt: is no index of diple" });
	run_expect(*state, "diple fold --index '' a.txt",
		   &(struct expected){ .status = 2,
				       .words = "diple: fold: --index: an index needs a name; "
						"see diple fold --help" });
}

static void two_processes_share_an_index(void **state)
{
	run_expect(*state,
		   "mkdir d e; for i in $(seq 40); do echo \"Number $i: " BOAT "\" >d/$i;"
		   "echo \"Nummer $i: " KEEPER "\" >e/$i; done;"
		   "diple fold --index i.db d >1 & diple fold --index i.db e >2; wait;"
		   "cat 1 2 | wc -l; diple fold --index i.db d e | wc -l;"
		   "diple fold --fingerprints d e | wc -l",
		   &(struct expected){ .out = "80\n80\n80\n" });
}

static void fingerprints_are_joined_by_sort_and_awk(void **state)
{
	files_put_text(*state, "a.txt", BOAT "\n\n" KEEPER "\n---\n");
	files_put_text(*state, "b.txt", WIND "\n“" KEEPER "”\n");
	run_expect(*state,
		   "diple fold --fingerprints a.txt b.txt | tee rows | wc -l;"
		   "sed 's/.*t\":\"\\([0-9a-f]*\\)\",\"file\":\"\\(.*\\)\",\"n\":\\(.*\\)}/"
		   "\\1 \\2 \\3/' rows | sort | awk '$1 == last { print first, $2, $3 }"
		   " $1 != last { last = $1; first = $2 \" \" $3 }'",
		   &(struct expected){ .out = "4\na.txt 3 b.txt 2\n" });
	run_expect(
		*state, "diple fold --fingerprints --across a.txt",
		&(struct expected){ .status = 2,
				    .words = "diple: fold: --fingerprints folds nothing across "
					     "files; see diple fold --help" });
}

/* SQLite has a journal beside an index while it writes; this one only looks so. */
static void fingerprints_explain_nothing(void **state)
{
	run_expect(*state, "diple fold --fingerprints --explain",
		   &(struct expected){
			   .status = 2,
			   .words = "diple: fold: --fingerprints and --explain can't both be "
				    "given; see diple fold --help" });
}

static void what_is_being_written_is_no_article(void **state)
{
	files_put_text(*state, "a.txt", BOAT "\n");
	files_put_text(*state, "b-journal", KEEPER "\n");
	run_expect(
		*state,
		"diple fold . >out; diple fold . >>out; mv out .out; diple fold --index i.db .;"
		"ln i.db j.db; echo no >j.db-journal; diple fold --index i.db .; cat .out",
		&(struct expected){ .out = BOAT "\n" KEEPER "\n" BOAT "\n" KEEPER "\n" BOAT
						"\n" KEEPER "\n" BOAT "\n" KEEPER "\n" });
}

static void a_full_disk_leaves_the_index_whole(void **state)
{
	run_expect(
		*state,
		"mkdir d; for i in $(seq 200); do echo \"Number $i of $i and $i: " BOAT
		"\" >d/$i; done; cp d/1 a.txt;"
		"(ulimit -f 12; diple fold --index i.db d 2>&1 >/dev/null | cut -c1-39);"
		"diple fold --index i.db a.txt | cut -c1-8; diple fold --index i.db d | wc -l",
		&(struct expected){ .out = "diple: i.db: can't be used as an index:\n"
					   "Number 1\n199\n" });
}

static void a_place_for_no_index_is_told(void **state)
{
	run_expect(
		*state,
		"mkdir d; diple fold --index d . ; diple fold --index no/i.db .;"
		"diple fold --index i.db .; head -c 5000 i.db >j.db; diple fold --index j.db .",
		&(struct expected){
			.status = 2,
			.words = "diple: d: is no index of diple\n"
				 "diple: no/i.db: can't be used as an index: No such file or "
				 "directory\n"
				 "diple: j.db: is damaged; delete it, and it is made anew" });
}

/* Line ends and bytes that are no UTF-8 in names, over two runs. */
static void any_name_is_found_again(void **state)
{
	files_put_text(*state, "a\nb\xFF", BOAT "\n");
	files_put_text(*state, "c", BOAT "\n");
	run_expect(*state,
		   "diple fold --index i.db a*; diple fold --explain --index i.db c | sed "
		   "\"s|$PWD|HOME|\" | grep -o '.*:1 '",
		   &(struct expected){ .out = BOAT
				       "\n"
				       "c:1: duplicate of HOME/a b\xEF\xBF\xBD:1 \n" });
}

static void a_hostile_name_is_made_safe(void **state)
{
	run_expect(*state,
		   "printf '%s\\n' '" BOAT "' >\"$(printf 'a\\033[2Jb')\"; cp a* c;"
		   "diple fold --across --json a* c | tail -1 | grep -o '\"of_file.*'",
		   &(struct expected){ .out = "\"of_file\":\"a\\u001b[2Jb\"}\n" });
}

static struct session *view(const char *home, const char *first, const char *second)
{
	return session_start(
		&(struct session_options){ .arguments = { "--across", first, second },
					   .environment = { "DIPLE_USER=ada" },
					   .home = home });
}

static void the_viewer_names_the_file_that_a_fold_repeats(void **state)
{
	struct session *s;

	files_put_text(*state, "a.txt", "Ostravik Post\n\n" BOAT "\n\n" KEEPER "\n");
	files_put_text(*state, "b.txt", "Island News\n\n" BOAT "\n\n" KEEPER "\n\n" WIND "\n");
	s = view(*state, "a.txt", "b.txt");
	session_await(s, "Ostravik Post");
	session_type(s, ":n\r");
	session_await(s, "··· 2 paragraphs repeat a.txt 2–3 ···");
	session_type(s, "i");
	session_await(s, "repeat lines 3–5 of a.txt, same");
	session_type(s, "q");
	session_await_gone(s, "repeat lines 3–5 of a.txt, same");
	session_type(s, "z");
	session_await(s, "The last boat left the harbour");
	session_type(s, "1z");
	session_await(s, "··· 2 paragraphs repeat a.txt 2–3 ···");
	session_type(s, ":p\r");
	session_await(s, "Ostravik Post");
	session_await(s, "The last boat left the harbour");
	visit_end(s);
}

static void a_name_in_a_fold_is_made_safe(void **state)
{
	struct session *s;

	files_put_text(*state, "a\x1B[7m.txt", BOAT "\n");
	files_put_text(*state, "b.txt", WIND "\n" BOAT "\n");
	s = view(*state, "a\x1B[7m.txt", "b.txt");
	session_await(s, "The last boat left");
	session_type(s, ":n\r");
	session_await(s, "··· 1 paragraph repeats a");
	session_await(s, "[7m.txt 1 ···");
	visit_end(s);
}

static void the_viewer_tells_what_is_gone(void **state)
{
	struct session *s;

	files_put_text(*state, "a.txt", BOAT "\n");
	files_put_text(*state, "b.txt", BOAT "\n");
	run_expect(*state, "diple fold --index i.db a.txt >/dev/null; rm a.txt",
		   &(struct expected){ .out = "" });
	s = session_start(
		&(struct session_options){ .arguments = { "--index", "i.db", "b.txt" },
					   .environment = { "DIPLE_USER=ada" },
					   .columns = 160,
					   .home = *state });
	session_await(s, "a.txt, which it repeats, is gone: nothing is hidden for it");
	visit_end(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, run_setup, run_teardown)
		TEST(a_directory_is_its_files_in_the_order_of_their_paths),
		TEST(what_is_named_is_reported_though_a_directory_passes_it_over),
		TEST(a_file_called_minus_is_no_standard_input),
		TEST(files_stand_alone_unless_asked),
		TEST(a_repeat_names_the_file_it_repeats),
		TEST(an_index_goes_on_where_the_last_run_ended),
		TEST(a_source_that_is_gone_is_told_and_all_is_shown),
		TEST(a_file_that_is_no_index_is_refused_and_kept),
		TEST(two_processes_share_an_index),
		TEST(fingerprints_are_joined_by_sort_and_awk),
		TEST(fingerprints_explain_nothing),
		TEST(what_is_being_written_is_no_article),
		TEST(a_full_disk_leaves_the_index_whole),
		TEST(a_place_for_no_index_is_told),
		TEST(any_name_is_found_again),
		TEST(a_hostile_name_is_made_safe),
		TEST(the_viewer_names_the_file_that_a_fold_repeats),
		TEST(a_name_in_a_fold_is_made_safe),
		TEST(the_viewer_tells_what_is_gone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
