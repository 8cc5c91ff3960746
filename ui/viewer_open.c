/*
 * Opening: the first file that can be, the first mark ever, the end.
 */
#include "viewer.h"

#include "keymap.h"
#include "viewer_files.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

#define MARKED_FILE "marked"

static bool is_beginner(const char *state)
{
	int directory = state ? open(state, O_PATH | O_DIRECTORY | O_CLOEXEC) : -1;
	bool beginner = directory < 0 || faccessat(directory, MARKED_FILE, F_OK, 0) != 0;

	if (directory >= 0)
		close(directory);
	return beginner;
}

void viewer_first_mark(struct viewer *viewer)
{
	struct err err;
	int directory, fd;

	viewer->beginner = false;
	directory = viewer->options.state ? places_make(viewer->options.state, ".", &err) : -1;
	if (directory < 0)
		return;
	fd = openat(directory, MARKED_FILE, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
	if (fd >= 0)
		close(fd);
	close(directory);
}

bool viewer_open(struct viewer *viewer, const struct viewer_options *options, struct err *err)
{
	struct err first;
	size_t file = 0;

	*viewer = (struct viewer){ .options = *options,
				   .prompt.words = BUF_EMPTY,
				   .pane = PANE_EMPTY,
				   .rows = 24,
				   .columns = 80,
				   .beginner = is_beginner(options->state) };
	viewer->visits = calloc(options->count, sizeof *viewer->visits);
	if (!viewer->visits)
		return err_memory(err);
	if (!keymap_init(&viewer->keymap, keymap_rows, options->settings, err))
		return false;
	while (!viewer_load(viewer, file, err)) {
		if (!file)
			first = *err;
		if (++file == options->count) {
			*err = first;
			return false;
		}
		viewer->stopped_early = true;
	}
	viewer_tell(viewer);
	if (file)
		viewer_warn(viewer, &first);
	return true;
}

void viewer_release(struct viewer *viewer)
{
	if (viewer->finding)
		find_release(&viewer->find);
	viewer_unload(viewer);
	keymap_release(&viewer->keymap);
	buf_release(&viewer->prompt.words);
	pane_release(&viewer->pane);
	free(viewer->note_draft);
	free(viewer->note_target);
	for (size_t n = 0; viewer->visits && n < viewer->options.count; n++)
		free(viewer->visits[n].toggled.items);
	free(viewer->visits);
}
