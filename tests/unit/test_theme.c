/*
 * Themes: how they are read, and whether those that are built in can be.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "theme.h"

static const struct theme_source *find(const char *name)
{
	const struct theme_source *source = theme_sources;

	while (source->name && strcmp(source->name, name) != 0)
		source++;
	assert_non_null(source->name);
	return source;
}

static struct theme built_in(const struct theme_source *source)
{
	struct theme theme;
	struct err err;

	if (!theme_parse(&theme, source->name, source->text, &err))
		fail_msg("%s", err.text);
	return theme;
}

static struct theme parsed(const char *text)
{
	return built_in(&(struct theme_source){ "test", text });
}

static void assert_refused(const char *text, const char *why)
{
	struct theme theme;
	struct err err;

	assert_false(theme_parse(&theme, "mine", text, &err));
	assert_int_equal(err.kind, ERR_FORMAT);
	assert_string_equal(err.text, why);
}

static void a_look_is_attributes_and_colours(void **state)
{
	struct theme theme = parsed("[styles]\n"
				    "claim = bold underline #5fafff\n"
				    "hit=#000000 on #FFD75f dim\n"
				    "focus = italic reverse on #00cd00\n");

	(void)state;
	assert_int_equal(theme.looks[STYLE_CLAIM].attributes, LOOK_BOLD | LOOK_UNDERLINE);
	assert_int_equal(theme.looks[STYLE_CLAIM].ink, 0x5fafff);
	assert_int_equal(theme.looks[STYLE_CLAIM].paper, THEME_NO_COLOUR);
	assert_int_equal(theme.looks[STYLE_HIT].attributes, LOOK_DIM);
	assert_int_equal(theme.looks[STYLE_HIT].ink, 0);
	assert_int_equal(theme.looks[STYLE_HIT].paper, 0xffd75f);
	assert_int_equal(theme.looks[STYLE_FOCUS].attributes, LOOK_ITALIC | LOOK_REVERSE);
	assert_int_equal(theme.looks[STYLE_FOCUS].ink, THEME_NO_COLOUR);
	assert_int_equal(theme.looks[STYLE_FOCUS].paper, 0x00cd00);
}

static void what_is_not_named_is_the_terminals_own(void **state)
{
	struct theme theme = parsed("[theme]\nbackground = #102030\n");

	(void)state;
	assert_int_equal(theme.background, 0x102030);
	for (int style = 0; style < STYLES; style++) {
		assert_int_equal(theme.looks[style].attributes, 0);
		assert_int_equal(theme.looks[style].ink, THEME_NO_COLOUR);
		assert_int_equal(theme.looks[style].paper, THEME_NO_COLOUR);
	}
}

static void a_wrong_line_is_named(void **state)
{
	(void)state;
	assert_refused("[styles]\n\n; a remark\nquote = bald\n",
		       "mine: line 4: neither attribute nor colour: bald");
	assert_refused("[styles]\nquote = #12345\n",
		       "mine: line 2: neither attribute nor colour: #12345");
	assert_refused("[styles]\nquot = bold\n", "mine: line 2: no such style: quot");
	assert_refused("[theme]\ntext = white\n", "mine: line 2: not #RRGGBB: white");
	assert_refused("[theme]\ntexture = #ffffff\n",
		       "mine: line 2: no such member of [theme]: texture");
	assert_refused("[keys]\nquit = q\n", "mine: line 2: no such section: keys");
}

static void the_first_wrong_line_is_the_one_named(void **state)
{
	(void)state;
	assert_refused("[styles]\nquote = bald\nclaim = blue\n",
		       "mine: line 2: neither attribute nor colour: bald");
	assert_refused("[styles]\nquote\nclaim = blue\n",
		       "mine: line 2: neither [section] nor name = value");
	assert_refused("[styles]\nquote = bald\nclaim\n",
		       "mine: line 2: neither attribute nor colour: bald");
}

static void a_line_without_end_is_refused(void **state)
{
	char text[2000];

	(void)state;
	memset(text, 'a', sizeof text);
	memcpy(text, "[styles]\n", 9);
	text[sizeof text - 1] = '\0';
	assert_refused(text, "mine: line 2: too long: no line of a theme needs as much");
}

/* A directory of the test's own, with a theme in it. */
struct folder {
	char path[64];
	char file[96];
};

