/*
 * The options that every command takes.
 */
#include "command.h"

#include <stddef.h>

static bool read_mode(void *field, const char *word, struct err *err)
{
	if (paragraph_mode_named(word, field))
		return true;
	return err_set(err, ERR_USAGE, "\"%s\" is none of auto, line, block", word);
}

static bool read_name(void *field, const char *word, struct err *err)
{
	if (!*word)
		return err_set(err, ERR_USAGE, "a name can't be empty");
	return option_text(field, word, err);
}

/* Beyond these no screen can be. */
enum { WIDTH_MIN = 20, WIDTH_MAX = 1000 };

static bool read_width(void *field, const char *word, struct err *err)
{
	const size_t *columns = field;

	if (!option_number(field, word, err))
		return false;
	return (*columns >= WIDTH_MIN && *columns <= WIDTH_MAX) ||
	       err_set(err, ERR_USAGE, "%s is not from %d to %d", word, WIDTH_MIN, WIDTH_MAX);
}

/* clang-format off */
const struct option shared_options[] = {
	{ "as", 0, "NAME", "who marks",
	  read_name, offsetof(struct shared, as) },
	{ "url", 0, "URL", "where the article comes from, for new marks",
	  option_text, offsetof(struct shared, url) },
	{ "paragraphs", 0, "MODE", "what a paragraph is: auto, line, block",
	  read_mode, offsetof(struct shared, paragraphs) },
	{ "no-fold", 0, NULL, "hide nothing",
	  option_flag, offsetof(struct shared, unfolded) },
	{ "theme", 0, "NAME", "colours of the reader",
	  option_text, offsetof(struct shared, theme) },
	{ "width", 0, "COLUMNS", "text of the reader is at most so wide",
	  read_width, offsetof(struct shared, width) },
	{ "help", 'h', NULL, "print this",
	  option_flag, offsetof(struct shared, help) },
	{ "version", 0, NULL, "print the version",
	  option_flag, offsetof(struct shared, version) },
	{ .name = NULL },
};
/* clang-format on */
