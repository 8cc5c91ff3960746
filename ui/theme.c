/*
 * Reading themes. inih calls a handler for each `name = value`, but counts lines
 * for itself alone; so lines are counted where it reads them.
 */
#include "theme.h"

#include "buf.h"

#include <dirent.h>
#include <errno.h>
#include <ini.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* More than any theme needs: what is longer is no theme. */
#define MOST_BYTES 65536u

struct reading {
	struct theme *theme;
	const char *name; /* for errors */
	const char *rest; /* what was not read yet */
	int line;	  /* the last that was read, from 1 */
	struct err *err;
	int wrong; /* the first line that `err` tells of, 0 while there is none */
};

static const struct {
	const char *name;
	unsigned bit;
} attributes[] = {
	{ "bold", LOOK_BOLD },		 { "dim", LOOK_DIM },	      { "italic", LOOK_ITALIC },
	{ "underline", LOOK_UNDERLINE }, { "reverse", LOOK_REVERSE },
};

static bool refuse(struct reading *reading, const char *problem, const char *words)
{
	if (reading->wrong)
		return false;
	reading->wrong = reading->line;
	return err_set(reading->err, ERR_FORMAT, "%s: line %d: %s: %s", reading->name,
		       reading->line, problem, words);
}

/* Like fgets(), for inih: at most `size` - 1 bytes of a line. */
static char *next_line(char *line, int size, void *stream)
{
	struct reading *reading = stream;
	size_t len = strcspn(reading->rest, "\n");

	if (!*reading->rest)
		return NULL;
	len += reading->rest[len] == '\n';
	reading->line++;
	if (len >= (size_t)size) {
		refuse(reading, "too long", "no line of a theme needs as much");
		return NULL;
	}
	memcpy(line, reading->rest, len);
	line[len] = '\0';
	reading->rest += len;
	return line;
}

static bool read_colour(const char *word, uint32_t *colour)
{
	if (word[0] != '#' || strlen(word) != 7 ||
	    strspn(word + 1, "0123456789abcdefABCDEF") != 6)
		return false;
	*colour = (uint32_t)strtoul(word + 1, NULL, 16);
	return true;
}

static bool read_attribute(const char *word, struct look *look)
{
	for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
		if (!strcmp(word, attributes[i].name)) {
			look->attributes |= attributes[i].bit;
			return true;
		}
	}
	return false;
}

/* Words in any order: attributes, "#RRGGBB", and "on #RRGGBB". */
static bool read_look(struct reading *reading, char *words, struct look *look)
{
	uint32_t *colour = &look->ink;
	char *rest, *word;

	*look = (struct look){ 0, THEME_NO_COLOUR, THEME_NO_COLOUR };
	for (word = strtok_r(words, " \t", &rest); word; word = strtok_r(NULL, " \t", &rest)) {
		if (!strcmp(word, "on"))
			colour = &look->paper;
		else if (!read_colour(word, colour) && !read_attribute(word, look))
			return refuse(reading, "neither attribute nor colour", word);
	}
	return true;
}

static bool read_style(struct reading *reading, const char *name, const char *value)
{
	char words[INI_MAX_LINE];

	snprintf(words, sizeof words, "%s", value);
	for (int style = 0; style < STYLES; style++)
		if (!strcmp(name, style_rows[style].name))
			return read_look(reading, words, &reading->theme->looks[style]);
	return refuse(reading, "no such style", name);
}

static bool read_guess(struct reading *reading, const char *name, const char *value)
{
	uint32_t *colour = !strcmp(name, "background") ? &reading->theme->background
			   : !strcmp(name, "text")     ? &reading->theme->text
						       : NULL;

	if (!colour)
		return refuse(reading, "no such member of [theme]", name);
	return read_colour(value, colour) || refuse(reading, "not #RRGGBB", value);
}