static int make_folder(void **state)
{
	static struct folder folder;
	FILE *file;

	snprintf(folder.path, sizeof folder.path, "/tmp/themes-XXXXXX");
	assert_non_null(mkdtemp(folder.path));
	snprintf(folder.file, sizeof folder.file, "%s/mine.ini", folder.path);
	file = fopen(folder.file, "w");
	assert_non_null(file);
	fputs("[styles]\nquote = dim\n", file);
	fclose(file);
	*state = &folder;
	return 0;
}

static int remove_folder(void **state)
{
	struct folder *folder = *state;

	unlink(folder->file);
	rmdir(folder->path);
	return 0;
}

static void a_theme_may_be_a_file(void **state)
{
	struct folder *folder = *state;
	struct theme theme;
	struct err err;

	assert_true(theme_load(&theme, "mine", folder->path, &err));
	assert_int_equal(theme.looks[STYLE_QUOTE].attributes, LOOK_DIM);
}

static void what_is_no_file_may_be_built_in(void **state)
{
	struct folder *folder = *state;
	struct theme theme;
	struct err err;

	assert_true(theme_load(&theme, THEME_DEFAULT, folder->path, &err));
	assert_int_equal(theme.looks[STYLE_FOCUS].attributes, LOOK_REVERSE);
	assert_true(theme_load(&theme, THEME_COLOURLESS, NULL, &err));
	assert_int_equal(theme.looks[STYLE_QUOTE].attributes, LOOK_BOLD);
}

static void a_missing_theme_is_told_what_there_is(void **state)
{
	struct folder *folder = *state;
	struct theme theme;
	struct err err;

	assert_false(theme_load(&theme, "mauve", folder->path, &err));
	assert_int_equal(err.kind, ERR_MISSING);
	assert_string_equal(err.text, "no theme \"mauve\"; there are dark, light, plain, mine");
}

static void a_name_is_never_a_path(void **state)
{
	struct folder *folder = *state;
	char name[80];
	struct theme theme;
	struct err err;

	snprintf(name, sizeof name, "..%s/mine", folder->path);
	assert_false(theme_load(&theme, name, folder->path, &err));
	assert_int_equal(err.kind, ERR_MISSING);
	assert_false(theme_load(&theme, "", folder->path, &err));
	assert_int_equal(err.kind, ERR_MISSING);
}

static void a_file_that_cannot_be_read_is_an_error(void **state)
{
	struct folder *folder = *state;
	struct theme theme;
	struct err err;

	unlink(folder->file);
	assert_int_equal(mkdir(folder->file, 0700), 0);
	assert_false(theme_load(&theme, "mine", folder->path, &err));
	assert_int_equal(err.kind, ERR_SYSTEM);
	rmdir(folder->file);
}

static void the_nearest_colour_is_found(void **state)
{
	(void)state;
	assert_int_equal(theme_nearest(THEME_NO_COLOUR, 256), -1);
	assert_int_equal(theme_nearest(0xffffff, 2), -1);
	assert_int_equal(theme_nearest(0xfe0101, 8), 1);
	assert_int_equal(theme_nearest(0xfe0101, 16), 9);
	assert_int_equal(theme_nearest(0x5fafff, 256), 75);
	assert_int_equal(theme_nearest(0x8b8b8b, 256), 245);
	assert_int_equal(theme_nearest(0x123456, 1 << 24), 0x123456);
}

static void a_basic_colour_stays_itself(void **state)
{
	(void)state;
	for (int colour = 0; colour < 16; colour++) {
		assert_int_equal(theme_nearest(theme_rgb(colour), 16), colour);
		assert_int_equal(theme_nearest(theme_rgb(colour), 256), colour);
	}
}

