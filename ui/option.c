/*
 * Not getopt_long(): it prints its own messages, takes abbreviations that a later
 * version would break, and keeps its state in globals.
 */
#include "option.h"

#include <stdint.h>
#include <string.h>

struct parser {
	const struct option_set *sets;
	char **argv;
	size_t at; /* the word being read */
	struct operands operands;
};

bool option_flag(void *field, const char *word, struct err *err)
{
	(void)word;
	(void)err;
	*(bool *)field = true;
	return true;
}

bool option_text(void *field, const char *word, struct err *err)
{
	if (*(const char **)field)
		return err_set(err, ERR_USAGE, "is given twice");
	*(const char **)field = word;
	return true;
}

bool option_digits(const char *word, size_t len, size_t *number)
{
	size_t sum = 0;

	for (size_t i = 0; i < len; i++) {
		if (word[i] < '0' || word[i] > '9' || __builtin_mul_overflow(sum, 10, &sum) ||
		    __builtin_add_overflow(sum, (size_t)(word[i] - '0'), &sum))
			return false;
	}
	*number = sum;
	return len > 0;
}

bool option_number(void *field, const char *word, struct err *err)
{
	if (option_digits(word, strlen(word), field))
		return true;
	return err_set(err, ERR_USAGE, "\"%s\" is no number", word);
}

static bool row_is(const struct option *row, const char *name, size_t len, char letter)
{
	if (letter)
		return row->letter == letter;
	return strlen(row->name) == len && memcmp(row->name, name, len) == 0;
}

/* The row of a name, or of a letter if that isn't 0, and the field that it fills. */
static const struct option *find(const struct option_set *set, const char *name, size_t len,
				 char letter, void **field)
{
	for (; set->rows; set++) {
		for (const struct option *row = set->rows; row->name; row++) {
			if (row_is(row, name, len, letter)) {
				*field = (char *)set->into + row->offset;
				return row;
			}
		}
	}
	return NULL;
}

/* Reads one option whose word is `word`, or the next of argv where that is NULL. */
static bool take(struct parser *parser, const struct option *row, void *field, const char *word,
		 struct err *err)
{
	struct err why;

	if (!word)
		word = parser->argv[++parser->at];
	if (!word)
		return err_set(err, ERR_USAGE, "--%s needs %s", row->name, row->argument);
	if (!row->read(field, word, &why))
		return err_set(err, ERR_USAGE, "--%s: %s", row->name, why.text);
	return true;
}

/* "--name", "--name=word" */
static bool take_name(struct parser *parser, const char *name, struct err *err)
{
	const size_t len = strcspn(name, "=");
	void *field;
	const struct option *row = find(parser->sets, name, len, 0, &field);
	const char *word = name[len] ? name + len + 1 : NULL;

	if (!row)
		return err_set(err, ERR_USAGE, "there is no option --%.*s", (int)len, name);
	if (!row->argument && word)
		return err_set(err, ERR_USAGE, "--%s takes no argument", row->name);
	return take(parser, row, field, row->argument ? word : "", err);
}

/* "-x", "-xyz", "-xword" */
static bool take_letters(struct parser *parser, const char *letters, struct err *err)
{
	for (; *letters; letters++) {
		void *field;
		const struct option *row = find(parser->sets, "", 0, *letters, &field);

		if (!row)
			return err_set(err, ERR_USAGE, "there is no option -%c", *letters);
		if (row->argument)
			return take(parser, row, field, letters[1] ? letters + 1 : NULL, err);
		if (!take(parser, row, field, "", err))
			return false;
	}
	return true;
}

static void take_operand(struct parser *parser, char *word)
{
	parser->operands.items[parser->operands.count++] = word;
}

static bool take_word(struct parser *parser, char *word, struct err *err)
{
	if (word[0] != '-' || !word[1]) {
		take_operand(parser, word);
		return true;
	}
	if (word[1] == '-')
		return take_name(parser, word + 2, err);
	return take_letters(parser, word + 1, err);
}

bool option_parse(const struct option_set *sets, char **argv, struct operands *operands,
		  struct err *err)
{
	struct parser parser = { .sets = sets, .argv = argv, .operands.items = argv };
	char *word;

	for (; (word = argv[parser.at]); parser.at++) {
		if (strcmp(word, "--") == 0)
			break;
		if (!take_word(&parser, word, err))
			return false;
	}
	while (argv[parser.at] && argv[++parser.at])
		take_operand(&parser, argv[parser.at]);
	argv[parser.operands.count] = NULL;
	*operands = parser.operands;
	return true;
}

/* Where the words of the help begin. */
enum { HELP_COLUMN = 26 };

void option_help(const struct option *rows, struct buf *out)
{
	for (const struct option *row = rows; row->name; row++) {
		const size_t start = out->len;

		if (row->letter)
			buf_printf(out, "  -%c, --%s", row->letter, row->name);
		else
			buf_printf(out, "      --%s", row->name);
		if (row->argument)
			buf_printf(out, " %s", row->argument);
		while (out->len - start < HELP_COLUMN && !out->failed)
			buf_add_char(out, ' ');
		buf_printf(out, " %s\n", row->help);
	}
}
