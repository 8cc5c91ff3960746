/*
 * Moving the focus, and letting go of it.
 */
#include "acts.h"
#include "walking.h"

void act_step(struct viewer *viewer, struct press press)
{
	walk_step(viewer, press.argument, press.count);
}

void act_mark(struct viewer *viewer, struct press press)
{
	walk_marks(viewer, press.argument, press.count);
}

void act_drop(struct viewer *viewer, struct press press)
{
	(void)press;
	if (!span_empty(viewer->selection)) {
		viewer_select(viewer, (struct span){ 0, 0 });
		return;
	}
	viewer_unfocus(viewer);
	viewer->walk.kind = WALK_NONE;
}