static void contrast_is_that_of_wcag(void **state)
{
	(void)state;
	assert_float_equal((float)theme_contrast(0x000000, 0xffffff), 21.0f, 0.001f);
	assert_float_equal((float)theme_contrast(0xffffff, 0x000000), 21.0f, 0.001f);
	assert_float_equal((float)theme_contrast(0x777777, 0xffffff), 4.478f, 0.001f);
	assert_float_equal((float)theme_contrast(0x336699, 0x336699), 1.0f, 0.001f);
}

static void every_built_in_theme_names_every_style(void **state)
{
	char line[40];

	(void)state;
	for (const struct theme_source *source = theme_sources; source->name; source++) {
		for (int style = 0; style < STYLES; style++) {
			snprintf(line, sizeof line, "\n%s =", style_rows[style].name);
			if (!strstr(source->text, line))
				fail_msg("%s lacks %s", source->name, style_rows[style].name);
		}
	}
}

/* The colour that a terminal of `colours` shows for `rgb`, or for nothing its own. */
static uint32_t shown(uint32_t rgb, uint32_t own, int colours)
{
	int nearest = theme_nearest(rgb, colours);

	return rgb == THEME_NO_COLOUR ? own
	       : colours > 256	      ? (uint32_t)nearest
				      : theme_rgb(nearest);
}

static void assert_readable(const struct theme_source *source, int colours, double least)
{
	struct theme theme = built_in(source);

	for (int style = 0; style < STYLES; style++) {
		const struct look *look = &theme.looks[style];
		double contrast = theme_contrast(shown(look->ink, theme.text, colours),
						 shown(look->paper, theme.background, colours));

		if (contrast < least)
			fail_msg("%s: %s has a contrast of %.2f with %d colours", source->name,
				 style_rows[style].name, contrast, colours);
	}
}

/* 4.5 is what WCAG asks of text; where colours are few, of large text: still readable. */
static void every_built_in_theme_can_be_read(void **state)
{
	(void)state;
	for (const struct theme_source *source = theme_sources; source->name; source++) {
		assert_readable(source, 1 << 24, 4.5);
		assert_readable(source, 256, 4.5);
		assert_readable(source, 16, 3.0);
		assert_readable(source, 8, 3.0);
	}
}

/* Styles of one letter may differ in colour alone; of different letters they must not. */
static const char meanings[STYLES] = {
	[STYLE_SUGGEST_QUOTE] = 's', [STYLE_SUGGEST_ENTITY] = 's', [STYLE_SUGGEST_CLAIM] = 's',
	[STYLE_QUOTE] = 'm',	     [STYLE_ENTITY] = 'm',	   [STYLE_CLAIM] = 'm',
	[STYLE_NOTE] = 'm',	     [STYLE_OTHERS] = 'o',	   [STYLE_HIT] = 'h',
	[STYLE_HIT_NOW] = 'n',	     [STYLE_FOCUS] = 'f',	   [STYLE_SELECTION] = 'v',
	[STYLE_KNOWN] = 'k',	     [STYLE_KNOWN_QUOTE] = 'k',	   [STYLE_KNOWN_ENTITY] = 'k',
	[STYLE_KNOWN_CLAIM] = 'k',
};

static void assert_apart(const struct theme_source *source, int a, int b)
{
	struct theme theme = built_in(source);

	if (theme.looks[a].attributes == theme.looks[b].attributes)
		fail_msg("%s: %s and %s differ in colour at most", source->name,
			 style_rows[a].name, style_rows[b].name);
}

static void meanings_differ_in_attributes(void **state)
{
	(void)state;
	for (const struct theme_source *source = theme_sources; source->name; source++)
		for (int a = 0; a < STYLES; a++)
			for (int b = 0; b < a; b++)
				if (meanings[a] && meanings[b] && meanings[a] != meanings[b])
					assert_apart(source, a, b);
}

