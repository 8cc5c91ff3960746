#include "viewer_files.h"

#include "rescue.h"
#include "saving.h"

/* Folds stay open, or closed, for the session. */
static void keep_toggled(struct viewer *viewer)
{
	viewer->visits[viewer->file].toggled = viewer->article->toggled;
	viewer->article->toggled = (struct toggled){ 0 };
}

void viewer_unload(struct viewer *viewer)
{
	if (viewer->article)
		saving_finish(viewer);
	view_release(&viewer->view);
	if (viewer->article) {
		rescue_forget(viewer->article->text.base);
		keep_toggled(viewer);
	}
	article_free(viewer->article);
	viewer->article = NULL;
}

static bool open_view(struct viewer *viewer, struct article *article, struct err *err)
{
	struct view view;

	if (!view_init(&view, article, err))
		return false;
	viewer_unload(viewer);
	if (article->text.mapped)
		rescue_watch(article->text.base, article->text.size);
	viewer->view = view;
	viewer->article = article;
	if (viewer->finding)
		find_release(&viewer->find);
	viewer->finding = viewer->search.running = false;
	viewer->hit = viewer->selection = (struct span){ 0, 0 };
	viewer->walk = (struct walk){ .shown = viewer->walk.shown };
	viewer->pending.what = PENDING_NONE;
	viewer->remembered = viewer->told_elsewhere = false;
	viewer->bookmarks = (struct bookmarks){ .back = 0 };
	viewer->hand = HAND_READ;
	viewer->asked = viewer->undo_asked = false;
	viewer->cleared = article->marks.cleared;
	viewer->records = article->marks.records.count;
	viewer_unfocus(viewer);
	return true;
}

static void say_lost(struct viewer *viewer)
{
	size_t lost = article_lost(viewer->article);

	if (lost)
		viewer_say(viewer,
			   lost == 1 ? "%zu mark has no place in this text: diple check "
				       "tells why"
				     : "%zu marks have no place in this text: diple "
				       "check tells why",
			   lost);
}

/* Where the file was left; the first time, behind the menus of a page. */
static void go_to_text(struct viewer *viewer, size_t file)
{
	const struct visit *visit = &viewer->visits[file];
	char key[KEYS_NAME];
	size_t at = 0;

	viewer->amid = !visit->been && article_opening(viewer->article, &at) && at;
	if (visit->been)
		at = visit->top;
	view_jump(&viewer->view, at);
	if (!viewer->amid)
		return;
	keymap_hint(&viewer->keymap, "begin", key);
	viewer_say(viewer,
		   "%s goes to the top: a whole page, it seems, opened at its first text", key);
}

static void say_remark(struct viewer *viewer)
{
	if (!*viewer->remark)
		return;
	viewer_say(viewer, "%s", viewer->remark);
	viewer->message.warning = true;
	*viewer->remark = '\0';
}

/* All files before this one are earlier, looked at or not; it may have changed meanwhile. */
static void note_files(struct viewer *viewer, size_t file, struct article_options *options)
{
	const size_t first = file < viewer->noted ? file : viewer->noted;
	const char *const *files = viewer->options.files + first;
	struct err err;

	if (!viewer->options.readings)
		return;
	if (readings_note(viewer->options.readings, files, file + 1 - first, &err)) {
		options->readings = viewer->options.readings;
		if (file >= viewer->noted)
			viewer->noted = file + 1;
	} else {
		viewer_remark(viewer, err.text);
	}
}

bool viewer_load(struct viewer *viewer, size_t file, struct err *err)
{
	struct article_options options = viewer->options.article;
	struct article *article;

	options.path = viewer->options.files[file];
	note_files(viewer, file, &options);
	options.growing = !options.readings;
	if (!article_open(&article, &options, err))
		return false;
	if (!open_view(viewer, article, err)) {
		article_free(article);
		return false;
	}
	viewer->file = file;
	article->toggled = viewer->visits[file].toggled;
	viewer->visits[file].toggled = (struct toggled){ 0 };
	go_to_text(viewer, file);
	say_lost(viewer);
	return true;
}

/* What of the sidecar could not be read is never lost without a word. */
static void say_kept(struct viewer *viewer)
{
	size_t kept = viewer->article->marks.kept;

	if (!kept)
		return;
	viewer_say(viewer,
		   kept == 1 ? "%zu line of the sidecar is no record, and stays as it is"
			     : "%zu lines of the sidecar are no records, and stay as they are",
		   kept);
	viewer->message.warning = true;
}

void viewer_tell(struct viewer *viewer)
{
	say_kept(viewer);
	say_remark(viewer);
}

bool viewer_switch(struct viewer *viewer, size_t file)
{
	struct err err;

	viewer->visits[viewer->file].top = viewer->view.top;
	viewer->visits[viewer->file].been = true;
	if (!viewer_load(viewer, file, &err)) {
		viewer_warn(viewer, &err);
		viewer->stopped_early = true;
		return false;
	}
	viewer_resize(viewer, viewer->rows, viewer->columns);
	viewer_say(viewer,
		   viewer->amid ? "%s (%zu of %zu): opened at its first text"
				: "%s (%zu of %zu)",
		   viewer->article->name, file + 1, viewer->options.count);
	viewer_tell(viewer);
	return true;
}
