#include "command_text.h"
#include "commands.h"
#include "edit.h"

#include <string.h>

struct mark_options {
	const char *kind, *type, *span, *exact, *note; /* NULL where not given */
	size_t nth;				       /* from 1; 0: not given */
};

static bool read_nth(void *field, const char *word, struct err *err)
{
	if (!option_number(field, word, err))
		return false;
	return *(size_t *)field || err_set(err, ERR_USAGE, "counts from 1");
}

/* clang-format off */
static const struct option mark_rows[] = {
	{ "kind", 0, "KIND", "quote, entity, claim or note",
	  option_text, offsetof(struct mark_options, kind) },
	{ "type", 0, "TYPE", "person, place, organisation, date, number, other",
	  option_text, offsetof(struct mark_options, type) },
	{ "span", 0, "START-END", "marks these characters, from 0, without END",
	  option_text, offsetof(struct mark_options, span) },
	{ "exact", 0, "WORDS", "marks these words where they first stand",
	  option_text, offsetof(struct mark_options, exact) },
	{ "nth", 0, "N", "marks where they stand the Nth time",
	  read_nth, offsetof(struct mark_options, nth) },
	{ "note", 0, "WORDS", "adds a note on the mark, or is the note",
	  option_text, offsetof(struct mark_options, note) },
	{ .name = NULL },
};
/* clang-format on */

/* What is asked for, checked as far as that goes without the text. */
struct request {
	const struct mark_options *options;
	size_t start, end; /* code points, of --span */
	struct edit_mark mark;
};

static bool take_kind(struct request *request, struct err *err)
{
	static const unsigned can =
		1u << MARK_QUOTE | 1u << MARK_ENTITY | 1u << MARK_CLAIM | 1u << MARK_NOTE;
	const char *word = request->options->kind;
	enum mark_kind *kind = &request->mark.kind;

	if (!word)
		return err_set(err, ERR_USAGE, "--kind is needed");
	if (!mark_kind_named(word, kind) || !(can >> *kind & 1))
		return err_set(err, ERR_USAGE,
			       "--kind: \"%s\" is none of quote, entity, claim, note", word);
	if (*kind == MARK_NOTE && !request->options->note)
		return err_set(err, ERR_USAGE, "--kind note needs its words: --note");
	if (request->options->note && !*request->options->note)
		return err_set(err, ERR_USAGE, "--note: a note holds at least a word");
	request->mark.note = request->options->note;
	return true;
}

static bool take_type(struct request *request, struct err *err)
{
	const char *word = request->options->type;
	const bool entity = request->mark.kind == MARK_ENTITY;

	request->mark.type = entity ? TYPE_OTHER : TYPE_NONE;
	if (!word)
		return true;
	if (!entity)
		return err_set(err, ERR_USAGE, "--type is for entities alone");
	if (*word && mark_type_named(word, &request->mark.type))
		return true;
	return err_set(err, ERR_USAGE,
		       "--type: \"%s\" is none of person, place, organisation, date, number, "
		       "other",
		       word);
}

static bool take_span(struct request *request, struct err *err)
{
	const char *word = request->options->span;
	const char *hyphen = strchr(word, '-');

	if (!hyphen || !option_digits(word, (size_t)(hyphen - word), &request->start) ||
	    !option_digits(hyphen + 1, strlen(hyphen + 1), &request->end))
		return err_set(err, ERR_USAGE, "--span: \"%s\" is not two numbers START-END",
			       word);
	if (request->start >= request->end)
		return err_set(err, ERR_USAGE, "--span: %s is empty", word);
	return true;
}

static bool take_place(struct request *request, struct err *err)
{
	const struct mark_options *options = request->options;

	if (options->span && options->exact)
		return err_set(err, ERR_USAGE, "--span and --exact can't both be given");
	if (!options->span && !options->exact)
		return err_set(err, ERR_USAGE, "either --span or --exact is needed");
	if (options->nth && !options->exact)
		return err_set(err, ERR_USAGE, "--nth is for --exact alone");
	if (options->exact && !*options->exact)
		return err_set(err, ERR_USAGE, "--exact: there are no words");
	return options->exact || take_span(request, err);
}

static bool take_request(struct request *request, struct err *err)
{
	return take_kind(request, err) && take_type(request, err) && take_place(request, err);
}

static bool find_words(struct article *article, struct request *request, struct err *err)
{
	const struct mark_options *options = request->options;
	const size_t nth = options->nth ? options->nth : 1;

	if (anchor_words(&article->text, options->exact, nth, &request->mark.span))
		return true;
	if (nth == 1)
		return err_set(err, ERR_MISSING, "%s: these words don't stand there: %s",
			       article->name, options->exact);
	return err_set(err, ERR_MISSING, "%s: these words don't stand there %zu times: %s",
		       article->name, nth, options->exact);
}

static bool find_span(struct article *article, struct request *request, struct err *err)
{
	struct text *text = &article->text;
	struct span *span = &request->mark.span;

	if (text_offset(text, request->start, &span->start) &&
	    text_offset(text, request->end, &span->end))
		return true;
	return err_set(err, ERR_MISSING, "%s: has %zu characters; %s lies outside",
		       article->name, text_points(text, text->len), request->options->span);
}

static bool make(struct article *article, struct request *request, struct edit *edit,
		 struct err *err)
{
	const bool found = request->options->exact ? find_words(article, request, err)
						   : find_span(article, request, err);

	return found && edit_mark(article, &request->mark, edit, err) && edit->saved;
}

/* Where the article's directory can't be written, the mark is elsewhere: that is told. */
static void say_where(struct program *program, const struct article *article)
{
	struct err note;

	if (!journal_elsewhere(&article->journal))
		return;
	err_set(&note, ERR_NONE,
		"%s: nothing can be written beside it; the mark is in the "
		"state directory",
		article->name);
	program_say(program, note.text);
}

static void print_id(struct program *program, const struct article *article, uint32_t record)
{
	const char *id = article->marks.records.items[record].mark.id;

	output_bytes(&program->out, id, strlen(id));
	output_bytes(&program->out, "\n", 1);
}

static void mark_file(struct program *program, const char *path, struct request *request)
{
	struct article *article;
	struct edit edit;
	struct err err;

	if (path_is_input(path)) {
		err_set(&err, ERR_USAGE, "standard input can't be marked; name a file");
		program_trouble(program, &err);
		return;
	}
	article = command_article(program, path);
	if (!article)
		return;
	if (make(article, request, &edit, &err)) {
		print_id(program, article, edit.record);
		say_where(program, article);
	} else {
		program_trouble(program, &err);
	}
	command_article_done(program, article);
}

static void mark(struct program *program, char **argv)
{
	struct mark_options options = { 0 };
	struct request request = { .options = &options };
	struct operands operands;
	struct err err;

	if (!command_start(program, argv, &options, &operands))
		return;
	if (!take_request(&request, &err))
		program_misuse(program, "%s", err.text);
	else if (operands.count != 1)
		program_misuse(program, "exactly one FILE is needed");
	else
		mark_file(program, operands.items[0], &request);
}

const struct command command_mark = {
	.name = "mark",
	.operands = "--kind KIND [--type TYPE] (--span START-END | --exact WORDS [--nth N])\n"
		    "                  [--note WORDS] FILE",
	.help = "adds one mark and prints its id",
	.options = mark_rows,
	.run = mark,
};