static int read_member(void *user, const char *section, const char *name, const char *value)
{
	if (!strcmp(section, "styles"))
		return read_style(user, name, value);
	if (!strcmp(section, "theme"))
		return read_guess(user, name, value);
	return refuse(user, "no such section", section);
}

bool theme_parse(struct theme *theme, const char *name, const char *source, struct err *err)
{
	struct reading reading = { .theme = theme, .name = name, .rest = source, .err = err };
	int wrong;

	*theme = (struct theme){ .background = 0x000000, .text = 0xd0d0d0 };
	for (int style = 0; style < STYLES; style++)
		theme->looks[style] = (struct look){ 0, THEME_NO_COLOUR, THEME_NO_COLOUR };
	wrong = ini_parse_stream(next_line, &reading, read_member, &reading);
	if (wrong && (!reading.wrong || wrong < reading.wrong))
		return err_set(err, ERR_FORMAT,
			       "%s: line %d: neither [section] nor name = value", name, wrong);
	return !reading.wrong;
}

static bool is_plain_name(const char *name)
{
	static const char allowed[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
				      "0123456789-_";

	return *name && !name[strspn(name, allowed)];
}

static const char *built_in(const char *name)
{
	for (const struct theme_source *source = theme_sources; source->name; source++)
		if (!strcmp(source->name, name))
			return source->text;
	return NULL;
}

static int is_theme_file(const struct dirent *entry)
{
	size_t len = strlen(entry->d_name);

	return len > 4 && !strcmp(entry->d_name + len - 4, ".ini");
}

static void add_files(struct buf *names, const char *directory)
{
	struct dirent **files;
	int count = scandir(directory, &files, is_theme_file, alphasort);

	if (count < 0)
		return;
	for (int i = 0; i < count; i++) {
		files[i]->d_name[strlen(files[i]->d_name) - 4] = '\0';
		if (!built_in(files[i]->d_name))
			buf_printf(names, ", %s", files[i]->d_name);
		free(files[i]);
	}
	free(files);
}

static bool no_such_theme(const char *name, const char *directory, struct err *err)
{
	struct buf names = BUF_EMPTY;

	for (const struct theme_source *source = theme_sources; source->name; source++)
		buf_printf(&names, "%s%s", names.len ? ", " : "", source->name);
	if (directory)
		add_files(&names, directory);
	err_set(err, ERR_MISSING, "no theme \"%s\"; there are %s", name, names.at);
	buf_release(&names);
	return false;
}

static bool parse_file(struct theme *theme, const char *path, FILE *file, struct err *err)
{
	struct buf text = BUF_EMPTY;
	char *room = buf_room(&text, MOST_BYTES);
	bool done = false;

	if (room)
		buf_grew(&text, fread(room, 1, MOST_BYTES, file));
	if (ferror(file))
		err_system(err, errno, "%s", path);
	else if (text.len == MOST_BYTES)
		err_set(err, ERR_LIMIT, "%s: too long for a theme", path);
	else if (buf_ok(&text, err))
		done = theme_parse(theme, path, text.at, err);
	buf_release(&text);
	return done;
}

static bool load_file(struct theme *theme, const char *path, bool *missing, struct err *err)
{
	FILE *file = fopen(path, "re");
	bool done;

	*missing = !file && errno == ENOENT;
	if (!file)
		return err_system(err, errno, "%s", path);
	done = parse_file(theme, path, file, err);
	fclose(file);
	return done;
}

bool theme_load(struct theme *theme, const char *name, const char *directory, struct err *err)
{
	struct buf path = BUF_EMPTY;
	const char *source = built_in(name);
	bool missing = true, done = false;

	if (directory && is_plain_name(name)) {
		buf_printf(&path, "%s/%s.ini", directory, name);
		if (buf_ok(&path, err))
			done = load_file(theme, path.at, &missing, err);
		else
			missing = false;
		buf_release(&path);
	}
	if (!missing)
		return done;
	return source ? theme_parse(theme, name, source, err)
		      : no_such_theme(name, directory, err);
}
