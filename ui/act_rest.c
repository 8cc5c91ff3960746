/*
 * Panes, files, leaving, and keys that do nothing.
 */
#include "acts.h"
#include "pane_card.h"
#include "pane_help.h"
#include "prompt.h"
#include "saving.h"
#include "viewer_files.h"

#include <string.h>

void act_help(struct viewer *viewer, struct press press)
{
	(void)press;
	pane_help(&viewer->pane, &viewer->keymap, viewer->columns);
	viewer_pane(viewer, true);
}

void act_card(struct viewer *viewer, struct press press)
{
	(void)press;
	pane_card(&viewer->pane, viewer->article, viewer->focus.record, viewer->columns);
	viewer_pane(viewer, true);
}

void act_pane(struct viewer *viewer, struct press press)
{
	if (press.argument)
		pane_scroll(&viewer->pane, press.argument * (press.count ? press.count : 1),
			    pane_rows(&viewer->pane, viewer->rows - 1));
	else
		viewer_pane(viewer, false);
}

static void next_file(struct viewer *viewer, int direction)
{
	size_t file = viewer->file;

	if (direction > 0 ? file + 1 >= viewer->options.count : file == 0) {
		viewer_say(viewer, direction > 0 ? "no next file" : "no file before this one");
		return;
	}
	if (journal_unsaved(&viewer->article->journal) && !viewer->asked) {
		viewer->asked = true;
		viewer_say(viewer,
			   "marks are unsaved here: again leaves the file all the same");
		return;
	}
	viewer_switch(viewer, direction > 0 ? file + 1 : file - 1);
}

static void enter_command(struct viewer *viewer, const char *words)
{
	static const struct {
		const char *name;
		int file; /* to go to; 0 leaves */
	} commands[] = { { "n", +1 }, { "p", -1 }, { "q", 0 } };

	for (size_t n = 0; n < sizeof commands / sizeof *commands; n++) {
		if (strcmp(words, commands[n].name))
			continue;
		if (commands[n].file)
			next_file(viewer, commands[n].file);
		else
			act_quit(viewer, (struct press){ 0 });
		return;
	}
	if (*words)
		viewer_say(viewer, "there is no command :%s; :n :p :q there are", words);
}

void act_command(struct viewer *viewer, struct press press)
{
	static const struct prompt_use command = { .label = ":", .enter = enter_command };

	(void)press;
	prompt_open(viewer, &command, "");
}

void act_quit(struct viewer *viewer, struct press press)
{
	struct err err;

	(void)press;
	saving_finish(viewer);
	if (journal_unsaved(&viewer->article->journal) &&
	    !journal_retry(&viewer->article->journal, PATIENCE_SCREEN, &err)) {
		if (!viewer->asked) {
			viewer->asked = true;
			viewer_say(viewer, "marks are unsaved, again leaves: %s", err.text);
			viewer->message.warning = true;
			return;
		}
	}
	viewer->leave = true;
}

/* A habit from less that runs nothing here, with what is typed behind it. */
void act_swallow(struct viewer *viewer, struct press press)
{
	act_later(viewer, press);
	viewer->hand = HAND_SWALLOW;
}

void act_later(struct viewer *viewer, struct press press)
{
	char name[KEYS_NAME];

	keys_name(press.key, name);
	viewer_say(viewer, "%s does nothing yet", name);
}

void act_inapt(struct viewer *viewer, struct press press)
{
	char name[KEYS_NAME];

	keys_name(press.key, name);
	if (!*name)
		return;
	if (!span_empty(viewer->selection))
		viewer_say(viewer,
			   "%s doesn't apply to a selection: a kind key marks it, Esc "
			   "lets go",
			   name);
	else
		viewer_say(viewer, "%s has no meaning here: h is help", name);
}