static void marks_and_focus_differ_from_text_in_attributes(void **state)
{
	(void)state;
	for (const struct theme_source *source = theme_sources; source->name; source++)
		for (int style = 0; style < STYLES; style++)
			if (meanings[style] && meanings[style] != 's')
				assert_apart(source, style, STYLE_TEXT);
}

static void suggestions_do_not_look_like_text(void **state)
{
	static const int suggestions[] = { STYLE_SUGGEST_QUOTE, STYLE_SUGGEST_ENTITY,
					   STYLE_SUGGEST_CLAIM };

	(void)state;
	for (const struct theme_source *source = theme_sources; source->name; source++) {
		struct theme theme = built_in(source);

		for (size_t i = 0; i < 3; i++)
			assert_memory_not_equal(&theme.looks[suggestions[i]],
						&theme.looks[STYLE_TEXT], sizeof(struct look));
	}
}

/* They look like all other text, but where a screen can't show that others are known. */
static bool is_new(int style)
{
	return style >= STYLE_NEW && style <= STYLE_NEW_CLAIM;
}

static void what_is_new_looks_like_other_text(void **state)
{
	static const int pairs[][2] = { { STYLE_NEW, STYLE_TEXT },
					{ STYLE_NEW_QUOTE, STYLE_SUGGEST_QUOTE },
					{ STYLE_NEW_ENTITY, STYLE_SUGGEST_ENTITY },
					{ STYLE_NEW_CLAIM, STYLE_SUGGEST_CLAIM } };

	(void)state;
	for (const struct theme_source *source = theme_sources; source->name; source++) {
		struct theme theme = built_in(source);

		for (size_t i = 0; i < 4; i++)
			assert_memory_equal(&theme.looks[pairs[i][0]],
					    &theme.looks[pairs[i][1]], sizeof(struct look));
	}
}

static void without_colours_each_style_of_the_text_differs(void **state)
{
	const struct theme_source *plain = find(THEME_COLOURLESS);
	struct theme theme = built_in(plain);

	(void)state;
	for (int a = 0; a <= STYLE_LABEL; a++) {
		assert_int_equal(theme.looks[a].ink, THEME_NO_COLOUR);
		assert_int_equal(theme.looks[a].paper, THEME_NO_COLOUR);
		for (int b = 0; b < a; b++)
			if (!is_new(a) && !is_new(b) &&
			    (a != STYLE_KNOWN || b != STYLE_FOLD)) /* whose dots tell it */
				assert_apart(plain, a, b);
	}
}

#define FOLDER_TEST(name) cmocka_unit_test_setup_teardown(name, make_folder, remove_folder)

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_look_is_attributes_and_colours),
		cmocka_unit_test(what_is_not_named_is_the_terminals_own),
		cmocka_unit_test(a_wrong_line_is_named),
		cmocka_unit_test(the_first_wrong_line_is_the_one_named),
		cmocka_unit_test(a_line_without_end_is_refused),
		FOLDER_TEST(a_theme_may_be_a_file),
		FOLDER_TEST(what_is_no_file_may_be_built_in),
		FOLDER_TEST(a_missing_theme_is_told_what_there_is),
		FOLDER_TEST(a_name_is_never_a_path),
		FOLDER_TEST(a_file_that_cannot_be_read_is_an_error),
		cmocka_unit_test(the_nearest_colour_is_found),
		cmocka_unit_test(a_basic_colour_stays_itself),
		cmocka_unit_test(contrast_is_that_of_wcag),
		cmocka_unit_test(every_built_in_theme_names_every_style),
		cmocka_unit_test(every_built_in_theme_can_be_read),
		cmocka_unit_test(meanings_differ_in_attributes),
		cmocka_unit_test(marks_and_focus_differ_from_text_in_attributes),
		cmocka_unit_test(suggestions_do_not_look_like_text),
		cmocka_unit_test(what_is_new_looks_like_other_text),
		cmocka_unit_test(without_colours_each_style_of_the_text_differs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
