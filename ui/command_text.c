#include "command_text.h"

#include <string.h>
#include <unistd.h>

#include "rescue.h"

bool path_is_input(const char *path)
{
	return strcmp(path, "-") == 0;
}

/* Without a free place to watch it from, a mapping is read unguarded. */
static void guard(const struct text *text)
{
	if (text->mapped)
		rescue_watch(text->base, text->size);
}

static void say_if_cut(struct program *program, const char *name)
{
	struct err err;

	if (!rescue_hit())
		return;
	err_set(&err, ERR_FORMAT, "%s: was cut short while it was read", name);
	program_trouble(program, &err);
}

static const char input_name[] = "standard input";

bool command_begin_try(const char *path, struct text *text, struct err *err)
{
	bool done;

	if (path_is_input(path))
		done = text_begin(text, STDIN_FILENO, input_name, err);
	else
		done = text_open(text, path, err);
	if (done)
		guard(text);
	return done;
}

bool command_begin(struct program *program, const char *path, struct text *text)
{
	struct err err;

	return command_begin_try(path, text, &err) || program_trouble(program, &err);
}

bool command_more(struct program *program, struct text *text, struct err *err)
{
	output_flush(&program->out);
	return text_more(text, STDIN_FILENO, input_name, err);
}

bool command_rest(struct program *program, struct text *text, struct err *err)
{
	while (text->growing) {
		if (!command_more(program, text, err))
			return false;
	}
	return true;
}

bool command_text(struct program *program, const char *path, struct text *text)
{
	struct err err;

	if (!command_begin(program, path, text))
		return false;
	if (command_rest(program, text, &err))
		return true;
	text_release(text);
	return program_trouble(program, &err);
}

void command_text_done(struct program *program, const char *path, struct text *text)
{
	say_if_cut(program, path);
	rescue_forget(text->base);
	text_release(text);
}

enum paragraph_mode command_mode(const struct program *program, const struct text *text)
{
	const enum paragraph_mode asked = program->shared.paragraphs;

	return asked == PARAGRAPH_AUTO ? paragraph_detect(text) : asked;
}

struct article *command_article(struct program *program, const char *path)
{
	struct article *article;
	struct err err;

	if (!program_settle(program))
		return NULL;
	if (!article_open(&article,
			  &(struct article_options){
				  .patience = PATIENCE_SHELL,
				  .path = path,
				  .mode = program->shared.paragraphs,
				  .who = program->who,
				  .url = program->shared.url ? program->shared.url
							     : program->settings.url,
				  .state = program->places.state,
				  .unfolded = program->shared.unfolded,
			  },
			  &err)) {
		program_trouble(program, &err);
		return NULL;
	}
	guard(&article->text);
	return article;
}

void command_article_done(struct program *program, struct article *article)
{
	say_if_cut(program, article->name);
	rescue_forget(article->text.base);
	article_free(article);
}
