#include "command_text.h"
#include "commands.h"
#include "edit.h"

#include <string.h>

/* Of an id at least so many characters must be given. */
enum { PREFIX_MIN = 6 };

#define UUID "urn:uuid:"

static const struct option unmark_rows[] = {
	{ .name = NULL },
};

/* What an id on the command line leads to. */
struct sought {
	const char *id; /* as given */
	size_t found;	/* how many live records fit */
	uint32_t record;
};

static const char *without_scheme(const char *id)
{
	const size_t scheme = strlen(UUID);

	return strncmp(id, UUID, scheme) == 0 ? id + scheme : id;
}

/* A whole id, or the beginning of one, with or without its scheme. */
static bool fits(const char *id, const char *given)
{
	const char *bare = without_scheme(given);
	const size_t len = strlen(bare);

	if (strcmp(id, given) == 0)
		return true;
	return len >= PREFIX_MIN && strncmp(without_scheme(id), bare, len) == 0;
}

static void seek(const struct marks *marks, struct sought *sought)
{
	const struct mark_record *exact = marks_find(marks, sought->id);

	for (size_t n = 0; n < marks->records.count; n++) {
		const struct mark_record *record = &marks->records.items[n];

		if (exact ? record != exact : !fits(record->mark.id, sought->id))
			continue;
		if (!marks_live(marks, record))
			continue;
		sought->found++;
		sought->record = (uint32_t)n;
	}
}

static bool find(const struct article *article, struct sought *sought, struct err *err)
{
	if (strlen(without_scheme(sought->id)) < PREFIX_MIN)
		return err_set(err, ERR_USAGE,
			       "\"%s\": at least %d characters of an id are "
			       "needed",
			       sought->id, PREFIX_MIN);
	seek(&article->marks, sought);
	if (!sought->found)
		return err_set(err, ERR_MISSING, "%s: there is no mark %s", article->name,
			       sought->id);
	if (sought->found > 1)
		return err_set(err, ERR_USAGE, "%s: %zu marks begin with %s", article->name,
			       sought->found, sought->id);
	return true;
}

static void refuse(struct program *program, const struct article *article,
		   const struct sought *sought, const char *creator)
{
	struct err err;

	err_set(&err, ERR_USAGE, "%s: %s is %s's mark, which only they delete", article->name,
		sought->id, *creator ? creator : "somebody else");
	program_say(program, err.text);
	program_deny(program);
}

static void unmark_id(struct program *program, struct article *article, const char *id)
{
	struct sought sought = { .id = id };
	struct edit edit;
	const struct mark *mark;
	struct err err;

	if (!find(article, &sought, &err)) {
		program_trouble(program, &err);
		return;
	}
	mark = &article->marks.records.items[sought.record].mark;
	if (!article_owns(article, mark))
		refuse(program, article, &sought, mark->creator);
	else if (!edit_delete(article, mark->id, &edit, &err) || !edit.saved)
		program_trouble(program, &err);
}

static void unmark(struct program *program, char **argv)
{
	struct operands operands;
	struct article *article;

	if (!command_start(program, argv, NULL, &operands))
		return;
	if (operands.count < 2) {
		program_misuse(program, "a FILE and at least one ID are needed");
		return;
	}
	article = command_article(program, operands.items[0]);
	if (!article)
		return;
	for (size_t i = 1; i < operands.count; i++)
		unmark_id(program, article, operands.items[i]);
	command_article_done(program, article);
}

const struct command command_unmark = {
	.name = "unmark",
	.operands = "FILE ID...",
	.help = "deletes marks of yours",
	.options = unmark_rows,
	.run = unmark,
};
